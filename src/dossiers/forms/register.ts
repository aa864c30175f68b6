import { type Day, dayOf, formatDay } from '../../kernel/day.ts';
import type { PrintDocument } from '../../platform/print/index.ts';
import { maskedName } from '../applicants/model.ts';
import { dueMoment } from '../dueWords.ts';
import { type Channel, channelWords, type DeliveryWay, deliveryWayWords, type Status, statusWords } from '../status.ts';

/** A line of the register. */
export interface RegisterRow {
  code: string;
  procedureName: string;
  applicantName: string;
  authorityName: string;
  channel: Channel;
  receivedAt: number;
  dueAt: number | null;
  dueExact: boolean;
  finishedAt: number | null;
  returnedAt: number | null;
  deliveryWay: DeliveryWay;
  status: Status;
}

/** Mẫu 07: the register of a centre from one day to another. Names are masked: it lies open on a desk. */
export function register(
  centre: { name: string; unitName: string },
  { from, to, today }: { from: Day; to: Day; today: Day },
  rows: readonly RegisterRow[],
): PrintDocument {
  const day = (at: number | null) => (at === null ? '' : formatDay(dayOf(at)));
  return {
    title: `Sổ theo dõi hồ sơ ${formatDay(from)} - ${formatDay(to)}`,
    style: 'state',
    landscape: true,
    blocks: [
      { type: 'head', superior: `UBND ${centre.unitName}`, issuer: centre.name, place: centre.unitName, day: today },
      {
        type: 'title',
        name: 'SỔ THEO DÕI HỒ SƠ',
        about: from === to ? `Ngày ${formatDay(from)}` : `Từ ngày ${formatDay(from)} đến ngày ${formatDay(to)}`,
        note: '(Mẫu số 07)',
      },
      {
        type: 'table',
        columns: [
          { title: 'TT', width: 0.5, align: 'center' },
          { title: 'Mã hồ sơ', width: 2 },
          { title: 'Thủ tục', width: 3 },
          { title: 'Người nộp', width: 1.6 },
          { title: 'Cơ quan giải quyết', width: 1.8 },
          { title: 'Hình thức', width: 1 },
          { title: 'Tiếp nhận', width: 1.1 },
          { title: 'Hẹn trả', width: 1.2 },
          { title: 'Có kết quả', width: 1.1 },
          { title: 'Trả kết quả', width: 1.5 },
          { title: 'Tình trạng', width: 1.4 },
        ],
        rows: rows.map((r, i) => [
          String(i + 1),
          r.code,
          r.procedureName,
          maskedName(r.applicantName),
          r.authorityName,
          channelWords[r.channel],
          day(r.receivedAt),
          r.dueAt === null ? '' : dueMoment(r.dueAt, r.dueExact),
          day(r.finishedAt),
          r.returnedAt === null ? '' : `${day(r.returnedAt)}, ${deliveryWayWords[r.deliveryWay].toLowerCase()}`,
          statusWords(r.status),
        ]),
      },
    ],
  };
}
