import type { Day } from '../../kernel/day.ts';
import type { Principal } from '../../kernel/principal.ts';
import type { Places } from '../places.ts';
import { seesProvince } from './policy.ts';

/** A line of the figures: a unit, and all whose dossiers are counted in it. */
export interface UnitLine {
  unitId: number;
  /** Itself, and where asked for those that were merged into it. */
  of: readonly number[];
}

type Known = Pick<Places, 'centreUnits' | 'unitAfter'>;

/** The units of a reader: all of the province, or the own one and those that were merged into it. */
export function unitsOfReader(places: Known, p: Principal, today: Day): number[] {
  const all = places.centreUnits(today);
  if (seesProvince(p)) return [...all];
  const own: number = p.unitId;
  return [own, ...all.filter((id) => id !== own && places.unitAfter(id, today) === own)];
}

/**
 * Units as the lines of a page: each as it was, or those that were merged added to their successors. Whichever is chosen, every
 * unit is in one line, so that the lines add up to the same whole.
 */
export function linesOf(places: Known, units: readonly number[], merged: boolean, today: Day): UnitLine[] {
  const known = new Set(units);
  const lineOf = (id: number): number => {
    const after = merged ? places.unitAfter(id, today) : id;
    return known.has(after) ? after : id;
  };
  return [...Map.groupBy(units, lineOf)].map(([unitId, of]) => ({ unitId, of }));
}
