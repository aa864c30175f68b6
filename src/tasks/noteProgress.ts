import type { Day } from '../kernel/day.ts';
import { conflict, forbidden, invalid } from '../kernel/errors.ts';
import type { Principal } from '../kernel/principal.ts';
import { appendEvent } from '../platform/audit/appendEvent.ts';
import type { Tx } from '../platform/db/access.ts';
import { type EvidenceFile, keepEvidence } from './keepEvidence.ts';
import { chargeIn, lockTask, saveCharge } from './lockTask.ts';
import { owesOpinion } from './opinions/opinionDay.ts';
import { mayWorkOn } from './policy.ts';
import { openBelow, sumBelow } from './subtasks/sumBelow.ts';

export interface ProgressNote {
  taskId: number;
  chargeId: number;
  version: number | null;
  /** 0 to 100. */
  percent: number;
  note: string;
  files: EvidenceFile[];
  /** Whether the work is done and the office is asked to confirm it. */
  done: boolean;
  /** Why a lead reports the work as done without the opinions that coordinators still owe; kept on record. */
  withoutOpinions?: string;
}

export const NOTE_MAX = 4000;

/**
 * An organ notes how far it is, with evidence, and may report the work as done. A lead's report asks the office to confirm,
 * and says why where opinions are still owed; a coordinator closes its own part. What has sub-tasks is as far as they are.
 * @throws Fault forbidden, invalid (fields tien-do, ghi-chu, thieu-y-kien), conflict (open sub-tasks among others), stale
 */
export async function noteProgress(tx: Tx, by: Principal, input: ProgressNote, today: Day): Promise<void> {
  checkNote(input);
  const locked = await lockTask(tx, input.taskId);
  const charge = chargeIn(locked, input.chargeId, input.version, input.done ? 'ask' : 'progress');
  if (!mayWorkOn(by, charge)) throw forbidden('Nhiệm vụ này không giao cho cơ quan bạn đang đại diện.');
  const asksWithout = input.done && charge.role === 'lead' ? locked.charges.filter(owesOpinion) : [];
  const without = (input.withoutOpinions ?? '').trim();
  if (asksWithout.length > 0 && without === '') {
    throw invalid(
      'task.opinions.open',
      `Còn ${asksWithout.length} cơ quan phối hợp chưa cho ý kiến. Hãy chờ ý kiến, hoặc ghi lý do không chờ.`,
      'thieu-y-kien',
    );
  }
  const below = await sumBelow(tx, charge.id, null);
  if (input.done && below && below.open > 0) throw conflict('task.subtasks.open', openBelow(below.open));
  const files = await keepEvidence(tx, by, input.taskId, input.files);

  const closes = input.done && charge.role === 'coordinate';
  const asks = input.done && charge.role === 'lead';
  await saveCharge(tx, locked, charge, {
    percent: input.done ? 100 : below ? charge.percent : input.percent,
    lastNote: input.note || charge.lastNote,
    ...(asks
      ? { state: 'awaiting', askedOn: today }
      : closes
        ? { state: 'done', askedOn: today, doneOn: today }
        : { state: 'working' }),
  });
  await appendEvent(tx, by, {
    kind: asks ? 'task.confirmation_asked' : closes ? 'task.part_closed' : 'task.progressed',
    subjectType: 'task',
    subjectId: input.taskId,
    unitId: locked.task.unitId,
    reason: asksWithout.length > 0 ? without : null,
    data: {
      chargeId: charge.id,
      organId: charge.organId,
      percent: charge.percent,
      note: input.note,
      files,
      ...(asksWithout.length > 0 ? { withoutOpinionsOf: asksWithout.map((c) => c.organId) } : {}),
    },
  });
}

/** @throws Fault invalid (fields tien-do, ghi-chu) when a note says nothing, too much, or a percent that is none */
export function checkNote(input: { percent: number; note: string; files: readonly unknown[] }): void {
  if (!Number.isInteger(input.percent) || input.percent < 0 || input.percent > 100) {
    throw invalid('task.percent', 'Tiến độ là số nguyên từ 0 đến 100.', 'tien-do');
  }
  if (input.note === '' && input.files.length === 0) {
    throw invalid('task.note.empty', 'Hãy ghi đã làm được gì, hoặc đính kèm văn bản kết quả.', 'ghi-chu');
  }
  if (input.note.length > NOTE_MAX) {
    throw invalid(
      'task.note.long',
      `Ghi chú dài quá ${NOTE_MAX} ký tự. Hãy rút gọn hoặc đính kèm thành tệp.`,
      'ghi-chu',
    );
  }
}
