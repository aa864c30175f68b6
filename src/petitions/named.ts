import type { Day } from '../kernel/day.ts';
import { invalid } from '../kernel/errors.ts';
import { isValidOn } from '../kernel/validity.ts';
import { cleanLine, fold } from '../kernel/vietnamese.ts';
import type { OrganRegister } from '../organs/index.ts';
import type { UpperOrgan } from './passUp.ts';

type RegisterOrgan = OrganRegister['organs'] extends ReadonlyMap<unknown, infer Organ> ? Organ : never;

/** A body that can be asked, with the office that assigns what it is asked. */
export interface AskedBody {
  id: number;
  name: string;
  officeId: number;
}

/** The provincial bodies that have an office of their own, in the register's order. */
export function askedBodies(register: OrganRegister, today: Day): AskedBody[] {
  const bodies = new Map<number, AskedBody>();
  for (const office of register.organs.values()) {
    if (office.level !== 'province' || office.servesId === null || !isValidOn(office, today)) continue;
    if (office.servesId === office.id || bodies.has(office.servesId)) continue;
    bodies.set(office.servesId, {
      id: office.servesId,
      name: register.shortName(office.servesId),
      officeId: office.id,
    });
  }
  return [...bodies.values()];
}

/** The body that an organ asks unless it chooses otherwise: that of its own branch. */
export const ownBranchBody = (
  register: OrganRegister,
  bodies: readonly AskedBody[],
  branch: string,
): AskedBody | undefined =>
  bodies.find((b) => register.organs.get(b.id as never)?.branch === branch) ??
  bodies.find((b) => register.organs.get(b.id as never)?.branch === 'government');

/** The names that an organ field offers while one types: provincial organs; others may be typed as well. */
export const offeredNames = (register: OrganRegister, today: Day): string[] =>
  [...register.organs.values()].filter((o) => o.level === 'province' && isValidOn(o, today)).map((o) => o.shortName);

/**
 * The organ that a typed name means, by its short or full name; marks and case do not matter.
 * @returns undefined for an empty field
 * @throws Fault invalid at the field
 */
export function organNamed(register: OrganRegister, text: string, field: string, today: Day): number | undefined {
  const key = fold(text);
  if (key === '') return undefined;
  const found = (organsByName(register).get(key) ?? []).filter((o) => isValidOn(o, today));
  if (found.length === 1) return found[0]!.id;
  throw invalid(
    'petition.organ.unknown',
    found.length > 1
      ? `“${cleanLine(text)}” là tên của ${found.length} cơ quan. Hãy ghi đủ tên, kèm tên xã.`
      : `Không có cơ quan nào tên “${cleanLine(text)}”. Hãy chọn trong danh sách gợi ý, hoặc ghi đúng tên.`,
    field,
  );
}

const indexes = new WeakMap<OrganRegister['organs'], Map<string, RegisterOrgan[]>>();

/** Organs by their folded names: a sheet asks for hundreds, and the register keeps its map until organs change. */
function organsByName({ organs }: OrganRegister): Map<string, RegisterOrgan[]> {
  const known = indexes.get(organs);
  if (known) return known;
  const index = new Map<string, RegisterOrgan[]>();
  for (const organ of organs.values()) {
    for (const key of new Set([fold(organ.shortName), fold(organ.name)])) {
      index.set(key, [...(index.get(key) ?? []), organ]);
    }
  }
  indexes.set(organs, index);
  return index;
}

/** Several organs, their names set apart by semicolons or lines. @throws Fault invalid at the field */
export const organsNamed = (register: OrganRegister, text: string, field: string, today: Day): number[] =>
  text
    .split(/[;\n]/)
    .map((name) => organNamed(register, name, field, today))
    .filter((id) => id !== undefined);

const RANKS = { commune: 0, province: 1, central: 2 } as const;

/**
 * The organ above `leadId` that a typed name means: of a higher level, one to which it belongs, or a body of the province that
 * is asked itself.
 * @returns undefined for an empty field
 * @throws Fault invalid at the field
 */
export function upperOrgan(
  register: OrganRegister,
  leadId: number,
  text: string,
  field: string,
  today: Day,
): UpperOrgan | undefined {
  const id = organNamed(register, text, field, today);
  if (id === undefined) return undefined;
  const upper = register.organs.get(id as never)!;
  const lead = register.organs.get(leadId as never)!;
  const above = RANKS[upper.level] > RANKS[lead.level] || upper.id === lead.parentId;
  const asked = upper.level === 'province' && askedBodies(register, today).some((body) => body.id === upper.id);
  if (!above && !asked) {
    throw invalid(
      'petition.passed_up.not_above',
      `${upper.shortName} không phải cấp trên của cơ quan bạn. Nếu việc thuộc cơ quan đó, hãy nhờ văn phòng giao lại.`,
      field,
    );
  }
  return { id, name: upper.shortName, outside: upper.level === 'central' };
}
