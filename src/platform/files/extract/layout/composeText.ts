import type { PageSpan, WordBox } from '../extractedText.ts';
import { bottomOf, type PlacedWord } from './placedWord.ts';
import { asShown, type QuarterTurns } from './quarterTurn.ts';

/** A page ready to be written out: its size and its lines in reading order. */
export interface ComposedPage {
  width: number;
  height: number;
  /** Words stand where the text is upright; the page shows it turned so. */
  turns: QuarterTurns;
  lines: PlacedWord[][];
  /** The lines of its footnotes. */
  notes: PlacedWord[][];
  /** Where words are shown that were set straight for reading. */
  shown?: ReadonlyMap<PlacedWord, PlacedWord>;
}

/**
 * Writes pages out as one text, a line each, and notes where each page and word stands. Pages part by a line end.
 * The footnotes of each page come after the last page, outside the pages' spans; their boxes name their page.
 */
export function composeText(pages: ComposedPage[]): { text: string; spans: PageSpan[]; boxes: WordBox[] } {
  const parts: string[] = [];
  const spans: PageSpan[] = [];
  const boxes: WordBox[] = [];
  let length = 0;
  const push = (part: string) => {
    parts.push(part);
    length += part.length;
  };
  const pushLine = (line: PlacedWord[], page: ComposedPage, number: number) => {
    line.forEach((word, at) => {
      if (at > 0) push(' ');
      const shown = page.shown?.get(word) ?? asShown(word, page.turns, page);
      if (word.w > 0) boxes.push(boxOf(shown, number, length, word.text.length));
      push(word.text);
    });
  };
  pages.forEach((page, index) => {
    if (length > 0) push('\n');
    const start = length;
    let previous: PlacedWord[] | undefined;
    for (const line of page.lines) {
      if (previous) push(isParted(previous, line) ? '\n\n' : '\n');
      pushLine(line, page, index + 1);
      previous = line;
    }
    spans.push({ start, end: length, width: round(page.width), height: round(page.height) });
  });
  pages.forEach((page, index) => {
    for (const line of page.notes) {
      push('\n');
      pushLine(line, page, index + 1);
    }
  });
  return { text: parts.join(''), spans, boxes };
}

const boxOf = (at: PlacedWord, page: number, start: number, length: number): WordBox => ({
  page,
  start,
  end: start + length,
  x: round(at.x),
  y: round(at.y),
  w: round(at.w),
  h: round(at.h),
});

/** A free stretch as high as a line and a half, or a jump back up to the next column, parts what it separates. */
function isParted(above: PlacedWord[], below: PlacedWord[]): boolean {
  const bottom = Math.max(...above.map(bottomOf));
  const top = Math.min(...below.map((word) => word.y));
  const height = Math.max(...below.map((word) => word.h));
  return top - bottom > height * 1.1 || bottom - top > height * 2;
}

const round = (value: number): number => Math.round(value * 100) / 100;
