import { sql } from 'kysely';
import type { Day } from '../../kernel/day.ts';
import { type Database, NOBODY, type Query, type Tx } from '../../platform/db/access.ts';
import type { Business, Ticket } from './model.ts';

type Build = Database['build'] | Tx;

/** The link of a centre's machine, as its own people see it. */
export const linkOf = (build: Build, organId: number) =>
  build.selectFrom('kiosk').where('organ_id', '=', organId).select(['token', 'made_at as madeAt']);

/** A centre's numbers of a day, for its own people. */
export const ticketsOf = (build: Build, organId: number, day: Day): Query<Ticket> =>
  build
    .selectFrom('kiosk_ticket')
    .where('organ_id', '=', organId)
    .where('day', '=', day)
    .orderBy('number')
    .select([
      'number',
      sql<Business>`kind`.as('kind'),
      'taken_at as takenAt',
      'called_at as calledAt',
      'last_called_at as lastCalledAt',
      'counter',
      'person_id as personId',
      'outcome',
    ]) as Query<Ticket>;

/** How one waited on a day, in whole minutes rounded up; null where nobody was called. */
export interface WaitDay {
  day: Day;
  /** Numbers taken, and of these called and not there when the day ended. */
  taken: number;
  missed: number;
  median: number | null;
  longest: number | null;
}

/** A centre's days on which numbers were taken, for its own people, the latest first. */
export const waitDays = (build: Build, organId: number, from: Day, to: Day): Query<WaitDay> => {
  const waited = sql`extract(epoch from called_at - taken_at) / 60`;
  return build
    .selectFrom('kiosk_ticket')
    .where('organ_id', '=', organId)
    .where('day', '>=', from)
    .where('day', '<=', to)
    .groupBy('day')
    .orderBy('day', 'desc')
    .select([
      'day',
      sql<number>`count(*)::int`.as('taken'),
      sql<number>`(count(*) filter (where outcome = 'absent'))::int`.as('missed'),
      sql<number | null>`ceil(percentile_cont(0.5) within group (order by ${waited}))::int`.as('median'),
      sql<number | null>`ceil(max(${waited}))::int`.as('longest'),
    ]) as unknown as Query<WaitDay>;
};

/** What the room sees by the secret link: the centre, none where the link is not good, and its numbers of a day. */
export async function roomOf(
  db: Database,
  token: string,
  day: Day,
): Promise<{ organId: number; tickets: Ticket[] } | undefined> {
  const [[centre], tickets] = await db.read(
    NOBODY,
    db.build
      .selectFrom(sql<{ organId: number }>`(select organ_id as "organId" from kiosk_centre(${token}))`.as('k'))
      .selectAll(),
    db.build
      .selectFrom(
        sql<Ticket>`(select number, kind, taken_at as "takenAt", called_at as "calledAt", last_called_at as "lastCalledAt",
          counter, null::bigint as "personId", outcome from kiosk_day(${token}, ${day}::date))`.as('t'),
      )
      .selectAll(),
  );
  return centre && { organId: centre.organId, tickets };
}
