import type { WorkingCalendar } from '../kernel/calendar/index.ts';
import { type Day, dayOf, formatDay } from '../kernel/day.ts';
import { conflict, forbidden, invalid } from '../kernel/errors.ts';
import type { Principal } from '../kernel/principal.ts';
import type { Tx } from '../platform/db/access.ts';
import { checkAll } from './checkAll.ts';
import { earliestExtension, lateAfter } from './deadline.ts';
import { reasonFrom, type Seen } from './passDossier.ts';
import { mayApologise } from './policy.ts';
import { dueToldOf } from './receiveDossier.ts';
import type { DossierRules } from './rules.ts';
import { demandStep, lockDossier, takeStep } from './takeStep.ts';

/** A date may be promised anew this often (Decree 61/2018, art. 19; to be confirmed under 118/2025). */
const MOST_APOLOGIES = 1;

/**
 * Apology with a new date (Mẫu 04): written before the promised date passes, with the reason. The first promise stays on
 * record.
 * @throws Fault forbidden, invalid (fields ngay-hen, ly-do), conflict, stale
 */
export async function apologise(
  tx: Tx,
  by: Principal,
  rules: DossierRules,
  input: Seen & { to: Day | null; reason: string },
) {
  const d = await lockDossier(tx, input.code, input.version);
  if (!mayApologise(by, d, rules.places)) throw forbidden('Chỉ nơi giải quyết mới hẹn lại ngày trả được.');
  demandStep(d, 'apologised');
  const at = rules.now();
  if (d.dueAt === null || d.receivedAt === null) throw conflict('dossier.no_due', 'Hồ sơ này chưa có ngày hẹn trả.');
  if (d.apologies >= MOST_APOLOGIES) {
    throw conflict('dossier.apologised.twice', 'Hồ sơ đã hẹn lại một lần; chỉ được hẹn lại một lần.');
  }
  if (at >= lateAfter(d.dueAt, d.dueExact)) {
    throw conflict(
      'dossier.apologised.late',
      'Đã quá ngày hẹn trả nên không hẹn lại được nữa: văn bản xin lỗi phải có trước khi hết hạn. Hồ sơ được tính là quá hạn.',
    );
  }
  const calendar = rules.calendarOf(d.authorityId);
  const earliest = earliestExtension(calendar, at, d.dueAt);
  const [to, reason] = checkAll(
    () => newDay(input.to, earliest, calendar),
    () => reasonFrom(input.reason, 'ly-do', 'Hãy ghi vì sao chưa xong; người dân sẽ đọc lý do này.'),
  );
  const base = { receivedAt: d.receivedAt, limit: d.limit, extension: { at, to } };
  const due = dueToldOf(rules, d.authorityId, base);
  const dueLines = [...due.dueLines, `hẹn trước đó: ${formatDay(dayOf(d.dueAt))}`];
  return takeStep(tx, by, d, { kind: 'apologised', at, reason, to, ...due, dueLines });
}

function newDay(to: Day | null, earliest: Day, calendar: WorkingCalendar): Day {
  if (to === null || to < earliest) {
    throw invalid('dossier.extension', `Hãy chọn ngày hẹn mới từ ${formatDay(earliest)} trở đi.`, 'ngay-hen');
  }
  if (calendar.status(to).share === 0) {
    throw invalid('dossier.extension.rest', `${formatDay(to)} là ngày nghỉ. Hãy chọn ngày làm việc.`, 'ngay-hen');
  }
  return to;
}
