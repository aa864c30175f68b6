import { forbidden, notFound } from '../kernel/errors.ts';
import type { Principal } from '../kernel/principal.ts';
import type { Permission } from '../platform/http/index.ts';
import type { Organ } from './model.ts';

/** Who may keep organs at all: the administrator of a unit. */
export const keepOrgans: Permission = {
  name: 'organ.keep',
  allows: (p) => p !== null && p.role === 'admin' && p.adminUnitId !== null,
};

/** An administrator keeps the organs of the own unit, and of no other; organs of the centre nobody here. */
export const mayKeepOrgan = (p: Principal | null, organ: Pick<Organ, 'unitId'>): boolean =>
  p !== null && keepOrgans.allows(p) && organ.unitId !== null && organ.unitId === p.adminUnitId;

/** Who holds which position is for those who work in the system. */
export const maySeeHolders = (p: Principal | null): boolean => p !== null;

/**
 * The organ, if the person keeps it.
 * @throws Fault notFound, forbidden
 */
export function keptOrgan<O extends Pick<Organ, 'unitId'>>(p: Principal, organ: O | undefined): O {
  if (!organ) throw notFound('cơ quan này');
  if (!mayKeepOrgan(p, organ)) throw forbidden('Chỉ quản trị viên của đơn vị mới sửa được cơ quan này.');
  return organ;
}
