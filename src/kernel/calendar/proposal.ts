import { addDays, type Day, daysBetween, plain } from '../day.ts';
import { hungKingsDay, lunarNewYear } from './lunar.ts';
import type { CalendarYear, Holiday } from './types.ts';

/** The first year in which 24/11 is a paid holiday (Resolution 80-NQ/TW of 7/1/2026). */
const CULTURE_DAY_SINCE = 2026;

const isWeekend = (day: Day): boolean => plain(day).dayOfWeek >= 6;

/**
 * Days off that make up for holidays on a weekend: the next working days, in order (Labour Code 2019, art. 111.3).
 * Two holidays in one weekend give two days.
 */
export function compensations(holidays: readonly Holiday[]): Holiday[] {
  const off = new Set<Day>(holidays.map((h) => h.day));
  const result: Holiday[] = [];
  for (const holiday of [...holidays].sort((a, b) => (a.day < b.day ? -1 : 1))) {
    if (!isWeekend(holiday.day)) continue;
    let day = addDays(holiday.day, 1);
    while (isWeekend(day) || off.has(day)) day = addDays(day, 1);
    off.add(day);
    result.push({ day, name: holiday.name, insteadOf: holiday.day });
  }
  return result;
}

/** Length in days of the unbroken rest around the first of `days`, weekends and compensation included. */
function restAround(days: readonly Day[]): number {
  const holidays = days.map((day) => ({ day, name: '' }));
  const off = new Set<Day>([...days, ...compensations(holidays).map((h) => h.day)]);
  const rests = (day: Day) => isWeekend(day) || off.has(day);
  let from = days[0]!;
  let to = days[0]!;
  while (rests(addDays(from, -1))) from = addDays(from, -1);
  while (rests(addDays(to, 1))) to = addDays(to, 1);
  return daysBetween(from, to) + 1;
}

/** Where the law leaves the State a choice, propose the longer rest; between equals the first. */
const longest = (...choices: [Day[], ...Day[][]]): Day[] =>
  choices.reduce((best, choice) => (restAround(choice) > restAround(best) ? choice : best));

/**
 * The public holidays that the law gives for a year (Labour Code 2019, art. 112), the lunar days computed: a proposal
 * for the administrator to confirm or correct when the notice comes. It proposes no swaps: those are the State's choice.
 */
export function proposedYear(year: number): CalendarYear {
  const on = (monthDay: string) => `${year}-${monthDay}` as Day;
  const newYear = lunarNewYear(year);
  const around = (before: number) => Array.from({ length: 5 }, (_, i) => addDays(newYear, i - before));
  const statutory: Holiday[] = [
    { day: on('01-01'), name: 'Tết Dương lịch' },
    ...longest(around(1), around(2)).map((day) => ({ day, name: 'Tết Nguyên đán' })),
    { day: hungKingsDay(year), name: 'Giỗ Tổ Hùng Vương' },
    { day: on('04-30'), name: 'Ngày Chiến thắng' },
    { day: on('05-01'), name: 'Quốc tế Lao động' },
    ...longest([on('09-01'), on('09-02')], [on('09-02'), on('09-03')]).map((day) => ({ day, name: 'Quốc khánh' })),
  ];
  if (year >= CULTURE_DAY_SINCE) statutory.push({ day: on('11-24'), name: 'Ngày Văn hóa Việt Nam' });
  return {
    year,
    holidays: [...statutory, ...compensations(statutory)].sort((a, b) => (a.day < b.day ? -1 : 1)),
    swaps: [],
    source: 'Bộ luật Lao động 2019, Điều 111 và Điều 112; ngày âm lịch tính theo giờ Việt Nam',
    provisional: true,
  };
}
