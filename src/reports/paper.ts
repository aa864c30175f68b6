import { type Day, formatDay } from '../kernel/day.ts';
import type { Block, PrintDocument } from '../platform/print/index.ts';
import type { ReportField } from './model.ts';
import type { RolledField } from './rollUp.ts';
import type { PeriodDetail } from './store.ts';
import { shownValue } from './values.ts';

export interface Letterhead {
  /** "UBND tỉnh Nghệ An". */
  superior: string | undefined;
  /** "Văn phòng UBND tỉnh". */
  issuer: string;
  party: boolean;
  place: string;
}

const shown = (field: ReportField, total: number | null): string =>
  total === null ? '' : shownValue(field.rule === 'weighted' ? Math.round(total * 100) / 100 : total);

/** The roll-up of a period as a report in the layout of the issuing body: signed, or with room for the signature. */
export function rollUpPaper(
  period: PeriodDetail,
  rolled: { fields: readonly RolledField[]; sheets: number },
  asked: number,
  before: { label: string; totals: ReadonlyMap<string, number | null> } | undefined,
  head: Letterhead,
): PrintDocument {
  const totals = new Map(rolled.fields.map((f) => [f.key, f.total]));
  const counted = period.fields.filter((f) => f.rule !== 'none');
  const blocks: Block[] = [
    headOf(head, period.signedOn),
    { type: 'title', name: 'BÁO CÁO', about: `${period.title}\n${period.label}` },
    {
      type: 'paragraph',
      text: `Số liệu từ ngày ${formatDay(period.from)} đến ngày ${formatDay(period.to)}, tổng hợp từ ${rolled.sheets} báo cáo đã ký gửi trong tổng số ${asked} cơ quan phải báo cáo.`,
    },
    {
      type: 'table',
      columns: [
        { title: 'TT', width: 0.5, align: 'center' },
        { title: 'Chỉ tiêu', width: 4 },
        { title: 'Đơn vị tính', width: 1.2, align: 'center' },
        ...(before ? [{ title: before.label, width: 1.3, align: 'right' as const }] : []),
        { title: period.label, width: 1.3, align: 'right' },
      ],
      rows: counted.map((f, i) => [
        String(i + 1),
        f.label,
        f.unit,
        ...(before ? [shown(f, before.totals.get(f.key) ?? null)] : []),
        shown(f, totals.get(f.key) ?? null),
      ]),
    },
    {
      type: 'signature',
      recipients: [...(head.superior ? [`${head.superior} (để báo cáo)`] : []), 'Lưu: VT'],
      title: (period.signedBy?.split(',')[0] ?? 'THỦ TRƯỞNG CƠ QUAN').toLocaleUpperCase('vi'),
    },
  ];
  return { title: `${period.title}, ${period.label}`, style: head.party ? 'party' : 'state', blocks };
}

export const headOf = (head: Letterhead, day: Day | null): Block => ({
  type: 'head',
  ...(head.superior ? { superior: head.superior } : {}),
  issuer: head.issuer,
  symbol: 'BC',
  place: head.place,
  ...(day ? { day } : {}),
});
