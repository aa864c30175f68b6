import { type Kysely, sql } from 'kysely';
import type { Day } from '../kernel/day.ts';
import type { OrganId, UnitId } from '../kernel/ids.ts';
import { fold } from '../kernel/vietnamese.ts';
import type { DB } from '../platform/db/schema.generated.ts';
import type { Organ, OrganLink, OrganName } from './model.ts';

/*
 * Every query of the organ register. Each function builds its query: run it with `.execute()`, or hand it to
 * `Database.read` together with the others of a page.
 */

/** The database, or a transaction on it. */
export type Db = Kysely<DB>;

const ORGAN = [
  'o.id',
  'o.unit_id as unitId',
  'o.template',
  'o.level',
  'o.branch',
  'o.name',
  'o.short_name as shortName',
  'o.parent_id as parentId',
  'o.serves_id as servesId',
  'o.issues',
  'o.valid_from as validFrom',
  'o.valid_to as validTo',
  'o.end_reason as endReason',
] as const;

const validOn = (alias: string, day: Day) =>
  sql<boolean>`coalesce(${sql.ref(`${alias}.valid_from`)}, '-infinity') <= ${day}::date and coalesce(${sql.ref(`${alias}.valid_to`)}, 'infinity') >= ${day}::date`;

export interface ShownOrgan extends Organ {
  unitName: string | null;
  unitType: string | null;
  parentName: string | null;
  servesName: string | null;
}

/** One organ with its unit and the organs it stands under. */
export const organById = (db: Db, id: OrganId) =>
  db
    .selectFrom('organ as o')
    .leftJoin('unit as u', 'u.id', 'o.unit_id')
    .leftJoin('organ as p', 'p.id', 'o.parent_id')
    .leftJoin('organ as s', 's.id', 'o.serves_id')
    .where('o.id', '=', id)
    .select([
      ...ORGAN,
      'u.name as unitName',
      'u.type as unitType',
      'p.short_name as parentName',
      's.short_name as servesName',
    ])
    .$castTo<ShownOrgan>();

export const namesOf = (db: Db, id: OrganId) =>
  db
    .selectFrom('organ_name')
    .where('organ_id', '=', id)
    .select(['name', 'kind', 'valid_from as validFrom', 'valid_to as validTo'])
    .orderBy('id')
    .$castTo<OrganName>();

/** What the organ came from and what it became. */
export const linksOf = (db: Db, id: OrganId) =>
  db
    .selectFrom('organ_lineage as l')
    .innerJoin('organ as o', (j) =>
      j.on((eb) =>
        eb.or([
          eb.and([eb('l.successor_id', '=', id), eb('o.id', '=', eb.ref('l.predecessor_id'))]),
          eb.and([eb('l.predecessor_id', '=', id), eb('o.id', '=', eb.ref('l.successor_id'))]),
        ]),
      ),
    )
    .select([
      'o.id as organId',
      'o.short_name as shortName',
      'o.valid_from as validFrom',
      'o.valid_to as validTo',
      'l.kind',
      'l.legal_basis as legalBasis',
      sql<'before' | 'after'>`case when l.successor_id = ${id} then 'before' else 'after' end`.as('direction'),
    ])
    .orderBy('o.id')
    .$castTo<OrganLink>();

export const organsBelow = (db: Db, id: OrganId, day: Day) =>
  db
    .selectFrom('organ as o')
    .innerJoin('organ as self', 'self.id', 'o.parent_id')
    .where('o.parent_id', '=', id)
    .whereRef('o.unit_id', '=', 'self.unit_id')
    .where(validOn('o', day))
    .orderBy('o.id')
    .select(ORGAN)
    .$castTo<Organ>();

export interface HeldPosition {
  id: number;
  title: string;
  role: string;
  personId: number | null;
  personName: string | null;
  kind: string | null;
}

/** The organ's positions on a day with whoever holds them; a vacant position has no person. */
export const positionsOn = (db: Db, id: OrganId, day: Day) =>
  db
    .selectFrom('position as x')
    .leftJoin('appointment as a', (j) => j.onRef('a.position_id', '=', 'x.id').on(validOn('a', day)))
    .leftJoin('person as p', 'p.id', 'a.person_id')
    .where('x.organ_id', '=', id)
    .where(validOn('x', day))
    .orderBy(sql`array_position(array['head', 'deputy', 'clerk', 'officer', 'admin'], x.role)`)
    .orderBy('x.id')
    .select(['x.id', 'x.title', 'x.role', 'p.id as personId', 'p.name as personName', 'a.kind'])
    .$castTo<HeldPosition>();

export interface PersonInOffice {
  appointmentId: number;
  organId: OrganId;
  personName: string;
  title: string;
}

/** Who works in these organs on a day, each in their position; administrators of accounts left out. */
export const peopleIn = (db: Db, organIds: readonly OrganId[], day: Day) =>
  db
    .selectFrom('appointment as a')
    .innerJoin('position as x', 'x.id', 'a.position_id')
    .innerJoin('person as p', 'p.id', 'a.person_id')
    .where('x.organ_id', 'in', [...organIds])
    .where('x.role', '!=', 'admin')
    .where('p.ended_at', 'is', null)
    .where(validOn('a', day))
    .where(validOn('x', day))
    .orderBy('x.organ_id')
    .orderBy(sql`array_position(array['head', 'deputy', 'clerk', 'officer'], x.role)`)
    .orderBy('a.id')
    .select(['a.id as appointmentId', 'x.organ_id as organId', 'p.name as personName', 'x.title'])
    .$castTo<PersonInOffice>();

export interface FoundOrgan extends Organ {
  unitName: string | null;
  unitType: string | null;
  /** The other name by which it was found, where its own does not hold the words. */
  foundAs: string | null;
  total: number;
}

export interface OrganSearch {
  /** Typed by a person; marks and case do not matter. */
  words: string;
  /** Only organs that exist on this day; null for all times. */
  day: Day | null;
  /** Organs of this unit stand first among equals. */
  near: UnitId | null;
}

/**
 * Organs whose name, or a name of any time, holds all the words in their order; those of the near unit first,
 * then those beginning with the words.
 */
export function searchOrgans(db: Db, search: OrganSearch, { offset, limit }: { offset: number; limit: number }) {
  const key = fold(search.words);
  const held = sql<boolean>`' ' || o.search_key like ${`% ${key}%`}`;
  const heldByOther = sql<boolean>`' ' || n.search_key like ${`% ${key}%`}`;
  return db
    .selectFrom('organ as o')
    .leftJoin('unit as u', 'u.id', 'o.unit_id')
    .leftJoinLateral(
      (q) =>
        q
          .selectFrom('organ_name as n')
          .whereRef('n.organ_id', '=', 'o.id')
          .where(heldByOther)
          .orderBy(sql`length(n.name)`)
          .limit(1)
          .select('n.name')
          .as('other'),
      (j) => j.onTrue(),
    )
    .$if(key !== '', (q) => q.where((eb) => eb.or([held, eb('other.name', 'is not', null)])))
    .$if(search.day !== null, (q) => q.where(validOn('o', search.day!)))
    .select([
      ...ORGAN,
      'u.name as unitName',
      'u.type as unitType',
      sql<string | null>`case when ${held} then null else other.name end`.as('foundAs'),
      sql<number>`count(*) over ()`.as('total'),
    ])
    .orderBy(sql`o.valid_to is not null`)
    .orderBy(sql`o.unit_id is not distinct from ${search.near}::bigint desc`)
    .orderBy(sql`o.search_key like ${`${key}%`} desc`)
    .orderBy(sql`o.level = 'commune'`)
    .orderBy('o.id')
    .limit(limit)
    .offset(offset)
    .$castTo<FoundOrgan>();
}
