import { type Kysely, sql } from 'kysely';
import type { DB } from '../db/schema.generated.ts';
import type { CataloguedTable } from './plan.ts';

/** The tables of the migrated database, all of them, with their keys; unique indexes count as keys. */
export async function readCatalogue(system: Kysely<DB>): Promise<CataloguedTable[]> {
  const { rows } = await sql<{
    table: string;
    kind: 'primary' | 'unique' | 'foreign';
    name: string;
    columns: string[];
    references: string | null;
  }>`
    select (select relname from pg_class t where t.oid = c.conrelid) as table, 'foreign' as kind, c.conname as name, (select relname from pg_class t where t.oid = c.confrelid) as references,
      array(select a.attname::text from unnest(c.conkey) with ordinality as k(no, place)
        join pg_attribute a on a.attrelid = c.conrelid and a.attnum = k.no order by k.place) as columns
    from pg_constraint c where c.contype = 'f' and c.connamespace = 'public'::regnamespace
    union all
    select t.relname, case when i.indisprimary then 'primary' else 'unique' end, i.indexrelid::regclass::text, null,
      array(select a.attname::text from unnest(i.indkey::int[]) with ordinality as k(no, place)
        join pg_attribute a on a.attrelid = i.indrelid and a.attnum = k.no where k.place <= i.indnkeyatts order by k.place)
    from pg_index i join pg_class t on t.oid = i.indrelid
    where i.indisunique and t.relnamespace = 'public'::regnamespace and t.relkind = 'r'
    order by 1, 3`.execute(system);
  const { rows: all } = await sql<{ name: string }>`select relname as name from pg_class
    where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and relname <> 'migration' order by 1`.execute(
    system,
  );
  const tables = new Map<string, CataloguedTable & { keys: CataloguedTable['keys'][number][] }>();
  for (const { name } of all) tables.set(name, { name, keys: [] });
  for (const { table, kind, name, columns, references } of rows) {
    tables.get(table)?.keys.push({ kind, name, columns, ...(references ? { references } : {}) });
  }
  return [...tables.values()];
}

/**
 * Tables whose row-level security asks a question of its own ("select"): Citus takes no such policy on a table that it spreads or
 * copies, whatever the question is.
 */
export async function readAskingPolicies(system: Kysely<DB>): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    select distinct relname as name from pg_policy join pg_class t on t.oid = polrelid
    where concat(pg_get_expr(polqual, polrelid), ' ', pg_get_expr(polwithcheck, polrelid)) ~* '\\(\\s*select\\s' order by 1`.execute(
    system,
  );
  return rows.map((row) => row.name);
}
