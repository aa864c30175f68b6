import { conflict, forbidden, notFound, stale } from '../kernel/errors.ts';
import type { Principal } from '../kernel/principal.ts';
import { appendEvent } from '../platform/audit/appendEvent.ts';
import type { Tx } from '../platform/db/access.ts';
import { SHEET_STEPS, type SheetStep, stepAllowed } from './model.ts';
import { firstOf, type PeriodDetail, periodById, type SheetDetail, sheetById } from './store.ts';

export const CLOSED = 'Kỳ báo cáo này đã khóa sổ, không sửa được nữa. Nếu cần sửa, hãy đề nghị cơ quan nhận mở lại kỳ.';

export interface HeldSheet {
  sheet: SheetDetail;
  period: PeriodDetail;
}

/**
 * A sheet in the state in which a step is allowed, its period open.
 * @param may the step's own right
 * @throws Fault notFound, forbidden, conflict (closed, or the step does not fit the state), stale
 */
export async function heldSheet(
  tx: Tx,
  by: Principal,
  of: { sheetId: number; seen: number | null },
  step: SheetStep,
  may: (p: Principal, sheet: SheetDetail) => boolean,
): Promise<HeldSheet> {
  const sheet = await firstOf(tx, sheetById(tx, of.sheetId));
  const period = sheet && (await firstOf(tx, periodById(tx, sheet.periodId)));
  if (!sheet || !period) throw notFound('báo cáo này');
  if (!may(by, sheet)) throw forbidden(FORBIDDEN[step]);
  if (period.state === 'closed') throw conflict('report.closed', CLOSED);
  if (!stepAllowed(step, sheet.state)) throw conflict('report.state', SHEET_STEPS[step].refused);
  if (of.seen !== null && of.seen !== sheet.version) throw stale();
  return { sheet, period };
}

const FORBIDDEN: Record<SheetStep, string> = {
  save: 'Chỉ cơ quan báo cáo và văn phòng giúp việc của cơ quan đó được ghi số liệu.',
  present: 'Chỉ cơ quan báo cáo và văn phòng giúp việc của cơ quan đó được trình ký.',
  sign: 'Chỉ người đứng đầu hoặc cấp phó của cơ quan báo cáo (hoặc người được giao ký thay) được ký gửi.',
  return: 'Chỉ văn phòng nhận báo cáo mới trả lại được.',
};

/** Writes what a step changes, if nobody has changed the sheet since, and the event beside it. @throws Fault stale */
export async function changeSheet(
  tx: Tx,
  by: Principal,
  sheet: SheetDetail,
  change: Record<string, unknown>,
  event: { kind: string; reason?: string; data?: Record<string, unknown> },
): Promise<void> {
  const changed = await tx
    .updateTable('report_sheet')
    .set({ ...change, version: sheet.version + 1 } as never)
    .where('id', '=', sheet.id)
    .where('version', '=', sheet.version)
    .returning('id')
    .executeTakeFirst();
  if (!changed) throw stale();
  await appendEvent(tx, by, { ...event, subjectType: 'report_sheet', subjectId: sheet.id, unitId: sheet.unitId });
}
