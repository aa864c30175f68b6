import { conflict, forbidden, invalid } from '../kernel/errors.ts';
import type { Principal } from '../kernel/principal.ts';
import { appendEvent } from '../platform/audit/appendEvent.ts';
import type { Tx } from '../platform/db/access.ts';
import { type LockedTask, lockTask, saveFold } from './lockTask.ts';
import { STEPS, stepAllowed } from './model.ts';
import { maySteer } from './policy.ts';

/**
 * The office no longer asks for a task; what was noted stays on record.
 * @throws Fault forbidden, invalid (field ly-do), conflict
 */
export async function withdrawTask(tx: Tx, by: Principal, taskId: number, reason: string): Promise<void> {
  const locked = await lockTask(tx, taskId);
  if (!maySteer(by, locked.task)) throw forbidden('Chỉ cơ quan theo dõi nhiệm vụ mới thôi giao được.');
  if (!stepAllowed('withdraw', locked.task.state)) throw conflict('task.withdraw.refused', STEPS.withdraw.refused);
  if (reason === '') throw invalid('task.withdraw.reason', 'Hãy ghi lý do thôi giao.', 'ly-do');
  await withdrawLocked(tx, by, locked, reason);
}

async function withdrawLocked(tx: Tx, by: Principal, locked: LockedTask, reason: string): Promise<void> {
  const { task, charges } = locked;
  for (const charge of charges) {
    if (stepAllowed('withdraw', charge.state)) charge.state = 'withdrawn';
  }
  await tx
    .updateTable('charge')
    .set((e) => ({ state: 'withdrawn', version: e('version', '+', 1) }))
    .where('task_id', '=', task.id)
    .where('state', 'in', ['working', 'condition', 'awaiting', 'returned'])
    .execute();
  await saveFold(tx, task, charges);
  await tx.updateTable('task').set({ end_reason: reason }).where('id', '=', task.id).execute();
  await appendEvent(tx, by, {
    kind: 'task.withdrawn',
    subjectType: 'task',
    subjectId: task.id,
    unitId: task.unitId,
    reason,
  });
}

/** When a directive is recalled or replaced, its open tasks are asked no longer; done ones stay done. */
export async function withdrawTasksOf(tx: Tx, by: Principal, directiveId: number, reason: string): Promise<number> {
  const open = await tx
    .selectFrom('task')
    .select('id')
    .where('directive_id', '=', directiveId)
    .where('state', 'in', ['working', 'condition', 'awaiting', 'returned'])
    .orderBy('id')
    .execute();
  for (const { id } of open) await withdrawLocked(tx, by, await lockTask(tx, id), reason);
  return open.length;
}
