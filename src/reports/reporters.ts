import type { Day } from '../kernel/day.ts';
import { isValidOn } from '../kernel/validity.ts';
import type { OrganRegister } from '../organs/index.ts';

type RegisterOrgan = OrganRegister['organs'] extends ReadonlyMap<unknown, infer Organ> ? Organ : never;

/** Classes of organs to which a report can be issued. */
export const REPORTERS: Record<string, { label: string; holds: (organ: RegisterOrgan) => boolean }> = {
  'ubnd-xa': { label: 'UBND các xã, phường', holds: (o) => o.level === 'commune' && o.template === 'ubnd-xa' },
  'dang-uy-xa': { label: 'Đảng ủy các xã, phường', holds: (o) => o.level === 'commune' && o.template === 'dang-uy-xa' },
  'hdnd-xa': { label: 'HĐND các xã, phường', holds: (o) => o.level === 'commune' && o.template === 'hdnd-xa' },
  'mttq-xa': {
    label: 'Mặt trận Tổ quốc các xã, phường',
    holds: (o) => o.level === 'commune' && o.template.startsWith('mttq'),
  },
  so: {
    label: 'Các sở, ban, ngành của UBND tỉnh',
    holds: (o) => o.level === 'province' && o.template.startsWith('so-'),
  },
};

/** The organs of these classes that exist on a day and have a unit, in the order of the register. */
export const organsThatReport = (register: OrganRegister, classes: readonly string[], day: Day): RegisterOrgan[] =>
  [...register.organs.values()].filter(
    (organ) => organ.unitId !== null && isValidOn(organ, day) && classes.some((key) => REPORTERS[key]?.holds(organ)),
  );
