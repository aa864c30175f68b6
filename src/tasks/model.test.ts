import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, type Day } from '../kernel/day.ts';
import { dueWords, foldTask, STEPS, statusOf, stepAllowed, type TaskState } from './model.ts';
import { sumUp } from './tally.ts';

const today = '2026-11-22' as Day;
const day = (text: string) => text as Day;

describe('the status in which a task is counted', () => {
  it.each([
    ['working', '2026-11-23', null, 'trong-han'],
    ['working', '2026-11-22', null, 'trong-han'],
    ['working', '2026-11-21', null, 'qua-han'],
    ['working', null, null, 'khong-han'],
    ['condition', null, null, 'co-dieu-kien'],
    ['awaiting', '2026-11-01', null, 'cho-xac-nhan'],
    ['returned', '2026-11-01', null, 'tra-lai'],
    ['done', '2026-11-20', '2026-11-20', 'xong-dung-han'],
    ['done', '2026-11-20', '2026-11-21', 'xong-qua-han'],
    ['done', null, '2026-11-21', 'xong-khong-han'],
    ['withdrawn', '2026-11-01', null, 'thoi-giao'],
  ] as const)('%s with limit %s and done on %s counts as %s', (state, due, done, status) => {
    expect(statusOf({ state, dueOn: due && day(due), doneOn: done && day(done) }, today)).toBe(status);
  });
});

describe('what a list says of the limit', () => {
  it.each([
    ['2026-11-18', 'quá 4 ngày', 'late'],
    ['2026-11-22', 'hạn hôm nay', 'soon'],
    ['2026-11-23', 'còn 1 ngày', 'soon'],
    ['2026-11-25', 'còn 3 ngày', 'soon'],
    ['2026-11-26', 'còn 4 ngày', 'none'],
  ])('a limit of %s is "%s"', (due, text, tone) => {
    expect(dueWords({ state: 'working', dueOn: day(due), doneOn: null }, today)).toEqual({ text, tone });
  });
  it('tells a task done late by how many days', () => {
    expect(dueWords({ state: 'done', dueOn: day('2026-11-01'), doneOn: day('2026-11-04') }, today).text).toBe(
      'xong, chậm 3 ngày',
    );
  });
});

describe('a task with several leads', () => {
  const lead = (state: TaskState, doneOn: string | null = null) => ({ state, doneOn: doneOn as Day | null });
  it.each([
    [
      'is done on the day of the last when all are done',
      [lead('done', '2026-11-01'), lead('done', '2026-11-05')],
      'done',
      '2026-11-05',
    ],
    [
      'waits for the office while one asks to be confirmed',
      [lead('done', '2026-11-01'), lead('awaiting')],
      'awaiting',
      null,
    ],
    ['shows that one was returned', [lead('working'), lead('returned')], 'returned', null],
    ['goes on while one still works', [lead('done', '2026-11-01'), lead('working')], 'working', null],
    ['forgets those that were withdrawn', [lead('withdrawn'), lead('done', '2026-11-02')], 'done', '2026-11-02'],
    ['is withdrawn when all are', [lead('withdrawn')], 'withdrawn', null],
  ])('%s', (_, leads, state, doneOn) => {
    expect(foldTask(leads)).toEqual({ state, doneOn });
  });
});

describe('steps', () => {
  it('never leads out of done or withdrawn', () => {
    for (const step of Object.keys(STEPS) as (keyof typeof STEPS)[]) {
      expect(stepAllowed(step, 'done')).toBe(false);
      expect(stepAllowed(step, 'withdrawn')).toBe(false);
    }
  });
});

describe('counts', () => {
  const states: TaskState[] = ['working', 'condition', 'awaiting', 'returned', 'done', 'withdrawn'];
  const anyTask = fc.record({
    state: fc.constantFrom(...states),
    due: fc.option(fc.integer({ min: -40, max: 40 })),
    done: fc.integer({ min: -40, max: 0 }),
  });
  it('grouped by state and timing they equal counting each task by its status', () => {
    fc.assert(
      fc.property(fc.array(anyTask, { maxLength: 60 }), (tasks) => {
        const one: Record<string, number> = {};
        const rows = new Map<string, { state: TaskState; timing: 'none' | 'late' | 'in'; count: number }>();
        for (const t of tasks) {
          const dueOn = t.due === null ? null : addDays(today, t.due);
          const doneOn = t.state === 'done' ? addDays(today, t.done) : null;
          const status = statusOf({ state: t.state, dueOn, doneOn }, today);
          one[status] = (one[status] ?? 0) + 1;
          const timing = dueOn === null ? 'none' : (doneOn ?? today) > dueOn ? 'late' : 'in';
          const row = rows.get(`${t.state}${timing}`) ?? { state: t.state, timing, count: 0 };
          row.count++;
          rows.set(`${t.state}${timing}`, row);
        }
        const tally = sumUp([...rows.values()], today);
        expect(tally.byStatus).toEqual(one);
        expect(tally.all).toBe(tasks.length);
      }),
    );
  });
});
