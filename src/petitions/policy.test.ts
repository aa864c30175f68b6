import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type PetitionWorld, petitionWorld, today } from '../../test/petitionWorld.ts';
import { NOBODY } from '../platform/db/access.ts';
import { giveOpinion } from './answerPetition.ts';
import { joinPetition } from './joinPetition.ts';
import { withdrawPetition } from './judgePetition.ts';
import { publishPetition } from './publishPetition.ts';
import { refusePetition } from './refusePetition.ts';
import { similarTo } from './similar.ts';

let { db, province, office, finance, construction, conSon, hoaBinh, raise, as, assign, answer, judge, look, seen } =
  {} as PetitionWorld;
beforeAll(async () => {
  const world = await petitionWorld();
  ({ db, province, office, finance, construction, conSon, hoaBinh, raise, as, assign, answer, judge, look, seen } =
    world);
  close = world.close;
});
let close: () => Promise<void>;
afterAll(() => close());

describe('who may not', () => {
  let id: number;
  beforeAll(async () => {
    id = await raise(conSon);
    await assign(office, id);
  });
  const none = { petitionId: 0, version: null };
  const refused = (work: Promise<unknown>) =>
    expect(work).rejects.toMatchObject({ kind: expect.stringMatching(/forbidden|notFound/) });

  it('a stranger neither sees nor touches it', async () => {
    expect((await look(hoaBinh, id)).petition).toBeUndefined();
    await refused(answer(hoaBinh, id));
    await refused(judge(hoaBinh, id, true));
    await refused(as(hoaBinh, (tx, by) => withdrawPetition(tx, by, { ...none, petitionId: id, text: 'x' })));
  });

  it('the asker does not assign, answer or refuse; the answerer does not assign, judge or publish; the office does not judge', async () => {
    await refused(assign(conSon, id));
    await refused(answer(conSon, id));
    await refused(as(conSon, (tx, by) => refusePetition(tx, by, { ...none, petitionId: id, reason: 'x' }, today)));
    await refused(assign(finance, id));
    await refused(judge(finance, id, true));
    await refused(
      as(finance, (tx, by) =>
        publishPetition(tx, by, { ...none, petitionId: id, title: 'x', answer: 'x', free: true }, today),
      ),
    );
    await refused(judge(office, id, true));
    await refused(answer(office, id));
  });

  it('an officer of the office does not assign', async () => {
    await refused(assign(await province.person('vanPhong', 'officer'), id));
  });

  it('what is not shared cannot be found or joined by others', async () => {
    const hidden = await raise(conSon, { 'chu-de': 'Điều động nhân sự lãnh đạo phòng chuyên môn' }, false);
    const [found] = await db.read(hoaBinh, similarTo(db.build, 'điều động nhân sự lãnh đạo phòng'));
    expect(found.some((p) => p.id === hidden)).toBe(false);
    await refused(as(hoaBinh, (tx, by) => joinPetition(tx, by, hidden)));
    expect((await look(hoaBinh, hidden)).petition).toBeUndefined();
  });

  it('nobody lets in an organ that is not theirs, and the public finds nothing', async () => {
    await expect(
      db.write(hoaBinh, (tx) => sql`select petition_let_in(${id}, ${province.organs.xayDung})`.execute(tx)),
    ).rejects.toThrow();
    expect((await db.read(NOBODY, similarTo(db.build, 'bố trí máy xúc chung')))[0]).toEqual([]);
  });

  it('a watcher reads and takes no step', async () => {
    const watched = await raise(conSon);
    await assign(office, watched, { watcherIds: [province.organs.xayDung] });
    expect((await seen(construction, watched)).state).toBe('working');
    await refused(answer(construction, watched));
    await refused(as(construction, (tx, by) => giveOpinion(tx, by, { ...none, petitionId: watched, text: 'x' })));
  });
});
