import { addWorkingDays, type WorkingCalendar } from '../../kernel/calendar/index.ts';
import { addDays, type Day, formatDay, weekdayName } from '../../kernel/day.ts';

/** A day off on which something that was promised falls due. */
export interface DayOff {
  day: Day;
  /** `thứ Bảy`, `nghỉ Quốc khánh`. */
  why: string;
}

/** The days on which nobody works, from `from` on. */
export function daysOff(calendar: WorkingCalendar, from: Day, count: number): DayOff[] {
  const found: DayOff[] = [];
  for (let i = 0, day = from; i < count; i++, day = addDays(day, 1)) {
    const status = calendar.status(day);
    if (status.share > 0) continue;
    const off = { holiday: `nghỉ ${status.label}`, compensation: `nghỉ bù ${status.label}` } as Record<string, string>;
    found.push({
      day,
      why: off[status.reason] ?? (status.reason === 'swappedOff' ? 'nghỉ hoán đổi' : weekdayName(day)),
    });
  }
  return found;
}

/** A petition whose answerer was given working days, counted from `since`. */
export interface Limited {
  id: number;
  topic: string;
  dueOn: Day;
  limitDays: number;
  since: Day;
}

/** What the calendar of now would give, where it is another day than was promised. */
export const dueNow = (calendar: WorkingCalendar, p: Pick<Limited, 'since' | 'limitDays' | 'dueOn'>): Day | null => {
  const { day } = addWorkingDays(calendar, p.since, p.limitDays);
  return day === p.dueOn ? null : day;
};

export const dayWords = (day: Day): string => `${weekdayName(day).toLowerCase()} ${formatDay(day)}`;
