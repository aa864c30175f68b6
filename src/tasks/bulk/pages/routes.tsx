import { type Day, parseDay } from '../../../kernel/day.ts';
import { invalid, isFault, notFound } from '../../../kernel/errors.ts';
import { parseId } from '../../../kernel/ids.ts';
import { statusOfFault } from '../../../platform/http/failure.tsx';
import {
  type AppContext,
  type Form,
  page,
  principalOf,
  type RouteTable,
  readForm,
  redirectWith,
} from '../../../platform/http/index.ts';
import { parseFilter } from '../../filter.ts';
import { steerTasks } from '../../policy.ts';
import { type TaskRoom, todayOf } from '../../room.ts';
import { listTasks } from '../../store.ts';
import { chosenInAddress, TASK_FIELD, tasksNamed } from '../chosen.ts';
import { type BulkKind, kindOfVerb, mayUndo } from '../model.ts';
import { type BulkOrder, checkOrder, runBulk, undoBulk } from '../runBulk.ts';
import { bulkItemsOf, bulkStepById, type ChosenTask, chosenTasks } from '../store.ts';
import { OrderPage } from './orderPage.tsx';
import { ResultPage } from './resultPage.tsx';
import { SELECT_PAGE_SIZE, SELECT_PATH, SelectPage } from './selectPage.tsx';

/** Steps on many tasks: choose, look again, do, see what became of each, take back. */
export const bulkRoutes = (room: TaskRoom): RouteTable => [
  { method: 'get', path: SELECT_PATH, may: steerTasks, handle: (c) => showChoice(c, room) },
  { method: 'get', path: '/nhiem-vu/hang-loat', may: steerTasks, handle: (c) => ask(c, room) },
  { method: 'post', path: '/nhiem-vu/hang-loat', may: steerTasks, handle: (c) => run(c, room) },
  { method: 'get', path: '/nhiem-vu/hang-loat/:lan', may: steerTasks, handle: (c) => showResult(c, room) },
  { method: 'post', path: '/nhiem-vu/hang-loat/:lan/hoan-tac', may: steerTasks, handle: (c) => undo(c, room) },
];

/** The list with boxes; `noneChosen` when a button was pressed without any. */
export async function showChoice(c: AppContext, room: TaskRoom, noneChosen = false): Promise<Response> {
  const { db } = c.get('services');
  const by = principalOf(c);
  const today = todayOf(c);
  const filter = parseFilter(c.req.query(), by);
  const window = { limit: SELECT_PAGE_SIZE, offset: (filter.page - 1) * SELECT_PAGE_SIZE };
  const [[rows], tally] = await Promise.all([
    db.read(by, listTasks(db.build, filter, by, today, window)),
    room.tallies.of(by, filter, today),
  ]);
  const total =
    filter.status === null
      ? tally.all
      : filter.status === 'chua-xong'
        ? tally.open
        : (tally.byStatus[filter.status] ?? 0);
  return page(
    c,
    { title: 'Chọn nhiều nhiệm vụ', status: noneChosen ? 422 : undefined },
    <SelectPage {...{ filter, rows, total, today, noneChosen }} organName={room.organName} />,
  );
}

async function ask(c: AppContext, room: TaskRoom): Promise<Response> {
  const kind = kindOfVerb(c.req.query('viec'));
  if (!kind) return c.redirect(SELECT_PATH, 303);
  const tasks = await chosenInAddress(c, principalOf(c));
  return tasks.length === 0 ? showChoice(c, room, true) : showOrder(c, room, kind, tasks);
}

const showOrder = (
  c: AppContext,
  room: TaskRoom,
  kind: BulkKind,
  tasks: readonly ChosenTask[],
  failed?: Parameters<typeof OrderPage>[0]['failed'],
  status?: 409 | 422,
) =>
  page(
    c,
    { title: 'Làm trên nhiều nhiệm vụ', status },
    <OrderPage {...{ kind, tasks, failed }} today={todayOf(c)} organName={room.organName} />,
  );

async function run(c: AppContext, room: TaskRoom): Promise<Response> {
  const by = principalOf(c);
  const form = await readForm(c);
  const kind = kindOfVerb(form.values.viec);
  if (!kind) throw notFound('việc này');
  const tasks = await tasksNamed(c, by, form.lists[TASK_FIELD] ?? []);
  try {
    const order = orderOf(form, kind, tasks);
    checkOrder(order);
    const id = await runBulk(c.get('services').db, by, order);
    await room.tallies.changed();
    return redirectWith(c, `/nhiem-vu/hang-loat/${id}`);
  } catch (error) {
    if (!isFault(error) || error.kind !== 'invalid') throw error;
    return showOrder(c, room, kind, tasks, { sent: form, fault: error }, statusOfFault(error) as 422);
  }
}

const orderOf = (form: Form, kind: BulkKind, tasks: readonly ChosenTask[]): BulkOrder => ({
  kind,
  taskIds: tasks.map((task) => task.id),
  input: {
    reason: (form.values['ly-do'] ?? '').trim(),
    dueOn: kind === 'reschedule' ? newLimit(form) : null,
  },
  key: form.key,
});

/** The day typed; null, which takes the limit away, where left empty. */
function newLimit(form: Form): Day | null {
  const typed = (form.values.han ?? '').trim();
  const day = parseDay(typed);
  if (typed !== '' && !day) {
    throw invalid('task.due.unreadable', 'Ngày không đúng. Hãy ghi ngày, tháng, năm, ví dụ 5/9/2026.', 'han');
  }
  return day ?? null;
}

const stepIdOf = (c: AppContext): number => {
  const id = parseId(c.req.param('lan'));
  if (!id) throw notFound('lần thao tác này');
  return id;
};

async function showResult(c: AppContext, room: TaskRoom): Promise<Response> {
  const { db, clock, config } = c.get('services');
  const by = principalOf(c);
  const id = stepIdOf(c);
  const [steps, items] = await db.read(by, bulkStepById(db.build, id), bulkItemsOf(db.build, id));
  const step = steps[0];
  if (!step) throw notFound('lần thao tác này');
  const [tasks] = await db.read(by, chosenTasks(db.build, step.taskIds));
  return page(
    c,
    { title: 'Kết quả' },
    <ResultPage
      {...{ step, items, tasks }}
      today={todayOf(c)}
      undoable={mayUndo(step, clock(), config.sessionHours)}
      organName={room.organName}
    />,
  );
}

async function undo(c: AppContext, room: TaskRoom): Promise<Response> {
  const { db, clock, config } = c.get('services');
  const id = stepIdOf(c);
  await undoBulk(db, principalOf(c), id, clock(), config.sessionHours);
  await room.tallies.changed();
  return redirectWith(c, `/nhiem-vu/hang-loat/${id}`);
}
