import { formatDay } from '../../kernel/day.ts';
import type { Block, PrintDocument } from '../../platform/print/index.ts';
import { dueMoment } from '../dueWords.ts';
import { applicantFacts, dayWords, type FormData, head, paper, procedureOf } from './paper.ts';

const opening = (data: FormData): Block[] => [
  { type: 'facts', rows: applicantFacts(data) },
  {
    type: 'facts',
    rows: [
      { label: 'Mã hồ sơ', value: data.d.code },
      { label: 'Nội dung yêu cầu giải quyết', value: procedureOf(data).name },
      ...(data.d.receivedAt === null ? [] : [{ label: 'Tiếp nhận', value: dayWords(data.d.receivedAt) }]),
    ],
  },
];

const signed = ({ officer }: FormData, recipients: readonly string[]): Block => ({
  type: 'signature',
  recipients: [...recipients, 'Lưu: VT, hồ sơ'],
  title: 'NGƯỜI LẬP PHIẾU',
  name: officer,
});

const reasonOf = ({ reasons }: FormData, kind: string): string => reasons.get(kind)?.reason ?? '';

/** Mẫu 02: what is to be added or mended. Of the last request. */
export function supplementSlip(data: FormData): PrintDocument {
  const { d, rules } = data;
  const pause = d.pauses.findLast((p) => p.kind === 'supplement');
  const asked = pause ?? { reason: reasonOf(data, 'supplement_asked'), answerBy: null };
  return paper(data, 'Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ', [
    head(data),
    { type: 'title', name: 'PHIẾU YÊU CẦU BỔ SUNG, HOÀN THIỆN HỒ SƠ', note: '(Mẫu số 02)' },
    ...opening(data),
    { type: 'paragraph', text: 'Đề nghị ông, bà bổ sung, hoàn thiện hồ sơ gồm những nội dung sau:' },
    { type: 'list', marks: 'numbers', items: asked.reason.split('\n').filter((line) => line.trim() !== '') },
    ...(asked.answerBy
      ? [{ type: 'paragraph' as const, text: `Đề nghị nộp trước ngày ${formatDay(asked.answerBy)}.` }]
      : []),
    {
      type: 'paragraph',
      text: `Thời gian chờ bổ sung không tính vào thời hạn giải quyết; ngày trả kết quả được hẹn lại khi hồ sơ đã đủ. Nếu cần hướng dẫn, xin liên hệ ${rules.places.name(d.receptionId)}.`,
    },
    signed(data, ['Người nộp hồ sơ']),
  ]);
}

/** Mẫu 03: refusal, with its reason. */
export const refusalSlip = (data: FormData): PrintDocument =>
  paper(data, 'Phiếu từ chối tiếp nhận, giải quyết hồ sơ', [
    head(data),
    { type: 'title', name: 'PHIẾU TỪ CHỐI TIẾP NHẬN, GIẢI QUYẾT HỒ SƠ', note: '(Mẫu số 03)' },
    ...opening(data),
    {
      type: 'paragraph',
      text: `${data.rules.places.name(data.d.receptionId)} không tiếp nhận, giải quyết hồ sơ này. Lý do:`,
    },
    { type: 'paragraph', text: data.d.ending ?? reasonOf(data, 'refused') },
    { type: 'paragraph', text: 'Ông, bà có quyền kiến nghị, khiếu nại việc từ chối theo quy định của pháp luật.' },
    signed(data, ['Người nộp hồ sơ']),
  ]);

/** Mẫu 04: apology and the new date. */
export function apologyLetter(data: FormData): PrintDocument {
  const { d, rules } = data;
  const until = d.dueAt === null ? '' : dueMoment(d.dueAt, d.dueExact);
  const first = d.firstDueAt === null ? '' : dueMoment(d.firstDueAt, d.dueExact);
  return paper(data, 'Văn bản xin lỗi và đề nghị gia hạn thời gian giải quyết', [
    head(data, d.authorityId, data.today),
    { type: 'title', name: 'VĂN BẢN XIN LỖI VÀ HẸN LẠI NGÀY TRẢ KẾT QUẢ', note: '(Mẫu số 04)' },
    { type: 'addressees', organs: [data.applicant.name] },
    ...opening(data),
    {
      type: 'paragraph',
      text: `Theo giấy tiếp nhận, kết quả được hẹn trả ngày ${first}. Đến nay hồ sơ chưa giải quyết xong. ${rules.places.name(d.authorityId)} thành thật xin lỗi ông, bà. Lý do:`,
    },
    { type: 'paragraph', text: reasonOf(data, 'apologised') },
    { type: 'paragraph', text: `Ngày trả kết quả được hẹn lại: ${until}. Rất mong ông, bà thông cảm.` },
    signed(data, ['Như trên', rules.places.name(d.receptionId)]),
  ]);
}

/** Mẫu 05: the work stops, at the applicant's wish or for a ground. */
export const stopNotice = (data: FormData): PrintDocument =>
  paper(data, 'Thông báo dừng giải quyết hồ sơ', [
    head(data),
    { type: 'title', name: 'THÔNG BÁO', about: 'Về việc dừng giải quyết hồ sơ', note: '(Mẫu số 05)' },
    ...opening(data),
    {
      type: 'paragraph',
      text: `${data.rules.places.name(data.d.authorityId)} dừng giải quyết hồ sơ nêu trên từ ${dayWords(data.d.closedAt ?? 0)}. Lý do:`,
    },
    { type: 'paragraph', text: data.d.ending ?? '' },
    {
      type: 'paragraph',
      text: 'Giấy tờ đã nộp được trả lại tại nơi tiếp nhận. Khi đủ điều kiện, ông, bà có thể nộp hồ sơ mới.',
    },
    signed(data, ['Người nộp hồ sơ']),
  ]);
