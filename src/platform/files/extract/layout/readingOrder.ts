import type { PlacedWord } from './placedWord.ts';
import { type Gap, gapsOf, type Row, toRows, usualHeight } from './rows.ts';

/**
 * The lines of a page in the order a person reads them. Where rows stand beside each other (the head of a document,
 * "Nơi nhận" beside the signature, a page in two columns) the left side is read before the right.
 */
export function inReadingOrder(words: PlacedWord[], depth = 0): PlacedWord[][] {
  const rows = toRows(words);
  const em = usualHeight(words);
  const lines: PlacedWord[][] = [];
  for (let i = 0; i < rows.length; ) {
    const zone = depth < 4 ? zoneAt(rows, i, em) : undefined;
    if (!zone) {
      lines.push(rows[i++]!.words);
      continue;
    }
    // Rows that stand on one side directly above belong to the column they stand in.
    const inZone = rows.slice(i, zone.end).flatMap((row) => row.words);
    const middle = (zone.gutter.from + zone.gutter.to) / 2;
    lines.push(
      ...inReadingOrder(
        inZone.filter((word) => word.x + word.w / 2 < middle),
        depth + 1,
      ),
    );
    lines.push(
      ...inReadingOrder(
        inZone.filter((word) => word.x + word.w / 2 >= middle),
        depth + 1,
      ),
    );
    i = zone.end;
  }
  return lines;
}

interface Zone {
  /** Index of the first row after the zone. */
  end: number;
  gutter: Gap;
}

/** A run of rows from `start` on that leave one stretch free from top to bottom, with text on both sides of it. */
function zoneAt(rows: Row[], start: number, em: number): Zone | undefined {
  let best: Zone | undefined;
  for (const gap of gutterCandidates(rows, start, em)) {
    const zone = grow(rows, start, gap, em);
    if (zone && (!best || zone.end > best.end)) best = zone;
  }
  return best;
}

/** Gaps of the first row, or of the next where the first stands on one side of them. */
function gutterCandidates(rows: Row[], start: number, em: number): Gap[] {
  const own = gapsOf(rows[start]!, em * 0.9);
  if (own.length > 0) return own;
  for (let i = start + 1; i < Math.min(rows.length, start + 4); i++) {
    if (rows[i]!.top - rows[i - 1]!.bottom > em * 1.2) return [];
    const first = rows[start]!;
    const gaps = gapsOf(rows[i]!, em * 0.9).filter((gap) => first.right <= gap.to || first.left >= gap.from);
    if (gaps.length > 0) return gaps;
    const beside = besideEachOther(rows[i - 1]!, rows[i]!);
    if (beside) return [beside];
  }
  return [];
}

/** Two rows at nearly one height, one wholly left of the other: lines of two columns that are not level. */
function besideEachOther(a: Row, b: Row): Gap | undefined {
  if (b.top >= a.bottom) return undefined;
  if (a.right < b.left) return { from: a.right, to: b.left };
  if (b.right < a.left) return { from: b.right, to: a.left };
  return undefined;
}

/** Follows a gap down the rows for as long as they leave it free; undefined where it does not part two columns. */
function grow(rows: Row[], start: number, gap: Gap, em: number): Zone | undefined {
  const gutters: Gap[] = [];
  let gutter = gap;
  let lastPair = -1;
  let pairs = 0;
  for (let i = start; i < rows.length; i++) {
    const row = rows[i]!;
    const previous = i > start ? rows[i - 1]! : undefined;
    if (previous && row.top - previous.bottom > em * 4) break;
    const sides = sidesOf(row, gutter, em);
    if (!sides) break;
    gutter = sides.gutter;
    gutters.push(gutter);
    if ((sides.left && sides.right) || (previous && besideEachOther(previous, row))) {
      pairs++;
      lastPair = i;
    }
  }
  if (lastPair < 0) return undefined;
  const end = withFollowers(rows, lastPair + 1, start + gutters.length, em);
  const free = gutters[end - start - 1]!;
  // One row alone must be parted widely; a stretched line of a paragraph is not two columns.
  return pairs >= 2 || free.to - free.from >= em * 3 ? { end, gutter: free } : undefined;
}

/** Rows that follow the last pair closely still belong to their column (the subject under the number). */
function withFollowers(rows: Row[], from: number, to: number, em: number): number {
  let end = from;
  while (end < to && rows[end]!.top - rows[end - 1]!.bottom < em * 1.2) end++;
  return end;
}

/** On which sides of the gutter a row has words, and the gutter as far as this row leaves it free. */
function sidesOf(row: Row, gutter: Gap, em: number): { left: boolean; right: boolean; gutter: Gap } | undefined {
  const least = em * 0.6;
  if (row.right <= gutter.to - least) {
    return { left: true, right: false, gutter: { from: Math.max(gutter.from, row.right), to: gutter.to } };
  }
  if (row.left >= gutter.from + least) {
    return { left: false, right: true, gutter: { from: gutter.from, to: Math.min(gutter.to, row.left) } };
  }
  for (const gap of gapsOf(row, least)) {
    const shared = { from: Math.max(gap.from, gutter.from), to: Math.min(gap.to, gutter.to) };
    if (shared.to - shared.from >= least) return { left: true, right: true, gutter: shared };
  }
  return undefined;
}
