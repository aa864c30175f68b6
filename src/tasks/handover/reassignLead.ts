import { sendAlso } from '../../directives/index.ts';
import type { Day } from '../../kernel/day.ts';
import { forbidden, invalid } from '../../kernel/errors.ts';
import type { Principal } from '../../kernel/principal.ts';
import { isValidOn } from '../../kernel/validity.ts';
import { cleanLine, fold } from '../../kernel/vietnamese.ts';
import type { OrganRegister } from '../../organs/index.ts';
import { appendEvent } from '../../platform/audit/appendEvent.ts';
import type { Tx } from '../../platform/db/access.ts';
import { chargeIn, type LockedTask, lockTask, saveFold } from '../lockTask.ts';
import { maySteer } from '../policy.ts';
import { type ChargeRow, chargesOf } from '../store.ts';

/** The organ that a typed name means; marks and case do not matter. @throws Fault invalid (field co-quan) */
export function organCalled({ organs }: OrganRegister, typed: string, today: Day): number {
  const key = fold(typed);
  if (key === '') throw invalid('task.reassign.none', 'Hãy ghi cơ quan chủ trì mới.', 'co-quan');
  const found = [...organs.values()].filter(
    (o) => isValidOn(o, today) && (fold(o.shortName) === key || fold(o.name) === key),
  );
  if (found.length === 1) return found[0]!.id;
  throw invalid(
    'task.reassign.unknown',
    found.length > 1
      ? `“${cleanLine(typed)}” là tên của ${found.length} cơ quan. Hãy ghi đủ tên, kèm tên xã.`
      : `Không có cơ quan nào tên “${cleanLine(typed)}”. Hãy ghi đúng tên, ví dụ “Sở Tài chính”.`,
    'co-quan',
  );
}

export interface Reassignment {
  taskId: number;
  /** The charge of the lead that hands over. */
  chargeId: number;
  version: number | null;
  toOrganId: number;
  reason: string;
}

/**
 * The office gives the lead to another organ, with a reason. The former lead's part ends and stays in view with all that it
 * noted; what it had passed down ends with it.
 * @throws Fault forbidden, invalid (fields co-quan, ly-do), conflict, stale
 */
export async function reassignLead(tx: Tx, by: Principal, input: Reassignment, today: Day): Promise<void> {
  const locked = await lockTask(tx, input.taskId);
  const { task, charges } = locked;
  if (!maySteer(by, task)) throw forbidden('Chỉ cơ quan theo dõi nhiệm vụ mới chuyển chủ trì được.');
  const former = chargeIn(locked, input.chargeId, input.version, 'reassign');
  if (former.role !== 'lead')
    throw invalid('task.reassign.lead', 'Chỉ chuyển được phần của cơ quan chủ trì.', 'co-quan');
  const held = charges.find((c) => c.organId === input.toOrganId);
  if (held?.role === 'lead' && held.state !== 'withdrawn') {
    throw invalid('task.reassign.same', 'Cơ quan này đang chủ trì nhiệm vụ. Hãy chọn cơ quan khác.', 'co-quan');
  }
  if (input.reason === '') throw invalid('task.reassign.reason', 'Hãy ghi lý do chuyển chủ trì.', 'ly-do');
  await endPart(tx, former, input.reason, today);
  await beginPart(tx, task.id, former, held, input.toOrganId);
  await changeHands(tx, locked, former.organId, input.toOrganId);
  if (task.directiveId !== null) await sendAlso(tx, by, task.directiveId, input.toOrganId, 'lead');
  await appendEvent(tx, by, {
    kind: 'task.reassigned',
    subjectType: 'task',
    subjectId: task.id,
    unitId: task.unitId,
    reason: input.reason,
    data: { fromOrganId: former.organId, toOrganId: input.toOrganId },
  });
}

async function endPart(tx: Tx, former: ChargeRow, reason: string, today: Day): Promise<void> {
  await tx
    .updateTable('task_extension')
    .set({ state: 'refused', decision: 'Đã chuyển cơ quan chủ trì.', decided_on: today })
    .where('charge_id', '=', former.id)
    .where('state', '=', 'asked')
    .execute();
  await tx
    .updateTable('charge')
    .set((e) => ({
      state: 'withdrawn',
      asked_on: null,
      end_reason: `Đã chuyển chủ trì: ${reason}`,
      version: e('version', '+', 1),
      changed_at: e.fn<number>('app_now'),
    }))
    .where('id', '=', former.id)
    .execute();
}

async function beginPart(
  tx: Tx,
  taskId: number,
  former: ChargeRow,
  held: ChargeRow | undefined,
  organId: number,
): Promise<void> {
  const part = {
    role: 'lead' as const,
    state: former.state === 'condition' ? ('condition' as const) : ('working' as const),
    due_on: former.dueOn,
    asked_on: null,
    done_on: null,
    end_reason: null,
  };
  if (!held) {
    await tx
      .insertInto('charge')
      .values({ task_id: taskId, organ_id: organId, ...part })
      .execute();
    return;
  }
  await tx
    .updateTable('charge')
    .set((e) => ({ ...part, version: e('version', '+', 1), changed_at: e.fn<number>('app_now') }))
    .where('id', '=', held.id)
    .execute();
}

async function changeHands(tx: Tx, { task }: LockedTask, from: number, to: number): Promise<void> {
  const [seen] = await tx.selectFrom('task').select('organ_ids').where('id', '=', task.id).execute();
  await tx
    .updateTable('task')
    .set({
      lead_organ_ids: task.leadIds.map((id) => (id === from ? to : id)),
      coordinator_organ_ids: task.coordinatorIds.filter((id) => id !== to),
      organ_ids: [...new Set([...seen!.organ_ids, to])],
    })
    .where('id', '=', task.id)
    .execute();
  const { rows } = await tx.executeQuery(chargesOf(tx, task.id).compile());
  await saveFold(tx, task, rows as ChargeRow[]);
}
