import {
  type CalendarYear,
  type Holiday,
  type OfficeHours,
  type Session,
  type Swap,
  type Weekday,
  workingCalendar,
} from '../kernel/calendar/index.ts';
import { type Day, formatDay, parseDay } from '../kernel/day.ts';
import { Fault, type FieldFault, invalid } from '../kernel/errors.ts';
import { cleanLine } from '../kernel/vietnamese.ts';

/** A year as an administrator types it: a line a day. */
export interface YearLines {
  holidays: string;
  swaps: string;
}

const LONGEST_LINE = 200;
const MOST_LINES = 60;
const DAY = String.raw`\d{1,2}[/.-]\d{1,2}[/.-]\d{4}`;
const HOLIDAY_LINE = new RegExp(
  String.raw`^(${DAY})\s+(.+?)(?:\s*\(?nghỉ bù(?:\s+cho)?(?:\s+ngày)?\s+(${DAY})\)?)?$`,
  'iu',
);
const SWAP_LINE = new RegExp(String.raw`^(?:nghỉ\s+)?(${DAY})\D+?(${DAY})$`, 'iu');

/** A year as the form shows it; `yearFromLines` reads it back. */
export const linesOfYear = (year: Pick<CalendarYear, 'holidays' | 'swaps'>): YearLines => ({
  holidays: year.holidays
    .map((h) => `${formatDay(h.day)} ${h.name}${h.insteadOf ? ` (nghỉ bù ${formatDay(h.insteadOf)})` : ''}`)
    .join('\n'),
  swaps: year.swaps.map((s) => `${formatDay(s.off)} làm bù ${formatDay(s.work)}`).join('\n'),
});

const HOLIDAYS_FIELD = 'ngay-nghi';
const SWAPS_FIELD = 'hoan-doi';

/**
 * Reads the lines of a year: `1/1/2027 Tết Dương lịch`, `27/4/2026 Giỗ Tổ Hùng Vương (nghỉ bù 26/4/2026)`;
 * `2/1/2026 làm bù 10/1/2026`.
 * @throws Fault invalid, a fault for each wrong line at its field
 */
export function yearFromLines(year: number, typed: YearLines): Pick<CalendarYear, 'holidays' | 'swaps'> {
  const faults: FieldFault[] = [];
  const linesOf = (field: string, text: string) => {
    const lines = text.split('\n').map((line, i) => ({ line: cleanLine(line), at: i + 1, field }));
    if (lines.length > MOST_LINES) faults.push({ field, message: `Nhiều nhất ${MOST_LINES} dòng.` });
    return lines.slice(0, MOST_LINES).filter(({ line }) => line !== '');
  };
  const wrong = (at: { at: number; field: string }, message: string) => {
    faults.push({ field: at.field, message: `Dòng ${at.at}: ${message}` });
  };
  const dayIn = (at: { at: number; field: string }, text: string, inYear = true): Day | undefined => {
    const day = parseDay(text);
    if (!day) wrong(at, `không có ngày ${text}.`);
    else if (inYear && !day.startsWith(`${year}-`)) wrong(at, `ngày ${formatDay(day)} không thuộc năm ${year}.`);
    else return day;
    return undefined;
  };
  const holidays: Holiday[] = [];
  for (const at of linesOf(HOLIDAYS_FIELD, typed.holidays)) {
    const match = at.line.length <= LONGEST_LINE ? HOLIDAY_LINE.exec(at.line) : null;
    if (!match) {
      wrong(at, `hãy ghi ngày rồi tên ngày nghỉ, ví dụ “1/1/${year} Tết Dương lịch”.`);
      continue;
    }
    const day = dayIn(at, match[1]!);
    const insteadOf = match[3] ? dayIn(at, match[3], false) : undefined;
    if (day && (!match[3] || insteadOf)) holidays.push({ day, name: match[2]!, ...(insteadOf ? { insteadOf } : {}) });
  }
  const swaps: Swap[] = [];
  for (const at of linesOf(SWAPS_FIELD, typed.swaps)) {
    const match = SWAP_LINE.exec(at.line);
    if (!match) {
      wrong(at, `hãy ghi ngày nghỉ rồi ngày làm bù, ví dụ “2/1/${year} làm bù 10/1/${year}”.`);
      continue;
    }
    const off = dayIn(at, match[1]!);
    const work = dayIn(at, match[2]!, false);
    if (off && work) swaps.push({ off, work });
  }
  if (holidays.length === 0 && faults.length === 0) {
    faults.push({ field: HOLIDAYS_FIELD, message: 'Hãy ghi ít nhất một ngày nghỉ lễ.' });
  }
  if (faults.length > 0) throw new Fault('invalid', 'calendar.year.lines', faults[0]!.message, faults);
  holidays.sort((a, b) => (a.day < b.day ? -1 : 1));
  checkAgainstWeek(year, { holidays, swaps });
  return { holidays, swaps };
}

/** What cannot be: a day twice, a swap that gives off a day of rest, or works on a day that is worked anyway. */
function checkAgainstWeek(year: number, { holidays, swaps }: Pick<CalendarYear, 'holidays' | 'swaps'>): void {
  const made = (some: readonly Swap[]) =>
    atField(HOLIDAYS_FIELD, () => workingCalendar({ years: [{ year, holidays, swaps: some, source: '' }] }));
  const plainWeek = made([]);
  for (const { off, work } of swaps) {
    if (plainWeek.status(off).share === 0) {
      throw invalid(
        'calendar.swap.off',
        `Ngày ${formatDay(off)} vốn đã là ngày nghỉ: không cần hoán đổi.`,
        SWAPS_FIELD,
      );
    }
    if (plainWeek.status(work).share > 0) {
      throw invalid(
        'calendar.swap.work',
        `Ngày ${formatDay(work)} vốn là ngày làm việc: không làm bù được.`,
        SWAPS_FIELD,
      );
    }
  }
  made(swaps);
}

/** What the kernel refuses is said at the field it was typed in. */
function atField<T>(field: string, make: () => T): T {
  try {
    return make();
  } catch (error) {
    if (error instanceof Fault) throw invalid(error.code, error.message, field);
    throw error;
  }
}

/** A week as an administrator types it: one pair of sessions for Monday to Friday, one for Saturday. */
export interface WeekTyped {
  weekdays: string;
  saturday: string;
  /** Saturday is duty: somebody is there, and no deadline counts it. */
  saturdayIsDuty: boolean;
}

const SESSION = /^(\d{1,2})[:h](\d{2})?\s*[-–]\s*(\d{1,2})[:h](\d{2})?$/iu;
const WEEKDAYS: readonly Weekday[] = [1, 2, 3, 4, 5];

/** Reads `7:30-12:00, 13:30-17:00`. @throws Fault invalid at the field */
export function sessionsFrom(text: string, field: string): Session[] {
  const sessions = cleanLine(text)
    .split(/[,;]/)
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map((part) => {
      const match = SESSION.exec(part);
      if (!match) {
        throw invalid('calendar.session', `Giờ “${part}” không đúng: hãy ghi như 7:30-12:00, 13:30-17:00.`, field);
      }
      const time = (hour: string, minute = '00') => `${hour.padStart(2, '0')}:${minute}`;
      return { from: time(match[1]!, match[2]), to: time(match[3]!, match[4]) };
    });
  atField(field, () => workingCalendar({ hours: [{ week: { 1: sessions } }] }));
  return sessions;
}

/** @throws Fault invalid (thu-2-6, thu-7) */
export function weekFrom(typed: WeekTyped): OfficeHours['week'] {
  const weekdays = sessionsFrom(typed.weekdays, 'thu-2-6');
  if (weekdays.length === 0) {
    throw invalid('calendar.week.empty', 'Hãy ghi giờ làm việc từ thứ Hai đến thứ Sáu.', 'thu-2-6');
  }
  const saturday = sessionsFrom(typed.saturday, 'thu-7').map((s) => (typed.saturdayIsDuty ? { ...s, duty: true } : s));
  const week: Partial<Record<Weekday, readonly Session[]>> = {};
  for (const day of WEEKDAYS) week[day] = weekdays;
  if (saturday.length > 0) week[6] = saturday;
  return week;
}

/** `7:30-12:00, 13:30-17:00`, and whether it is duty. */
export const wordsOfSessions = (sessions: readonly Session[] | undefined): string =>
  !sessions || sessions.length === 0
    ? 'nghỉ'
    : sessions.map((s) => `${s.from}-${s.to}`).join(', ') +
      (sessions.some((s) => s.duty) ? ' (trực, không tính vào thời hạn)' : '');

/** Reads `16/4` as `04-16`. @throws Fault invalid at the field */
export function monthDayFrom(text: string, field: string): string {
  const match = /^\s*(\d{1,2})[/.-](\d{1,2})\s*$/.exec(text);
  // A leap year, so that 29/2 may begin a season.
  const day = match && parseDay(`${match[1]}/${match[2]}/2028`);
  if (!day) throw invalid('calendar.month_day', 'Hãy ghi ngày và tháng, ví dụ 16/4.', field);
  return day.slice(5);
}

export const wordsOfMonthDay = (monthDay: string): string =>
  `${Number(monthDay.slice(3))}/${Number(monthDay.slice(0, 2))}`;
