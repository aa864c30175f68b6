import { type Day, dayOf } from '../kernel/day.ts';
import { forbidden, invalid } from '../kernel/errors.ts';
import type { Principal } from '../kernel/principal.ts';
import type { Tx } from '../platform/db/access.ts';
import { reasonFrom, type Seen } from './passDossier.ts';
import { mayMeetApplicant, mayWork } from './policy.ts';
import { dueToldOf } from './receiveDossier.ts';
import type { DossierRules } from './rules.ts';
import { STATUS } from './status.ts';
import type { DueTold } from './steps.ts';
import type { DossierDetail } from './store.ts';
import { demandStep, lockDossier, takeStep } from './takeStep.ts';

/** The due date once the clock runs again at `at`; unchanged where it never ran. */
function dueAfterResuming(rules: DossierRules, d: DossierDetail, at: number): DueTold {
  const told = { dueAt: d.dueAt, dueExact: d.dueExact, dueLines: d.dueLines };
  if (d.receivedAt === null || d.pausedAt === null) return told;
  const stops = d.pauses.map((p) => ({ from: p.from, to: p.to ?? at, reason: p.reason }));
  return dueToldOf(rules, d.authorityId, { receivedAt: d.receivedAt, limit: d.limit, extension: d.extension }, stops);
}

function checkAnswerBy(rules: DossierRules, answerBy: Day | null): void {
  if (answerBy !== null && answerBy < dayOf(rules.now())) {
    throw invalid('dossier.answer_by', 'Ngày hẹn người dân đã qua. Hãy chọn từ hôm nay trở đi.', 'nop-truoc');
  }
}

/**
 * Asks the applicant for what is missing (Mẫu 02): the clock stops. Once is foreseen; a second request after reception is
 * counted against the office.
 * @throws Fault forbidden, invalid (fields noi-dung, nop-truoc), conflict, stale
 */
export async function askSupplement(
  tx: Tx,
  by: Principal,
  rules: DossierRules,
  input: Seen & { reason: string; answerBy: Day | null },
) {
  const d = await lockDossier(tx, input.code, input.version);
  const may = d.receivedAt === null ? mayMeetApplicant(by, d, rules.places) : mayWork(by, d, rules.places);
  if (!may) throw forbidden('Chỉ nơi đang giữ hồ sơ mới yêu cầu bổ sung được.');
  demandStep(d, 'supplement_asked');
  const reason = reasonFrom(input.reason, 'noi-dung', 'Hãy ghi rõ giấy tờ còn thiếu, sai và cách bổ sung.');
  checkAnswerBy(rules, input.answerBy);
  return takeStep(tx, by, d, { kind: 'supplement_asked', at: rules.now(), reason, answerBy: input.answerBy });
}

/** What was missing has come: the clock runs again, the date is reckoned anew. @throws Fault forbidden, conflict, stale */
export async function receiveSupplement(tx: Tx, by: Principal, rules: DossierRules, input: Seen & { note: string }) {
  const d = await lockDossier(tx, input.code, input.version);
  if (!mayMeetApplicant(by, d, rules.places))
    throw forbidden('Chỉ nơi tiếp nhận hoặc nơi đang giữ hồ sơ mới ghi được.');
  demandStep(d, 'supplemented');
  const at = rules.now();
  return takeStep(tx, by, d, { kind: 'supplemented', at, note: input.note.trim(), ...dueAfterResuming(rules, d, at) });
}

/**
 * A financial duty (tax, land charge) must be paid first: the clock stops (status 6).
 * @throws Fault forbidden, invalid (fields so-tien, noi-dung, nop-truoc), conflict, stale
 */
export async function askPayment(
  tx: Tx,
  by: Principal,
  rules: DossierRules,
  input: Seen & { reason: string; fee: number; answerBy: Day | null },
) {
  const d = await lockDossier(tx, input.code, input.version);
  if (!mayWork(by, d, rules.places)) throw forbidden('Chỉ nơi đang giữ hồ sơ mới yêu cầu nộp tiền được.');
  demandStep(d, 'payment_asked');
  if (!Number.isSafeInteger(input.fee) || input.fee < 1 || input.fee > 2_000_000_000) {
    throw invalid('dossier.fee', 'Số tiền phải là số nguyên đồng, từ 1 đến 2 tỷ.', 'so-tien');
  }
  const reason = reasonFrom(input.reason, 'noi-dung', 'Hãy ghi khoản phải nộp và căn cứ.');
  checkAnswerBy(rules, input.answerBy);
  const { fee, answerBy } = input;
  return takeStep(tx, by, d, { kind: 'payment_asked', at: rules.now(), reason, fee, answerBy });
}

/** It was paid; where the clock stood for it, it runs again. @throws Fault forbidden, invalid, conflict, stale */
export async function notePayment(tx: Tx, by: Principal, rules: DossierRules, input: Seen & { note: string }) {
  const d = await lockDossier(tx, input.code, input.version);
  if (!mayMeetApplicant(by, d, rules.places))
    throw forbidden('Chỉ nơi tiếp nhận hoặc nơi đang giữ hồ sơ mới ghi được.');
  demandStep(d, 'paid');
  if (d.money !== 'due') throw invalid('dossier.paid.nothing', 'Hồ sơ này không còn khoản nào phải nộp.');
  const at = rules.now();
  const due = d.status === STATUS.payment ? dueAfterResuming(rules, d, at) : d;
  const { dueAt, dueExact, dueLines } = due;
  return takeStep(tx, by, d, { kind: 'paid', at, note: input.note.trim(), dueAt, dueExact, dueLines });
}
