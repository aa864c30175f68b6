import { forbidden, invalid } from '../../kernel/errors.ts';
import type { Principal } from '../../kernel/principal.ts';
import { appendEvent } from '../../platform/audit/appendEvent.ts';
import type { Tx } from '../../platform/db/access.ts';
import { mayDecideSubtask } from '../policy.ts';
import { lockSubtask, type OnSubtask } from './lockSubtask.ts';
import { isOpenSubtask, walkDown } from './model.ts';

/**
 * Who passed a sub-task on takes it back, with all that is open below it; what was noted stays on record.
 * @throws Fault forbidden, invalid (field ly-do), conflict, stale
 */
export async function withdrawSubtask(tx: Tx, by: Principal, input: OnSubtask & { reason: string }): Promise<void> {
  const { subtask, subtasks, task } = await lockSubtask(
    tx,
    input,
    ['working', 'awaiting', 'returned'],
    'Phần việc này đã xong hoặc đã thôi giao.',
  );
  if (!mayDecideSubtask(by, subtask)) throw forbidden('Chỉ nơi đã giao phần việc này mới thôi giao được.');
  if (input.reason === '') throw invalid('subtask.withdraw.reason', 'Hãy ghi lý do thôi giao.', 'ly-do');
  const below = walkDown(subtasks, subtask.chargeId, subtask.id)
    .map((node) => node.subtask)
    .filter(isOpenSubtask);
  await tx
    .updateTable('subtask')
    .set((e) => ({ state: 'withdrawn', asked_on: null, end_reason: input.reason, version: e('version', '+', 1) }))
    .where('id', 'in', [subtask.id, ...below.map((s) => s.id)])
    .execute();
  await appendEvent(tx, by, {
    kind: 'task.subtask_withdrawn',
    subjectType: 'task',
    subjectId: input.taskId,
    unitId: task.unitId,
    reason: input.reason,
    data: { subtaskId: subtask.id, title: subtask.title, organId: subtask.organId, below: below.length },
  });
}
