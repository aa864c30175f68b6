import { type Kysely, sql } from 'kysely';
import type { Day } from '../kernel/day.ts';
import type { UnitId } from '../kernel/ids.ts';
import { fold } from '../kernel/vietnamese.ts';
import type { DB } from '../platform/db/schema.generated.ts';
import { type Link, TYPES_OF_LEVEL, typeName, type Unit, type UnitLevel, type UnitType } from './model.ts';

/*
 * Every query of the register. Each function builds its query: run it with `.execute()` or hand it to `Database.read`
 * together with others of the page.
 */

/** The database, or a transaction on it. */
export type Db = Kysely<DB>;

const UNIT = [
  'u.id',
  'u.code',
  'u.level',
  'u.type',
  'u.name',
  'u.parent_id as parentId',
  'u.valid_from as validFrom',
  'u.valid_to as validTo',
  'u.area_km2 as areaKm2',
  'u.population',
  'u.mountainous',
  'u.legal_basis as legalBasis',
  'u.alt_names as altNames',
] as const;

const LINK = [
  'l.predecessor_id as predecessorId',
  'l.successor_id as successorId',
  'l.part',
  'l.kind',
  'l.area',
  'l.population',
  'l.resolution',
  'l.clause',
] as const;

const units = (db: Db) =>
  db.selectFrom('unit as u').select(UNIT).$narrowType<{ id: UnitId; parentId: UnitId | null }>();

const validOn = (day: Day) =>
  sql<boolean>`(u.valid_from is null or u.valid_from <= ${day}) and (u.valid_to is null or ${day} <= u.valid_to)`;

export const unitById = (db: Db, id: UnitId) => units(db).where('u.id', '=', id).$castTo<Unit>();

/** The unit that held a code on a day; none or one. */
export const unitByCode = (db: Db, code: string, day: Day) =>
  units(db).where('u.code', '=', code).where(validOn(day)).$castTo<Unit>();

export const provincesOn = (db: Db, day: Day) =>
  units(db).where('u.level', '=', 'province').where(validOn(day)).orderBy('u.code').$castTo<Unit>();

/**
 * The units above a unit, the nearest first. One that went on under its code and name with another type (a province that
 * became a city) is given in each of its times, the one that the unit was filed under first.
 */
export const unitsAbove = (db: Db, id: UnitId) =>
  db
    .withRecursive('above(id, depth)', (q) =>
      q
        .selectFrom('unit as child')
        .where('child.id', '=', id)
        .where('child.parent_id', 'is not', null)
        .select(({ ref }) => [sql<number>`${ref('child.parent_id')}`.as('id'), sql<number>`1`.as('depth')])
        .unionAll((union) =>
          union
            .selectFrom('above as a')
            .innerJoin('unit as next', 'next.id', 'a.id')
            .where('next.parent_id', 'is not', null)
            .select(({ ref }) => [
              sql<number>`${ref('next.parent_id')}`.as('id'),
              sql<number>`${ref('a.depth')} + 1`.as('depth'),
            ]),
        ),
    )
    .selectFrom('above as a')
    .innerJoin('unit as filed', 'filed.id', 'a.id')
    .innerJoin('unit as u', (join) =>
      join.onRef('u.code', '=', 'filed.code').onRef('u.level', '=', 'filed.level').onRef('u.name', '=', 'filed.name'),
    )
    .select(UNIT)
    .orderBy('a.depth')
    .orderBy(sql`u.id <> filed.id`)
    .orderBy('u.valid_from')
    .$castTo<Unit>();

/**
 * `member`: the province that holds `provinceCode` on `day`, the provinces that went into it, and all units that were
 * ever under one of these.
 */
const ofProvince = (db: Db, provinceCode: string, day: Day) =>
  db
    .withRecursive('province(id)', (q) =>
      q
        .selectFrom('unit as u')
        .where('u.level', '=', 'province')
        .where('u.code', '=', provinceCode)
        .where(validOn(day))
        .select('u.id')
        .union((union) =>
          union
            .selectFrom('province as p')
            .innerJoin('unit_lineage as l', 'l.successor_id', 'p.id')
            .select('l.predecessor_id as id'),
        ),
    )
    // Two steps down are all there are: districts and their communes, or communes.
    .with('below', (q) =>
      q
        .selectFrom('unit as c')
        .where('c.parent_id', 'in', q.selectFrom('province').select('province.id'))
        .select('c.id'),
    )
    .with('member', (q) =>
      q
        .selectFrom('province')
        .select('province.id')
        .unionAll(q.selectFrom('below').select('below.id'))
        .unionAll(
          q.selectFrom('unit as c').where('c.parent_id', 'in', q.selectFrom('below').select('below.id')).select('c.id'),
        ),
    );

/** The communes of a province on a day, by code. */
export const communesOn = (db: Db, provinceCode: string, day: Day) =>
  ofProvince(db, provinceCode, day)
    .selectFrom('unit as u')
    .where('u.id', 'in', (q) => q.selectFrom('member').select('member.id'))
    .where('u.level', '=', 'commune')
    .where(validOn(day))
    .select(UNIT)
    .orderBy('u.code')
    .$castTo<Unit>();

/** Every unit of a province at any time, districts and former provinces included. */
export const unitsOfProvince = (db: Db, provinceCode: string, day: Day) =>
  ofProvince(db, provinceCode, day)
    .selectFrom('unit as u')
    .where('u.id', 'in', (q) => q.selectFrom('member').select('member.id'))
    .select(UNIT)
    .orderBy('u.code')
    .$castTo<Unit>();

export const linksOfProvince = (db: Db, provinceCode: string, day: Day) =>
  ofProvince(db, provinceCode, day)
    .selectFrom('unit_lineage as l')
    .where('l.successor_id', 'in', (q) => q.selectFrom('member').select('member.id'))
    .select(LINK)
    .$castTo<Link>();

/** The whole line of units before and after one, itself included, with the links between them. */
const lineOf = (db: Db, id: UnitId) =>
  db
    .withRecursive('before(id)', (q) =>
      q
        .selectFrom('unit as u')
        .where('u.id', '=', id)
        .select('u.id')
        .union((union) =>
          union
            .selectFrom('before as b')
            .innerJoin('unit_lineage as l', 'l.successor_id', 'b.id')
            .select('l.predecessor_id as id'),
        ),
    )
    .withRecursive('after(id)', (q) =>
      q
        .selectFrom('unit as u')
        .where((e) => e.or([e('u.id', '=', id), e('u.parent_id', '=', id)]))
        .select('u.id')
        .union((union) =>
          union
            .selectFrom('after as a')
            .innerJoin('unit_lineage as l', 'l.predecessor_id', 'a.id')
            .select('l.successor_id as id'),
        ),
    )
    .with('line', (q) => q.selectFrom('before').select('before.id').union(q.selectFrom('after').select('after.id')));

/** The units before and after one in time; for a district also its units and what became of them. */
export const unitsInLine = (db: Db, id: UnitId) =>
  lineOf(db, id)
    .selectFrom('unit as u')
    .where('u.id', 'in', (q) => q.selectFrom('line').select('line.id'))
    .select(UNIT)
    .orderBy('u.code')
    .$castTo<Unit>();

export const linksInLine = (db: Db, id: UnitId) =>
  lineOf(db, id)
    .selectFrom('unit_lineage as l')
    .where('l.predecessor_id', 'in', (q) => q.selectFrom('line').select('line.id'))
    .where('l.successor_id', 'in', (q) => q.selectFrom('line').select('line.id'))
    .select(LINK)
    .$castTo<Link>();

/** The units directly under one. */
export const unitsUnder = (db: Db, id: UnitId) =>
  units(db).where('u.parent_id', '=', id).orderBy('u.code').$castTo<Unit>();

/** What a list of units asks for. */
export interface UnitFilter {
  /** Province code; null for all provinces that were loaded. */
  provinceCode: string | null;
  /** The day on which the province holds its code, and on which units must be valid where `atAnyTime` is not set. */
  day: Day;
  /** Former and future units as well, as a search for a name wants them. */
  atAnyTime: boolean;
  level: UnitLevel;
  type: UnitType | null;
  mountainous: boolean;
  /** Typed by a person; marks and case do not matter. */
  words: string;
}

export interface ListedUnit extends Unit {
  /** How many units the whole list has. */
  total: number;
  parentType: UnitType | null;
  parentName: string | null;
}

export interface TypeCount {
  type: UnitType;
  count: number;
}

/** The units that a filter names. */
function filtered(db: Db, f: UnitFilter) {
  const key = fold(f.words);
  return ofProvince(db, f.provinceCode ?? '', f.day)
    .selectFrom('unit as u')
    .where('u.level', '=', f.level)
    .$if(f.provinceCode !== null, (q) => q.where('u.id', 'in', (m) => m.selectFrom('member').select('member.id')))
    .$if(!f.atAnyTime, (q) => q.where(validOn(f.day)))
    .$if(f.mountainous, (q) => q.where('u.mountainous', '=', true))
    .$if(key !== '', (q) => q.where(sql<boolean>`' ' || u.search_key like ${`% ${key}%`}`));
}

/** The types as search keys begin with them: "xa", "thi tran". */
const TYPE_KEYS = [...new Set(Object.values(TYPES_OF_LEVEL).flat())].map((type) => fold(typeName(type)));

/** One page of the units that a filter names; with words, present ones before former, and those that are called just that first. */
export function listUnits(db: Db, f: UnitFilter, { offset, limit }: { offset: number; limit: number }) {
  const key = fold(f.words);
  return filtered(db, f)
    .leftJoin('unit as p', 'p.id', 'u.parent_id')
    .$if(f.type !== null, (q) => q.where('u.type', '=', f.type!))
    .select([...UNIT, 'p.type as parentType', 'p.name as parentName', sql<number>`count(*) over ()`.as('total')])
    .$if(key !== '', (q) =>
      q
        .orderBy(sql`u.valid_to is not null`)
        .orderBy((e) => e('u.search_key', 'in', [key, ...TYPE_KEYS.map((type) => `${type} ${key}`)]), 'desc')
        .orderBy('u.search_key'),
    )
    .orderBy('u.code')
    .orderBy('u.valid_from')
    .limit(limit)
    .offset(offset)
    .$castTo<ListedUnit>();
}

/** How many of the units that a filter names are of each type, whichever type it asks for. */
export const countByType = (db: Db, f: UnitFilter) =>
  filtered(db, f)
    .groupBy('u.type')
    .select(['u.type', sql<number>`count(*)`.as('count')])
    .orderBy('count', 'desc')
    .$castTo<TypeCount>();

/** For former units, the units that stand for them on a day; one row a pair. */
export const unitsStandingNow = (db: Db, formerIds: readonly UnitId[], day: Day) =>
  db
    .withRecursive('after(former, id)', (q) =>
      q
        .selectFrom('unit as u')
        .where('u.id', 'in', formerIds)
        .select(['u.id as former', 'u.id as id'])
        .union((union) =>
          union
            .selectFrom('after as a')
            .innerJoin('unit_lineage as l', 'l.predecessor_id', 'a.id')
            .select(['a.former', 'l.successor_id as id']),
        ),
    )
    .selectFrom('after as a')
    .innerJoin('unit as u', 'u.id', 'a.id')
    .where(validOn(day))
    .select([...UNIT, 'a.former as formerId'])
    .orderBy('u.code')
    .$castTo<Unit & { formerId: UnitId }>();
