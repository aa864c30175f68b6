import { addDays, type Day, daysBetween } from '../kernel/day.ts';

export type TaskState = 'working' | 'condition' | 'awaiting' | 'returned' | 'done' | 'withdrawn';
export type ChargeRole = 'lead' | 'coordinate';

/**
 * The status in which a task is counted: {not done, done} x {in time, overdue, no limit} of the national task grammar
 * (Quyết định 42/2014/QĐ-TTg as amended), and beside it what waits: for an event, for confirmation, for another try.
 */
export const STATUSES = [
  { key: 'qua-han', label: 'Quá hạn', tone: 'late', open: true },
  { key: 'trong-han', label: 'Trong hạn', tone: 'good', open: true },
  { key: 'khong-han', label: 'Không hạn', tone: 'none', open: true },
  { key: 'co-dieu-kien', label: 'Khi có điều kiện', tone: 'wait', open: true },
  { key: 'cho-xac-nhan', label: 'Chờ xác nhận', tone: 'wait', open: true },
  { key: 'tra-lai', label: 'Trả lại', tone: 'soon', open: true },
  { key: 'xong-dung-han', label: 'Xong đúng hạn', tone: 'good', open: false },
  { key: 'xong-qua-han', label: 'Xong quá hạn', tone: 'soon', open: false },
  { key: 'xong-khong-han', label: 'Xong, không hạn', tone: 'good', open: false },
  { key: 'thoi-giao', label: 'Thôi giao', tone: 'none', open: false },
] as const;
export type StatusKey = (typeof STATUSES)[number]['key'];
export type Tone = (typeof STATUSES)[number]['tone'];

export const statusByKey = new Map(STATUSES.map((s) => [s.key as string, s]));

export interface Timing {
  state: TaskState;
  dueOn: Day | null;
  doneOn: Day | null;
}

/** The status on `today`. A task is overdue from the day after its due date; the day itself still counts. */
export function statusOf({ state, dueOn, doneOn }: Timing, today: Day): StatusKey {
  switch (state) {
    case 'withdrawn':
      return 'thoi-giao';
    case 'condition':
      return 'co-dieu-kien';
    case 'awaiting':
      return 'cho-xac-nhan';
    case 'returned':
      return 'tra-lai';
    case 'done':
      if (!dueOn) return 'xong-khong-han';
      return (doneOn ?? today) <= dueOn ? 'xong-dung-han' : 'xong-qua-han';
    case 'working':
      if (!dueOn) return 'khong-han';
      return today <= dueOn ? 'trong-han' : 'qua-han';
  }
}

/** What a list says of the limit, in few words, with its tone. */
export function dueWords({ state, dueOn, doneOn }: Timing, today: Day): { text: string; tone: Tone } {
  if (state === 'done') {
    if (!dueOn || !doneOn) return { text: 'đã xong', tone: 'good' };
    const late = daysBetween(dueOn, doneOn);
    return late > 0 ? { text: `xong, chậm ${late} ngày`, tone: 'soon' } : { text: 'xong đúng hạn', tone: 'good' };
  }
  if (state === 'withdrawn') return { text: 'thôi giao', tone: 'none' };
  if (state === 'condition') return { text: 'khi có điều kiện', tone: 'wait' };
  if (!dueOn) return { text: 'không hạn', tone: 'none' };
  const left = daysBetween(today, dueOn);
  if (left < 0) return { text: `quá ${-left} ngày`, tone: 'late' };
  if (left === 0) return { text: 'hạn hôm nay', tone: 'soon' };
  return { text: `còn ${left} ngày`, tone: left <= SOON_DAYS ? 'soon' : 'none' };
}

/**
 * What a task is called in a list: its topic ("Về đề xuất bố trí máy xúc" -> "Bố trí máy xúc") where the directive names one,
 * because there the action is often only "chủ trì tham mưu"; else the action.
 */
export function titleOf({ topic, action }: { topic: string | null; action: string }): string {
  const text = (topic ?? action).replace(/^về\s+((việc|đề xuất|đề nghị|kiến nghị)\s+)?/iu, '').trim() || action;
  return text.charAt(0).toLocaleUpperCase('vi') + text.slice(1);
}

/** From how many days before the limit a task is called soon due. */
export const SOON_DAYS = 3;
export const soonFrom = (today: Day): Day => addDays(today, SOON_DAYS);

/** The task's state from its lead charges: what the office must look at comes first. */
export function foldTask(leads: readonly { state: TaskState; doneOn: Day | null }[]): {
  state: TaskState;
  doneOn: Day | null;
} {
  const standing = leads.filter((c) => c.state !== 'withdrawn');
  if (standing.length === 0) return { state: 'withdrawn', doneOn: null };
  if (standing.every((c) => c.state === 'done')) {
    const days = standing.map((c) => c.doneOn!).sort();
    return { state: 'done', doneOn: days.at(-1)! };
  }
  for (const state of ['awaiting', 'returned', 'condition'] as const) {
    if (standing.some((c) => c.state === state)) return { state, doneOn: null };
  }
  return { state: 'working', doneOn: null };
}

/** The steps of one charge; a step that its state does not allow is refused with a sentence. */
export const STEPS = {
  progress: { from: ['working', 'returned'], refused: 'Nhiệm vụ này hiện không nhận thêm tiến độ.' },
  ask: { from: ['working', 'returned'], refused: 'Nhiệm vụ này đã đề nghị xác nhận hoặc đã xong.' },
  confirm: {
    from: ['awaiting'],
    refused: 'Nhiệm vụ này không ở trạng thái chờ xác nhận. Có thể người khác vừa xử lý.',
  },
  return: { from: ['awaiting'], refused: 'Nhiệm vụ này không ở trạng thái chờ xác nhận. Có thể người khác vừa xử lý.' },
  meet: { from: ['condition'], refused: 'Nhiệm vụ này không chờ điều kiện nào.' },
  withdraw: {
    from: ['working', 'condition', 'awaiting', 'returned'],
    refused: 'Nhiệm vụ đã xong hoặc đã thôi giao, không thôi giao được nữa.',
  },
  extend: { from: ['working', 'returned'], refused: 'Chỉ xin gia hạn được khi nhiệm vụ đang làm.' },
  aim: { from: ['working', 'returned', 'condition'], refused: 'Phần việc này đã báo xong, không đặt đích nữa.' },
  pass: { from: ['working', 'returned'], refused: 'Chỉ giao phần việc được khi nhiệm vụ đang làm.' },
  reassign: {
    from: ['working', 'condition', 'awaiting', 'returned'],
    refused: 'Phần việc này đã xong hoặc đã thôi giao, không chuyển chủ trì được nữa.',
  },
  reschedule: {
    from: ['working', 'condition', 'awaiting', 'returned'],
    refused: 'Nhiệm vụ đã xong hoặc đã thôi giao, không đổi hạn được nữa.',
  },
} as const satisfies Record<string, { from: readonly TaskState[]; refused: string }>;
export type Step = keyof typeof STEPS;

export const stepAllowed = (step: Step, state: TaskState): boolean =>
  (STEPS[step].from as readonly TaskState[]).includes(state);

export const RECURRENCES: Record<string, string> = {
  regular: 'định kỳ',
  daily: 'hằng ngày',
  weekly: 'hằng tuần',
  monthly: 'hằng tháng',
  quarterly: 'hằng quý',
  yearly: 'hằng năm',
  ongoing: 'thường xuyên',
};
