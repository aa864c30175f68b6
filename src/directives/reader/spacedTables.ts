import { findAlignedTables, type Standing } from '../../kernel/alignedTable.ts';
import type { Repaired } from './repair.ts';

/** A word of a line: `at` is where it stands in the repaired text. */
interface Word extends Standing {
  at: number;
}

const HEAD = /^[ \t]*(?:TT|STT)[ \t]{2,}\S/imu;
/** Two spaces part the cells of a table set with spaces. */
const GAP = 2;
const TAB = 8;

/**
 * Writes task tables that are set in columns of spaces ("pdftotext -layout", old text files) as rows with bars, so that
 * they read as tables do elsewhere. Every letter keeps the place it had in the original.
 */
export function barSpacedTables(repaired: Repaired): Repaired {
  if (!HEAD.test(repaired.text)) return repaired;
  const lines = linesOf(repaired.text);
  const rows = lines.flatMap((line, y) => {
    const words = wordsOf(repaired.text, line, y);
    return words.length > 0 ? [words] : [];
  });
  const tables = findAlignedTables(rows, GAP, 1);
  if (tables.length === 0) return repaired;
  const order: (number | string)[] = [];
  let done = 0;
  for (const table of tables) {
    const start = lines[rows[table.from]![0]!.y]!;
    const stop = lines[rows[table.to - 1]![0]!.y]!;
    for (let i = done; i < start.from; i++) order.push(i);
    for (const cells of table.records) {
      cells.forEach((cell, k) => {
        if (k > 0) order.push(' ', '|', ' ');
        cell.forEach((word, n) => {
          if (n > 0) order.push(' ');
          for (let i = 0; i < word.text.length; i++) order.push(word.at + i);
        });
      });
      order.push('\n');
    }
    done = stop.to;
  }
  for (let i = done; i < repaired.text.length; i++) order.push(i);
  return reordered(repaired, order);
}

export function linesOf(text: string): { from: number; to: number }[] {
  const lines: { from: number; to: number }[] = [];
  let from = 0;
  for (let i = 0; i <= text.length; i++) {
    if (i < text.length && text[i] !== '\n' && text[i] !== '\f') continue;
    lines.push({ from, to: i });
    from = i + 1;
  }
  return lines;
}

function wordsOf(text: string, { from, to }: { from: number; to: number }, y: number): Word[] {
  const words: Word[] = [];
  let x = 0;
  let open: Word | undefined;
  for (let i = from; i < to; i++) {
    const letter = text[i]!;
    if (letter === ' ' || letter === '\t') {
      x += letter === '\t' ? TAB - (x % TAB) : 1;
      open = undefined;
      continue;
    }
    if (!open) {
      open = { text: '', x, y, w: 0, at: i };
      words.push(open);
    }
    open.text += letter;
    open.w++;
    x++;
  }
  return words;
}

/** The text in another order; what was put between stands where the letter before it does. */
export function reordered(repaired: Repaired, order: readonly (number | string)[]): Repaired {
  const size = order.length;
  const from = new Int32Array(size);
  const to = new Int32Array(size);
  const bold = new Uint8Array(size);
  let text = '';
  let shown = '';
  let last = 0;
  order.forEach((part, i) => {
    if (typeof part === 'number') last = part;
    from[i] = repaired.from[last] ?? 0;
    to[i] = repaired.to[last] ?? 0;
    bold[i] = typeof part === 'number' ? repaired.bold[part]! : 0;
    text += typeof part === 'number' ? repaired.text[part]! : part;
    shown += typeof part === 'number' ? repaired.shown[part]! : part;
  });
  return { text, shown, from, to, bold };
}
