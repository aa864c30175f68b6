import { describe, expect, it } from 'vitest';
import type { UnitId } from '../kernel/ids.ts';
import type { PositionRole, Principal } from '../kernel/principal.ts';
import { keepOrgans, keptOrgan, mayKeepOrgan, maySeeHolders } from './policy.ts';

const unit = (id: number) => id as UnitId;
const person = (role: PositionRole, adminUnitId: UnitId | null): Principal =>
  ({ role, adminUnitId, unitId: unit(1) }) as Principal;

describe('keeping the organs of a unit', () => {
  it('is the administrator’s of that unit alone', () => {
    expect(mayKeepOrgan(person('admin', unit(1)), { unitId: unit(1) })).toBe(true);
    expect(mayKeepOrgan(person('admin', unit(1)), { unitId: unit(2) })).toBe(false);
  });
  it.each(['head', 'deputy', 'officer', 'clerk'] as const)('is not the %s’s, even of the same unit', (role) => {
    expect(keepOrgans.allows(person(role, null))).toBe(false);
    expect(mayKeepOrgan(person(role, unit(1)), { unitId: unit(1) })).toBe(false);
  });
  it('is nobody’s here for organs of the centre', () => {
    expect(mayKeepOrgan(person('admin', unit(1)), { unitId: null })).toBe(false);
  });
  it('is not for those who are not signed in', () => {
    expect(keepOrgans.allows(null)).toBe(false);
    expect(maySeeHolders(null)).toBe(false);
  });
  it('says 404 for an organ that is none and 403 for somebody else’s', () => {
    expect(() => keptOrgan(person('admin', unit(1)), undefined)).toThrow('Không tìm thấy');
    expect(() => keptOrgan(person('admin', unit(1)), { unitId: unit(2) })).toThrow('Chỉ quản trị viên');
  });
});
