import { type Kysely, sql } from 'kysely';
import type { DB } from '../db/schema.generated.ts';
import { startFault } from '../startFault.ts';
import { readAskingPolicies, readCatalogue } from './catalogue.ts';
import { type DistributionPlan, faultsOf, planOf } from './plan.ts';

/**
 * Spreads the hot tables of a migrated database over the nodes of Citus: registers go to every node, dossiers and events by
 * unit. Carried out once; what is spread already is left as it is.
 * @throws Fault where this PostgreSQL is no Citus, or a table cannot be distributed
 */
export async function distribute(system: Kysely<DB>): Promise<DistributionPlan> {
  const { rows: installed } = await sql`select 1 from pg_extension where extname = 'citus'`.execute(system);
  if (installed.length === 0) throw noCitus();
  const tables = await readCatalogue(system);
  const faults = faultsOf(tables);
  if (faults.length > 0)
    throw startFault(
      'citus.keys',
      `Các bảng, khóa sau chưa phân tán được: ${faults.join('; ')}.`,
      `These tables and keys cannot be spread: ${faults.join('; ')}.`,
    );
  const plan = planOf(tables);
  const asking = refusedPolicies(plan, await readAskingPolicies(system));
  if (asking.length > 0)
    throw startFault(
      'citus.policies',
      `Citus chưa nhận quy tắc xem theo dòng có câu hỏi con của các bảng sau nên chưa phân tán được: ${asking.join(', ')}. Chưa có gì bị đổi; một máy chủ PostgreSQL vẫn chạy đủ.`,
      `Citus does not take row-level security with subqueries, as these tables have: ${asking.join(', ')}. Nothing was changed; one PostgreSQL still does all the work.`,
    );
  const { rows: known } = await sql<{ name: string }>`select logicalrelid::text as name from pg_dist_partition`.execute(
    system,
  );
  const spread = new Set(known.map((row) => row.name));
  // Who asks is told by SET LOCAL, on every node; events refuse changes by triggers, which look at nothing but the statement.
  const { rows: here } = await sql<{ name: string }>`select current_database() as name`.execute(system);
  for (const [setting, value] of SETTINGS)
    await sql`alter database ${sql.id(here[0]!.name)} set ${sql.raw(setting)} = ${sql.lit(value)}`.execute(system);
  await system.connection().execute(async (connection) => {
    for (const [setting, value] of SETTINGS)
      await sql`select set_config(${setting}, ${value}, false)`.execute(connection);
    for (const name of plan.reference.filter((table) => !spread.has(table)))
      await sql`select create_reference_table(${name})`.execute(connection);
    const [first] = plan.distributed;
    for (const name of plan.distributed.filter((table) => !spread.has(table)))
      await sql`select create_distributed_table(${name}, 'unit_id', colocate_with => ${name === first ? 'default' : first!})`.execute(
        connection,
      );
  });
  return plan;
}

/** Tables of a plan that Citus would refuse for their policies. */
export const refusedPolicies = (plan: DistributionPlan, asking: readonly string[]): string[] =>
  [...plan.reference, ...plan.distributed].filter((table) => asking.includes(table));

const SETTINGS = [
  ['citus.propagate_set_commands', 'local'],
  ['citus.enable_unsafe_triggers', 'on'],
] as const;

const noCitus = () =>
  startFault(
    'citus.none',
    'PostgreSQL này không có Citus nên không có gì để phân tán; một máy chủ vẫn chạy đủ. Muốn dùng nhiều máy, hãy cài Citus và tạo phần mở rộng (create extension citus) rồi chạy lại.',
    'This PostgreSQL has no Citus, so there is nothing to distribute; one server does all the work. For several, install Citus, create the extension, and run this again.',
  );
