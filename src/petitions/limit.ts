import { addWorkingDays, type WorkingCalendar } from '../kernel/calendar/index.ts';
import { type Day, formatDay } from '../kernel/day.ts';
import { invalid } from '../kernel/errors.ts';
import type { Limit } from './model.ts';

const MOST_DAYS = 260;

/**
 * The limit of an answer: counted in working days from `today`, with the lines that explain it, or a day that the office
 * names itself.
 * @throws Fault invalid (fields so-ngay, han)
 */
export function limitFrom(calendar: WorkingCalendar, today: Day, wanted: { days: number } | { dueOn: Day }): Limit {
  if ('dueOn' in wanted) {
    if (wanted.dueOn < today) {
      throw invalid('petition.due.past', `Hạn không thể trước hôm nay (${formatDay(today)}).`, 'han');
    }
    return { days: null, dueOn: wanted.dueOn, lines: [`văn phòng ấn định hạn ${formatDay(wanted.dueOn)}`] };
  }
  const { days } = wanted;
  if (!Number.isFinite(days) || days * 2 !== Math.trunc(days * 2) || days <= 0 || days > MOST_DAYS) {
    throw invalid('petition.days', `Số ngày làm việc từ 0,5 đến ${MOST_DAYS}, lẻ đến nửa ngày.`, 'so-ngay');
  }
  const { day, lines } = addWorkingDays(calendar, today, days);
  return { days, dueOn: day, lines };
}
