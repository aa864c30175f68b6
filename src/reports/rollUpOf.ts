import type { Day } from '../kernel/day.ts';
import type { OrganRegister } from '../organs/index.ts';
import type { Values } from './model.ts';
import { type RollUp, rollUp, type UnitLine } from './rollUp.ts';
import type { PeriodDetail, SheetRow } from './store.ts';

/** The roll-up of a period from its signed sheets; units that ended count through what they became, by the register. */
export function rollUpOf(
  period: Pick<PeriodDetail, 'fields' | 'to'>,
  sheets: readonly (SheetRow & { values: Values; signedOn: Day })[],
  register: OrganRegister,
): RollUp {
  return rollUp(
    period.fields,
    sheets.map((sheet) => ({
      sheetId: sheet.id,
      unitId: sheet.unitId,
      to: period.to,
      signedOn: sheet.signedOn,
      covers: sheet.covers,
      values: sheet.values,
    })),
    linesFrom(
      sheets.map((s) => s.unitId),
      register,
    ),
  );
}

/** What the units became that have ended, as far as the register tells. */
export function linesFrom(
  unitIds: readonly number[],
  register: Pick<OrganRegister, 'units' | 'unitSuccessors'>,
): UnitLine[] {
  const lines: UnitLine[] = [];
  const seen = new Set<number>();
  const walk = (unitId: number) => {
    if (seen.has(unitId)) return;
    seen.add(unitId);
    if (register.units.get(unitId as never)?.validTo == null) return;
    for (const { successorId } of register.unitSuccessors.get(unitId as never) ?? []) {
      lines.push({ predecessorId: unitId, successorId });
      walk(successorId);
    }
  };
  for (const id of new Set(unitIds)) walk(id);
  return lines;
}
