import { sql } from 'kysely';
import { Fault } from '../../kernel/errors.ts';
import type { Database } from '../db/access.ts';

/** How many failures are free, and how long the waits grow: 1, 2, 4, 8, 15 minutes. */
const FREE = { account: 5, address: 50 } as const;
const LONGEST_MINUTES = 15;
/** A quiet hour forgets the failures. */
const FORGET = '1 hour';

/** Names are counted as typed, known or not, so that the waiting tells nothing about which accounts exist. */
const accountSubject = (username: string) => `account:${username.trim().toLowerCase().slice(0, 100)}`;
const addressSubject = (address: string) => `address:${address.slice(0, 60)}`;

/**
 * Counts one try before the password is looked at, so that a burst of tries at once cannot slip through.
 * @throws Fault tooMany with the minutes to wait
 */
export async function countAttempt(db: Database, username: string, address: string, now: number): Promise<void> {
  const at = new Date(now).toISOString();
  const subjects = [accountSubject(username), addressSubject(address)];
  const { rows } = await sql<{ subject: string; wait: number | null }>`
    with given as (
      select * from (values (${subjects[0]!}::text, ${FREE.account}::int), (${subjects[1]!}::text, ${FREE.address}::int)) as g(subject, free)
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
    from given g left join blocked b using (subject) left join counted c using (subject)
  `.execute(db.system);
  const wait = Math.max(0, ...rows.map((row) => row.wait ?? 0));
  if (wait > 0)
    throw new Fault(
      'tooMany',
      'sign_in.wait',
      `Đã thử đăng nhập sai nhiều lần. Hãy đợi ${wait} phút rồi thử lại, hoặc nhờ quản trị viên của đơn vị đặt lại mật khẩu.`,
    );
}

/** A success forgets the failures of the account, and takes its own try off the address. */
export async function forgetAttempts(db: Database, username: string, address: string): Promise<void> {
  await db.system.deleteFrom('sign_in_attempt').where('subject', '=', accountSubject(username)).execute();
  await db.system
    .updateTable('sign_in_attempt')
    .set((eb) => ({ failures: eb('failures', '-', 1), blocked_until: null }))
    .where('subject', '=', addressSubject(address))
    .where('failures', '>', 0)
    .execute();
}
