import { type Day, daysBetween } from '../day.ts';

/** How a due day stands on a day, counted in calendar days, with the words a person reads. */
export interface DueState {
  kind: 'overdue' | 'today' | 'left';
  /** Days over or left; 0 today. */
  days: number;
  text: string;
}

export function dueState(due: Day, today: Day): DueState {
  const days = daysBetween(today, due);
  if (days < 0) return { kind: 'overdue', days: -days, text: `quá ${-days} ngày` };
  if (days === 0) return { kind: 'today', days: 0, text: 'hôm nay' };
  return { kind: 'left', days, text: `còn ${days} ngày` };
}
