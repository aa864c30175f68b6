import { invalid } from '../kernel/errors.ts';
import type { Principal } from '../kernel/principal.ts';
import { cleanText } from '../kernel/vietnamese.ts';
import type { Tx } from '../platform/db/access.ts';
import { changeSheet, heldSheet } from './heldSheet.ts';
import { mayKeep } from './policy.ts';

const MOST = 2000;

/**
 * The office sends a signed report back, with remarks on what to mend.
 * @throws Fault invalid (field ly-do), conflict, stale, forbidden, notFound
 */
export async function returnSheet(
  tx: Tx,
  by: Principal,
  of: { sheetId: number; seen: number | null; remarks: string },
): Promise<void> {
  const remarks = cleanText(of.remarks).trim();
  if (remarks === '' || remarks.length > MOST)
    throw invalid('report.remarks', `Hãy ghi rõ cần sửa chỗ nào (tối đa ${MOST} ký tự).`, 'ly-do');
  const { sheet } = await heldSheet(tx, by, of, 'return', mayKeep);
  await changeSheet(
    tx,
    by,
    sheet,
    { state: 'returned', remarks, signed_on: null, signed_by: null },
    { kind: 'report.returned', reason: remarks, data: { signedOn: sheet.signedOn } },
  );
}
