import { forbidden, invalid } from '../kernel/errors.ts';
import type { Principal } from '../kernel/principal.ts';
import { appendEvent } from '../platform/audit/appendEvent.ts';
import type { Tx } from '../platform/db/access.ts';
import { chargeIn, lockTask, saveCharge } from './lockTask.ts';
import { maySteer } from './policy.ts';

export interface Decision {
  taskId: number;
  chargeId: number;
  version: number | null;
  confirmed: boolean;
  /** Required when the work is returned. */
  reason: string;
}

/**
 * The office confirms that a lead's work is done, or returns it with a reason. The day of completion is the day on which
 * the lead reported it, so that the office's own delay makes nobody late.
 * @throws Fault forbidden, invalid (field ly-do), conflict, stale
 */
export async function decideCharge(tx: Tx, by: Principal, input: Decision): Promise<void> {
  const locked = await lockTask(tx, input.taskId);
  if (!maySteer(by, locked.task)) throw forbidden('Chỉ cơ quan theo dõi nhiệm vụ mới xác nhận hoặc trả lại được.');
  const charge = chargeIn(locked, input.chargeId, input.version, input.confirmed ? 'confirm' : 'return');
  if (!input.confirmed && input.reason === '') {
    throw invalid('task.return.reason', 'Hãy ghi lý do trả lại để cơ quan thực hiện biết cần làm gì thêm.', 'ly-do');
  }
  await saveCharge(
    tx,
    locked,
    charge,
    input.confirmed
      ? { state: 'done', doneOn: charge.askedOn }
      : { state: 'returned', askedOn: null, percent: Math.min(charge.percent, 99) },
  );
  await appendEvent(tx, by, {
    kind: input.confirmed ? 'task.confirmed' : 'task.returned',
    subjectType: 'task',
    subjectId: input.taskId,
    unitId: locked.task.unitId,
    reason: input.reason || null,
    data: { chargeId: charge.id, organId: charge.organId, doneOn: charge.doneOn },
  });
}
