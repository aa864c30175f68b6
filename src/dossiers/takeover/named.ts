import { type Day, formatDay } from '../../kernel/day.ts';
import { isValidOn } from '../../kernel/validity.ts';
import { fold } from '../../kernel/vietnamese.ts';
import type { OrganRegister } from '../../organs/index.ts';
import { CENTRE_TEMPLATES, type Places } from '../places.ts';
import type { ProcedureBook } from '../procedures/book.ts';
import type { ProcedureVersion } from '../procedures/model.ts';
import { squeezed } from './columns.ts';

type Organ = OrganRegister['organs'] extends ReadonlyMap<unknown, infer O> ? O : never;

/** What an export names, found in our registers. Every answer that is not found is a sentence that says what to write. */
export interface Named {
  /** A service centre by its unit's code or name, or its own name, as it was on the day. */
  centre(text: string, day: Day): { organId: number; unitId: number } | { refused: string };
  /** A unit by its code or name on the day, for who resolves it. */
  unit(text: string, day: Day): number | undefined;
  /** An organ of the unit or its province that may hold a dossier received there. */
  holder(text: string, receptionId: number, day: Day): number | undefined;
  /** The version in force on the day, by code (with or without the agency's tail) or else by its whole name. */
  procedure(code: string, name: string, day: Day): ProcedureVersion | { refused: string; field: string };
}

/**
 * @param scope the centres whose rows may be taken; where a row names none and there is one, it is meant
 */
export function namedIn(
  { register, places, book }: { register: OrganRegister; places: Places; book: ProcedureBook },
  scope: ReadonlySet<number>,
): Named {
  const centres = centresByName(register);
  // A file tells the same few in row after row, and a province has hundreds of units to fold.
  const units = new Map<string, number | undefined>();
  const holders = new Map<string, ReadonlyMap<string, number>>();
  return {
    centre(text, day) {
      if (text === '') return onlyCentre(register, scope, day);
      const all = centres.get(squeezed(text)) ?? centres.get(withoutZeros(text)) ?? [];
      if (all.length === 0)
        return { refused: `Không có trung tâm nào tên hoặc mã “${text}”. Hãy ghi mã đơn vị hành chính, ví dụ 17230.` };
      const then = all.filter((organ) => isValidOn(organ, day));
      if (then.length === 0) return { refused: notThen(all[0]!, day) };
      const mine = then.filter((organ) => scope.has(organ.id));
      if (mine.length === 0)
        return { refused: `${then[0]!.shortName} không thuộc đơn vị bạn được nhập. Hãy gửi dòng này cho đơn vị đó.` };
      if (mine.length > 1)
        return { refused: `“${text}” là tên của ${mine.length} đơn vị. Hãy ghi mã đơn vị hành chính.` };
      return { organId: mine[0]!.id, unitId: mine[0]!.unitId! };
    },
    unit(text, day) {
      const at = `${text} ${day}`;
      if (!units.has(at)) units.set(at, unitNamed(register, text, day));
      return units.get(at);
    },
    holder(text, receptionId, day) {
      const at = `${receptionId} ${day}`;
      let known = holders.get(at);
      if (!known) {
        known = holdersAround(register, places, receptionId, day);
        holders.set(at, known);
      }
      return known.get(squeezed(text));
    },
    procedure(code, name, day) {
      const field = code === '' ? 'procedureName' : 'procedure';
      const versions = code === '' ? byName(book, name) : byCode(book, code);
      if (versions.length === 0) {
        const told = code === '' ? `tên “${name}”` : `mã “${code}”`;
        return {
          field,
          refused: `Danh mục chưa có thủ tục ${told}. Hãy sửa, hoặc báo tỉnh bổ sung danh mục rồi nhập lại.`,
        };
      }
      const version = versions.find((v) => isValidOn(v, day));
      return (
        version ?? {
          field,
          refused: `Thủ tục ${versions[0]!.code} không có bản nào có hiệu lực ngày ${formatDay(day)}.`,
        }
      );
    },
  };
}

function unitNamed(register: OrganRegister, text: string, day: Day): number | undefined {
  const key = squeezed(text);
  const found = [...register.units.values()].filter(
    (u) =>
      isValidOn(u, day) &&
      (u.code === text || withoutZeros(u.code) === withoutZeros(text) || namesOfUnit(u).includes(key)),
  );
  return found.length === 1 ? found[0]!.id : undefined;
}

const onlyCentre = (register: OrganRegister, scope: ReadonlySet<number>, day: Day) => {
  const open = [...scope].map((id) => register.organs.get(id as never)!).filter((organ) => isValidOn(organ, day));
  return open.length === 1
    ? { organId: Number(open[0]!.id), unitId: Number(open[0]!.unitId) }
    : { refused: 'Thiếu đơn vị tiếp nhận. Hãy ghi mã hoặc tên xã, phường đã nhận hồ sơ.' };
};

function notThen(organ: Organ, day: Day): string {
  const when =
    organ.validTo !== null && organ.validTo < day
      ? `đã kết thúc ngày ${formatDay(organ.validTo)}; hãy ghi đơn vị kế tục`
      : 'chưa hoạt động khi đó; hãy ghi đơn vị đã tiếp nhận';
  return `${organ.shortName} ${when}.`;
}

const withoutZeros = (text: string): string => text.trim().replace(/^0+(?=\d)/, '');
const namesOfUnit = (unit: { type: string; name: string; altNames: readonly string[] }): string[] =>
  [unit.name, ...unit.altNames].flatMap((name) => [squeezed(name), squeezed(unit.type) + squeezed(name)]);

function centresByName(register: OrganRegister): ReadonlyMap<string, readonly Organ[]> {
  const found = new Map<string, Organ[]>();
  for (const organ of register.organs.values()) {
    const unit = organ.unitId === null ? undefined : register.units.get(organ.unitId);
    if (!unit || !CENTRE_TEMPLATES.includes(organ.template)) continue;
    const own = [organ.name, organ.shortName, ...organ.names.map(({ name }) => name)].map(squeezed);
    for (const key of new Set([
      ...own,
      ...namesOfUnit(unit),
      unit.code,
      withoutZeros(unit.code),
      squeezed(`ubnd ${unit.type}${unit.name}`),
    ]))
      found.set(key, [...(found.get(key) ?? []), organ]);
  }
  return found;
}

function holdersAround(register: OrganRegister, places: Places, receptionId: number, day: Day) {
  const byName = new Map<string, number>();
  const unit = register.units.get(places.unitOf(receptionId) as never);
  for (const { id } of places.around(receptionId, day)) {
    const organ = register.organs.get(id as never)!;
    for (const name of [organ.name, organ.shortName]) {
      const key = squeezed(name);
      if (!byName.has(key)) byName.set(key, id);
      // "Phòng Kinh tế" within the commune is that of the commune.
      const tail = unit && organ.unitId === unit.id ? namesOfUnit(unit).find((end) => key.endsWith(end)) : undefined;
      if (tail) byName.set(key.slice(0, -tail.length).replace(/(xa|phuong|dackhu)$/, ''), id);
    }
  }
  return byName;
}

const CODE = /^\d\.\d{6}/;
const byCode = (book: ProcedureBook, code: string): readonly ProcedureVersion[] => {
  const whole = book.history(code);
  return whole.length > 0 ? whole : book.history(CODE.exec(code)?.[0] ?? '');
};

const names = new WeakMap<ProcedureBook, { edition: number; byName: Map<string, ProcedureVersion[]> }>();
function byName(book: ProcedureBook, name: string): readonly ProcedureVersion[] {
  let held = names.get(book);
  if (held?.edition !== book.edition) {
    held = { edition: book.edition, byName: Map.groupBy(book.all(), (v) => fold(v.name)) };
    names.set(book, held);
  }
  const found = held.byName.get(fold(name)) ?? [];
  // Two procedures of one name cannot be told apart.
  return new Set(found.map((v) => v.procedureId)).size === 1 ? found : [];
}
