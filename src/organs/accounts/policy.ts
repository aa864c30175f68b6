import { forbidden } from '../../kernel/errors.ts';
import type { Principal } from '../../kernel/principal.ts';
import type { Permission } from '../../platform/http/index.ts';

/** Keeps the accounts, positions and appointments of the own unit. */
export const administer: Permission = {
  name: 'accounts.administer',
  allows: (principal) => principal !== null && principal.adminUnitId !== null,
};

/** Whether the person keeps the accounts of this unit: an administrator does of the own unit, and of no other. */
export const mayKeep = (principal: Principal, unitId: number): boolean =>
  principal.role === 'admin' && principal.adminUnitId === unitId && principal.unitId === unitId;

/** The unit whose accounts the person keeps. @throws Fault forbidden for everybody else */
export function keptUnit(principal: Principal): number {
  const unitId = principal.adminUnitId;
  if (unitId === null || !mayKeep(principal, unitId))
    throw forbidden('Chỉ quản trị viên của đơn vị mới làm được việc này.');
  return unitId;
}
