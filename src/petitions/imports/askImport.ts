import type { Principal } from '../../kernel/principal.ts';
import { appendEvent } from '../../platform/audit/appendEvent.ts';
import type { Tx } from '../../platform/db/access.ts';
import type { StoredFile } from '../../platform/files/index.ts';
import { ownDialogue } from '../dialogues.ts';
import { askWorker } from './store.ts';

/**
 * Puts a table of petitions in line to be taken into a dialogue. The same file that is still in line is found again.
 * @returns the import's id
 * @throws Fault notFound, forbidden
 */
export async function askImport(
  tx: Tx,
  by: Principal,
  input: { dialogueId: number; file: StoredFile & { name: string } },
): Promise<number> {
  const dialogue = await ownDialogue(tx, by, input.dialogueId);
  const { sha256, size, name } = input.file;
  const inLine = await tx
    .selectFrom('petition_import')
    .where('dialogue_id', '=', dialogue.id)
    .where('sha256', '=', sha256)
    .where('state', 'in', ['waiting', 'working'])
    .select('id')
    .executeTakeFirst();
  if (inLine) return inLine.id;
  const { id } = await tx
    .insertInto('petition_import')
    .values({
      unit_id: by.unitId,
      owner_organ_id: by.organId,
      dialogue_id: dialogue.id,
      sha256,
      name,
      size,
      asked_by: JSON.stringify(by),
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  await appendEvent(tx, by, {
    kind: 'dialogue.import_asked',
    subjectType: 'dialogue',
    subjectId: dialogue.id,
    data: { importId: id, sha256 },
  });
  await askWorker(tx);
  return id;
}
