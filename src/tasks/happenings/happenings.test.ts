import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TaskOffice, TODAY, taskOffice } from '../../../test/taskOffice.ts';
import { workingCalendar } from '../../kernel/calendar/index.ts';
import type { Day } from '../../kernel/day.ts';
import type { Principal } from '../../kernel/principal.ts';
import type { WaitingTask } from './model.ts';
import { awaitedEvents } from './model.ts';
import { type Happened, recordHappening } from './recordHappening.ts';
import { limitAfter } from './relativeLimit.ts';
import { type HappeningRow, recordedHappenings, waitingTasks } from './store.ts';
import { undoHappening } from './undoHappening.ts';

const day = (text: string) => text as Day;
let office: TaskOffice;
beforeAll(async () => {
  office = await taskOffice();
});
afterAll(() => office.close());

const wait = (condition: string, deadlineText: string | null = null) =>
  office.assign({ dueOn: null, condition, deadlineText });
const record = (who: Principal, condition: string, over: Partial<Happened> = {}) =>
  office.db.write(who, (tx) =>
    recordHappening(
      tx,
      who,
      {
        condition,
        happenedOn: day('2026-11-16'),
        source: 'Hướng dẫn số 5 ngày 16/11/2026',
        dueOn: null,
        ...over,
      },
      TODAY,
    ),
  );
const recorded = async () => (await office.db.read(office.clerk, recordedHappenings(office.db.build, office.clerk)))[0];
const undo = (who: Principal, id: number, reason = 'Văn bản chỉ là dự thảo') =>
  office.db.write(who, (tx) => undoHappening(tx, who, { id, reason }, TODAY));
const taskOf = async (id: number) => (await office.look(office.clerk, id)).task;

describe('a limit that runs from an event', () => {
  it.each([
    // Tuesday 24 November 2026 is a holiday.
    ['trong 10 ngày làm việc kể từ khi có hướng dẫn', '2026-12-01'],
    ['chậm nhất 05 ngày sau khi có hướng dẫn', '2026-11-23'],
    ['trong vòng hai tuần', '2026-11-30'],
    ['trong 1 tháng kể từ ngày có hướng dẫn', '2026-12-16'],
    ['trong 24 giờ', '2026-11-17'],
  ])('“%s” of 16 November 2026 ends on %s, and says why', (words, expected) => {
    const due = limitAfter(workingCalendar(), day('2026-11-16'), words)!;
    expect(due.day).toBe(expected);
    expect(due.lines.at(-1)).toContain('hạn:');
  });
  it.each([['sau khi có hướng dẫn của Trung ương'], ['trước kỳ họp năm 2026'], [null]])(
    '“%s” names no length of time',
    (words) => {
      expect(limitAfter(workingCalendar(), day('2026-11-16'), words)).toBeUndefined();
    },
  );
});

describe('recording that an event has happened', () => {
  it('starts every task that waits for it, however it is written, and none that waits for another', async () => {
    const ids = [
      await wait('sau khi có hướng dẫn của Trung ương', 'trong 10 ngày làm việc'),
      await wait('Sau khi có Hướng dẫn của trung ương'),
      await wait('khi được cấp kinh phí'),
    ];
    expect(await record(office.clerk, 'sau khi có hướng dẫn của Trung ương', { dueOn: day('2026-12-31') })).toBe(2);
    const [limited, plain, other] = await Promise.all(ids.map(taskOf));
    expect(limited).toMatchObject({ state: 'working', dueOn: '2026-12-01' });
    expect(limited!.dueLines).toEqual(expect.arrayContaining([expect.stringContaining('24/11')]));
    expect(plain).toMatchObject({ state: 'working', dueOn: '2026-12-31', dueLines: null });
    expect(other).toMatchObject({ state: 'condition', dueOn: null });
    const { history, charges } = await office.look(office.finance, ids[0]!);
    expect(charges.every((c) => c.state === 'working' && c.dueOn === '2026-12-01')).toBe(true);
    expect(history[0]).toMatchObject({ kind: 'task.condition_met', reason: 'Hướng dẫn số 5 ngày 16/11/2026' });
  });

  it('counts an event from before the task from the day on which the task was given', async () => {
    const id = await wait('sau khi có nghị quyết', 'trong 5 ngày làm việc');
    await record(office.clerk, 'sau khi có nghị quyết', { happenedOn: day('2026-10-01') });
    expect((await taskOf(id)).dueOn).toBe('2026-11-06');
  });

  it('of two people at once only one starts them, the other is told', async () => {
    await wait('khi có quyết định giao vốn');
    const head = await office.province.person('vanPhong', 'head');
    const results = await Promise.allSettled([
      record(office.clerk, 'khi có quyết định giao vốn'),
      record(head, 'khi có quyết định giao vốn'),
    ]);
    expect(results.filter((r) => r.status === 'fulfilled')).toHaveLength(1);
    expect(results.find((r) => r.status === 'rejected')).toMatchObject({ reason: { code: 'happening.none' } });
  });

  it.each([
    [{ happenedOn: null }, 'happening.day', 'ngay'],
    [{ happenedOn: day('2026-11-23') }, 'happening.future', 'ngay'],
    [{ source: '' }, 'happening.source', 'can-cu'],
    [{ dueOn: day('2026-11-15') }, 'happening.due', 'han'],
  ])('%o is refused at its field', async (over, code, field) => {
    await wait('khi có thông tư');
    await expect(record(office.clerk, 'khi có thông tư', over)).rejects.toMatchObject({ code, fields: [{ field }] });
  });

  it('groups what differs in marks and capitals, the largest group first, in the commonest words', () => {
    const task = (id: number, condition: string) => ({ id, condition }) as WaitingTask;
    const groups = awaitedEvents([
      task(1, 'khi có vốn'),
      task(2, 'khi có Thông tư'),
      task(3, 'khi có thông tư'),
      task(4, 'khi có thông tư'),
    ]);
    expect(groups.map((g) => [g.wording, g.tasks.map((t) => t.id)])).toEqual([
      ['khi có thông tư', [2, 3, 4]],
      ['khi có vốn', [1]],
    ]);
  });
});

describe('a record made by mistake', () => {
  it('is corrected with a reason: its tasks wait again, what was reported as done stays, the record stays', async () => {
    const ids = [await wait('khi có đề án', 'trong 10 ngày'), await wait('khi có đề án', 'trong 10 ngày')];
    await record(office.clerk, 'khi có đề án');
    const done = (await office.look(office.finance, ids[1]!)).charges[0]!;
    await office.progress(office.finance, ids[1]!, done.id, { done: true });
    const { id } = (await recorded())[0]!;
    await expect(undo(office.clerk, id, '')).rejects.toMatchObject({ code: 'happening.reason' });
    expect(await undo(office.clerk, id)).toEqual({ waiting: 1, staying: 1 });
    expect(await taskOf(ids[0]!)).toMatchObject({ state: 'condition', dueOn: null });
    expect(await taskOf(ids[1]!)).toMatchObject({ state: 'awaiting' });
    expect((await recorded())[0]).toMatchObject({ id, undoneOn: TODAY, undoReason: 'Văn bản chỉ là dự thảo' });
    expect((await office.look(office.clerk, ids[0]!)).history[0]).toMatchObject({ kind: 'task.condition_undone' });
    await expect(undo(office.clerk, id)).rejects.toMatchObject({ kind: 'conflict' });
    expect(await record(office.clerk, 'khi có đề án')).toBe(1);
  });
});

describe('who may not', () => {
  it('those who do the work neither record nor undo, and see no list of the office', async () => {
    await wait('khi có quy hoạch');
    const head = await office.province.person('taiChinh', 'head');
    await expect(record(office.finance, 'khi có quy hoạch')).rejects.toMatchObject({ kind: 'forbidden' });
    await expect(record(head, 'khi có quy hoạch')).rejects.toMatchObject({ kind: 'conflict' });
    await record(office.clerk, 'khi có quy hoạch');
    const { id } = (await recorded())[0] as HappeningRow;
    await expect(undo(head, id)).rejects.toMatchObject({ kind: 'notFound' });
    expect((await office.db.read(head, waitingTasks(office.db.build, head)))[0]).toEqual([]);
  });
});
