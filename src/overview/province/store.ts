import { type Kysely, sql } from 'kysely';
import type { Day } from '../../kernel/day.ts';
import type { Principal } from '../../kernel/principal.ts';
import type { Database, Query } from '../../platform/db/access.ts';
import type { DB } from '../../platform/db/schema.generated.ts';
import type { PetitionStanding } from '../model.ts';

type Build = Database['build'];

/** The body in whose name the principal's office assigns work and is asked. */
export const bodyOf = (p: Principal): number => p.servesId ?? p.organId;

const WAITING = sql`('raised', 'working', 'prepared', 'partial', 'beyond', 'reopened')`;

/** The petitions to the principal's body that wait for an answer, by commune and field. */
export const petitionStandings = (build: Build, p: Principal, today: Day): Query<PetitionStanding> =>
  build
    .selectFrom('petition')
    .where('body_organ_id', '=', bodyOf(p))
    .where(sql<boolean>`state in ${WAITING}`)
    .groupBy(['unit_id', 'field'])
    .select([
      'unit_id as unitId',
      'field',
      sql<number>`count(*)::int`.as('open'),
      sql<number>`(count(*) filter (where due_on < ${today}))::int`.as('unanswered'),
      sql<number>`(count(*) filter (where due_on < ${today} and urgency = 'urgent'))::int`.as('urgentUnanswered'),
    ]) as unknown as Query<PetitionStanding>;

export interface FieldAnswered {
  field: string;
  answered: number;
}

/** Petitions to the principal's body that were answered from a day on, by field. */
export const answeredByField = (build: Build, p: Principal, from: Day): Query<FieldAnswered> =>
  build
    .selectFrom('petition')
    .where('body_organ_id', '=', bodyOf(p))
    .where('answered_on', '>=', from)
    .groupBy('field')
    .select(['field', sql<number>`count(*)::int`.as('answered')]) as unknown as Query<FieldAnswered>;

/** How the province stood for one body at the end of a day. */
export interface StandingDay {
  day: Day;
  late: number;
  unacknowledged: number;
  unanswered: number;
}

/** At the end of each of the last weeks, oldest first; weeks of which nothing was kept are missing. */
export const standingByWeek = (build: Build, p: Principal, today: Day, weeks: number): Query<StandingDay> =>
  build
    .selectFrom('standing_day')
    .where('issuer_organ_id', '=', bodyOf(p))
    .where(sql<boolean>`day = any (select ${today}::date - 7 * n from generate_series(1, ${weeks}::int) n)`)
    .orderBy('day')
    .select(['day', 'late', 'unacknowledged', 'unanswered']) as unknown as Query<StandingDay>;

/**
 * Writes down how the province stood on each day from `from` to `to` that is not kept yet, for every body that issues directives.
 * Reckoned from when things were given, due, done and answered: a day may be made up for later.
 * @param system as the owner of the tables: every body's matters
 */
export async function keepStandings(system: Kysely<DB>, from: Day, to: Day): Promise<void> {
  await sql`
    with wanted as (
      select d::date as day, o.id as issuer from generate_series(${from}::date, ${to}::date, interval '1 day') d, organ o
      where o.issues and o.level = 'province'
        and not exists (select from standing_day s where s.day = d::date and s.issuer_organ_id = o.id)
    ), days as (
      select distinct day from wanted
    ), late as (
      select d.day, t.issuer_organ_id as issuer, count(*) as n from charge c join task t on t.id = c.task_id
        join days d on c.due_on < d.day and t.started_on <= d.day and (c.done_on is null or c.done_on > d.day)
      where c.role = 'lead' and c.state in ('working', 'done') group by 1, 2
    ), unread as (
      select d.day, x.issuer_organ_id as issuer, count(*) as n from distribution r join directive x on x.id = r.directive_id
        join days d on r.sent_at < d.day and (r.acknowledged_at is null or r.acknowledged_at >= d.day + 1)
      where x.state = 'issued' group by 1, 2
    ), unanswered as (
      select d.day, p.body_organ_id as issuer, count(*) as n from petition p
        join days d on p.due_on < d.day and p.raised_on <= d.day and (p.answered_on is null or p.answered_on > d.day)
      where p.state not in ('withdrawn', 'merged') group by 1, 2
    )
    insert into standing_day (day, issuer_organ_id, late, unacknowledged, unanswered)
    select w.day, w.issuer, coalesce(l.n, 0), coalesce(u.n, 0), coalesce(a.n, 0) from wanted w
      left join late l using (day, issuer) left join unread u using (day, issuer) left join unanswered a using (day, issuer)
    on conflict do nothing`.execute(system);
}
