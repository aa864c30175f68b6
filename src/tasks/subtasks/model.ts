import type { Day } from '../../kernel/day.ts';

export type SubtaskState = 'working' | 'awaiting' | 'returned' | 'done' | 'withdrawn';

export interface SubtaskRow {
  id: number;
  taskId: number;
  chargeId: number;
  parentId: number | null;
  /** Passes it on and confirms it. */
  passerOrganId: number;
  /** Does it. */
  organId: number;
  /** The person of that organ, where it was given to one; told by position and name. */
  appointmentId: number | null;
  personName: string | null;
  positionTitle: string | null;
  title: string;
  /** Its share beside its siblings. */
  weight: number;
  startedOn: Day;
  /** Its own day, else that of what it is part of. */
  dueOn: Day | null;
  ownDueOn: Day | null;
  state: SubtaskState;
  percent: number;
  lastNote: string | null;
  askedOn: Day | null;
  doneOn: Day | null;
  endReason: string | null;
  version: number;
}

/** A sub-task with those below it, and how far down it stands; the first level is 0. */
export interface SubtaskNode {
  subtask: SubtaskRow;
  depth: number;
  /** Its share of what it is part of, in per cent; null where it is withdrawn. */
  share: number | null;
}

/** What was passed down from a charge (or from one sub-task), each followed by what stands below it. */
export function walkDown(
  all: readonly SubtaskRow[],
  chargeId: number,
  parentId: number | null = null,
  depth = 0,
): SubtaskNode[] {
  const level = all.filter((s) => s.chargeId === chargeId && s.parentId === parentId);
  const whole = level.reduce((sum, s) => sum + (s.state === 'withdrawn' ? 0 : s.weight), 0);
  return level.flatMap((subtask) => [
    { subtask, depth, share: subtask.state === 'withdrawn' ? null : Math.round((100 * subtask.weight) / whole) },
    ...walkDown(all, chargeId, subtask.id, depth + 1),
  ]);
}

/** Those that hold the work above: the sub-task itself, then what it is part of, up to the first passed down. */
export function chainUp(all: readonly SubtaskRow[], from: number | null): SubtaskRow[] {
  const chain: SubtaskRow[] = [];
  for (
    let at = all.find((s) => s.id === from);
    at && !chain.includes(at);
    at = all.find((s) => s.id === at!.parentId)
  ) {
    chain.push(at);
  }
  return chain;
}

export const isOpenSubtask = (s: Pick<SubtaskRow, 'state'>): boolean => s.state !== 'done' && s.state !== 'withdrawn';
