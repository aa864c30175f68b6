import { randomUUID } from 'node:crypto';
import { type Kysely, sql } from 'kysely';
import type { Day } from '../../kernel/day.ts';
import type { DB } from '../db/schema.generated.ts';

/** What a person is to be written; where they are reached is looked up as it is sent. */
export interface NewMail {
  personId: number;
  /** At most one mail of a kind reaches a person on a day. */
  kind: string;
  day: Day;
  subject: string;
  /** Plain text. */
  body: string;
}

/** A mail that this process alone is sending, until its lease ends. */
export interface HeldMail {
  id: number;
  /** Counts the takings: who was taken for dead must not settle what another has taken since. */
  tries: number;
  to: string | null;
  name: string;
  subject: string;
  body: string;
  messageId: string;
  createdAt: number;
  /** A process ended while the server was being given the last line: it may have the mail already. */
  perhapsSent: boolean;
}

type Db = Kysely<DB>;

/** How long a sender may be silent before another takes its mail over; longer than all waits for a mail server together. */
export const LEASE_MS = 5 * 60_000;
/** After this a digest is no news any more. */
const GIVE_UP_MS = 3 * 86_400_000;
const MINUTE = 60_000;
const DELAYS = [1, 2, 5, 10, 20, 30].map((minutes) => minutes * MINUTE);
const instant = (ms: number) => new Date(ms).toISOString();

/**
 * Puts mails in line, in the transaction that makes what they tell. One of the same person, kind and day is left as it is.
 * @param host the domain of the message ids
 */
export async function enqueueMails(tx: Db, mails: readonly NewMail[], now: number, host: string): Promise<number> {
  if (mails.length === 0) return 0;
  const rows = mails.map((m) => ({
    person_id: m.personId,
    kind: m.kind,
    day: m.day,
    subject: m.subject,
    body: m.body,
    message_id: `<${randomUUID()}@${host}>`,
  }));
  const { numAffectedRows } = await sql`
    insert into mail (person_id, kind, day, subject, body, message_id, next_at, created_at)
    select r.person_id, r.kind, r.day, r.subject, r.body, r.message_id, ${instant(now)}::timestamptz, ${instant(now)}::timestamptz
    from jsonb_to_recordset(${JSON.stringify(rows)}::text::jsonb)
      as r (person_id bigint, kind text, day date, subject text, body text, message_id text)
    on conflict (person_id, kind, day) do nothing`.execute(tx);
  return Number(numAffectedRows ?? 0);
}

/** Takes the next mail that is due, or one whose sender was killed. */
export async function holdNext(db: Db, now: number): Promise<HeldMail | undefined> {
  const { rows } = await sql<HeldMail>`
    with next as (
      select m.id, m.state = 'sending' and m.handed_at is not null as perhaps_sent from mail m
      where (m.state = 'queued' and m.next_at <= ${instant(now)}::timestamptz)
        or (m.state = 'sending' and m.held_until < ${instant(now)}::timestamptz)
      order by m.next_at, m.id limit 1 for update skip locked
    )
    update mail m set state = 'sending', tries = m.tries + 1, held_until = ${instant(now + LEASE_MS)}::timestamptz, handed_at = null
    from next n, person p where m.id = n.id and p.id = m.person_id
    returning m.id, m.tries, case when p.ended_at is null then p.email end as "to", p.name, m.subject, m.body,
      m.message_id as "messageId", m.created_at as "createdAt", n.perhaps_sent as "perhapsSent"`.execute(db);
  return rows[0];
}

/** Notes that the last line is about to be given to the server. False: another process has taken the mail meanwhile. */
export async function noteHanded(db: Db, mail: HeldMail, now: number): Promise<boolean> {
  const { numUpdatedRows } = await held(db, mail)
    .set({ handed_at: instant(now) })
    .executeTakeFirstOrThrow();
  return numUpdatedRows > 0n;
}

export const noteSent = (db: Db, mail: HeldMail, now: number): Promise<unknown> =>
  held(db, mail)
    .set({ state: 'sent', sent_at: instant(now), held_until: null, failure: null })
    .execute();

/** This mail can never be sent: the address is wrong or missing. */
export const noteRefused = (db: Db, mail: HeldMail, failure: string): Promise<unknown> =>
  held(db, mail).set({ state: 'failed', failure, held_until: null }).execute();

/** To be tried again, later each time; given up after three days. */
export async function noteDelayed(db: Db, mail: HeldMail, failure: string, now: number): Promise<void> {
  const tooLate = now - mail.createdAt > GIVE_UP_MS;
  await held(db, mail)
    .set({
      state: tooLate ? 'failed' : 'queued',
      failure,
      held_until: null,
      handed_at: null,
      next_at: instant(now + delayAfter(mail.tries)),
    })
    .execute();
}

/** The server cannot be reached: all that is due waits, so that one try tells of all. What is too old is given up. */
export async function postponeAll(db: Db, failure: string, until: number, now: number): Promise<void> {
  await db
    .updateTable('mail')
    .set({
      next_at: instant(until),
      failure,
      state: sql<'queued'>`case when created_at < ${instant(now - GIVE_UP_MS)}::timestamptz then 'failed' else 'queued' end`,
    })
    .where('state', '=', 'queued')
    .where('next_at', '<=', sql<number>`${instant(now)}::timestamptz`)
    .execute();
}

/** Milliseconds to wait after so many tries. */
export const delayAfter = (tries: number): number => DELAYS[Math.min(tries, DELAYS.length) - 1] ?? DELAYS[0]!;

const held = (db: Db, mail: HeldMail) =>
  db.updateTable('mail').where('id', '=', mail.id).where('state', '=', 'sending').where('tries', '=', mail.tries);
