import { type SqlBool, sql } from 'kysely';
import { type Day, formatDay } from '../../kernel/day.ts';
import { conflict, forbidden, invalid } from '../../kernel/errors.ts';
import type { Principal } from '../../kernel/principal.ts';
import { appendEvent } from '../../platform/audit/appendEvent.ts';
import type { Tx } from '../../platform/db/access.ts';
import { chargeIn, lockTask } from '../lockTask.ts';
import { mayAskExtension } from '../policy.ts';

/**
 * A lead asks for more time, once at a time: a later binding day, with the reason.
 * @throws Fault forbidden, invalid (fields han, ly-do), conflict, stale
 */
export async function askExtension(
  tx: Tx,
  by: Principal,
  input: { taskId: number; chargeId: number; version: number | null; dueOn: Day | null; reason: string },
  today: Day,
): Promise<void> {
  const locked = await lockTask(tx, input.taskId);
  const charge = chargeIn(locked, input.chargeId, input.version, 'extend');
  if (!mayAskExtension(by, charge)) {
    throw forbidden('Chỉ lãnh đạo hoặc văn thư của cơ quan chủ trì mới xin gia hạn được.');
  }
  if (!charge.dueOn) throw conflict('task.extension.unlimited', 'Nhiệm vụ này không có hạn nên không cần xin gia hạn.');
  if (!input.dueOn) throw invalid('task.extension.day', 'Hãy ghi hạn mới đề nghị, ví dụ 5/9/2026.', 'han');
  if (input.dueOn <= charge.dueOn) {
    throw invalid('task.extension.early', `Hạn mới phải sau hạn hiện nay (${formatDay(charge.dueOn)}).`, 'han');
  }
  if (input.dueOn < today) throw invalid('task.extension.past', 'Hạn mới không thể ở trong quá khứ.', 'han');
  if (input.reason === '') throw invalid('task.extension.reason', 'Hãy ghi lý do xin gia hạn.', 'ly-do');
  const added = await tx
    .insertInto('task_extension')
    .values({
      task_id: input.taskId,
      charge_id: charge.id,
      state: 'asked',
      was_due_on: charge.dueOn,
      asked_due_on: input.dueOn,
      reason: input.reason,
      asked_on: today,
    })
    .onConflict((c) => c.column('charge_id').where(sql<SqlBool>`state = 'asked'`).doNothing())
    .returning('id')
    .executeTakeFirst();
  if (!added) throw conflict('task.extension.asked', 'Đã có một đề nghị gia hạn đang chờ trả lời.');
  await appendEvent(tx, by, {
    kind: 'task.extension_asked',
    subjectType: 'task',
    subjectId: input.taskId,
    unitId: locked.task.unitId,
    reason: input.reason,
    data: { extensionId: added.id, organId: charge.organId, from: charge.dueOn, to: input.dueOn },
  });
}
