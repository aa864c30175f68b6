import type { Day } from '../../kernel/day.ts';
import { conflict, forbidden, invalid } from '../../kernel/errors.ts';
import type { Principal } from '../../kernel/principal.ts';
import { appendEvent } from '../../platform/audit/appendEvent.ts';
import type { Tx } from '../../platform/db/access.ts';
import { type EvidenceFile, keepEvidence } from '../keepEvidence.ts';
import { lockTask, seenCharge } from '../lockTask.ts';
import { NOTE_MAX } from '../noteProgress.ts';
import { mayWorkOn } from '../policy.ts';

export interface Opinion {
  taskId: number;
  chargeId: number;
  version: number | null;
  text: string;
  files: EvidenceFile[];
}

/**
 * A coordinator gives its opinion to the lead. It may give another later; the last one stands, all are in the history.
 * @throws Fault forbidden, invalid (field y-kien), conflict when the part is closed, stale
 */
export async function giveOpinion(tx: Tx, by: Principal, input: Opinion, today: Day): Promise<void> {
  if (input.text === '' && input.files.length === 0) {
    throw invalid('task.opinion.empty', 'Hãy ghi ý kiến, hoặc đính kèm văn bản góp ý.', 'y-kien');
  }
  if (input.text.length > NOTE_MAX) {
    throw invalid('task.opinion.long', `Ý kiến dài quá ${NOTE_MAX} ký tự. Hãy đính kèm thành tệp.`, 'y-kien');
  }
  const locked = await lockTask(tx, input.taskId);
  const charge = seenCharge(locked, input.chargeId, input.version);
  if (charge.role !== 'coordinate' || !mayWorkOn(by, charge)) {
    throw forbidden('Chỉ cơ quan phối hợp mới cho ý kiến phối hợp.');
  }
  if (charge.state === 'done' || charge.state === 'withdrawn') {
    throw conflict('task.opinion.refused', 'Phần phối hợp này đã đóng, không nhận thêm ý kiến.');
  }
  const files = await keepEvidence(tx, by, input.taskId, input.files);
  await tx
    .updateTable('charge')
    .set((e) => ({
      opinion: input.text || 'Ý kiến trong tệp kèm theo.',
      opinion_on: today,
      version: e('version', '+', 1),
      changed_at: e.fn<number>('app_now'),
    }))
    .where('id', '=', charge.id)
    .execute();
  await appendEvent(tx, by, {
    kind: 'task.opinion_given',
    subjectType: 'task',
    subjectId: input.taskId,
    unitId: locked.task.unitId,
    data: { chargeId: charge.id, organId: charge.organId, note: input.text, files },
  });
}
