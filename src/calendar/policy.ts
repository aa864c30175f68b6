import type { Principal } from '../kernel/principal.ts';
import type { Permission } from '../platform/http/index.ts';

/** The years and the limits of petitions: the administrator of the province. */
export const keepYears: Permission = {
  name: 'calendar.years',
  allows: (p) => p !== null && p.role === 'admin' && p.adminUnitId !== null && p.level === 'province',
};

/** Hours and single days: the administrator of a unit. */
export const keepHours: Permission = {
  name: 'calendar.hours',
  allows: (p) => p !== null && p.role === 'admin' && p.adminUnitId !== null,
};

/** Hours and days of the organs of the own unit, and of no other. */
export const mayKeepHoursOf = (p: Principal, organ: { unitId: number | null }): boolean =>
  keepHours.allows(p) && organ.unitId !== null && organ.unitId === p.adminUnitId;
