import { parse } from 'csv-parse/sync';
import { type Day, parseDay } from '../../kernel/day.ts';
import { cleanLine } from '../../kernel/vietnamese.ts';
import {
  LINK_KINDS,
  type LinkKind,
  type Share,
  TYPES_OF_LEVEL,
  UNIT_LEVELS,
  type UnitLevel,
  type UnitType,
} from '../model.ts';
import type { LineageRow, RowFault, UnitRow } from './rows.ts';

const UNIT_COLUMNS = ['code', 'level', 'type', 'name', 'parent_code', 'valid_from', 'valid_to'];
const LINEAGE_COLUMNS = ['old_code', 'new_code', 'part', 'kind', 'resolution'];
const CODE_LENGTH: Record<UnitLevel, number> = { province: 2, district: 3, commune: 5 };

export interface Reading<Row> {
  rows: Row[];
  faults: RowFault[];
}

/** Reads the fields of one line and notes what is wrong with them. */
class LineReader {
  constructor(
    private readonly file: RowFault['file'],
    readonly line: number,
    private readonly cells: Readonly<Record<string, string>>,
    private readonly faults: RowFault[],
  ) {}

  fault(field: string, message: string): void {
    this.faults.push({ file: this.file, line: this.line, field, message });
  }

  text(field: string): string | null {
    return cleanLine(this.cells[field] ?? '') || null;
  }

  /** A text that must be there; an empty one is noted and read as ''. */
  required(field: string): string {
    const text = this.text(field);
    if (text === null) this.fault(field, 'để trống; hãy điền.');
    return text ?? '';
  }

  oneOf<T extends string>(field: string, allowed: readonly T[]): T {
    const text = this.required(field);
    if (text && !allowed.includes(text as T))
      this.fault(field, `“${text}” không dùng được; hãy dùng: ${allowed.join(', ')}.`);
    return text as T;
  }

  optionalOneOf<T extends string>(field: string, allowed: readonly T[]): T | null {
    return this.text(field) === null ? null : this.oneOf(field, allowed);
  }

  day(field: string): Day | null {
    const text = this.text(field);
    if (text === null) return null;
    const day = parseDay(text);
    if (!day) this.fault(field, `“${text}” không phải một ngày có thật; hãy viết như 2025-07-01.`);
    return day ?? null;
  }

  number(field: string, whole: boolean): number | null {
    const text = this.text(field);
    if (text === null) return null;
    if (!(whole ? /^\d{1,9}$/ : /^\d{1,7}(\.\d+)?$/).test(text)) {
      this.fault(
        field,
        `“${text}” không phải ${whole ? 'số nguyên, như 31219' : 'số, như 29.32 (dấu chấm cho phần lẻ)'}.`,
      );
      return null;
    }
    return Number(text);
  }

  code(field: string, length: number | null): string {
    const text = this.required(field);
    if (text && !(length === null ? /^(\d{2,3}|\d{5})$/ : new RegExp(`^\\d{${length}}$`)).test(text)) {
      this.fault(field, `mã “${text}” không đúng; cần ${length ?? '2, 3 hoặc 5'} chữ số, giữ số 0 ở đầu.`);
    }
    return text;
  }
}

/** The lines of a CSV file with a header, as UTF-8; a fault instead where the file as a whole cannot be read. */
function readLines(
  file: RowFault['file'],
  bytes: Uint8Array,
  columns: readonly string[],
): { lines: { line: number; cells: Record<string, string> }[]; faults: RowFault[] } {
  const whole = (line: number, message: string) => ({ lines: [], faults: [{ file, line, field: '', message }] });
  let records: { record: Record<string, string>; info: { lines: number } }[];
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    const header = (names: string[]) => names.map((name) => name.trim().toLowerCase());
    records = parse(text, { bom: true, columns: header, info: true, skip_empty_lines: true, trim: true }) as never;
  } catch (error) {
    if (error instanceof TypeError) return whole(1, 'tệp không phải UTF-8; hãy lưu lại dưới dạng CSV UTF-8.');
    const line = (error as { lines?: number }).lines ?? 1;
    return whole(line, 'dòng này không đúng dạng CSV (thừa, thiếu cột hoặc dấu ngoặc kép).');
  }
  const first = records[0];
  if (!first) return whole(1, 'tệp không có dòng nào.');
  const missing = columns.filter((name) => !(name in first.record));
  if (missing.length > 0) return whole(1, `thiếu cột ${missing.join(', ')}.`);
  return { lines: records.map(({ record, info }) => ({ line: info.lines, cells: record })), faults: [] };
}

/**
 * Reads units.csv: `code, level, type, name, parent_code, valid_from, valid_to`, and where they are there `area_km2,
 * population, mountainous` (1 or 0), `legal_basis, alt_names` (separated by `;`). Other columns are not read.
 */
export function readUnitsCsv(bytes: Uint8Array): Reading<UnitRow> {
  const { lines, faults } = readLines('units', bytes, UNIT_COLUMNS);
  const rows = lines.map(({ line, cells }): UnitRow => {
    const read = new LineReader('units', line, cells, faults);
    const level = read.oneOf('level', UNIT_LEVELS);
    const known = UNIT_LEVELS.includes(level);
    const name = read.required('name');
    if (name.length > 100) read.fault('name', 'tên dài hơn 100 chữ; hãy kiểm tra lại.');
    const validFrom = read.day('valid_from');
    const validTo = read.day('valid_to');
    if (validFrom && validTo && validTo < validFrom)
      read.fault('valid_to', 'ngày hết hiệu lực đứng trước ngày có hiệu lực.');
    const parentCode = read.text('parent_code');
    if (known && level !== 'province' && !parentCode)
      read.fault('parent_code', 'để trống; hãy điền mã đơn vị cấp trên.');
    if (level === 'province' && parentCode)
      read.fault('parent_code', 'cấp tỉnh không có đơn vị cấp trên; hãy để trống.');
    const mountainous = read.optionalOneOf('mountainous', ['1', '0']);
    return {
      line,
      code: read.code('code', known ? CODE_LENGTH[level] : null),
      level,
      type: read.oneOf<UnitType>('type', known ? TYPES_OF_LEVEL[level] : Object.values(TYPES_OF_LEVEL).flat()),
      name,
      parentCode,
      validFrom,
      validTo,
      areaKm2: read.number('area_km2', false),
      population: read.number('population', true),
      mountainous: mountainous === null ? null : mountainous === '1',
      legalBasis: read.text('legal_basis'),
      altNames: (read.text('alt_names') ?? '').split(';').map(cleanLine).filter(Boolean),
    };
  });
  return { rows, faults };
}

/** Reads lineage.csv: `old_code, new_code, part, kind, resolution`, and where they are there `level, area, population, clause`. */
export function readLineageCsv(bytes: Uint8Array): Reading<LineageRow> {
  const { lines, faults } = readLines('lineage', bytes, LINEAGE_COLUMNS);
  const rows = lines.map(({ line, cells }): LineageRow => {
    const read = new LineReader('lineage', line, cells, faults);
    return {
      line,
      oldCode: read.code('old_code', null),
      newCode: read.code('new_code', null),
      level: read.optionalOneOf('level', UNIT_LEVELS),
      part: read.oneOf('part', ['whole', 'part']),
      kind: read.oneOf<LinkKind>('kind', LINK_KINDS),
      area: read.optionalOneOf<Share>('area', ['all', 'some', 'none']),
      population: read.optionalOneOf<Share>('population', ['all', 'some', 'none']),
      resolution: read.text('resolution'),
      clause: read.text('clause'),
    };
  });
  return { rows, faults };
}
