import { nextWorkingDay, type WorkingCalendar } from '../../kernel/calendar/index.ts';
import { addDays, type Day, formatDay, plain, toDay, weekdayName } from '../../kernel/day.ts';

export type Every = 'week' | 'month' | 'quarter' | 'half' | 'year';

/** How a recurring duty comes back, as its directive words it. */
export interface PeriodRule {
  every: Every;
  /** Day of the month (of the week for weeks) on which it is due; null: the usual one. */
  day: number | null;
  /** The month of the year, for yearly duties that name it. */
  month: number | null;
  /** Due in the month after the period ("ngày 5 tháng sau"). */
  after: boolean;
}

/**
 * The usual day, where a directive names none: the 20th of the last month, six days after the data are cut on the 14th
 * (Nghị định 09/2019/NĐ-CP, Điều 12); Friday for weeks.
 */
const USUAL_DAY = 20;
const USUAL_WEEKDAY = 5;

const BY_RECURRENCE: Record<string, Every> = { weekly: 'week', monthly: 'month', quarterly: 'quarter', yearly: 'year' };
/** "regular" stands for all that is neither monthly, quarterly nor yearly; its words say which. */
const BY_WORDS: readonly [RegExp, Every][] = [
  [/(?:0?6|sáu)\s+tháng/iu, 'half'],
  [/(?:0?3|ba)\s+tháng/iu, 'quarter'],
  [/(?:hằng|hàng|mỗi|định kỳ(?: theo)?|(?:01|1|một))\s+tuần/iu, 'week'],
];
/** "ngày 15 tháng 11", "15/11". */
const DATED = /ngày\s+(\d{1,2})\s+tháng\s+(\d{1,2})(?!\d)|(\d{1,2})\s?[/.-]\s?(\d{1,2})(?!\d)/iu;
/** "ngày 20", "trước 25"; not the length of time in "chậm nhất 5 ngày". */
const SINGLE = /ngày\s+(\d{1,2})(?!\d)|(?:trước|chậm nhất)\s+(\d{1,2})(?!\d|\s+(?:ngày|tháng|tuần))/iu;
const WEEKDAYS: Record<string, number> = { hai: 1, ba: 2, tư: 3, năm: 4, sáu: 5 };

/** How a duty comes back; undefined where it is only "thường xuyên" or daily: nobody reports each day by form. */
export function periodRule(recurrence: string | null, words: string | null): PeriodRule | undefined {
  if (!recurrence) return undefined;
  const text = words ?? '';
  const every =
    BY_RECURRENCE[recurrence] ??
    (recurrence === 'regular' ? BY_WORDS.find(([form]) => form.test(text))?.[1] : undefined);
  if (!every) return undefined;
  if (every === 'week') {
    const weekday = /thứ\s+(hai|ba|tư|năm|sáu)/iu.exec(text)?.[1];
    return { every, day: weekday ? WEEKDAYS[weekday.toLowerCase()]! : null, month: null, after: false };
  }
  const dated = DATED.exec(text);
  const single = SINGLE.exec(text);
  const day = dated?.[1] ?? dated?.[3] ?? single?.[1] ?? single?.[2];
  return {
    every,
    day: inRange(day, 31),
    month: every === 'year' ? inRange(dated?.[2] ?? dated?.[4], 12) : null,
    after: /(?:tháng|quý|kỳ|năm)\s+(?:đầu\s+)?(?:của\s+)?(?:(?:tháng|quý|kỳ|năm)\s+)?(?:sau|tiếp theo|kế tiếp)/iu.test(
      text,
    ),
  };
}

function inRange(text: string | undefined, most: number): number | null {
  const n = Number(text);
  return n >= 1 && n <= most ? n : null;
}

export interface Period {
  /** `2026-W47`, `2026-11`, `2026-Q4`, `2026-H2`, `2026`. */
  key: string;
  /** "tháng 11/2026". */
  label: string;
  start: Day;
  /** As the rule says it, before rest days move it. */
  dueOn: Day;
}

const ROMAN = ['I', 'II', 'III', 'IV'];
const MONTHS: Record<Exclude<Every, 'week'>, number> = { month: 1, quarter: 3, half: 6, year: 12 };

/** The period in which a day lies. */
export function periodOf(rule: PeriodRule, day: Day): Period {
  const date = plain(day);
  if (rule.every === 'week') {
    const start = date.subtract({ days: date.dayOfWeek - 1 });
    const key = `${start.yearOfWeek}-W${String(start.weekOfYear).padStart(2, '0')}`;
    const label = `tuần ${start.weekOfYear}/${start.yearOfWeek}`;
    return { key, label, start: toDay(start), dueOn: toDay(start.add({ days: (rule.day ?? USUAL_WEEKDAY) - 1 })) };
  }
  const length = MONTHS[rule.every];
  const index = Math.floor((date.month - 1) / length);
  const start = date.with({ day: 1, month: index * length + 1 });
  const month = rule.month !== null ? start.with({ month: rule.month }) : start.add({ months: length - 1 });
  // A 31st that the month has not is its last day.
  const due = month.add({ months: rule.after ? 1 : 0 }).with({ day: rule.day ?? USUAL_DAY }, { overflow: 'constrain' });
  const { year } = start;
  const [key, label] = {
    month: [`${year}-${String(start.month).padStart(2, '0')}`, `tháng ${start.month}/${year}`],
    quarter: [`${year}-Q${index + 1}`, `quý ${ROMAN[index]}/${year}`],
    half: [`${year}-H${index + 1}`, `6 tháng ${index === 0 ? 'đầu' : 'cuối'} năm ${year}`],
    year: [String(year), `năm ${year}`],
  }[rule.every] as [string, string];
  return { key, label, start: toDay(start), dueOn: toDay(due) };
}

/** The periods that have begun by `today` and are due on or after `from`, the oldest first. */
export function periodsUntil(rule: PeriodRule, from: Day, today: Day): Period[] {
  const periods: Period[] = [];
  // A period's due day may lie after it: the one before `from` can still be due.
  for (let at = addDays(periodOf(rule, from).start, -1); ; ) {
    const period = periodOf(rule, at);
    if (period.start > today) return periods;
    if (period.dueOn >= from) periods.push(period);
    at = nextStart(rule, period);
  }
}

function nextStart(rule: PeriodRule, { start }: Period): Day {
  return toDay(plain(start).add(rule.every === 'week' ? { days: 7 } : { months: MONTHS[rule.every] }));
}

/** A due day that is a day of rest moves to the next working day (Civil Code 2015, art. 148.5); with the lines that say so. */
export function dueOfPeriod(calendar: WorkingCalendar, period: Period): { day: Day; lines: string[] } {
  const day = nextWorkingDay(calendar, period.dueOn);
  const told = (one: Day) => `${weekdayName(one).toLowerCase()} ${formatDay(one)}`;
  return {
    day,
    lines: [
      `báo cáo ${period.label}, theo kỳ ghi trong văn bản: ${told(period.dueOn)}`,
      ...(day > period.dueOn ? [`${told(period.dueOn)} là ngày nghỉ: lùi sang ngày làm việc tiếp theo`] : []),
      `hạn: ${told(day)}`,
    ],
  };
}
