import { addDays, type Day, plain, toDay } from '../../kernel/day.ts';

/** A month, a quarter or a year of the calendar, as in an address: `2026-09`, `2026-q3`, `2026`. */
export interface Period {
  key: string;
  label: string;
  from: Day;
  /** The last day of the period, or the day as of which it is asked where that comes before. */
  to: Day;
  /** The period is not over on `to`. */
  running: boolean;
  /** The last day whose counts are read: `to`, or the period's own last day where nothing can have been counted after `to`. */
  countedTo: Day;
}

/** @returns undefined for what is no period, or begins after the day as of which it is asked */
export function periodOf(key: string, asOf: Day): Period | undefined {
  const match = /^(\d{4})(?:-(?:(0[1-9]|1[0-2])|q([1-4])))?$/.exec(key);
  if (!match) return undefined;
  const [, year, month, quarter] = match;
  const first = month ? Number(month) : quarter ? Number(quarter) * 3 - 2 : 1;
  const months = month ? 1 : quarter ? 3 : 12;
  const from = `${year}-${String(first).padStart(2, '0')}-01` as Day;
  const last = toDay(plain(from).add({ months }).subtract({ days: 1 }));
  if (from > asOf) return undefined;
  const label = month ? `Tháng ${first}/${year}` : quarter ? `Quý ${quarter}/${year}` : `Năm ${year}`;
  const to = asOf < last ? asOf : last;
  return { key, label, from, to, running: asOf < last, countedTo: to };
}

/** The same period where `to` is today: what has been counted until now is all there is, and whole months and years tell it. */
export const untilNow = (period: Period): Period => ({
  ...period,
  countedTo: periodOf(period.key, '9999-12-31' as Day)!.to,
});

export const monthKey = (day: Day): string => day.slice(0, 7);
export const quarterKey = (day: Day): string => `${day.slice(0, 4)}-q${Math.ceil(Number(day.slice(5, 7)) / 3)}`;
export const yearKey = (day: Day): string => day.slice(0, 4);

/** The period of the same length before this one. */
export function periodBefore(period: Period): Period {
  const before = addDays(period.from, -1);
  const key = period.key.includes('q')
    ? quarterKey(before)
    : period.key.length === 4
      ? yearKey(before)
      : monthKey(before);
  return periodOf(key, before)!;
}

export type Grain = 'd' | 'm' | 'y';
/** Days of one grain: those of `dossier_figure.day` from `from` to `to`, both included. */
export interface Stretch {
  grain: Grain;
  from: Day;
  to: Day;
}

/** The fewest rows that tell the days from `from`, where a month begins, to `to` in the same year: the whole year, months, days. */
export const stretches = (from: Day, to: Day): Stretch[] =>
  from.endsWith('-01-01') && to.endsWith('-12-31') ? [{ grain: 'y', from, to: from }] : monthsAndDays(from, to);

function monthsAndDays(from: Day, to: Day): Stretch[] {
  const endsMonth = addDays(to, 1).endsWith('-01');
  const daysFrom = endsMonth ? addDays(to, 1) : (`${to.slice(0, 7)}-01` as Day);
  const parts: Stretch[] = [];
  if (from < daysFrom) parts.push({ grain: 'm', from, to: addDays(daysFrom, -1) });
  if (daysFrom <= to) parts.push({ grain: 'd', from: daysFrom, to });
  return parts;
}

/** The last day of the month of a day. */
export const monthEnd = (day: Day): Day =>
  toDay(
    plain(`${day.slice(0, 7)}-01` as Day)
      .add({ months: 1 })
      .subtract({ days: 1 }),
  );

const yearOf = (day: Day): Day => `${day.slice(0, 4)}-01-01` as Day;
const yearsBefore = (day: Day): Stretch => ({ grain: 'y', from: '0001-01-01' as Day, to: addDays(yearOf(day), -1) });

/** All that came until the end of a day: whole years, the months of its year, the days of its month. */
export const stretchesUntil = (day: Day): Stretch[] => [yearsBefore(day), ...stretches(yearOf(day), day)];

/** All that came until the end of a period, in rows of which those before it can be told apart. */
export const stretchesThrough = ({ from, countedTo }: Period): Stretch[] =>
  from === yearOf(from) ? stretchesUntil(countedTo) : [yearsBefore(from), ...monthsAndDays(yearOf(from), countedTo)];
