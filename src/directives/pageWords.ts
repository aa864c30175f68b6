import type { Extracted } from './extracted.ts';
import type { Span } from './model.ts';

/** Parts of a page's width or height in which places are kept: fine enough for a mark around a word. */
const PARTS = 10_000;
/** Numbers a word. */
const STRIDE = 6;

/** A page and its words in the order of the text: start, end, x, y, w, h for each, the last four in ten-thousandths of the page. */
export interface PageWords {
  page: number;
  width: number;
  height: number;
  /** False where something stands on the page of which nothing could be read. */
  readable: boolean;
  words: number[];
}

/** Where a passage stands on a page: one box a line, in per cent of the page's width and height. */
export interface PlacedLine {
  left: number;
  top: number;
  width: number;
  height: number;
}

/** The pages of a file that shows pages (pdf, scan, image) with the places of their words; none for other files. */
export function wordsByPage({ pages, boxes, unreadablePages }: Extracted): PageWords[] {
  if (!boxes) return [];
  const found = pages.map(
    ({ width = 0, height = 0 }, i): PageWords => ({
      page: i + 1,
      width,
      height,
      readable: !unreadablePages.includes(i + 1),
      words: [],
    }),
  );
  for (const box of [...boxes].sort((a, b) => a.start - b.start)) {
    const page = found[box.page - 1];
    if (!page || page.width <= 0 || page.height <= 0) continue;
    page.words.push(
      box.start,
      box.end,
      part(box.x, page.width),
      part(box.y, page.height),
      part(box.w, page.width),
      part(box.h, page.height),
    );
  }
  return found.filter((page) => page.width > 0 && page.height > 0);
}

const part = (length: number, whole: number): number => Math.round((length / whole) * PARTS);

/** The lines of a passage on a page, from the top of the text on. Words of one line, a word's height apart at most, are one box. */
export function linesOn({ words, width, height }: PageWords, [start, end]: Span): PlacedLine[] {
  const lines: { x: number; y: number; right: number; bottom: number }[] = [];
  // A gap wider than some letters parts columns; counted in the line's height, made parts of the width.
  const widthOfHeight = width > 0 ? height / width : 1;
  for (let i = 0; i + STRIDE <= words.length; i += STRIDE) {
    if (words[i]! >= end || words[i + 1]! <= start) continue;
    const [x, y, w, h] = [words[i + 2]!, words[i + 3]!, words[i + 4]!, words[i + 5]!];
    const line = lines.at(-1);
    const middle = y + h / 2;
    const joins =
      line !== undefined &&
      middle > line.y &&
      middle < line.bottom &&
      x > line.x &&
      x - line.right < 3 * h * widthOfHeight;
    if (joins) {
      line.right = Math.max(line.right, x + w);
      line.y = Math.min(line.y, y);
      line.bottom = Math.max(line.bottom, y + h);
    } else lines.push({ x, y, right: x + w, bottom: y + h });
  }
  return lines.map(({ x, y, right, bottom }) => ({
    left: x / (PARTS / 100),
    top: y / (PARTS / 100),
    width: (right - x) / (PARTS / 100),
    height: (bottom - y) / (PARTS / 100),
  }));
}
