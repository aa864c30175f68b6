import type { Day } from '../kernel/day.ts';
import type { Rebase } from './deadline.ts';
import type { Limit } from './procedures/model.ts';
import type { DossierResult } from './standing.ts';
import type { Channel, DeliveryWay, Money, Status, Sync } from './status.ts';

/** Due date as reckoned at a step; told by the event, so that what was promised stays what was promised. */
export interface DueTold {
  dueAt: number | null;
  dueExact: boolean;
  dueLines: readonly string[];
}
/** Where it goes: place in the procedure's steps, organ, and by when that stage should be done. */
export interface Destination {
  stepNo: number;
  title: string;
  toOrganId: number;
  targetAt: number | null;
}
/** How it came in. */
export interface Arrival {
  code: string;
  procedureVersionId: number;
  limit: Limit;
  channel: Channel;
  receptionId: number;
  authorityId: number;
  assistingId: number | null;
  returnId: number;
  deliveryWay: DeliveryWay;
  fee: number;
  money: Money;
  ownerSystem: string;
  submittedAt: number;
}

/**
 * What can happen to a dossier. Each is written as the event `dossier.<kind>` with the other properties as its data; the
 * standing is the fold of them (afterStep.ts). `at`: epoch milliseconds.
 */
export type DossierStep = { at: number } /** Handed in online or by post, not yet checked: status 1. */ & (
  | ({ kind: 'registered' } & Arrival)
  /** Valid reception: the clock starts. With `arrival` when it was not registered before. */
  | ({ kind: 'received'; arrival: Arrival | null; personId: number | null; fee: number; money: Money } & DueTold)
  | { kind: 'refused'; reason: string }
  | ({ kind: 'passed'; note: string; personId: number | null } & Destination)
  | ({ kind: 'sent_back'; reason: string; personId: number | null } & Destination)
  /** Another organ takes over (wrong address, merger): the deadline stays. */
  | ({ kind: 'rerouted'; reason: string; authorityId: number } & Destination)
  | { kind: 'taken'; personId: number }
  | { kind: 'assigned'; personId: number; reason: string }
  | { kind: 'consulted'; organId: number; byOrganId: number; question: string; answerBy: Day | null }
  | { kind: 'opined'; no: number; answer: string }
  | { kind: 'supplement_asked'; reason: string; answerBy: Day | null }
  | ({ kind: 'supplemented'; note: string } & DueTold)
  | { kind: 'payment_asked'; reason: string; fee: number; answerBy: Day | null }
  | ({ kind: 'paid'; note: string } & DueTold)
  /** Apology and new date (Mẫu 04). */
  | ({ kind: 'apologised'; reason: string; to: Day } & DueTold)
  | { kind: 'stopped'; reason: string }
  | { kind: 'withdrawn'; reason: string }
  | { kind: 'resolved'; result: DossierResult; returnHandover: boolean }
  /** The result, registered before, was signed. */
  | { kind: 'signed' }
  | { kind: 'posted'; tracking: string }
  | { kind: 'delivered'; way: DeliveryWay; receiver: string }
  /** Facts of the reception put right, with what they were. */
  | {
      kind: 'corrected';
      reason: string;
      changes: Record<string, [before: unknown, after: unknown]>;
      deliveryWay: DeliveryWay;
      returnId: number;
    }
  | { kind: 'synced'; sync: Sync }
  /** The status is kept elsewhere from now on; '' is here. `promise`: what was promised before, which stays promised. */
  | { kind: 'ownership_moved'; from: string; ownerSystem: string; reason: string; promise: Rebase | null }
);
export type StepKind = DossierStep['kind'];

const RUNNING: readonly Status[] = [2, 4];
const OPEN: readonly Status[] = [1, 2, 4, 5, 6, 9];

/** From which statuses each step may be taken, and what a person reads where it may not. */
export const STEPS: Record<StepKind, { from: readonly Status[]; refused: string }> = {
  registered: { from: [], refused: 'Hồ sơ này đã có.' },
  received: { from: [1, 5], refused: 'Hồ sơ này đã được tiếp nhận.' },
  refused: { from: [1, 2, 4, 5], refused: 'Hồ sơ đã xử lý xong hoặc đã kết thúc nên không từ chối được nữa.' },
  passed: { from: RUNNING, refused: 'Chỉ chuyển được hồ sơ đang xử lý; hồ sơ này đang tạm dừng hoặc đã xong.' },
  sent_back: { from: RUNNING, refused: 'Chỉ chuyển trả được hồ sơ đang xử lý.' },
  rerouted: { from: [2, 4, 5, 6], refused: 'Hồ sơ đã xử lý xong hoặc chưa tiếp nhận nên không chuyển nơi giải quyết.' },
  taken: { from: OPEN, refused: 'Hồ sơ này đã kết thúc.' },
  assigned: { from: OPEN, refused: 'Hồ sơ này đã kết thúc.' },
  consulted: { from: RUNNING, refused: 'Chỉ lấy ý kiến khi hồ sơ đang xử lý.' },
  opined: { from: OPEN, refused: 'Hồ sơ này đã kết thúc, không cần ý kiến nữa.' },
  supplement_asked: { from: [1, 2, 4], refused: 'Hồ sơ đang tạm dừng hoặc đã xong nên không yêu cầu bổ sung được.' },
  supplemented: { from: [5], refused: 'Hồ sơ này không chờ bổ sung.' },
  payment_asked: { from: RUNNING, refused: 'Hồ sơ đang tạm dừng hoặc đã xong nên không yêu cầu nộp tiền được.' },
  paid: { from: OPEN, refused: 'Hồ sơ này đã kết thúc.' },
  apologised: { from: RUNNING, refused: 'Chỉ hẹn lại ngày trả khi hồ sơ đang xử lý.' },
  stopped: { from: [2, 4, 5, 6], refused: 'Hồ sơ đã xử lý xong hoặc chưa tiếp nhận nên không dừng được.' },
  withdrawn: { from: [1, 2, 4, 5, 6], refused: 'Hồ sơ đã có kết quả hoặc đã kết thúc nên không rút được.' },
  resolved: { from: RUNNING, refused: 'Hồ sơ đang tạm dừng hoặc đã có kết quả.' },
  signed: { from: [9], refused: 'Hồ sơ này không có kết quả chờ ký.' },
  posted: { from: [9], refused: 'Chưa có kết quả để gửi, hoặc đã trả.' },
  delivered: { from: [9], refused: 'Chưa có kết quả để trả, hoặc đã trả rồi.' },
  corrected: { from: OPEN, refused: 'Hồ sơ đã kết thúc nên không sửa được nữa.' },
  ownership_moved: { from: OPEN, refused: 'Hồ sơ này đã kết thúc nên không chuyển nơi giữ trạng thái nữa.' },
  synced: { from: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10], refused: '' },
};
