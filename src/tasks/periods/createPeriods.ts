import { sql } from 'kysely';
import { calendarsNow } from '../../calendar/index.ts';
import type { WorkingCalendar } from '../../kernel/calendar/index.ts';
import type { Day } from '../../kernel/day.ts';
import { fold } from '../../kernel/vietnamese.ts';
import type { Database } from '../../platform/db/access.ts';
import { titleOf } from '../model.ts';
import { dueOfPeriod, type Period, periodRule, periodsUntil } from './model.ts';

/** A recurring duty that goes on, with the periods that it has made. */
interface Series {
  id: number;
  unitId: number;
  directiveId: number | null;
  issuerOrganId: number;
  ownerOrganId: number;
  leadIds: number[];
  ordinal: number;
  source: string;
  action: string;
  topic: string | null;
  deadlineText: string | null;
  recurrence: string;
  reportTo: string[];
  basis: string[];
  periodsFrom: Day;
  made: string[];
}

/**
 * Makes the report duties of recurring tasks whose period has begun by `today`: one task a period for the leads of the day,
 * due as the directive says, moved by the working calendar. Run as often as one likes: a period is made once; after a time in
 * which nothing ran the missed ones are made too, with the days on which they were due.
 * @returns how many were made
 */
export async function createPeriods(db: Database, today: Day): Promise<number> {
  let made = 0;
  const { state: calendar } = await calendarsNow(db.system);
  for (const series of await recurring(db)) {
    const rule = periodRule(series.recurrence, series.deadlineText);
    if (!rule) continue;
    const missing = periodsUntil(rule, series.periodsFrom, today).filter((p) => !series.made.includes(p.key));
    for (const period of missing) if (await open(db, series, period, calendar)) made++;
  }
  return made;
}

async function recurring(db: Database): Promise<Series[]> {
  return (await db.system
    .selectFrom('task as t')
    .where('t.recurrence', 'is not', null)
    .where('t.state', 'not in', ['done', 'withdrawn'])
    .where('t.periods_from', 'is not', null)
    .orderBy('t.id')
    .select([
      't.id',
      't.unit_id as unitId',
      't.directive_id as directiveId',
      't.issuer_organ_id as issuerOrganId',
      't.owner_organ_id as ownerOrganId',
      't.ordinal',
      't.source',
      't.action',
      't.topic',
      't.deadline_text as deadlineText',
      't.recurrence',
      't.report_to as reportTo',
      't.basis',
      't.periods_from as periodsFrom',
      // Those whose part still stands: one that was confirmed or taken away reports no more.
      sql<number[]>`array(select c.organ_id from charge c where c.task_id = t.id and c.role = 'lead'
        and c.state not in ('done', 'withdrawn') order by c.id)`.as('leadIds'),
      sql<string[]>`array(select p.period from task p where p.series_id = t.id)`.as('made'),
    ])
    .execute()) as unknown as Series[];
}

/** One period as a task of its own. @returns false when another run was faster */
async function open(db: Database, series: Series, period: Period, calendar: WorkingCalendar): Promise<boolean> {
  if (series.leadIds.length === 0) return false;
  const due = dueOfPeriod(calendar, period);
  const topic = `Báo cáo ${period.label}: ${titleOf(series)}`;
  const asOwner = { personId: null, organIds: [series.ownerOrganId], adminUnitId: null };
  return db.write(asOwner, async (tx) => {
    const added = await tx
      .insertInto('task')
      .values({
        unit_id: series.unitId,
        directive_id: series.directiveId,
        issuer_organ_id: series.issuerOrganId,
        owner_organ_id: series.ownerOrganId,
        lead_organ_ids: series.leadIds,
        ordinal: series.ordinal,
        source: series.source,
        action: series.action,
        topic,
        due_on: due.day,
        due_lines: due.lines,
        deadline_text: series.deadlineText,
        report_to: series.reportTo,
        basis: series.basis,
        state: 'working',
        started_on: [period.start, series.periodsFrom].sort()[1]!,
        organ_ids: [...new Set([series.ownerOrganId, series.issuerOrganId, ...series.leadIds])],
        search_key: fold([series.source, topic, series.action].join(' ')),
        series_id: series.id,
        period: period.key,
      })
      .onConflict((c) => c.columns(['series_id', 'period']).where('series_id', 'is not', null).doNothing())
      .returning('id')
      .executeTakeFirst();
    if (!added) return false;
    await tx
      .insertInto('charge')
      .values(
        series.leadIds.map((organ_id) => ({
          task_id: added.id,
          organ_id,
          role: 'lead' as const,
          state: 'working' as const,
          due_on: due.day,
        })),
      )
      .execute();
    await tx
      .insertInto('event')
      .values({
        unit_id: series.unitId,
        person_id: null,
        kind: 'task.period_opened',
        subject_type: 'task',
        subject_id: added.id,
        data: JSON.stringify({ seriesId: series.id, period: period.key, leads: series.leadIds, dueOn: due.day }),
      })
      .execute();
    return true;
  });
}
