import { Temporal } from 'temporal-polyfill';
import {
  addCalendarTime,
  addWorkingDays,
  addWorkingHours,
  dueWithSuspensions,
  hoursWithPauses,
  type Pause as MinutePause,
  nextWorkingDay,
  type Suspension,
  sameDayDue,
  type WorkingCalendar,
  workingDaysBetween,
} from '../kernel/calendar/index.ts';
import { addDays, type Day, dayOf, daysBetween, formatDay, plain, TIME_ZONE, toDay } from '../kernel/day.ts';
import type { Limit } from './procedures/model.ts';

/** A time in which a dossier's clock stands; instants in epoch milliseconds, `to` null while it stands. */
export interface ClockStop {
  from: number;
  to: number | null;
  reason: string;
}

/** A promised day that is a base of its own: what was given between `at` and `to` holds, lengthened by later stops. */
export interface Rebase {
  at: number;
  to: Day;
  /** Promised by another system before the dossier came here, not with an apology of ours. */
  kept?: true;
}

/** What the clock starts from: the legal limit since reception, or the date promised anew with an apology (Mẫu 04). */
export interface ClockBase {
  receivedAt: number;
  limit: Limit;
  extension: Rebase | null;
}

/** A promised moment with the lines that tell why. `exact`: to the minute; else the whole day counts. */
export interface Promised {
  at: number;
  exact: boolean;
  lines: readonly string[];
}
export type Reckoned = ({ state: 'running' } & Promised) | { state: 'suspended'; lines: readonly string[] };

/** After this hour a procedure done within the day is due the next working day. */
export const SAME_DAY_CUTOFF = '15:00';
/** The close of a day on which the office keeps no hours; only a date given by hand can fall on one. */
const USUAL_CLOSE = 17 * 60;

export const local = (epochMs: number): Temporal.PlainDateTime =>
  Temporal.Instant.fromEpochMilliseconds(epochMs).toZonedDateTimeISO(TIME_ZONE).toPlainDateTime();
export const epochOf = (at: Temporal.PlainDateTime): number => at.toZonedDateTime(TIME_ZONE).epochMilliseconds;

const momentOf = (day: Day, minute: number): number =>
  epochOf(plain(day).toPlainDateTime({ hour: Math.floor(minute / 60), minute: minute % 60 }));
/** When the office closes on a day. */
export const closeOf = (calendar: WorkingCalendar, day: Day): number =>
  momentOf(day, calendar.status(day).spans.at(-1)?.to ?? USUAL_CLOSE);

const byDay = ({ from, to, reason }: ClockStop): Suspension => ({
  from: dayOf(from),
  to: to === null ? null : dayOf(to),
  reason,
});
const byMinute = ({ from, to, reason }: ClockStop): MinutePause => ({
  from: local(from),
  to: to === null ? null : local(to),
  reason,
});

/**
 * When a dossier is due. The clock starts at valid reception; it stands while the applicant is waited for, any number of
 * times (Decree 118/2025 and the forms of Circular 03/2025). A limit in days ends with the office's day, one in hours to
 * the minute. A date promised anew counts like the working days that it gave; later stops lengthen it too.
 */
export function reckonDue(calendar: WorkingCalendar, base: ClockBase, stops: readonly ClockStop[]): Reckoned {
  if (base.extension) return extended(calendar, base.extension, stops);
  const { receivedAt, limit } = base;
  switch (limit.unit) {
    case 'sameDay':
      return withinTheDay(calendar, receivedAt, stops);
    case 'hours': {
      const due = hoursWithPauses(calendar, local(receivedAt), limit.amount, stops.map(byMinute));
      return due.state === 'running' ? { state: 'running', at: epochOf(due.at), exact: true, lines: due.lines } : due;
    }
    case 'workingDays':
      return inWorkingDays(calendar, dayOf(receivedAt), limit.amount, stops);
    case 'days':
      return inCalendarTime(calendar, dayOf(receivedAt), { days: limit.amount }, stops);
    case 'months':
      return inCalendarTime(calendar, dayOf(receivedAt), { months: limit.amount }, stops);
  }
}

const runsToClose = (calendar: WorkingCalendar, day: Day, lines: readonly string[]): Reckoned => ({
  state: 'running',
  at: closeOf(calendar, day),
  exact: false,
  lines,
});

/** The applicant's answer starts the day anew: nobody can finish within a day of which nothing is left. */
function withinTheDay(calendar: WorkingCalendar, receivedAt: number, stops: readonly ClockStop[]): Reckoned {
  const open = stops.find((s) => s.to === null);
  const first = sameDayDue(calendar, local(receivedAt), SAME_DAY_CUTOFF);
  if (open) return { state: 'suspended', lines: [first.lines[0]!, `tạm dừng, chưa chạy lại: ${open.reason}`] };
  const last = Math.max(...stops.map((s) => s.to!), receivedAt);
  const again = stops.length > 0 ? sameDayDue(calendar, local(last), SAME_DAY_CUTOFF) : first;
  // A stop after the promised day was asked for too late to lengthen it.
  const late = stops.every((s) => dayOf(s.from) > first.day);
  if (stops.length === 0 || late || again.day <= first.day) return runsToClose(calendar, first.day, first.lines);
  const told = stops.map((s) => `tạm dừng đến ${formatDay(dayOf(s.to!))}: ${s.reason}`);
  return runsToClose(calendar, again.day, [first.lines[0]!, ...told, ...again.lines.slice(1)]);
}

function inWorkingDays(calendar: WorkingCalendar, start: Day, amount: number, stops: readonly ClockStop[]): Reckoned {
  const suspensions = stops.map(byDay);
  const due = dueWithSuspensions(calendar, start, amount, suspensions);
  if (due.state === 'suspended') return due;
  // A limit that uses up only half of its last day ends with that day's first session.
  const over = amount === 0 ? 0 : workingDaysBetween(calendar, start, due.day, suspensions) - amount;
  const noon = calendar.status(due.day).spans[0]?.to;
  if (over === 0.5 && noon !== undefined) {
    return {
      state: 'running',
      at: momentOf(due.day, noon),
      exact: true,
      lines: [...due.lines, 'chỉ hết nửa ngày cuối: hạn vào cuối buổi sáng'],
    };
  }
  return runsToClose(calendar, due.day, due.lines);
}

/** Days and months run on over days of rest; each stop that begins before the end lengthens it by its own days. */
function inCalendarTime(
  calendar: WorkingCalendar,
  start: Day,
  amount: { days: number } | { months: number },
  stops: readonly ClockStop[],
): Reckoned {
  const plainDue = addCalendarTime(calendar, start, amount);
  if (stops.length === 0) return runsToClose(calendar, plainDue.day, plainDue.lines);
  const head = plainDue.lines[0]!;
  const told: string[] = [];
  let last = toDay(plain(start).add(amount));
  let counted: Day = start;
  for (const stop of stops.map(byDay).sort((a, b) => (a.from < b.from ? -1 : 1))) {
    if (stop.from >= last) continue;
    if (stop.to === null) {
      return { state: 'suspended', lines: [head, ...told, `tạm dừng từ ${formatDay(stop.from)}: ${stop.reason}`] };
    }
    const from = stop.from > counted ? stop.from : counted;
    const days = Math.max(0, daysBetween(from, stop.to));
    if (stop.to > counted) counted = stop.to;
    last = addDays(last, days);
    told.push(`tạm dừng ${days} ngày từ ${formatDay(stop.from)} đến ${formatDay(stop.to)}: ${stop.reason}`);
  }
  const due = nextWorkingDay(calendar, last);
  const moved = due === last ? [] : [`${formatDay(last)} là ngày nghỉ: lùi sang ngày làm việc tiếp theo`];
  return runsToClose(calendar, due, [head, ...told, ...moved, `hạn: ${formatDay(due)}`]);
}

function extended(calendar: WorkingCalendar, extension: Rebase, stops: readonly ClockStop[]): Reckoned {
  const since = dayOf(extension.at);
  const head = extension.kept
    ? `hệ thống trước đã hẹn ${formatDay(extension.to)}: giữ lời hẹn đó`
    : `xin lỗi và hẹn lại đến ${formatDay(extension.to)} (văn bản ngày ${formatDay(since)})`;
  const later = stops.filter((s) => s.from >= extension.at);
  if (later.length === 0) return runsToClose(calendar, extension.to, [head]);
  const given = workingDaysBetween(calendar, since, extension.to);
  const due = dueWithSuspensions(calendar, since, given, later.map(byDay));
  if (due.state === 'suspended') return { state: 'suspended', lines: [head, ...due.lines.slice(1)] };
  // A promise on a day of rest is kept too: stops lengthen it, nothing shortens it.
  const lengthened = due.day > extension.to;
  return runsToClose(calendar, lengthened ? due.day : extension.to, [head, ...due.lines.slice(1)]);
}

/** When a stage should be done: its working hours from now on, but never after the dossier itself is due. */
export function reckonTarget(
  calendar: WorkingCalendar,
  now: number,
  hours: number,
  dueAt: number | null,
): number | null {
  if (hours <= 0) return dueAt;
  const at = epochOf(addWorkingHours(calendar, local(now), hours).at);
  return dueAt !== null && at > dueAt ? dueAt : at;
}

/** The earliest day that can be promised with an apology: the working day after both today and the old date. */
export const earliestExtension = (calendar: WorkingCalendar, now: number, dueAt: number): Day => {
  return addWorkingDays(calendar, dayOf(Math.max(now, dueAt)), 1).day;
};

const DAY_MS = 86_400_000;
const OFFSET_MS = 7 * 3_600_000;

/** The instant past which it is late: the minute itself, or the midnight after the day. */
export const lateAfter = (dueAt: number, exact: boolean): number =>
  exact ? dueAt : (Math.floor((dueAt + OFFSET_MS) / DAY_MS) + 1) * DAY_MS - OFFSET_MS;
