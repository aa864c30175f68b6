import { Temporal } from 'temporal-polyfill';

/** A day of the civil calendar as `YYYY-MM-DD`; what forms, the database and readings carry. */
export type Day = string & { readonly __day: true };

/** The country has one time zone (UTC+7, no summer time). */
export const TIME_ZONE = 'Asia/Ho_Chi_Minh';

/** A real day (2026-02-30 is none), or undefined. Reads `YYYY-MM-DD` and `d/m/YYYY`, `d-m-YYYY`, `d.m.YYYY`. */
export function parseDay(text: string | null | undefined): Day | undefined {
  if (!text) return undefined;
  const iso = /^\s*(\d{4})-(\d{1,2})-(\d{1,2})\s*$/.exec(text);
  const local = /^\s*(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})\s*$/.exec(text);
  const parts = iso ? [iso[1], iso[2], iso[3]] : local ? [local[3], local[2], local[1]] : undefined;
  if (!parts) return undefined;
  try {
    return Temporal.PlainDate.from(
      { year: Number(parts[0]), month: Number(parts[1]), day: Number(parts[2]) },
      { overflow: 'reject' },
    ).toString() as Day;
  } catch {
    return undefined;
  }
}

export const plain = (day: Day): Temporal.PlainDate => Temporal.PlainDate.from(day);
export const toDay = (date: Temporal.PlainDate): Day => date.toString() as Day;

/** Việt Nam keeps UTC+7 all year; what is reckoned for every request need not ask the time zone's history. */
const OFFSET_MS = 7 * 3_600_000;

/** The day in Việt Nam at an instant given in epoch milliseconds. */
export const dayOf = (epochMs: number): Day => new Date(epochMs + OFFSET_MS).toISOString().slice(0, 10) as Day;

/**
 * Days since 1970-01-01 of the proleptic Gregorian calendar (days from civil, after Howard Hinnant). Lists reckon with
 * thousands of days a second; going through Temporal objects would cost them more than the database does.
 */
function dayNumber(day: Day): number {
  const year = Number(day.slice(0, 4));
  const month = Number(day.slice(5, 7));
  const shifted = month <= 2 ? year - 1 : year;
  const era = Math.floor(shifted / 400);
  const yearOfEra = shifted - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + Number(day.slice(8, 10)) - 1;
  return (
    era * 146_097 + yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear - 719_468
  );
}

export const addDays = (day: Day, days: number): Day => toDay(plain(day).add({ days }));

/** Calendar days from `from` to `to`; negative if `to` is earlier. */
export const daysBetween = (from: Day, to: Day): number => dayNumber(to) - dayNumber(from);

const WEEKDAYS = ['', 'Thứ Hai', 'Thứ Ba', 'Thứ Tư', 'Thứ Năm', 'Thứ Sáu', 'Thứ Bảy', 'Chủ nhật'];
export const weekdayName = (day: Day): string => WEEKDAYS[plain(day).dayOfWeek]!;

/** `5/9/2026`, as an office writes it. */
export const formatDay = (day: Day): string =>
  `${Number(day.slice(8, 10))}/${Number(day.slice(5, 7))}/${day.slice(0, 4)}`;

/** `Thứ Hai, 23 tháng 11`, with the year where it is not `thisYear`. */
export function formatDayLong(day: Day, thisYear?: number): string {
  const d = plain(day);
  return `${weekdayName(day)}, ${d.day} tháng ${d.month}${d.year === thisYear ? '' : ` năm ${d.year}`}`;
}

/** `09:41 ngày 23/11/2026` in Việt Nam's time. */
export const formatInstant = (epochMs: number): string =>
  `${new Date(epochMs + OFFSET_MS).toISOString().slice(11, 16)} ngày ${formatDay(dayOf(epochMs))}`;
