import { addWorkingDays, type Due, type WorkingCalendar } from '../kernel/calendar/index.ts';
import { addDays, type Day, plain, toDay } from '../kernel/day.ts';
import { isValidOn, type Validity } from '../kernel/validity.ts';

export type Periodicity = 'month' | 'quarter' | 'half' | 'year';

export const PERIODICITIES: Record<Periodicity, string> = {
  month: 'Hằng tháng',
  quarter: 'Hằng quý',
  half: '6 tháng',
  year: 'Hằng năm',
};
const MONTHS: Record<Periodicity, number> = { month: 1, quarter: 3, half: 6, year: 12 };

/** On which days the figures of a period begin and end, and since when that is the rule. */
interface CutOffRule extends Validity {
  /** Day of the month before the period's first month. */
  firstDay: number;
  /** Day of the period's last month. */
  lastDay: number;
  source: string;
}

/** Reports of the state: from the 15th of the month before to the 14th of the last month, whatever the period. */
export const CUT_OFFS: readonly CutOffRule[] = [
  {
    validFrom: '2019-03-12' as Day,
    validTo: null,
    firstDay: 15,
    lastDay: 14,
    source: 'Nghị định 09/2019/NĐ-CP, Điều 12',
  },
];

export interface Period {
  /** `2026-11`, `2026-Q4`, `2026-H1`, `2026`. */
  key: string;
  /** `Quý IV năm 2026`. */
  label: string;
  /** Figures of these days, both inclusive. */
  from: Day;
  to: Day;
  /** What the days rest on. */
  source: string;
}

const QUARTERS = ['I', 'II', 'III', 'IV'];

/** @param index from 0: of the period within its year */
function periodAt(periodicity: Periodicity, year: number, index: number): Period {
  const months = MONTHS[periodicity];
  const first = plain(`${year}-01-01` as Day).add({ months: index * months });
  const last = first.add({ months: months - 1 });
  const rule = CUT_OFFS.find((r) => isValidOn(r, toDay(last.with({ day: 1 })))) ?? CUT_OFFS[0]!;
  const names: Record<Periodicity, [string, string]> = {
    month: [`${year}-${String(index + 1).padStart(2, '0')}`, `Tháng ${index + 1} năm ${year}`],
    quarter: [`${year}-Q${index + 1}`, `Quý ${QUARTERS[index]} năm ${year}`],
    half: [`${year}-H${index + 1}`, `6 tháng ${index === 0 ? 'đầu' : 'cuối'} năm ${year}`],
    year: [String(year), `Năm ${year}`],
  };
  const [key, label] = names[periodicity];
  return {
    key,
    label,
    from: toDay(first.subtract({ months: 1 }).with({ day: rule.firstDay })),
    to: toDay(last.with({ day: rule.lastDay })),
    source: rule.source,
  };
}

/** The period whose figures include a day; every day lies in exactly one of each kind. */
export function periodOf(periodicity: Periodicity, day: Day): Period {
  const months = MONTHS[periodicity];
  const at = plain(day);
  const guess = Math.floor((at.month - 1) / months);
  for (const offset of [0, 1, -1]) {
    const index = guess + offset;
    const perYear = 12 / months;
    const year = at.year + Math.floor(index / perYear);
    const period = periodAt(periodicity, year, ((index % perYear) + perYear) % perYear);
    if (period.from <= day && day <= period.to) return period;
  }
  throw new Error(`no period holds ${day}`);
}

/** The period that a key names, or undefined. */
export function periodNamed(periodicity: Periodicity, key: string): Period | undefined {
  const parts = {
    month: /^(\d{4})-(\d{2})$/,
    quarter: /^(\d{4})-Q([1-4])$/,
    half: /^(\d{4})-H([12])$/,
    year: /^(\d{4})$/,
  };
  const match = parts[periodicity].exec(key);
  if (!match) return undefined;
  const year = Number(match[1]);
  const index = Number(match[2] ?? '1') - 1;
  if (year < 2019 || year > 2199 || index < 0 || index >= 12 / MONTHS[periodicity]) return undefined;
  return periodAt(periodicity, year, index);
}

export const periodBefore = (periodicity: Periodicity, period: Pick<Period, 'from'>): Period =>
  periodOf(periodicity, addDays(period.from, -1));
export const periodAfter = (periodicity: Periodicity, period: Pick<Period, 'to'>): Period =>
  periodOf(periodicity, addDays(period.to, 1));

/** The day until which a period's report is due: working days after the day on which its figures were cut off. */
export function dueOf(calendar: WorkingCalendar, period: Period, workingDays: number): Due {
  const due = addWorkingDays(calendar, period.to, workingDays);
  return { day: due.day, lines: [`chốt số liệu theo ${period.source}`, ...due.lines] };
}

/** How many days before the cut-off a period is opened by itself, so that communes see the form in time. */
export const OPENED_AHEAD = 7;
export const opensOn = (period: Pick<Period, 'to'>): Day => addDays(period.to, -OPENED_AHEAD);
