import { addCalendarTime, addWorkingDays, type Due, type WorkingCalendar } from '../../kernel/calendar/index.ts';
import type { Day } from '../../kernel/day.ts';

const NUMBERS: Record<string, number> = {
  một: 1,
  hai: 2,
  ba: 3,
  bốn: 4,
  năm: 5,
  sáu: 6,
  bảy: 7,
  tám: 8,
  chín: 9,
  mười: 10,
};
const LIMIT = new RegExp(
  String.raw`(?<![\p{L}\d/])(\d{1,3}|${Object.keys(NUMBERS).join('|')})\s+(ngày làm việc|ngày|tuần|tháng|giờ)(?![\p{L}])`,
  'iu',
);

/** Whether the words name a length of time from which a due day follows. */
export const namesLength = (words: string | null): boolean => LIMIT.test(words ?? '');

/**
 * The due day of a limit that runs from an event ("trong 10 ngày làm việc kể từ khi có hướng dẫn"), with its explanation;
 * undefined where the words name no length of time.
 */
export function limitAfter(calendar: WorkingCalendar, happenedOn: Day, words: string | null): Due | undefined {
  const match = LIMIT.exec(words ?? '');
  if (!match) return undefined;
  const written = match[1]!.toLowerCase();
  const count = NUMBERS[written] ?? Number(written);
  switch (match[2]!.toLowerCase()) {
    case 'ngày làm việc':
      return addWorkingDays(calendar, happenedOn, count);
    case 'tuần':
      return addCalendarTime(calendar, happenedOn, { days: 7 * count });
    case 'tháng':
      return addCalendarTime(calendar, happenedOn, { months: count });
    case 'giờ':
      return addCalendarTime(calendar, happenedOn, { days: Math.ceil(count / 24) });
    default:
      return addCalendarTime(calendar, happenedOn, { days: count });
  }
}
