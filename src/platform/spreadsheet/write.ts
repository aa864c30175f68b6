import { writeXlsxStream } from 'hucre/xlsx';
import type { Day } from '../../kernel/day.ts';

/** One column of a sheet that is given away. */
export interface SheetColumn {
  header: string;
  /** How many characters wide, in XLSX. */
  width?: number;
  /** `day`: the cells are `Day`s; real dates in XLSX, `5/9/2026` in CSV. */
  kind?: 'text' | 'number' | 'day';
}
export type SheetCell = string | number | boolean | Day | null | undefined;
export type SheetRows = Iterable<readonly SheetCell[]> | AsyncIterable<readonly SheetCell[]>;

export const XLSX_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
export const CSV_TYPE = 'text/csv; charset=utf-8';

/**
 * An XLSX file as a stream: rows are pulled as the reader takes the bytes, so that memory does not grow with them. Text is
 * written as text, so that "=1+1" is shown and never reckoned. The heading stays in view.
 */
export function xlsxStream(
  columns: readonly SheetColumn[],
  rows: SheetRows,
  sheetName = 'Danh sách',
): ReadableStream<Uint8Array> {
  const source = typed(columns, rows);
  const bytes = writeXlsxStream(source, {
    name: sheetName.replace(/[\\/*?:[\]]/g, ' ').slice(0, 31),
    columns: columns.map((column) => ({
      header: column.header,
      width: column.width ?? (column.kind === 'text' || !column.kind ? 24 : 12),
      ...(column.kind === 'day' ? { numFmt: 'dd/mm/yyyy' } : {}),
    })),
    freezePane: { rows: 1 },
  }).getReader();
  return new ReadableStream({
    async pull(controller) {
      const { value, done } = await bytes.read();
      if (done) controller.close();
      else controller.enqueue(value);
    },
    // The library leaves the source open when nobody reads on; a cursor of the database must be closed.
    async cancel(reason) {
      await Promise.all([bytes.cancel(reason), source.return()]);
    },
  });
}

async function* typed(columns: readonly SheetColumn[], rows: SheetRows) {
  for await (const row of rows)
    yield columns.map((column, i) => {
      const cell = row[i];
      if (cell === undefined || cell === null || cell === '') return null;
      if (column.kind === 'day') return new Date(`${cell}T00:00:00Z`);
      return typeof cell === 'string' ? withoutControls(cell) : cell;
    });
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: signs that XML cannot carry are what is taken out
const withoutControls = (text: string) => text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '');

const CSV_CHUNK = 16_384;

/** A CSV file as a stream: UTF-8 with its mark, so that Excel reads the Vietnamese, and no cell that Excel would reckon. */
export function csvStream(columns: readonly SheetColumn[], rows: SheetRows): ReadableStream<Uint8Array> {
  const lines = csvLines(columns, rows);
  const encoder = new TextEncoder();
  return new ReadableStream({
    async pull(controller) {
      let text = '';
      while (text.length < CSV_CHUNK) {
        const { value, done } = await lines.next();
        if (done) {
          if (text) controller.enqueue(encoder.encode(text));
          return controller.close();
        }
        text += value;
      }
      controller.enqueue(encoder.encode(text));
    },
    async cancel() {
      await lines.return(undefined);
    },
  });
}

async function* csvLines(columns: readonly SheetColumn[], rows: SheetRows): AsyncGenerator<string, void> {
  yield `\ufeff${columns.map((column) => csvCell(column.header)).join(',')}\r\n`;
  for await (const row of rows) yield `${columns.map((column, i) => csvCell(shown(column, row[i]))).join(',')}\r\n`;
}

function shown(column: SheetColumn, cell: SheetCell): string | number {
  if (cell === undefined || cell === null) return '';
  if (typeof cell === 'boolean') return cell ? 'có' : 'không';
  if (column.kind !== 'day' || typeof cell === 'number') return cell;
  const [year, month, day] = cell.split('-');
  return day ? `${Number(day)}/${Number(month)}/${year}` : cell;
}

/** A text that begins like a formula gets an apostrophe before it (OWASP, "CSV injection"). */
function csvCell(value: string | number): string {
  if (typeof value === 'number') return String(value);
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
