import { sql } from 'kysely';
import { type Day, formatDay } from '../kernel/day.ts';
import { conflict, forbidden, invalid, notFound } from '../kernel/errors.ts';
import type { Principal } from '../kernel/principal.ts';
import { cleanLine } from '../kernel/vietnamese.ts';
import { appendEvent } from '../platform/audit/appendEvent.ts';
import type { Database, Query, Tx } from '../platform/db/access.ts';
import { assignPetition } from './assignPetition.ts';
import type { FieldKey } from './fields.ts';
import type { PetitionState } from './model.ts';
import { maySteer, steerPetitions } from './policy.ts';

type Build = Database['build'];

export interface Dialogue {
  id: number;
  title: string;
  heldOn: Day;
  bodyId: number;
  officeId: number;
  /** Until when organs may raise petitions into it themselves; null: its office alone writes them down. */
  raiseUntil: Day | null;
}

const dialogues = (build: Build | Tx) =>
  build
    .selectFrom('dialogue')
    .select([
      'id',
      'title',
      'held_on as heldOn',
      'body_organ_id as bodyId',
      'office_organ_id as officeId',
      'raise_until as raiseUntil',
    ]);

export const dialogueById = (build: Build | Tx, id: number): Query<Dialogue> =>
  dialogues(build).where('id', '=', id) as unknown as Query<Dialogue>;

/** The dialogues of the province, the latest first. */
export const listDialogues = (build: Build): Query<Dialogue> =>
  dialogues(build).orderBy('held_on', 'desc').orderBy('id', 'desc').limit(100) as unknown as Query<Dialogue>;

export interface DialogueTally {
  field: FieldKey;
  state: PetitionState;
  count: number;
}

/** How many of its petitions that the reader may see stand in each state, by field. */
export const tallyDialogue = (build: Build, id: number): Query<DialogueTally> =>
  build
    .selectFrom('petition')
    .where('dialogue_id', '=', id)
    .groupBy(['field', 'state'])
    .select(['field', 'state', sql<number>`count(*)::int`.as('count')]) as unknown as Query<DialogueTally>;

/**
 * An office opens a dialogue of the body that it serves.
 * @throws Fault forbidden, invalid (fields ten, ngay, nhan-den)
 */
export async function openDialogue(
  tx: Tx,
  by: Principal,
  input: { title: string; heldOn: Day | undefined; raiseUntil: Day | null },
): Promise<number> {
  if (!steerPetitions.allows(by)) throw forbidden();
  const title = cleanLine(input.title);
  if (title === '' || title.length > 300) {
    throw invalid('dialogue.title', 'Hãy ghi tên chương trình, tối đa 300 ký tự.', 'ten');
  }
  if (!input.heldOn) throw invalid('dialogue.day', 'Hãy ghi ngày tổ chức, ví dụ 5/9/2026.', 'ngay');
  checkRaiseUntil(input.raiseUntil, input.heldOn);
  const { id } = await tx
    .insertInto('dialogue')
    .values({
      unit_id: by.unitId,
      body_organ_id: by.servesId!,
      office_organ_id: by.organId,
      title,
      held_on: input.heldOn,
      raise_until: input.raiseUntil,
      created_by: by.personId,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  await appendEvent(tx, by, {
    kind: 'dialogue.opened',
    subjectType: 'dialogue',
    subjectId: id,
    data: { title, heldOn: input.heldOn, raiseUntil: input.raiseUntil },
  });
  return id;
}

function checkRaiseUntil(raiseUntil: Day | null, heldOn: Day): void {
  if (raiseUntil !== null && raiseUntil > heldOn) {
    throw invalid(
      'dialogue.raise_until',
      `Hạn nhận kiến nghị không thể sau ngày tổ chức (${formatDay(heldOn)}).`,
      'nhan-den',
    );
  }
}

/**
 * The office sets until when organs may raise petitions into its dialogue; null ends it.
 * @throws Fault forbidden, notFound, invalid (field nhan-den)
 */
export async function setRaiseUntil(
  tx: Tx,
  by: Principal,
  input: { dialogueId: number; raiseUntil: Day | null },
): Promise<void> {
  const dialogue = await ownDialogue(tx, by, input.dialogueId);
  checkRaiseUntil(input.raiseUntil, dialogue.heldOn);
  await tx.updateTable('dialogue').set({ raise_until: input.raiseUntil }).where('id', '=', dialogue.id).execute();
  await appendEvent(tx, by, {
    kind: 'dialogue.raise_until',
    subjectType: 'dialogue',
    subjectId: dialogue.id,
    data: { raiseUntil: input.raiseUntil },
  });
}

/** @throws Fault conflict where organs may not, or no longer, raise petitions into it themselves */
export function demandOpen(dialogue: Dialogue | undefined, today: Day): Dialogue {
  if (!dialogue || !takesPetitions(dialogue, today)) {
    throw conflict(
      'dialogue.closed',
      'Chương trình đối thoại này không còn nhận kiến nghị. Bạn vẫn gửi được ngoài chương trình, tại trang Kiến nghị.',
    );
  }
  return dialogue;
}

/** Whether organs may raise petitions into it themselves on this day. */
export const takesPetitions = ({ raiseUntil }: Pick<Dialogue, 'raiseUntil'>, today: Day): boolean =>
  raiseUntil !== null && today <= raiseUntil;

/** @throws Fault notFound, forbidden where the person's office does not hold it */
export async function ownDialogue(tx: Tx, by: Principal, id: number): Promise<Dialogue> {
  const { rows } = await tx.executeQuery(dialogueById(tx, id).compile());
  const dialogue = rows[0] as Dialogue | undefined;
  if (!dialogue) throw notFound('chương trình đối thoại này');
  if (!maySteer(by, dialogue)) throw forbidden('Chỉ văn phòng tổ chức đối thoại mới làm được việc này.');
  return dialogue;
}

/** So many are given out in one step; the rest waits for the next. */
export const MOST_GIVEN = 2000;

/**
 * Gives the petitions of one field that wait to be assigned to one organ, the first first, each with the same limit.
 * @returns how many
 * @throws Fault as `assignPetition`: then none is assigned
 */
export async function assignField(
  tx: Tx,
  by: Principal,
  input: {
    dialogueId: number;
    field: FieldKey;
    leadId: number;
    coordinatorIds: readonly number[];
    forwarderId: number | null;
    watcherIds: readonly number[];
    days: number;
  },
  today: Day,
): Promise<number> {
  const dialogue = await ownDialogue(tx, by, input.dialogueId);
  const waiting = await tx
    .selectFrom('petition')
    .select('id')
    .where('dialogue_id', '=', dialogue.id)
    .where('field', '=', input.field)
    .where('state', '=', 'raised')
    .orderBy('id')
    .limit(MOST_GIVEN)
    .execute();
  for (const { id } of waiting) {
    await assignPetition(
      tx,
      by,
      {
        petitionId: id,
        version: null,
        leadId: input.leadId,
        coordinatorIds: input.coordinatorIds,
        forwarderId: input.forwarderId,
        watcherIds: input.watcherIds,
        limit: { days: input.days },
        taskId: null,
        reason: '',
      },
      today,
    );
  }
  return waiting.length;
}
