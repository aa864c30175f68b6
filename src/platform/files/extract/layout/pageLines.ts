import type { PlacedWord } from './placedWord.ts';
import { inReadingOrder } from './readingOrder.ts';
import { findTables, isInTable, type Rules, readTable } from './ruledTable.ts';

/** The lines of a page in reading order: text between tables by columns, tables row by row. */
export function pageLines(words: PlacedWord[], rules?: Rules): PlacedWord[][] {
  const tables = rules ? findTables(rules) : [];
  const lines: PlacedWord[][] = [];
  let rest = words;
  for (const table of tables) {
    const inside = rest.filter((word) => isInTable(table, word));
    if (inside.length === 0) continue;
    const others = rest.filter((word) => !isInTable(table, word));
    const above = others.filter((word) => word.y + word.h / 2 <= table.ys[0]!);
    lines.push(...inReadingOrder(above), ...readTable(table, inside));
    rest = others.filter((word) => word.y + word.h / 2 > table.ys[0]!);
  }
  lines.push(...inReadingOrder(rest));
  return lines;
}
