import { conflict, notFound, stale } from '../../kernel/errors.ts';
import type { Tx } from '../../platform/db/access.ts';
import { type LockedTask, lockTask } from '../lockTask.ts';
import type { SubtaskRow, SubtaskState } from './model.ts';
import { subtasksOf } from './store.ts';

export interface LockedSubtask extends LockedTask {
  subtasks: SubtaskRow[];
  subtask: SubtaskRow;
}

/** A step upon a sub-task, as a form names it. */
export interface OnSubtask {
  taskId: number;
  subtaskId: number;
  version: number | null;
}

/**
 * Takes the task of a sub-task for the rest of the transaction, so that parts add up one after another.
 * @throws Fault notFound, stale, conflict with `refused` when the sub-task is in none of the states
 */
export async function lockSubtask(
  tx: Tx,
  on: OnSubtask,
  from: readonly SubtaskState[],
  refused: string,
): Promise<LockedSubtask> {
  const locked = await lockTask(tx, on.taskId);
  const { rows } = await tx.executeQuery(subtasksOf(tx, on.taskId).compile());
  const subtasks = rows as SubtaskRow[];
  const subtask = subtasks.find((s) => s.id === on.subtaskId);
  if (!subtask) throw notFound('phần việc này');
  if (on.version !== null && on.version !== subtask.version) throw stale();
  if (!from.includes(subtask.state)) throw conflict('subtask.state', refused);
  return { ...locked, subtasks, subtask };
}
