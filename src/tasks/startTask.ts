import type { Day } from '../kernel/day.ts';
import type { Tx } from '../platform/db/access.ts';
import { type LockedTask, saveFold } from './lockTask.ts';
import { checkDue, setDue } from './setDue.ts';

/**
 * A task that waited for an event starts, with a due date where there is one now.
 * @param lines why it is that day, where the calendar computed it
 * @throws Fault invalid (field `han`)
 */
export async function startTask(
  tx: Tx,
  locked: LockedTask,
  dueOn: Day | null,
  lines: readonly string[] | null = null,
): Promise<void> {
  checkDue(locked, dueOn);
  await moveCharges(tx, locked, 'condition', 'working');
  await setDue(tx, locked, dueOn, lines);
}

/** The opposite, when the event was recorded by mistake: what was noted meanwhile stays. */
export async function stopTask(tx: Tx, locked: LockedTask, dueOn: Day | null): Promise<void> {
  for (const from of ['working', 'returned'] as const) await moveCharges(tx, locked, from, 'condition');
  await setDue(tx, locked, dueOn);
}

async function moveCharges(
  tx: Tx,
  { task, charges }: LockedTask,
  from: 'condition' | 'working' | 'returned',
  to: 'condition' | 'working',
): Promise<void> {
  for (const charge of charges) if (charge.state === from) charge.state = to;
  await tx
    .updateTable('charge')
    .set((e) => ({ state: to, version: e('version', '+', 1) }))
    .where('task_id', '=', task.id)
    .where('state', '=', from)
    .execute();
  await saveFold(tx, task, charges);
}
