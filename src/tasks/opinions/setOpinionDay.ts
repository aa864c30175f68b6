import { type Day, formatDay } from '../../kernel/day.ts';
import { conflict, forbidden, invalid } from '../../kernel/errors.ts';
import type { Principal } from '../../kernel/principal.ts';
import { appendEvent } from '../../platform/audit/appendEvent.ts';
import type { Tx } from '../../platform/db/access.ts';
import { lockTask } from '../lockTask.ts';
import { mayWorkOn } from '../policy.ts';
import { owesOpinion } from './opinionDay.ts';

/**
 * The lead names the day by which the coordinators owe their opinions.
 * @throws Fault forbidden, invalid (field ngay-y-kien), conflict when nobody owes one
 */
export async function setOpinionDay(tx: Tx, by: Principal, taskId: number, day: Day | null, today: Day): Promise<void> {
  const { task, charges } = await lockTask(tx, taskId);
  const leads = charges.filter((c) => c.role === 'lead' && c.state !== 'withdrawn');
  if (!leads.some((c) => mayWorkOn(by, c))) throw forbidden('Chỉ cơ quan chủ trì mới ấn định ngày cho ý kiến.');
  const owing = charges.filter(owesOpinion);
  if (owing.length === 0) throw conflict('task.opinion.none', 'Không còn cơ quan phối hợp nào chưa cho ý kiến.');
  if (!day) throw invalid('task.opinion.day', 'Hãy ghi ngày cho ý kiến, ví dụ 5/9/2026.', 'ngay-y-kien');
  if (day < today) {
    throw invalid('task.opinion.past', `Ngày cho ý kiến không thể trước hôm nay (${formatDay(today)}).`, 'ngay-y-kien');
  }
  if (task.dueOn && day > task.dueOn) {
    throw invalid(
      'task.opinion.late',
      `Ngày cho ý kiến không thể sau hạn của nhiệm vụ (${formatDay(task.dueOn)}).`,
      'ngay-y-kien',
    );
  }
  await tx
    .updateTable('task')
    .set((e) => ({ opinion_due_on: day, opinion_day_set: true, version: e('version', '+', 1) }))
    .where('id', '=', taskId)
    .execute();
  await appendEvent(tx, by, {
    kind: 'task.opinion_day_set',
    subjectType: 'task',
    subjectId: taskId,
    unitId: task.unitId,
    data: { to: day, organIds: owing.map((c) => c.organId) },
  });
}
