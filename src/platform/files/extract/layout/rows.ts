import { bottomOf, type PlacedWord, rightOf } from './placedWord.ts';

/** Words that stand side by side at one height, from left to right. */
export interface Row {
  words: PlacedWord[];
  top: number;
  bottom: number;
  left: number;
  right: number;
}

/**
 * Groups words into rows, from top to bottom: a word joins the row that it overlaps by half of the lower height. A row
 * lies where its words lie on average, so that a tall word does not make it swallow the next row.
 */
export function toRows(words: PlacedWord[]): Row[] {
  const rows: Row[] = [];
  const sorted = [...words].sort((a, b) => a.y + a.h / 2 - (b.y + b.h / 2));
  for (const word of sorted) {
    const row = rows.at(-1);
    if (row && overlaps(row, word)) {
      const n = row.words.push(word);
      row.left = Math.min(row.left, word.x);
      row.right = Math.max(row.right, rightOf(word));
      row.top += (word.y - row.top) / n;
      row.bottom += (bottomOf(word) - row.bottom) / n;
    } else {
      rows.push({ words: [word], top: word.y, bottom: bottomOf(word), left: word.x, right: rightOf(word) });
    }
  }
  for (const row of rows) row.words.sort((a, b) => a.x - b.x);
  return rows;
}

function overlaps(row: Row, word: PlacedWord): boolean {
  const shared = Math.min(row.bottom, bottomOf(word)) - Math.max(row.top, word.y);
  return shared >= Math.min(row.bottom - row.top, word.h) * 0.5;
}

export interface Gap {
  from: number;
  to: number;
}

/** The free stretches between the words of a row that are wider than `least`. */
export function gapsOf(row: Row, least: number): Gap[] {
  const gaps: Gap[] = [];
  let reached = row.left;
  for (const word of row.words) {
    if (word.x - reached > least) gaps.push({ from: reached, to: word.x });
    reached = Math.max(reached, rightOf(word));
  }
  return gaps;
}

/** The usual height of a word, the measure for gaps and distances. */
export function usualHeight(words: PlacedWord[]): number {
  const heights = words.map((word) => word.h).sort((a, b) => a - b);
  return heights[heights.length >> 1] ?? 0;
}
