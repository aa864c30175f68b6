import type { Principal } from '../kernel/principal.ts';
import type { Tx } from '../platform/db/access.ts';

/** A file already put into the file store, to be tied to a task. */
export interface EvidenceFile {
  sha256: string;
  name: string;
  mediaType: string;
  size: number;
}

/** Ties files to a task; returns what an event says of them. */
export async function keepEvidence(
  tx: Tx,
  by: Principal,
  taskId: number,
  files: EvidenceFile[],
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
        subject_type: 'task',
        subject_id: taskId,
        kind: 'evidence',
        added_by: by.personId,
      })),
    )
    .returning(['id', 'name'])
    .execute();
}
