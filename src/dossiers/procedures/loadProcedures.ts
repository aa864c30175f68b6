import { type Kysely, sql } from 'kysely';
import type { DB } from '../../platform/db/schema.generated.ts';
import { SHIPPED } from './shipped.ts';
import { addVersion, PROCEDURES_CHANGED } from './store.ts';

/** Holds off a second load until the first is done. */
const LOCK = 7_108_246_019;

/**
 * Puts in the procedures that ship with the product, where the catalogue does not know their codes. Whatever was changed or
 * ended since stays as it is.
 * @param db as the owner of the tables
 */
export async function loadProcedures(db: Kysely<DB>): Promise<{ added: number }> {
  return db.transaction().execute(async (tx) => {
    await sql`select pg_advisory_xact_lock(${LOCK})`.execute(tx);
    const known = new Set((await tx.selectFrom('procedure').select('code').execute()).map((p) => p.code));
    const missing = SHIPPED.filter((facts) => !known.has(facts.code));
    for (const facts of missing) await addVersion(tx, facts);
    if (missing.length > 0) await sql`select pg_notify(${PROCEDURES_CHANGED}, '')`.execute(tx);
    return { added: missing.length };
  });
}
