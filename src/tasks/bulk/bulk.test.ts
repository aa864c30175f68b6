import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TaskOffice, taskOffice } from '../../../test/taskOffice.ts';
import type { Day } from '../../kernel/day.ts';
import type { BulkKind } from './model.ts';
import { runBulk, undoBulk } from './runBulk.ts';
import { bulkItemsOf, bulkStepById, chosenTasks } from './store.ts';

let office: TaskOffice;
beforeAll(async () => {
  office = await taskOffice();
});
afterAll(() => office.close());

const input = { reason: 'Theo chỉ đạo', dueOn: null };
const run = (kind: BulkKind, taskIds: number[], over: { dueOn?: Day; reason?: string; key?: string } = {}) =>
  runBulk(office.db, office.clerk, {
    kind,
    taskIds,
    input: { ...input, ...('dueOn' in over ? { dueOn: over.dueOn! } : {}), reason: over.reason ?? input.reason },
    key: over.key ?? randomUUID(),
  });
const outcome = async (stepId: number) => {
  const [items] = await office.db.read(office.clerk, bulkItemsOf(office.db.build, stepId));
  return new Map(items.map((i) => [i.taskId, i]));
};
const undo = async (stepId: number) => {
  const [[step]] = await office.db.read(office.clerk, bulkStepById(office.db.build, stepId));
  await undoBulk(office.db, office.clerk, stepId, step!.createdAt + 60_000, 12);
};
const kinds = async (id: number) => (await office.look(office.clerk, id)).history.map((e) => e.kind);
const leadOf = async (id: number) => (await office.look(office.clerk, id)).charges.find((c) => c.role === 'lead')!;

describe('many tasks at once', () => {
  it('does what it can and says of each other why not', async () => {
    const [open, closed] = [await office.assign(), await office.assign()];
    await run('withdraw', [closed]);
    const done = await outcome(await run('reschedule', [open, closed], { dueOn: '2026-12-20' as Day }));
    expect(done.get(open)!.refused).toBeNull();
    expect(done.get(closed)!.refused).toMatch(/không đổi hạn được/);
    expect((await office.look(office.clerk, open)).task.dueOn).toBe('2026-12-20');
  });

  it('sent twice counts once, and goes on where it was cut off', async () => {
    const [one, two] = [await office.assign(), await office.assign()];
    const key = randomUUID();
    const first = await run('remind', [one, two], { key });
    await office.db.system.deleteFrom('bulk_item').where('task_id', '=', two).execute();
    expect(await run('remind', [one, two], { key })).toBe(first);
    expect((await kinds(one)).filter((k) => k === 'task.reminded')).toHaveLength(1);
    expect((await outcome(first)).size).toBe(2);
  });

  it.each([
    ['reschedule', { reason: '' }, 'task.bulk.reason'],
    ['withdraw', { reason: '' }, 'task.bulk.reason'],
  ] as const)('%s without a reason is asked for one', async (kind, over, code) => {
    await expect(run(kind, [await office.assign()], over)).rejects.toMatchObject({ code });
  });

  it('refuses a list that is empty or too long', async () => {
    await expect(run('remind', [])).rejects.toMatchObject({ code: 'task.bulk.none' });
    await expect(
      run(
        'remind',
        Array.from({ length: 501 }, (_, i) => i + 1),
      ),
    ).rejects.toMatchObject({
      code: 'task.bulk.many',
    });
  });

  it('an office that does not own a task is refused at that task', async () => {
    const id = await office.assign();
    const head = await office.province.person('taiChinh', 'head');
    const stepId = await runBulk(office.db, head, { kind: 'withdraw', taskIds: [id], input, key: randomUUID() });
    const [items] = await office.db.read(head, bulkItemsOf(office.db.build, stepId));
    expect(items[0]!.refused).toMatch(/cơ quan theo dõi/);
    expect((await office.look(office.clerk, id)).task.state).toBe('working');
  });

  it('nobody else sees what a person did in one go', async () => {
    const stepId = await run('remind', [await office.assign()]);
    const [steps, items] = await office.db.read(
      office.finance,
      bulkStepById(office.db.build, stepId),
      bulkItemsOf(office.db.build, stepId),
    );
    expect([steps, items]).toEqual([[], []]);
  });
});

describe('taken back', () => {
  it('a withdrawal: every part is as it was, and both steps are on record', async () => {
    const id = await office.assign();
    await office.progress(office.finance, id, (await leadOf(id)).id, { done: true, note: 'Đã trình' });
    const stepId = await run('withdraw', [id]);
    expect((await office.look(office.clerk, id)).task.state).toBe('withdrawn');
    await undo(stepId);
    const { task, charges } = await office.look(office.clerk, id);
    expect(task).toMatchObject({ state: 'awaiting', endReason: null });
    expect(charges.map((c) => c.state)).toEqual(['awaiting', 'working']);
    expect((await kinds(id)).slice(0, 2)).toEqual(['task.withdrawal_undone', 'task.withdrawn']);
  });

  it('a confirmation: waits for confirmation again', async () => {
    const id = await office.assign();
    await office.progress(office.finance, id, (await leadOf(id)).id, { done: true, note: 'Đã trình' });
    const stepId = await run('confirm', [id], { reason: '' });
    expect((await office.look(office.clerk, id)).task.state).toBe('done');
    await undo(stepId);
    expect((await office.look(office.clerk, id)).task).toMatchObject({ state: 'awaiting', doneOn: null });
  });

  it('a change of limit, unless it was changed again since', async () => {
    const [one, two] = [await office.assign(), await office.assign()];
    const stepId = await run('reschedule', [one, two], { dueOn: '2026-12-20' as Day });
    await run('reschedule', [two], { dueOn: '2027-01-15' as Day });
    await undo(stepId);
    expect((await office.look(office.clerk, one)).task.dueOn).toBe('2026-11-30');
    expect((await office.look(office.clerk, two)).task.dueOn).toBe('2027-01-15');
    expect((await outcome(stepId)).get(two)).toMatchObject({ undone: false, undoRefused: /thay đổi khác/ });
  });

  it('a confirmation is left alone once somebody worked on the part', async () => {
    const id = await office.assign();
    const lead = await leadOf(id);
    await office.progress(office.finance, id, lead.id, { done: true, note: 'Đã trình' });
    const stepId = await run('confirm', [id]);
    await office.db.system
      .updateTable('charge')
      .set((e) => ({ version: e('version', '+', 1) }))
      .where('id', '=', lead.id)
      .execute();
    await undo(stepId);
    expect((await office.look(office.clerk, id)).task.state).toBe('done');
  });

  it('twice is as once, and too late is refused', async () => {
    const id = await office.assign();
    const stepId = await run('remind', [id]);
    await undo(stepId);
    await undo(stepId);
    expect((await kinds(id)).filter((k) => k === 'task.reminder_withdrawn')).toHaveLength(1);
    const late = await run('remind', [id]);
    await expect(undoBulk(office.db, office.clerk, late, Date.now() + 13 * 3_600_000, 12)).rejects.toMatchObject({
      code: 'task.undo.late',
    });
  });
});

it('the tasks chosen come with the leads whose part is open', async () => {
  const id = await office.assign();
  const [rows] = await office.db.read(office.clerk, chosenTasks(office.db.build, [id, 999_999]));
  expect(rows).toMatchObject([{ id, openLeadIds: [office.province.organs.taiChinh] }]);
});
