import type { Repaired } from './repair.ts';
import { linesOf, reordered } from './spacedTables.ts';

/**
 * Task tables that lost their frame when they were copied: cells parted by tabs, or each cell on a line of its own. They
 * are written as rows with bars, so that they read as tables do elsewhere; every letter keeps its place in the original.
 */
export function barLineTables(repaired: Repaired): Repaired {
  return barStacked(barTabs(repaired));
}

type Part = number | string;
const BAR: Part[] = [' ', '|', ' '];

const TAB_HEAD =
  /^[ ]*(?:TT|STT|Số TT|Nội dung|Nhiệm vụ|Công việc|Tên nhiệm vụ)[^\t\n]{0,30}\t[^\t\n]{2,60}\t[^\n]{2,}$/imu;
const LETTER = /[\p{L}\d]/u;

/** "STT⇥Nội dung⇥Đơn vị chủ trì⇥Thời gian" and the lines with tabs that follow it. */
function barTabs(repaired: Repaired): Repaired {
  const head = TAB_HEAD.exec(repaired.text);
  if (!head) return repaired;
  const order: Part[] = [];
  let isTable = false;
  for (const { from, to } of linesOf(repaired.text)) {
    const words = repaired.text.slice(from, to);
    if (from === head.index) isTable = true;
    else if (isTable && words.trim() !== '' && !words.includes('\t')) isTable = false;
    for (let i = from; i < to; i++) {
      if (isTable && words[i - from] === '\t') order.push(...BAR);
      else order.push(i);
    }
    if (to < repaired.text.length) order.push(to);
  }
  return reordered(repaired, order);
}

const NUMBER_HEAD = /^(?:TT|STT|Số TT|Số thứ tự)\.?$/iu;
const WORK = /nội dung|nhiệm vụ|công việc|hoạt động|hạng mục|tên việc/iu;
const WHO = /chủ trì|thực hiện|chịu trách nhiệm|đầu mối|phụ trách|được giao|cơ quan|đơn vị/iu;
const MOST_COLUMNS = 7;

interface Stacked {
  /** The columns beside the number. */
  columns: number;
  /** Index of the line that holds the first row's number. */
  rowsFrom: number;
  head: Line[];
}
interface Line {
  from: number;
  to: number;
  words: string;
}

/** "STT / Nội dung / Đơn vị thực hiện / 1 / Tu sửa cổng đền / Ban Quản lý di tích / 2 / ...". */
function barStacked(repaired: Repaired): Repaired {
  const lines = linesOf(repaired.text)
    .map(({ from, to }) => trimmed(repaired.text, from, to))
    .filter(({ from, to }) => to > from);
  const order: Part[] = [];
  let done = 0;
  for (let i = 0; i < lines.length; i++) {
    const table = headAt(lines, i);
    if (!table) continue;
    const rows = rowsOf(lines, table);
    if (rows.length < 2) continue;
    for (let k = done; k < lines[i]!.from; k++) order.push(k);
    for (const cells of [table.head.map((line) => [line]), ...rows]) {
      cells.forEach((cell, k) => {
        if (k > 0) order.push(...BAR);
        cell.forEach((line, n) => {
          if (n > 0) order.push(' ');
          for (let at = line.from; at < line.to; at++) order.push(at);
        });
      });
      order.push('\n');
    }
    const last = rows.at(-1)!.flat().at(-1)!;
    done = last.to;
    while (i + 1 < lines.length && lines[i + 1]!.from < done) i++;
  }
  if (done === 0) return repaired;
  for (let k = done; k < repaired.text.length; k++) order.push(k);
  return reordered(repaired, order);
}

function trimmed(text: string, from: number, to: number): Line {
  let start = from;
  let end = to;
  while (start < end && /\s/.test(text[start]!)) start++;
  while (end > start && /\s/.test(text[end - 1]!)) end--;
  return { from: start, to: end, words: text.slice(start, end) };
}

function headAt(lines: readonly Line[], at: number): Stacked | undefined {
  if (!NUMBER_HEAD.test(lines[at]!.words)) return undefined;
  let end = at + 1;
  while (end < lines.length && end - at <= MOST_COLUMNS && lines[end]!.words.length < 60) {
    if (/^0?1\.?$/.test(lines[end]!.words)) break;
    end++;
  }
  const head = lines.slice(at, end);
  const names = head.slice(1).map((line) => line.words);
  const isTasks = names.some((name) => WORK.test(name)) && names.some((name) => WHO.test(name) && !WORK.test(name));
  if (!isTasks || names.length < 2 || !/^0?1\.?$/.test(lines[end]?.words ?? '')) return undefined;
  return { columns: names.length, rowsFrom: end, head };
}

/** Rows begin with the next number; a line in small letters goes on with the cell before it, and what is left over belongs to the work. */
function rowsOf(lines: readonly Line[], { columns, rowsFrom }: Stacked): Line[][][] {
  const rows: Line[][][] = [];
  let at = rowsFrom;
  for (let number = 1; at < lines.length && isNumber(lines[at]!, number); number++) {
    let next = at + 1;
    while (next < lines.length && next - at <= columns * 4 && !isNumber(lines[next]!, number + 1)) next++;
    const isLast = next >= lines.length || !isNumber(lines[next]!, number + 1);
    const cells: Line[][] = [];
    for (const line of lines.slice(at + 1, next)) {
      const goesOn = cells.length > 0 && /^[\p{Ll}(]/u.test(line.words);
      if (isLast && cells.length === columns && !goesOn) break;
      if (goesOn) cells.at(-1)!.push(line);
      else cells.push([line]);
    }
    while (cells.length > columns) cells.splice(0, 2, [...cells[0]!, ...cells[1]!]);
    if (cells.length < 2 || !cells.every((cell) => LETTER.test(cell[0]!.words))) break;
    rows.push([[lines[at]!], ...cells]);
    at = next;
  }
  return rows;
}

const isNumber = (line: Line, number: number): boolean =>
  /^\d{1,3}\.?$/.test(line.words) && Number.parseInt(line.words, 10) === number;
