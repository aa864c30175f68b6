import type { Day } from '../kernel/day.ts';
import { notFound } from '../kernel/errors.ts';
import type { Principal } from '../kernel/principal.ts';
import type { Tx } from '../platform/db/access.ts';
import { taskById } from '../tasks/index.ts';
import { assignPetition } from './assignPetition.ts';

/**
 * A directive has given the matter away already ("Về đề xuất X: giao sở Y"): the task's first lead answers, its other organs
 * coordinate, and the task's limit holds unless it has passed.
 * @throws Fault as `assignPetition`, notFound
 */
export async function assignByTask(
  tx: Tx,
  by: Principal,
  input: { petitionId: number; version: number | null; taskId: number },
  today: Day,
): Promise<void> {
  const { rows } = await tx.executeQuery(taskById(tx, input.taskId).compile());
  const task = rows[0];
  if (!task) throw notFound('nhiệm vụ này');
  const [leadId, ...others] = task.leadIds as [number, ...number[]];
  await assignPetition(
    tx,
    by,
    {
      petitionId: input.petitionId,
      version: input.version,
      leadId,
      coordinatorIds: [...others, ...task.coordinatorIds],
      forwarderId: null,
      watcherIds: [],
      limit: task.dueOn !== null && task.dueOn >= today ? { dueOn: task.dueOn } : null,
      taskId: task.id,
      reason: `Theo ${task.source}`,
    },
    today,
  );
}
