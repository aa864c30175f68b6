/** A word and where it stands; `y` runs down, and all lengths are in one unit (letters of a text, points of a page). */
export interface Standing {
  text: string;
  x: number;
  y: number;
  w: number;
}

/** A task table without lines or bars, found by its columns: `rows[from..to)` hold it. */
export interface AlignedTable<W> {
  from: number;
  to: number;
  /** The head first, then each record: its cells, each with its words in reading order. */
  records: W[][][];
}

const NUMBER_HEAD = /^(?:TT|STT|S[oố]TT)$/iu;
const WORK = /nhiệm vụ|nội dung|công việc|hoạt động/iu;
const WHO = /chủ trì|thực hiện|cơ quan|đơn vị/iu;
const NUMBER = /^(?:\d{1,3}(?:\.\d{1,2})*|[IVX]{1,5}|[A-ZĐ])[.)]?$/u;
const SECTION = /^(?:[IVX]{1,5}|[A-ZĐ])[.)]?$/u;
const MAX_ROWS = 4000;
const MAX_COLUMNS = 30;

interface Column {
  left: number;
  right: number;
}

/**
 * Finds task tables in rows of words. A table opens with a row that begins with "TT" and whose head names the work and
 * who does it; it goes on for as long as rows keep to its columns. Cost grows with the words.
 * @param gap a free stretch this wide parts two cells
 * @param pitch the height of a usual line, from one to the next
 */
export function findAlignedTables<W extends Standing>(
  rows: readonly (readonly W[])[],
  gap: number,
  pitch: number,
): AlignedTable<W>[] {
  const tables: AlignedTable<W>[] = [];
  for (let at = 0; at < rows.length; at++) {
    if (!NUMBER_HEAD.test(rows[at]![0]?.text ?? '')) continue;
    const table = tableAt(rows, at, tables.at(-1)?.to ?? 0, gap, pitch);
    if (!table) continue;
    tables.push(table);
    at = table.to - 1;
  }
  return tables;
}

function tableAt<W extends Standing>(
  rows: readonly (readonly W[])[],
  at: number,
  after: number,
  gap: number,
  pitch: number,
): AlignedTable<W> | undefined {
  let bodyAt = at + 1;
  while (bodyAt < rows.length && bodyAt < at + 6 && !NUMBER.test(rows[bodyAt]![0]?.text ?? '')) bodyAt++;
  // The head may be set in several lines, the number's in their middle.
  let from = at;
  const numberRight = rightOf(rows[at]![0]!);
  while (from > after && at - from < 2 && isHeadLine(rows[from - 1]!, rows[from]!, numberRight, gap, pitch)) from--;
  const head = rows.slice(from, bodyAt);
  const columns = columnsOf(head.flat(), gap);
  const words = head
    .flat()
    .map((word) => word.text)
    .join(' ');
  if (
    columns.length < 3 ||
    columns.length > MAX_COLUMNS ||
    bodyAt >= rows.length ||
    !WORK.test(words) ||
    !WHO.test(words)
  )
    return undefined;
  const placed: W[][][] = [];
  let to = bodyAt;
  for (; to < rows.length && to - from < MAX_ROWS; to++) {
    const row = rows[to]!;
    const cells = isSection(row) ? sectionCells(row, columns) : cellsOf(row, columns, gap);
    if (!cells || (to > bodyAt && row[0]!.y - rows[to - 1]![0]!.y > pitch * 6)) break;
    placed.push(cells);
  }
  const records = toRecords(placed, pitch);
  const headCells = joined(head.map((row) => cellsOf(row, columns, gap) ?? []));
  return records.length > 0 ? { from, to, records: [headCells, ...records] } : undefined;
}

const rightOf = (word: Standing): number => word.x + word.w;

function isHeadLine(
  row: readonly Standing[],
  below: readonly Standing[],
  numberRight: number,
  gap: number,
  pitch: number,
): boolean {
  if (row.length === 0 || row[0]!.x < numberRight + gap / 2 || below[0]!.y - row[0]!.y > pitch * 1.6) return false;
  return columnsOf(row, gap).length >= 2 || WHO.test(row.map((word) => word.text).join(' '));
}

/** The stretches that words fill when all are laid over one another. */
function columnsOf(words: readonly Standing[], gap: number): Column[] {
  const columns: Column[] = [];
  for (const word of [...words].sort((a, b) => a.x - b.x)) {
    const last = columns.at(-1);
    if (last && word.x - last.right < gap) last.right = Math.max(last.right, rightOf(word));
    else columns.push({ left: word.x, right: rightOf(word) });
  }
  return columns;
}

const isSection = (row: readonly Standing[]): boolean => SECTION.test(row[0]?.text ?? '') && row.length > 1;

function sectionCells<W>(row: readonly W[], columns: readonly Column[]): W[][] {
  const cells: W[][] = columns.map(() => []);
  cells[0]!.push(row[0]!);
  cells[1]!.push(...row.slice(1));
  return cells;
}

/** Puts the words of a row under the columns, which grow with them; undefined where the row runs across columns. */
function cellsOf<W extends Standing>(row: readonly W[], columns: Column[], gap: number): W[][] | undefined {
  const cells: W[][] = columns.map(() => []);
  for (const part of partsOf(row, columns, gap)) {
    const [left, right] = [part[0]!.x, rightOf(part.at(-1)!)];
    const met = columns.flatMap((column, i) => (column.left < right && left < column.right ? [i] : []));
    if (met.length > 1) return undefined;
    const at = met[0] ?? nearest(columns, (left + right) / 2);
    const column = columns[at]!;
    if ((columns[at - 1]?.right ?? -Infinity) > left || (columns[at + 1]?.left ?? Infinity) < right) return undefined;
    column.left = Math.min(column.left, left);
    column.right = Math.max(column.right, right);
    cells[at]!.push(...part);
  }
  return cells;
}

/** A row cut at its wide gaps, and where a word begins right at the left edge of a column. */
function partsOf<W extends Standing>(row: readonly W[], columns: readonly Column[], gap: number): W[][] {
  const parts: W[][] = [];
  row.forEach((word, i) => {
    const previous = row[i - 1];
    const opens =
      !previous ||
      word.x - rightOf(previous) >= gap ||
      columns.some((column) => Math.abs(column.left - word.x) <= gap / 4 && column.left > rightOf(previous));
    if (opens) parts.push([word]);
    else parts.at(-1)!.push(word);
  });
  return parts;
}

function nearest(columns: readonly Column[], middle: number): number {
  let best = 0;
  let distance = Infinity;
  columns.forEach((column, i) => {
    const away = Math.abs((column.left + column.right) / 2 - middle);
    if (away < distance) [best, distance] = [i, away];
  });
  return best;
}

/** Rows become records: by the free lines between them where each such block has one number, else by the numbers. */
function toRecords<W extends Standing>(rows: readonly (readonly W[])[][], pitch: number): W[][][] {
  const blocks: number[] = [0];
  for (let i = 1; i < rows.length; i++) if (topOf(rows[i]!) - topOf(rows[i - 1]!) > pitch * 1.5) blocks.push(i);
  const numbered = rows.flatMap((cells, i) => (NUMBER.test(cells[0]?.[0]?.text ?? '') ? [i] : []));
  const isEachOne =
    blocks.length === numbered.length &&
    blocks.every((start, k) => numbered[k]! >= start && numbered[k]! < (blocks[k + 1] ?? rows.length));
  const starts = isEachOne ? blocks : numbered;
  return starts.map((start, k) => joined(rows.slice(k === 0 ? 0 : start, starts[k + 1] ?? rows.length)));
}

const topOf = (cells: readonly (readonly Standing[])[]): number => cells.find((cell) => cell.length > 0)?.[0]?.y ?? 0;

function joined<W>(rows: readonly (readonly (readonly W[])[])[]): W[][] {
  const width = Math.max(0, ...rows.map((cells) => cells.length));
  return Array.from({ length: width }, (_, i) => rows.flatMap((cells) => cells[i] ?? []));
}
