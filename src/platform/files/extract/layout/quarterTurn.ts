import type { PlacedWord } from './placedWord.ts';

/** How many quarter turns clockwise the text of a page stands turned on the page as shown. */
export type QuarterTurns = 0 | 1 | 2 | 3;

export interface Size {
  width: number;
  height: number;
}

/** A point of the page as shown (its size is `shown`) where the text is upright. */
export function upright(x: number, y: number, turns: QuarterTurns, shown: Size): [x: number, y: number] {
  if (turns === 1) return [y, shown.width - x];
  if (turns === 2) return [shown.width - x, shown.height - y];
  if (turns === 3) return [shown.height - y, x];
  return [x, y];
}

/** A word from where the text is upright back to its place on the page as shown. */
export function asShown(word: PlacedWord, turns: QuarterTurns, shown: Size): PlacedWord {
  const { text, x, y, w, h } = word;
  if (turns === 1) return { text, x: shown.width - y - h, y: x, w: h, h: w };
  if (turns === 2) return { text, x: shown.width - x - w, y: shown.height - y - h, w, h };
  if (turns === 3) return { text, x: y, y: shown.height - x - w, w: h, h: w };
  return word;
}
