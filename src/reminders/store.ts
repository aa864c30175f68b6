import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { Day } from '../kernel/day.ts';
import type { DB } from '../platform/db/schema.generated.ts';
import type { CircleOrgan, Concerned, Holder } from './circle.ts';
import { DEFAULT_RULES, type ReminderRules, reminderRules } from './rules.ts';

type Db = Kysely<DB>;

/** What a reminder can be about: a due day, a directive that nobody acknowledged, a completion that nobody confirmed. */
export type ThingKind = 'limit' | 'acknowledge' | 'confirm';
export type SubjectType = 'task' | 'petition' | 'directive' | 'report';

/** One thing of which people may have to be reminded, with the day from which its steps are counted. */
export interface Thing extends Concerned {
  kind: ThingKind;
  subjectType: SubjectType;
  subjectId: number;
  day: Day;
  topic: string | null;
  action: string;
  source: string | null;
}

/** One notice as it is kept: see table notice. */
export interface NewNotice {
  personId: number;
  organId: number | null;
  kind: string;
  step: string;
  subjectType: SubjectType;
  subjectId: number;
  aboutOn: Day | null;
  day: Day;
  title: string;
  source: string | null;
  reason: string | null;
  /** Epoch milliseconds. */
  at: number;
}

/** The rules in force on a day. */
export async function rulesOn(db: Db, day: Day): Promise<ReminderRules> {
  const row = await db
    .selectFrom('reminder_setting')
    .where('valid_from', '<=', day)
    .orderBy('valid_from', 'desc')
    .orderBy('id', 'desc')
    .select('rules')
    .limit(1)
    .executeTakeFirst();
  return row ? reminderRules.parse({ ...DEFAULT_RULES, ...(row.rules as object) }) : DEFAULT_RULES;
}

/** Every organ, and everybody in a position on a day. */
export async function circleOn(db: Db, day: Day): Promise<[CircleOrgan[], Holder[]]> {
  const { rows: organs } = await sql<CircleOrgan>`
    select o.id, o.unit_id as "unitId", o.parent_id as "parentId", o.serves_id as "servesId",
      array(select l.successor_id from organ_lineage l
        where l.predecessor_id = o.id and o.valid_to < ${day}::date order by l.successor_id) as "successorIds"
    from organ o order by o.id`.execute(db);
  const { rows: holders } = await sql<Holder>`
    select a.person_id as "personId", x.organ_id as "organId", x.role
    from appointment a join position x on x.id = a.position_id join person p on p.id = a.person_id
    where p.ended_at is null
      and a.valid_from <= ${day}::date and coalesce(a.valid_to, 'infinity') >= ${day}::date
      and coalesce(x.valid_from, '-infinity') <= ${day}::date and coalesce(x.valid_to, 'infinity') >= ${day}::date
    order by a.id`.execute(db);
  return [organs, holders];
}

const SENT_ON = sql`(r.sent_at at time zone 'Asia/Ho_Chi_Minh')::date`;
const OPEN_PETITION = sql`p.state in ('working', 'partial', 'reopened', 'beyond', 'prepared') and p.due_on is not null`;
const OPINION_DUE = sql`coalesce(t.opinion_due_on, c.due_on)`;
const OPINION_OWED = sql`c.role = 'coordinate' and c.state in ('working', 'returned') and c.opinion_on is null
  and t.state in ('working', 'returned', 'awaiting')`;

/** A part that was passed on; without a day of its own it is due with what it belongs to. */
const PARTS = sql`subtask s join charge c on c.id = s.charge_id left join subtask above on above.id = s.parent_id`;
const PART_DUE = sql`coalesce(s.due_on, above.due_on, c.due_on)`;

/** The days from which steps of open things are counted: few, however many things there are. */
export async function openDays(db: Db): Promise<{ kind: ThingKind; day: Day }[]> {
  const { rows } = await sql<{ kind: ThingKind; day: Day }>`
    select 'limit' as kind, due_on as day from charge where state in ('working', 'returned') and role = 'lead' and due_on is not null
    union select 'limit', ${OPINION_DUE} from charge c join task t on t.id = c.task_id where ${OPINION_OWED} and ${OPINION_DUE} is not null
    union select 'limit', ${PART_DUE} from ${PARTS} where s.state in ('working', 'returned') and ${PART_DUE} is not null
    union select 'limit', p.due_on from petition p where ${OPEN_PETITION}
    union select 'limit', due_on from report_sheet where state <> 'signed'
    union select 'confirm', asked_on from charge where state = 'awaiting' and role = 'lead' and asked_on is not null
    union select 'acknowledge', ${SENT_ON} from distribution r where r.acknowledged_at is null`.execute(db);
  return rows;
}

/** The open things whose steps are counted from one of the days. */
export async function thingsOf(db: Db, kind: ThingKind, days: readonly Day[]): Promise<Thing[]> {
  if (days.length === 0) return [];
  const { rows } = await sql<Thing>`${QUERIES[kind](sql`any (${`{${days.join(',')}}`}::date[])`)}`.execute(db);
  return rows.map((row) => ({ ...row, kind }));
}

const TASK = sql`'task' as "subjectType", t.id as "subjectId", t.owner_organ_id as "officeId", t.issuer_organ_id as "bodyId",
  t.topic, t.action, t.source`;

const QUERIES: Record<ThingKind, (days: RawBuilder<unknown>) => RawBuilder<Thing>> = {
  limit: (days) => sql`
    select ${TASK}, c.organ_id as "organId", null::bigint as "personId", c.due_on as day
    from charge c join task t on t.id = c.task_id
    where c.state in ('working', 'returned') and c.role = 'lead' and c.due_on = ${days}
    union all
    select ${TASK}, c.organ_id, null, ${OPINION_DUE}
    from charge c join task t on t.id = c.task_id where ${OPINION_OWED} and ${OPINION_DUE} = ${days}
    union all
    select 'task', t.id, t.owner_organ_id, t.issuer_organ_id, null, s.title, t.source, s.organ_id, a.person_id, ${PART_DUE}
    from ${PARTS} join task t on t.id = s.task_id left join appointment a on a.id = s.appointment_id
    where s.state in ('working', 'returned') and ${PART_DUE} = ${days}
    union all
    select 'petition', p.id, p.office_organ_id, p.body_organ_id, p.topic, p.ask, 'Kiến nghị ' || p.id,
      case when p.state = 'prepared' and p.forwarder_organ_id is not null then p.forwarder_organ_id
        else coalesce(p.lead_organ_id, p.office_organ_id) end, null, p.due_on
    from petition p where ${OPEN_PETITION} and p.due_on = ${days}
    union all
    select 'report', s.id, s.office_organ_id, coalesce(o.serves_id, o.id), f.title, f.title, k.label, s.organ_id, null, s.due_on
    from report_sheet s join report_period k on k.id = s.period_id join report_form f on f.id = k.form_id
      join organ o on o.id = s.office_organ_id
    where s.state <> 'signed' and k.state = 'open' and s.due_on = ${days}`,
  confirm: (days) => sql`
    select ${TASK}, t.owner_organ_id as "organId", null::bigint as "personId", c.asked_on as day
    from charge c join task t on t.id = c.task_id where c.state = 'awaiting' and c.role = 'lead' and c.asked_on = ${days}`,
  acknowledge: (days) => sql`
    select 'directive' as "subjectType", d.id as "subjectId", d.owner_organ_id as "officeId", d.issuer_organ_id as "bodyId",
      null::text as topic, d.title as action, d.symbol as source, r.organ_id as "organId", null::bigint as "personId", ${SENT_ON} as day
    from distribution r join directive d on d.id = r.directive_id
    where r.acknowledged_at is null and d.state = 'issued' and ${SENT_ON} = ${days}`,
};

/** Keeps notices; one that the person has been told already is left as it is. @returns how many are new */
export async function keepNotices(db: Db, notices: readonly NewNotice[]): Promise<number> {
  if (notices.length === 0) return 0;
  const { numAffectedRows } = await sql`
    insert into notice (person_id, organ_id, kind, step, subject_type, subject_id, about_on, day, title, source, reason, at)
    select r."personId", r."organId", r.kind, r.step, r."subjectType", r."subjectId", r."aboutOn", r.day, r.title, r.source, r.reason,
      to_timestamp(r.at / 1000.0)
    from jsonb_to_recordset(${JSON.stringify(notices)}::text::jsonb) as r ("personId" bigint, "organId" bigint, kind text, step text,
      "subjectType" text, "subjectId" bigint, "aboutOn" date, day date, title text, source text, reason text, at bigint)
    on conflict do nothing`.execute(db);
  return Number(numAffectedRows ?? 0);
}
