import { type Day, formatDay, weekdayName } from '../kernel/day.ts';
import { pathOf } from './words.ts';

/** One line of a digest. */
export interface DigestItem {
  kind: string;
  subjectType: string;
  subjectId: number;
  aboutOn: Day | null;
  title: string;
  source: string | null;
}

/** The groups in the order in which they matter; `short` stands in the subject of the mail. */
const GROUPS = [
  { kind: 'escalation', title: 'Quá hạn kéo dài, cần chỉ đạo', short: 'cần chỉ đạo' },
  { kind: 'late', title: 'Quá hạn', short: 'quá hạn' },
  { kind: 'due', title: 'Đến hạn hôm nay', short: 'đến hạn' },
  { kind: 'before', title: 'Sắp đến hạn', short: 'sắp đến hạn' },
  { kind: 'confirm', title: 'Chờ xác nhận hoàn thành', short: 'chờ xác nhận' },
  { kind: 'acknowledge', title: 'Văn bản chưa xác nhận đã nhận', short: 'chưa xác nhận đã nhận' },
] as const;

/** A digest is read in a minute: so many lines of a group, the rest is a number. */
const MOST = 8;
const LONGEST_TITLE = 140;

/** The mail that tells one person what is to be done today. `baseUrl` without a slash at the end. */
export function digestOf(items: readonly DigestItem[], day: Day, baseUrl: string): { subject: string; body: string } {
  const told = new Set<string>();
  const groups = GROUPS.map((group) => {
    const own = items.filter((i) => i.kind === group.kind && !told.has(keyOf(i)));
    // A thing that is late and has climbed to the same person is told once, where it matters most.
    for (const item of own) told.add(keyOf(item));
    return { ...group, items: own };
  }).filter((group) => group.items.length > 0);
  const subject = `Nhắc việc ${formatDay(day)}: ${groups.map((g) => `${g.items.length} ${g.short}`).join(', ')}`;
  const blocks = groups.map((g) =>
    [
      `${g.title.toLocaleUpperCase('vi')} (${g.items.length})`,
      ...g.items.slice(0, MOST).map((i) => lineOf(i, baseUrl)),
      ...(g.items.length > MOST ? [`… và ${g.items.length - MOST} việc khác: ${baseUrl}/thong-bao`] : []),
    ].join('\n'),
  );
  const weekday = weekdayName(day);
  return {
    subject,
    body: [
      `Việc cần để ý ${weekday.charAt(0).toLocaleLowerCase('vi')}${weekday.slice(1)}, ${formatDay(day)}:`,
      ...blocks,
      `Mọi thông báo: ${baseUrl}/thong-bao\nĐổi địa chỉ hoặc thôi nhận thư này: ${baseUrl}/thong-bao/cai-dat`,
    ].join('\n\n'),
  };
}

const keyOf = (item: DigestItem): string => `${pathOf(item)} ${item.title}`;

function lineOf(item: DigestItem, baseUrl: string): string {
  const title = item.title.length > LONGEST_TITLE ? `${item.title.slice(0, LONGEST_TITLE - 1)}…` : item.title;
  const since = { acknowledge: 'gửi', confirm: 'báo xong' }[item.kind] ?? 'hạn';
  const about = [item.source, item.aboutOn && `${since} ${formatDay(item.aboutOn)}`].filter(Boolean).join(', ');
  return `- ${title}${about ? ` (${about})` : ''}\n  ${baseUrl}${pathOf(item)}`;
}
