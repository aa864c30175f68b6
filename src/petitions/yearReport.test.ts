import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type PetitionWorld, petitionWorld, today } from '../../test/petitionWorld.ts';
import type { Day } from '../kernel/day.ts';
import { assignField, openDialogue } from './dialogues.ts';
import { takeIn } from './imports/takeIn.ts';
import { petitionWords } from './raisePetition.ts';
import { dialoguesOfYear, dialogueYear, yearReport } from './yearReport.ts';

let world: PetitionWorld;
beforeAll(async () => {
  world = await petitionWorld();
});
afterAll(() => world.close());

/** A dialogue of the year with so many petitions, half of them given to the department of finance. */
async function held(heldOn: Day, count: number): Promise<number[]> {
  const { office, province, as, db } = world;
  const { organs, communes } = province;
  const dialogueId = await as(office, (tx, by) =>
    openDialogue(tx, by, { title: 'Đối thoại', heldOn, raiseUntil: null }),
  );
  async function* planned() {
    for (let i = 0; i < count; i++) {
      const words = petitionWords.parse({
        'chu-de': `Việc ${i}`,
        'linh-vuc': i % 2 ? 'y-te' : 'giao-duc',
        'noi-dung': 'Bố trí',
        'ly-do': 'Thiếu',
        'muc-do': 'normal',
        'gui-den': String(organs.tinhUy),
      });
      yield { line: i, askerId: organs.dangUyConSon, unitId: communes.conSon, words };
    }
  }
  await as(office, (tx, by) => takeIn(tx, by, { dialogueId, planned: planned() }, today));
  await as(office, (tx, by) =>
    assignField(
      tx,
      by,
      {
        dialogueId,
        field: 'y-te',
        leadId: organs.taiChinh,
        coordinatorIds: [],
        forwarderId: null,
        watcherIds: [],
        days: 10,
      },
      today,
    ),
  );
  const rows = await db.system
    .selectFrom('petition')
    .where('dialogue_id', '=', dialogueId)
    .where('state', '=', 'working')
    .orderBy('id')
    .select('id')
    .execute();
  return rows.map(({ id }) => id);
}

describe('the dialogues of a year', () => {
  it('are counted by field and organ beside the year before, by what the askers said', async () => {
    const { office, finance, construction, conSon, province, answer, judge, db } = world;
    await held('2025-08-03' as Day, 4);
    const given = await held('2026-12-20' as Day, 10);
    expect(given).toHaveLength(5);
    for (const id of given.slice(0, 3)) await answer(finance, id);
    await judge(conSon, given[0]!, true);
    await judge(conSon, given[1]!, false);
    // One was answered after its limit, one is open past it.
    await db.system
      .updateTable('petition')
      .set({ due_on: '2026-11-20' as Day })
      .where('id', 'in', [given[2]!, given[3]!])
      .execute();

    const [rows, dialogues] = await db.read(
      office,
      dialogueYear(db.build, 2026, today),
      dialoguesOfYear(db.build, 2026),
    );
    expect(dialogues).toHaveLength(1);
    const report = yearReport(rows, 2026);
    const finances = { asked: 5, answered: 3, inTime: 2, overdue: 1, solved: 1, unsolved: 1 };
    expect(report.total).toEqual({ ...finances, asked: 10 });
    expect(report.before).toMatchObject({ asked: 4, answered: 0 });
    expect(report.byField.map(({ field, figures, before }) => [field, figures.asked, before.asked])).toEqual(
      expect.arrayContaining([
        ['y-te', 5, 2],
        ['giao-duc', 5, 2],
      ]),
    );
    expect(report.byOrgan.find((o) => o.leadId === province.organs.taiChinh)?.figures).toEqual(finances);
    expect(report.byOrgan.find((o) => o.leadId === null)?.figures.asked).toBe(5);

    // Who has no part in them is told nothing; who answers, of their own.
    expect((await db.read(construction, dialogueYear(db.build, 2026, today)))[0]).toEqual([]);
    expect(yearReport((await db.read(finance, dialogueYear(db.build, 2026, today)))[0], 2026).total.asked).toBe(5);
  });

  it('without any are a report of nothing', () => {
    expect(yearReport([], 2030)).toMatchObject({ total: { asked: 0 }, byField: [], byOrgan: [] });
  });
});
