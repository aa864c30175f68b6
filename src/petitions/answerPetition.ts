import type { Day } from '../kernel/day.ts';
import { conflict, forbidden, invalid } from '../kernel/errors.ts';
import type { Principal } from '../kernel/principal.ts';
import type { Tx } from '../platform/db/access.ts';
import type { EvidenceFile } from '../tasks/index.ts';
import { keepFiles } from './keepFiles.ts';
import { demandStep, lockPetition, takeStep } from './lockPetition.ts';
import type { Answer } from './model.ts';
import { coordinatorOf, mayForward, mayLead } from './policy.ts';

export const ANSWER_MAX = 20_000;

export interface AnswerInput {
  petitionId: number;
  version: number | null;
  full: boolean;
  text: string;
  /** By when the rest follows, of an answer in part. */
  restDueOn: Day | null;
  /** Why it goes out although coordinators have not given their opinions. */
  withoutOpinions: string;
  files: readonly EvidenceFile[];
}

/**
 * The lead answers, in full or in part. Where another organ sends the answers, it waits there as a draft that the askers
 * do not see; else it reaches everybody who asked at once.
 * @throws Fault forbidden, invalid (fields tra-loi, han-con-lai, thieu-y-kien), conflict, stale
 */
export async function answerPetition(tx: Tx, by: Principal, input: AnswerInput, today: Day): Promise<void> {
  const petition = await lockPetition(tx, input.petitionId, input.version);
  if (!mayLead(by, petition)) throw forbidden('Kiến nghị này không giao cho cơ quan bạn trả lời.');
  const kind = petition.forwarderId === null ? 'answered' : 'prepared';
  demandStep(petition, kind);
  // A draft that waits is sent or sent back by the forwarder, not passed by.
  if (petition.state === 'prepared') demandStep(petition, 'prepared');
  const answer = checkAnswer(input, today);
  const open = petition.coordinatorIds.filter((id) => !petition.opinionIds.includes(id));
  if (open.length > 0 && input.withoutOpinions === '') {
    throw invalid(
      'petition.opinions.open',
      `Còn ${open.length} cơ quan phối hợp chưa có ý kiến. Hãy chờ, hoặc ghi vì sao trả lời ngay.`,
      'thieu-y-kien',
    );
  }
  const files = await keepFiles(tx, by, petition.id, kind === 'prepared' ? 'draft' : 'answer', input.files);
  await takeStep(tx, by, petition, { kind, ...answer }, { reason: input.withoutOpinions, files });
}

function checkAnswer({ full, text, restDueOn }: AnswerInput, today: Day): Answer {
  if (text === '') throw invalid('petition.answer.empty', 'Hãy ghi nội dung trả lời.', 'tra-loi');
  if (text.length > ANSWER_MAX) {
    throw invalid('petition.answer.long', `Trả lời dài quá ${ANSWER_MAX} ký tự. Hãy đính kèm thành tệp.`, 'tra-loi');
  }
  if (!full && (!restDueOn || restDueOn < today)) {
    throw invalid(
      'petition.answer.rest',
      'Trả lời một phần thì phải ghi ngày sẽ trả lời phần còn lại, từ hôm nay trở đi.',
      'han-con-lai',
    );
  }
  return { full, text, restDueOn: full ? null : restDueOn, on: today };
}

/**
 * The forwarder sends the prepared answer to everybody who asked.
 * @throws Fault forbidden, conflict, stale
 */
export async function forwardAnswer(
  tx: Tx,
  by: Principal,
  input: { petitionId: number; version: number | null },
  today: Day,
): Promise<void> {
  const petition = await lockPetition(tx, input.petitionId, input.version);
  if (!mayForward(by, petition)) throw forbidden('Cơ quan bạn không phải nơi gửi trả lời kiến nghị này.');
  if (petition.state !== 'prepared') demandStep(petition, 'sent_back');
  const draft = await draftOf(tx, petition.id);
  await tx
    .updateTable('file')
    .set({ kind: 'answer' })
    .where('subject_type', '=', 'petition')
    .where('subject_id', '=', petition.id)
    .where('kind', '=', 'draft')
    .execute();
  await takeStep(tx, by, petition, { kind: 'answered', ...draft, on: today }, { files: draft.files });
}

/**
 * The forwarder gives a draft back to the lead, with what it lacks.
 * @throws Fault forbidden, invalid (field ly-do), conflict, stale
 */
export async function sendBack(
  tx: Tx,
  by: Principal,
  input: { petitionId: number; version: number | null; reason: string },
): Promise<void> {
  const petition = await lockPetition(tx, input.petitionId, input.version);
  if (!mayForward(by, petition)) throw forbidden('Cơ quan bạn không phải nơi gửi trả lời kiến nghị này.');
  demandStep(petition, 'sent_back');
  if (input.reason === '') {
    throw invalid('petition.sent_back.reason', 'Hãy ghi dự thảo cần sửa, bổ sung gì.', 'ly-do');
  }
  await takeStep(tx, by, petition, { kind: 'sent_back' }, { reason: input.reason });
}

/** The draft written last; only those who answer may see the event that holds it. */
async function draftOf(tx: Tx, petitionId: number): Promise<Answer & { files: unknown }> {
  const event = await tx
    .selectFrom('event')
    .select('data')
    .where('subject_type', '=', 'petition')
    .where('subject_id', '=', petitionId)
    .where('kind', '=', 'petition.prepared')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (!event) throw conflict('petition.draft.none', 'Không có dự thảo trả lời nào đang chờ gửi.');
  const { full, text, restDueOn, on, files } = event.data as Answer & { files: unknown };
  return { full, text, restDueOn, on, files };
}

/**
 * A coordinating organ tells the lead what it thinks.
 * @throws Fault forbidden, invalid (field y-kien), conflict, stale
 */
export async function giveOpinion(
  tx: Tx,
  by: Principal,
  input: { petitionId: number; version: number | null; text: string },
): Promise<void> {
  const petition = await lockPetition(tx, input.petitionId, input.version);
  const organId = coordinatorOf(by, petition);
  if (organId === undefined) throw forbidden('Cơ quan bạn không phối hợp trả lời kiến nghị này.');
  demandStep(petition, 'opined');
  if (input.text === '') throw invalid('petition.opinion.empty', 'Hãy ghi ý kiến của cơ quan bạn.', 'y-kien');
  if (input.text.length > ANSWER_MAX) {
    throw invalid('petition.opinion.long', `Ý kiến dài quá ${ANSWER_MAX} ký tự. Hãy rút gọn.`, 'y-kien');
  }
  await takeStep(tx, by, petition, { kind: 'opined', organId, text: input.text });
}
