import type { Principal } from '../kernel/principal.ts';
import type { Permission } from '../platform/http/index.ts';

/** Everybody may read what they did themselves and what happened to the things they may see. */
export const readOwnLog: Permission = { name: 'audit.own', allows: (p) => p !== null };

/** What another person did: the administrator of that person's unit. */
export const mayReadLogOf = (p: Principal, person: { id: number; unitId: number }): boolean =>
  person.id === p.personId || (p.adminUnitId !== null && person.unitId === p.adminUnitId);
