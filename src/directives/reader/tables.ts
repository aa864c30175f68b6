import type { Line } from './lines.ts';
import type { AgencyGrammar, AgencyMention } from './mentions.ts';
import type { Flow } from './paragraphs.ts';

/** A row of a task table, its cells as stretches of the flow. */
export interface TaskRow {
  content: [number, number];
  leads: AgencyMention[];
  coordinates: AgencyMention[];
  time: [number, number] | undefined;
  start: number;
  end: number;
}

type Role = 'content' | 'lead' | 'coordinate' | 'time';
type Cell = [from: number, to: number];

const ROLES: [Role, RegExp][] = [
  ['coordinate', /phối hợp|^(?:cùng (?:làm|thực hiện|tham gia)|tham gia|hỗ trợ)$/iu],
  [
    'time',
    /(?:thời (?:gian|hạn|điểm)|tiến độ|hạn (?:hoàn thành|xong|cuối|chót)|hoàn thành|^(?:xong|hạn|khi nào|ngày xong|thời hạn)(?=\s|$)|thời hạn)/iu,
  ],
  [
    'lead',
    /(?:chủ trì|thực hiện|chịu trách nhiệm|đầu mối|phụ trách|được giao|phân công|trách nhiệm|cơ quan|đơn vị|làm chính|ai làm|người làm)/iu,
  ],
  [
    'content',
    /(?:nội dung|nhiệm vụ|công việc|hoạt động|đề án|giải pháp|^(?:tên )?việc(?:\s|$)|hạng mục|tên văn bản|dự án)/iu,
  ],
];

/** Reads the task tables of an annex. `taken` holds the paragraphs that belong to them. */
export function readTaskTables(
  flow: Flow,
  lines: readonly Line[],
  grammar: AgencyGrammar,
): { rows: TaskRow[]; taken: Set<number> } {
  const rows: TaskRow[] = [];
  const taken = new Set<number>();
  for (const table of [...inlineTables(flow), ...barredTables(flow, lines)]) {
    const heading = namesAbove(flow, table, grammar);
    const isHeaded = heading.length > 0;
    const headAt = table.findIndex(
      (row, i) => columnsOf(flow, row.cells, cellsUnderHead(flow, table[i + 1]), isHeaded) !== undefined,
    );
    if (headAt < 0) continue;
    const under = cellsUnderHead(flow, table[headAt + 1]);
    // Words before the table may stand in the cells before its first column.
    const head = table[headAt]!.cells;
    const first = head.findIndex(([from, to]) => FIRST_COLUMN.test(flow.text.slice(from, to)));
    // "Đơn vị | Nội dung | Thời hạn": what stands before may be a column of its own.
    const isBeside = first > 0 && Object.keys(rolesOf(flow, head.slice(0, first))).length === 0;
    const extra = isBeside && columnsOf(flow, head.slice(first), under?.slice(first), isHeaded) ? first : 0;
    const columns = columnsOf(flow, head.slice(extra), under?.slice(extra), isHeaded);
    if (!columns) continue;
    const firstRow = head[extra]![0];
    for (const row of table.slice(headAt))
      for (const p of row.paragraphs) if (flow.paragraphs[p]!.end > firstRow) taken.add(p);
    let above: AgencyMention[] = columns.lead === undefined ? heading : [];
    let timeAbove: Cell | undefined;
    let besideAbove: AgencyMention[] = [];
    for (const row of table.slice(headAt + (under ? 2 : 1))) {
      const content = row.cells[columns.content!];
      if (!content || content[1] - content[0] < 8) continue;
      const time = columns.time === undefined ? undefined : row.cells[columns.time];
      if (isSectionRow(flow, row.cells, content) || isDone(flow, time)) continue;
      const beneath = columns.lead === undefined ? undefined : row.cells[columns.lead];
      const leads = columns.lead === undefined || isDitto(flow, beneath) ? above : namesOf(flow, beneath, grammar);
      if (leads.length > 0) above = leads;
      else if (above.length === 0 || row.cells.length <= 2) continue;
      if (time && time[1] > time[0] && !isDitto(flow, time)) timeAbove = time;
      const beside = columns.coordinate === undefined ? undefined : row.cells[columns.coordinate];
      if (!isDitto(flow, beside)) besideAbove = namesOf(flow, beside, grammar);
      const filled = row.cells.filter((cell) => cell[1] > cell[0]);
      rows.push({
        content,
        leads: above,
        coordinates: besideAbove,
        time: leads.length > 0 && !isDitto(flow, time) && !isMerged(columns.time, time) ? time : (timeAbove ?? time),
        start: content[0],
        end: Math.max(...filled.map((cell) => cell[1])),
      });
    }
  }
  return { rows, taken };
}

/** "II | Lĩnh vực đất đai | |", also with its words told again in every cell: a heading inside the table. */
function isSectionRow(flow: Flow, cells: readonly Cell[], content: Cell): boolean {
  const words = flow.text.slice(...content);
  if (cells.filter((cell) => flow.text.slice(...cell) === words).length > 2) return true;
  const others = cells.filter((cell) => cell !== content && cell[1] > cell[0]);
  const [from, to] = others[0] ?? [0, 0];
  return others.length === 1 && from < content[0] && /^(?:[IVX]{1,5}|[A-ZĐ])[.)]?$/u.test(flow.text.slice(from, to));
}

/** "Đã hoàn thành" where the day would stand. */
const isDone = (flow: Flow, cell: Cell | undefined): boolean =>
  cell !== undefined &&
  /^\s*đã (?:hoàn thành|thực hiện|ban hành|xong|trình)(?![\p{L}\p{M}])/iu.test(flow.text.slice(...cell));

/** "TT", "STT", or the work's own column where rows carry no number. */
const FIRST_COLUMN =
  /^(?:TT|STT|Số TT|Số thứ tự|Nội dung|Nhiệm vụ|Tên nhiệm vụ|Công việc|Việc|Hoạt động|(?:Tên )?(?:Đơn vị|Cơ quan|Bộ phận|Người)(?! tính)(?: (?:chủ trì|thực hiện|phụ trách|được giao|chịu trách nhiệm))?$)/iu;

interface Row {
  cells: Cell[];
  paragraphs: number[];
}

/** A first column that tells when is written once for all rows beside it. */
const isMerged = (column: number | undefined, cell: Cell | undefined): boolean =>
  column === 0 && cell !== undefined && cell[1] <= cell[0];

/** "| | | Đơn vị chủ trì | Đơn vị phối hợp" under a head that says "Thực hiện" over both. */
function cellsUnderHead(flow: Flow, row: Row | undefined): Cell[] | undefined {
  if (!row || row.cells.length < 3 || row.cells[0]![1] > row.cells[0]![0]) return undefined;
  const filled = row.cells.filter(([from, to]) => to > from);
  const { lead, coordinate } = rolesOf(flow, row.cells);
  const isHead = filled.length > 0 && filled.every(([from, to]) => to - from < 40);
  return isHead && (lead !== undefined || coordinate !== undefined) ? row.cells : undefined;
}

/** "5. UBND các xã, phường:" over a table that says what and when, but not who. */
function namesAbove(flow: Flow, table: readonly Row[], grammar: AgencyGrammar): AgencyMention[] {
  const p = flow.paragraphs[Math.min(...table[0]!.paragraphs) - 1];
  if (!p || !/:\s*$/u.test(flow.text.slice(p.body, p.end))) return [];
  const { items, end } = grammar.list(flow.text, p.body, p.end, true);
  return /^\s?(?:(?:có|chịu) (?:trách nhiệm|nhiệm vụ))?[^.;:]{0,40}:\s*$/u.test(flow.text.slice(end, p.end))
    ? items
    : [];
}

/** Which column says what; undefined unless the work and who does it have one, or the work and its time under a body's heading. */
function columnsOf(
  flow: Flow,
  cells: readonly Cell[],
  under: readonly Cell[] = [],
  isHeaded = false,
): Partial<Record<Role, number>> | undefined {
  const columns = { ...rolesOf(flow, cells), ...rolesOf(flow, under) };
  const isWide = Math.max(cells.length, under.length) >= 3;
  // "Nhiệm vụ | Đơn vị thực hiện": the first match of "thực hiện" may be the work's own column.
  const isWhose = columns.lead !== undefined || (isHeaded && columns.time !== undefined);
  return columns.content !== undefined && isWhose && isWide ? columns : undefined;
}

function rolesOf(flow: Flow, cells: readonly Cell[]): Partial<Record<Role, number>> {
  const columns: Partial<Record<Role, number>> = {};
  cells.forEach(([from, to], i) => {
    if (to - from > 60) return;
    const words = flow.text.slice(from, to);
    const role = ROLES.find(([name, form]) => columns[name] === undefined && form.test(words))?.[0];
    if (role) columns[role] = i;
  });
  return columns;
}

/** Rows written on one line each, their cells between bars. */
function inlineTables(flow: Flow): Row[][] {
  const runs: number[][] = [[]];
  flow.paragraphs.forEach((p, index) => {
    if (p.kind === 'row') runs.at(-1)!.push(index);
    else if (runs.at(-1)!.length > 0) runs.push([]);
  });
  return runs.filter((run) => run.length > 1).map((run) => rowsOfRun(flow, run));
}

/** Where bars frame each row the first one opens it; elsewhere it tells an empty first cell. */
function rowsOfRun(flow: Flow, run: readonly number[]): Row[] {
  const startsWithBar = (index: number): boolean => flow.text[flow.paragraphs[index]!.start] === '|';
  const isFramed = run.every(startsWithBar);
  return run.map((index) => {
    const p = flow.paragraphs[index]!;
    const cells: Cell[] = [];
    let from = p.start + (isFramed ? 1 : 0);
    const stop = flow.text[p.end - 1] === '|' ? p.end - 1 : p.end;
    for (let i = from; i <= stop; i++) {
      if (i < stop && flow.text[i] !== '|') continue;
      cells.push(trimmed(flow.text, from, i));
      from = i + 1;
    }
    return { cells, paragraphs: [index] };
  });
}

/** Rows whose cells stand under each other between lines that hold a bar only; two such lines end a row. */
function barredTables(flow: Flow, lines: readonly Line[]): Row[][] {
  const byLine = new Map<number, number>();
  flow.paragraphs.forEach((p, i) => {
    if (p.firstLine >= 0) byLine.set(p.firstLine, i);
  });
  const tables: Row[][] = [];
  let table: Row[] = [];
  let row: Row | undefined;
  let cell: number[] = [];
  let lastBar = -2;
  const closeCell = (): void => {
    const paragraphs = cell.map((i) => flow.paragraphs[i]!);
    row?.cells.push(paragraphs.length ? [paragraphs[0]!.start, paragraphs.at(-1)!.end] : [0, 0]);
    row?.paragraphs.push(...cell);
    cell = [];
  };
  lines.forEach((line, i) => {
    if (line.blank) return;
    if (line.kind === 'bar' && /^\|$/.test(line.text)) {
      const adjacent = lastBar >= 0 && lines.slice(lastBar + 1, i).every((l) => l.blank);
      if (row && !adjacent) closeCell();
      if (adjacent || !row) {
        if (row && row.cells.length > 0) table.push(row);
        row = { cells: [], paragraphs: [] };
      }
      lastBar = i;
      return;
    }
    const paragraph = byLine.get(i);
    if (paragraph === undefined) return;
    if (row) cell.push(paragraph);
    // So much text in one cell is the page itself, after a letterhead set in a table.
    const last = flow.paragraphs[paragraph]!;
    if (cell.length > 8 || last.marker?.kind === 'roman' || last.marker?.kind === 'part') {
      if (table.length > 1) tables.push(table);
      table = [];
      row = undefined;
      cell = [];
      lastBar = -2;
    }
  });
  if (row && row.cells.length > 0) table.push(row);
  if (table.length > 1) tables.push(table);
  return tables;
}

/** "nt", "- nt -", "Như trên": the cell says what the one above it says. */
const isDitto = (flow: Flow, cell: Cell | undefined): boolean =>
  cell !== undefined && /^[-–"“\s]*(?:nt|như trên|n\.t|["”])[-–"”.\s]*$/iu.test(flow.text.slice(...cell));

function namesOf(flow: Flow, cell: Cell | undefined, grammar: AgencyGrammar): AgencyMention[] {
  if (!cell || cell[1] <= cell[0]) return [];
  const [start, stop] = trimmed(flow.text, cell[0], cell[1]);
  const known = grammar.list(flow.text, start, stop, true);
  // "Bộ A chỉ đạo Sở Giao dịch ... thực hiện": what it does with others is no part of the name.
  if (known.items.length > 0 && /^\s(?:chỉ đạo|trình|tham mưu)\s/u.test(flow.text.slice(known.end, stop)))
    return known.items;
  const found = namesIn(flow.text, start, stop, grammar);
  if (found) return found;
  if (!/\p{L}{2}/u.test(flow.text.slice(start, stop)) || stop - start > 300) return known.items;
  return [{ start, end: stop, plural: false }];
}

/** "Sở A, Sở B", "- Sở A; - Sở B". */
const BETWEEN = /^\s?[,;]\s(?:[-–+]\s?)?/u;

/** Known names, and between commas unknown ones in capitals; undefined where the words are no list of names. */
function namesIn(text: string, from: number, to: number, grammar: AgencyGrammar): AgencyMention[] | undefined {
  const names: AgencyMention[] = [];
  for (let at = from + /^(?:[-–+]\s?)?/u.exec(text.slice(from, from + 3))![0].length; at < to; ) {
    const { items, end } = grammar.list(text, at, to, true);
    names.push(...items);
    const isWhole = items.length > 0 && (to - end < 3 || BETWEEN.test(text.slice(end, end + 3)));
    if (isWhole) at = end;
    else {
      // "Trung tâm | Dịch vụ ...": a name known by its first words alone is read to the next comma.
      at = names.splice(names.length - Math.min(items.length, 1)).at(0)?.start ?? at;
      const piece = /^(?:các\s|những\s)?\p{Lu}[^,;]{2,120}/u.exec(text.slice(at, to))?.[0].trimEnd();
      if (!piece) return undefined;
      names.push({ start: at, end: at + piece.length, plural: false });
      at += piece.length;
    }
    if (to - at < 3) return names;
    const between = BETWEEN.exec(text.slice(at, at + 6))?.[0];
    if (!between) return undefined;
    at += between.length;
  }
  return names.length > 0 ? names : undefined;
}

function trimmed(text: string, from: number, to: number): Cell {
  let start = from;
  let end = to;
  while (start < end && /\s/.test(text[start]!)) start++;
  while (end > start && /[\s.;,]/.test(text[end - 1]!)) end--;
  return [start, end];
}
