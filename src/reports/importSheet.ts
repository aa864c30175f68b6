import { Fault, type FieldFault, invalid } from '../kernel/errors.ts';
import { fold } from '../kernel/vietnamese.ts';
import { formulaCells, readRows, type SheetColumn } from '../platform/spreadsheet/index.ts';
import { isNumeric, type ReportField, type Value, type Values } from './model.ts';
import { checkNumber, fieldName, readValue, shownValue } from './values.ts';

/** The columns of a report as a sheet; figures stand in the last but one. */
export const SHEET_COLUMNS: readonly SheetColumn[] = [
  { header: 'Mã', width: 28 },
  { header: 'Chỉ tiêu', width: 60 },
  { header: 'Đơn vị tính', width: 14 },
  { header: 'Kỳ trước', width: 16 },
  { header: 'Số liệu kỳ này', width: 18 },
  { header: 'Ghi chú cách điền', width: 40 },
];
const [KEY, FIGURE] = [0, 4];

/** The rows of a template, with what is known already. */
export const templateRows = (
  fields: readonly ReportField[],
  values: Values,
  before: Values | undefined,
): (Value | null)[][] =>
  fields.map((f) => [f.key, f.label, f.unit, before?.[f.key] ?? null, values[f.key] ?? null, noteOn(f)]);

function noteOn(f: ReportField): string {
  const parts = [f.required ? 'bắt buộc' : 'không bắt buộc'];
  if (f.choices.length > 0) parts.push(`chọn: ${f.choices.join(' / ')}`);
  if (f.min !== null) parts.push(`từ ${shownValue(f.min)}`);
  if (f.max !== null) parts.push(`đến ${shownValue(f.max)}`);
  return parts.join('; ');
}

/**
 * Reads the figures of a filled template (XLSX or CSV), as texts by the names of the form's inputs: what is empty in the sheet
 * stays as it was. Faults name the row of the sheet; formulas are refused by the names of their cells.
 * @throws Fault invalid at field `tep`, tooLarge
 */
export async function readFilledSheet(
  bytes: Uint8Array,
  fields: readonly ReportField[],
): Promise<Record<string, string>> {
  const rows = await readRows(bytes, { rows: 400, columns: 8, numbers: true });
  const formulas = await formulaCells(bytes);
  if (formulas.length > 0) {
    const named = formulas.slice(0, 8).join(', ');
    throw invalid(
      'report.formula',
      `Ô ${named}${formulas.length > 8 ? '…' : ''} chứa công thức. Hãy chép rồi dán lại “chỉ giá trị” (Paste Values) và tải lên lại.`,
      'tep',
    );
  }
  if (!rows.some((row) => fold(row.cells[KEY] ?? '') === 'ma')) {
    throw invalid(
      'report.sheet',
      'Tệp này không theo mẫu. Hãy tải mẫu của báo cáo, điền vào cột “Số liệu kỳ này” rồi tải lên.',
      'tep',
    );
  }
  const byKey = new Map(fields.map((f) => [f.key, f]));
  const found: Record<string, string> = {};
  const faults: FieldFault[] = [];
  const seen = new Set<string>();
  for (const row of rows) {
    const key = row.cells[KEY] ?? '';
    if (fold(key) === 'ma') continue;
    const field = byKey.get(key);
    const fault = (said: string) => faults.push({ field: 'tep', message: `Dòng ${row.line}: ${said}` });
    if (!field) {
      fault(`không có chỉ tiêu nào mang mã “${key}”. Đừng sửa cột Mã của mẫu.`);
      continue;
    }
    if (seen.has(key)) fault(`chỉ tiêu “${field.label}” có hai lần.`);
    seen.add(key);
    const number = row.numbers?.[FIGURE];
    const text = row.cells[FIGURE] ?? '';
    if (text === '') continue;
    const read =
      isNumeric(field.type) && typeof number === 'number' ? checkNumber(field, number) : readValue(field, text);
    if ('fault' in read) fault(read.fault);
    else if (read.value !== undefined) found[fieldName(key)] = shownValue(read.value);
  }
  if (faults.length > 0) throw new Fault('invalid', 'report.rows', faults[0]!.message, faults.slice(0, 30));
  if (Object.keys(found).length === 0)
    throw invalid(
      'report.sheet.empty',
      'Cột “Số liệu kỳ này” chưa có số nào. Hãy điền vào mẫu rồi tải lên lại.',
      'tep',
    );
  return found;
}
