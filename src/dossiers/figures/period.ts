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
  return { key, label, from, to: asOf < last ? asOf : last, running: asOf < last };
}

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
export function stretches(from: Day, to: Day): Stretch[] {
  const yearStart = `${from.slice(0, 4)}-01-01` as Day;
  if (from === yearStart && to.endsWith('-12-31')) return [{ grain: 'y', from, to: from }];
  const endsMonth = addDays(to, 1).endsWith('-01');
  const daysFrom = endsMonth ? addDays(to, 1) : (`${to.slice(0, 7)}-01` as Day);
  const parts: Stretch[] = [];
  if (from < daysFrom) parts.push({ grain: 'm', from, to: addDays(daysFrom, -1) });
  if (daysFrom <= to) parts.push({ grain: 'd', from: daysFrom, to });
  return parts;
}

/** All that came until the end of a day: whole years, the months of its year, the days of its month. */
export function stretchesUntil(day: Day): Stretch[] {
  const year = `${day.slice(0, 4)}-01-01` as Day;
  return [{ grain: 'y', from: '0001-01-01' as Day, to: addDays(year, -1) }, ...stretches(year, day)];
}
