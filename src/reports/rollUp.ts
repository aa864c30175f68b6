import type { Day } from '../kernel/day.ts';
import { isNumeric, type ReportField, type Values } from './model.ts';

/** A signed report as the roll-up sees it. */
export interface CountedSheet {
  sheetId: number;
  unitId: number;
  /** The end of the period it tells of; then the day it was signed: the newest counts where only one may. */
  to: Day;
  signedOn: Day;
  /** Its figures hold the whole period of the units that went into this one, so that these must not be counted beside it. */
  covers: boolean;
  values: Values;
}

/** Who became what: a unit that ended, and where it went. */
export interface UnitLine {
  predecessorId: number;
  successorId: number;
}

export interface RolledField {
  key: string;
  /** null where no report gave a figure, or the field is only listed. */
  total: number | null;
  /** How many reports the total is made of. */
  sheets: number;
}

export interface RollUp {
  fields: RolledField[];
  /** Reports that count, each with the unit for which its figures stand today. */
  counted: { sheet: CountedSheet; standingId: number }[];
  /** Reports left out, because the report of this successor holds their figures. */
  within: { sheet: CountedSheet; successorId: number }[];
}

/**
 * Adds the reports of many units (of one period or of several) to one, each field by its own rule.
 *
 * A unit that ended is counted once: its figures stand under the unit that it went into, unless that one's report of the same
 * period covers them already. Of a unit divided among several the figures stand under the first of these that reports, else the
 * first of all, whole: they cannot be divided; and they are left out as soon as one of the successors covers them.
 */
export function rollUp(
  fields: readonly ReportField[],
  sheets: readonly CountedSheet[],
  lines: readonly UnitLine[],
): RollUp {
  const successors = new Map<number, number[]>();
  for (const { predecessorId, successorId } of lines)
    successors.set(
      predecessorId,
      [...(successors.get(predecessorId) ?? []), successorId].sort((a, b) => a - b),
    );
  const reported = new Map(sheets.map((sheet) => [`${sheet.unitId}|${sheet.to}`, sheet]));
  const reporting = new Set(sheets.map((sheet) => sheet.unitId));

  const counted: RollUp['counted'] = [];
  const within: RollUp['within'] = [];
  for (const sheet of sheets) {
    const after = unitsAfter(sheet.unitId, successors);
    const covering = after.find((id) => reported.get(`${id}|${sheet.to}`)?.covers);
    if (covering !== undefined) within.push({ sheet, successorId: covering });
    else counted.push({ sheet, standingId: standingFor(sheet.unitId, successors, reporting) });
  }
  return { fields: fields.map((field) => rolled(field, counted)), counted, within };
}

/** Everything that a unit became, near first; a line that goes in a circle is walked once. */
function unitsAfter(unitId: number, successors: ReadonlyMap<number, readonly number[]>): number[] {
  const found: number[] = [];
  const seen = new Set([unitId]);
  for (let next = successors.get(unitId) ?? []; next.length > 0; ) {
    const fresh = next.filter((id) => !seen.has(id));
    for (const id of fresh) seen.add(id);
    found.push(...fresh);
    next = fresh.flatMap((id) => successors.get(id) ?? []);
  }
  return found;
}

function standingFor(
  unitId: number,
  successors: ReadonlyMap<number, readonly number[]>,
  reporting: ReadonlySet<number>,
): number {
  const seen = new Set<number>();
  let at = unitId;
  for (let next = successors.get(at); next && !seen.has(at); next = successors.get(at)) {
    seen.add(at);
    at = next.find((id) => reporting.has(id)) ?? next[0]!;
  }
  return at;
}

function rolled(field: ReportField, counted: RollUp['counted']): RolledField {
  const none = { key: field.key, total: null, sheets: 0 };
  if (!isNumeric(field.type) || field.rule === 'none') return none;
  const given = counted.filter(({ sheet }) => typeof sheet.values[field.key] === 'number');
  const taken = field.rule === 'latest' ? newestOfEach(given) : given;
  if (taken.length === 0) return none;
  if (field.rule !== 'weighted') {
    return {
      key: field.key,
      total: exactSum(taken.map(({ sheet }) => numberAt(sheet, field.key))),
      sheets: taken.length,
    };
  }
  const weighed = taken.filter(({ sheet }) => numberAt(sheet, field.weightBy ?? '') > 0);
  const weight = exactSum(weighed.map(({ sheet }) => numberAt(sheet, field.weightBy!)));
  if (weight === 0) return none;
  const total = weighed.reduce(
    (sum, { sheet }) => sum + numberAt(sheet, field.key) * numberAt(sheet, field.weightBy!),
    0,
  );
  return { key: field.key, total: total / weight, sheets: weighed.length };
}

const numberAt = (sheet: CountedSheet, key: string): number => {
  const value = sheet.values[key];
  return typeof value === 'number' ? value : 0;
};

/**
 * Of each unit that stands today the newest report of its line, the unit's own before those of units that went into it.
 * Where it has not reported itself, the units that went into it stand beside each other, each with its newest.
 */
function newestOfEach(given: RollUp['counted']): RollUp['counted'] {
  const reporting = new Set(given.filter((c) => c.sheet.unitId === c.standingId).map((c) => c.standingId));
  const order = ({ sheet, standingId }: RollUp['counted'][number]) =>
    `${sheet.to}|${sheet.unitId === standingId ? 1 : 0}|${sheet.signedOn}`;
  const newest = new Map<number, RollUp['counted'][number]>();
  for (const one of given) {
    const line = reporting.has(one.standingId) ? one.standingId : one.sheet.unitId;
    const known = newest.get(line);
    if (!known || order(known) < order(one)) newest.set(line, one);
  }
  return [...newest.values()];
}

/** Adds hundredths as whole numbers where they are such, so that 0,1 + 0,2 is 0,3. */
function exactSum(values: readonly number[]): number {
  const scale = 1_000_000;
  const scaled = values.map((value) => Math.round(value * scale));
  return scaled.reduce((sum, value) => sum + value, 0) / scale;
}
