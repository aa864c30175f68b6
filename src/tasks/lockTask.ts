import { sql } from 'kysely';
import { conflict, notFound, stale } from '../kernel/errors.ts';
import type { Tx } from '../platform/db/access.ts';
import { foldTask, STEPS, type Step, stepAllowed, type TaskState } from './model.ts';
import { type ChargeRow, chargesOf, type TaskDetail, taskById } from './store.ts';

export interface LockedTask {
  task: TaskDetail;
  charges: ChargeRow[];
}

/**
 * Takes a task and its charges for the rest of the transaction, so that two people cannot decide at once.
 * @throws Fault notFound when there is none that the reader may see
 */
export async function lockTask(tx: Tx, taskId: number): Promise<LockedTask> {
  const locked = await tx.selectFrom('task').select('id').where('id', '=', taskId).forUpdate().executeTakeFirst();
  if (!locked) throw notFound('nhiệm vụ này');
  const { rows: tasks } = await tx.executeQuery(taskById(tx, taskId).compile());
  const { rows: charges } = await tx.executeQuery(chargesOf(tx, taskId).compile());
  return { task: tasks[0] as TaskDetail, charges: charges as ChargeRow[] };
}

/** The charge meant by a form. A version that has moved on since the page was shown is stale. */
export function seenCharge({ charges }: LockedTask, chargeId: number, seenVersion: number | null): ChargeRow {
  const charge = charges.find((c) => c.id === chargeId);
  if (!charge) throw notFound('phần việc này');
  if (seenVersion !== null && seenVersion !== charge.version) throw stale();
  return charge;
}

/** The same for a step that only some states allow. Of two people at once, the second hears that the page is old. */
export function chargeIn(locked: LockedTask, chargeId: number, seenVersion: number | null, step: Step): ChargeRow {
  const charge = seenCharge(locked, chargeId, seenVersion);
  if (!stepAllowed(step, charge.state)) throw conflict(`task.${step}.refused`, STEPS[step].refused);
  return charge;
}

/** Writes what changed in a charge, then the task's state as the fold of its leads. */
export async function saveCharge(
  tx: Tx,
  { task, charges }: LockedTask,
  charge: ChargeRow,
  change: Partial<Pick<ChargeRow, 'state' | 'percent' | 'lastNote' | 'askedOn' | 'doneOn'>>,
): Promise<void> {
  Object.assign(charge, change);
  await tx
    .updateTable('charge')
    .set({
      state: charge.state,
      percent: charge.percent,
      last_note: charge.lastNote,
      asked_on: charge.askedOn,
      done_on: charge.doneOn,
      version: charge.version + 1,
      changed_at: sql`app_now()`,
    } as never)
    .where('id', '=', charge.id)
    .execute();
  await saveFold(tx, task, charges);
}

/** The task's own row after its charges changed. */
export async function saveFold(tx: Tx, task: TaskDetail, charges: readonly ChargeRow[]): Promise<TaskState> {
  const { state, doneOn } = foldTask(charges.filter((c) => c.role === 'lead'));
  await tx
    .updateTable('task')
    .set((e) => ({ state, done_on: doneOn, version: e('version', '+', 1), changed_at: sql`app_now()` }) as never)
    .where('id', '=', task.id)
    .execute();
  return state;
}
