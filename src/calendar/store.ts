import { type Kysely, sql } from 'kysely';
import type { CalendarYear, DayOverride, OfficeHours } from '../kernel/calendar/index.ts';
import type { Day } from '../kernel/day.ts';
import type { Query, Tx } from '../platform/db/access.ts';
import type { DB } from '../platform/db/schema.generated.ts';

export type Db = Kysely<DB> | Tx;

/** Hours with the organ for which they were entered. */
export type HoursOf = OfficeHours & { organId: number };
export type DayOf = DayOverride & { organId: number };

/** All that was entered and holds: what calendars are made of. */
export interface CalendarData {
  edition: string;
  years: readonly CalendarYear[];
  /** Those of a season first, then the later ones: the first that applies to a day holds. */
  hours: readonly HoursOf[];
  days: readonly DayOf[];
  /** For organs at or below one with hours or days of its own: itself and what it is below, nearest first. */
  above: ReadonlyMap<number, readonly number[]>;
}

/** The word that changes whenever anything of the calendar does. */
export const editionNow = (db: Db): Promise<{ edition: string }> =>
  db.selectFrom('calendar_edition').select('edition').executeTakeFirstOrThrow();

export async function calendarData(db: Db): Promise<CalendarData> {
  // First the word: what changes after it is read again when the next word comes.
  const { edition } = await editionNow(db);
  const years = await db
    .selectFrom('calendar_year')
    .where('superseded_at', 'is', null)
    .orderBy('year')
    .select(['year', 'holidays', 'swaps', 'source'])
    .execute();
  const hours = await db
    .selectFrom('office_hours')
    .where('superseded_at', 'is', null)
    .orderBy(sql`season_from is null, valid_from desc, id desc`)
    .select(['organ_id', 'week', 'season_from', 'season_to', 'valid_from', 'valid_to'])
    .execute();
  const days = await db
    .selectFrom('office_day')
    .where('superseded_at', 'is', null)
    .select(['organ_id', 'day', 'sessions', 'reason'])
    .execute();
  return {
    edition,
    years: years as unknown as CalendarYear[],
    hours: hours.map((h) => ({
      organId: h.organ_id,
      week: h.week as OfficeHours['week'],
      ...(h.season_from && h.season_to ? { season: { from: h.season_from, to: h.season_to } } : {}),
      validFrom: h.valid_from as Day,
      validTo: h.valid_to as Day | null,
    })),
    days: days.map((d) => ({
      organId: d.organ_id,
      day: d.day as Day,
      sessions: d.sessions as unknown as DayOverride['sessions'],
      reason: d.reason,
    })),
    above: await organsAbove(db, [...new Set([...hours, ...days].map((r) => r.organ_id))]),
  };
}

async function organsAbove(db: Db, own: readonly number[]): Promise<Map<number, number[]>> {
  if (own.length === 0) return new Map();
  const { rows } = await sql<{ id: number; above: number[] }>`
    with recursive below (id, above) as (
      select o.id, array[o.id] from organ o where o.id = any (${own as number[]})
      union all
      select o.id, o.id || b.above from below b join organ o on o.parent_id = b.id where o.id <> all (b.above)
    )
    select distinct on (id) id, above from below order by id, cardinality(above) desc`.execute(db);
  return new Map(rows.map((r) => [r.id, r.above]));
}

/** One entry of a year: in force, or superseded. */
export interface YearEntry {
  id: number;
  source: string;
  reason: string | null;
  enteredBy: string | null;
  enteredAt: number;
  supersededAt: number | null;
}

/** What was entered for a year, newest first. */
export const yearEntries = (db: Db, year: number): Query<YearEntry> =>
  db
    .selectFrom('calendar_year as y')
    .leftJoin('person as p', 'p.id', 'y.entered_by')
    .where('y.year', '=', year)
    .orderBy('y.id', 'desc')
    .select([
      'y.id',
      'y.source',
      'y.reason',
      'p.name as enteredBy',
      'y.entered_at as enteredAt',
      'y.superseded_at as supersededAt',
    ]) as unknown as Query<YearEntry>;

export interface HoursEntry extends HoursOf {
  id: number;
  organName: string;
  unitId: number | null;
  source: string;
}

/** Hours that hold, for one organ or for all of them. */
export const hoursEntries = (db: Db, unitId: number | null): Query<HoursEntry> =>
  db
    .selectFrom('office_hours as h')
    .innerJoin('organ as o', 'o.id', 'h.organ_id')
    .where('h.superseded_at', 'is', null)
    .$if(unitId !== null, (q) => q.where('o.unit_id', '=', unitId))
    .orderBy('o.short_name')
    .orderBy(sql`h.season_from is null, h.valid_from desc, h.id desc`)
    .select([
      'h.id',
      'h.organ_id as organId',
      'o.short_name as organName',
      'o.unit_id as unitId',
      'h.week',
      'h.source',
      'h.valid_from as validFrom',
      'h.valid_to as validTo',
      sql<OfficeHours['season'] | null>`case when h.season_from is null then null
        else jsonb_build_object('from', h.season_from, 'to', h.season_to) end`.as('season'),
    ]) as unknown as Query<HoursEntry>;

export interface DayEntry extends DayOf {
  id: number;
  organName: string;
  unitId: number | null;
}

/** Single days that hold, from a day on. */
export const dayEntries = (db: Db, unitId: number | null, from: Day): Query<DayEntry> =>
  db
    .selectFrom('office_day as d')
    .innerJoin('organ as o', 'o.id', 'd.organ_id')
    .where('d.superseded_at', 'is', null)
    .where('d.day', '>=', from)
    .$if(unitId !== null, (q) => q.where('o.unit_id', '=', unitId))
    .orderBy('d.day')
    .orderBy('o.short_name')
    .select([
      'd.id',
      'd.organ_id as organId',
      'o.short_name as organName',
      'o.unit_id as unitId',
      'd.day',
      'd.sessions',
      'd.reason',
    ]) as unknown as Query<DayEntry>;
