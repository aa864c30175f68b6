import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { organOutside, type PetitionWorld, petitionWorld, today } from '../../test/petitionWorld.ts';
import type { Principal } from '../kernel/principal.ts';
import { type OrganRegister, organRegister } from '../organs/index.ts';
import { forwardAnswer, giveOpinion } from './answerPetition.ts';
import { upperOrgan } from './named.ts';
import { passUp } from './passUp.ts';
import { petitionCounts } from './store.ts';

let world: PetitionWorld;
let register: OrganRegister;
let ministryId: number;
beforeAll(async () => {
  world = await petitionWorld();
  ministryId = await organOutside(world);
  register = await organRegister({ db: world.db, log: { error() {} } as never });
});
afterAll(() => world.close());

const up = (who: Principal, petitionId: number, name: string, over: object = {}) =>
  world.as(who, (tx, by) =>
    passUp(
      tx,
      by,
      {
        petitionId,
        version: null,
        upperFor: (leadId) => upperOrgan(register, leadId, name, 'cap-tren', today),
        limit: { days: 20 },
        reason: 'Vượt thẩm quyền của sở',
        ...over,
      },
      today,
    ),
  );

describe('beyond authority', () => {
  it('a body above that works here owes the answer from then on, by its own limit, and the department prepares with it', async () => {
    const { office, finance, conSon, province, raise, assign, answer, seen, as, db } = world;
    const id = await raise(conSon);
    await assign(office, id);
    await up(finance, id, 'tinh uy');
    expect(await seen(finance, id)).toMatchObject({
      state: 'beyond',
      leadId: province.organs.tinhUy,
      coordinatorIds: [province.organs.taiChinh],
      limitDays: 20,
      dueOn: '2026-12-22',
    });
    const [[counts]] = await db.read(office, petitionCounts(db.build, office, today));
    expect(counts!.toAnswer).toBe(1);
    await expect(answer(finance, id)).rejects.toMatchObject({ kind: 'forbidden' });
    await expect(answer(office, id)).rejects.toMatchObject({ fields: [{ field: 'thieu-y-kien' }] });
    await as(finance, (tx, by) => giveOpinion(tx, by, { petitionId: id, version: null, text: 'Dự thảo: bố trí vốn' }));
    await answer(office, id);
    expect((await seen(conSon, id)).state).toBe('answered');
  });

  it('of a ministry the department writes down the answer when it comes', async () => {
    const { office, finance, conSon, province, raise, assign, answer, seen } = world;
    const id = await raise(conSon);
    await assign(office, id);
    await up(finance, id, 'Bộ Tài chính');
    expect(await seen(conSon, id)).toMatchObject({
      state: 'beyond',
      leadId: province.organs.taiChinh,
      upperId: ministryId,
      dueOn: '2026-12-22',
    });
    await answer(finance, id, { text: 'Bộ đã đồng ý bổ sung vốn' });
    expect((await seen(conSon, id)).state).toBe('answered');
  });

  it.each([
    ['', {}, 'cap-tren'],
    ['Cơ quan không có', {}, 'cap-tren'],
    ['Sở Xây dựng', {}, 'cap-tren'],
    ['Sở Tài chính', {}, 'cap-tren'],
    ['Tỉnh ủy', { reason: '' }, 'ly-do'],
    ['Tỉnh ủy', { limit: null }, 'so-ngay'],
    ['Tỉnh ủy', { limit: { days: -1 } }, 'so-ngay'],
  ])('to “%s” with %o is refused at the field', async (name, over, field) => {
    const { office, finance, conSon, raise, assign, seen } = world;
    const id = await raise(conSon);
    await assign(office, id);
    await expect(up(finance, id, name, over)).rejects.toMatchObject({ kind: 'invalid', fields: [{ field }] });
    expect((await seen(finance, id)).state).toBe('working');
  });

  it('nobody but the lead passes it up', async () => {
    const { office, construction, conSon, raise, assign } = world;
    const id = await raise(conSon);
    await assign(office, id, { coordinatorIds: [world.province.organs.xayDung] });
    for (const who of [office, construction, conSon]) {
      await expect(up(who, id, 'Bộ Tài chính')).rejects.toMatchObject({ kind: 'forbidden' });
    }
  });
});

describe('one body prepares, another sends, a third reports', () => {
  it('each does its part and no other, and the asker hears from the sender alone', async () => {
    const { office, finance, construction, conSon, hoaBinh, province, raise, assign, answer, as, look, seen } = world;
    const { xayDung, dangUyHoaBinh } = province.organs;
    const id = await raise(conSon);
    await assign(office, id, { forwarderId: xayDung, watcherIds: [dangUyHoaBinh] });
    await answer(finance, id, { text: 'Dự thảo' });
    expect((await seen(conSon, id)).state).toBe('prepared');
    const send = (who: Principal) =>
      as(who, (tx, by) => forwardAnswer(tx, by, { petitionId: id, version: null }, today));
    for (const who of [finance, office, hoaBinh])
      await expect(send(who)).rejects.toMatchObject({ kind: expect.stringMatching(/forbidden|notFound/) });
    expect((await look(hoaBinh, id)).kinds).not.toContain('petition.prepared');
    await send(construction);
    for (const who of [conSon, hoaBinh]) expect((await look(who, id)).kinds).toContain('petition.answered');
  });
});
