import type { Day } from '../kernel/day.ts';
import type { UnitId } from '../kernel/ids.ts';
import { isValidOn } from '../kernel/validity.ts';
import { displayName, type Link, searchKeyOf, timeWalker, type Unit } from './model.ts';
import {
  communesOn,
  type Db,
  linksInLine,
  linksOfProvince,
  unitByCode,
  unitsInLine,
  unitsOfProvince,
} from './store.ts';

/** The unit that held a code on a day, if any. */
export const findUnit = (db: Db, code: string, day: Day): Promise<Unit | undefined> =>
  unitByCode(db, code, day).executeTakeFirst();

/** The province that holds a code on a day, if it was loaded. */
export const findProvince = async (db: Db, code: string, day: Day): Promise<Unit | undefined> => {
  const unit = await findUnit(db, code, day);
  return unit?.level === 'province' ? unit : undefined;
};

/** The communes of a province on a day, by code. */
export const communesOf = (db: Db, provinceCode: string, day: Day): Promise<Unit[]> =>
  communesOn(db, provinceCode, day).execute();

/**
 * The units that stand for a unit on a day: itself while it exists, else all units that it went into, or on an earlier day
 * all of which at least a part went into it. For a district that has ended: what its communes became.
 */
export async function unitsStandingFor(db: Db, id: UnitId, day: Day): Promise<Unit[]> {
  const [units, links] = await Promise.all([unitsInLine(db, id).execute(), linksInLine(db, id).execute()]);
  return timeWalker({ units, links })(id, day);
}

/** A name under which a document may speak of a unit of the province. */
export interface UnitName {
  unitId: UnitId;
  level: Unit['level'];
  type: Unit['type'];
  /** "Con Cuông". */
  name: string;
  /** "xã Con Cuông". */
  fullName: string;
  /** `fold` of the full name, and of each other spelling with its type: "xa con cuong". */
  keys: readonly string[];
  /** The unit does not exist on the day asked for. */
  former: boolean;
  /** The units that stand for it on the day: itself, or its successors; several for a split unit or a district. */
  currentIds: readonly UnitId[];
}

/**
 * Every unit, present and former, of the province that holds `provinceCode` on `day` and of the provinces that went into
 * it, with the links between them: the register as plain data.
 */
export async function provinceRegister(
  db: Db,
  provinceCode: string,
  day: Day,
): Promise<{ units: Unit[]; links: Link[] }> {
  const [units, links] = await Promise.all([
    unitsOfProvince(db, provinceCode, day).execute(),
    linksOfProvince(db, provinceCode, day).execute(),
  ]);
  return { units, links };
}

/** All names, present and former, of the province that holds `provinceCode` on `day`, for resolving what a document says. */
export async function unitNames(db: Db, provinceCode: string, day: Day): Promise<UnitName[]> {
  const { units, links } = await provinceRegister(db, provinceCode, day);
  const standing = timeWalker({ units, links });
  return units.map((unit) => ({
    unitId: unit.id,
    level: unit.level,
    type: unit.type,
    name: unit.name,
    fullName: displayName(unit),
    keys: [unit.name, ...unit.altNames].map((name) => searchKeyOf({ type: unit.type, name })),
    former: !isValidOn(unit, day),
    currentIds: standing(unit.id, day).map((u) => u.id),
  }));
}
