import { addDays, type Day } from '../../kernel/day.ts';
import type { Principal } from '../../kernel/principal.ts';
import { type PetitionCounts, petitionCounts } from '../../petitions/index.ts';
import type { Database } from '../../platform/db/access.ts';
import { soonFrom } from '../../tasks/index.ts';
import { boundariesOn, type UnitBoundary } from '../../units/index.ts';
import type { OrganStanding, PetitionStanding } from '../model.ts';
import { punctuality, standings } from '../store.ts';
import { WEEKS } from './standingJob.ts';
import {
  answeredByField,
  bodyOf,
  type FieldAnswered,
  petitionStandings,
  type StandingDay,
  standingByWeek,
} from './store.ts';

/** What the pages of a provincial office and of the leaders show of the whole province. */
export interface ProvinceFigures {
  standing: readonly OrganStanding[];
  petitions: readonly PetitionStanding[];
  answered: readonly FieldAnswered[];
  punctuality: { limited: number; kept: number };
  /** The ends of the last weeks, oldest first, without today. */
  weeks: readonly StandingDay[];
  /** What petitions wait for the office itself. */
  waiting: PetitionCounts | undefined;
  /** Outlines of the communes, where they are loaded. */
  boundaries: readonly UnitBoundary[];
  /** When it was counted, in epoch milliseconds. */
  at: number;
}

/** Changes after which the figures are counted anew. */
const CHANNELS = ['tasks_changed', 'petitions_changed', 'distribution_changed'];
/** What changes with time alone (24 hours unacknowledged) is this old at most. */
const OLDEST_MS = 60_000;
const MOST_KEPT = 50;
const DAYS_BACK = 30;

interface Kept {
  /** When it was counted; 0 once something has changed. */
  at: number;
  figures: Promise<ProvinceFigures>;
  /** It is being counted anew. */
  counting: boolean;
}
interface Held {
  /** Null until changes are heard: nothing is kept until then. */
  kept: Map<string, Kept> | null;
}
const held = new WeakMap<Database, Held>();

function keptOf(db: Database): Held {
  const known = held.get(db);
  if (known) return known;
  const fresh: Held = { kept: null };
  held.set(db, fresh);
  Promise.all(CHANNELS.map((channel) => db.listen(channel, () => outdate(fresh.kept)))).then(
    () => {
      fresh.kept = new Map();
    },
    // Without the channels every page counts for itself: slower, never wrong.
    () => {},
  );
  return fresh;
}

function outdate(kept: Held['kept']): void {
  for (const one of kept?.values() ?? []) one.at = 0;
}

/**
 * The figures for the principal's body, counted once for all who look until something changes. After a change the first who looks
 * waits for the new count, as whoever made the change does; others see the last one meanwhile, less than a second old.
 */
export function provinceFigures(db: Database, p: Principal, today: Day, now: number): Promise<ProvinceFigures> {
  const { kept } = keptOf(db);
  if (!kept) return count(db, p, today, now);
  const key = `${today}|${p.organId}|${bodyOf(p)}|${p.organIds.join(',')}`;
  const known = kept.get(key);
  if (known && (known.counting || now - known.at < OLDEST_MS)) return known.figures;
  const figures = count(db, p, today, now);
  if (!known) {
    if (kept.size >= MOST_KEPT) kept.clear();
    kept.set(key, { at: now, figures, counting: false });
    figures.catch(() => kept.delete(key));
    return figures;
  }
  known.at = now;
  known.counting = true;
  figures.then(
    () => {
      known.figures = figures;
      known.counting = false;
    },
    () => kept.delete(key),
  );
  return figures;
}

async function count(db: Database, p: Principal, today: Day, now: number): Promise<ProvinceFigures> {
  const [standing, petitions, answered, punctual, weeks, boundaries, waiting] = await db.read(
    p,
    standings(db.build, p, today, soonFrom(today), now),
    petitionStandings(db.build, p, today),
    answeredByField(db.build, p, addDays(today, -DAYS_BACK)),
    punctuality(db.build, p, addDays(today, -DAYS_BACK)),
    standingByWeek(db.build, p, today, WEEKS - 1),
    boundariesOn(db.build, today),
    petitionCounts(db.build, p, today),
  );
  const [kept30 = { limited: 0, kept: 0 }] = punctual;
  return { standing, petitions, answered, punctuality: kept30, weeks, boundaries, waiting: waiting[0], at: now };
}
