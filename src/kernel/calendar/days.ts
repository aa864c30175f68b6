import { addDays, type Day, plain, toDay } from '../day.ts';
import { invalid } from '../errors.ts';
import { type CountedDay, decimal, explainDays, fullDay } from './explain.ts';
import { type Suspension, suspensionOn } from './suspension.ts';
import type { WorkingCalendar } from './types.ts';

/** A computed day with the lines that tell a person why it is that day. */
export interface Due {
  day: Day;
  lines: readonly string[];
}

/** A limit whose clock may have been stopped. */
export type ClockedDue =
  | ({ state: 'running' } & Due)
  /** The clock stands: there is no due day until it runs again. `left` counts working days. */
  | { state: 'suspended'; since: Day; left: number; lines: readonly string[] };

/** No limit is longer than these eleven years; a calendar on which they hold too little working time has none. */
export const FARTHEST_DAYS = 4000;

export const noWorkingTime = () =>
  invalid(
    'calendar.no_working_time',
    'Lịch làm việc không có ngày làm việc nào, hoặc thời hạn quá dài. Hãy xem lại giờ làm việc của cơ quan và thời hạn.',
  );

function checkAmount(days: number): void {
  if (!Number.isFinite(days) || days < 0 || days * 2 !== Math.trunc(days * 2)) {
    throw invalid('calendar.amount', 'Số ngày phải là số không âm, lẻ đến nửa ngày, ví dụ 5 hoặc 0,5.');
  }
}

/** `day` if the organ works on it, else its next working day. */
export function nextWorkingDay(calendar: WorkingCalendar, day: Day): Day {
  let at = day;
  for (let i = 0; i < FARTHEST_DAYS; i++, at = addDays(at, 1)) if (calendar.status(at).share > 0) return at;
  throw noWorkingTime();
}

/**
 * The day a limit of working days ends when the clock may have been stopped any number of times (overlapping stops
 * count once). The day of `start` is not counted (Civil Code 2015, art. 147). `days` may be halves.
 */
export function dueWithSuspensions(
  calendar: WorkingCalendar,
  start: Day,
  days: number,
  suspensions: readonly Suspension[],
): ClockedDue {
  checkAmount(days);
  const passed: CountedDay[] = [];
  const head = `tính ${decimal(days)} ngày làm việc, kể từ ngày sau ${fullDay(start)}`;
  const open = suspensions.filter((s) => s.to === null).sort((a, b) => (a.from < b.from ? -1 : 1))[0];
  let left = days;
  let day = start;
  // A limit of no days ends on the start itself, or on the next day the organ works.
  const pending = () => left > 0 || (days === 0 && calendar.status(day).share === 0);
  for (let i = 0; pending(); i++) {
    if (i > FARTHEST_DAYS) throw noWorkingTime();
    day = addDays(day, 1);
    if (open && day > open.from) {
      passed.push({ status: calendar.status(day), suspension: open });
      return { state: 'suspended', since: open.from, left, lines: [head, ...explainDays(passed)] };
    }
    const status = calendar.status(day);
    const suspension = suspensionOn(suspensions, day);
    passed.push({ status, suspension });
    if (!suspension) left -= status.share;
  }
  return { state: 'running', day, lines: [head, ...explainDays(passed), `hạn: ${fullDay(day)}`] };
}

/** The day on which `days` working days after `start` have passed, with its explanation. See `dueWithSuspensions`. */
export function addWorkingDays(calendar: WorkingCalendar, start: Day, days: number): Due {
  const due = dueWithSuspensions(calendar, start, days, []);
  if (due.state === 'suspended') throw new Error('a limit without suspensions is never suspended');
  return { day: due.day, lines: due.lines };
}

/** Working days after `from` up to and including `to`, in halves; negative where `to` is earlier. */
export function workingDaysBetween(
  calendar: WorkingCalendar,
  from: Day,
  to: Day,
  suspensions: readonly Suspension[] = [],
): number {
  if (to < from) return -workingDaysBetween(calendar, to, from, suspensions);
  let sum = 0;
  for (let day = from; day < to; ) {
    day = addDays(day, 1);
    if (!suspensionOn(suspensions, day)) sum += calendar.status(day).share;
  }
  return sum === 0 ? 0 : sum;
}

/** A limit in calendar days or months ends on the next working day where its last day is none (Civil Code 2015, art. 148.5). */
export function addCalendarTime(
  calendar: WorkingCalendar,
  start: Day,
  amount: { days: number } | { months: number },
): Due {
  const [count, word] = 'days' in amount ? [amount.days, 'ngày'] : [amount.months, 'tháng'];
  if (!Number.isInteger(count) || count < 0) {
    throw invalid('calendar.amount', `Số ${word} phải là số nguyên không âm.`);
  }
  const last = toDay(plain(start).add(amount));
  const due = nextWorkingDay(calendar, last);
  const passed: CountedDay[] = [];
  for (let day = last; day < due; day = addDays(day, 1)) passed.push({ status: calendar.status(day) });
  const head = `tính ${count} ${word} liên tục, kể từ ngày sau ${fullDay(start)}`;
  const moved = passed.length > 0 ? [`${fullDay(last)} là ngày nghỉ: lùi sang ngày làm việc tiếp theo`] : [];
  return { day: due, lines: [head, ...moved, ...explainDays(passed), `hạn: ${fullDay(due)}`] };
}
