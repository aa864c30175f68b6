import { sql } from 'kysely';
import type { Day } from '../../kernel/day.ts';
import { conflict, forbidden } from '../../kernel/errors.ts';
import type { Principal } from '../../kernel/principal.ts';
import { appendEvent } from '../../platform/audit/appendEvent.ts';
import type { Tx } from '../../platform/db/access.ts';
import { decideCharge } from '../decideCharge.ts';
import { type LockedTask, lockTask, saveFold } from '../lockTask.ts';
import { STEPS, stepAllowed, type TaskState } from '../model.ts';
import { maySteer } from '../policy.ts';
import { reschedule } from '../reschedule.ts';
import type { ChargeRow } from '../store.ts';
import { withdrawTask } from '../withdrawTask.ts';
import type { BulkInput, BulkKind } from './model.ts';

/** What a step leaves for its undoing; kept as JSON. */
interface Before {
  dueOn?: Day | null;
  charges?: { id: number; state: TaskState; version: number }[];
}

interface BulkStep {
  /** Carries the step out on one task, by the use case of the single step. @throws Fault as that one */
  take(tx: Tx, by: Principal, taskId: number, input: BulkInput): Promise<Before | null>;
  /** Puts back what the step changed. @throws Fault conflict when it was changed again since */
  undo(tx: Tx, by: Principal, taskId: number, before: Before, input: BulkInput): Promise<void>;
}

const UNDOING = 'Hoàn tác việc làm trên nhiều nhiệm vụ';
const changedSince = () =>
  conflict('task.undo.changed', 'Nhiệm vụ này đã có thay đổi khác sau đó nên không hoàn tác được.');

export const BULK_STEPS: Record<BulkKind, BulkStep> = {
  remind: {
    async take(tx, by, taskId, { reason }) {
      const locked = await lockedBySteerer(tx, by, taskId);
      const organIds = locked.charges.filter((c) => c.role === 'lead' && isOpen(c)).map((c) => c.organId);
      if (organIds.length === 0) {
        throw conflict('task.remind.refused', 'Không còn cơ quan chủ trì nào phải làm, nên không cần nhắc.');
      }
      await record(tx, by, locked, 'task.reminded', { organIds, note: reason || undefined });
      return { charges: [] };
    },
    async undo(tx, by, taskId) {
      const locked = await lockedBySteerer(tx, by, taskId);
      await record(tx, by, locked, 'task.reminder_withdrawn', {});
    },
  },
  reschedule: {
    async take(tx, by, taskId, { dueOn, reason }) {
      const { task } = await lockTask(tx, taskId);
      await reschedule(tx, by, taskId, dueOn, reason);
      return { dueOn: task.dueOn };
    },
    async undo(tx, by, taskId, before, { dueOn }) {
      const { task } = await lockTask(tx, taskId);
      if (task.dueOn !== dueOn) throw changedSince();
      await reschedule(tx, by, taskId, before.dueOn ?? null, UNDOING);
    },
  },
  withdraw: {
    async take(tx, by, taskId, { reason }) {
      const { charges } = await lockTask(tx, taskId);
      const states = charges.map(({ id, state }) => ({ id, state }));
      await withdrawTask(tx, by, taskId, reason);
      const after = await lockTask(tx, taskId);
      return { charges: kept(after.charges, states, 'withdrawn') };
    },
    async undo(tx, by, taskId, before) {
      const locked = await lockedBySteerer(tx, by, taskId);
      if (locked.task.state !== 'withdrawn') throw changedSince();
      await putBack(tx, locked, before);
      await tx.updateTable('task').set({ end_reason: null }).where('id', '=', taskId).execute();
      await record(tx, by, locked, 'task.withdrawal_undone', {});
    },
  },
  confirm: {
    async take(tx, by, taskId, { reason }) {
      const { charges } = await lockTask(tx, taskId);
      const states = charges.map(({ id, state }) => ({ id, state }));
      const asked = charges.filter((c) => c.role === 'lead' && stepAllowed('confirm', c.state));
      if (asked.length === 0) throw conflict('task.confirm.refused', STEPS.confirm.refused);
      for (const { id } of asked) {
        await decideCharge(tx, by, { taskId, chargeId: id, version: null, confirmed: true, reason });
      }
      const after = await lockTask(tx, taskId);
      return { charges: kept(after.charges, states, 'done') };
    },
    async undo(tx, by, taskId, before) {
      const locked = await lockedBySteerer(tx, by, taskId);
      await putBack(tx, locked, before);
      await record(tx, by, locked, 'task.confirmation_undone', {});
    },
  },
};

const isOpen = (charge: ChargeRow): boolean => charge.state !== 'done' && charge.state !== 'withdrawn';

async function lockedBySteerer(tx: Tx, by: Principal, taskId: number): Promise<LockedTask> {
  const locked = await lockTask(tx, taskId);
  if (!maySteer(by, locked.task)) throw forbidden('Chỉ cơ quan theo dõi nhiệm vụ mới làm được việc này.');
  return locked;
}

/** The charges that went into `now`, with the state from which they came and the version that they have now. */
const kept = (after: readonly ChargeRow[], before: readonly { id: number; state: TaskState }[], now: TaskState) =>
  after.flatMap(({ id, state, version }) => {
    const was = before.find((c) => c.id === id)!.state;
    return state === now && was !== now ? [{ id, state: was, version }] : [];
  });

/** Charges back into their states; the version tells whether somebody has worked on one since. */
async function putBack(tx: Tx, locked: LockedTask, { charges = [] }: Before): Promise<void> {
  for (const was of charges) {
    const charge = locked.charges.find((c) => c.id === was.id);
    if (!charge || charge.version !== was.version) throw changedSince();
    charge.state = was.state;
    charge.doneOn = null;
    await tx
      .updateTable('charge')
      .set((e) => ({
        state: was.state,
        done_on: null,
        end_reason: null,
        version: e('version', '+', 1),
        changed_at: sql<string>`app_now()`,
      }))
      .where('id', '=', was.id)
      .execute();
  }
  await saveFold(tx, locked.task, locked.charges);
}

const record = (tx: Tx, by: Principal, { task }: LockedTask, kind: string, data: Record<string, unknown>) =>
  appendEvent(tx, by, { kind, subjectType: 'task', subjectId: task.id, unitId: task.unitId, data });
