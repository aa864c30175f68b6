import type { Day } from '../kernel/day.ts';
import { conflict, forbidden, invalid, notFound, stale } from '../kernel/errors.ts';
import type { Principal } from '../kernel/principal.ts';
import { cleanText } from '../kernel/vietnamese.ts';
import type { OrganRegister } from '../organs/index.ts';
import { appendEvent } from '../platform/audit/appendEvent.ts';
import type { Tx } from '../platform/db/access.ts';
import { mayKeep, maySignRollUp } from './policy.ts';
import { rollUpOf } from './rollUpOf.ts';
import { signatory } from './signSheet.ts';
import { firstOf, type PeriodDetail, periodById, signedSheets } from './store.ts';

interface Of {
  periodId: number;
  seen: number | null;
}

async function ownPeriod(tx: Tx, by: Principal, { periodId, seen }: Of): Promise<PeriodDetail> {
  const period = await firstOf(tx, periodById(tx, periodId));
  if (!period) throw notFound('kỳ báo cáo này');
  if (!mayKeep(by, period)) throw forbidden('Chỉ văn phòng lập báo cáo mới làm được việc này.');
  if (seen !== null && seen !== period.version) throw stale();
  return period;
}

async function change(tx: Tx, period: PeriodDetail, set: Record<string, unknown>): Promise<void> {
  const done = await tx
    .updateTable('report_period')
    .set({ ...set, version: period.version + 1 } as never)
    .where('id', '=', period.id)
    .where('version', '=', period.version)
    .returning('id')
    .executeTakeFirst();
  if (!done) throw stale();
}

/** Closes a period: nothing in it changes any more. @throws Fault conflict, stale, forbidden, notFound */
export async function closePeriod(tx: Tx, by: Principal, of: Of): Promise<void> {
  const period = await ownPeriod(tx, by, of);
  if (period.state === 'closed') throw conflict('report.closed', 'Kỳ báo cáo này đã khóa sổ rồi.');
  await change(tx, period, { state: 'closed' });
  await appendEvent(tx, by, { kind: 'report.period_closed', subjectType: 'report_period', subjectId: period.id });
}

/**
 * Opens a closed period again, with a reason; a signed roll-up loses its signature, and the event keeps what was signed.
 * @throws Fault invalid (field ly-do), conflict, stale, forbidden, notFound
 */
export async function reopenPeriod(tx: Tx, by: Principal, of: Of & { reason: string }): Promise<void> {
  const period = await ownPeriod(tx, by, of);
  const reason = cleanText(of.reason).trim();
  if (reason === '' || reason.length > 2000)
    throw invalid('report.reason', 'Hãy ghi lý do mở lại kỳ báo cáo.', 'ly-do');
  if (period.state === 'open') throw conflict('report.open', 'Kỳ báo cáo này đang mở.');
  await change(tx, period, { state: 'open', signed_on: null, signed_by: null, rolled_up: null });
  await appendEvent(tx, by, {
    kind: 'report.period_reopened',
    subjectType: 'report_period',
    subjectId: period.id,
    reason,
    data: period.signedOn ? { signedOn: period.signedOn, signedBy: period.signedBy, rolledUp: period.rolledUp } : {},
  });
}

/**
 * The head of the office signs the roll-up: the period is closed and its figures are kept as they were signed.
 * @throws Fault conflict (signed already, no report has come), stale, forbidden, notFound
 */
export async function signRollUp(tx: Tx, by: Principal, register: OrganRegister, of: Of, today: Day): Promise<void> {
  const period = await ownPeriod(tx, by, of);
  if (!maySignRollUp(by, period)) {
    throw forbidden('Chỉ người đứng đầu hoặc cấp phó của văn phòng mới ký được báo cáo tổng hợp.');
  }
  if (period.signedOn) throw conflict('report.signed', 'Báo cáo tổng hợp của kỳ này đã ký rồi.');
  const { rows } = await tx.executeQuery(signedSheets(tx, period.id).compile());
  if (rows.length === 0) throw conflict('report.none', 'Chưa có báo cáo nào được gửi, không có gì để tổng hợp.');
  const result = rollUpOf(period, rows as never, register);
  const rolledUp = { fields: result.fields, sheets: result.counted.length };
  await change(tx, period, {
    state: 'closed',
    signed_on: today,
    signed_by: signatory(by),
    rolled_up: JSON.stringify(rolledUp),
  });
  await appendEvent(tx, by, {
    kind: 'report.rolled_up',
    subjectType: 'report_period',
    subjectId: period.id,
    data: rolledUp,
  });
}
