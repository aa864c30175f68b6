import type { Day } from '../../kernel/day.ts';
import { conflict, forbidden } from '../../kernel/errors.ts';
import type { Principal } from '../../kernel/principal.ts';
import { appendEvent } from '../../platform/audit/appendEvent.ts';
import type { Tx } from '../../platform/db/access.ts';
import { type EvidenceFile, keepEvidence } from '../keepEvidence.ts';
import { checkNote } from '../noteProgress.ts';
import { mayHold } from '../policy.ts';
import { lockSubtask, type OnSubtask } from './lockSubtask.ts';
import { openBelow, sumBelow } from './sumBelow.ts';

/**
 * Who holds a sub-task notes how far it is, or reports it as done to who passed it on. What was passed further is as far as
 * its parts; what it is part of follows by itself.
 * @throws Fault forbidden, invalid (fields tien-do, ghi-chu), conflict, stale
 */
export async function noteSubtask(
  tx: Tx,
  by: Principal,
  input: OnSubtask & { percent: number; note: string; files: EvidenceFile[]; done: boolean },
  today: Day,
): Promise<void> {
  checkNote(input);
  const { subtask, task } = await lockSubtask(
    tx,
    input,
    ['working', 'returned'],
    'Phần việc này đã báo xong hoặc đã thôi giao.',
  );
  if (!mayHold(by, subtask)) throw forbidden('Phần việc này không giao cho bạn.');
  const below = await sumBelow(tx, subtask.chargeId, subtask.id);
  if (input.done && below && below.open > 0) throw conflict('task.subtasks.open', openBelow(below.open));
  const files = await keepEvidence(tx, by, input.taskId, input.files);
  // 100 % is the word of who confirms.
  const percent = input.done ? 100 : below ? subtask.percent : Math.min(99, input.percent);
  await tx
    .updateTable('subtask')
    .set((e) => ({
      state: input.done ? ('awaiting' as const) : ('working' as const),
      percent,
      last_note: input.note || subtask.lastNote,
      asked_on: input.done ? today : null,
      version: e('version', '+', 1),
    }))
    .where('id', '=', subtask.id)
    .execute();
  await appendEvent(tx, by, {
    kind: input.done ? 'task.subtask_reported' : 'task.subtask_progressed',
    subjectType: 'task',
    subjectId: input.taskId,
    unitId: task.unitId,
    data: { subtaskId: subtask.id, title: subtask.title, organId: subtask.organId, percent, note: input.note, files },
  });
}
