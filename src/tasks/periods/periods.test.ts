import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TaskOffice, taskOffice } from '../../../test/taskOffice.ts';
import { workingCalendar } from '../../kernel/calendar/index.ts';
import { addDays, type Day } from '../../kernel/day.ts';
import { withdrawTask } from '../withdrawTask.ts';
import { createPeriods } from './createPeriods.ts';
import { dueOfPeriod, type Every, periodOf, periodRule, periodsUntil } from './model.ts';

const day = (text: string) => text as Day;

describe('how a duty comes back', () => {
  it.each([
    ['monthly', 'trước ngày 20 hằng tháng', { every: 'month', day: 20, month: null, after: false }],
    ['monthly', 'trước 25 hàng tháng', { every: 'month', day: 25, month: null, after: false }],
    ['monthly', 'chậm nhất ngày 05 tháng sau', { every: 'month', day: 5, month: null, after: true }],
    ['monthly', 'hằng tháng', { every: 'month', day: null, month: null, after: false }],
    [
      'quarterly',
      'định kỳ hằng quý, trước ngày 10 tháng đầu quý sau',
      { every: 'quarter', day: 10, month: null, after: true },
    ],
    ['yearly', 'trước ngày 15/11 hằng năm', { every: 'year', day: 15, month: 11, after: false }],
    ['regular', 'định kỳ 6 tháng', { every: 'half', day: null, month: null, after: false }],
    ['regular', 'định kỳ 6 tháng 1 lần', { every: 'half', day: null, month: null, after: false }],
    ['regular', 'thứ Năm hằng tuần', { every: 'week', day: 4, month: null, after: false }],
  ])('%s, “%s”', (recurrence, words, expected) => {
    expect(periodRule(recurrence, words)).toEqual(expected);
  });
  it.each([
    ['regular', 'thường xuyên'],
    ['daily', 'hằng ngày'],
    ['ongoing', 'và các năm tiếp theo'],
    [null, 'trước ngày 20'],
  ])('%s, “%s” makes no reports', (recurrence, words) => {
    expect(periodRule(recurrence, words)).toBeUndefined();
  });
});

describe('a period', () => {
  it.each<[Every, string, string, string]>([
    ['week', '2026-11-22', '2026-W47', '2026-11-20'],
    ['month', '2026-11-22', '2026-11', '2026-11-20'],
    ['quarter', '2026-11-22', '2026-Q4', '2026-12-20'],
    ['half', '2026-03-01', '2026-H1', '2026-06-20'],
    ['year', '2026-11-22', '2026', '2026-12-20'],
  ])('of a %s on %s is %s, due on %s', (every, on, key, dueOn) => {
    expect(periodOf({ every, day: null, month: null, after: false }, day(on))).toMatchObject({ key, dueOn });
  });
  it('due on a 31st is due on the last day of a shorter month', () => {
    const rule = { every: 'month', day: 31, month: null, after: false } as const;
    expect(periodOf(rule, day('2026-02-10')).dueOn).toBe('2026-02-28');
  });
  it('due on a day of rest is moved to the next working day, and says so', () => {
    const period = periodOf({ every: 'month', day: 20, month: null, after: false }, day('2026-12-01'));
    const due = dueOfPeriod(workingCalendar(), period);
    expect(due.day).toBe('2026-12-21');
    expect(due.lines).toEqual([
      'báo cáo tháng 12/2026, theo kỳ ghi trong văn bản: chủ nhật 20/12/2026',
      'chủ nhật 20/12/2026 là ngày nghỉ: lùi sang ngày làm việc tiếp theo',
      'hạn: thứ hai 21/12/2026',
    ]);
  });
  it('none is left out or told twice, whenever one begins and looks', () => {
    const from = fc.integer({ min: 0, max: 800 }).map((n) => addDays(day('2025-01-01'), n));
    const every = fc.constantFrom<Every>('week', 'month', 'quarter', 'half', 'year');
    fc.assert(
      fc.property(every, from, fc.integer({ min: 0, max: 500 }), fc.boolean(), (one, start, length, after) => {
        const rule = { every: one, day: null, month: null, after };
        const today = addDays(start, length);
        const periods = periodsUntil(rule, start, today);
        expect(new Set(periods.map((p) => p.key)).size).toBe(periods.length);
        expect(periods.every((p) => p.start <= today && p.dueOn >= start)).toBe(true);
        for (const [i, p] of periods.entries()) if (i > 0) expect(p.start > periods[i - 1]!.start).toBe(true);
        // What begins within the time is there.
        const now = periodOf(rule, today);
        if (now.dueOn >= start) expect(periods.at(-1)).toEqual(now);
      }),
      { numRuns: 200 },
    );
  });
});

describe('a recurring duty', () => {
  let office: TaskOffice;
  beforeAll(async () => {
    office = await taskOffice();
  });
  afterAll(() => office.close());
  const monthly = () =>
    office.assign({
      dueOn: null,
      recurrence: 'monthly',
      deadlineText: 'trước ngày 20 hằng tháng',
      topic: 'Tiến độ bàn giao',
    });
  const madeOf = (id: number) =>
    office.db.system
      .selectFrom('task')
      .where('series_id', '=', id)
      .orderBy('id')
      .select(['id', 'period', 'topic', 'due_on as dueOn', 'started_on as startedOn', 'state'])
      .execute();

  it('makes its report duties by itself, those missed in a downtime too, and none twice', async () => {
    const id = await monthly();
    await createPeriods(office.db, day('2026-11-22'));
    expect((await madeOf(id)).map((p) => [p.period, p.dueOn])).toEqual([['2026-11', '2026-11-20']]);
    await Promise.all([createPeriods(office.db, day('2027-02-03')), createPeriods(office.db, day('2027-02-03'))]);
    await createPeriods(office.db, day('2027-02-03'));
    const made = await madeOf(id);
    expect(made.map((p) => [p.period, p.dueOn, p.startedOn])).toEqual([
      ['2026-11', '2026-11-20', '2026-11-01'],
      ['2026-12', '2026-12-21', '2026-12-01'],
      ['2027-01', '2027-01-20', '2027-01-01'],
      ['2027-02', '2027-02-22', '2027-02-01'],
    ]);
    expect(made[1]).toMatchObject({ state: 'working', topic: 'Báo cáo tháng 12/2026: Tiến độ bàn giao' });
  });

  it('asks the lead of the day, who reports and is confirmed as for any task', async () => {
    const id = await monthly();
    await createPeriods(office.db, day('2026-11-22'));
    const [made] = await madeOf(id);
    const { charges, history, task } = await office.look(office.finance, made!.id);
    expect(charges).toMatchObject([{ organId: office.province.organs.taiChinh, role: 'lead', dueOn: '2026-11-20' }]);
    expect(history).toMatchObject([{ kind: 'task.period_opened', personName: null }]);
    expect(task.dueLines?.at(-1)).toBe('hạn: thứ sáu 20/11/2026');
    await office.progress(office.finance, made!.id, charges[0]!.id, { done: true });
    expect((await office.look(office.clerk, made!.id)).task.state).toBe('awaiting');
  });

  it('makes none once it is withdrawn', async () => {
    const id = await monthly();
    await office.db.write(office.clerk, (tx) => withdrawTask(tx, office.clerk, id, 'Thôi báo cáo'));
    await createPeriods(office.db, day('2027-01-03'));
    expect(await madeOf(id)).toEqual([]);
  });

  it('assigned before this was known makes nothing of the past', async () => {
    const id = await monthly();
    await office.db.system
      .updateTable('task')
      .set({ periods_from: day('2027-01-05') })
      .where('id', '=', id)
      .execute();
    await createPeriods(office.db, day('2027-01-10'));
    expect((await madeOf(id)).map((p) => p.period)).toEqual(['2027-01']);
  });
});
