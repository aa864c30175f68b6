import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SmallProvince } from '../../test/smallProvince.ts';
import { type TaskOffice, taskOffice, TODAY as today } from '../../test/taskOffice.ts';
import type { Day } from '../kernel/day.ts';
import type { Principal } from '../kernel/principal.ts';
import type { Database } from '../platform/db/access.ts';
import { decideCharge } from './decideCharge.ts';
import { parseFilter } from './filter.ts';
import { meetCondition, reschedule } from './reschedule.ts';
import { listTasks, taskById } from './store.ts';
import { openTallies } from './tally.ts';
import { withdrawTask, withdrawTasksOf } from './withdrawTask.ts';

let office: TaskOffice;
let db: Database;
let province: SmallProvince;
let clerk: Principal;
let finance: Principal;
let construction: Principal;
let commune: Principal;

beforeAll(async () => {
  office = await taskOffice();
  ({ db, province, clerk, finance, construction, commune } = office);
});
afterAll(() => office.close());

const assign = (over?: Parameters<TaskOffice['assign']>[0]) => office.assign(over);
const look = (who: Principal, id: number) => office.look(who, id);
const progress = (who: Principal, taskId: number, chargeId: number, over?: object) =>
  office.progress(who, taskId, chargeId, over);
const decide = (
  who: Principal,
  taskId: number,
  chargeId: number,
  confirmed: boolean,
  reason = '',
  version: number | null = null,
) => db.write(who, (tx) => decideCharge(tx, who, { taskId, chargeId, version, confirmed, reason }));

describe('from assigned to confirmed', () => {
  it('a lead notes progress, asks, is returned with a reason, asks again and is confirmed; each step is on record', async () => {
    const id = await assign();
    const lead = (await look(finance, id)).charges.find((c) => c.role === 'lead')!;
    await progress(finance, id, lead.id);
    await progress(finance, id, lead.id, { done: true, note: 'Đã trình' });
    expect((await look(clerk, id)).task.state).toBe('awaiting');
    await expect(decide(clerk, id, lead.id, false)).rejects.toMatchObject({ code: 'task.return.reason' });
    await decide(clerk, id, lead.id, false, 'Thiếu dự toán');
    expect((await look(finance, id)).task.state).toBe('returned');
    await progress(finance, id, lead.id, { done: true, note: 'Đã bổ sung dự toán' });
    await decide(clerk, id, lead.id, true);
    const { task, history } = await look(clerk, id);
    expect(task).toMatchObject({ state: 'done', doneOn: today });
    expect(history.map((e) => e.kind)).toEqual([
      'task.confirmed',
      'task.confirmation_asked',
      'task.returned',
      'task.confirmation_asked',
      'task.progressed',
      'task.assigned',
    ]);
    expect(history[2]).toMatchObject({ reason: 'Thiếu dự toán', organName: 'Văn phòng Tỉnh ủy' });
  });

  it('a task of two leads is done only when both are confirmed', async () => {
    const id = await assign({ leads: [province.organs.taiChinh, province.organs.xayDung], coordinators: [] });
    const { charges } = await look(clerk, id);
    for (const [who, charge] of [
      [finance, charges[0]!],
      [construction, charges[1]!],
    ] as const) {
      expect((await look(clerk, id)).task.state).not.toBe('done');
      await progress(who, id, charge.id, { done: true });
      await decide(clerk, id, charge.id, true);
    }
    expect((await look(clerk, id)).task.state).toBe('done');
  });

  it('a coordinator closes its own part without closing the task', async () => {
    const id = await assign();
    const { charges } = await look(construction, id);
    await progress(construction, id, charges.find((c) => c.role === 'coordinate')!.id, { done: true });
    const after = await look(clerk, id);
    expect(after.charges.find((c) => c.role === 'coordinate')!.state).toBe('done');
    expect(after.task.state).toBe('working');
  });

  it('a task that waits for an event starts when the office records it, with a limit', async () => {
    const id = await assign({ dueOn: null, condition: 'sau khi có hướng dẫn của Trung ương' });
    const { task, charges } = await look(finance, id);
    expect(task.state).toBe('condition');
    await expect(progress(finance, id, charges[0]!.id)).rejects.toMatchObject({ kind: 'conflict' });
    await db.write(clerk, (tx) => meetCondition(tx, clerk, id, '2026-12-10' as Day, 'Hướng dẫn số 5 ngày 20/11/2026'));
    expect((await look(finance, id)).task).toMatchObject({ state: 'working', dueOn: '2026-12-10' });
  });

  it('a new limit needs a reason and cannot lie before the task was given', async () => {
    const id = await assign();
    const to = (day: string, reason: string) => db.write(clerk, (tx) => reschedule(tx, clerk, id, day as Day, reason));
    await expect(to('2026-10-31', 'sớm')).rejects.toMatchObject({ code: 'task.due.early' });
    await expect(to('2026-12-31', '')).rejects.toMatchObject({ code: 'task.reschedule.reason' });
    await to('2026-12-31', 'Chờ số liệu');
    expect((await look(finance, id)).charges.every((c) => c.dueOn === '2026-12-31')).toBe(true);
  });

  it('recalling a directive ends its open tasks and keeps what is done', async () => {
    const id = await assign();
    const { task } = await look(clerk, id);
    expect(await db.write(clerk, (tx) => withdrawTasksOf(tx, clerk, task.directiveId!, 'Thu hồi văn bản'))).toBe(1);
    expect((await look(finance, id)).task).toMatchObject({ state: 'withdrawn', endReason: 'Thu hồi văn bản' });
  });

  it('of two people confirming at once only one counts, and the other is told that the page is old', async () => {
    const id = await assign();
    const lead = (await look(finance, id)).charges[0]!;
    await progress(finance, id, lead.id, { done: true });
    const seen = (await look(clerk, id)).charges[0]!.version;
    const head = await province.person('vanPhong', 'head');
    const results = await Promise.allSettled([
      decide(clerk, id, lead.id, true, '', seen),
      decide(head, id, lead.id, false, 'Thiếu phụ lục', seen),
    ]);
    expect(results.filter((r) => r.status === 'fulfilled')).toHaveLength(1);
    expect(results.find((r) => r.status === 'rejected')).toMatchObject({
      reason: { kind: 'stale', message: expect.stringContaining('người khác thay đổi') },
    });
    const decisions = (await look(clerk, id)).history.filter((e) => /confirmed|returned/.test(e.kind));
    expect(decisions).toHaveLength(1);
  });

  it('a note upon an old version of the page is stale', async () => {
    const id = await assign();
    const lead = (await look(finance, id)).charges[0]!;
    await progress(finance, id, lead.id, { version: lead.version });
    await expect(progress(finance, id, lead.id, { version: lead.version })).rejects.toMatchObject({ kind: 'stale' });
  });
});

describe('who may not', () => {
  it('an organ that is not charged does not even learn that the task exists', async () => {
    const id = await assign();
    const [rows] = await db.read(commune, taskById(db.build, id));
    expect(rows).toEqual([]);
    await expect(progress(commune, id, 1)).rejects.toMatchObject({ kind: 'notFound' });
  });
  it('a lead cannot confirm its own work, nor withdraw it or move its limit', async () => {
    const head = await province.person('taiChinh', 'head');
    const id = await assign();
    const lead = (await look(finance, id)).charges[0]!;
    await progress(finance, id, lead.id, { done: true });
    await expect(decide(head, id, lead.id, true)).rejects.toMatchObject({ kind: 'forbidden' });
    await expect(db.write(head, (tx) => withdrawTask(tx, head, id, 'không cần'))).rejects.toMatchObject({
      kind: 'forbidden',
    });
    await expect(db.write(head, (tx) => reschedule(tx, head, id, null, 'xin thêm'))).rejects.toMatchObject({
      kind: 'forbidden',
    });
  });
  it('a coordinator cannot note progress in the name of the lead', async () => {
    const id = await assign();
    const lead = (await look(finance, id)).charges[0]!;
    await expect(progress(construction, id, lead.id)).rejects.toMatchObject({ kind: 'forbidden' });
  });
  it('an officer of the office may look but not confirm', async () => {
    const officer = await province.person('vanPhong', 'officer');
    const id = await assign();
    const lead = (await look(finance, id)).charges[0]!;
    await progress(finance, id, lead.id, { done: true });
    await expect(decide(officer, id, lead.id, true)).rejects.toMatchObject({ kind: 'forbidden' });
  });
  it('even without the checks of the code the database hides and keeps what belongs to others', async () => {
    const id = await assign();
    await db.write(commune, async (tx) => {
      expect(await tx.selectFrom('task').selectAll().where('id', '=', id).execute()).toEqual([]);
      expect(await tx.selectFrom('charge').selectAll().where('task_id', '=', id).execute()).toEqual([]);
      expect(
        await tx
          .selectFrom('event')
          .selectAll()
          .where('subject_id', '=', id)
          .where('subject_type', '=', 'task')
          .execute(),
      ).toEqual([]);
      const changed = await tx.updateTable('task').set({ state: 'withdrawn' }).where('id', '=', id).executeTakeFirst();
      expect(changed.numUpdatedRows).toBe(0n);
    });
  });
});

describe('lists and counts', () => {
  it('count what they show, follow every change, and differ by who asks', async () => {
    const tallies = await openTallies(db);
    const filter = parseFilter({ 'pham-vi': 'giao' }, clerk);
    const before = await tallies.of(clerk, filter, today);
    await assign({ dueOn: '2026-11-01' as Day });
    await tallies.changed();
    const after = await tallies.of(clerk, filter, today);
    expect(after.all).toBe(before.all + 1);
    expect(after.byStatus['qua-han']).toBe((before.byStatus['qua-han'] ?? 0) + 1);
    const [late] = await db.read(
      clerk,
      listTasks(db.build, { ...filter, status: 'qua-han' }, clerk, today, { limit: 500, offset: 0 }),
    );
    expect(late).toHaveLength(after.byStatus['qua-han']);
    expect((await tallies.of(commune, parseFilter({}, commune), today)).all).toBe(0);
    expect((await tallies.of(finance, parseFilter({}, finance), today)).all).toBeGreaterThan(0);
  });
  it('finds words without marks', async () => {
    await assign({ action: 'Rà soát điểm sạt lở, bố trí máy xúc dùng chung' });
    const filter = parseFilter({ 'pham-vi': 'giao', q: 'may xuc' }, clerk);
    const [rows] = await db.read(clerk, listTasks(db.build, filter, clerk, today));
    expect(rows.map((r) => r.action)).toEqual(['Rà soát điểm sạt lở, bố trí máy xúc dùng chung']);
  });
});
