import { sql } from 'kysely';
import type { Database } from '../../platform/db/access.ts';
import { ratings } from './recountRatings.ts';

/** A row on which the kept figures and the recount disagree. */
export interface Difference {
  unitId: number;
  grain: 'd' | 'm' | 'y';
  day: string;
  measure: string;
  authorityOrganId: number;
  procedureVersionId: number;
  lateFrom: string;
  kept: number;
  counted: number;
}

/**
 * Counts everything anew from the dossiers and their events, by a way of its own, and says where the kept figures differ.
 * @param how.mend puts the counted figures in the place of the kept ones
 * @param how.unitId of one unit only
 */
export async function recount(
  system: Database['system'],
  { mend = false, unitId = null }: { mend?: boolean; unitId?: number | null } = {},
): Promise<Difference[]> {
  return system.transaction().execute(async (tx) => {
    // Steps wait while it counts: what is compared must be of one moment.
    await sql`lock table dossier_figure in share row exclusive mode`.execute(tx);
    const { rows } = await sql<Difference>`
      with counted as (${counted(unitId)}), kept as (
        select * from dossier_figure where amount <> 0 and (${unitId}::bigint is null or unit_id = ${unitId})
      )
      select unit_id as "unitId", grain, day, measure, authority_organ_id as "authorityOrganId",
        procedure_version_id as "procedureVersionId", late_from as "lateFrom", coalesce(k.amount, 0) as kept, coalesce(c.amount, 0) as counted
      from counted c full join kept k using (unit_id, grain, day, measure, authority_organ_id, procedure_version_id, late_from)
      where k.amount is distinct from c.amount
      order by 1, 2, 3, 4, 5, 6, 7`.execute(tx);
    if (mend && rows.length > 0) {
      await sql`delete from dossier_figure where ${unitId}::bigint is null or unit_id = ${unitId}`.execute(tx);
      await sql`insert into dossier_figure (unit_id, grain, day, measure, authority_organ_id, procedure_version_id, late_from, amount)
        ${counted(unitId)}`.execute(tx);
    }
    return rows;
  });
}

const ZONE = sql.raw(`'Asia/Ho_Chi_Minh'`);

/**
 * The rows of dossier_figure as they should be. The rules are those of measures.ts, told once more in SQL. Counted by day first:
 * a million dossiers make some tens of thousands of such rows, and months and years are sums of them.
 */
const counted = (unitId: number | null) => sql`
  with told as materialized (${told(unitId)}), daily as (
    ${received} union all ${finished} union all ${returned} union all ${ratings(unitId)} union all ${stocks(unitId)}
  )
  select d.unit_id, g.grain, g.day, d.measure, d.authority_organ_id, g.procedure_version_id, d.late_from, sum(d.amount)::int as amount
  from daily d cross join lateral (values
    ('d', d.day, 0), ('m', date_trunc('month', d.day::timestamp)::date, d.procedure_version_id),
    ('y', date_trunc('year', d.day::timestamp)::date, d.procedure_version_id)
  ) as g(grain, day, procedure_version_id)
  where d.amount <> 0
  group by 1, 2, 3, 4, 5, 6, 7 having sum(d.amount) <> 0`;

/** Of each dossier received, what the flows ask. */
const told = (unitId: number | null) => sql`
  select d.unit_id, d.authority_organ_id, d.procedure_version_id, d.status, d.channel,
    (d.received_at at time zone ${ZONE})::date as received_on, (d.finished_at at time zone ${ZONE})::date as finished_on,
    (d.returned_at at time zone ${ZONE})::date as returned_on, d.status in (9, 10) as resolved,
    d.channel = 'online' or (d.papers <> '[]' and not d.papers @? '$[*] ? (!(@.electronic > 0))') as digitised,
    d.fee > 0 and d.money <> 'waived' as fee_due, d.sync = 'sent' as synced,
    d.supplements > 1 or coalesce(coalesce(p.from_at, d.finished_at) > d.late_after, false) as late,
    coalesce((d.finished_at at time zone ${ZONE})::date < (d.due_at at time zone ${ZONE})::date, false) as early,
    coalesce((d.result ->> 'signed')::boolean, false) as signed
  from dossier d left join (
    select distinct on (unit_id, dossier_id, to_at) unit_id, dossier_id, to_at, from_at
    from dossier_pause order by unit_id, dossier_id, to_at, no desc
  ) p on p.unit_id = d.unit_id and p.dossier_id = d.id and p.to_at = d.finished_at
  where d.received_at is not null and (${unitId}::bigint is null or d.unit_id = ${unitId})`;

const NEVER = sql.raw(`date '9999-12-31'`);

/** Counts of one day's dossiers of a unit and an authority, turned from columns into rows. */
const flows = (day: string, measures: Readonly<Record<string, string>>) => {
  const names = Object.keys(measures);
  return sql`
    select c.unit_id, c.day, c.authority_organ_id, 0::bigint as procedure_version_id, m.measure, ${NEVER} as late_from, m.amount
    from (
      select unit_id, ${sql.raw(day)} as day, authority_organ_id,
        ${sql.raw(names.map((name) => `count(*) filter (where ${measures[name]}) as ${name}`).join(', '))}
      from told where ${sql.raw(day)} is not null group by 1, 2, 3
    ) c cross join lateral (values ${sql.raw(names.map((name) => `('${name}', c.${name})`).join(', '))}) as m(measure, amount)`;
};

const received = sql`
  ${flows('received_on', {
    received: 'true',
    received_post: `channel = 'post'`,
    digitised: 'digitised',
    fee_due: 'fee_due',
    synced: 'synced',
  })}
  union all
  select unit_id, received_on, authority_organ_id, procedure_version_id, 'received_online', ${NEVER}, count(*)
  from told where channel = 'online' group by 1, 2, 3, 4`;

const finished = flows('finished_on', {
  resolved_late: 'resolved and late',
  resolved_early: 'resolved and not late and early',
  resolved_on_time: 'resolved and not late and not early',
  withdrawn: 'status = 7',
  stopped: 'status = 8',
  refused: 'status = 3',
  ended_late: 'not resolved and late',
  e_result: 'resolved and signed',
  online_full: `resolved and signed and channel = 'online'`,
});

const returned = flows('returned_on', { returned: 'true' });

const stocks = (unitId: number | null) => sql`
  select s.unit_id, s.day, g.authority_organ_id, 0::bigint, g.measure, g.late_from, sum(g.amount)
  from (
    select s.unit_id, (to_timestamp(s.at / 1000::float8) at time zone ${ZONE})::date as day, s.measure, s.authority_organ_id, s.late_from,
      lag(s.measure) over w as measure_before, lag(s.authority_organ_id) over w as authority_before, lag(s.late_from) over w as late_before
    from (
      -- In the order in which the view comes anyhow: said here, it is not sorted again.
      select * from dossier_stock where ${unitId}::bigint is null or unit_id = ${unitId} order by unit_id, dossier_id, event_id
    ) s
    window w as (partition by s.unit_id, s.dossier_id order by s.event_id)
  ) s cross join lateral (values
    (s.measure, s.authority_organ_id, s.late_from, 1), (s.measure_before, s.authority_before, s.late_before, -1)
  ) as g(measure, authority_organ_id, late_from, amount) where g.measure is not null
  group by 1, 2, 3, 4, 5, 6`;
