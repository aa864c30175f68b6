import { type Day, dayOf } from '../kernel/day.ts';
import { conflict, forbidden, invalid } from '../kernel/errors.ts';
import type { Principal } from '../kernel/principal.ts';
import type { Tx } from '../platform/db/access.ts';
import { afterStep } from './afterStep.ts';
import { checkAll } from './checkAll.ts';
import { reasonFrom, type Seen } from './passDossier.ts';
import { askedOf, mayWork } from './policy.ts';
import type { DossierRules } from './rules.ts';
import type { Standing } from './standing.ts';
import { appendStep, demandStep, keepParts, lockDossier, seenDossier, takeStep } from './takeStep.ts';

/**
 * Asks another organ for its opinion while the clock runs on. It sees the dossier from then on.
 * @throws Fault forbidden, invalid (fields noi-hoi, cau-hoi, tra-loi-truoc), conflict, stale
 */
export async function consult(
  tx: Tx,
  by: Principal,
  rules: DossierRules,
  input: Seen & { organId: number; question: string; answerBy: Day | null },
) {
  const d = await lockDossier(tx, input.code, input.version);
  if (!mayWork(by, d, rules.places)) throw forbidden('Chỉ nơi đang giữ hồ sơ mới lấy ý kiến được.');
  demandStep(d, 'consulted');
  const day = dayOf(rules.now());
  const [organId, question, answerBy] = checkAll(
    () => organAsked(rules, d, input.organId, day),
    () => reasonFrom(input.question, 'cau-hoi', 'Hãy ghi điều cần hỏi.'),
    () => {
      if (input.answerBy === null || input.answerBy >= day) return input.answerBy;
      throw invalid('dossier.consult.day', 'Ngày cần trả lời đã qua. Hãy chọn từ hôm nay trở đi.', 'tra-loi-truoc');
    },
  );
  return takeStep(tx, by, d, {
    kind: 'consulted',
    at: rules.now(),
    organId,
    byOrganId: d.holderId,
    question,
    answerBy,
  });
}

function organAsked(rules: DossierRules, d: Standing, organId: number, day: Day): number {
  if (organId === d.holderId) throw invalid('dossier.consult.self', 'Hãy chọn cơ quan khác.', 'noi-hoi');
  const near = [...rules.places.around(d.authorityId, day), ...rules.places.around(d.receptionId, day)];
  if (near.some((o) => o.id === organId)) return organId;
  throw invalid('dossier.consult.organ', 'Cơ quan này không có hoặc đã kết thúc. Hãy chọn nơi khác.', 'noi-hoi');
}

/**
 * The organ asked gives its opinion. It has no other part in the dossier, so the row stays as it is.
 * @throws Fault forbidden, invalid (field y-kien), conflict
 */
export async function giveOpinion(tx: Tx, by: Principal, rules: DossierRules, input: { code: string; answer: string }) {
  const d = await seenDossier(tx, input.code, null);
  const no = askedOf(by, d, rules.places);
  if (no === undefined) throw forbidden('Cơ quan bạn không được hỏi ý kiến về hồ sơ này, hoặc đã trả lời.');
  if (d.closedAt !== null) throw conflict('dossier.opined.refused', 'Hồ sơ này đã kết thúc, không cần ý kiến nữa.');
  const answer = reasonFrom(input.answer, 'y-kien', 'Hãy ghi ý kiến.');
  const step = { kind: 'opined', at: rules.now(), no, answer } as const;
  await appendStep(tx, by, d, step);
  await keepParts(tx, d, afterStep(d, step));
}
