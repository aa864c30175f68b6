import { type Kysely, sql } from 'kysely';
import type { DB } from '../db/schema.generated.ts';
import type { CataloguedTable } from './plan.ts';

/** The tables of the migrated database with their keys; unique indexes count as keys. */
export async function readCatalogue(system: Kysely<DB>): Promise<CataloguedTable[]> {
  const { rows } = await sql<{
    table: string;
    kind: 'primary' | 'unique' | 'foreign';
    name: string;
    columns: string[];
    references: string | null;
  }>`
    select c.conrelid::regclass::text as table, 'foreign' as kind, c.conname as name, c.confrelid::regclass::text as references,
      array(select a.attname::text from unnest(c.conkey) with ordinality as k(no, place)
        join pg_attribute a on a.attrelid = c.conrelid and a.attnum = k.no order by k.place) as columns
    from pg_constraint c where c.contype = 'f' and c.connamespace = 'public'::regnamespace
    union all
    select i.indrelid::regclass::text, case when i.indisprimary then 'primary' else 'unique' end, i.indexrelid::regclass::text, null,
      array(select a.attname::text from unnest(i.indkey::int[]) with ordinality as k(no, place)
        join pg_attribute a on a.attrelid = i.indrelid and a.attnum = k.no where k.place <= i.indnkeyatts order by k.place)
    from pg_index i join pg_class t on t.oid = i.indrelid
    where i.indisunique and t.relnamespace = 'public'::regnamespace and t.relkind = 'r'
    order by 1, 3`.execute(system);
  const tables = new Map<string, CataloguedTable & { keys: CataloguedTable['keys'][number][] }>();
  for (const { table, kind, name, columns, references } of rows) {
    const known = tables.get(table) ?? { name: table, keys: [] };
    known.keys.push({ kind, name, columns, ...(references ? { references } : {}) });
    tables.set(table, known);
  }
  return [...tables.values()];
}
