import { type Day, formatDay } from '../../kernel/day.ts';
import { conflict, forbidden, invalid, notFound, stale } from '../../kernel/errors.ts';
import type { Principal } from '../../kernel/principal.ts';
import { appendEvent } from '../../platform/audit/appendEvent.ts';
import type { Tx } from '../../platform/db/access.ts';
import { type LockedTask, lockTask } from '../lockTask.ts';
import { STEPS, stepAllowed } from '../model.ts';
import { mayHold, mayPassDown } from '../policy.ts';
import type { SubtaskRow } from './model.ts';
import { chainUp } from './model.ts';
import { type Receiver, receiverNamed, receiversOf } from './receivers.ts';
import { subtasksOf } from './store.ts';

export interface PassedDown {
  taskId: number;
  chargeId: number;
  /** The sub-task of which this is a part; null directly below the charge. */
  parentId: number | null;
  /** Of the sub-task, or of the charge, that is passed on. */
  version: number | null;
  /** `co-quan-12` or `nguoi-34`. */
  to: string;
  title: string;
  weight: number;
  dueOn: Day | null;
}

export const TITLE_MAX = 500;

/**
 * An organ passes a part of its charge, or of a sub-task that it holds, to one of its people or to an organ below. Who gets
 * it sees the task from then on.
 * @returns the id of the new sub-task
 * @throws Fault forbidden, invalid (fields noi-dung, giao-cho, ty-trong, han), notFound, conflict, stale
 */
export async function passDown(tx: Tx, by: Principal, input: PassedDown, today: Day): Promise<number> {
  const locked = await lockTask(tx, input.taskId);
  const { rows } = await tx.executeQuery(subtasksOf(tx, input.taskId).compile());
  const chain = chainUp(rows as SubtaskRow[], input.parentId);
  const from = passedOn(by, locked, chain, input);
  if (input.title === '') throw invalid('subtask.title', 'Hãy ghi nội dung phần việc.', 'noi-dung');
  if (input.title.length > TITLE_MAX) {
    throw invalid('subtask.title.long', `Nội dung phần việc dài quá ${TITLE_MAX} ký tự. Hãy rút gọn.`, 'noi-dung');
  }
  if (!Number.isInteger(input.weight) || input.weight < 1 || input.weight > 1000) {
    throw invalid('subtask.weight', 'Tỷ trọng là số nguyên từ 1 đến 1000.', 'ty-trong');
  }
  checkDue(input.dueOn, from.dueOn, today);
  const to = receiverNamed(await receiversOf(tx, from.organId, today), input.to);
  if (!to)
    throw invalid('subtask.receiver', 'Hãy chọn cơ quan trực thuộc hoặc người sẽ làm phần việc này.', 'giao-cho');
  checkNoCircle(by, to, from.chargeOrganId, chain);
  const { id } = await tx
    .insertInto('subtask')
    .values({
      task_id: input.taskId,
      charge_id: input.chargeId,
      parent_id: input.parentId,
      passer_organ_id: from.organId,
      organ_id: to.organId,
      appointment_id: to.appointmentId,
      title: input.title,
      weight: input.weight,
      started_on: today,
      due_on: input.dueOn,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  await letIn(tx, locked, to.organId);
  await appendEvent(tx, by, {
    kind: 'task.subtask_given',
    subjectType: 'task',
    subjectId: input.taskId,
    unitId: locked.task.unitId,
    data: { subtaskId: id, title: input.title, organId: to.organId, to: input.dueOn },
  });
  return id;
}

/** The organ that passes on, and by when it must be ready itself. @throws Fault forbidden, notFound, conflict, stale */
function passedOn(by: Principal, { task, charges }: LockedTask, chain: readonly SubtaskRow[], input: PassedDown) {
  const charge = charges.find((c) => c.id === input.chargeId);
  const parent = chain[0];
  if (!charge || (input.parentId !== null && parent?.chargeId !== charge.id)) throw notFound('phần việc này');
  const held = parent ?? charge;
  const may = mayPassDown(by, held) && (!parent || mayHold(by, parent));
  if (!may) throw forbidden('Chỉ lãnh đạo hoặc văn thư của cơ quan giữ việc này mới giao tiếp được.');
  if (input.version !== null && input.version !== held.version) throw stale();
  if (!stepAllowed('pass', charge.state) || !stepAllowed('pass', held.state)) {
    throw conflict('task.pass.refused', STEPS.pass.refused);
  }
  return { organId: held.organId, chargeOrganId: charge.organId, dueOn: parent?.dueOn ?? charge.dueOn ?? task.dueOn };
}

function checkDue(dueOn: Day | null, latest: Day | null, today: Day): void {
  if (dueOn && dueOn < today) {
    throw invalid('subtask.due.early', `Hạn không thể trước ngày bắt đầu, là hôm nay (${formatDay(today)}).`, 'han');
  }
  if (dueOn && latest && latest >= today && dueOn > latest) {
    throw invalid('subtask.due.late', `Hạn không thể sau hạn của việc được giao (${formatDay(latest)}).`, 'han');
  }
}

/** Work never comes back to who passed it on. */
function checkNoCircle(by: Principal, to: Receiver, chargeOrganId: number, chain: readonly SubtaskRow[]): void {
  const above = chain.some((s) => s.organId === to.organId && s.appointmentId === to.appointmentId);
  if (above || (to.organId === chargeOrganId && to.appointmentId === null)) {
    throw invalid(
      'subtask.circular',
      'Nơi này đang giữ chính việc đó ở cấp trên, giao lại sẽ thành vòng tròn. Hãy chọn nơi khác.',
      'giao-cho',
    );
  }
  if (to.appointmentId !== null && to.appointmentId === by.appointmentId) {
    throw invalid('subtask.self', 'Không giao cho chính mình. Hãy chọn người khác hoặc tự ghi tiến độ.', 'giao-cho');
  }
}

/** Who holds a part sees the task. */
async function letIn(tx: Tx, { task }: LockedTask, organId: number): Promise<void> {
  await tx
    .updateTable('task')
    .set((e) => ({
      organ_ids: e.fn<number[]>('array_append', ['organ_ids', e.cast(e.val(organId), 'bigint')]),
      version: e('version', '+', 1),
    }))
    .where('id', '=', task.id)
    .where((e) => e.not(e(e.cast(e.val(organId), 'bigint'), '=', e.fn.any('organ_ids'))))
    .execute();
}
