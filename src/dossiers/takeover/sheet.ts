import { invalid } from '../../kernel/errors.ts';
import { type SheetRow, streamRows } from '../../platform/spreadsheet/index.ts';
import { type Columns, columnsOf } from './columns.ts';
import type { CellOf } from './readRow.ts';

/** Rows of one file; a province's commune has some thousand running dossiers. */
export const MOST_ROWS = 50_000;
const MOST_COLUMNS = 80;
/** Above the heading stand a title, a date, an empty line. */
const HEADING_WITHIN = 20;

export interface ExportRow {
  line: number;
  cell: CellOf;
  /** As they stand, with the heading's own, to be given back. */
  cells: readonly string[];
}

/**
 * The rows below the heading of an export, one after the other, so that memory does not grow with them. A heading repeated on
 * every page is passed by.
 * @param onHeading is told the heads as they stand
 * @throws Fault invalid or tooLarge, with what to do
 */
export async function* exportRows(
  bytes: Uint8Array,
  onHeading: (cells: readonly string[]) => void = () => {},
): AsyncGenerator<ExportRow> {
  let at: Columns | undefined;
  let lacks: string[] = [];
  let looked = 0;
  let counted = 0;
  const limits = { bytes: bytes.length + 1, rows: MOST_ROWS + HEADING_WITHIN + 1000, columns: MOST_COLUMNS };
  for await (const row of streamRows(bytes, { ...limits, times: true, legacy: true })) {
    looked += 1;
    const heading = columnsOf(row);
    if (heading.missing.length === 0) {
      if (!at) onHeading(row.cells);
      at = heading.at;
      continue;
    }
    if (!at) {
      if (looked === 1 || heading.missing.length < lacks.length) lacks = heading.missing;
      if (looked < HEADING_WITHIN) continue;
      break;
    }
    counted += 1;
    if (counted > MOST_ROWS) throw invalid('takeover.rows', `Bảng có hơn ${MOST_ROWS} dòng. Hãy tách thành nhiều tệp.`);
    yield { line: row.line, cell: cellsOf(row, at), cells: row.cells };
  }
  if (!at) {
    const missing = lacks.length > 0 && lacks.length < 6 ? `: thiếu ${lacks.join(', ')}` : '';
    throw invalid('takeover.heading', `Không thấy dòng tên cột${missing}. Hãy đối chiếu với tệp mẫu trên trang nhập.`);
  }
}

const cellsOf =
  (row: SheetRow, at: Columns): CellOf =>
  (key) =>
    // The apostrophe that a CSV of ours puts before what a sheet would reckon (a telephone that begins with +).
    (row.cells[at.get(key) ?? -1] ?? '').replace(/^'(?=[=+\-@])/, '');
