import { Readable } from 'node:stream';
import { parse } from 'csv-parse';
import { streamXlsxRows } from 'hucre/xlsx';
import { Fault, invalid, isFault } from '../../kernel/errors.ts';
import { cleanLine } from '../../kernel/vietnamese.ts';
import { openZip } from '../files/zip.ts';

/** One row as people see it in the sheet: its number there, and the cells as cleaned text. */
export interface SheetRow {
  line: number;
  cells: string[];
  /** Where asked for: what stands in the sheet as a number, whatever sign it shows before its decimals. */
  numbers?: (number | null)[];
}

export interface ReadLimits {
  /** Bytes of the file. */
  bytes?: number;
  /** Rows that hold anything, with the heading. */
  rows: number;
  columns: number;
  numbers?: boolean;
  /** A date with its time of day, where it has one: `5/9/2026 08:30`. */
  times?: boolean;
  /** CSV that is no Unicode is read as Windows-1258; the caller must know its heading again, for this never fails. */
  legacy?: boolean;
}

const MB = 1024 * 1024;
/** A sheet of 10,000 rows and 20 columns has some 15 MB of XML. */
const INFLATED = 96 * MB;
const PIECE = 32_768;

/**
 * The rows of the first sheet of an XLSX file, or of a CSV file in UTF-8 or UTF-16, without those that are empty. Of a
 * formula the value is read that the sheet shows; nothing is reckoned.
 * @throws Fault invalid or tooLarge, with a sentence that says how to save the file so that it can be read
 */
export async function readRows(bytes: Uint8Array, limits: ReadLimits): Promise<SheetRow[]> {
  const rows: SheetRow[] = [];
  for await (const row of streamRows(bytes, limits)) rows.push(row);
  return rows;
}

/** The same one row after the other, for tables that should not stand in memory as a whole. */
export async function* streamRows(bytes: Uint8Array, limits: ReadLimits): AsyncGenerator<SheetRow> {
  const most = limits.bytes ?? 5 * MB;
  if (bytes.length === 0) throw invalid('sheet.empty', 'Tệp rỗng. Hãy chọn lại đúng tệp bảng tính.');
  if (bytes.length > most)
    throw new Fault('tooLarge', 'sheet.large', `Tệp lớn hơn ${Math.floor(most / MB)} MB. Hãy tách thành nhiều tệp.`);
  const zip = bytes[0] === 0x50 && bytes[1] === 0x4b;
  if (!zip && bytes[0] === 0xd0 && bytes[1] === 0xcf)
    throw invalid('sheet.old', 'Đây là tệp Excel đời cũ (.xls) hoặc có mật khẩu. Hãy lưu thành .xlsx không mật khẩu.');
  let count = 0;
  for await (const { line, values } of zip ? xlsxRows(bytes) : csvRows(bytes, limits.legacy)) {
    const cells = values.slice(0, limits.columns).map((value) => cellText(value, limits.times));
    if (cells.every((cell) => cell === '')) continue;
    count += 1;
    if (count > limits.rows)
      throw new Fault('tooLarge', 'sheet.rows', `Bảng có hơn ${limits.rows} dòng. Hãy tách thành nhiều tệp.`);
    const numbers = values.slice(0, limits.columns).map((value) => (typeof value === 'number' ? value : null));
    yield limits.numbers ? { line, cells, numbers } : { line, cells };
  }
}

async function* xlsxRows(bytes: Uint8Array): AsyncGenerator<{ line: number; values: unknown[] }> {
  try {
    const zip = await openZip(bytes);
    if (zip.inflatedSize > INFLATED)
      throw new Fault('tooLarge', 'sheet.inflated', 'Bảng tính quá lớn. Hãy tách nhỏ tệp.');
    if (!zip.names.has('xl/workbook.xml')) throw new Error('no workbook');
    // Every part is inflated once under the guard, which stops at the declared size.
    for (const name of zip.names) if (!name.endsWith('/')) await zip.read(name);
    for await (const row of streamXlsxRows(bytes)) yield { line: row.index + 1, values: row.values };
  } catch (error) {
    if (isFault(error)) throw error;
    throw invalid(
      'sheet.unreadable',
      'Không đọc được bảng tính này. Hãy mở bằng Excel, lưu thành tệp .xlsx mới (không mật khẩu) rồi tải lên lại.',
    );
  }
}

async function* csvRows(bytes: Uint8Array, legacy = false): AsyncGenerator<{ line: number; values: unknown[] }> {
  const text = decoded(bytes, legacy);
  if (text.includes('\0')) throw invalid('sheet.type', 'Đây không phải bảng tính. Hãy chọn tệp .xlsx hoặc .csv.');
  // A title above the heading may be one cell, and no line to go by.
  const heading = /^.*[,;\t].*$/m.exec(text)?.[0] ?? '';
  const delimiter = [',', ';', '\t'].reduce((best, sign) =>
    heading.split(sign).length > heading.split(best).length ? sign : best,
  );
  try {
    const rows = Readable.from(pieces(text), { objectMode: false }).pipe(
      parse({ bom: true, delimiter, relaxColumnCount: true, info: true }),
    ) as AsyncIterable<{ record: string[]; info: { lines: number } }>;
    for await (const { record, info } of rows) yield { line: info.lines, values: record };
  } catch {
    throw invalid('sheet.csv', 'Tệp CSV có dấu nháy kép không khép. Hãy lưu lại từ Excel dạng .xlsx rồi tải lên.');
  }
}

function decoded(bytes: Uint8Array, legacy: boolean): string {
  const little = bytes[0] === 0xff && bytes[1] === 0xfe;
  const big = bytes[0] === 0xfe && bytes[1] === 0xff;
  try {
    return new TextDecoder(little ? 'utf-16le' : big ? 'utf-16be' : 'utf-8', { fatal: true }).decode(bytes);
  } catch {
    if (legacy && !little && !big) return new TextDecoder('windows-1258').decode(bytes);
    throw invalid(
      'sheet.encoding',
      'Không nhận ra bảng mã của tệp. Hãy lưu thành "Excel Workbook (.xlsx)" hoặc "CSV UTF-8".',
    );
  }
}

/** A large file is read as it is asked for, not at once. */
function* pieces(text: string): Generator<string> {
  for (let at = 0; at < text.length; at += PIECE) yield text.slice(at, at + PIECE);
}

function cellText(value: unknown, times = false): string {
  if (value === null || value === undefined) return '';
  if (value instanceof Date) return dateText(value, times);
  if (typeof value === 'object') return 'text' in value ? cellText(value.text, times) : '';
  return cleanLine(String(value));
}

/** Sheets keep moments as fractions of days, which come out some milliseconds off: to the second. */
function dateText(value: Date, times: boolean): string {
  const at = new Date(Math.round(value.getTime() / 1000) * 1000);
  const day = `${at.getUTCDate()}/${at.getUTCMonth() + 1}/${at.getUTCFullYear()}`;
  const time = at.toISOString().slice(11, 19);
  return times && time !== '00:00:00' ? `${day} ${time}` : day;
}
