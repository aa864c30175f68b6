import type { Tone } from '../ui/index.ts';

/** The national statuses of a dossier (TrangThaiHoSo of the National Public Service Portal). */
export const STATUS = {
  registered: 1,
  received: 2,
  refused: 3,
  working: 4,
  supplement: 5,
  payment: 6,
  withdrawn: 7,
  stopped: 8,
  resolved: 9,
  returned: 10,
} as const;
export type Status = (typeof STATUS)[keyof typeof STATUS];

/** Fees and financial duty; apart from the business of the dossier. */
export type Money = 'none' | 'due' | 'paid' | 'waived';
/** Where the result is on its way to the applicant. */
export type Delivery = 'waiting' | 'ready' | 'sent' | 'delivered';
export type DeliveryWay = 'counter' | 'post' | 'online';
/** Whether other systems know of the last status. */
export type Sync = 'local' | 'pending' | 'sent' | 'failed';
export type Channel = 'direct' | 'online' | 'post';

const STATUS_WORDS: Record<Status, string> = {
  1: 'Mới đăng ký',
  2: 'Được tiếp nhận',
  3: 'Không được tiếp nhận',
  4: 'Đang xử lý',
  5: 'Yêu cầu bổ sung giấy tờ',
  6: 'Yêu cầu thực hiện nghĩa vụ tài chính',
  7: 'Công dân yêu cầu rút hồ sơ',
  8: 'Dừng xử lý',
  9: 'Đã xử lý xong',
  10: 'Đã trả kết quả',
};
/** The national wording. */
export const statusWords = (status: Status): string => STATUS_WORDS[status];

const TONES: Record<Status, Tone> = {
  1: 'none',
  2: 'none',
  3: 'none',
  4: 'soon',
  5: 'wait',
  6: 'wait',
  7: 'none',
  8: 'none',
  9: 'good',
  10: 'good',
};
export const statusTone = (status: Status): Tone => TONES[status];

export const moneyWords: Record<Money, string> = {
  none: 'Không thu',
  due: 'Chưa nộp',
  paid: 'Đã nộp',
  waived: 'Được miễn',
};
export const deliveryWords: Record<Delivery, string> = {
  waiting: 'Chưa có kết quả',
  ready: 'Chờ trả kết quả',
  sent: 'Đã gửi bưu chính',
  delivered: 'Đã trả kết quả',
};
export const deliveryWayWords: Record<DeliveryWay, string> = {
  counter: 'Nhận tại quầy',
  post: 'Bưu chính công ích',
  online: 'Bản điện tử',
};
export const channelWords: Record<Channel, string> = {
  direct: 'Trực tiếp',
  online: 'Trực tuyến',
  post: 'Bưu chính công ích',
};
export const syncWords: Record<Sync, string> = {
  local: 'Chưa gửi hệ thống khác',
  pending: 'Chờ đồng bộ',
  sent: 'Đã đồng bộ',
  failed: 'Đồng bộ lỗi',
};
