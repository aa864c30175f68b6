import { sql } from 'kysely';
import { forbidden, invalid, notFound } from '../../kernel/errors.ts';
import type { Principal } from '../../kernel/principal.ts';
import { appendEvents } from '../../platform/audit/appendEvent.ts';
import type { Tx } from '../../platform/db/access.ts';
import { workOnTasks } from '../policy.ts';
import { callsUnknown, type Mentionable, MOST_LETTERS, mentionsIn } from './model.ts';
import { mentionables } from './store.ts';

/**
 * Somebody who sees a task says something about it, and calls organs or people: one event `task.commented`, and one
 * `task.mentioned` for each that is called (data: commentId, organId, appointmentId where it is a person).
 * @param picked the one chosen from the list, as `mentionKey` names it
 * @returns who was called, and whether the text calls a name that has no part in the task
 * @throws Fault notFound, forbidden, invalid (field noi-dung)
 */
export async function addComment(
  tx: Tx,
  by: Principal,
  input: { taskId: number; body: string; picked: string },
  today: string,
): Promise<{ called: Mentionable[]; unknown: boolean }> {
  const { taskId, picked } = input;
  const task = await tx.selectFrom('task').where('id', '=', taskId).select('unit_id').executeTakeFirst();
  if (!task) throw notFound('nhiệm vụ này');
  if (!workOnTasks.allows(by)) throw forbidden();
  const body = input.body.trim();
  if (body === '') throw invalid('comment.empty', 'Hãy ghi nội dung trao đổi.', 'noi-dung');
  if (body.length > MOST_LETTERS) {
    throw invalid(
      'comment.long',
      `Mỗi lời nhiều nhất ${MOST_LETTERS} ký tự. Hãy rút gọn hoặc chia làm hai.`,
      'noi-dung',
    );
  }
  const { rows } = await tx.executeQuery<Mentionable>(mentionables(tx, taskId, by, today).compile() as never);
  const mentions = mentionsIn(body, picked, rows);
  const { id } = await tx
    .insertInto('task_comment')
    .values({ task_id: taskId, person_id: by.personId, appointment_id: by.appointmentId, organ_id: by.organId, body })
    .returning('id')
    .executeTakeFirstOrThrow();
  if (mentions.length > 0) {
    await tx
      .insertInto('task_mention')
      .values(
        mentions.map((m) => ({
          comment_id: id,
          task_id: taskId,
          organ_id: m.organId,
          appointment_id: m.appointmentId,
        })),
      )
      .execute();
  }
  const on = { subjectType: 'task', subjectId: taskId, unitId: task.unit_id };
  await appendEvents(tx, by, [
    { ...on, kind: 'task.commented', data: { commentId: id } },
    ...mentions.map(({ organId, appointmentId }) => ({
      ...on,
      kind: 'task.mentioned',
      data: { commentId: id, organId, ...(appointmentId === null ? {} : { appointmentId }) },
    })),
  ]);
  return { called: mentions, unknown: callsUnknown(body, mentions) };
}

/**
 * The author takes a comment back: it is shown no longer, and stays on record.
 * @throws Fault notFound where there is none of theirs
 */
export async function withdrawComment(tx: Tx, by: Principal, taskId: number, commentId: number): Promise<void> {
  const comment = await tx
    .updateTable('task_comment')
    .set({ ended_at: sql<string>`coalesce(ended_at, app_now())` })
    .where('id', '=', commentId)
    .where('task_id', '=', taskId)
    .where('person_id', '=', by.personId)
    .returning('id')
    .executeTakeFirst();
  if (!comment) throw notFound('lời trao đổi này của bạn');
  await appendEvents(tx, by, [
    { kind: 'task.comment_withdrawn', subjectType: 'task', subjectId: taskId, data: { commentId } },
  ]);
}
