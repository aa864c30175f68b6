import { type Kysely, sql } from 'kysely';
import type { WorkingCalendar } from '../kernel/calendar/index.ts';
import { addDays, type Day } from '../kernel/day.ts';
import type { DB } from '../platform/db/schema.generated.ts';
import { enqueueMails } from '../platform/notify/index.ts';
import { titleOf } from '../tasks/index.ts';
import { type Circle, openCircle } from './circle.ts';
import { type DigestItem, digestOf } from './digest.ts';
import { limitSteps, type Step, type Window, waitSteps } from './model.ts';
import type { ReminderRules } from './rules.ts';
import {
  circleOn,
  keepNotices,
  type NewNotice,
  openDays,
  rulesOn,
  type Thing,
  type ThingKind,
  thingsOf,
} from './store.ts';

type Db = Kysely<DB>;

/** At most one of this kind reaches a person on a day. */
export const DIGEST = 'digest';
const REMINDERS: readonly Step['kind'][] = ['before', 'due', 'late', 'escalation', 'acknowledge', 'confirm'];
const KINDS: readonly ThingKind[] = ['limit', 'acknowledge', 'confirm'];
/** Kept in one statement at most. */
const BATCH = 5000;

export interface Reminding {
  day: Day;
  /** Epoch milliseconds. */
  now: number;
  /** Where links lead; undefined: no mail server is set, people are reminded in the application alone. */
  mailBaseUrl: string | undefined;
  /** The province's. */
  calendar: WorkingCalendar;
}

/**
 * Tells the reminders of a day: notices, and a digest for each person who wants mail. All in one transaction with the note
 * that the day was told: killed half-way, nothing of it stands and the next run tells it; run twice, it tells once. Days
 * that nobody told (the server was down) are told with it: of each thing the latest reminder, and every escalation.
 * @returns what was told; null where the day had been told
 */
export async function remindDay(
  system: Db,
  { day, now, mailBaseUrl, calendar }: Reminding,
): Promise<{ notices: number; mails: number } | null> {
  return system.transaction().execute(async (tx) => {
    const claimed = await tx
      .insertInto('reminder_run')
      .values({ day, at: new Date(now).toISOString() })
      .onConflict((c) => c.column('day').doNothing())
      .returning('day')
      .executeTakeFirst();
    if (!claimed) return null;
    const before = await tx
      .selectFrom('reminder_run')
      .where('day', '!=', day)
      .select((e) => e.fn.max('day').as('last'))
      .executeTakeFirst();
    // A later day was told already: the clock went back.
    if (before?.last && before.last > day) return { notices: 0, mails: 0 };
    const window: Window = { after: before?.last ?? addDays(day, -1), upTo: day };
    const rules = await rulesOn(tx, day);
    const circle = openCircle(...(await circleOn(tx, day)));
    const told = await noticesIn(tx, window, rules, calendar, circle, now);
    let notices = 0;
    for (let at = 0; at < told.length; at += BATCH) notices += await keepNotices(tx, told.slice(at, at + BATCH));
    const mails = mailBaseUrl === undefined ? 0 : await writeDigests(tx, day, now, mailBaseUrl);
    await tx.updateTable('reminder_run').set({ notices, mails }).where('day', '=', day).execute();
    return { notices, mails };
  });
}

/** Every notice whose step falls into the window. */
async function noticesIn(
  tx: Db,
  window: Window,
  rules: ReminderRules,
  calendar: WorkingCalendar,
  circle: Circle,
  now: number,
): Promise<NewNotice[]> {
  const days = await openDays(tx);
  const notices: NewNotice[] = [];
  for (const kind of KINDS) {
    const stepsOf = new Map<Day, Step[]>();
    for (const { day } of days.filter((d) => d.kind === kind)) {
      const steps =
        kind === 'limit' ? limitSteps(day, window, rules, calendar) : waitSteps(kind, day, window, rules, calendar);
      if (steps.length > 0) stepsOf.set(day, steps);
    }
    for (const thing of await thingsOf(tx, kind, [...stepsOf.keys()])) {
      for (const step of stepsOf.get(thing.day)!) notices.push(...noticesOf(thing, step, circle, window.upTo, now));
    }
  }
  return notices;
}

const noticesOf = (thing: Thing, step: Step, circle: Circle, day: Day, now: number): NewNotice[] =>
  (step.rung ? circle.escalated(thing, step.rung) : circle.reminded(thing)).map((personId) => ({
    personId,
    organId: thing.organId,
    kind: step.kind,
    step: step.step,
    subjectType: thing.subjectType,
    subjectId: thing.subjectId,
    aboutOn: thing.day,
    day,
    title: titleOf(thing),
    source: thing.source,
    reason: null,
    at: now,
  }));

/** One mail for each person who was reminded today, wants mail and has an address. */
async function writeDigests(tx: Db, day: Day, now: number, baseUrl: string): Promise<number> {
  const { rows } = await sql<DigestItem & { personId: number }>`
    select n.person_id as "personId", n.kind, n.subject_type as "subjectType", n.subject_id as "subjectId", n.about_on as "aboutOn",
      n.title, n.source
    from notice n join person p on p.id = n.person_id left join notice_setting s on s.person_id = n.person_id
    where n.day = ${day}::date and n.mail_id is null and n.kind in (${sql.join(REMINDERS)})
      and p.email is not null and p.ended_at is null and coalesce(s.mail, true)
    order by n.person_id, n.about_on, n.id`.execute(tx);
  const people = [...Map.groupBy(rows, (r) => r.personId)];
  const mails = people.map(([personId, items]) => ({ personId, kind: DIGEST, day, ...digestOf(items, day, baseUrl) }));
  const written = await enqueueMails(tx, mails, now, new URL(baseUrl).hostname);
  await sql`
    update notice n set mail_id = m.id from mail m
    where m.person_id = n.person_id and m.kind = ${DIGEST} and m.day = ${day}::date
      and n.day = ${day}::date and n.mail_id is null and n.kind in (${sql.join(REMINDERS)})`.execute(tx);
  return written;
}
