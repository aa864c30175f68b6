import type { Day } from '../kernel/day.ts';
import type { Principal } from '../kernel/principal.ts';
import type { Database } from '../platform/db/access.ts';
import { type TaskFilter, tallyKey } from './filter.ts';
import { type StatusKey, statusOf } from './model.ts';
import { type TallyRow, tallyTasks } from './store.ts';

/** How many tasks stand in each status; `open` is all that is not done or withdrawn. */
export interface Tally {
  all: number;
  open: number;
  byStatus: Record<StatusKey, number>;
}

const CHANNEL = 'tasks_changed';
const MOST_KEPT = 2000;

/**
 * Counts of the lists. Counting is the costly part of a list page, and the counts hold until a task changes or the day
 * turns: they are kept until then, and dropped in every process when one of them writes.
 */
export interface Tallies {
  of(principal: Principal, filter: TaskFilter, today: Day): Promise<Tally>;
  /** To be called after each transaction that changed tasks. */
  changed(): Promise<void>;
}

export async function openTallies(db: Database): Promise<Tallies> {
  let kept = new Map<string, Promise<Tally>>();
  const drop = () => {
    kept = new Map();
  };
  await db.listen(CHANNEL, drop);
  return {
    of(principal, filter, today) {
      const key = `${today}|${principal.organId}|${principal.servesId}|${principal.organIds.join(',')}|${tallyKey(filter)}`;
      const known = kept.get(key);
      if (known) return known;
      const into = kept;
      if (into.size >= MOST_KEPT) into.clear();
      const counted = db
        .read(principal, tallyTasks(db.build, filter, principal, today))
        .then(([rows]) => sumUp(rows, today));
      into.set(key, counted);
      counted.catch(() => into.delete(key));
      return counted;
    },
    async changed() {
      drop();
      await tasksChanged(db);
    },
  };
}

/** Said by jobs, which keep no counts themselves, after they changed tasks. */
export const tasksChanged = (db: Database): Promise<void> => db.notify(CHANNEL, '');

/** Rows of states and timings become statuses, by the same rule as a single task. */
export function sumUp(rows: readonly TallyRow[], today: Day): Tally {
  const byStatus = {} as Record<StatusKey, number>;
  let all = 0;
  let open = 0;
  for (const { state, timing, count } of rows) {
    // A task that is late on `today` has a limit before it, one in time has it today at the earliest.
    const dueOn = timing === 'none' ? null : today;
    const doneOn = timing === 'late' ? ('9999-12-31' as Day) : today;
    const status = state === 'working' && timing === 'late' ? 'qua-han' : statusOf({ state, dueOn, doneOn }, today);
    byStatus[status] = (byStatus[status] ?? 0) + count;
    all += count;
    if (state !== 'done' && state !== 'withdrawn') open += count;
  }
  return { all, open, byStatus };
}
