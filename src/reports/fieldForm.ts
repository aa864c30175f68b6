import { z } from 'zod';
import { Fault, type FieldFault } from '../kernel/errors.ts';
import { cleanLine, fold } from '../kernel/vietnamese.ts';
import { FIELD_TYPES, type FieldType, isNumeric, type ReportField, type RollUpRule, RULES } from './model.ts';
import { SOURCES } from './sources.ts';
import { readNumber } from './values.ts';

const line = (most: number, said: string) =>
  z.string().default('').transform(cleanLine).pipe(z.string().max(most, said));

/** A field as the form of the office sends it, by the names of its inputs. */
const words = z.object({
  ten: line(200, 'Tên chỉ tiêu tối đa 200 ký tự.').pipe(z.string().min(1, 'Hãy ghi tên chỉ tiêu.')),
  'don-vi-tinh': line(40, 'Đơn vị tính tối đa 40 ký tự.'),
  kieu: z.enum(Object.keys(FIELD_TYPES) as [FieldType], 'Hãy chọn kiểu số liệu.'),
  'tong-hop': z.enum(Object.keys(RULES) as [RollUpRule], 'Hãy chọn cách tổng hợp.'),
  'trong-so': z.string().default(''),
  'nho-nhat': z.string().default(''),
  'lon-nhat': z.string().default(''),
  'bat-buoc': z.string().optional(),
  'lua-chon': z.string().default(''),
  nguon: z.string().default(''),
});

/**
 * Reads one field of a report form. `others` are the fields already there, without this one.
 * @param key of a field that is being changed; a new one gets its key from its name
 * @throws Fault invalid with a fault at each input
 */
export function readField(
  sent: Readonly<Record<string, string>>,
  others: readonly ReportField[],
  key?: string,
): ReportField {
  const result = words.safeParse(sent);
  const faults: FieldFault[] = [];
  const at = (field: string, message: string) => faults.push({ field, message });
  if (!result.success) {
    for (const issue of result.error.issues) at(String(issue.path[0]), issue.message);
    throw new Fault('invalid', 'report.field', faults[0]!.message, faults);
  }
  const w = result.data;
  const numeric = isNumeric(w.kieu);
  const bound = (name: 'nho-nhat' | 'lon-nhat'): number | null => {
    if (w[name].trim() === '' || !numeric) return null;
    const value = readNumber(w[name]);
    if (value === undefined) at(name, 'Hãy ghi một số, hoặc để trống.');
    return value ?? null;
  };
  const field: ReportField = {
    key: key ?? freeKey(w.ten, others),
    label: w.ten,
    unit: w.kieu === 'percent' ? '%' : w['don-vi-tinh'],
    type: w.kieu,
    rule: w['tong-hop'],
    weightBy: w['tong-hop'] === 'weighted' ? w['trong-so'] : null,
    min: bound('nho-nhat'),
    max: bound('lon-nhat'),
    required: w['bat-buoc'] !== undefined,
    choices: w.kieu === 'choice' ? w['lua-chon'].split('\n').map(cleanLine).filter(Boolean) : [],
    source: numeric && w.nguon in SOURCES ? w.nguon : null,
  };
  if (others.some((o) => fold(o.label) === fold(field.label))) at('ten', 'Đã có chỉ tiêu tên này trong biểu.');
  if (!numeric && field.rule !== 'none') at('tong-hop', 'Chữ và lựa chọn không cộng được: hãy chọn “Không tổng hợp”.');
  if (field.type === 'percent' && (field.rule === 'sum' || field.rule === 'latest'))
    at('tong-hop', 'Tỷ lệ phần trăm không cộng được: hãy chọn trung bình có trọng số, hoặc không tổng hợp.');
  if (field.rule === 'weighted' && !others.some((o) => o.key === field.weightBy && isNumeric(o.type)))
    at('trong-so', 'Hãy chọn chỉ tiêu làm trọng số (một chỉ tiêu số đã có trong biểu).');
  if (field.min !== null && field.max !== null && field.min > field.max)
    at('lon-nhat', 'Giá trị lớn nhất phải không nhỏ hơn giá trị nhỏ nhất.');
  if (field.type === 'choice' && field.choices.length < 2)
    at('lua-chon', 'Hãy ghi ít nhất hai lựa chọn, mỗi dòng một lựa chọn.');
  if (faults.length > 0) throw new Fault('invalid', 'report.field', faults[0]!.message, faults);
  return field;
}

function freeKey(label: string, others: readonly ReportField[]): string {
  const base = fold(label).replaceAll(' ', '-').slice(0, 40).replace(/-$/, '') || 'chi-tieu';
  let key = base;
  for (let n = 2; others.some((o) => o.key === key); n++) key = `${base}-${n}`;
  return key;
}
