import { sql } from 'kysely';
import { stale } from '../../kernel/errors.ts';
import type { Principal } from '../../kernel/principal.ts';
import { appendEvent } from '../../platform/audit/appendEvent.ts';
import type { Tx } from '../../platform/db/access.ts';
import { demandKeeper } from './keepVersion.ts';
import type { ProcedureVersion } from './model.ts';
import type { SheetPlan } from './sheet.ts';
import { addVersion, correctVersion, holdCatalogue, PROCEDURES_CHANGED, versionsOf } from './store.ts';

const changed = () => stale('Danh mục vừa được người khác sửa. Chưa có gì được nhập; hãy gửi lại bảng.');

/**
 * Adds the versions of a checked sheet, all or none; each ends the one before it on the day before it begins. Dossiers that
 * were received keep theirs. The words by which a version is found bind nobody, and are changed where they stand.
 * @throws Fault forbidden, stale where the catalogue has changed since the sheet was held against it
 */
export async function importProcedures(
  tx: Tx,
  by: Principal,
  { planned, reworded }: Pick<SheetPlan, 'planned' | 'reworded'>,
): Promise<void> {
  demandKeeper(by);
  await holdCatalogue(tx);
  const newest = new Map<string, ProcedureVersion>();
  for (const version of await versionsOf(tx)) if (!newest.has(version.code)) newest.set(version.code, version);
  for (const facts of planned) {
    const there = newest.get(facts.code);
    if (there && there.validFrom >= facts.validFrom) throw changed();
    const id = await addVersion(tx, facts);
    await appendEvent(tx, by, {
      kind: 'procedure.added',
      subjectType: 'procedure',
      subjectId: id,
      data: { code: facts.code, validFrom: facts.validFrom, source: facts.source },
    });
  }
  for (const { known, facts } of reworded) {
    if (newest.get(known.code)?.edition !== known.edition) throw changed();
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
