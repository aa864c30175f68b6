import { GAZETTE } from './lines.ts';
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
  /^[ ]*(?:(?:TT|STT|Số TT|Nội dung|Nhiệm vụ|Công việc|Tên nhiệm vụ)[^\t\n]{0,30}\t[^\t\n]{2,60}\t[^\n]{2,}|(?:Đơn vị|Cơ quan|Bộ phận|Người)[^\t\n]{0,30}\t(?:Nội dung|Nhiệm vụ|Công việc)[^\t\n]{0,40}\t[^\n]{2,})$/imu;
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
const TIME_HEAD = /thời (?:gian|hạn|điểm)|tiến độ|hoàn thành|^hạn/iu;
const MOST_COLUMNS = 7;
const FIRST_LINES = 160;
const MOST_LINES = 4000;

interface Stacked {
  /** The columns beside the number. */
  columns: number;
  /** The last column tells when. */
  endsWithTime: boolean;
  /** Index of the line that holds the first row's number. */
  rowsFrom: number;
  head: Line[][];
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
    .filter(({ from, to }) => to > from)
    .filter((line, i, all) => !GAZETTE.test(line.words) && !isPageOfGazette(all, i));
  const order: Part[] = [];
  let done = 0;
  for (let i = 0; i < lines.length; i++) {
    const table = headAt(lines, i);
    if (!table) continue;
    // Most heads that are none give themselves away in their first lines.
    const rows = rowsOf(lines, table, FIRST_LINES).length < 2 ? [] : rowsOf(lines, table, MOST_LINES);
    if (rows.length < 2) continue;
    for (let k = done; k < lines[i]!.from; k++) order.push(k);
    for (const cells of [table.head, ...rows]) {
      cells.forEach((cell, k) => {
        if (k > 0) order.push(...BAR);
        cell.forEach((line, n) => {
          if (n > 0) order.push(' ');
          for (let at = line.from; at < line.to; at++) order.push(at);
        });
      });
      order.push('\n');
    }
    done = Math.max(...rows.at(-1)!.flatMap((cell) => cell.map((line) => line.to)));
    while (i + 1 < lines.length && lines[i + 1]!.from < done) i++;
  }
  if (done === 0) return repaired;
  for (let k = done; k < repaired.text.length; k++) order.push(k);
  return reordered(repaired, order);
}

/** The page's number stands above or below the gazette's name. */
const isPageOfGazette = (lines: readonly Line[], i: number): boolean =>
  /^\d{1,4}$/.test(lines[i]!.words) &&
  (GAZETTE.test(lines[i - 1]?.words ?? '') || GAZETTE.test(lines[i + 1]?.words ?? ''));

function trimmed(text: string, from: number, to: number): Line {
  let start = from;
  let end = to;
  while (start < end && /\s/.test(text[start]!)) start++;
  while (end > start && /\s/.test(text[end - 1]!)) end--;
  return { from: start, to: end, words: text.slice(start, end) };
}

/** The heads on a line each, or the first of them in a row that kept its bars. */
function headAt(lines: readonly Line[], at: number): Stacked | undefined {
  const barred = cellsOf(lines[at]!);
  const first = barred[0]?.words ?? '';
  if (!NUMBER_HEAD.test(first)) return undefined;
  let end = at + 1;
  while (end < lines.length && end - at <= MOST_COLUMNS * 2 && lines[end]!.words.length < 60) {
    if (FIRST_MARK.test(lines[end]!.words) || SECTION.test(lines[end]!.words)) break;
    end++;
  }
  const named = end;
  // "I. Đổi mới công tác lãnh đạo, chỉ đạo": the first section's name, over its first row.
  while (end > at + 2 && end - named < 4 && end < lines.length && !FIRST_MARK.test(lines[end]!.words)) end++;
  if (!FIRST_MARK.test(lines[end]?.words ?? '')) return undefined;
  const below = lines.slice(at + 1, named).filter((line) => !/^[|\s:-]+$/.test(line.words));
  if (below.some((line) => line.words.includes('|'))) return undefined;
  const head = cellsOfHead([...barred, ...below]);
  const names = head.slice(1).map((cell) => cell.map((line) => line.words).join(' '));
  const isTasks = names.some((name) => WORK.test(name)) && names.some((name) => WHO.test(name) && !WORK.test(name));
  if (!isTasks || names.length < 2 || names.length > MOST_COLUMNS) return undefined;
  return { columns: names.length, endsWithTime: TIME_HEAD.test(names.at(-1)!), rowsFrom: end, head };
}

/** "Cơ quan / chủ trì", "Thời gian hoàn / thành": a line in small letters goes on with the name of the column. */
function cellsOfHead(lines: readonly Line[]): Line[][] {
  const cells: Line[][] = [];
  for (const line of lines)
    if (cells.length > 1 && /^\p{Ll}/u.test(line.words)) cells.at(-1)!.push(line);
    else cells.push([line]);
  return cells;
}

const FIRST_MARK = /^(?:0?1|I)[.)]?$/;
/** "II. Hoàn thiện thể chế ...", on one line with its number. */
const SECTION = /^[IVX]{1,5}[.)]\s+\p{Lu}/u;

/** The cells of a row with bars; a line without them is one cell. */
function cellsOf(line: Line): Line[] {
  if (!line.words.startsWith('|')) return [line];
  const cells: Line[] = [];
  let from = 1;
  for (let i = 1; i <= line.words.length; i++) {
    if (i < line.words.length && line.words[i] !== '|') continue;
    const cell = trimmed(line.words, from, i);
    if (cell.words !== '') cells.push({ ...cell, from: line.from + cell.from, to: line.from + cell.to });
    from = i + 1;
  }
  return cells;
}

/** Rows begin with the mark that comes next: the next number, or part "I" and "a)" of a number. What is numbered and has one cell is a section's name. */
function rowsOf(all: readonly Line[], table: Stacked, most: number): Line[][][] {
  const lines = withoutHeads(all.slice(table.rowsFrom, table.rowsFrom + most), table);
  const rows: Line[][][] = [];
  let at = 0;
  let seen: Marks | undefined = nextMark({ part: 0, number: 0, letter: 0 }, lines[at]!.words);
  while (seen) {
    let next = at + 1;
    let then: Marks | undefined;
    for (; next < lines.length && next - at <= table.columns * 8; next++) {
      const apart = markApart(lines[next]!);
      if (apart && nextMark(seen, apart[0].words)) lines.splice(next, 1, ...apart);
      then = nextMark(seen, lines[next]!.words);
      if (then) break;
    }
    const under = lines.slice(at + 1, next);
    const section = under.findIndex((line) => SECTION.test(line.words));
    const cells = cellsUnder(section < 0 ? under : under.slice(0, section), table, then === undefined);
    const isSection = cells.length === 1 && then !== undefined;
    if ((cells.length < 2 && !isSection) || !cells.every((cell) => cell.every((line) => LETTER.test(line.words))))
      break;
    rows.push([[lines[at]!], ...cells]);
    at = next;
    seen = then;
  }
  return rows;
}

/** The head stands again at the top of each page. */
function withoutHeads(lines: readonly Line[], { head }: Stacked): Line[] {
  const words = head.flat().map((line) => line.words);
  const rest: Line[] = [];
  for (let i = 0; i < lines.length; i++)
    if (words.every((word, k) => lines[i + k]?.words === word)) i += words.length - 1;
    else rest.push(lines[i]!);
  return rest;
}

/** A line in small letters goes on with the cell before it, and so does what follows a comma. @param isLast the text below the table may follow */
function cellsUnder(lines: readonly Line[], { columns, endsWithTime }: Stacked, isLast: boolean): Line[][] {
  const cells: Line[][] = [];
  const over: Line[] = [];
  for (const line of lines) {
    const before = cells.at(-1)?.at(-1)?.words ?? '';
    const isFull = cells.length === columns && endsWithTime && TIME.test(cells.at(-1)![0]!.words);
    const goesOn = cells.length > 0 && (/^[\p{Ll}(]/u.test(line.words) || OPEN_END.test(before));
    if (isFull && !isLast) over.push(line);
    else if (goesOn) cells.at(-1)!.push(line);
    else if (isLast && cells.length === columns) break;
    else cells.push([line]);
  }
  // A row that was cut by a page's end: each cell goes on below, in the order of the columns.
  for (const [k, line] of over.entries()) cells[Math.min(k, columns - 1)]!.push(line);
  // What is left over belongs to the work.
  while (cells.length > columns) cells.splice(0, 2, [...cells[0]!, ...cells[1]!]);
  // Nobody beside the lead: the day still stands in its own column.
  if (endsWithTime && cells.length > 1) {
    while (cells.length < columns && TIME.test(cells.at(-1)![0]!.words)) cells.splice(-1, 0, []);
  }
  return cells;
}

/** "Bộ Tài chính, Bộ | Tư pháp", "Các bộ ở | Trung ương": a line that ends so goes on in the next. */
const OPEN_END = /(?:[,;]|(?:^|\s)(?:và|của|ở|các|Các|với|về|cho|do|tại|Bộ|Sở|Ban|Ủy ban|UBND|Văn phòng))$/u;

const TIME =
  /^(?:(?:trước|trong|xong|từ|đến|cuối|đầu|hoàn thành|chậm nhất)(?=\s)|(?:ngày|quý|tháng|năm|tuần)(?=\s+[\dIVX])|\d{1,2}\/\d|hằng|hàng|thường xuyên|định kỳ|sau khi)/iu;

/** "10. Xây dựng Luật ...": the mark and the words beside it. */
function markApart(line: Line): [Line, Line] | undefined {
  const mark = /^(\d{1,3}[.)])\s+(?=\p{Lu})/u.exec(line.words);
  if (!mark) return undefined;
  const from = line.from + mark[0].length;
  return [
    { from: line.from, to: line.from + mark[1]!.length, words: mark[1]! },
    { from, to: line.to, words: line.words.slice(mark[0].length) },
  ];
}

interface Marks {
  part: number;
  number: number;
  letter: number;
}
const LETTERS = 'abcdđeghiklmnopqrstuvxy';
const ROMANS = ['', 'I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X', 'XI', 'XII', 'XIII', 'XIV', 'XV'];

/** What a line says as the mark after those seen; undefined where it is none, or not the next one. */
function nextMark(seen: Marks, words: string): Marks | undefined {
  const mark = /^(\d{1,3}|[a-zđ](?=[.)])|[IVX]{1,5})[.)]?$/.exec(words)?.[1];
  if (mark === undefined) return undefined;
  if (/\d/.test(mark)) {
    const number = Number.parseInt(mark, 10);
    const startsPart = number === 1 && seen.part > 0 && seen.letter === 0;
    return number === seen.number + 1 || startsPart ? { ...seen, number, letter: 0 } : undefined;
  }
  if (mark === ROMANS[seen.part + 1]) return { ...seen, part: seen.part + 1, letter: 0 };
  const letter = LETTERS.indexOf(mark) + 1;
  return letter > 0 && letter === seen.letter + 1 ? { ...seen, letter } : undefined;
}
