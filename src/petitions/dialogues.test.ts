import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type PetitionWorld, petitionWorld, today } from '../../test/petitionWorld.ts';
import type { Day } from '../kernel/day.ts';
import { answerBook } from './answerBook.ts';
import { assignField, openDialogue, setRaiseUntil, tallyDialogue } from './dialogues.ts';
import type { PlannedPetition } from './imports/readRow.ts';
import { takeIn } from './imports/takeIn.ts';
import { petitionWords, raisePetition } from './raisePetition.ts';
import { sortPetition } from './sortPetition.ts';

let world: PetitionWorld;
beforeAll(async () => {
  world = await petitionWorld();
});
afterAll(() => world.close());

const open = (raiseUntil: Day | null = null) =>
  world.as(world.office, (tx, by) =>
    openDialogue(tx, by, { title: 'Đối thoại 2026', heldOn: '2026-12-01' as Day, raiseUntil }),
  );
/** Two communes ask about 100 matters each, in two fields. */
async function* twoHundred(): AsyncGenerator<PlannedPetition> {
  const { organs, communes } = world.province;
  for (let i = 0; i < 200; i++) {
    yield {
      line: i + 2,
      askerId: i % 2 ? organs.dangUyConSon : organs.dangUyHoaBinh,
      unitId: i % 2 ? communes.conSon : communes.daLat,
      words: petitionWords.parse({
        'chu-de': `Việc thứ ${i} của đợt này`,
        'linh-vuc': i < 120 ? 'y-te' : 'giao-duc',
        'noi-dung': `Bố trí việc ${i}`,
        'ly-do': 'Khó khăn',
        'muc-do': 'normal',
        'gui-den': String(organs.tinhUy),
      }),
    };
  }
}

describe('a dialogue', () => {
  it('takes 200 petitions, goes out field by field, and ends as one answer book', async () => {
    const { office, finance, conSon, as, db, province } = world;
    const dialogueId = await open();
    const add = () => as(office, (tx, by) => takeIn(tx, by, { dialogueId, planned: twoHundred() }, today));
    expect(await add()).toEqual({ added: 200, known: 0 });
    expect(await add()).toEqual({ added: 0, known: 200 });
    const given = await as(office, (tx, by) =>
      assignField(
        tx,
        by,
        {
          dialogueId,
          field: 'y-te',
          leadId: province.organs.taiChinh,
          coordinatorIds: [],
          forwarderId: null,
          watcherIds: [province.organs.xayDung],
          days: 15,
        },
        today,
      ),
    );
    expect(given).toBe(120);
    const [tally] = await db.read(office, tallyDialogue(db.build, dialogueId));
    expect(Object.fromEntries(tally.map((t) => [`${t.field} ${t.state}`, t.count]))).toEqual({
      'y-te working': 120,
      'giao-duc raised': 80,
    });
    const [[first]] = await db.read(conSon, answerBook(db.build, dialogueId));
    await world.answer(finance, (await db.read(finance, answerBook(db.build, dialogueId)))[0][0]!.id);
    const [book] = await db.read(office, answerBook(db.build, dialogueId));
    expect(book).toHaveLength(200);
    expect(book.filter((e) => e.answers.length > 0)).toHaveLength(1);
    expect(first!.askerIds).toEqual([province.organs.dangUyConSon]);
    // Whoever is to report on it reads what was given out.
    expect((await db.read(world.construction, answerBook(db.build, dialogueId)))[0]).toHaveLength(120);
    // Those who asked read their own part of it, not the others'.
    expect((await db.read(conSon, answerBook(db.build, dialogueId)))[0]).toHaveLength(100);
  });

  it('its office alone opens, fills, sorts and gives out', async () => {
    const { finance, conSon, office, as, raise } = world;
    const dialogueId = await open();
    for (const who of [finance, conSon]) {
      await expect(
        as(who, (tx, by) => openDialogue(tx, by, { title: 'x', heldOn: today, raiseUntil: null })),
      ).rejects.toMatchObject({
        kind: 'forbidden',
      });
      await expect(
        as(who, (tx, by) => takeIn(tx, by, { dialogueId, planned: twoHundred() }, today)),
      ).rejects.toMatchObject({
        kind: 'forbidden',
      });
    }
    const id = await raise(conSon);
    const sort = (who: typeof office, field: string) =>
      as(who, (tx, by) => sortPetition(tx, by, { petitionId: id, version: null, field }));
    await expect(sort(conSon, 'y-te')).rejects.toMatchObject({ kind: 'forbidden' });
    await expect(sort(office, 'toString')).rejects.toMatchObject({ kind: 'invalid' });
    await sort(office, 'y-te');
    expect(await world.seen(office, id)).toMatchObject({ field: 'y-te', state: 'raised' });
  });

  it('takes petitions of the communes themselves until the day that its office sets, and no longer', async () => {
    const { office, conSon, as, province, db } = world;
    const ask = (dialogueId: number, day: Day) =>
      as(conSon, (tx, by) =>
        raisePetition(
          tx,
          by,
          {
            words: petitionWords.parse({
              'chu-de': `Việc nêu trước ${day}`,
              'linh-vuc': 'y-te',
              'noi-dung': 'Bố trí',
              'ly-do': 'Thiếu',
              'muc-do': 'normal',
              'gui-den': String(province.organs.tinhUy),
            }),
            officeId: province.organs.vanPhong,
            shared: true,
            files: [],
            dialogueId,
          },
          day,
        ),
      );
    const closed = await open();
    await expect(ask(closed, today)).rejects.toMatchObject({ kind: 'conflict' });
    const until = '2026-11-25' as Day;
    const set = (raiseUntil: Day | null, who = office) =>
      as(who, (tx, by) => setRaiseUntil(tx, by, { dialogueId: closed, raiseUntil }));
    await expect(set(until, conSon)).rejects.toMatchObject({ kind: 'forbidden' });
    await expect(set('2026-12-02' as Day)).rejects.toMatchObject({ fields: [{ field: 'nhan-den' }] });
    await set(until);
    await ask(closed, until);
    await expect(ask(closed, '2026-11-26' as Day)).rejects.toMatchObject({ kind: 'conflict' });
    const [book] = await db.read(conSon, answerBook(db.build, closed));
    expect(book.map((e) => e.topic)).toEqual(['Việc nêu trước 2026-11-25']);
  });
});
