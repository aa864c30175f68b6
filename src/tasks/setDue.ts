import { sql } from 'kysely';
import { calendarsNow } from '../calendar/index.ts';
import { type Day, formatDay } from '../kernel/day.ts';
import { invalid } from '../kernel/errors.ts';
import type { Tx } from '../platform/db/access.ts';
import type { LockedTask } from './lockTask.ts';
import { opinionDay } from './opinions/opinionDay.ts';

/** @throws Fault invalid (field `han`) when the day lies before the task was given */
export function checkDue({ task }: LockedTask, dueOn: Day | null): void {
  if (dueOn && dueOn < task.startedOn) {
    throw invalid('task.due.early', `Hạn không thể trước ngày giao (${formatDay(task.startedOn)}).`, 'han');
  }
}

/**
 * Writes the binding day of a task and of its charges. The coordinators' day moves along unless the lead named it; an aim
 * beyond the new day is dropped.
 * @param lines why it is that day, where the calendar computed it
 */
export async function setDue(
  tx: Tx,
  { task, charges }: LockedTask,
  dueOn: Day | null,
  lines: readonly string[] | null = null,
): Promise<void> {
  const asked = charges.some((c) => c.role === 'coordinate');
  const opinionsBy = asked ? opinionDay((await calendarsNow(tx)).state, dueOn, task.startedOn) : null;
  await tx
    .updateTable('task')
    .set((e) => ({
      due_on: dueOn,
      due_lines: lines ? [...lines] : null,
      ...(task.opinionDaySet && task.opinionDueOn && (!dueOn || task.opinionDueOn <= dueOn)
        ? {}
        : { opinion_due_on: opinionsBy, opinion_day_set: null }),
      version: e('version', '+', 1),
    }))
    .where('id', '=', task.id)
    .execute();
  await tx
    .updateTable('charge')
    .set((e) => ({
      due_on: dueOn,
      target_on: sql<Day | null>`case when target_on <= ${dueOn}::date then target_on end`,
      version: e('version', '+', 1),
    }))
    .where('task_id', '=', task.id)
    .where('state', '!=', 'done')
    .execute();
}
