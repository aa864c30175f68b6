import { Fault, type FieldFault } from '../kernel/errors.ts';
import { cleanLine, cleanText } from '../kernel/vietnamese.ts';
import { isNumeric, type ReportField, type Value, type Values } from './model.ts';

const MOST_TEXT = 2000;
/** Beyond this a number is a slip of the pen, and sums would lose their last digits. */
const MOST_NUMBER = 1e12;

/** What fields are called in a form, apart from the form's own fields. */
export const fieldName = (key: string): string => `ct-${key}`;

/**
 * A number as people type it: `1.234,5`, `1234,5`, `12.5`, `1 234`. A point before exactly three digits sets thousands apart,
 * as Vietnamese is written. Undefined for anything else.
 */
export function readNumber(text: string): number | undefined {
  const plain = text.replace(/[\s%]/g, '').replace(/^\+/, '');
  let normal: string | undefined;
  if (/^-?\d{1,3}(\.\d{3})+(,\d+)?$/.test(plain)) normal = plain.replaceAll('.', '').replace(',', '.');
  else if (/^-?\d+(,\d+)?$/.test(plain)) normal = plain.replace(',', '.');
  else if (/^-?\d+\.\d{1,2}$/.test(plain) || /^-?\d+\.\d{4,}$/.test(plain)) normal = plain;
  const value = normal === undefined ? Number.NaN : Number(normal);
  return Number.isFinite(value) ? value : undefined;
}

const format = new Intl.NumberFormat('vi-VN', { maximumFractionDigits: 6 });
/** A value as a page shows it: `1.234,5`. */
export const shownValue = (value: Value | undefined): string =>
  value === undefined ? '' : typeof value === 'number' ? format.format(value) : value;

/** @returns the value, undefined where the field is left empty, or the sentence that says what is wrong */
export function readValue(field: ReportField, text: string): { value?: Value } | { fault: string } {
  if (!isNumeric(field.type)) {
    const clean = field.type === 'text' ? cleanText(text).trim() : cleanLine(text);
    if (clean === '') return {};
    if (field.type === 'choice' && !field.choices.includes(clean))
      return { fault: `${field.label}: hãy chọn một trong các câu trả lời có sẵn.` };
    if (clean.length > MOST_TEXT) return { fault: `${field.label}: tối đa ${MOST_TEXT} ký tự.` };
    return { value: clean };
  }
  if (text.trim() === '') return {};
  if (text.trim().startsWith('=')) return { fault: `${field.label}: hãy ghi số, không ghi công thức.` };
  const value = readNumber(text);
  if (value === undefined) return { fault: `${field.label}: hãy ghi một số, ví dụ 1.250 hoặc 12,5.` };
  return checkNumber(field, value);
}

/** The bounds of a numeric field. @returns the value, or the sentence that says what is wrong */
export function checkNumber(field: ReportField, value: number): { value: number } | { fault: string } {
  const unit = field.unit ? ` ${field.unit}` : '';
  if (field.type === 'integer' && !Number.isInteger(value)) return { fault: `${field.label}: phải là số nguyên.` };
  if (Math.abs(value) > MOST_NUMBER) return { fault: `${field.label}: số quá lớn, hãy xem lại đơn vị tính.` };
  const least = field.min ?? (field.type === 'percent' ? 0 : null);
  const most = field.max ?? (field.type === 'percent' ? 100 : null);
  if (least !== null && value < least)
    return { fault: `${field.label}: không nhỏ hơn ${format.format(least)}${unit}.` };
  if (most !== null && value > most) return { fault: `${field.label}: không lớn hơn ${format.format(most)}${unit}.` };
  return { value };
}

/**
 * Reads the answers of a whole form, given as text by field name. A draft may leave required fields open.
 * @throws Fault invalid with a fault at each field
 */
export function readValues(
  fields: readonly ReportField[],
  sent: Readonly<Record<string, string>>,
  { whole }: { whole: boolean },
): Values {
  const values: Values = {};
  const faults: FieldFault[] = [];
  for (const field of fields) {
    const name = fieldName(field.key);
    const read = readValue(field, sent[name] ?? '');
    if ('fault' in read) faults.push({ field: name, message: read.fault });
    else if (read.value !== undefined) values[field.key] = read.value;
  }
  throwIfAny([...faults, ...(whole ? missing(fields, values, faults) : [])]);
  return values;
}

/** Required fields without an answer. @throws Fault invalid with a fault at each field */
export function checkWhole(fields: readonly ReportField[], values: Values): void {
  throwIfAny(missing(fields, values, []));
}

function missing(fields: readonly ReportField[], values: Values, known: readonly FieldFault[]): FieldFault[] {
  return fields
    .filter((f) => f.required && values[f.key] === undefined && !known.some((k) => k.field === fieldName(f.key)))
    .map((f) => ({ field: fieldName(f.key), message: `${f.label}: chưa có số liệu. Nếu không phát sinh, hãy ghi 0.` }));
}

function throwIfAny(faults: FieldFault[]): void {
  if (faults.length === 0) return;
  throw new Fault('invalid', 'report.values', faults[0]!.message, faults);
}
