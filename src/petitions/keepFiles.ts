import type { Principal } from '../kernel/principal.ts';
import type { Tx } from '../platform/db/access.ts';
import type { EvidenceFile } from '../tasks/index.ts';

/** Evidence of the asker, a document with a draft answer, or with an answer that has been sent. */
export type FileKind = 'evidence' | 'draft' | 'answer';

/** Ties files of the file store to a petition; returns what an event says of them. */
export async function keepFiles(
  tx: Tx,
  by: Principal,
  petitionId: number,
  kind: FileKind,
  files: readonly EvidenceFile[],
): Promise<{ id: number; name: string }[]> {
  if (files.length === 0) return [];
  return tx
    .insertInto('file')
    .values(
      files.map((f) => ({
        sha256: f.sha256,
        name: f.name,
        media_type: f.mediaType,
        size: f.size,
        subject_type: 'petition' as const,
        subject_id: petitionId,
        kind,
        added_by: by.personId,
      })),
    )
    .returning(['id', 'name'])
    .execute();
}
