import { type SqlBool, sql } from 'kysely';
import type { Day } from '../kernel/day.ts';
import type { Principal } from '../kernel/principal.ts';
import type { Database, Query, Tx } from '../platform/db/access.ts';
import type { SubjectType } from './store.ts';

type Build = Database['build'];
export const PAGE_SIZE = 50;

export interface NoticeRow {
  id: number;
  kind: string;
  subjectType: SubjectType;
  subjectId: number;
  aboutOn: Day | null;
  title: string;
  source: string | null;
  reason: string | null;
  /** Epoch milliseconds. */
  at: number;
  readAt: number | null;
}

/** What one person was told, the latest first, from below an id; one more than a page, so that the next page is known of. */
export const noticesOf = (
  build: Build,
  p: Principal,
  { unread, before }: { unread: boolean; before: number | null },
): Query<NoticeRow> =>
  build
    .selectFrom('notice')
    .where('person_id', '=', p.personId)
    .$if(unread, (q) => q.where('read_at', 'is', null))
    .$if(before !== null, (q) => q.where('id', '<', before!))
    .orderBy('id', 'desc')
    .limit(PAGE_SIZE + 1)
    .select([
      'id',
      'kind',
      'subject_type as subjectType',
      'subject_id as subjectId',
      'about_on as aboutOn',
      'title',
      'source',
      'reason',
      'at',
      'read_at as readAt',
    ]) as unknown as Query<NoticeRow>;

export const unreadCount = (build: Build, p: Principal): Query<{ count: number }> =>
  build
    .selectFrom('notice')
    .where('person_id', '=', p.personId)
    .where('read_at', 'is', null)
    .select(sql<number>`count(*)::int`.as('count')) as unknown as Query<{ count: number }>;

/** Marks one notice read, or all up to the latest that the person saw. @returns how many were unread */
export async function markRead(tx: Tx, p: Principal, which: { id: number } | { upTo: number }): Promise<number> {
  const { numUpdatedRows } = await tx
    .updateTable('notice')
    .set({ read_at: sql<number>`app_now()` })
    .where('person_id', '=', p.personId)
    .where('read_at', 'is', null)
    .where('id' in which ? sql<SqlBool>`id = ${which.id}` : sql<SqlBool>`id <= ${which.upTo}`)
    .executeTakeFirstOrThrow();
  return Number(numUpdatedRows);
}

export interface OwnSettings {
  email: string | null;
  mail: boolean;
  calendarToken: string | null;
}

/** How the person wants to be told. */
export const ownSettings = (build: Build, p: Principal): Query<OwnSettings> =>
  build
    .selectFrom(sql<{ one: number }>`(select 1 as one)`.as('one'))
    .leftJoin('notice_setting as s', (j) => j.on('s.person_id', '=', p.personId))
    .leftJoin('account_of_unit as a', (j) => j.on('a.person_id', '=', p.personId))
    .select([
      'a.email',
      sql<boolean>`coalesce(s.mail, true)`.as('mail'),
      's.calendar_token as calendarToken',
    ]) as unknown as Query<OwnSettings>;

export interface MailRow {
  id: number;
  personName: string;
  day: Day;
  state: 'queued' | 'sending' | 'sent' | 'failed';
  tries: number;
  failure: string | null;
  nextAt: number;
  sentAt: number | null;
}

/** The mails to people of the administrator's unit, the latest first. */
export const mailsOf = (
  build: Build,
  unitId: number,
  { state, before }: { state: MailRow['state'] | null; before: number | null },
): Query<MailRow> =>
  build
    .selectFrom('mail as m')
    .innerJoin('person as p', 'p.id', 'm.person_id')
    .where('p.unit_id', '=', unitId)
    .$if(state !== null, (q) => q.where('m.state', '=', state!))
    .$if(before !== null, (q) => q.where('m.id', '<', before!))
    .orderBy('m.id', 'desc')
    .limit(PAGE_SIZE + 1)
    .select([
      'm.id',
      'p.name as personName',
      'm.day',
      'm.state',
      'm.tries',
      'm.failure',
      'm.next_at as nextAt',
      'm.sent_at as sentAt',
    ]) as unknown as Query<MailRow>;

export const mailTally = (build: Build, unitId: number): Query<{ state: MailRow['state']; count: number }> =>
  build
    .selectFrom('mail as m')
    .innerJoin('person as p', 'p.id', 'm.person_id')
    .where('p.unit_id', '=', unitId)
    .groupBy('m.state')
    .select(['m.state', sql<number>`count(*)::int`.as('count')]) as unknown as Query<{
    state: MailRow['state'];
    count: number;
  }>;

/** The last days whose reminders were told. */
export const latestRuns = (build: Build): Query<{ day: Day; notices: number; mails: number }> =>
  build
    .selectFrom('reminder_run')
    .orderBy('day', 'desc')
    .limit(5)
    .select(['day', 'notices', 'mails']) as unknown as Query<{ day: Day; notices: number; mails: number }>;
