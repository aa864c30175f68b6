import type { Day } from '../../kernel/day.ts';
import type { LinkKind, Share, UnitLevel, UnitType } from '../model.ts';

/** One row of a register as it is told from outside: by codes and days, not yet by ids. */
export interface UnitRow {
  /** Line of the file, for messages; 0 where there is none. */
  line: number;
  code: string;
  level: UnitLevel;
  type: UnitType;
  name: string;
  parentCode: string | null;
  validFrom: Day | null;
  validTo: Day | null;
  areaKm2: number | null;
  population: number | null;
  mountainous: boolean | null;
  legalBasis: string | null;
  altNames: readonly string[];
}

export interface LineageRow {
  line: number;
  oldCode: string;
  newCode: string;
  /** Level of the old unit, where the row tells it. */
  level: UnitLevel | null;
  part: 'whole' | 'part';
  kind: LinkKind;
  area: Share | null;
  population: Share | null;
  resolution: string | null;
  clause: string | null;
}

/** What is wrong with one row, in a Vietnamese sentence. */
export interface RowFault {
  file: 'units' | 'lineage';
  line: number;
  /** The column's name in the file. */
  field: string;
  message: string;
}

/** Tells a unit: its code and its first day. */
export type UnitKey = string;
export const unitKey = (unit: { code: string; validFrom: Day | null }): UnitKey =>
  `${unit.code}@${unit.validFrom ?? ''}`;
