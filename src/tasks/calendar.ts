import { addWorkingDays, type WorkingCalendar, workingDaysBetween } from '../kernel/calendar/index.ts';
import { addDays, type Day, formatDay, weekdayName } from '../kernel/day.ts';

/** The last working day that leaves `days` working days up to and including `due`. */
export function workingDaysBefore(calendar: WorkingCalendar, due: Day, days: number): Day {
  let day = due;
  for (let left = days; left > 0; day = addDays(day, -1)) left -= calendar.status(day).share;
  while (calendar.status(day).share === 0) day = addDays(day, -1);
  return day;
}

/** Why a day that was given as a date lies as far off as it does: the working days from `from` on, one line for each thing. */
export function explainGivenDay(calendar: WorkingCalendar, from: Day, due: Day): string[] {
  if (due < from) return [`hạn ${formatDay(due)} ở trước ngày giao ${formatDay(from)}`];
  const lines = [...addWorkingDays(calendar, from, workingDaysBetween(calendar, from, due)).lines];
  if (calendar.status(due).share > 0 || due === from) return lines;
  const name = weekdayName(due).toLowerCase();
  return [...lines.slice(0, -1), `ngày hạn, ${name} ${formatDay(due)}, là ngày nghỉ: nên xong trước đó`];
}
