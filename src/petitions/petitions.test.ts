import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { organOutside, type PetitionWorld, petitionWorld, today } from '../../test/petitionWorld.ts';
import type { Day } from '../kernel/day.ts';
import { NOBODY } from '../platform/db/access.ts';
import { forwardAnswer, giveOpinion, sendBack } from './answerPetition.ts';
import { assignByTask } from './assignByTask.ts';
import { moveLimit } from './assignPetition.ts';
import { parseFilter } from './filter.ts';
import { joinPetition } from './joinPetition.ts';
import { reopenPetition } from './judgePetition.ts';
import { mergePetitions } from './mergePetitions.ts';
import { type PetitionStep, standingOf } from './model.ts';
import { passUp, type UpperOrgan } from './passUp.ts';
import { publishPetition, unpublishPetition } from './publishPetition.ts';
import { refusePetition } from './refusePetition.ts';
import { similarTo } from './similar.ts';
import { filesOf, listPetitions, listPublished, type PetitionDetail, petitionCounts, tallyPetitions } from './store.ts';

let { db, province, office, finance, construction, conSon, hoaBinh, raise, as, assign, answer, judge, look, seen } =
  {} as PetitionWorld;
beforeAll(async () => {
  const world = await petitionWorld();
  ({ db, province, office, finance, construction, conSon, hoaBinh, raise, as, assign, answer, judge, look, seen } =
    world);
  close = world.close;
  ministry = { id: await organOutside(world), name: 'Bộ Tài chính', outside: true };
});
let ministry: UpperOrgan;
let close: () => Promise<void>;
afterAll(() => close());

/** All events, folded by the rules alone, whoever may see them. */
async function foldOf(id: number) {
  const events = await db.system
    .selectFrom('event')
    .where('subject_type', '=', 'petition')
    .where('subject_id', '=', id)
    .orderBy('id')
    .select(['kind', 'data'])
    .execute();
  return standingOf(events.map((e) => ({ kind: e.kind.slice(9), ...(e.data as object) }) as PetitionStep));
}

describe('from raised to solved', () => {
  it('a mountain commune asks, the office assigns with an explained limit, the lead answers, the asker closes', async () => {
    const id = await raise(conSon);
    expect(await seen(office, id)).toMatchObject({
      state: 'raised',
      mountainous: true,
      askerIds: [province.organs.dangUyConSon],
    });
    expect((await look(finance, id)).petition).toBeUndefined();
    await assign(office, id);
    const assigned = await seen(finance, id);
    expect(assigned).toMatchObject({ state: 'working', limitDays: 10, dueOn: '2026-12-08' });
    expect(assigned.dueLines.join('\n')).toContain('24/11');
    await answer(finance, id);
    expect((await seen(conSon, id)).state).toBe('answered');
    await judge(conSon, id, true, '');
    const { petition, kinds } = await look(conSon, id);
    expect(petition).toMatchObject({ state: 'closed', solved: true });
    expect(kinds).toEqual(['petition.raised', 'petition.assigned', 'petition.answered', 'petition.judged']);
  });

  it('the row is the fold of all its events, after every kind of step', async () => {
    const id = await raise(conSon);
    await as(hoaBinh, (tx, by) => joinPetition(tx, by, id));
    await assign(office, id, { coordinatorIds: [province.organs.xayDung], forwarderId: province.organs.vanPhong });
    await as(construction, (tx, by) => giveOpinion(tx, by, { petitionId: id, version: null, text: 'Đồng ý' }));
    await as(office, (tx, by) =>
      moveLimit(tx, by, { petitionId: id, version: null, limit: { days: 3 }, reason: 'Gấp' }, today),
    );
    await as(finance, (tx, by) =>
      passUp(
        tx,
        by,
        { petitionId: id, version: null, reason: 'Vốn trung ương', upperFor: () => ministry, limit: { days: 20 } },
        today,
      ),
    );
    await answer(finance, id);
    await as(office, (tx, by) => sendBack(tx, by, { petitionId: id, version: null, reason: 'Thiếu số liệu' }));
    await answer(finance, id, { text: 'Đã đủ số liệu' });
    await as(office, (tx, by) => forwardAnswer(tx, by, { petitionId: id, version: null }, today));
    await as(conSon, (tx, by) => reopenPetition(tx, by, { petitionId: id, version: null, text: 'Chưa rõ' }, today));
    const rush = { withoutOpinions: 'Đã có ý kiến lần trước' };
    await answer(finance, id, { ...rush, full: false, restDueOn: '2026-12-20', text: 'Một phần' });
    await as(office, (tx, by) => forwardAnswer(tx, by, { petitionId: id, version: null }, today));
    await answer(finance, id, rush);
    await as(office, (tx, by) => forwardAnswer(tx, by, { petitionId: id, version: null }, today));
    await judge(conSon, id, true);
    await judge(hoaBinh, id, false);
    await as(office, (tx, by) =>
      publishPetition(
        tx,
        by,
        { petitionId: id, version: null, title: 'Máy xúc cho cụm xã', answer: 'Đã bố trí', free: true },
        today,
      ),
    );
    const row = await seen(office, id);
    const fold = await foldOf(id);
    for (const [key, value] of Object.entries(fold))
      expect([key, row[key as keyof PetitionDetail]]).toEqual([key, value]);
    expect(row).toMatchObject({ state: 'closed', solved: false });
  });

  it('one answer reaches everyone who asked, also those who joined', async () => {
    const id = await raise(conSon);
    expect((await look(hoaBinh, id)).petition).toBeUndefined();
    await as(hoaBinh, (tx, by) => joinPetition(tx, by, id));
    await assign(office, id);
    await answer(finance, id);
    expect((await look(hoaBinh, id)).kinds).toContain('petition.answered');
    await judge(conSon, id, true);
    expect((await seen(hoaBinh, id)).state).toBe('answered');
  });

  it('the office merges what asks the same, and the answer of the one reaches the askers of the other', async () => {
    const [first, second] = [await raise(conSon), await raise(hoaBinh)];
    await as(office, (tx, by) => mergePetitions(tx, by, { petitionId: second, version: null, intoId: first }));
    expect(await seen(hoaBinh, second)).toMatchObject({ state: 'merged', mergedIntoId: first });
    expect((await seen(hoaBinh, first)).askerIds).toEqual([
      province.organs.dangUyConSon,
      province.organs.dangUyHoaBinh,
    ]);
    await expect(
      as(office, (tx, by) => mergePetitions(tx, by, { petitionId: first, version: null, intoId: second })),
    ).rejects.toMatchObject({ kind: 'conflict' });
  });
});

describe('assigned by the task of a directive', () => {
  it('takes lead, coordinators and limit from the task, and keeps the link', async () => {
    const { organs, unit } = province;
    const { id: taskId } = await db.system
      .insertInto('task')
      .values({
        unit_id: unit,
        issuer_organ_id: organs.tinhUy,
        owner_organ_id: organs.vanPhong,
        lead_organ_ids: [organs.taiChinh],
        coordinator_organ_ids: [organs.xayDung],
        ordinal: 3,
        source: '2040-TB/TU',
        action: 'chủ trì tham mưu',
        topic: 'Về đề xuất bố trí máy xúc',
        due_on: '2026-12-31' as Day,
        state: 'working',
        started_on: '2026-11-01' as Day,
        organ_ids: [organs.vanPhong, organs.taiChinh, organs.xayDung],
        search_key: 'may xuc',
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    const id = await raise(conSon);
    const by = (who: typeof office) =>
      as(who, (tx, me) => assignByTask(tx, me, { petitionId: id, version: null, taskId }, today));
    await expect(by(conSon)).rejects.toMatchObject({ kind: 'notFound' });
    await by(office);
    expect(await seen(finance, id)).toMatchObject({
      taskId,
      leadId: organs.taiChinh,
      coordinatorIds: [organs.xayDung],
      dueOn: '2026-12-31',
      state: 'working',
    });
  });
});

describe('what askers do not see before it is sent', () => {
  it('a draft and opinions are read by those who answer, and only what is sent by those who ask', async () => {
    const id = await raise(conSon);
    await assign(office, id, { coordinatorIds: [province.organs.xayDung], forwarderId: province.organs.vanPhong });
    await as(construction, (tx, by) => giveOpinion(tx, by, { petitionId: id, version: null, text: 'Nội bộ' }));
    await answer(finance, id);
    expect((await look(conSon, id)).kinds).toEqual(['petition.raised', 'petition.assigned']);
    expect((await look(office, id)).kinds).toEqual([
      'petition.raised',
      'petition.assigned',
      'petition.opined',
      'petition.prepared',
    ]);
    await as(office, (tx, by) => forwardAnswer(tx, by, { petitionId: id, version: null }, today));
    expect((await look(conSon, id)).kinds.at(-1)).toBe('petition.answered');
  });

  it('the file of a draft is the askers’ once it is sent', async () => {
    const id = await raise(conSon);
    await assign(office, id, { forwarderId: province.organs.vanPhong });
    const file = { sha256: 'a'.repeat(64), name: 'tra-loi.pdf', mediaType: 'application/pdf', size: 3 };
    await answer(finance, id, { files: [file] });
    expect((await db.read(conSon, filesOf(db.build, id)))[0]).toEqual([]);
    await as(office, (tx, by) => forwardAnswer(tx, by, { petitionId: id, version: null }, today));
    expect((await db.read(conSon, filesOf(db.build, id)))[0]).toMatchObject([{ name: 'tra-loi.pdf', kind: 'answer' }]);
  });
});

describe('what is refused', () => {
  it('an answer in part without the day of the rest, and one without the opinions of coordinators', async () => {
    const id = await raise(conSon);
    await assign(office, id, { coordinatorIds: [province.organs.xayDung] });
    await expect(answer(finance, id)).rejects.toMatchObject({ fields: [{ field: 'thieu-y-kien' }] });
    await expect(
      answer(finance, id, { withoutOpinions: 'Gấp', full: false, restDueOn: '2026-11-01' }),
    ).rejects.toMatchObject({ fields: [{ field: 'han-con-lai' }] });
    await answer(finance, id, { withoutOpinions: 'Gấp' });
  });

  it('giving it to another organ without a reason, or to the one that asks', async () => {
    const id = await raise(conSon);
    await expect(assign(office, id, { leadId: province.organs.dangUyConSon })).rejects.toMatchObject({
      fields: [{ field: 'chu-tri' }],
    });
    await assign(office, id);
    await expect(assign(office, id, { leadId: province.organs.xayDung })).rejects.toMatchObject({
      fields: [{ field: 'ly-do' }],
    });
    await assign(office, id, { leadId: province.organs.xayDung, reason: 'Đúng lĩnh vực' });
    expect((await seen(office, id)).leadId).toBe(province.organs.xayDung);
    // The organ that had it keeps what it knew, and no longer answers.
    await expect(answer(finance, id)).rejects.toMatchObject({ kind: expect.stringMatching(/forbidden|notFound/) });
  });

  it('two people answering at once: the second sees that it has changed', async () => {
    const id = await raise(conSon);
    await assign(office, id);
    const { version } = await seen(finance, id);
    await answer(finance, id, { version, full: false, restDueOn: today });
    await expect(answer(finance, id, { version })).rejects.toMatchObject({ kind: 'stale' });
  });

  it('a refusal without its ground, a verdict that it is unsolved without a word', async () => {
    const id = await raise(conSon);
    const refuse = (reason: string) =>
      as(office, (tx, by) => refusePetition(tx, by, { petitionId: id, version: null, reason }, today));
    await expect(refuse('')).rejects.toMatchObject({ fields: [{ field: 'can-cu' }] });
    await refuse('Không thuộc thẩm quyền của tỉnh');
    await expect(judge(conSon, id, false, '')).rejects.toMatchObject({ fields: [{ field: 'y-kien' }] });
    await as(conSon, (tx, by) => reopenPetition(tx, by, { petitionId: id, version: null, text: 'Xem lại' }, today));
    expect(await seen(office, id)).toMatchObject({ state: 'reopened', leadId: null, dueOn: null });
  });

  it('a phone number on the public page', async () => {
    const id = await raise(conSon);
    await as(office, (tx, by) => refusePetition(tx, by, { petitionId: id, version: null, reason: 'Luật' }, today));
    const publish = (answer: string, free = true) =>
      as(office, (tx, by) =>
        publishPetition(tx, by, { petitionId: id, version: null, title: 'Máy xúc', answer, free }, today),
      );
    await expect(publish('Liên hệ 0912 345 678')).rejects.toMatchObject({ fields: [{ field: 'tom-tat' }] });
    await expect(publish('Đã trả lời', false)).rejects.toMatchObject({ fields: [{ field: 'khong-ca-nhan' }] });
    await publish('Đã trả lời');
    const published = async () =>
      (await db.read(NOBODY, listPublished(db.build, { field: null, text: '', page: 1 }, 25)))[0];
    expect((await published()).find((p) => p.id === id)).toMatchObject({ title: 'Máy xúc', unitName: 'Côn Sơn' });
    await as(office, (tx, by) => unpublishPetition(tx, by, { petitionId: id, version: null, reason: 'Sửa' }));
    expect((await published()).some((p) => p.id === id)).toBe(false);
  });
});

describe('finding what is like', () => {
  it('finds the petition of another commune, without marks, the likest first, and says nothing of its reasons', async () => {
    await raise(conSon, {
      'chu-de': 'Di dời cột phát thanh cũ trong trụ sở',
      'noi-dung': 'Tháo dỡ cột phát thanh không còn dùng',
    });
    const [found] = await db.read(hoaBinh, similarTo(db.build, 'cot phat thanh cu khong con dung'));
    expect(found[0]!.topic).toBe('Di dời cột phát thanh cũ trong trụ sở');
    expect(Object.keys(found[0]!)).not.toContain('why');
  });
  it('finds nothing where nothing is like it', async () => {
    const [found] = await db.read(hoaBinh, similarTo(db.build, 'cấp học bổng sinh viên đại học ngành dược'));
    expect(found).toEqual([]);
  });
});

describe('lists and counts', () => {
  it('count what the list shows, by status and for the first page', async () => {
    const filter = parseFilter({}, office);
    expect(filter.scope).toBe('dieu-phoi');
    const [rows, tally, counts] = await db.read(
      office,
      listPetitions(db.build, { ...filter, status: 'cho-giao' }, office, today, { limit: 1000, offset: 0 }),
      tallyPetitions(db.build, filter, office, today),
      petitionCounts(db.build, office, today),
    );
    const waiting = tally.filter((r) => r.state === 'raised').reduce((sum, r) => sum + r.count, 0);
    expect(rows.length).toBe(waiting);
    expect(counts[0]).toMatchObject({ toAssign: waiting, toJudge: 0 });
  });
  it('follow the part that an organ has now: asking, answering, watching', async () => {
    const id = await raise(conSon);
    const listed = async (who: typeof office, scope: string) => {
      const filter = parseFilter({ 'pham-vi': scope }, who);
      const [rows] = await db.read(who, listPetitions(db.build, filter, who, today, { limit: 1000, offset: 0 }));
      return rows.some((r) => r.id === id);
    };
    expect(await listed(conSon, 'hoi')).toBe(true);
    expect(await listed(conSon, 'tra-loi')).toBe(false);
    await assign(office, id, { watcherIds: [province.organs.xayDung] });
    expect([await listed(finance, 'tra-loi'), await listed(construction, 'theo-doi')]).toEqual([true, true]);
    await assign(office, id, { leadId: province.organs.xayDung, reason: 'Đúng lĩnh vực' });
    expect(await listed(finance, 'tra-loi')).toBe(false);
    expect([await listed(construction, 'tra-loi'), await listed(construction, 'theo-doi')]).toEqual([true, false]);
    expect(await listed(office, 'dieu-phoi')).toBe(true);
  });
  it('late are the open ones past their day', async () => {
    const id = await raise(conSon, { 'muc-do': 'urgent' });
    await assign(office, id, { limit: { days: 1 } });
    const later = '2026-11-30' as Day;
    const filter = { ...parseFilter({ gap: '1' }, office), status: 'qua-han' as const };
    const [rows] = await db.read(office, listPetitions(db.build, filter, office, later));
    expect(rows.map((r) => r.id)).toEqual([id]);
  });
});
