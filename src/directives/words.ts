import type { HistoryRow } from './store/distribution.ts';

/** What an event of a directive says in its history. */
export const directiveEventWords: Record<string, string> = {
  'directive.taken_in': 'Nhận văn bản vào',
  'scan.asked': 'Gửi tệp để nhận dạng chữ',
  'scan.again': 'Cho nhận dạng lại',
  'scan.cancelled': 'Dừng nhận dạng',
  'directive.assistant_asked': 'Hỏi trợ lý đọc về các đoạn chưa chắc',
  'directive.facts_edited': 'Sửa thông tin văn bản',
  'directive.task_accepted': 'Nhận',
  'directive.task_rejected': 'Bỏ',
  'directive.task_restored': 'Xem lại',
  'directive.task_edited': 'Sửa',
  'directive.task_split': 'Tách',
  'directive.task_merged': 'Gộp',
  'directive.task_added': 'Thêm',
  'directive.same_as': 'Gộp hai bản cùng nội dung',
  'directive.discarded': 'Không ban hành',
  'directive.secret_refused': 'Từ chối văn bản mật',
  'directive.issued': 'Ban hành',
  'directive.sent_also': 'Gửi thêm cho cơ quan mới được giao',
  'directive.acknowledged': 'Xác nhận đã nhận',
  'directive.recalled': 'Thu hồi',
  'directive.replaced': 'Được thay thế',
  'directive.replaces': 'Thay thế văn bản trước',
};

/** What the office did before the directive was issued: not the recipients' business. */
export const isDeskWork = (kind: string): boolean =>
  kind.startsWith('directive.task_') ||
  ['directive.taken_in', 'directive.facts_edited', 'directive.same_as'].includes(kind);

/** One event in a line: "Sửa nhiệm vụ 3". */
export function eventLine({ kind, data }: Pick<HistoryRow, 'kind' | 'data'>): string {
  const words = directiveEventWords[kind] ?? kind;
  const numbers = data.ordinals;
  return kind.startsWith('directive.task_') && Array.isArray(numbers)
    ? `${words} nhiệm vụ ${numbers.join(', ')}`
    : words;
}
