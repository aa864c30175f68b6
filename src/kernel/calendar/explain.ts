import { addDays, type Day, formatDay, plain, weekdayName } from '../day.ts';
import type { Suspension } from './suspension.ts';
import type { DayStatus } from './types.ts';

/** What happened to one day on the way to a due date. */
export interface CountedDay {
  status: DayStatus;
  /** The suspension under which the day did not count. */
  suspension?: Suspension | undefined;
}

/** `22/8`. */
const dayMonth = (day: Day): string => `${plain(day).day}/${plain(day).month}`;

/** `thứ Bảy 22/8`. */
const shortDay = (day: Day): string => {
  const name = weekdayName(day);
  return `${name[0]!.toLowerCase()}${name.slice(1)} ${dayMonth(day)}`;
};

/** `thứ Bảy 22/8/2026`. */
export const fullDay = (day: Day): string => shortDay(day).replace(dayMonth(day), formatDay(day));

/** A number as Vietnamese is written: `1,5`. */
export const decimal = (n: number): string => String(n).replace('.', ',');

const span = (from: Day, to: Day): string => (from === to ? dayMonth(from) : `${dayMonth(from)}-${dayMonth(to)}`);

/** Runs of days that follow one another and carry the same key. */
function runs(days: readonly CountedDay[], key: (d: CountedDay) => string | undefined) {
  const result: { from: Day; to: Day; first: CountedDay }[] = [];
  let last: { key: string; to: Day } | undefined;
  for (const counted of days) {
    const k = key(counted);
    const day = counted.status.day;
    if (k === undefined) continue;
    if (last?.key === k && addDays(last.to, 1) === day) result.at(-1)!.to = day;
    else result.push({ from: day, to: day, first: counted });
    last = { key: k, to: day };
  }
  return result;
}

/** The line for a day that differs from the organ's ordinary week, or for a run of equal ones. */
function specialLine({ status }: CountedDay, from: Day, to: Day): string {
  switch (status.reason) {
    case 'holiday':
      return `nghỉ ${span(from, to)} ${status.label}`;
    case 'compensation':
      return `nghỉ bù ${shortDay(from)} (${status.label} ${dayMonth(status.other!)} trùng ngày nghỉ hằng tuần)`;
    case 'swappedOff':
      return `${shortDay(from)} nghỉ hoán đổi (làm bù ${shortDay(status.other!)})`;
    case 'swappedWork':
      return `${shortDay(from)} làm bù (thay ${shortDay(status.other!)})`;
    default:
      if (status.share === 0) return `nghỉ ${span(from, to)}: ${status.label}`;
      return `làm việc ${status.share === 0.5 ? 'nửa ngày ' : ''}${span(from, to)}: ${status.label}`;
  }
}

function specialKey({ status }: CountedDay): string | undefined {
  if (status.reason === 'week') return undefined;
  // Each compensation and swap is told on its own: it names another day.
  if (status.reason === 'holiday' || status.reason === 'override') {
    return `${status.reason} ${status.label} ${status.share}`;
  }
  return `${status.reason} ${status.day}`;
}

/**
 * The lines for the days passed over or counted on the way, in the order of the calendar, then the plain totals.
 * `limit` is what was counted: half days are only told where days are.
 */
export function explainDays(days: readonly CountedDay[], limit: 'days' | 'hours' = 'days'): string[] {
  const special = runs(days, specialKey).map((r) => ({ from: r.from, text: specialLine(r.first, r.from, r.to) }));
  const stops = [...new Set(days.map((d) => d.suspension).filter((s) => s !== undefined))].map((s) => {
    const counted = days.filter((d) => d.suspension === s).reduce((sum, d) => sum + d.status.share, 0);
    const until =
      s.to === null ? `từ ${dayMonth(s.from)}, chưa chạy lại` : `từ ${dayMonth(s.from)} đến ${dayMonth(s.to)}`;
    return { from: s.from, text: `tạm dừng ${decimal(counted)} ngày làm việc ${until}: ${s.reason}` };
  });
  const lines = [...special, ...stops]
    .sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0))
    .map((l) => l.text);
  const rest = days.filter((d) => d.status.reason === 'week' && d.status.share === 0).length;
  const half = days.filter((d) => d.status.reason === 'week' && d.status.share === 0.5 && !d.suspension).length;
  if (rest > 0) lines.push(`không tính ${rest} ngày nghỉ hằng tuần`);
  if (limit === 'days' && half > 0) lines.push(`${half} ngày chỉ làm việc một buổi, mỗi ngày tính nửa ngày`);
  const provisional = [...new Set(days.filter((d) => d.status.provisional).map((d) => d.status.day.slice(0, 4)))];
  for (const year of provisional) lines.push(`lịch nghỉ năm ${year} là dự kiến theo luật, chờ thông báo chính thức`);
  return lines;
}
