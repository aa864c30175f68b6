import { forbidden, invalid } from '../../kernel/errors.ts';
import type { Principal } from '../../kernel/principal.ts';
import { appendEvent } from '../../platform/audit/appendEvent.ts';
import type { Tx } from '../../platform/db/access.ts';
import { mayDecideSubtask } from '../policy.ts';
import { lockSubtask, type OnSubtask } from './lockSubtask.ts';

/**
 * Who passed a sub-task on confirms that it is done, or returns it with a reason. As with tasks, the day of completion is the
 * day on which it was reported.
 * @throws Fault forbidden, invalid (field ly-do), conflict, stale
 */
export async function decideSubtask(
  tx: Tx,
  by: Principal,
  input: OnSubtask & { confirmed: boolean; reason: string },
): Promise<void> {
  const { subtask, task } = await lockSubtask(
    tx,
    input,
    ['awaiting'],
    'Phần việc này không ở trạng thái chờ xác nhận. Có thể người khác vừa xử lý.',
  );
  if (!mayDecideSubtask(by, subtask)) throw forbidden('Chỉ nơi đã giao phần việc này mới xác nhận hoặc trả lại được.');
  if (!input.confirmed && input.reason === '') {
    throw invalid('subtask.return.reason', 'Hãy ghi lý do trả lại để người làm biết cần làm gì thêm.', 'ly-do');
  }
  await tx
    .updateTable('subtask')
    .set((e) => ({
      ...(input.confirmed
        ? { state: 'done' as const, done_on: subtask.askedOn }
        : { state: 'returned' as const, asked_on: null, percent: 99 }),
      version: e('version', '+', 1),
    }))
    .where('id', '=', subtask.id)
    .execute();
  await appendEvent(tx, by, {
    kind: input.confirmed ? 'task.subtask_confirmed' : 'task.subtask_returned',
    subjectType: 'task',
    subjectId: input.taskId,
    unitId: task.unitId,
    reason: input.reason || null,
    data: { subtaskId: subtask.id, title: subtask.title, organId: subtask.organId },
  });
}
