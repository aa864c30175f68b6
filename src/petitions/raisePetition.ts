import { z } from 'zod';
import type { Day } from '../kernel/day.ts';
import { forbidden, invalid } from '../kernel/errors.ts';
import type { Principal } from '../kernel/principal.ts';
import { cleanLine, fold } from '../kernel/vietnamese.ts';
import { appendEvent, type NewEvent } from '../platform/audit/appendEvent.ts';
import type { Tx } from '../platform/db/access.ts';
import type { EvidenceFile } from '../tasks/index.ts';
import { demandOpen, dialogueById } from './dialogues.ts';
import { isField, type Urgency } from './fields.ts';
import { keepFiles } from './keepFiles.ts';
import { columnsOf, partsOf } from './lockPetition.ts';
import { afterStep } from './model.ts';
import { askingOrgan, askPetitions } from './policy.ts';
import { keepShingles } from './similar.ts';

const long = (name: string, most: number) =>
  z
    .string({ error: `Hãy ghi ${name}.` })
    .trim()
    .min(1, `Hãy ghi ${name}.`)
    .max(most, `Phần ${name} dài quá ${most} ký tự. Hãy rút gọn, hoặc đính kèm thành tệp.`);

/** The words of a petition as its form has them; the messages are what a person reads at the field. */
export const petitionWords = z.object({
  'chu-de': long('chủ đề', 300).transform(cleanLine),
  'linh-vuc': z.string({ error: 'Hãy chọn lĩnh vực.' }).refine(isField, 'Hãy chọn lĩnh vực.'),
  'noi-dung': long('đề nghị làm gì', 8000),
  'ly-do': long('khó khăn, lý do', 8000),
  'muc-do': z.enum(['normal', 'urgent'], { error: 'Hãy chọn mức độ.' }),
  'gui-den': z.string({ error: 'Hãy chọn nơi nhận.' }).regex(/^[1-9]\d{0,14}$/, 'Hãy chọn nơi nhận.'),
});
export type PetitionWords = z.output<typeof petitionWords>;

export interface NewPetition {
  words: PetitionWords;
  /** The office of the body asked. */
  officeId: number;
  /** Others may find it while typing, and join. */
  shared: boolean;
  files: readonly EvidenceFile[];
  /** The dialogue for which it is raised, which must still take petitions. */
  dialogueId?: number;
}

/**
 * An organ asks. Whether its unit is mountainous goes along as it is now, because help for such units hangs on it.
 * @returns the petition's id
 * @throws Fault forbidden, invalid (field gui-den), conflict where the dialogue takes none any more
 */
export async function raisePetition(tx: Tx, by: Principal, input: NewPetition, today: Day): Promise<number> {
  if (!askPetitions.allows(by)) throw forbidden();
  const { words, dialogueId } = input;
  if (dialogueId !== undefined) {
    const { rows } = await tx.executeQuery(dialogueById(tx, dialogueId).compile());
    const dialogue = demandOpen(rows[0], today);
    if (dialogue.bodyId !== Number(words['gui-den'])) {
      throw invalid(
        'petition.dialogue.body',
        'Chương trình này do cơ quan khác tổ chức. Hãy chọn lại nơi nhận.',
        'gui-den',
      );
    }
  }
  const askerId = askingOrgan(by);
  if (Number(words['gui-den']) === askerId) {
    throw invalid('petition.self', 'Không gửi kiến nghị cho chính cơ quan mình. Hãy chọn nơi nhận khác.', 'gui-den');
  }
  const unit = await tx
    .selectFrom('unit')
    .select(['mountainous'])
    .where('id', '=', by.unitId)
    .executeTakeFirstOrThrow();
  const { row, step } = newPetition(
    {
      words,
      askerId,
      unitId: by.unitId,
      mountainous: unit.mountainous === true,
      officeId: input.officeId,
      dialogueId: dialogueId ?? null,
      shared: input.shared,
    },
    today,
  );
  const { id } = await tx.insertInto('petition').values(row).returning('id').executeTakeFirstOrThrow();
  await keepShingles(tx, id, words['chu-de'], words['noi-dung']);
  const files = await keepFiles(tx, by, id, 'evidence', input.files);
  await appendEvent(tx, by, raisedEvent(id, { step, words, unitId: by.unitId, files, dialogueId }));
  return id;
}

/** A petition as it stands in its row on the day that it is raised, and the step that raised it. */
export function newPetition(
  input: {
    words: PetitionWords;
    askerId: number;
    unitId: number;
    mountainous: boolean;
    officeId: number;
    dialogueId: number | null;
    shared: boolean;
  },
  today: Day,
) {
  const { words } = input;
  const step = {
    kind: 'raised',
    askerId: input.askerId,
    bodyId: Number(words['gui-den']),
    officeId: input.officeId,
  } as const;
  const standing = afterStep(null, step);
  const row = {
    ...columnsOf(standing),
    unit_id: input.unitId,
    dialogue_id: input.dialogueId,
    mountainous: input.mountainous,
    field: words['linh-vuc'],
    urgency: words['muc-do'] as Urgency,
    topic: words['chu-de'],
    ask: words['noi-dung'],
    why: words['ly-do'],
    raised_on: today,
    shared: input.shared,
    organ_ids: partsOf(standing),
    search_key: fold([words['chu-de'], words['noi-dung'], words['ly-do']].join(' ')),
  };
  return { row, step };
}

/** What is on record of a petition that was raised. */
export function raisedEvent(
  id: number,
  of: {
    step: ReturnType<typeof newPetition>['step'];
    words: PetitionWords;
    unitId: number;
    files: readonly unknown[];
    dialogueId?: number;
  },
): NewEvent {
  const { kind, ...data } = of.step;
  return {
    kind: `petition.${kind}`,
    subjectType: 'petition',
    subjectId: id,
    unitId: of.unitId,
    data: {
      ...data,
      topic: of.words['chu-de'],
      files: of.files,
      ...(of.dialogueId ? { dialogueId: of.dialogueId } : {}),
    },
  };
}
