import type { Principal } from '../../kernel/principal.ts';
import type { Permission } from '../../platform/http/index.ts';
import { clientOf } from './caller.ts';

/** Which other systems may call is decided by the administrator of the unit; a province's administrator for its communes too. */
export const keepSystems: Permission = {
  name: 'system.keep',
  allows: (p) => p !== null && p.role === 'admin' && p.adminUnitId !== null,
};

/** A system with a token of its own; no person, whatever the position. */
export const callApi: Permission = {
  name: 'api.client',
  allows: (p) => p !== null && clientOf(p) !== undefined,
};

/** Whether an administrator may open a centre to another system. */
export const mayOpenCentre = (p: Principal, centre: { unitId: number }, parentOf: (unitId: number) => number | null) =>
  keepSystems.allows(p) && (centre.unitId === p.adminUnitId || parentOf(centre.unitId) === p.adminUnitId);
