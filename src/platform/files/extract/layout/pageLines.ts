import { findAlignedTables } from '../../../../kernel/alignedTable.ts';
import type { PlacedWord } from './placedWord.ts';
import { inReadingOrder } from './readingOrder.ts';
import { toRows, usualHeight } from './rows.ts';
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
  lines.push(...withAlignedTables(rest));
  return lines;
}

/** Tables without drawn lines are found by their columns; what stands around them is read as text is. */
function withAlignedTables(words: PlacedWord[]): PlacedWord[][] {
  const em = usualHeight(words);
  const rows = toRows(words);
  const tables = findAlignedTables(
    rows.map((row) => row.words),
    em * 0.7,
    em * 1.5,
  );
  if (tables.length === 0) return inReadingOrder(words);
  const lines: PlacedWord[][] = [];
  let done = 0;
  const text = (from: number, to: number) => inReadingOrder(rows.slice(from, to).flatMap((row) => row.words));
  for (const table of tables) {
    lines.push(...text(done, table.from));
    for (const cells of table.records)
      lines.push(cells.flatMap((cell, k) => (k === 0 ? cell : [barBefore(cell, cells), ...cell])));
    done = table.to;
  }
  lines.push(...text(done, rows.length));
  return lines;
}

function barBefore(cell: readonly PlacedWord[], cells: readonly (readonly PlacedWord[])[]): PlacedWord {
  const at = cell[0] ?? cells.find((other) => other.length > 0)![0]!;
  return { text: '|', x: at.x, y: at.y, w: 0, h: at.h };
}
