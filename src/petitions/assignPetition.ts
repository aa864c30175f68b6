import { calendarsNow } from '../calendar/index.ts';
import type { Day } from '../kernel/day.ts';
import { forbidden, invalid } from '../kernel/errors.ts';
import type { Principal } from '../kernel/principal.ts';
import type { Tx } from '../platform/db/access.ts';
import { limitFrom } from './limit.ts';
import { lockPetition, takeStep } from './lockPetition.ts';
import type { Limit } from './model.ts';
import { maySteer } from './policy.ts';

export interface Assignment {
  petitionId: number;
  version: number | null;
  leadId: number;
  coordinatorIds: readonly number[];
  /** Sends the answer, where another organ than the lead does so. */
  forwarderId: number | null;
  watcherIds: readonly number[];
  limit: { days: number } | { dueOn: Day } | null;
  /** The task of a directive by which it is assigned. */
  taskId: number | null;
  /** Required when it was assigned before. */
  reason: string;
}

/**
 * The office gives a petition to the organ that answers it, with a limit by the working calendar. Whoever asks does not
 * answer: an asker can be neither lead nor coordinator of its own petition.
 * @throws Fault forbidden, invalid (fields chu-tri, phoi-hop, ly-do, so-ngay, han), conflict, stale
 */
export async function assignPetition(tx: Tx, by: Principal, input: Assignment, today: Day): Promise<void> {
  const petition = await lockPetition(tx, input.petitionId, input.version);
  if (!maySteer(by, petition)) throw forbidden('Chỉ văn phòng của cơ quan nhận kiến nghị mới giao được.');
  const { leadId } = input;
  const coordinatorIds = [...new Set(input.coordinatorIds)].filter((id) => id !== leadId);
  const asked = (id: number) => petition.askerIds.includes(id);
  if (asked(leadId)) {
    throw invalid('petition.lead.asker', 'Nơi kiến nghị không tự trả lời mình. Hãy chọn cơ quan khác.', 'chu-tri');
  }
  if (coordinatorIds.some(asked)) {
    throw invalid('petition.coordinator.asker', 'Nơi kiến nghị không thể là cơ quan phối hợp.', 'phoi-hop');
  }
  if (petition.leadId !== null && petition.leadId !== leadId && input.reason === '') {
    throw invalid('petition.reassign.reason', 'Hãy ghi lý do giao lại cho cơ quan khác.', 'ly-do');
  }
  const { state: calendar } = await calendarsNow(tx);
  const limit: Limit = input.limit ? limitFrom(calendar, today, input.limit) : { days: null, dueOn: null, lines: [] };
  await takeStep(
    tx,
    by,
    petition,
    {
      kind: 'assigned',
      leadId,
      coordinatorIds,
      forwarderId: input.forwarderId === leadId ? null : input.forwarderId,
      watcherIds: [...new Set(input.watcherIds)],
      taskId: input.taskId,
      ...limit,
    },
    { reason: input.reason },
  );
}

/**
 * The office moves the limit, with a reason.
 * @throws Fault forbidden, invalid (fields ly-do, so-ngay, han), conflict, stale
 */
export async function moveLimit(
  tx: Tx,
  by: Principal,
  input: {
    petitionId: number;
    version: number | null;
    limit: { days: number } | { dueOn: Day } | null;
    reason: string;
  },
  today: Day,
): Promise<void> {
  const petition = await lockPetition(tx, input.petitionId, input.version);
  if (!maySteer(by, petition)) throw forbidden('Chỉ văn phòng của cơ quan nhận kiến nghị mới đổi hạn được.');
  if (!input.limit) throw invalid('petition.limit.none', 'Hãy ghi số ngày làm việc, hoặc hạn mới.', 'so-ngay');
  if (input.reason === '') throw invalid('petition.limit.reason', 'Hãy ghi lý do đổi hạn.', 'ly-do');
  const limit = limitFrom((await calendarsNow(tx)).state, today, input.limit);
  await takeStep(tx, by, petition, { kind: 'rescheduled', ...limit }, { reason: input.reason });
}
