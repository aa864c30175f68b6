import type { PlacedWord } from './placedWord.ts';
import { inReadingOrder } from './readingOrder.ts';

/** A straight line: its place on one axis and its stretch on the other. */
export interface Rule {
  at: number;
  from: number;
  to: number;
}

export interface Rules {
  horizontal: Rule[];
  vertical: Rule[];
}

/** A table drawn with lines: the free space between them makes its cells. */
export interface RuledTable {
  xs: number[];
  ys: number[];
  rules: Rules;
}

/** Lines nearer than this (points) are one; lines that miss each other by less touch. */
const NEAR = 3;
/** A page with more lines is a drawing. */
const MAX_RULES = 6_000;

/** Finds the tables of a page: lines that touch one another and make at least two columns. */
export function findTables(rules: Rules): RuledTable[] {
  if (rules.horizontal.length + rules.vertical.length > MAX_RULES) return [];
  const groups: Rules[] = [];
  const open = [...rules.vertical];
  const across = [...rules.horizontal];
  while (open.length > 0) {
    const group: Rules = { vertical: [], horizontal: [] };
    let fresh = [open.pop()!];
    while (fresh.length > 0) {
      group.vertical.push(...fresh);
      const met = take(across, (rule) => fresh.some((v) => touches(rule, v)));
      group.horizontal.push(...met);
      fresh = take(open, (rule) => met.some((h) => touches(rule, h)));
    }
    groups.push(group);
  }
  return groups
    .map((group) => ({ xs: places(group.vertical), ys: places(group.horizontal), rules: group }))
    .filter((table) => table.xs.length >= 3 && table.ys.length >= 2)
    .sort((a, b) => a.ys[0]! - b.ys[0]!);
}

const touches = (a: Rule, b: Rule): boolean =>
  a.at >= b.from - NEAR && a.at <= b.to + NEAR && b.at >= a.from - NEAR && b.at <= a.to + NEAR;

function take(from: Rule[], wanted: (rule: Rule) => boolean): Rule[] {
  const taken: Rule[] = [];
  for (let i = from.length - 1; i >= 0; i--) if (wanted(from[i]!)) taken.push(...from.splice(i, 1));
  return taken;
}

function places(rules: Rule[]): number[] {
  const sorted = rules.map((rule) => rule.at).sort((a, b) => a - b);
  return sorted.filter((at, i) => i === 0 || at - sorted[i - 1]! > NEAR);
}

export const isInTable = (table: RuledTable, word: PlacedWord): boolean => {
  const [x, y] = [word.x + word.w / 2, word.y + word.h / 2];
  return x > table.xs[0]! && x < table.xs.at(-1)! && y > table.ys[0]! && y < table.ys.at(-1)!;
};

/** The rows of a table as lines, cells parted by "|". A cell that spans rows is read in its first row. */
export function readTable(table: RuledTable, words: PlacedWord[]): PlacedWord[][] {
  const cells = new Map<string, PlacedWord[]>();
  const columns = table.xs.length - 1;
  for (const word of words) {
    let column = slot(table.xs, word.x + word.w / 2);
    let row = slot(table.ys, word.y + word.h / 2);
    while (column > 0 && !isDrawn(table.rules.vertical, table.xs[column]!, middle(table.ys, row))) column--;
    while (row > 0 && !isDrawn(table.rules.horizontal, table.ys[row]!, middle(table.xs, column))) row--;
    const key = `${row}/${column}`;
    cells.set(key, [...(cells.get(key) ?? []), word]);
  }
  const lines: PlacedWord[][] = [];
  for (let row = 0; row < table.ys.length - 1; row++) {
    const texts = Array.from({ length: columns }, (_, column) =>
      inReadingOrder(cells.get(`${row}/${column}`) ?? []).flat(),
    );
    if (texts.every((cell) => cell.length === 0)) continue;
    lines.push(texts.flatMap((cell, column) => (column === 0 ? cell : [bar(table, row, column), ...cell])));
  }
  return lines;
}

const bar = (table: RuledTable, row: number, column: number): PlacedWord => ({
  text: '|',
  x: table.xs[column]!,
  y: table.ys[row]!,
  w: 0,
  h: table.ys[row + 1]! - table.ys[row]!,
});

const slot = (places: number[], at: number): number =>
  Math.max(
    0,
    places.findLastIndex((place) => place <= at),
  );
const middle = (places: number[], i: number): number => (places[i]! + (places[i + 1] ?? places[i]!)) / 2;

const isDrawn = (rules: Rule[], at: number, cross: number): boolean =>
  rules.some((rule) => Math.abs(rule.at - at) <= NEAR && rule.from - NEAR <= cross && rule.to + NEAR >= cross);
