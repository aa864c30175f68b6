import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type PetitionWorld, petitionWorld, today } from '../../test/petitionWorld.ts';
import type { Day } from '../kernel/day.ts';
import type { Principal } from '../kernel/principal.ts';
import { daysFor, limitRules, proposedOn, setLimits } from './limitRules.ts';

let world: PetitionWorld;
let admin: Principal;
beforeAll(async () => {
  world = await petitionWorld();
  const keeper = await world.province.person('vanPhong', 'admin');
  admin = { ...keeper, role: 'admin', adminUnitId: keeper.unitId };
});
afterAll(() => world.close());

const rule = { validFrom: today, normal: 12, urgent: 2.5, upper: 20, source: 'Quy chế số 1' };
const set = (who: Principal, over: object = {}) =>
  world.db.write(who, (tx) => setLimits(tx, who, { ...rule, ...over }, today));
const rules = async () => (await world.db.read(world.office, limitRules(world.db.build)))[0];

describe('the working days in which petitions are to be answered', () => {
  it('are 10, for urgent ones 3, and 15 above, until somebody sets others', async () => {
    const now = proposedOn(await rules(), today);
    expect([daysFor(now, 'normal'), daysFor(now, 'urgent'), now.upper]).toEqual([10, 3, 15]);
  });
  it('are set from a day on; what was set for the same day is superseded and kept', async () => {
    await set(admin, { validFrom: '2027-01-01' as Day });
    expect(proposedOn(await rules(), today).normal).toBe(10);
    await set(admin, { normal: 8 });
    await set(admin);
    expect(proposedOn(await rules(), today)).toMatchObject({ normal: 12, urgent: 2.5 });
    const kept = await world.db.system.selectFrom('petition_limit').select('end_reason').orderBy('id').execute();
    expect(kept.map((k) => k.end_reason !== null)).toEqual([false, true, false]);
  });
  it.each([
    ['thuong', { normal: 0 }],
    ['gap', { urgent: 2.3 }],
    ['cap-tren', { upper: Number.NaN }],
    ['tu-ngay', { validFrom: '2026-11-20' as Day }],
    ['can-cu', { source: '' }],
  ])('are refused at field %s', async (field, over) => {
    await expect(set(admin, over)).rejects.toMatchObject({ fields: [{ field }] });
  });
  it('are not for an office to set', async () => {
    await expect(set(world.office)).rejects.toMatchObject({ kind: 'forbidden' });
  });
});
