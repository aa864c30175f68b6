import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ReportWorld, reportWorld, today } from '../../test/reportWorld.ts';
import { closePeriod, reopenPeriod, signRollUp } from './closePeriod.ts';
import { createForm, formWords } from './createForm.ts';
import { returnSheet } from './returnSheet.ts';

let world: ReportWorld;
let at: Awaited<ReturnType<ReportWorld['opened']>>;
beforeAll(async () => {
  world = await reportWorld();
  at = await world.opened();
});
afterAll(() => world.close());

const refused = (work: Promise<unknown>) =>
  expect(work).rejects.toMatchObject({ kind: expect.stringMatching(/forbidden|notFound/) });

describe('who may not', () => {
  it('a commune does not see, write, sign or return the report of another', async () => {
    expect(await world.sheet(world.hoaBinhHead, at.conSon)).toBeUndefined();
    await refused(world.save(world.hoaBinhHead, at.conSon, {}));
    await refused(world.sign(world.hoaBinhHead, at.conSon));
    await refused(
      world.as(world.hoaBinhHead, (tx, by) => returnSheet(tx, by, { sheetId: at.conSon, seen: null, remarks: 'x' })),
    );
  });

  it('the clerk who writes it does not sign it; the office that asks for it does not write it', async () => {
    await refused(world.sign(world.conSonClerk, at.conSon));
    await refused(world.save(world.office, at.conSon, {}));
    await refused(world.sign(world.officeHead, at.conSon));
  });

  it('a commune keeps no forms and no periods; another office keeps not this one; a clerk does not sign the roll-up', async () => {
    const of = { periodId: at.periodId, seen: null };
    const words = formWords.parse({ ten: 'Báo cáo', ky: 'year', 'noi-bao-cao': ['so'], 'so-ngay': '1' });
    await refused(world.as(world.conSonHead, (tx, by) => createForm(tx, by, words)));
    for (const who of [world.conSonHead, world.finance]) {
      await refused(world.as(who, (tx, by) => closePeriod(tx, by, of)));
      await refused(world.as(who, (tx, by) => reopenPeriod(tx, by, { ...of, reason: 'x' })));
      await refused(world.as(who, (tx, by) => signRollUp(tx, by, world.register, of, today)));
    }
    await refused(world.as(world.office, (tx, by) => signRollUp(tx, by, world.register, of, today)));
  });
});
