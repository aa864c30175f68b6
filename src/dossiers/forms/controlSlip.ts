import type { PrintDocument } from '../../platform/print/index.ts';
import { dueMoment } from '../dueWords.ts';
import type { Handover } from '../standing.ts';
import { type FormData, head, momentWords, paper, procedureOf } from './paper.ts';

/** How a stage stood to the time that was planned for it. */
export function stageResult({ endedAt, targetAt }: Pick<Handover, 'endedAt' | 'targetAt'>): string {
  if (endedAt === null) return 'đang xử lý';
  if (targetAt === null) return '';
  const MINUTE = 60_000;
  if (endedAt < targetAt - MINUTE) return 'trước hạn';
  return endedAt <= targetAt ? 'đúng hạn' : 'quá hạn';
}

/** Mẫu 06: every hand-over with who gave, who took, when, and how it stood to its time. */
export function controlSlip(data: FormData): PrintDocument {
  const { d, rules, people } = data;
  const { name } = rules.places;
  const person = (id: number | null) => (id === null ? '' : (people.get(id) ?? ''));
  const rows = d.handovers.slice(1).map((h, i) => {
    const from = d.handovers[i]!;
    return [
      [{ text: name(from.organId), bold: true }, { text: `\n${person(h.fromPersonId)}` }],
      momentWords(h.handedAt),
      [{ text: name(h.organId), bold: true }, { text: `\n${person(h.personId)}` }],
      h.takenAt === null ? '' : momentWords(h.takenAt),
      stageResult(from),
      h.note,
    ];
  });
  return {
    ...paper(data, 'Phiếu kiểm soát quá trình giải quyết hồ sơ', [
      head(data),
      { type: 'title', name: 'PHIẾU KIỂM SOÁT QUÁ TRÌNH GIẢI QUYẾT HỒ SƠ', note: '(Mẫu số 06)' },
      {
        type: 'facts',
        rows: [
          { label: 'Mã hồ sơ', value: d.code },
          { label: 'Thủ tục', value: procedureOf(data).name },
          { label: 'Cơ quan giải quyết', value: name(d.authorityId) },
          { label: 'Tiếp nhận', value: d.receivedAt === null ? '' : momentWords(d.receivedAt) },
          { label: 'Hẹn trả', value: d.dueAt === null ? '' : dueMoment(d.dueAt, d.dueExact) },
        ],
      },
      {
        type: 'table',
        columns: [
          { title: 'Giao', width: 2 },
          { title: 'Thời gian giao', width: 1.4 },
          { title: 'Nhận', width: 2 },
          { title: 'Thời gian nhận', width: 1.4 },
          { title: 'Kết quả bước giao', width: 1 },
          { title: 'Ghi chú, ký giao, ký nhận', width: 2 },
        ],
        rows: rows.length > 0 ? rows : [[name(d.receptionId), '', '', '', '', 'Chưa giao đi']],
      },
    ]),
    landscape: true,
  };
}
