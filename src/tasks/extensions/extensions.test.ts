import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TaskOffice, TODAY, taskOffice } from '../../../test/taskOffice.ts';
import type { Day } from '../../kernel/day.ts';
import type { Principal } from '../../kernel/principal.ts';
import { decideCharge } from '../decideCharge.ts';
import { statusOf } from '../model.ts';
import { askExtension } from './askExtension.ts';
import { decideExtension } from './decideExtension.ts';
import { setTarget } from './setTarget.ts';

const day = (text: string | null) => text as Day | null;
let office: TaskOffice;
let financeHead: Principal;
beforeAll(async () => {
  office = await taskOffice();
  financeHead = await office.province.person('taiChinh', 'head');
});
afterAll(() => office.close());

const look = (id: number) => office.look(office.clerk, id);
const leadOf = async (id: number) => (await look(id)).charges[0]!;
const ask = async (
  who: Principal,
  taskId: number,
  dueOn: string | null = '2026-12-15',
  reason = 'Chờ số liệu của xã',
) => {
  const chargeId = (await leadOf(taskId)).id;
  await office.db.write(who, (tx) =>
    askExtension(tx, who, { taskId, chargeId, version: null, dueOn: day(dueOn), reason }, TODAY),
  );
};
const decide = async (who: Principal, taskId: number, granted: boolean, dueOn: string | null = null, reason = '') => {
  const extensionId = (await look(taskId)).extensions[0]!.id;
  await office.db.write(who, (tx) =>
    decideExtension(tx, who, { taskId, extensionId, version: null, granted, dueOn: day(dueOn), reason }, TODAY),
  );
};
const aim = async (who: Principal, taskId: number, targetOn: string | null) => {
  const chargeId = (await leadOf(taskId)).id;
  await office.db.write(who, (tx) => setTarget(tx, who, { taskId, chargeId, version: null, targetOn: day(targetOn) }));
};

describe('asking for more time', () => {
  it('asked and granted moves the binding day of the task and all its parts; every step is on record', async () => {
    const id = await office.assign();
    await ask(financeHead, id);
    expect((await look(id)).task.dueOn).toBe('2026-11-30');
    await decide(office.clerk, id, true, '2026-12-10', 'Cho đến ngày 10');
    const { task, charges, extensions, history } = await look(id);
    expect(task.dueOn).toBe('2026-12-10');
    expect(charges.map((c) => c.dueOn)).toEqual(['2026-12-10', '2026-12-10']);
    expect(extensions).toMatchObject([
      { state: 'granted', wasDueOn: '2026-11-30', askedDueOn: '2026-12-15', grantedDueOn: '2026-12-10' },
    ]);
    expect(history.slice(0, 2).map((e) => [e.kind, e.reason])).toEqual([
      ['task.extension_granted', 'Cho đến ngày 10'],
      ['task.extension_asked', 'Chờ số liệu của xã'],
    ]);
  });
  it('refused with a reason the old day stays, and it can be asked again', async () => {
    const id = await office.assign();
    await ask(financeHead, id);
    await expect(decide(office.clerk, id, false)).rejects.toMatchObject({ code: 'task.extension.refusal' });
    await decide(office.clerk, id, false, null, 'Đã gia hạn hai lần');
    expect((await look(id)).task.dueOn).toBe('2026-11-30');
    await ask(financeHead, id);
    expect((await look(id)).extensions.map((e) => e.state)).toEqual(['asked', 'refused']);
  });
  it('is asked once at a time, even by two people at once', async () => {
    const id = await office.assign();
    const results = await Promise.allSettled([ask(financeHead, id), ask(financeHead, id)]);
    expect(results.filter((r) => r.status === 'fulfilled')).toHaveLength(1);
    expect(results.find((r) => r.status === 'rejected')).toMatchObject({ reason: { code: 'task.extension.asked' } });
  });
  it('of two answers at once only one counts', async () => {
    const id = await office.assign();
    await ask(financeHead, id);
    const results = await Promise.allSettled([
      decide(office.clerk, id, true),
      decide(office.clerk, id, false, null, 'Không cần'),
    ]);
    expect(results.filter((r) => r.status === 'fulfilled')).toHaveLength(1);
    expect(results.find((r) => r.status === 'rejected')).toMatchObject({ reason: { kind: 'conflict' } });
  });
  it('is not decided any more once the work was confirmed: what was late stays late', async () => {
    const id = await office.assign();
    await ask(financeHead, id);
    const chargeId = (await leadOf(id)).id;
    await office.progress(office.finance, id, chargeId, { done: true });
    const confirmed = { taskId: id, chargeId, version: null, confirmed: true, reason: '' };
    await office.db.write(office.clerk, (tx) => decideCharge(tx, office.clerk, confirmed));
    await expect(decide(office.clerk, id, true)).rejects.toMatchObject({ code: 'task.extension.closed' });
  });
  it('of two leads only the one that asked gets more time, and the task ends with the last', async () => {
    const { taiChinh, xayDung } = office.province.organs;
    const id = await office.assign({ leads: [taiChinh, xayDung], coordinators: [] });
    await ask(financeHead, id);
    await decide(office.clerk, id, true);
    const { task, charges } = await look(id);
    expect(task.dueOn).toBe('2026-12-15');
    expect(charges.map((c) => c.dueOn)).toEqual(['2026-12-15', '2026-11-30']);
  });
  it.each([
    ['2026-11-30', 'Chờ', 'task.extension.early', 'han'],
    [null, 'Chờ', 'task.extension.day', 'han'],
    ['2026-12-15', '', 'task.extension.reason', 'ly-do'],
  ])('until %s for “%s” is refused: %s', async (dueOn, reason, code, field) => {
    const id = await office.assign();
    await expect(ask(financeHead, id, dueOn, reason)).rejects.toMatchObject({ code, fields: [{ field }] });
  });
  it('a task without a limit needs none', async () => {
    const id = await office.assign({ dueOn: null });
    await expect(ask(financeHead, id)).rejects.toMatchObject({ code: 'task.extension.unlimited' });
  });
});

describe("an organ's own aim", () => {
  it('stands beside the binding day, which alone decides whether a task is late', async () => {
    const id = await office.assign();
    await aim(office.finance, id, '2026-11-05');
    const lead = await leadOf(id);
    expect(lead).toMatchObject({ targetOn: '2026-11-05', dueOn: '2026-11-30' });
    expect(statusOf(lead, TODAY)).toBe('trong-han');
  });
  it.each([
    ['2026-12-01', 'task.target.late'],
    ['2026-10-31', 'task.target.early'],
  ])('cannot be %s', async (targetOn, code) => {
    const id = await office.assign();
    await expect(aim(office.finance, id, targetOn)).rejects.toMatchObject({ code, fields: [{ field: 'dich' }] });
  });
});

describe('who may not', () => {
  it('an officer cannot ask in the name of the organ, nor can a coordinator or the office', async () => {
    const id = await office.assign();
    const constructionHead = await office.province.person('xayDung', 'head');
    for (const who of [office.finance, constructionHead, office.clerk]) {
      await expect(ask(who, id)).rejects.toMatchObject({ kind: 'forbidden' });
    }
  });
  it('the lead cannot grant itself more time', async () => {
    const id = await office.assign();
    await ask(financeHead, id);
    await expect(decide(financeHead, id, true)).rejects.toMatchObject({ kind: 'forbidden' });
    await office.db.write(financeHead, async (tx) => {
      const changed = await tx
        .updateTable('task_extension')
        .set({ version: 9 })
        .where('task_id', '=', id)
        .executeTakeFirst();
      expect(changed.numUpdatedRows).toBe(0n);
    });
  });
  it('nobody aims for another organ', async () => {
    const id = await office.assign();
    await expect(aim(office.construction, id, '2026-11-25')).rejects.toMatchObject({ kind: 'forbidden' });
  });
});
