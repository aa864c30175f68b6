import { sql } from 'kysely';
import type { Day } from '../kernel/day.ts';
import type { Database, Query, Tx } from '../platform/db/access.ts';
import type { FieldKey } from './fields.ts';
import type { PetitionState } from './model.ts';
import { shinglesOf } from './shingles.ts';

/** What others are told of a petition that is like theirs. */
export interface SimilarPetition {
  id: number;
  topic: string;
  ask: string;
  field: FieldKey;
  state: PetitionState;
  raisedOn: Day;
  unitId: number;
  /** How many organs ask it. */
  askers: number;
  /** Whether the reader may open it; else only what stands here is told. */
  seen: boolean;
}

/** How many petitions of one pair of words are looked at, the newest first: what bounds the cost of a look-up. */
const MOST_HELD = 150;
/** A long demand is looked up by its first words. */
const MOST_ASKED = 48;
const MOST_SHOWN = 5;

/** The petitions most like the words, at most five, whatever their marks; also those of others who share them. */
export const similarTo = (build: Database['build'] | Tx, ...texts: readonly string[]): Query<SimilarPetition> =>
  build
    .selectFrom(
      sql<SimilarPetition>`petition_similar(${`{${shinglesOf(...texts)
        .slice(0, MOST_ASKED)
        .join(',')}}`}::integer[], ${MOST_HELD}, ${MOST_SHOWN})`.as('s'),
    )
    .select([
      's.id',
      's.topic',
      's.ask',
      's.field',
      's.state',
      sql<Day>`s.raised_on`.as('raisedOn'),
      sql<number>`s.unit_id`.as('unitId'),
      's.askers',
      's.seen',
    ]) as unknown as Query<SimilarPetition>;

/** Makes a petition findable by those who would ask the same. */
export async function keepShingles(tx: Tx, petitionId: number, ...texts: readonly string[]): Promise<void> {
  const shingles = shinglesOf(...texts);
  if (shingles.length === 0) return;
  await tx
    .insertInto('petition_shingle')
    .values(shingles.map((shingle) => ({ shingle, petition_id: petitionId })))
    .execute();
}
