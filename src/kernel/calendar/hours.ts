import { Temporal } from 'temporal-polyfill';
import { addDays, type Day, formatDay, plain, toDay } from '../day.ts';
import { invalid } from '../errors.ts';
import { type Due, FARTHEST_DAYS, nextWorkingDay, noWorkingTime } from './days.ts';
import { type CountedDay, decimal, explainDays, fullDay } from './explain.ts';
import type { Pause } from './suspension.ts';
import type { MinuteSpan, WorkingCalendar } from './types.ts';
import { minutesOf } from './workingCalendar.ts';

/** A computed moment of Việt Nam's clock with the lines that tell why. */
export interface DueMoment {
  at: Temporal.PlainDateTime;
  lines: readonly string[];
}

export type ClockedMoment =
  | ({ state: 'running' } & DueMoment)
  /** The clock stands. `leftMinutes` of working time remain. */
  | { state: 'suspended'; since: Temporal.PlainDateTime; leftMinutes: number; lines: readonly string[] };

const dayOf = (at: Temporal.PlainDateTime): Day => toDay(at.toPlainDate());
const minuteOf = (at: Temporal.PlainDateTime): number => at.hour * 60 + at.minute;
const clock = (at: Temporal.PlainDateTime): string =>
  `${String(at.hour).padStart(2, '0')}:${String(at.minute).padStart(2, '0')} ngày ${formatDay(dayOf(at))}`;
const at = (day: Day, minute: number): Temporal.PlainDateTime =>
  plain(day).toPlainDateTime({ hour: Math.floor(minute / 60), minute: minute % 60 });

/** What is left of `spans` once the minutes `cut` are taken out. */
const without = (spans: readonly MinuteSpan[], cut: MinuteSpan): MinuteSpan[] =>
  spans
    .flatMap((s) => [
      { from: s.from, to: Math.min(s.to, cut.from) },
      { from: Math.max(s.from, cut.to), to: s.to },
    ])
    .filter((s) => s.from < s.to);

/** The working time of a day in which the clock runs; an open pause stops it for good. */
function runningSpans(calendar: WorkingCalendar, day: Day, pauses: readonly Pause[]): readonly MinuteSpan[] {
  let spans = calendar.status(day).spans;
  for (const pause of pauses) {
    const from = dayOf(pause.from) < day ? 0 : dayOf(pause.from) > day ? 1440 : minuteOf(pause.from);
    const to = pause.to === null || dayOf(pause.to) > day ? 1440 : dayOf(pause.to) < day ? 0 : minuteOf(pause.to);
    if (from < to) spans = without(spans, { from, to });
  }
  return spans;
}

/**
 * The moment a limit of working hours ends: working time of the organ from `start` on, less the pauses.
 * A limit that is used up at the end of a session ends there, not at the start of the next.
 */
export function hoursWithPauses(
  calendar: WorkingCalendar,
  start: Temporal.PlainDateTime,
  hours: number,
  pauses: readonly Pause[],
): ClockedMoment {
  if (!Number.isFinite(hours) || hours <= 0) {
    throw invalid('calendar.hours', 'Số giờ phải lớn hơn 0, ví dụ 4 hoặc 1,5.');
  }
  const open = pauses.filter((p) => p.to === null).sort((a, b) => Temporal.PlainDateTime.compare(a.from, b.from))[0];
  const passed: CountedDay[] = [];
  const head = `tính ${decimal(hours)} giờ làm việc, kể từ ${clock(start)}`;
  const stops = pauses.map(
    (p) => `tạm dừng từ ${clock(p.from)} ${p.to ? `đến ${clock(p.to)}` : '(chưa chạy lại)'}: ${p.reason}`,
  );
  let left = Math.round(hours * 60);
  let day = dayOf(start);
  for (let i = 0; i < FARTHEST_DAYS; i++, day = addDays(day, 1)) {
    const begin = i === 0 ? minuteOf(start) : 0;
    passed.push({ status: calendar.status(day) });
    for (const span of runningSpans(calendar, day, pauses)) {
      const minutes = span.to - Math.max(span.from, begin);
      if (minutes <= 0) continue;
      if (minutes >= left) {
        const end = at(day, Math.max(span.from, begin) + left);
        return {
          state: 'running',
          at: end,
          lines: [head, ...explainDays(passed, 'hours'), ...stops, `hạn: ${clock(end)}`],
        };
      }
      left -= minutes;
    }
    if (open && dayOf(open.from) <= day) {
      return {
        state: 'suspended',
        since: open.from,
        leftMinutes: left,
        lines: [head, ...explainDays(passed, 'hours'), ...stops],
      };
    }
  }
  throw noWorkingTime();
}

/** The moment at which `hours` working hours after `start` have passed, with its explanation. */
export function addWorkingHours(calendar: WorkingCalendar, start: Temporal.PlainDateTime, hours: number): DueMoment {
  const due = hoursWithPauses(calendar, start, hours, []);
  if (due.state === 'suspended') throw new Error('a limit without pauses is never suspended');
  return { at: due.at, lines: due.lines };
}

/** Minutes of working time from one moment to a later one, less the pauses; 0 where `to` is not later. */
export function workingMinutesBetween(
  calendar: WorkingCalendar,
  from: Temporal.PlainDateTime,
  to: Temporal.PlainDateTime,
  pauses: readonly Pause[] = [],
): number {
  let sum = 0;
  const last = dayOf(to);
  for (let day = dayOf(from); day <= last; day = addDays(day, 1)) {
    const begin = day === dayOf(from) ? minuteOf(from) : 0;
    const end = day === last ? minuteOf(to) : 1440;
    for (const span of runningSpans(calendar, day, pauses)) {
      sum += Math.max(0, Math.min(span.to, end) - Math.max(span.from, begin));
    }
  }
  return sum;
}

/**
 * The day on which a procedure done "within the day" is due: the day of reception, or the next working day where it
 * came after `cutoff` (15:00 unless the rule says otherwise) or when no working time was left.
 */
export function sameDayDue(calendar: WorkingCalendar, receivedAt: Temporal.PlainDateTime, cutoff = '15:00'): Due {
  const day = dayOf(receivedAt);
  const minute = minuteOf(receivedAt);
  const status = calendar.status(day);
  const late = minute > minutesOf(cutoff);
  const over = !status.spans.some((s) => minute < s.to);
  const head = `nhận lúc ${clock(receivedAt)}, giải quyết trong ngày`;
  if (!late && !over) return { day, lines: [head, `hạn: ${fullDay(day)}`] };
  const due = nextWorkingDay(calendar, addDays(day, 1));
  const passed: CountedDay[] = [];
  for (let d = status.share === 0 ? day : addDays(day, 1); d <= due; d = addDays(d, 1)) {
    passed.push({ status: calendar.status(d) });
  }
  const why =
    status.share === 0
      ? 'nhận vào ngày nghỉ: tính sang ngày làm việc tiếp theo'
      : late
        ? `nhận sau ${cutoff}: tính sang ngày làm việc tiếp theo`
        : 'nhận khi đã hết giờ làm việc: tính sang ngày làm việc tiếp theo';
  return { day: due, lines: [head, why, ...explainDays(passed, 'hours'), `hạn: ${fullDay(due)}`] };
}
