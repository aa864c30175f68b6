import { sql } from 'kysely';
import { type Fault, invalid, isFault, notFound } from '../../kernel/errors.ts';
import type { Principal } from '../../kernel/principal.ts';
import type { Database, Tx } from '../../platform/db/access.ts';
import { writeOnce } from '../../platform/db/writeOnce.ts';
import { type BulkInput, type BulkKind, MOST_TASKS, mayUndo } from './model.ts';
import { BULK_STEPS } from './steps.ts';
import { bulkItemsOf, bulkStepById } from './store.ts';

export interface BulkOrder {
  kind: BulkKind;
  taskIds: readonly number[];
  input: BulkInput;
  /** The key of the form: sent again, it goes on with the same step. */
  key: string;
}

/** @throws Fault invalid at the fields of the page that asks for them */
export function checkOrder({ kind, taskIds, input }: BulkOrder): void {
  if (taskIds.length === 0) throw invalid('task.bulk.none', 'Chưa chọn nhiệm vụ nào. Hãy quay lại và đánh dấu.', 'nv');
  if (taskIds.length > MOST_TASKS) {
    throw invalid('task.bulk.many', `Mỗi lần làm nhiều nhất ${MOST_TASKS} nhiệm vụ. Hãy lọc bớt.`, 'nv');
  }
  if ((kind === 'reschedule' || kind === 'withdraw') && input.reason === '') {
    throw invalid('task.bulk.reason', 'Hãy ghi lý do; lý do được ghi vào từng nhiệm vụ.', 'ly-do');
  }
}

/**
 * Takes one step on many tasks: a transaction for each, so that one that is refused keeps no other from being done. The
 * step and what became of each task are written down as it goes; the same order sent again does what is left of it.
 * @returns the id of the step, whose page tells what was done and what was refused
 */
export async function runBulk(db: Database, by: Principal, order: BulkOrder): Promise<number> {
  checkOrder(order);
  const taskIds = [...new Set(order.taskIds)];
  const stepId = await db.write(by, (tx) =>
    writeOnce(tx, { key: order.key, purpose: `task.bulk.${order.kind}`, personId: by.personId }, async () => {
      const step = await tx
        .insertInto('bulk_step')
        .values({
          person_id: by.personId,
          appointment_id: by.appointmentId,
          kind: order.kind,
          input: JSON.stringify(order.input),
          task_ids: taskIds,
        })
        .returning('id')
        .executeTakeFirstOrThrow();
      return step.id;
    }),
  );
  for (const taskId of taskIds) await takeOne(db, by, stepId, taskId, order);
  return stepId;
}

async function takeOne(db: Database, by: Principal, stepId: number, taskId: number, order: BulkOrder): Promise<void> {
  const claim = (tx: Tx, refused: string | null) =>
    tx
      .insertInto('bulk_item')
      .values({ step_id: stepId, task_id: taskId, refused })
      .onConflict((c) => c.columns(['step_id', 'task_id']).doNothing())
      .returning('task_id')
      .executeTakeFirst();
  try {
    await db.write(by, async (tx) => {
      // A second click finds the task claimed already.
      if (!(await claim(tx, null))) return;
      const before = await BULK_STEPS[order.kind].take(tx, by, taskId, order.input);
      await tx
        .updateTable('bulk_item')
        .set({ before: JSON.stringify(before) })
        .where('step_id', '=', stepId)
        .where('task_id', '=', taskId)
        .execute();
    });
  } catch (error) {
    if (!isRefusal(error)) throw error;
    await db.write(by, (tx) => claim(tx, error.message));
  }
}

/**
 * Takes a step back, task by task, as far as nobody has changed them since; each undoing is an event of its own.
 * @throws Fault notFound, invalid when it is too late
 */
export async function undoBulk(
  db: Database,
  by: Principal,
  stepId: number,
  now: number,
  sessionHours: number,
): Promise<void> {
  const [steps, items] = await db.read(by, bulkStepById(db.build, stepId), bulkItemsOf(db.build, stepId));
  const step = steps[0];
  if (!step) throw notFound('lần thao tác này');
  if (step.undoneAt !== null) return;
  if (!mayUndo(step, now, sessionHours)) {
    throw invalid('task.undo.late', 'Đã quá lúc có thể hoàn tác. Hãy mở từng nhiệm vụ để sửa.');
  }
  for (const item of items.filter((i) => i.refused === null && !i.undone)) {
    const settle = (tx: Tx, set: { undone: true } | { undo_refused: string }) =>
      tx
        .updateTable('bulk_item')
        .set(set)
        .where('step_id', '=', stepId)
        .where('task_id', '=', item.taskId)
        .where('undone', '=', false)
        .returning('task_id')
        .executeTakeFirst();
    try {
      await db.write(by, async (tx) => {
        if (!(await settle(tx, { undone: true }))) return;
        await BULK_STEPS[step.kind].undo(tx, by, item.taskId, (item.before ?? {}) as never, step.input);
      });
    } catch (error) {
      if (!isRefusal(error)) throw error;
      await db.write(by, (tx) => settle(tx, { undo_refused: error.message }));
    }
  }
  await db.write(by, (tx) =>
    tx.updateTable('bulk_step').set({ undone_at: sql<string>`app_now()` }).where('id', '=', stepId).execute(),
  );
}

/** What is wrong with one task; anything else (the database is gone) stops the whole. */
const isRefusal = (error: unknown): error is Fault => isFault(error) && error.kind !== 'unavailable';
