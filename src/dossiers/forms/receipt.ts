import type { PrintDocument } from '../../platform/print/index.ts';
import { formatNumber } from '../../ui/index.ts';
import { dueMoment } from '../dueWords.ts';
import { countWords, limitWords } from '../procedures/model.ts';
import { deliveryWayWords } from '../status.ts';
import { applicantFacts, type FormData, head, momentWords, paper, procedureOf } from './paper.ts';

/** Mẫu 01: the receipt with the promised day, and the QR by which the dossier is looked up. */
export function receipt(data: FormData): PrintDocument {
  const { d, rules, officer } = data;
  const version = procedureOf(data);
  const { name } = rules.places;
  const rows = d.papers.map((p, i) => {
    const component = version.components.find((c) => c.no === p.no);
    return [String(i + 1), component?.name ?? `Giấy tờ số ${p.no}`, countWords(p)];
  });
  const due = d.dueAt === null ? 'sẽ báo sau khi kiểm tra' : dueMoment(d.dueAt, d.dueExact);
  return paper(data, 'Giấy tiếp nhận hồ sơ và hẹn trả kết quả', [
    head(data),
    {
      type: 'title',
      name: 'GIẤY TIẾP NHẬN HỒ SƠ VÀ HẸN TRẢ KẾT QUẢ',
      about: `Mã hồ sơ: ${d.code}`,
      note: '(Mẫu số 01)',
    },
    { type: 'paragraph', text: `${name(d.receptionId)} đã tiếp nhận hồ sơ của:` },
    { type: 'facts', rows: applicantFacts(data) },
    {
      type: 'facts',
      rows: [
        { label: 'Nội dung yêu cầu giải quyết', value: `${version.name} (${version.code})` },
        ...(d.summary ? [{ label: 'Trích yếu', value: d.summary }] : []),
        { label: 'Số lượng hồ sơ', value: `${d.copies} bộ` },
      ],
    },
    { type: 'heading', text: 'Thành phần hồ sơ đã nhận' },
    {
      type: 'table',
      columns: [
        { title: 'TT', width: 0.4, align: 'center' },
        { title: 'Giấy tờ', width: 4 },
        { title: 'Số lượng', width: 2 },
      ],
      rows: rows.length > 0 ? rows : [['', 'Không có giấy tờ phải nộp', '']],
    },
    {
      type: 'facts',
      rows: [
        { label: 'Thời gian giải quyết', value: limitWords(d.limit) },
        { label: 'Thời gian nhận hồ sơ', value: d.receivedAt === null ? '' : momentWords(d.receivedAt) },
        { label: 'Thời gian trả kết quả', value: due },
        { label: 'Cơ quan giải quyết', value: name(d.authorityId) },
        {
          label: 'Nhận kết quả',
          value: d.deliveryWay === 'counter' ? `tại ${name(d.returnId)}` : deliveryWayWords[d.deliveryWay],
        },
        {
          label: 'Phí, lệ phí',
          value: d.fee > 0 ? `${formatNumber(d.fee)} đồng${d.money === 'paid' ? ', đã nộp' : ''}` : 'không thu',
        },
      ],
    },
    { type: 'qr', data: data.lookupUrl, caption: 'Quét để tra cứu hồ sơ', align: 'left' },
    {
      type: 'signatures',
      parties: [
        { title: 'NGƯỜI NỘP HỒ SƠ', note: '(Ký và ghi rõ họ tên)' },
        { title: 'NGƯỜI TIẾP NHẬN HỒ SƠ', note: '(Ký và ghi rõ họ tên)', name: officer },
      ],
    },
  ]);
}
