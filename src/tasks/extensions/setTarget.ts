import { type Day, formatDay } from '../../kernel/day.ts';
import { forbidden, invalid } from '../../kernel/errors.ts';
import type { Principal } from '../../kernel/principal.ts';
import { appendEvent } from '../../platform/audit/appendEvent.ts';
import type { Tx } from '../../platform/db/access.ts';
import { chargeIn, lockTask } from '../lockTask.ts';
import { mayWorkOn } from '../policy.ts';

/**
 * An organ names the day by which it means to be ready, before the binding day; null takes the aim away.
 * @throws Fault forbidden, invalid (field dich), conflict, stale
 */
export async function setTarget(
  tx: Tx,
  by: Principal,
  input: { taskId: number; chargeId: number; version: number | null; targetOn: Day | null },
): Promise<void> {
  const locked = await lockTask(tx, input.taskId);
  const charge = chargeIn(locked, input.chargeId, input.version, 'aim');
  if (!mayWorkOn(by, charge)) throw forbidden('Chỉ cơ quan được giao mới đặt đích của mình.');
  const { targetOn } = input;
  if (targetOn && targetOn < locked.task.startedOn) {
    throw invalid('task.target.early', `Đích không thể trước ngày giao (${formatDay(locked.task.startedOn)}).`, 'dich');
  }
  if (targetOn && charge.dueOn && targetOn > charge.dueOn) {
    throw invalid(
      'task.target.late',
      `Đích không thể sau hạn (${formatDay(charge.dueOn)}). Cần thêm thời gian thì xin gia hạn.`,
      'dich',
    );
  }
  await tx
    .updateTable('charge')
    .set((e) => ({ target_on: targetOn, version: e('version', '+', 1) }))
    .where('id', '=', charge.id)
    .execute();
  await appendEvent(tx, by, {
    kind: 'task.target_set',
    subjectType: 'task',
    subjectId: input.taskId,
    unitId: locked.task.unitId,
    data: { organId: charge.organId, from: charge.targetOn, to: targetOn },
  });
}
