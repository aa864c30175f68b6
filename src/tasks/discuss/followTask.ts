import { sql } from 'kysely';
import { notFound } from '../../kernel/errors.ts';
import type { Principal } from '../../kernel/principal.ts';
import type { Tx } from '../../platform/db/access.ts';

/**
 * A person starts or stops following a task that they see; a matter of their own, which no event tells.
 * @throws Fault notFound
 */
export async function followTask(tx: Tx, by: Principal, taskId: number, follow: boolean): Promise<void> {
  const task = await tx.selectFrom('task').where('id', '=', taskId).select('id').executeTakeFirst();
  if (!task) throw notFound('nhiệm vụ này');
  const ended = follow ? null : sql<string>`app_now()`;
  await tx
    .insertInto('task_follow')
    .values({ person_id: by.personId, task_id: taskId, ended_at: ended })
    .onConflict((c) => c.columns(['person_id', 'task_id']).doUpdateSet({ ended_at: ended }))
    .execute();
}
