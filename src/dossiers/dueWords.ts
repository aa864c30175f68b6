import { type Day, dayOf, daysBetween, formatDay, formatInstant } from '../kernel/day.ts';
import type { Tone } from '../ui/index.ts';
import { lateAfter } from './deadline.ts';
import { STATUS, type Status } from './status.ts';

interface Clocked {
  status: Status;
  dueAt: number | null;
  dueExact: boolean;
  pausedAt: number | null;
  finishedAt: number | null;
}

/** The promised moment as the receipt says it. */
export const dueMoment = (dueAt: number, exact: boolean): string =>
  exact ? formatInstant(dueAt) : formatDay(dayOf(dueAt));

/** How a dossier stands to its date, in a word or two. */
export function dueStanding(d: Clocked, now: number): { text: string; tone: Tone } {
  if (d.status === STATUS.supplement) return { text: 'Chờ bổ sung', tone: 'wait' };
  if (d.status === STATUS.payment) return { text: 'Chờ nộp tiền', tone: 'wait' };
  if (d.dueAt === null) return { text: 'Chưa hẹn', tone: 'none' };
  const late = lateAfter(d.dueAt, d.dueExact);
  const end = d.finishedAt ?? now;
  if (d.finishedAt !== null) {
    return end > late ? { text: 'Xong quá hạn', tone: 'late' } : { text: 'Xong đúng hạn', tone: 'good' };
  }
  const today: Day = dayOf(now);
  const days = daysBetween(today, dayOf(d.dueAt));
  if (now > late) return { text: days < 0 ? `Quá ${-days} ngày` : 'Quá hạn', tone: 'late' };
  if (days === 0) return { text: d.dueExact ? `Trước ${formatInstant(d.dueAt).slice(0, 5)}` : 'Hôm nay', tone: 'soon' };
  return { text: `Còn ${days} ngày`, tone: days <= 1 ? 'soon' : 'none' };
}
