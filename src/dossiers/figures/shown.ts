import type { PeriodSums } from './kpi.ts';
import { lateIn, resolvedIn } from './kpi.ts';
import type { Flow } from './measures.ts';

/** A number on the page: its words, how it is summed, and which dossiers stand behind it. */
export interface Shown {
  label: string;
  value(s: PeriodSums): number;
  behind:
    | { flows: readonly Flow[] }
    /** Stocks at the end of the period, or of the day before it began. */
    | { stocks: 'in time' | 'late' | 'waiting' | 'all'; when: 'end' | 'before' }
    /** All that was late: resolved or ended late in the period, or late at its end. */
    | { late: true }
    /** Rated by their applicants in the period: all, or those of the two lowest steps. */
    | { rated: 'all' | 'unhappy' };
}

const flow = (label: string, ...flows: Flow[]): Shown => ({
  label,
  value: (s) => flows.reduce((sum, one) => sum + s.of(one), 0),
  behind: { flows },
});

/** The figures that open a list, by the key in its address. */
export const SHOWN: Readonly<Record<string, Shown>> = {
  'ky-truoc': {
    label: 'Kỳ trước chuyển sang',
    value: (s) => s.carried,
    behind: { stocks: 'all', when: 'before' },
  },
  'nhan-moi': flow('Nhận mới trong kỳ', 'received'),
  'truc-tuyen': flow('Nhận trực tuyến', 'received_online'),
  'buu-chinh': flow('Nhận qua bưu chính', 'received_post'),
  'da-giai-quyet': {
    label: 'Đã giải quyết',
    value: resolvedIn,
    behind: { flows: ['resolved_early', 'resolved_on_time', 'resolved_late'] },
  },
  'truoc-han': flow('Giải quyết trước hạn', 'resolved_early'),
  'dung-han': flow('Giải quyết đúng hạn', 'resolved_on_time'),
  'qua-han': flow('Giải quyết quá hạn', 'resolved_late'),
  'dang-trong-han': {
    label: 'Đang giải quyết, trong hạn',
    value: (s) => s.openInTime,
    behind: { stocks: 'in time', when: 'end' },
  },
  'dang-qua-han': {
    label: 'Đang giải quyết, quá hạn',
    value: (s) => s.openLate + s.of('open_late'),
    behind: { stocks: 'late', when: 'end' },
  },
  'cho-bo-sung': {
    label: 'Tạm dừng: chờ bổ sung, chờ nộp tiền',
    value: (s) => s.of('waiting') + s.of('waiting_late'),
    behind: { stocks: 'waiting', when: 'end' },
  },
  'xin-rut': flow('Xin rút', 'withdrawn'),
  'dung-xu-ly': flow('Dừng xử lý', 'stopped'),
  'tu-choi': flow('Từ chối sau tiếp nhận', 'refused'),
  'tre-han': { label: 'Tính là trễ hạn', value: lateIn, behind: { late: true } },
  'dong-bo': flow('Đã đồng bộ', 'synced'),
  'so-hoa': flow('Đã số hóa khi tiếp nhận', 'digitised'),
  'ket-qua-dien-tu': flow('Có kết quả điện tử', 'e_result'),
  'toan-trinh': flow('Trực tuyến toàn trình', 'online_full'),
  'danh-gia': { label: 'Được đánh giá khi tra cứu', value: (s) => s.of('rated'), behind: { rated: 'all' } },
  'khong-hai-long': {
    label: 'Đánh giá không hài lòng',
    value: (s) => s.of('rated_unhappy'),
    behind: { rated: 'unhappy' },
  },
  'da-tra': flow('Đã trả kết quả', 'returned'),
};
