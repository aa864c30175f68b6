import { sql } from 'kysely';
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

/**
 * Counts one try of each subject, to be called before the secret is looked at, so that a burst of tries at once cannot slip
 * through. Where one of them must wait, none is counted.
 * @returns the minutes to wait; 0: go on
 */
export async function countTry(db: Database, tried: readonly Tried[], now: number): Promise<number> {
  const at = new Date(now).toISOString();
  const given = sql.join(tried.map(({ subject, free }) => sql`(${subject}::text, ${free}::int)`));
  const { rows } = await sql<{ subject: string; wait: number | null }>`
    with quick as (${QUICK}), given as (
      select * from (values ${given}) as g(subject, free)
    ), blocked as (
      select a.subject, ceil(extract(epoch from a.blocked_until - ${at}::timestamptz) / 60)::int as wait
      from sign_in_attempt a join given g using (subject) where a.blocked_until > ${at}::timestamptz
    ), counted as (
      insert into sign_in_attempt as a (subject, failures, last_at)
      select g.subject, 1, ${at}::timestamptz from given g where not exists (select from blocked) order by g.subject
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
      returning a.subject
    )
    select g.subject, case
        when b.subject is not null then b.wait
        when exists (select from blocked) or c.subject is not null then null
        else 1 end as wait
    from quick, given g left join blocked b using (subject) left join counted c using (subject)
  `.execute(db.system);
  return Math.max(0, ...rows.map((row) => row.wait ?? 0));
}

/** A success: `subject` starts anew, and the try is taken off `shared`, which others use too. */
export async function forgetTries(db: Database, subject: string, shared: string): Promise<void> {
  await sql`
    with quick as (${QUICK}), gone as (delete from sign_in_attempt where subject = ${subject})
    update sign_in_attempt set failures = failures - 1, blocked_until = null from quick where subject = ${shared} and failures > 0
  `.execute(db.system);
}
