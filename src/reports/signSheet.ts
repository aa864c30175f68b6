import type { Day } from '../kernel/day.ts';
import type { Principal } from '../kernel/principal.ts';
import type { Tx } from '../platform/db/access.ts';
import { changeSheet, heldSheet } from './heldSheet.ts';
import { isLate } from './model.ts';
import { maySign } from './policy.ts';
import { checkWhole } from './values.ts';

/** "Chủ tịch UBND xã Con Cuông", or "KT. Chủ tịch ..." where somebody acts for them. */
export const signatory = (by: Principal): string =>
  by.actingFor
    ? `${by.actingFor.kind}. ${by.actingFor.title}, ${by.organName} (${by.positionTitle})`
    : `${by.positionTitle}, ${by.organName}`;

/**
 * The head signs the report as it stands, which sends it to the office. A report after its due day is sent all the same, and
 * known as late.
 * @throws Fault invalid (something required is missing), conflict (closed, sent already), stale, forbidden, notFound
 */
export async function signSheet(
  tx: Tx,
  by: Principal,
  of: { sheetId: number; seen: number | null },
  today: Day,
): Promise<void> {
  const { sheet, period } = await heldSheet(tx, by, of, 'sign', maySign);
  checkWhole(period.fields, sheet.values);
  await changeSheet(
    tx,
    by,
    sheet,
    { state: 'signed', signed_on: today, signed_by: signatory(by), remarks: null },
    {
      kind: 'report.signed',
      data: { values: sheet.values, late: isLate({ dueOn: sheet.dueOn, signedOn: today }, today) },
    },
  );
}
