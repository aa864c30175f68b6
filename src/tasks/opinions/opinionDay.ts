import type { WorkingCalendar } from '../../kernel/calendar/index.ts';
import type { Day } from '../../kernel/day.ts';
import { workingDaysBefore } from '../calendar.ts';
import type { ChargeRole, TaskState } from '../model.ts';

/** Working days that a lead has left to use what coordinators said, where it names no day of its own. */
export const OPINION_LEAD_DAYS = 3;

/** By when a coordinator owes its opinion, where the lead has not said: some days before the due date, never before the start. */
export function opinionDay(calendar: WorkingCalendar, dueOn: Day | null, startedOn: Day): Day | null {
  if (dueOn === null) return null;
  const day = workingDaysBefore(calendar, dueOn, OPINION_LEAD_DAYS);
  return day < startedOn ? startedOn : day;
}

/** A coordinator owes an opinion until it has given one or has closed its part. */
export const owesOpinion = (c: { role: ChargeRole; state: TaskState; opinionOn: Day | null }): boolean =>
  c.role === 'coordinate' && c.opinionOn === null && c.state !== 'done' && c.state !== 'withdrawn';
