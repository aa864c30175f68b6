import { sql } from 'kysely';
import type { Principal } from '../../kernel/principal.ts';
import { appendEvent } from '../../platform/audit/appendEvent.ts';
import type { Tx } from '../../platform/db/access.ts';
import { demandKeeper } from './keepVersion.ts';
import { addVersion, PROCEDURES_CHANGED, type VersionFacts } from './store.ts';

/**
 * Adds the versions of a checked sheet, all or none; each ends the one before it on the day before it begins. Dossiers that
 * were received keep theirs.
 * @throws Fault forbidden
 */
export async function importProcedures(tx: Tx, by: Principal, versions: readonly VersionFacts[]): Promise<void> {
  demandKeeper(by);
  for (const facts of versions) {
    const id = await addVersion(tx, facts);
    await appendEvent(tx, by, {
      kind: 'procedure.added',
      subjectType: 'procedure',
      subjectId: id,
      data: { code: facts.code, validFrom: facts.validFrom, source: facts.source },
    });
  }
  await sql`select pg_notify(${PROCEDURES_CHANGED}, '')`.execute(tx);
}
