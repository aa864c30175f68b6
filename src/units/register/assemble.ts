import { addDays, type Day, formatDay } from '../../kernel/day.ts';
import { isValidOn, overlaps, type Validity } from '../../kernel/validity.ts';
import { displayName, type UnitLevel, type UnitType } from '../model.ts';
import { type LineageRow, type RowFault, type UnitKey, type UnitRow, unitKey } from './rows.ts';

/** A unit that the register holds already. */
export interface KnownUnit extends Validity {
  code: string;
  level: UnitLevel;
  type: UnitType;
  name: string;
}

export interface AssembledUnit extends UnitRow {
  parent: UnitKey | null;
}

type AssembledLink = Omit<LineageRow, 'line' | 'oldCode' | 'newCode' | 'level'> & {
  predecessor: UnitKey;
  successor: UnitKey;
};

export interface Assembled {
  units: AssembledUnit[];
  links: AssembledLink[];
  faults: RowFault[];
}

const period = (v: Validity): string =>
  `${v.validFrom ? `từ ${formatDay(v.validFrom)}` : 'từ trước'}${v.validTo ? ` đến ${formatDay(v.validTo)}` : ''}`;

/** The day on which a unit is looked at to find the unit above it: its first, or its last where the first is not recorded. */
const dayOfChild = (unit: Validity): Day | null => unit.validFrom ?? unit.validTo;

/**
 * Joins rows to each other and to what the register holds already: each unit to the one above it, each line of descent to
 * its two units, and a unit that goes on under its code and name with another type to itself. Notes each row that does not
 * fit; the result is only of use without faults.
 */
export function assemble(
  unitRows: readonly UnitRow[],
  lineageRows: readonly LineageRow[],
  known: readonly KnownUnit[] = [],
): Assembled {
  const faults: RowFault[] = [];
  const byCode = new Map<string, (KnownUnit & { line?: number })[]>();
  const place = (unit: KnownUnit & { line?: number }) =>
    byCode.set(unit.code, [...(byCode.get(unit.code) ?? []), unit]);

  const told = new Map<UnitKey, UnitRow>();
  for (const row of unitRows) {
    const first = told.get(unitKey(row));
    if (first) {
      const message = `mã ${row.code} ${period(row)} đã có ở dòng ${first.line}; hãy bỏ một dòng.`;
      faults.push({ file: 'units', line: row.line, field: 'code', message });
      continue;
    }
    told.set(unitKey(row), row);
    place(row);
  }
  // A row of the file replaces what the register holds under the same key.
  for (const unit of known) if (!told.has(unitKey(unit))) place(unit);

  for (const row of told.values()) {
    const other = byCode.get(row.code)!.find((u) => u !== row && overlaps(u, row) && (u.line ?? 0) < row.line);
    if (!other) continue;
    const where = other.line === undefined ? 'đã nạp trước đây' : `ở dòng ${other.line}`;
    const message = `mã ${row.code} còn thuộc ${displayName(other)} (${period(other)}) ${where}; hai đơn vị không cùng giữ một mã.`;
    faults.push({ file: 'units', line: row.line, field: 'valid_from', message });
  }

  const units = [...told.values()].map((row): AssembledUnit => {
    if (row.parentCode === null) return { ...row, parent: null };
    const day = dayOfChild(row);
    const parent = byCode
      .get(row.parentCode)
      ?.find(
        (u) =>
          u.level !== 'commune' && u.level !== row.level && (day === null ? u.validTo === null : isValidOn(u, day)),
      );
    if (!parent) {
      const message = `không có đơn vị cấp trên mã ${row.parentCode}${day ? ` vào ngày ${formatDay(day)}` : ''}.`;
      faults.push({ file: 'units', line: row.line, field: 'parent_code', message });
    }
    return { ...row, parent: parent ? unitKey(parent) : null };
  });

  const links = new Map<string, AssembledLink>();
  const linkKey = (l: { predecessor: UnitKey; successor: UnitKey }) => `${l.predecessor}>${l.successor}`;
  for (const row of lineageRows) {
    const pair = changeover(row, byCode);
    if ('fault' in pair) {
      faults.push({ file: 'lineage', line: row.line, ...pair.fault });
      continue;
    }
    const { line: _line, oldCode: _old, newCode: _new, level: _level, ...rest } = row;
    const link = { ...rest, predecessor: unitKey(pair.old), successor: unitKey(pair.new) };
    if (links.has(linkKey(link))) {
      const message = `quan hệ ${row.oldCode} thành ${row.newCode} đã có ở một dòng trước; hãy bỏ một dòng.`;
      faults.push({ file: 'lineage', line: row.line, field: 'old_code', message });
    }
    links.set(linkKey(link), link);
  }
  for (const link of retyped(told.values(), byCode)) if (!links.has(linkKey(link))) links.set(linkKey(link), link);

  return { units, links: [...links.values()], faults };
}

/** The two units of a line of descent: one ends on the day before the other begins. Of several changeovers the first is meant. */
function changeover(
  row: LineageRow,
  byCode: ReadonlyMap<string, readonly KnownUnit[]>,
): { old: KnownUnit; new: KnownUnit } | { fault: Pick<RowFault, 'field' | 'message'> } {
  const olds = (byCode.get(row.oldCode) ?? []).filter((u) => row.level === null || u.level === row.level);
  const news = byCode.get(row.newCode) ?? [];
  const none = (code: string) => `không có đơn vị mã ${code}${row.level ? ' ở cấp đã ghi' : ''}.`;
  if (olds.length === 0) return { fault: { field: 'old_code', message: none(row.oldCode) } };
  if (news.length === 0) return { fault: { field: 'new_code', message: `không có đơn vị mã ${row.newCode}.` } };
  const pairs = olds
    .flatMap((old) => news.map((successor) => ({ old, new: successor })))
    // A unit goes on at its own level; only an island district may become a special zone at once.
    .filter(
      (pair) => pair.old.level === pair.new.level || (pair.old.level === 'district' && pair.new.type === 'dac-khu'),
    )
    .filter((pair) => pair.old.validTo && addDays(pair.old.validTo, 1) === pair.new.validFrom)
    .sort((a, b) => (a.old.validTo! < b.old.validTo! ? -1 : 1));
  if (!pairs[0]) {
    const message = `đơn vị ${row.newCode} không bắt đầu ngay sau ngày đơn vị ${row.oldCode} kết thúc; hãy xem lại ngày hiệu lực.`;
    return { fault: { field: 'new_code', message } };
  }
  return pairs[0];
}

/** Units whose type alone changed go on as themselves: same code, same name, from one day to the next. */
function* retyped(
  rows: Iterable<UnitRow>,
  byCode: ReadonlyMap<string, readonly KnownUnit[]>,
): Generator<AssembledLink> {
  for (const row of rows) {
    if (!row.validFrom) continue;
    const dayBefore = addDays(row.validFrom, -1);
    const before = byCode
      .get(row.code)!
      .find((u) => u.validTo === dayBefore && u.level === row.level && u.name === row.name && u.type !== row.type);
    if (!before) continue;
    yield {
      predecessor: unitKey(before),
      successor: unitKey(row),
      part: 'whole',
      kind: 'retyped',
      area: 'all',
      population: 'all',
      resolution: row.legalBasis,
      clause: null,
    };
  }
}
