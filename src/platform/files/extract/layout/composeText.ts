import type { PageSpan, WordBox } from '../extractedText.ts';
import { bottomOf, type PlacedWord } from './placedWord.ts';

/** A page ready to be written out: its size and its lines in reading order. */
export interface ComposedPage {
  width: number;
  height: number;
  lines: PlacedWord[][];
  /** Where a word is shown, when it was set straight for reading. */
  shown?: ReadonlyMap<PlacedWord, PlacedWord>;
}

/**
 * Writes pages out as one text, a line each, and notes where each page and word stands. Pages part by a line end.
 * The footnotes of each page come after the last page, outside the pages' spans; their boxes name their page.
 */
export function composeText(
  pages: ComposedPage[],
  footnotes: Pick<ComposedPage, 'lines' | 'shown'>[] = [],
): { text: string; spans: PageSpan[]; boxes: WordBox[] } {
  const parts: string[] = [];
  const spans: PageSpan[] = [];
  const boxes: WordBox[] = [];
  let length = 0;
  const push = (part: string) => {
    parts.push(part);
    length += part.length;
  };
  const pushLine = (line: PlacedWord[], page: number, shown: ComposedPage['shown']) => {
    line.forEach((word, at) => {
      if (at > 0) push(' ');
      if (word.w > 0) boxes.push(boxOf(shown?.get(word) ?? word, page, length, word.text.length));
      push(word.text);
    });
  };
  pages.forEach((page, index) => {
    if (length > 0) push('\n');
    const start = length;
    let previous: PlacedWord[] | undefined;
    for (const line of page.lines) {
      if (previous) push(isParted(previous, line) ? '\n\n' : '\n');
      pushLine(line, index + 1, page.shown);
      previous = line;
    }
    spans.push({ start, end: length, width: round(page.width), height: round(page.height) });
  });
  footnotes.forEach((notes, index) => {
    for (const line of notes.lines) {
      push('\n');
      pushLine(line, index + 1, notes.shown);
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
