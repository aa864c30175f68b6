import type { Principal } from '../kernel/principal.ts';
import { appendEvent } from '../platform/audit/appendEvent.ts';
import type { Tx } from '../platform/db/access.ts';
import type { DossierFile } from './lists.ts';

/** A file already put into the file store. */
export interface StoredFile {
  sha256: string;
  name: string;
  mediaType: string;
  size: number;
  /** Which paper of the procedure it is; not told: none in particular. */
  componentNo?: number | undefined;
}

/** Ties files to a dossier, and tells it. @returns their ids, in order */
export async function keepFiles(
  tx: Tx,
  by: Principal,
  { unitId, id }: { unitId: number; id: number },
  kind: DossierFile['kind'],
  files: readonly StoredFile[],
): Promise<number[]> {
  if (files.length === 0) return [];
  const kept = await tx
    .insertInto('dossier_file')
    .values(
      files.map((f) => ({
        unit_id: unitId,
        dossier_id: id,
        kind,
        component_no: f.componentNo ?? null,
        sha256: f.sha256,
        name: f.name,
        media_type: f.mediaType,
        size: f.size,
        person_id: by.personId,
      })),
    )
    .returning('id')
    .execute();
  await appendEvent(tx, by, {
    kind: 'dossier.filed',
    subjectType: 'dossier',
    subjectId: id,
    unitId,
    data: { kind, files: files.map((f) => f.name) },
  });
  return kept.map((row) => row.id);
}
