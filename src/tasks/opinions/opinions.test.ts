import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TaskOffice, TODAY, taskOffice } from '../../../test/taskOffice.ts';
import { workingCalendar } from '../../kernel/calendar/index.ts';
import type { Day } from '../../kernel/day.ts';
import type { Principal } from '../../kernel/principal.ts';
import { reschedule } from '../reschedule.ts';
import { giveOpinion } from './giveOpinion.ts';
import { opinionDay } from './opinionDay.ts';
import { setOpinionDay } from './setOpinionDay.ts';

const day = (text: string) => text as Day;
let office: TaskOffice;
beforeAll(async () => {
  office = await taskOffice();
});
afterAll(() => office.close());

const coordinatorOf = async (id: number) =>
  (await office.look(office.clerk, id)).charges.find((c) => c.role === 'coordinate')!;
const leadOf = async (id: number) => (await office.look(office.clerk, id)).charges.find((c) => c.role === 'lead')!;
const give = async (who: Principal, taskId: number, text = 'Nhất trí, bổ sung mục 2') =>
  office.db.write(who, async (tx) =>
    giveOpinion(tx, who, { taskId, chargeId: (await coordinatorOf(taskId)).id, version: null, text, files: [] }, TODAY),
  );
const setDay = (who: Principal, taskId: number, on: string | null) =>
  office.db.write(who, (tx) => setOpinionDay(tx, who, taskId, on === null ? null : day(on), TODAY));

describe('the day by which coordinators owe their opinion', () => {
  it.each([
    // Tuesday 24 November 2026 is a holiday.
    ['2026-11-30', '2026-11-01', '2026-11-25'],
    ['2026-11-26', '2026-11-01', '2026-11-20'],
    ['2026-11-30', '2026-11-27', '2026-11-27'],
  ])('of a task due on %s and given on %s is %s', (due, start, expected) => {
    expect(opinionDay(workingCalendar(), day(due), day(start))).toBe(expected);
  });
  it('is open where the task has no limit', () => {
    expect(opinionDay(workingCalendar(), null, TODAY)).toBeNull();
  });
  it('moves along with the due date, until the lead names one', async () => {
    const id = await office.assign();
    const move = (to: string) =>
      office.db.write(office.clerk, (tx) => reschedule(tx, office.clerk, id, day(to), 'Chờ số liệu'));
    expect((await office.look(office.clerk, id)).task.opinionDueOn).toBe('2026-11-25');
    await move('2026-12-31');
    expect((await office.look(office.clerk, id)).task.opinionDueOn).toBe('2026-12-28');
    await setDay(office.finance, id, '2026-12-10');
    await move('2027-01-29');
    expect((await office.look(office.clerk, id)).task.opinionDueOn).toBe('2026-12-10');
  });
  it.each([
    ['2026-11-21', 'task.opinion.past'],
    ['2026-12-01', 'task.opinion.late'],
    [null, 'task.opinion.day'],
  ])('cannot be %s', async (on, code) => {
    const id = await office.assign();
    await expect(setDay(office.finance, id, on)).rejects.toMatchObject({ code, fields: [{ field: 'ngay-y-kien' }] });
  });
});

describe('opinions', () => {
  it('stand on the charge and in the history, the last one in force', async () => {
    const id = await office.assign();
    await give(office.construction, id, 'Đề nghị bổ sung kinh phí');
    await give(office.construction, id, 'Nhất trí');
    expect(await coordinatorOf(id)).toMatchObject({ opinion: 'Nhất trí', opinionOn: TODAY, state: 'working' });
    const given = (await office.look(office.finance, id)).history.filter((e) => e.kind === 'task.opinion_given');
    expect(given.map((e) => e.data.note)).toEqual(['Nhất trí', 'Đề nghị bổ sung kinh phí']);
  });
  it('a lead cannot report its work as done while one is owed, unless it says why; the reason is kept', async () => {
    const id = await office.assign();
    const lead = await leadOf(id);
    await expect(
      office.progress(office.finance, id, lead.id, { done: true, withoutOpinions: ' ' }),
    ).rejects.toMatchObject({ code: 'task.opinions.open', fields: [{ field: 'thieu-y-kien' }] });
    await office.progress(office.finance, id, lead.id, { done: true, withoutOpinions: 'Đã quá ngày, cần trình gấp' });
    const { history, task } = await office.look(office.clerk, id);
    expect(task.state).toBe('awaiting');
    expect(history[0]).toMatchObject({
      kind: 'task.confirmation_asked',
      reason: 'Đã quá ngày, cần trình gấp',
      data: { withoutOpinionsOf: [office.province.organs.xayDung] },
    });
  });
  it('once given, nothing stands in the way and no reason is kept', async () => {
    const id = await office.assign();
    await give(office.construction, id);
    await office.progress(office.finance, id, (await leadOf(id)).id, { done: true, withoutOpinions: '' });
    expect((await office.look(office.clerk, id)).history[0]).toMatchObject({ reason: null });
  });
  it('a coordinator that closed its part owes none', async () => {
    const id = await office.assign();
    await office.progress(office.construction, id, (await coordinatorOf(id)).id, { done: true });
    await office.progress(office.finance, id, (await leadOf(id)).id, { done: true, withoutOpinions: '' });
    await expect(give(office.construction, id)).rejects.toMatchObject({ kind: 'conflict' });
  });
  it('an empty one is not taken', async () => {
    const id = await office.assign();
    await expect(give(office.construction, id, '')).rejects.toMatchObject({ code: 'task.opinion.empty' });
  });
});

describe('who may not', () => {
  it('the lead cannot speak for a coordinator, nor the office', async () => {
    const id = await office.assign();
    await expect(give(office.finance, id)).rejects.toMatchObject({ kind: 'forbidden' });
    await expect(give(office.clerk, id)).rejects.toMatchObject({ kind: 'forbidden' });
  });
  it('a coordinator cannot put off its own day', async () => {
    const id = await office.assign();
    await expect(setDay(office.construction, id, '2026-11-29')).rejects.toMatchObject({ kind: 'forbidden' });
  });
  it('who has no part in the task does not find it', async () => {
    const id = await office.assign();
    await expect(setDay(office.commune, id, '2026-11-29')).rejects.toMatchObject({ kind: 'notFound' });
  });
});
