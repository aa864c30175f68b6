import { rehearseTakeover, takeoverJob } from '../dossiers/index.ts';
import { addDays, type Day, dayOf, formatDay } from '../kernel/day.ts';
import type { Services } from '../platform/services.ts';
import { SHOWN_COMMUNE } from './accounts.ts';
import { communeUsername, type Seats } from './seats.ts';

const HEADS = 'Mã hồ sơ;Mã thủ tục;Tên người nộp;Ngày tiếp nhận;Ngày hẹn trả;Trạng thái;Ngày tạm dừng;Đơn vị xử lý';
/** Days before today and after; status; procedure; the day of the stop. Three rows are to be mended, one has ended. */
const LINES: readonly [received: number, due: number, status: string, procedure?: string, stopped?: number][] = [
  [-6, 4, '4'],
  [-6, 4, '4'],
  [-5, 3, '5', '1.001612', -4],
  [-5, 3, '5'],
  [-4, 2, 'Đang xử lý'],
  [-4, 2, '2'],
  [-3, 5, '4', '9.123456'],
  [-3, -8, '4'],
  [-2, 6, '10'],
  [-1, 7, '2'],
];

/** The shown commune rehearses the last dossiers of its old system: what would go in, and which rows are to be mended. */
export async function rehearseOldSystem(services: Services, seats: Seats): Promise<void> {
  const today = dayOf(services.clock());
  const by = await seats.byUsername(communeUsername('chutich', SHOWN_COMMUNE));
  const bytes = new TextEncoder().encode([HEADS, ...LINES.map((line, i) => row(line, i, today))].join('\r\n'));
  await rehearseTakeover(services, by, { system: 'mot-cua-cu', name: 'ho-so-dang-giai-quyet.csv', bytes });
  await takeoverJob(services).work(undefined);
}

function row(
  [received, due, status, procedure = '1.001612', stopped]: (typeof LINES)[number],
  i: number,
  today: Day,
): string {
  const day = (days: number) => formatDay(addDays(today, days));
  const code = `H40.17-${addDays(today, received).slice(2).replaceAll('-', '')}-${String(i + 1).padStart(4, '0')}`;
  const stop = stopped === undefined ? '' : `${day(stopped)} 10:00`;
  return [code, procedure, `Lô Văn Mẫu ${i + 1}`, `${day(received)} 09:15`, `${day(due)} 17:00`, status, stop, ''].join(
    ';',
  );
}
