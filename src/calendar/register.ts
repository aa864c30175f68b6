import {
  ANNOUNCED_YEARS,
  type CalendarYear,
  STANDARD_HOURS,
  type WorkingCalendar,
  workingCalendar,
} from '../kernel/calendar/index.ts';
import type { Database } from '../platform/db/access.ts';
import type { Services } from '../platform/services.ts';
import { type CalendarData, calendarData, type Db, editionNow } from './store.ts';

/** Said by the database's triggers on this channel when anything of the calendar has changed. */
const CHANNEL = 'calendar_changed';
/** Editions kept in the process; more than one only in tests and while a change goes round. */
const MOST_KEPT = 4;

/** Every working calendar there is, by what administrators have entered. */
export interface Calendars {
  /** By which tasks, petitions and reports are counted: the State's days, the usual hours. The same for every organ. */
  readonly state: WorkingCalendar;
  /** By which an organ works: its own hours and days, else those of the organ above it, else the usual ones. */
  of(organId: number): WorkingCalendar;
  /** The years that were announced: those entered, and those that ship with the program. */
  readonly years: readonly CalendarYear[];
}

function calendarsFrom(data: CalendarData): Calendars {
  const entered = new Set(data.years.map((y) => y.year));
  const years = [...ANNOUNCED_YEARS.filter((y) => !entered.has(y.year)), ...data.years].sort((a, b) => a.year - b.year);
  const state = workingCalendar({ years });
  const known = new Map<string, WorkingCalendar>();
  return {
    state,
    years,
    of(organId) {
      const line = data.above.get(organId);
      if (!line) return state;
      const hours = line.flatMap((id) => data.hours.filter((h) => h.organId === id));
      const overrides = new Map(
        line.toReversed().flatMap((id) => data.days.filter((d) => d.organId === id).map((d) => [d.day, d] as const)),
      );
      const key = line.join(',');
      const made =
        known.get(key) ??
        workingCalendar({ years, hours: [...hours, STANDARD_HOURS], overrides: [...overrides.values()] });
      known.set(key, made);
      return made;
    },
  };
}

const editions = new Map<string, Calendars>();

/**
 * The calendars as they are in this transaction: to be used wherever a deadline is set. Costs one small query as long as
 * nothing has changed.
 */
export async function calendarsNow(db: Db): Promise<Calendars> {
  const { edition } = await editionNow(db);
  const known = editions.get(edition);
  if (known) return known;
  const data = await calendarData(db);
  const made = calendarsFrom(data);
  editions.set(data.edition, made);
  for (const old of editions.keys()) if (editions.size > MOST_KEPT) editions.delete(old);
  return made;
}

const held = new WeakMap<Database, Promise<Calendars>>();

/**
 * The calendars for pages: read once, then again when something has changed, in whatever process. The object stays, so that it
 * may be kept; what it answers is always the newest that this process has heard of.
 */
export function workingCalendars({ db, log }: Pick<Services, 'db' | 'log'>): Promise<Calendars> {
  const known = held.get(db);
  if (known) return known;
  const opened = open(db, (error) => log.error({ error }, 'the working calendar could not be read anew'));
  held.set(db, opened);
  opened.catch(() => held.delete(db));
  return opened;
}

async function open(db: Database, failed: (error: unknown) => void): Promise<Calendars> {
  let latest = await calendarsNow(db.build);
  let last = Promise.resolve();
  await db.listen(CHANNEL, () => {
    last = last
      .then(async () => {
        latest = await calendarsNow(db.build);
      })
      .catch(failed);
  });
  // What changed before anybody listened.
  latest = await calendarsNow(db.build);
  return {
    get state() {
      return latest.state;
    },
    get years() {
      return latest.years;
    },
    of: (organId) => latest.of(organId),
  };
}
