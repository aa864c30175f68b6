/**
 * `npm run db:types`: writes schema.generated.ts from the migrations, by running them in a PostgreSQL of its own and reading
 * what came out. Run it after adding a migration.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import postgres from 'postgres';
import { startPostgres } from '../postgres/embedded.ts';
import { migrate } from './migrate.ts';

interface Column {
  table: string;
  name: string;
  type: string;
  array: boolean;
  nullable: boolean;
  /** The database fills it in: it may be left out of an insert. */
  optional: boolean;
  /** The database alone fills it in. */
  always: boolean;
  /** The check constraints of this column alone. */
  checks: string[] | null;
}

const SCALARS: Readonly<Record<string, string>> = {
  bool: 'boolean',
  bytea: 'Buffer',
  date: 'Day',
  timestamptz: 'Instant',
  json: 'unknown',
  jsonb: 'unknown',
  ...Object.fromEntries(['int2', 'int4', 'int8', 'float4', 'float8', 'numeric'].map((name) => [name, 'number'])),
};

const HEAD = `// Written by "npm run db:types" from migrations/. Do not edit.
import type { ColumnType, Generated, GeneratedAlways } from 'kysely';
import type { Day } from '../../kernel/day.ts';

/** Epoch milliseconds when read; what the driver turns into an instant when written. */
type Instant = ColumnType<number, number | Date | string, number | Date | string>;
`;

function typeOf({ type, array, nullable, optional, always, checks }: Column): string {
  const scalar = literals(checks) ?? SCALARS[type] ?? 'string';
  let text = array ? (/^\w+$/.test(scalar) ? `${scalar}[]` : `(${scalar})[]`) : scalar;
  if (nullable && scalar !== 'unknown') text += ' | null';
  if (always) return `GeneratedAlways<${text}>`;
  if (!optional) return text;
  // Generated<Instant> would hide what may be written.
  return text === 'Instant'
    ? 'ColumnType<number, number | Date | string | undefined, number | Date | string>'
    : `Generated<${text}>`;
}

/** The words that a check such as \`state in ('open', 'done')\` allows. */
function literals(checks: string[] | null): string | undefined {
  const words = checks?.map((check) => /^CHECK \(\(\w+ = ANY \(ARRAY\[(.+)\]\)\)\)$/.exec(check)?.[1]).find(Boolean);
  return words
    ?.split(', ')
    .map((word) => word.replace(/::\w+$/, ''))
    .join(' | ');
}

async function readColumns(url: string): Promise<Column[]> {
  const sql = postgres(url, { max: 1 });
  try {
    return await sql<Column[]>`
      select c.relname as table, a.attname as name, coalesce(e.typname, t.typname) as type, e.oid is not null as array,
        not a.attnotnull as nullable, a.atthasdef or a.attidentity <> '' as optional,
        a.attidentity = 'a' or a.attgenerated <> '' as always,
        (select array_agg(pg_get_constraintdef(k.oid)) from pg_constraint k
          where k.conrelid = c.oid and k.contype = 'c' and k.conkey = array[a.attnum]) as checks
      from pg_class c
      join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
      join pg_type t on t.oid = a.atttypid
      left join pg_type e on e.oid = t.typelem and t.typcategory = 'A'
      where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p', 'v') and c.relname <> 'migration'
        and not c.relispartition
      order by c.relname collate "C", a.attnum`;
  } finally {
    await sql.end();
  }
}

function write(columns: readonly Column[]): string {
  const tables = Object.entries(Object.groupBy(columns, (column) => column.table));
  const body = tables.map(([table, of]) => {
    const lines = of!.map((column) => `    ${column.name}: ${typeOf(column)};`);
    return `  ${table}: {\n${lines.join('\n')}\n  };`;
  });
  return `${HEAD}\nexport interface DB {\n${body.join('\n')}\n}\n`;
}

const folder = mkdtempSync(join(tmpdir(), 'thongsuot-types-'));
const running = await startPostgres(folder, { settings: { fsync: 'off' } });
try {
  await migrate(running.url, join(import.meta.dirname, '../../../migrations'));
  writeFileSync(join(import.meta.dirname, 'schema.generated.ts'), write(await readColumns(running.url)));
} finally {
  await running.stop();
  rmSync(folder, { recursive: true, force: true });
}
