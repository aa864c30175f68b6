import { z } from 'zod';
import type { Day } from '../kernel/day.ts';
import { forbidden, invalid } from '../kernel/errors.ts';
import type { Principal } from '../kernel/principal.ts';
import { cleanLine, fold } from '../kernel/vietnamese.ts';
import { appendEvent } from '../platform/audit/appendEvent.ts';
import type { Tx } from '../platform/db/access.ts';
import type { EvidenceFile } from '../tasks/index.ts';
import { isField, type Urgency } from './fields.ts';
import { keepFiles } from './keepFiles.ts';
import { columnsOf, partsOf } from './lockPetition.ts';
import { afterStep } from './model.ts';
import { askingOrgan, askPetitions, maySteer } from './policy.ts';
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
  /** Written down by the office for those who asked at a dialogue. */
  dialogue?: { id: number; askerId: number; unitId: number };
}

/**
 * An organ asks. Whether its unit is mountainous goes along as it is now, because help for such units hangs on it.
 * @returns the petition's id
 * @throws Fault forbidden, invalid (field gui-den)
 */
export async function raisePetition(tx: Tx, by: Principal, input: NewPetition, today: Day): Promise<number> {
  if (!askPetitions.allows(by)) throw forbidden();
  const { words, dialogue } = input;
  if (dialogue && !maySteer(by, input)) throw forbidden('Chỉ văn phòng tổ chức đối thoại mới ghi thay nơi kiến nghị.');
  const bodyId = Number(words['gui-den']);
  const askerId = dialogue?.askerId ?? askingOrgan(by);
  const unitId = dialogue?.unitId ?? by.unitId;
  if (bodyId === askerId) {
    throw invalid('petition.self', 'Không gửi kiến nghị cho chính cơ quan mình. Hãy chọn nơi nhận khác.', 'gui-den');
  }
  const unit = await tx.selectFrom('unit').select(['mountainous']).where('id', '=', unitId).executeTakeFirstOrThrow();
  const step = { kind: 'raised', askerId, bodyId, officeId: input.officeId } as const;
  const standing = afterStep(null, step);
  const { id } = await tx
    .insertInto('petition')
    .values({
      ...columnsOf(standing),
      unit_id: unitId,
      dialogue_id: dialogue?.id ?? null,
      mountainous: unit.mountainous === true,
      field: words['linh-vuc'],
      urgency: words['muc-do'] as Urgency,
      topic: words['chu-de'],
      ask: words['noi-dung'],
      why: words['ly-do'],
      raised_on: today,
      shared: input.shared,
      organ_ids: partsOf(standing),
      search_key: fold([words['chu-de'], words['noi-dung'], words['ly-do']].join(' ')),
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  await keepShingles(tx, id, words['chu-de'], words['noi-dung']);
  const files = await keepFiles(tx, by, id, 'evidence', input.files);
  const { kind, ...data } = step;
  await appendEvent(tx, by, {
    kind: `petition.${kind}`,
    subjectType: 'petition',
    subjectId: id,
    unitId,
    data: { ...data, topic: words['chu-de'], files, ...(dialogue ? { dialogueId: dialogue.id } : {}) },
  });
  return id;
}
