import { sql } from 'kysely';
import type { Principal } from '../../kernel/principal.ts';
import { appendEvent } from '../../platform/audit/appendEvent.ts';
import type { Tx } from '../../platform/db/access.ts';
import { demandKeeper } from './keepVersion.ts';
import type { SheetPlan } from './sheet.ts';
import { addVersion, correctVersion, PROCEDURES_CHANGED } from './store.ts';

/**
 * Adds the versions of a checked sheet, all or none; each ends the one before it on the day before it begins. Dossiers that
 * were received keep theirs. The words by which a version is found bind nobody, and are changed where they stand.
 * @throws Fault forbidden
 */
export async function importProcedures(
  tx: Tx,
  by: Principal,
  { planned, reworded }: Pick<SheetPlan, 'planned' | 'reworded'>,
): Promise<void> {
  demandKeeper(by);
  for (const facts of planned) {
    const id = await addVersion(tx, facts);
    await appendEvent(tx, by, {
      kind: 'procedure.added',
      subjectType: 'procedure',
      subjectId: id,
      data: { code: facts.code, validFrom: facts.validFrom, source: facts.source },
    });
  }
  for (const { known, facts } of reworded) {
    await correctVersion(tx, known.id, { ...facts, configurable: known.configurable });
    await appendEvent(tx, by, {
      kind: 'procedure.reworded',
      subjectType: 'procedure',
      subjectId: known.id,
      data: { code: facts.code, validFrom: facts.validFrom, source: facts.source, words: facts.words, before: known },
    });
  }
  await sql`select pg_notify(${PROCEDURES_CHANGED}, '')`.execute(tx);
}
