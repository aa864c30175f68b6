import { Temporal } from 'temporal-polyfill';
import { type Day, toDay } from '../day.ts';

/*
 * The Vietnamese lunisolar calendar as far as public holidays need it: months begin on the day (UTC+7) of the new
 * moon, the eleventh month holds the winter solstice, and a year of thirteen months repeats the first month in which
 * the sun enters no new twelfth of the ecliptic. New moons and the sun's place follow J. Meeus, "Astronomical
 * Algorithms", chapters 49 and 25. The result is a proposal: the State's yearly notice decides.
 */

const RAD = Math.PI / 180;
const sin = (degrees: number) => Math.sin(degrees * RAD);
/** Julian day of 1970-01-01 00:00. */
const EPOCH = 2440587.5;
const VIETNAM = 7 / 24;
const MEAN_MONTH = 29.530588861;

/** Terrestrial time minus universal time in days, for 1950 to 2150 (Espenak and Meeus). */
function deltaT(julianDay: number): number {
  const year = 2000 + (julianDay - 2451545) / 365.25;
  const seconds =
    year < 2005 ? 63.8 + 0.35 * (year - 2000) : year < 2050 ? 65.5 + 0.33 * (year - 2010) : 79 + 0.9 * (year - 2050);
  return seconds / 86_400;
}

/** Days since 1970-01-01 of the Vietnamese day in which a moment of terrestrial time falls. */
const localDay = (jde: number): number => Math.floor(jde - deltaT(jde) + VIETNAM - EPOCH);

/** Moment (terrestrial Julian day) of the k-th new moon counted from January 2000. */
function newMoon(k: number): number {
  const t = k / 1236.85;
  const e = 1 - 0.002516 * t - 0.0000074 * t * t;
  const m = 2.5534 + 29.1053567 * k - 0.0000014 * t * t;
  const p = 201.5643 + 385.81693528 * k + 0.0107582 * t * t + 0.00001238 * t ** 3;
  const f = 160.7108 + 390.67050284 * k - 0.0016118 * t * t - 0.00000227 * t ** 3;
  const node = 124.7746 - 1.56375588 * k + 0.0020672 * t * t;
  return (
    2451550.09766 +
    MEAN_MONTH * k +
    0.00015437 * t * t -
    0.4072 * sin(p) +
    0.17241 * e * sin(m) +
    0.01608 * sin(2 * p) +
    0.01039 * sin(2 * f) +
    0.00739 * e * sin(p - m) -
    0.00514 * e * sin(p + m) +
    0.00208 * e * e * sin(2 * m) -
    0.00111 * sin(p - 2 * f) -
    0.00057 * sin(p + 2 * f) +
    0.00056 * e * sin(2 * p + m) -
    0.00042 * sin(3 * p) +
    0.00042 * e * sin(m + 2 * f) +
    0.00038 * e * sin(m - 2 * f) -
    0.00024 * e * sin(2 * p - m) -
    0.00017 * sin(node) +
    0.000325 * sin(299.77 + 0.107408 * k - 0.009173 * t * t) +
    0.000165 * sin(251.88 + 0.016321 * k) +
    0.000164 * sin(251.83 + 26.651886 * k) +
    0.000126 * sin(349.42 + 36.412478 * k) +
    0.00011 * sin(84.66 + 18.206239 * k)
  );
}

/** The sun's apparent longitude in degrees at a moment of terrestrial time. */
function sunLongitude(jde: number): number {
  const t = (jde - 2451545) / 36525;
  const m = 357.52911 + 35999.05029 * t - 0.0001537 * t * t;
  const centre = (1.914602 - 0.004817 * t) * sin(m) + (0.019993 - 0.000101 * t) * sin(2 * m) + 0.000289 * sin(3 * m);
  const longitude =
    280.46646 + 36000.76983 * t + 0.0003032 * t * t + centre - 0.00569 - 0.00478 * sin(125.04 - 1934.136 * t);
  return ((longitude % 360) + 360) % 360;
}

/** Which twelfth of the ecliptic the sun is in when a Vietnamese day (days since 1970) begins; the ninth starts at the winter solstice. */
function twelfthAt(day: number): number {
  const ut = day + EPOCH - VIETNAM;
  return Math.floor(sunLongitude(ut + deltaT(ut)) / 30);
}

/** Number of the new moon that opens the eleventh month, the one holding the winter solstice of `year`. */
function eleventhMonth(year: number): number {
  const endOfYear = Temporal.PlainDate.from({ year, month: 12, day: 31 });
  const days = endOfYear.since('1970-01-01', { largestUnit: 'days' }).days;
  let k = Math.floor((days + EPOCH - 2451550.1) / MEAN_MONTH) + 1;
  while (localDay(newMoon(k)) > days) k -= 1;
  // The month begun last may lie after the solstice: then the sun already stands in the ninth twelfth when it begins.
  return twelfthAt(localDay(newMoon(k))) >= 9 ? k - 1 : k;
}

/** First day of month 1 to 10 of a lunar year (the first of the two where the month is repeated). */
function monthStart(year: number, month: number): Temporal.PlainDate {
  const first = eleventhMonth(year - 1);
  const starts = Array.from({ length: 15 }, (_, i) => localDay(newMoon(first + i)));
  let index = month + 1;
  if (eleventhMonth(year) - first === 13) {
    const repeated = starts.findIndex((start, i) => i > 0 && twelfthAt(start) === twelfthAt(starts[i + 1]!));
    if (repeated <= index) index += 1;
  }
  return Temporal.PlainDate.from('1970-01-01').add({ days: starts[index]! });
}

/** Mồng 1 Tết of a year, 1970 to 2150. */
export const lunarNewYear = (year: number): Day => toDay(monthStart(year, 1));

/** Giỗ Tổ Hùng Vương, the tenth day of the third lunar month. */
export const hungKingsDay = (year: number): Day => toDay(monthStart(year, 3).add({ days: 9 }));
