import type { Principal } from '../../kernel/principal.ts';
import { appendEvent } from '../../platform/audit/appendEvent.ts';
import type { Tx } from '../../platform/db/access.ts';
import type { StoredFile } from '../../platform/files/index.ts';
import { askWorker } from './store.ts';

/**
 * Puts a file in line to be read beside the request, in the transaction of the person who sent it. The same file again finds
 * the one in line; one that had failed or been stopped is tried anew.
 */
export async function askScan(
  tx: Tx,
  by: Principal,
  file: StoredFile & { name: string; mediaType: string },
): Promise<{ scanId: number; already: boolean }> {
  const added = await tx
    .insertInto('scan')
    .values({
      unit_id: by.unitId,
      owner_organ_id: by.organId,
      sha256: file.sha256,
      name: file.name,
      media_type: file.mediaType,
      size: file.size,
      asked_by: JSON.stringify(by),
    })
    .onConflict((c) =>
      c
        .columns(['owner_organ_id', 'sha256'])
        .where('state', 'in', ['waiting', 'reading', 'failed', 'cancelled'])
        .doNothing(),
    )
    .returning('id')
    .executeTakeFirst();
  if (added) {
    await appendEvent(tx, by, {
      kind: 'scan.asked',
      subjectType: 'scan',
      subjectId: added.id,
      data: { sha256: file.sha256 },
    });
    await askWorker(tx);
    return { scanId: added.id, already: false };
  }
  const { id } = await tx
    .selectFrom('scan')
    .where('owner_organ_id', '=', by.organId)
    .where('sha256', '=', file.sha256)
    .where('state', 'in', ['waiting', 'reading', 'failed', 'cancelled'])
    .select('id')
    .executeTakeFirstOrThrow();
  await tryAgain(tx, by, id);
  return { scanId: id, already: true };
}

/** Puts a scan that failed or was stopped in line again, in the name of whoever asks now. @returns whether it was one */
export async function tryAgain(tx: Tx, by: Principal, id: number): Promise<boolean> {
  const again = await tx
    .updateTable('scan')
    .set({ state: 'waiting', failure: null, tries: 0, page: 0, pages: 0, done: 0, asked_by: JSON.stringify(by) })
    .where('id', '=', id)
    .where('state', 'in', ['failed', 'cancelled'])
    .returning('id')
    .executeTakeFirst();
  if (!again) return false;
  await appendEvent(tx, by, { kind: 'scan.again', subjectType: 'scan', subjectId: id });
  await askWorker(tx);
  return true;
}
