import { type AppContext, jsonList, principalOf, type RouteTable } from '../platform/http/index.ts';
import { keptBytes } from '../ui/index.ts';
import { PAGE_SIZE, parseFilter } from './filter.ts';
import { statusOf } from './model.ts';
import { readTasks } from './policy.ts';
import { type TaskRoom, todayOf } from './room.ts';
import { listTasks, rowKey, type TaskRow } from './store.ts';

/** The same list and counts as the page, as JSON, for other systems and for charts. */
export const taskApi = (room: TaskRoom): RouteTable => [
  { method: 'get', path: '/api/nhiem-vu', may: readTasks, handle: (c) => list(c, room) },
  { method: 'get', path: '/api/nhiem-vu/thong-ke', may: readTasks, handle: (c) => count(c, room) },
];

async function list(c: AppContext, room: TaskRoom): Promise<Response> {
  const { db } = c.get('services');
  const principal = principalOf(c);
  const today = todayOf(c);
  const filter = parseFilter(c.req.query(), principal);
  const [[rows], tally] = await Promise.all([
    db.read(principal, listTasks(db.build, filter, principal, today)),
    room.tallies.of(principal, filter, today),
  ]);
  const version = room.organVersion();
  const tasks = rows.map((row) =>
    keptBytes(`api|${rowKey(row, today, version)}`, () => JSON.stringify(presentTask(row, today, room.organName))),
  );
  return jsonList(c, 'tasks', tasks, {
    page: filter.page,
    pageSize: PAGE_SIZE,
    total: tally.all,
    counts: tally.byStatus,
  });
}

async function count(c: AppContext, room: TaskRoom): Promise<Response> {
  const principal = principalOf(c);
  const tally = await room.tallies.of(principal, parseFilter(c.req.query(), principal), todayOf(c));
  return c.json(tally);
}

/** The only way in which a task becomes JSON. */
const presentTask = (row: TaskRow, today: ReturnType<typeof todayOf>, organName: (id: number) => string) => ({
  id: row.id,
  source: row.source,
  directiveId: row.directiveId,
  ordinal: row.ordinal,
  topic: row.topic,
  action: row.action,
  leads: row.leadIds.map((id) => ({ id, name: organName(id) })),
  coordinators: row.coordinatorIds.map((id) => ({ id, name: organName(id) })),
  status: statusOf(row, today),
  dueOn: row.dueOn,
  doneOn: row.doneOn,
  condition: row.condition,
  recurrence: row.recurrence,
  startedOn: row.startedOn,
});
