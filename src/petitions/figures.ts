import { sql } from 'kysely';
import type { Day } from '../kernel/day.ts';
import type { Database, Query } from '../platform/db/access.ts';

/** What an organ asked in a period, and what became of it. */
export interface PetitionFigures {
  /** Raised in the period. */
  raised: number;
  /** Answered in full or refused in the period. */
  answered: number;
  /** Raised by the end of the period and not answered then. */
  open: number;
}

/** Petitions that an organ raised or joined, counted over a period; as far as the reader may see. */
export const petitionFigures = (
  build: Database['build'],
  organId: number,
  { from, to }: { from: Day; to: Day },
): Query<PetitionFigures> =>
  build
    .selectFrom('petition')
    .where(sql<boolean>`asker_organ_ids @> array[${organId}]::bigint[]`)
    .where('state', 'not in', ['withdrawn', 'merged'])
    .where('raised_on', '<=', to)
    .select([
      sql<number>`(count(*) filter (where raised_on >= ${from}))::int`.as('raised'),
      sql<number>`(count(*) filter (where answered_on between ${from} and ${to}))::int`.as('answered'),
      sql<number>`(count(*) filter (where answered_on is null or answered_on > ${to}))::int`.as('open'),
    ]) as unknown as Query<PetitionFigures>;
