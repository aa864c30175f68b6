import { sql } from 'kysely';
import { Fault } from '../../kernel/errors.ts';

/** A system may call so many times in this while. */
export const QUOTA_SECONDS = 60;

/**
 * Counts a call of the system whose id `found` gives, as part of the statement that looks it up: no way to the database more.
 * One row for all server processes, by the clock of the database.
 * @returns a statement for a `with`, of one row {used, wait}: calls in this while, this one included, and seconds to its end
 */
export const countCall = (found: string) => sql`
  insert into api_quota as q (client_id, started_at, used) select id, now(), 1 from ${sql.table(found)}
  on conflict (client_id) do update set
    used = case when now() - q.started_at between interval '0' and ${sql.lit(`${QUOTA_SECONDS} seconds`)}::interval
      then q.used + 1 else 1 end,
    started_at = case when now() - q.started_at between interval '0' and ${sql.lit(`${QUOTA_SECONDS} seconds`)}::interval
      then q.started_at else now() end
  returning used, greatest(1, ceil(extract(epoch from started_at - now()) + ${sql.lit(QUOTA_SECONDS)}))::int as wait`;

/** Tokens that need not be looked up before an instant, by hash, so that a caller in a loop does not reach the database at all. */
const waiting = new Map<string, number>();
const MOST_WAITING = 10_000;

/** Seconds that a token has to wait still; 0: none. */
export function secondsToWait(hash: string, now: number): number {
  const until = waiting.get(hash);
  if (until === undefined) return 0;
  // A wait longer than any that is ever told comes from a clock that was set back.
  if (until > now && until <= now + LONGEST_MS) return Math.ceil((until - now) / 1000);
  waiting.delete(hash);
  return 0;
}
const LONGEST_MS = 15 * 60_000;

/** From now on this process refuses the token for so long. */
export function letWait(hash: string, seconds: number, now: number): void {
  if (waiting.size >= MOST_WAITING) waiting.clear();
  waiting.set(hash, now + seconds * 1000);
}

export const tooOften = (seconds: number): Fault =>
  new Fault(
    'tooMany',
    'api.too_many',
    `Hệ thống này gọi quá nhiều lần. Hãy đợi ${seconds} giây (đầu mục Retry-After) rồi gửi lại với cùng Idempotency-Key.`,
  );
