import { type Day, formatDay, plain } from '../day.ts';
import { invalid } from '../errors.ts';
import { proposedYear } from './proposal.ts';
import type {
  CalendarYear,
  DayOverride,
  DayStatus,
  Holiday,
  MinuteSpan,
  OfficeHours,
  Session,
  Weekday,
  WorkingCalendar,
} from './types.ts';
import { ANNOUNCED_YEARS, STANDARD_HOURS } from './years.ts';

/** A day with this many minutes of working time or fewer counts as a half day. */
const HALF_DAY_MINUTES = 300;

const TIME = /^([01]\d|2[0-3]):([0-5]\d)$/;

/** `07:30` as minutes after midnight. */
export function minutesOf(time: string): number {
  const match = TIME.exec(time);
  if (!match) throw invalid('calendar.time', `Giờ “${time}” không đúng: hãy viết như 07:30.`);
  return Number(match[1]) * 60 + Number(match[2]);
}

/** The working time of a day's sessions, duty left out; refuses sessions that end before they begin or overlap. */
function spansOf(sessions: readonly Session[]): MinuteSpan[] {
  const spans = sessions.map((s) => ({ from: minutesOf(s.from), to: minutesOf(s.to), duty: s.duty === true }));
  spans.forEach((span, i) => {
    if (span.from >= span.to || (i > 0 && spans[i - 1]!.to > span.from)) {
      const text = sessions.map((s) => `${s.from}-${s.to}`).join(', ');
      throw invalid('calendar.sessions', `Giờ làm việc ${text} không đúng: mỗi buổi phải kết thúc sau khi bắt đầu.`);
    }
  });
  return spans.filter((s) => !s.duty).map(({ from, to }) => ({ from, to }));
}

function shareOf(spans: readonly MinuteSpan[]): 0 | 0.5 | 1 {
  const minutes = spans.reduce((sum, s) => sum + s.to - s.from, 0);
  if (minutes === 0) return 0;
  return minutes <= HALF_DAY_MINUTES ? 0.5 : 1;
}

function inSeason(day: Day, { from, to }: { from: string; to: string }): boolean {
  const monthDay = day.slice(5);
  return from <= to ? from <= monthDay && monthDay <= to : from <= monthDay || monthDay <= to;
}

/** The sessions an organ's week gives a day, looking only at hours and seasons; `weekday` stands in for the day's own. */
function weekSessions(hours: readonly OfficeHours[], day: Day, weekday: Weekday): readonly Session[] {
  const rule = hours.find(
    (h) =>
      (!h.validFrom || h.validFrom <= day) &&
      (!h.validTo || day <= h.validTo) &&
      (!h.season || inSeason(day, h.season)),
  );
  return rule?.week[weekday] ?? [];
}

const weekdayOf = (day: Day): Weekday => plain(day).dayOfWeek as Weekday;

/** Holidays and swaps of all years by day. Refuses a year told twice and a day told twice within it. */
function indexYears(years: readonly CalendarYear[]) {
  const byYear = new Map<number, CalendarYear>();
  const holidays = new Map<Day, Holiday>();
  const swapOff = new Map<Day, Day>();
  const swapWork = new Map<Day, Day>();
  const twice = (day: Day) =>
    invalid('calendar.year.day', `Ngày ${formatDay(day)} có hai lần trong lịch nghỉ: hãy bỏ bớt một.`);
  const add = (year: CalendarYear) => {
    if (byYear.has(year.year)) {
      throw invalid('calendar.year.twice', `Lịch nghỉ năm ${year.year} có hai lần: hãy giữ lại một.`);
    }
    byYear.set(year.year, year);
    for (const holiday of year.holidays) {
      if (holidays.has(holiday.day)) throw twice(holiday.day);
      holidays.set(holiday.day, holiday);
    }
    for (const { off, work } of year.swaps) {
      if (holidays.has(off) || swapOff.has(off)) throw twice(off);
      if (holidays.has(work) || swapWork.has(work) || work === off) throw twice(work);
      swapOff.set(off, work);
      swapWork.set(work, off);
    }
  };
  years.forEach(add);
  const yearOf = (day: Day): CalendarYear => {
    const number = Number(day.slice(0, 4));
    if (!byYear.has(number)) add(proposedYear(number));
    return byYear.get(number)!;
  };
  return { yearOf, holidays, swapOff, swapWork };
}

/**
 * The working calendar of an organ.
 *
 * `years` are the announced public holidays (default: all that ship with the product); a year not among them is
 * proposed from the law and marked provisional. `hours` are the organ's weeks and seasons, the first that applies
 * holds. `overrides` win over everything. Throws an `invalid` fault on times and days that contradict each other.
 */
export function workingCalendar({
  years = ANNOUNCED_YEARS,
  hours = [STANDARD_HOURS],
  overrides = [],
}: {
  years?: readonly CalendarYear[];
  hours?: readonly OfficeHours[];
  overrides?: readonly DayOverride[];
} = {}): WorkingCalendar {
  const { yearOf, holidays, swapOff, swapWork } = indexYears(years);
  const overrideOn = new Map(overrides.map((o) => [o.day, o]));
  for (const h of hours) for (const sessions of Object.values(h.week)) spansOf(sessions);
  for (const o of overrides) spansOf(o.sessions);
  const known = new Map<Day, DayStatus>();

  function compute(day: Day): DayStatus {
    const provisional = yearOf(day).provisional === true;
    const override = overrideOn.get(day);
    if (override) {
      const spans = spansOf(override.sessions);
      return { day, spans, share: shareOf(spans), reason: 'override', label: override.reason, provisional };
    }
    const holiday = holidays.get(day);
    if (holiday) {
      const reason = holiday.insteadOf ? 'compensation' : 'holiday';
      const base = { day, spans: [], share: 0, reason, label: holiday.name, provisional } as const;
      return holiday.insteadOf ? { ...base, other: holiday.insteadOf } : base;
    }
    const worked = swapOff.get(day);
    if (worked) return { day, spans: [], share: 0, reason: 'swappedOff', other: worked, provisional };
    const rested = swapWork.get(day);
    const spans = spansOf(weekSessions(hours, day, weekdayOf(rested ?? day)));
    const share = shareOf(spans);
    if (rested) return { day, spans, share, reason: 'swappedWork', other: rested, provisional };
    return { day, spans, share, reason: 'week', provisional };
  }

  return {
    status(day) {
      let status = known.get(day);
      if (!status) {
        status = compute(day);
        known.set(day, status);
      }
      return status;
    },
  };
}
