import { sql } from 'kysely';
import type { Database } from '../../platform/db/access.ts';

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

/** The rows of dossier_figure as they should be. The rules are those of measures.ts, told once more in SQL. */
const counted = (unitId: number | null) => sql`
  select unit_id, grain, day, measure, authority_organ_id, procedure_version_id, late_from, sum(amount)::int as amount
  from (
    select g.unit_id, x.grain, case x.grain when 'd' then g.day when 'm' then date_trunc('month', g.day::timestamp)::date
      else date_trunc('year', g.day::timestamp)::date end as day, g.measure, g.authority_organ_id,
      case when x.grain = 'd' or g.measure <> 'received_online' then 0 else g.procedure_version_id end as procedure_version_id, g.late_from, g.amount
    from (${flows(unitId)} union all ${stocks(unitId)}) g cross join (values ('d'), ('m'), ('y')) as x(grain)
  ) grown
  group by 1, 2, 3, 4, 5, 6, 7 having sum(amount) <> 0`;

const flows = (unitId: number | null) => sql`
  select unit_id, (m.at at time zone ${ZONE})::date as day, m.measure, authority_organ_id, procedure_version_id,
    date '9999-12-31' as late_from, 1 as amount
  from (
    select *, finished_at is not null and status in (9, 10) as resolved, finished_at is not null
      and (supplements > 1 or coalesce(coalesce((select p.from_at from dossier_pause p where p.unit_id = dossier.unit_id
        and p.dossier_id = dossier.id and p.to_at = dossier.finished_at order by p.no desc limit 1), finished_at) > late_after, false)) as late,
      coalesce((finished_at at time zone ${ZONE})::date < (due_at at time zone ${ZONE})::date, false) as early,
      coalesce((result ->> 'signed')::boolean, false) as signed
    from dossier where received_at is not null and (${unitId}::bigint is null or unit_id = ${unitId})
  ) d cross join lateral (values
    ('received', received_at, true),
    ('received_online', received_at, channel = 'online'),
    ('received_post', received_at, channel = 'post'),
    ('digitised', received_at, channel = 'online' or (papers <> '[]' and not papers @? '$[*] ? (!(@.electronic > 0))')),
    ('fee_due', received_at, fee > 0 and money <> 'waived'),
    ('synced', received_at, sync = 'sent'),
    ('resolved_late', finished_at, resolved and late),
    ('resolved_early', finished_at, resolved and not late and early),
    ('resolved_on_time', finished_at, resolved and not late and not early),
    ('withdrawn', finished_at, status = 7),
    ('stopped', finished_at, status = 8),
    ('refused', finished_at, status = 3),
    ('ended_late', finished_at, finished_at is not null and not resolved and late),
    ('e_result', finished_at, resolved and signed),
    ('online_full', finished_at, resolved and signed and channel = 'online'),
    ('returned', returned_at, returned_at is not null)
  ) as m(measure, at, holds) where m.holds and m.at is not null`;

const stocks = (unitId: number | null) => sql`
  select s.unit_id, s.day, g.measure, g.authority_organ_id, 0::bigint as procedure_version_id, g.late_from, g.amount
  from (
    select s.unit_id, (to_timestamp(s.at / 1000.0) at time zone ${ZONE})::date as day, s.measure, s.authority_organ_id, s.late_from,
      lag(s.measure) over w as measure_before, lag(s.authority_organ_id) over w as authority_before, lag(s.late_from) over w as late_before
    from dossier_stock s where ${unitId}::bigint is null or s.unit_id = ${unitId}
    window w as (partition by s.unit_id, s.dossier_id order by s.event_id)
  ) s cross join lateral (values
    (s.measure, s.authority_organ_id, s.late_from, 1), (s.measure_before, s.authority_before, s.late_before, -1)
  ) as g(measure, authority_organ_id, late_from, amount) where g.measure is not null`;
