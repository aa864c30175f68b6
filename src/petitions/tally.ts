import type { Day } from '../kernel/day.ts';
import type { Principal } from '../kernel/principal.ts';
import type { Database } from '../platform/db/access.ts';
import { listHref, type PetitionFilter } from './filter.ts';
import { type TallyRow, tallyPetitions } from './store.ts';

const CHANNEL = 'petitions_changed';
const MOST_KEPT = 2000;

interface Tallies {
  /** Until other processes are heard nothing is kept. */
  kept: Map<string, Promise<TallyRow[]>> | null;
}
const held = new WeakMap<Database, Tallies>();

function talliesOf(db: Database): Tallies {
  const known = held.get(db);
  if (known) return known;
  const tallies: Tallies = { kept: null };
  held.set(db, tallies);
  db.listen(CHANNEL, () => tallies.kept?.clear()).then(
    () => {
      tallies.kept = new Map();
    },
    // Without the channel every page counts for itself: slower, never wrong.
    () => {},
  );
  return tallies;
}

/**
 * The counts of a list. Counting is the costly part of its page and holds until a petition changes or the day turns: it is
 * kept until then, and dropped in every process when one of them writes.
 */
export async function countPetitions(
  db: Database,
  principal: Principal,
  filter: PetitionFilter,
  today: Day,
): Promise<readonly TallyRow[]> {
  const { kept } = talliesOf(db);
  const place = listHref(filter, { status: null, sort: 'moi' });
  const key = `${today}|${principal.organId}|${principal.servesId}|${principal.organIds.join(',')}|${place}`;
  const known = kept?.get(key);
  if (known) return known;
  const counted = db.read(principal, tallyPetitions(db.build, filter, principal, today)).then(([rows]) => rows);
  if (kept) {
    if (kept.size >= MOST_KEPT) kept.clear();
    kept.set(key, counted);
    counted.catch(() => kept.delete(key));
  }
  return counted;
}

/** To be called after each transaction that changed petitions. */
export async function petitionsChanged(db: Database): Promise<void> {
  talliesOf(db).kept?.clear();
  await db.notify(CHANNEL, '');
}
