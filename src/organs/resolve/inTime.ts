import { type Day, formatDay } from '../../kernel/day.ts';
import type { OrganId, UnitId } from '../../kernel/ids.ts';
import { isValidOn } from '../../kernel/validity.ts';
import { kindWord } from '../templates/index.ts';
import type { OrganRegister } from './registerIndex.ts';
import type { RegisterUnit } from './types.ts';

/** What an organ or unit of another time is on a day. */
export interface Carried<I> {
  /** None: it has no successor on that day. Several: it was divided, and nobody can say which is meant. */
  ids: I[];
  /** A choice between successors was made that the clerk should see. */
  doubtful: boolean;
  notes: string[];
}

/**
 * The organ itself where it exists on the day; else what it became (or, before its beginning, what the register has).
 * A successor that only took over a part of the work is told in the note, not chosen.
 */
export function organOnDay(register: OrganRegister, id: OrganId, day: Day): Carried<OrganId> {
  const organ = register.organs.get(id);
  if (!organ) return { ids: [], doubtful: false, notes: [] };
  if (isValidOn(organ, day)) return { ids: [id], doubtful: false, notes: [] };
  if (organ.validFrom !== null && day < organ.validFrom) {
    const note = `${organ.shortName} chỉ có từ ngày ${formatDay(organ.validFrom)}, sau ngày của văn bản.`;
    return { ids: [id], doubtful: true, notes: [note] };
  }
  const links = register.organSuccessors.get(id) ?? [];
  const heirs = links.filter((l) => l.kind !== 'transferred');
  const parts = links.filter((l) => l.kind === 'transferred');
  const carried = heirs.map((l) => organOnDay(register, l.successorId, day));
  const ids = [...new Set(carried.flatMap((c) => c.ids))];
  const named = (list: readonly OrganId[]) => list.map((i) => register.organs.get(i)?.shortName ?? '').join(', ');
  const notes: string[] = [];
  if (ids.length === 1 && register.organs.get(ids[0]!)?.shortName !== organ.shortName)
    notes.push(`${organ.shortName} nay là ${named(ids)}.`);
  if (ids.length > 1) notes.push(`${organ.shortName} đã được chia về ${named(ids)}.`);
  if (ids.length === 0)
    notes.push(
      `${organ.shortName} đã kết thúc hoạt động${organ.validTo ? ` từ sau ngày ${formatDay(organ.validTo)}` : ''}.`,
    );
  if (parts.length > 0) notes.push(`Một phần nhiệm vụ đã chuyển về ${named(parts.map((l) => l.successorId))}.`);
  return { ids, doubtful: parts.length > 0 || carried.some((c) => c.doubtful), notes };
}

export const unitLabel = (unit: RegisterUnit): string => `${kindWord(unit.type)} ${unit.name}`;

/** The unit on the day: itself, or what it became. Several where its land was divided. */
export function unitOnDay(register: OrganRegister, id: UnitId, day: Day): Carried<UnitId> {
  const unit = register.units.get(id);
  if (!unit) return { ids: [], doubtful: false, notes: [] };
  const ids = [...follow(register, id, day, new Set())];
  if (ids.length === 1 && ids[0] === id) return { ids, doubtful: false, notes: [] };
  const labels = ids.map((i) => unitLabel(register.units.get(i)!)).join(', ');
  if (ids.length === 1 && labels === unitLabel(unit)) return { ids, doubtful: false, notes: [] };
  if (ids.length === 0) {
    const note = `${unitLabel(unit)} đã kết thúc hoạt động: hãy chọn xã, phường hoặc cơ quan cấp tỉnh.`;
    return { ids, doubtful: false, notes: [note] };
  }
  const verb = ids.length === 1 ? 'nay là' : 'đã chia về';
  return { ids, doubtful: ids.length > 1, notes: [`${unitLabel(unit)} (cũ) ${verb} ${labels}.`] };
}

/** Successors in which organs can be found: a unit that ended before the register's organs began is followed past `day`. */
function follow(register: OrganRegister, id: UnitId, day: Day, seen: Set<UnitId>): Set<UnitId> {
  const unit = register.units.get(id);
  const found = new Set<UnitId>();
  if (!unit || seen.has(id)) return found;
  seen.add(id);
  if (register.organsOfUnit.has(id) && (isValidOn(unit, day) || !unit.validTo)) return found.add(id);
  for (const link of register.unitSuccessors.get(id) ?? [])
    for (const next of follow(register, link.successorId, day, seen)) found.add(next);
  if (found.size === 0 && isValidOn(unit, day)) found.add(id);
  return found;
}
