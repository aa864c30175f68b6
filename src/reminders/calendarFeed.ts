import { ICalCalendar, ICalEventTransparency } from 'ical-generator';
import { type Kysely, sql } from 'kysely';
import { addDays, type Day, formatDay, plain } from '../kernel/day.ts';
import type { Database } from '../platform/db/access.ts';
import type { DB } from '../platform/db/schema.generated.ts';
import { pathOf } from './words.ts';

/** How far back a calendar shows what is still open. */
const PAST_DAYS = 90;
const MOST = 1000;

interface DueRow {
  subjectType: 'task' | 'petition';
  subjectId: number;
  ordinal: number | null;
  source: string | null;
  dueOn: Day;
  organName: string;
  lead: boolean;
  changedAt: number;
}

/** Whose calendar a secret address is, as long as their account is in use. */
export async function calendarOwner(system: Kysely<DB>, token: string): Promise<number | undefined> {
  if (!/^[\w-]{32,100}$/.test(token)) return undefined;
  const row = await system
    .selectFrom('notice_setting as s')
    .innerJoin('person as p', 'p.id', 's.person_id')
    .where('s.calendar_token', '=', token)
    .where('p.ended_at', 'is', null)
    .select('p.id')
    .executeTakeFirst();
  return row?.id;
}

/**
 * The due days of open work of the organs in which a person acts, as iCalendar (RFC 5545). A calendar leaves the house:
 * it names documents and organs, never people, and of a petition only its number.
 * @param baseUrl without a slash at the end
 */
export async function calendarOf(db: Database, personId: number, today: Day, baseUrl: string): Promise<string> {
  const organs = await organsOf(db.system, personId, today);
  const reader = { personId, organIds: organs, adminUnitId: null };
  const [rows] = await db.read(reader, dueDays(db.build, organs, addDays(today, -PAST_DAYS)));
  const host = new URL(baseUrl).hostname;
  const calendar = new ICalCalendar({
    prodId: { company: 'Thong Suot', product: 'Thong Suot', language: 'VI' },
    name: 'Hạn công việc – Thông Suốt',
    ttl: 3600,
  });
  for (const row of rows) {
    const what =
      row.subjectType === 'task' ? `nhiệm vụ ${row.source}, mục ${row.ordinal}` : `trả lời kiến nghị ${row.subjectId}`;
    calendar.createEvent({
      id: `${row.subjectType}-${row.subjectId}-${row.lead ? 'lead' : 'part'}@${host}`,
      start: plain(row.dueOn),
      allDay: true,
      stamp: new Date(row.changedAt),
      summary: `Hạn ${what}`,
      description: `${row.organName} ${row.lead ? 'chủ trì' : 'phối hợp'}. Hạn ${formatDay(row.dueOn)}.\n${baseUrl}${pathOf(row)}`,
      url: `${baseUrl}${pathOf(row)}`,
      transparency: ICalEventTransparency.TRANSPARENT,
    });
  }
  return calendar.toString();
}

/** The organs in which a person has a position today, and the bodies that these serve. */
async function organsOf(system: Kysely<DB>, personId: number, today: Day): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`
    select distinct x.id from appointment a join position s on s.id = a.position_id join organ o on o.id = s.organ_id
      cross join lateral (values (o.id), (o.serves_id)) as x (id)
    where a.person_id = ${personId} and s.role <> 'admin' and x.id is not null
      and a.valid_from <= ${today}::date and coalesce(a.valid_to, 'infinity') >= ${today}::date
      and coalesce(s.valid_from, '-infinity') <= ${today}::date and coalesce(s.valid_to, 'infinity') >= ${today}::date
    order by x.id`.execute(system);
  return rows.map((r) => r.id);
}

function dueDays(build: Database['build'], organs: readonly number[], from: Day) {
  const own = sql`any (${`{${organs.join(',')}}`}::bigint[])`;
  const rows = sql<DueRow>`(
    select 'task' as "subjectType", t.id as "subjectId", t.ordinal, t.source, c.due_on as "dueOn", o.short_name as "organName",
      c.role = 'lead' as lead, c.changed_at as "changedAt"
    from charge c join task t on t.id = c.task_id join organ o on o.id = c.organ_id
    where c.organ_id = ${own} and c.state in ('working', 'returned') and c.due_on >= ${from}::date
    union all
    select 'petition', p.id, null, null, p.due_on, o.short_name, true, p.changed_at
    from petition p join organ o on o.id = p.lead_organ_id
    where p.lead_organ_id = ${own} and p.state in ('working', 'partial', 'reopened', 'prepared') and p.due_on >= ${from}::date)`;
  return build.selectFrom(rows.as('due')).selectAll().orderBy('dueOn').orderBy('subjectId').limit(MOST);
}
