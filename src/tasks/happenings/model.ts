import { fold } from '../../kernel/vietnamese.ts';

export interface WaitingTask {
  id: number;
  source: string;
  ordinal: number;
  topic: string | null;
  action: string;
  condition: string;
  deadlineText: string | null;
  leadIds: number[];
}

/** Tasks that wait for the same event: what they say differs at most in marks, capitals and signs. */
export interface AwaitedEvent {
  /** The folded wording by which they are the same. */
  key: string;
  /** As most of them word it. */
  wording: string;
  tasks: WaitingTask[];
}

export const keyOfCondition = (condition: string): string => fold(condition);

/** The events that tasks wait for, the one with the most tasks first. */
export function awaitedEvents(waiting: readonly WaitingTask[]): AwaitedEvent[] {
  const groups = Map.groupBy(waiting, (task) => keyOfCondition(task.condition));
  return [...groups]
    .map(([key, tasks]) => ({ key, wording: mostCommon(tasks.map((task) => task.condition)), tasks }))
    .sort((a, b) => b.tasks.length - a.tasks.length || (a.wording < b.wording ? -1 : 1));
}

function mostCommon(texts: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]![0];
}
