import { type Insertable, type Kysely, sql } from 'kysely';
import type { Day } from '../../kernel/day.ts';
import { fold } from '../../kernel/vietnamese.ts';
import type { Tx } from '../../platform/db/access.ts';
import type { DB } from '../../platform/db/schema.generated.ts';
import type { ProcedureVersion } from './model.ts';

/** A version as a form, a sheet or the shipped facts give it. */
export type VersionFacts = Omit<ProcedureVersion, 'id' | 'procedureId' | 'edition' | 'searchKey' | 'validTo'> & {
  /** Other words by which people look for it. */
  words?: string;
};

/** Said on this channel of the database when procedures have changed. */
export const PROCEDURES_CHANGED = 'procedure_changed';

/** Every version of every procedure, the latest first; some thousands at most, kept in memory by the book. */
export const allVersions = (db: Kysely<DB>): Promise<ProcedureVersion[]> => versionsOf(db);

/** Holds the catalogue until the transaction ends: whoever else changes it waits, and then sees what was changed. */
export const holdCatalogue = (tx: Tx): Promise<unknown> =>
  sql`lock table procedure in share row exclusive mode`.execute(tx);

/** Those of one procedure, the latest first; of all where no code is given. */
export async function versionsOf(db: Kysely<DB>, code?: string): Promise<ProcedureVersion[]> {
  const rows = await db
    .selectFrom('procedure_version as v')
    .innerJoin('procedure as p', 'p.id', 'v.procedure_id')
    .$if(code !== undefined, (q) => q.where('p.code', '=', code!))
    .orderBy('p.code')
    .orderBy('v.valid_from', 'desc')
    .selectAll('v')
    .select(['p.code', 'p.version'])
    .execute();
  return rows.map((v) => ({
    id: v.id,
    procedureId: v.procedure_id,
    edition: v.version,
    code: v.code,
    validFrom: v.valid_from as unknown as Day,
    validTo: v.valid_to as unknown as Day | null,
    name: v.name,
    searchKey: v.search_key,
    field: v.field,
    level: v.level as ProcedureVersion['level'],
    authorityTemplates: v.authority_templates,
    components: v.components as unknown as ProcedureVersion['components'],
    fee: v.fee,
    feeNote: v.fee_note,
    limit: { unit: v.limit_unit as ProcedureVersion['limit']['unit'], amount: Number(v.limit_amount) },
    steps: v.steps as unknown as ProcedureVersion['steps'],
    result: v.result,
    receivedBy: v.received_by as ProcedureVersion['receivedBy'],
    centreIds: v.centre_organ_ids,
    online: v.online as ProcedureVersion['online'],
    source: v.source,
    configurable: v.configurable,
  }));
}

/**
 * Adds a version: the one in force before it ends the day before. A version that begins on a day on which one begins
 * already is refused by the database, because what is published is superseded and never overwritten.
 * @returns the id of the version
 */
export async function addVersion(db: Kysely<DB>, facts: VersionFacts): Promise<number> {
  const known =
    (await db
      .updateTable('procedure')
      .set({ version: sql`version + 1` })
      .where('code', '=', facts.code)
      .returning('id')
      .executeTakeFirst()) ??
    (await db.insertInto('procedure').values({ code: facts.code }).returning('id').executeTakeFirstOrThrow());
  await db
    .updateTable('procedure_version')
    .set({ valid_to: sql`${facts.validFrom}::date - 1` as never })
    .where('procedure_id', '=', known.id)
    .where('valid_from', '<', facts.validFrom as never)
    .where((e) => e.or([e('valid_to', 'is', null), e('valid_to', '>=', facts.validFrom as never)]))
    .execute();
  const { id } = await db
    .insertInto('procedure_version')
    .values({ ...columnsOf(facts), procedure_id: known.id })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

/** Puts right a version that is not in force yet. */
export async function correctVersion(db: Kysely<DB>, id: number, facts: VersionFacts): Promise<void> {
  await db.updateTable('procedure_version').set(columnsOf(facts)).where('id', '=', id).execute();
  await db.updateTable('procedure').set({ version: sql`version + 1` }).where('code', '=', facts.code).execute();
}

/** The version is in force until the end of the day. */
export async function endVersion(db: Kysely<DB>, version: ProcedureVersion, lastDay: Day): Promise<void> {
  await db
    .updateTable('procedure_version')
    .set({ valid_to: lastDay as never })
    .where('id', '=', version.id)
    .execute();
  await db.updateTable('procedure').set({ version: sql`version + 1` }).where('id', '=', version.procedureId).execute();
}

const columnsOf = (v: VersionFacts): Omit<Insertable<DB['procedure_version']>, 'procedure_id'> => ({
  valid_from: v.validFrom as never,
  name: v.name,
  search_key: fold([v.code, v.name, v.words ?? '', v.field].join(' ')),
  field: v.field,
  level: v.level,
  authority_templates: v.authorityTemplates,
  components: JSON.stringify(v.components) as never,
  fee: v.fee,
  fee_note: v.feeNote,
  limit_unit: v.limit.unit,
  limit_amount: v.limit.amount,
  steps: JSON.stringify(v.steps) as never,
  result: v.result,
  received_by: v.receivedBy,
  centre_organ_ids: v.centreIds,
  online: v.online,
  source: v.source,
  configurable: v.configurable,
});
