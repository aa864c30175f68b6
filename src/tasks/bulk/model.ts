import type { Day } from '../../kernel/day.ts';

/** A step that the office takes on many tasks at once, and what it says to people. */
export const BULK_KINDS = {
  remind: {
    verb: 'nhac',
    title: 'Nhắc nhiều nhiệm vụ',
    button: 'Nhắc',
    done: 'đã nhắc',
    undo: 'Lời nhắc được ghi là đã rút lại; người đã đọc thì đã đọc rồi.',
  },
  reschedule: {
    verb: 'han',
    title: 'Đổi hạn nhiều nhiệm vụ',
    button: 'Đổi hạn',
    done: 'đã đổi hạn',
    undo: 'Hạn trở lại như trước, trừ nhiệm vụ đã được đổi hạn lần nữa.',
  },
  withdraw: {
    verb: 'thoi-giao',
    title: 'Thôi giao nhiều nhiệm vụ',
    button: 'Thôi giao',
    done: 'đã thôi giao',
    undo: 'Nhiệm vụ được giao lại như trước khi thôi giao.',
  },
  confirm: {
    verb: 'xac-nhan',
    title: 'Xác nhận nhiều nhiệm vụ',
    button: 'Xác nhận hoàn thành',
    done: 'đã xác nhận hoàn thành',
    undo: 'Nhiệm vụ trở lại chờ xác nhận.',
  },
} as const;
export type BulkKind = keyof typeof BULK_KINDS;

/** The kind that a button of the selection page names. */
export const kindOfVerb = (verb: string | undefined): BulkKind | undefined =>
  (Object.keys(BULK_KINDS) as BulkKind[]).find((kind) => BULK_KINDS[kind].verb === verb);

/** What the person typed for all of them. */
export interface BulkInput {
  reason: string;
  /** The new limit of `reschedule`; null takes the limit away. */
  dueOn: Day | null;
}

/** So many tasks at once: each is a transaction of its own. */
export const MOST_TASKS = 500;

/** Whether a step may still be taken back: by the same person, once, while a session of that length would last. */
export const mayUndo = (
  step: { createdAt: number; undoneAt: number | null },
  now: number,
  sessionHours: number,
): boolean => step.undoneAt === null && now - step.createdAt < sessionHours * 3_600_000;
