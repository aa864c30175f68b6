import type { PageSpan, WordBox } from '../extractedText.ts';
import { bottomOf, type PlacedWord } from './placedWord.ts';

/** A page ready to be written out: its size and its lines in reading order. */
export interface ComposedPage {
  width: number;
  height: number;
  lines: PlacedWord[][];
}

/** Writes pages out as one text, a line each, and notes where each page and word stands. Pages part by a line end. */
export function composeText(pages: ComposedPage[]): { text: string; spans: PageSpan[]; boxes: WordBox[] } {
  const parts: string[] = [];
  const spans: PageSpan[] = [];
  const boxes: WordBox[] = [];
  let length = 0;
  const push = (part: string) => {
    parts.push(part);
    length += part.length;
  };
  pages.forEach((page, index) => {
    if (length > 0) push('\n');
    const start = length;
    let previous: PlacedWord[] | undefined;
    for (const line of page.lines) {
      if (previous) push(isParted(previous, line) ? '\n\n' : '\n');
      line.forEach((word, at) => {
        if (at > 0) push(' ');
        boxes.push({
          page: index + 1,
          start: length,
          end: length + word.text.length,
          x: round(word.x),
          y: round(word.y),
          w: round(word.w),
          h: round(word.h),
        });
        push(word.text);
      });
      previous = line;
    }
    spans.push({ start, end: length, width: round(page.width), height: round(page.height) });
  });
  return { text: parts.join(''), spans, boxes };
}

/** A free stretch as high as a line and a half, or a jump back up to the next column, parts what it separates. */
function isParted(above: PlacedWord[], below: PlacedWord[]): boolean {
  const bottom = Math.max(...above.map(bottomOf));
  const top = Math.min(...below.map((word) => word.y));
  const height = Math.max(...below.map((word) => word.h));
  return top - bottom > height * 1.1 || bottom - top > height * 2;
}

const round = (value: number): number => Math.round(value * 100) / 100;
