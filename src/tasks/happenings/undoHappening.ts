import type { Day } from '../../kernel/day.ts';
import { conflict, forbidden, invalid, notFound } from '../../kernel/errors.ts';
import type { Principal } from '../../kernel/principal.ts';
import { appendEvent } from '../../platform/audit/appendEvent.ts';
import type { Tx } from '../../platform/db/access.ts';
import { lockTask } from '../lockTask.ts';
import { maySteer, steerTasks } from '../policy.ts';
import { stopTask } from '../startTask.ts';
import { type HappeningRow, happeningById } from './store.ts';

/**
 * An event was recorded by mistake: the tasks that started by it wait again, except those that were reported as done or ended
 * meanwhile. The record stays, with the correction and its reason.
 * @returns how many tasks wait again, and how many stay as they are
 * @throws Fault forbidden, invalid (field ly-do), notFound, conflict when it was undone before
 */
export async function undoHappening(
  tx: Tx,
  by: Principal,
  input: { id: number; reason: string },
  today: Day,
): Promise<{ waiting: number; staying: number }> {
  if (!steerTasks.allows(by)) throw forbidden('Chỉ cơ quan đã ghi nhận mới đính chính được.');
  const held = await tx.selectFrom('happening').select('id').where('id', '=', input.id).forUpdate().executeTakeFirst();
  if (!held) throw notFound('ghi nhận này');
  const { rows } = await tx.executeQuery(happeningById(tx, input.id).compile());
  const happening = rows[0] as HappeningRow;
  if (happening.undoneOn) throw conflict('happening.undone', 'Ghi nhận này đã được đính chính trước đó.');
  if (input.reason === '') throw invalid('happening.reason', 'Hãy ghi lý do đính chính.', 'ly-do');
  let waiting = 0;
  for (const { id, wasDueOn } of happening.tasks) {
    const locked = await lockTask(tx, id);
    if (!maySteer(by, locked.task) || !['working', 'returned'].includes(locked.task.state)) continue;
    await stopTask(tx, locked, wasDueOn);
    await appendEvent(tx, by, {
      kind: 'task.condition_undone',
      subjectType: 'task',
      subjectId: id,
      unitId: locked.task.unitId,
      reason: input.reason,
      data: { from: locked.task.dueOn, to: wasDueOn },
    });
    waiting++;
  }
  await tx
    .updateTable('happening')
    .set({ undone_on: today, undo_reason: input.reason })
    .where('id', '=', input.id)
    .execute();
  return { waiting, staying: happening.tasks.length - waiting };
}
