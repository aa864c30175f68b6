import { invalid } from '../../kernel/errors.ts';
import type { SheetRow } from '../../platform/spreadsheet/index.ts';
import {
  type Columns,
  columnsOf,
  faultOf,
  type PlannedPetition,
  type RowFault,
  type RowRules,
  readRow,
  sameKey,
} from './readRow.ts';
import { MOST_ROWS, type Table } from './tableRows.ts';

/** Above the heading stand a title, a date, an empty line. */
const HEADING_WITHIN = 20;
/** More are counted, and told once these are mended. */
export const MOST_FAULTS = 500;

export interface Checked {
  rowCount: number;
  faultCount: number;
  /** The first of them. */
  faults: RowFault[];
}

/**
 * Looks at every row once, keeping none. Rows that ask the same are told by the number of the first.
 * @param onRow is told how many were looked at
 * @throws Fault invalid where no row is a heading, where there are no rows or too many
 */
export async function checkTable(
  table: Table,
  rules: RowRules,
  onRow: (count: number) => Promise<void>,
): Promise<Checked> {
  const checked: Checked = { rowCount: 0, faultCount: 0, faults: [] };
  const refuse = (fault: RowFault) => {
    checked.faultCount += 1;
    if (checked.faults.length < MOST_FAULTS) checked.faults.push(fault);
  };
  for (const fault of table.faults) refuse(fault);
  const firstLine = new Map<string, number>();
  for await (const { row, at } of rowsBelowHeading(table)) {
    checked.rowCount += 1;
    if (checked.rowCount > MOST_ROWS) {
      throw invalid('import.rows', `Bảng có hơn ${MOST_ROWS} dòng. Hãy tách thành nhiều tệp.`);
    }
    await onRow(checked.rowCount);
    try {
      const { askerId, words } = readRow(row, at, rules);
      const key = sameKey(askerId, words['chu-de']);
      const first = firstLine.get(key);
      if (first === undefined) firstLine.set(key, row.line);
      else refuse({ line: row.line, message: `Trùng nơi kiến nghị và chủ đề với dòng ${first}.` });
    } catch (error) {
      refuse(faultOf(row.line, error));
    }
  }
  if (checked.rowCount === 0) throw invalid('import.none', 'Bảng chưa có dòng kiến nghị nào dưới dòng tên cột.');
  return checked;
}

/** The petitions of a table that was found without fault, one after the other. */
export async function* plannedPetitions(table: Table, rules: RowRules): AsyncGenerator<PlannedPetition> {
  for await (const { row, at } of rowsBelowHeading(table)) yield readRow(row, at, rules);
}

async function* rowsBelowHeading(table: Table): AsyncGenerator<{ row: SheetRow; at: Columns }> {
  let at: Columns | undefined;
  let lacks: string[] = [];
  let looked = 0;
  let asker = '';
  for await (const row of table.rows()) {
    const heading = looked < HEADING_WITHIN || table.merges ? columnsOf(row) : undefined;
    looked += 1;
    if (heading?.missing.length === 0) {
      // A document may have several tables, or repeat the heading on each page.
      at = heading.at;
      continue;
    }
    if (!at) {
      if (looked === 1 || heading!.missing.length < lacks.length) lacks = heading?.missing ?? lacks;
      if (looked < HEADING_WITHIN) continue;
      break;
    }
    const askerAt = at.get('co-quan')!;
    if (table.merges && row.cells[askerAt] === '') row.cells[askerAt] = asker;
    asker = row.cells[askerAt] ?? '';
    yield { row, at };
  }
  if (!at) {
    throw invalid(
      'import.heading',
      `Không thấy dòng tên cột${lacks.length > 0 ? `: thiếu ${lacks.join(', ')}` : ''}. Hãy dùng mẫu tải về.`,
      'tep',
    );
  }
}
