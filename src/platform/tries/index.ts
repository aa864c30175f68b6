import { type RawBuilder, sql } from 'kysely';
import type { Database } from '../db/access.ts';

/** Something of which only so many tries an hour are free: an account's password, a receipt's secret, an address. */
export interface Tried {
  /** `account:name`, `address:10.0.0.1`. */
  subject: string;
  /** Tries that cost nothing; after them the waits grow: 1, 2, 4, 8, 15 minutes. */
  free: number;
}

/** A try that a power cut forgets harms nobody; waiting for the disk at each would slow everybody. */
const QUICK = sql`select set_config('synchronous_commit', 'off', true)`;
const LONGEST_MINUTES = 15;
/** A quiet hour forgets the tries. */
const FORGET = '1 hour';

const givenRows = (tried: readonly Tried[]) => sql`
  select * from (values ${sql.join(tried.map(({ subject, free }) => sql`(${subject}::text, ${free}::int)`))}) as g(subject, free)`;

/** Of `given`, those that must wait, with their minutes. */
const blockedRows = (at: string) => sql`
  select a.subject, ceil(extract(epoch from a.blocked_until - ${at}::timestamptz) / 60)::int as wait
  from sign_in_attempt a join given g using (subject) where a.blocked_until > ${at}::timestamptz`;

/** Counts a try of each of `given`, unless one is `blocked`. */
const countedRows = (at: string) => sql`
  insert into sign_in_attempt as a (subject, failures, last_at)
  select g.subject, 1, ${at}::timestamptz from quick, given g where not exists (select from blocked) order by g.subject
  on conflict (subject) do update set
    failures = case when a.last_at < excluded.last_at - ${FORGET}::interval then 1 else a.failures + 1 end,
    last_at = excluded.last_at,
    blocked_until = case
      when a.last_at < excluded.last_at - ${FORGET}::interval then null
      when a.failures + 1 >= (select free from given g where g.subject = a.subject) then excluded.last_at
        + make_interval(mins => least(${LONGEST_MINUTES}::int,
            power(2, least(10, a.failures + 1 - (select free from given g where g.subject = a.subject)))::int))
    end
  where a.blocked_until is null or a.blocked_until <= excluded.last_at
  returning a.subject`;

/**
 * Counts one try of each subject, to be called before the secret is looked at, so that a burst of tries at once cannot slip
 * through. Where one of them must wait, none is counted.
 * @returns the minutes to wait: 1 where another try, at the same moment, has just used up what was free; 0: go on
 */
export async function countTry(db: Pick<Database, 'system'>, tried: readonly Tried[], now: number): Promise<number> {
  const at = new Date(now).toISOString();
  const { rows } = await sql<{ wait: number | null }>`
    with quick as (${QUICK}), given as (${givenRows(tried)}), blocked as (${blockedRows(at)}), counted as (${countedRows(at)})
    select max(case when exists (select from blocked) then b.wait when c.subject is not null then 0 else 1 end) as wait
    from given g left join blocked b using (subject) left join counted c using (subject)`.execute(db.system);
  return rows[0]!.wait ?? 0;
}

/**
 * Looks up, and counts a try of each subject where nothing was found. A hit is one statement that writes nothing, unless there
 * are tries of the first subject to forget. The connection is kept between the look and the count, so that of a burst at once no
 * more slip through than there are connections to the database.
 * @param look gives one row where the secret was right
 */
export async function tryToFind<Row>(
  db: Database,
  tried: readonly [Tried, ...Tried[]],
  now: number,
  look: RawBuilder<Row>,
): Promise<{ wait: number; found: Row | undefined }> {
  const at = new Date(now).toISOString();
  const [first] = tried;
  const subjects = sql.join(tried.map(({ subject }) => sql`${subject}::text`));
  return db.system.connection().execute(async (connection) => {
    const { rows } = await sql<{ wait: number | null; before: boolean; hit: boolean | null } & Row>`
      select t.*, f.* from (
        select ceil(extract(epoch from max(a.blocked_until) filter (where a.blocked_until > ${at}::timestamptz) - ${at}::timestamptz) / 60)::int
          as wait, coalesce(bool_or(a.subject = ${first.subject}), false) as before
        from sign_in_attempt a where a.subject in (${subjects})) t
      left join lateral (select true as hit, x.* from (${look}) x) f on t.wait is null`.execute(connection);
    const { wait, before, hit, ...found } = rows[0]!;
    if (wait !== null) return { wait, found: undefined };
    if (!hit) return { wait: await countTry({ system: connection }, tried, now), found: undefined };
    if (before) await sql`delete from sign_in_attempt where subject = ${first.subject}`.execute(connection);
    return { wait: 0, found: found as unknown as Row };
  });
}

/** A success: `subject` starts anew, and the try is taken off `shared`, which others use too. */
export async function forgetTries(db: Database, subject: string, shared: string): Promise<void> {
  await sql`
    with quick as (${QUICK}), gone as (delete from sign_in_attempt where subject = ${subject})
    update sign_in_attempt set failures = failures - 1, blocked_until = null from quick where subject = ${shared} and failures > 0
  `.execute(db.system);
}
