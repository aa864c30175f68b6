import type { InputKey } from './inputs.ts';
import type { PeriodSums, Ratio } from './kpi.ts';
import type { Measure } from './measures.ts';
import type { FlowRow, InputRow, StockRow } from './store.ts';

export interface FigureRows {
  flows: readonly FlowRow[];
  stocks: readonly StockRow[];
  inputs: readonly InputRow[];
  usedOnline: readonly { unitId: number; versionId: number }[];
}

/**
 * One unit's rows, or those of several taken together, as the sums of a period. Entries by hand are added up over months and
 * units: the shares then weigh as much as what they are shares of.
 * @param procedures of one unit; those of several units are counted once
 */
export function sumUp(rows: FigureRows, procedures: { all: number; online: number }): PeriodSums {
  const sums = new Map<string, number>();
  const add = (key: string, amount: number) => sums.set(key, (sums.get(key) ?? 0) + amount);
  for (const { measure, amount } of rows.flows) add(measure, amount);
  for (const { measure, late, amount } of rows.stocks) {
    add(measure, amount);
    if (measure === 'open') add(late ? 'late' : 'in time', amount);
  }
  const entered = new Map<InputKey, Ratio>();
  for (const { indicator, numerator, denominator } of rows.inputs) {
    const known = entered.get(indicator) ?? { numerator: 0, denominator: 0 };
    entered.set(indicator, {
      numerator: known.numerator + numerator,
      denominator: known.denominator + denominator,
    });
  }
  return {
    of: (measure: Measure) => sums.get(measure) ?? 0,
    openLate: sums.get('late') ?? 0,
    openInTime: sums.get('in time') ?? 0,
    carried: rows.stocks.reduce((sum, row) => sum + row.carried, 0),
    procedures: procedures.all,
    onlineProcedures: procedures.online,
    usedOnline: new Set(rows.usedOnline.map((row) => row.versionId)).size,
    input: (indicator) => entered.get(indicator),
  };
}

/** The rows told apart by unit. */
export function byUnit(rows: FigureRows): (unitId: number) => FigureRows {
  const apart = <Row extends { unitId: number }>(list: readonly Row[]) => {
    const groups = Map.groupBy(list, (row) => row.unitId);
    return (unitId: number) => groups.get(unitId) ?? [];
  };
  const flows = apart(rows.flows);
  const stocks = apart(rows.stocks);
  const inputs = apart(rows.inputs);
  const usedOnline = apart(rows.usedOnline);
  return (unitId) => ({
    flows: flows(unitId),
    stocks: stocks(unitId),
    inputs: inputs(unitId),
    usedOnline: usedOnline(unitId),
  });
}

/** The rows of several units as those of one. */
export const together = (parts: readonly FigureRows[]): FigureRows => ({
  flows: parts.flatMap((part) => part.flows),
  stocks: parts.flatMap((part) => part.stocks),
  inputs: parts.flatMap((part) => part.inputs),
  usedOnline: parts.flatMap((part) => part.usedOnline),
});

/** Whether anything is counted in them. */
export const isTold = (rows: FigureRows): boolean =>
  rows.flows.some((row) => row.amount !== 0) || rows.stocks.some((row) => row.amount !== 0 || row.carried !== 0);
