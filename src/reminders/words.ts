import type { Tone } from '../ui/index.ts';

const PATHS: Record<string, string> = {
  task: '/nhiem-vu/',
  petition: '/kien-nghi/',
  directive: '/van-ban/',
  report: '/bao-cao/phieu/',
};
/** Where the thing of a notice is shown. */
export const pathOf = (about: { subjectType: string; subjectId: number }): string =>
  `${PATHS[about.subjectType]}${about.subjectId}`;

/** What a notice says in a word or two. */
const KINDS: Record<string, { label: string; tone: Tone }> = {
  before: { label: 'Sắp đến hạn', tone: 'soon' },
  due: { label: 'Đến hạn', tone: 'soon' },
  late: { label: 'Quá hạn', tone: 'late' },
  escalation: { label: 'Quá hạn kéo dài', tone: 'late' },
  acknowledge: { label: 'Chưa xác nhận đã nhận', tone: 'soon' },
  confirm: { label: 'Chờ xác nhận', tone: 'wait' },
  assigned: { label: 'Được giao', tone: 'none' },
  received: { label: 'Văn bản mới', tone: 'none' },
  raised: { label: 'Kiến nghị mới', tone: 'none' },
  prepared: { label: 'Trả lời chờ gửi', tone: 'wait' },
  returned: { label: 'Trả lại', tone: 'late' },
  confirmed: { label: 'Đã xác nhận', tone: 'good' },
  asked: { label: 'Đề nghị xác nhận', tone: 'wait' },
  answered: { label: 'Đã trả lời', tone: 'good' },
  refused: { label: 'Từ chối', tone: 'soon' },
  reopened: { label: 'Đề nghị trả lời lại', tone: 'soon' },
  rescheduled: { label: 'Đổi hạn', tone: 'soon' },
  withdrawn: { label: 'Thôi giao', tone: 'none' },
  extension: { label: 'Xin gia hạn', tone: 'wait' },
  'extension-refused': { label: 'Không đồng ý gia hạn', tone: 'soon' },
  reassigned: { label: 'Chuyển chủ trì', tone: 'soon' },
  started: { label: 'Đã đến lúc thực hiện', tone: 'soon' },
  opinion: { label: 'Ý kiến phối hợp', tone: 'none' },
  commented: { label: 'Trao đổi', tone: 'none' },
  mentioned: { label: 'Nhắc đến bạn', tone: 'none' },
};
export const kindWords = (kind: string): { label: string; tone: Tone } => KINDS[kind] ?? { label: kind, tone: 'none' };

/** What an event of this room says in the log. */
export const reminderEventWords: Record<string, string> = {
  'notice.settings_changed': 'Đổi cách nhận thông báo',
  'notice.calendar_renewed': 'Đổi đường dẫn lịch riêng',
  'reminder.rules_changed': 'Đổi quy tắc nhắc việc',
  'mail.again': 'Gửi lại thư nhắc việc',
};
