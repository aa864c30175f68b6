import { parseId } from '../../kernel/ids.ts';
import type { Principal } from '../../kernel/principal.ts';
import type { AppContext } from '../../platform/http/index.ts';
import { parseFilter } from '../filter.ts';
import { todayOf } from '../room.ts';
import { listTasks } from '../store.ts';
import { MOST_TASKS } from './model.ts';
import { type ChosenTask, chosenTasks } from './store.ts';

/** The field under which pages name the tasks chosen, once for each. */
export const TASK_FIELD = 'nv';
/** Set where all tasks of the filter are meant. */
export const ALL_FIELD = 'ca-danh-sach';

const idsOf = (values: readonly string[]): number[] => [
  ...new Set(values.map((value) => parseId(value)).filter((id) => id !== undefined)),
];

/** The tasks that an address names: one by one, or all of the filter in it, the first `MOST_TASKS` of the list. */
export async function chosenInAddress(c: AppContext, by: Principal): Promise<ChosenTask[]> {
  const { db } = c.get('services');
  if (c.req.query(ALL_FIELD) === undefined) return tasksNamed(c, by, c.req.queries(TASK_FIELD) ?? []);
  const filter = parseFilter(c.req.query(), by);
  const [rows] = await db.read(by, listTasks(db.build, filter, by, todayOf(c), { limit: MOST_TASKS, offset: 0 }));
  return tasksNamed(
    c,
    by,
    rows.map((row) => String(row.id)),
  );
}

/** The tasks of these ids that the person may see. */
export async function tasksNamed(c: AppContext, by: Principal, values: readonly string[]): Promise<ChosenTask[]> {
  const ids = idsOf(values).slice(0, MOST_TASKS + 1);
  if (ids.length === 0) return [];
  const { db } = c.get('services');
  const [rows] = await db.read(by, chosenTasks(db.build, ids));
  return rows;
}
