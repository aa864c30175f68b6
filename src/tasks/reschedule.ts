import type { Day } from '../kernel/day.ts';
import { conflict, forbidden, invalid } from '../kernel/errors.ts';
import type { Principal } from '../kernel/principal.ts';
import { appendEvent } from '../platform/audit/appendEvent.ts';
import type { Tx } from '../platform/db/access.ts';
import { lockTask } from './lockTask.ts';
import { STEPS, stepAllowed } from './model.ts';
import { maySteer } from './policy.ts';
import { checkDue, setDue } from './setDue.ts';
import { startTask } from './startTask.ts';

/**
 * The office sets, moves or takes away the due date of a task, with a reason.
 * @throws Fault forbidden, invalid (fields han, ly-do), conflict
 */
export async function reschedule(
  tx: Tx,
  by: Principal,
  taskId: number,
  dueOn: Day | null,
  reason: string,
): Promise<void> {
  const locked = await lockTask(tx, taskId);
  if (!maySteer(by, locked.task)) throw forbidden('Chỉ cơ quan theo dõi nhiệm vụ mới đổi hạn được.');
  if (!stepAllowed('reschedule', locked.task.state))
    throw conflict('task.reschedule.refused', STEPS.reschedule.refused);
  checkDue(locked, dueOn);
  if (reason === '') throw invalid('task.reschedule.reason', 'Hãy ghi lý do đổi hạn.', 'ly-do');
  await setDue(tx, locked, dueOn);
  await appendEvent(tx, by, {
    kind: 'task.rescheduled',
    subjectType: 'task',
    subjectId: taskId,
    unitId: locked.task.unitId,
    reason,
    data: { from: locked.task.dueOn, to: dueOn },
  });
}

/**
 * Somebody records that the event a task waits for has happened: the task starts, with a limit where there is one now.
 * @throws Fault forbidden, invalid (fields han, ly-do), conflict
 */
export async function meetCondition(
  tx: Tx,
  by: Principal,
  taskId: number,
  dueOn: Day | null,
  what: string,
): Promise<void> {
  const locked = await lockTask(tx, taskId);
  if (!maySteer(by, locked.task)) throw forbidden('Chỉ cơ quan theo dõi nhiệm vụ mới ghi nhận điều kiện được.');
  if (!stepAllowed('meet', locked.task.state)) throw conflict('task.meet.refused', STEPS.meet.refused);
  if (what === '') throw invalid('task.meet.what', 'Hãy ghi điều kiện đã có là gì (số, ngày văn bản).', 'ly-do');
  await startTask(tx, locked, dueOn);
  await appendEvent(tx, by, {
    kind: 'task.condition_met',
    subjectType: 'task',
    subjectId: taskId,
    unitId: locked.task.unitId,
    reason: what,
    data: { to: dueOn },
  });
}
