import { type Day, formatDay } from '../../kernel/day.ts';
import { conflict, forbidden, invalid, notFound, stale } from '../../kernel/errors.ts';
import type { Principal } from '../../kernel/principal.ts';
import { appendEvent } from '../../platform/audit/appendEvent.ts';
import type { Tx } from '../../platform/db/access.ts';
import { type LockedTask, lockTask } from '../lockTask.ts';
import { maySteer } from '../policy.ts';
import { setDue } from '../setDue.ts';
import type { ChargeRow } from '../store.ts';
import { type ExtensionRow, extensionsOf } from './store.ts';

export interface ExtensionDecision {
  taskId: number;
  extensionId: number;
  version: number | null;
  granted: boolean;
  /** The new binding day; the one asked for where left out. */
  dueOn: Day | null;
  /** Required when refused. */
  reason: string;
}

/**
 * The office grants more time, to the day asked for or another, or refuses with a reason.
 * @throws Fault forbidden, invalid (fields han, ly-do), notFound, conflict, stale
 */
export async function decideExtension(tx: Tx, by: Principal, input: ExtensionDecision, today: Day): Promise<void> {
  const locked = await lockTask(tx, input.taskId);
  if (!maySteer(by, locked.task)) throw forbidden('Chỉ cơ quan theo dõi nhiệm vụ mới trả lời đề nghị gia hạn.');
  const { rows } = await tx.executeQuery(extensionsOf(tx, input.taskId).compile());
  const extension = (rows as ExtensionRow[]).find((e) => e.id === input.extensionId);
  const charge = extension && locked.charges.find((c) => c.id === extension.chargeId);
  if (!extension || !charge) throw notFound('đề nghị gia hạn này');
  if (input.version !== null && input.version !== extension.version) throw stale();
  if (extension.state !== 'asked') {
    throw conflict('task.extension.decided', 'Đề nghị gia hạn này đã được trả lời. Có thể người khác vừa xử lý.');
  }
  if (charge.state === 'done' || charge.state === 'withdrawn') {
    throw conflict('task.extension.closed', 'Phần việc này đã xong hoặc đã thôi giao, không gia hạn nữa.');
  }
  const dueOn = input.granted ? (input.dueOn ?? extension.askedDueOn) : null;
  if (dueOn && dueOn <= extension.wasDueOn) {
    throw invalid('task.extension.early', `Hạn mới phải sau hạn cũ (${formatDay(extension.wasDueOn)}).`, 'han');
  }
  if (!dueOn && input.reason === '') {
    throw invalid('task.extension.refusal', 'Hãy ghi lý do không đồng ý gia hạn.', 'ly-do');
  }
  await tx
    .updateTable('task_extension')
    .set((e) => ({
      state: dueOn ? ('granted' as const) : ('refused' as const),
      granted_due_on: dueOn,
      decision: input.reason || null,
      decided_on: today,
      version: e('version', '+', 1),
    }))
    .where('id', '=', extension.id)
    .execute();
  if (dueOn) await extend(tx, locked, charge, dueOn);
  await appendEvent(tx, by, {
    kind: dueOn ? 'task.extension_granted' : 'task.extension_refused',
    subjectType: 'task',
    subjectId: input.taskId,
    unitId: locked.task.unitId,
    reason: input.reason || null,
    data: { extensionId: extension.id, organId: charge.organId, from: extension.wasDueOn, to: dueOn },
  });
}

/** The only lead takes the whole task along; of several, the task ends with the last. */
async function extend(tx: Tx, locked: LockedTask, charge: ChargeRow, dueOn: Day): Promise<void> {
  const others = locked.charges.filter((c) => c.role === 'lead' && c.state !== 'withdrawn' && c.id !== charge.id);
  if (others.length === 0) return setDue(tx, locked, dueOn);
  const last = [dueOn, ...others.flatMap((c) => c.dueOn ?? [])].sort().at(-1)!;
  await tx
    .updateTable('charge')
    .set((e) => ({ due_on: dueOn, version: e('version', '+', 1) }))
    .where('id', '=', charge.id)
    .execute();
  await tx
    .updateTable('task')
    .set((e) => ({ due_on: last, due_lines: null, version: e('version', '+', 1) }))
    .where('id', '=', locked.task.id)
    .execute();
}
