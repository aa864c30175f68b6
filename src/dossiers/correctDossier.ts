import { forbidden, invalid } from '../kernel/errors.ts';
import type { Principal } from '../kernel/principal.ts';
import type { Tx } from '../platform/db/access.ts';
import { type ApplicantFacts, maskedName, maskedNumber, sameFacts } from './applicants/model.ts';
import { type Applicant, applicantById, applicantByNumber, rememberApplicant } from './applicants/store.ts';
import { keepFigures } from './figures/keepFigures.ts';
import { reasonFrom, type Seen } from './passDossier.ts';
import { mayCorrect } from './policy.ts';
import type { DossierRules } from './rules.ts';
import type { Paper } from './standing.ts';
import type { DeliveryWay } from './status.ts';
import { demandStep, lockDossier, takeStep } from './takeStep.ts';

export interface Correction {
  applicant: ApplicantFacts;
  proxy: string;
  summary: string;
  papers: readonly Paper[];
  copies: number;
  deliveryWay: DeliveryWay;
  returnId: number;
}

/**
 * Puts facts of the reception right, with a reason. Procedure, date and clock are not among them: a dossier received under
 * the wrong procedure is withdrawn and received anew. The event tells what each fact was; of personal data only that it
 * changed, masked.
 * @throws Fault forbidden, invalid (field ly-do), conflict, stale
 */
export async function correctDossier(
  tx: Tx,
  by: Principal,
  rules: DossierRules,
  input: Seen & Correction & { reason: string },
) {
  const d = await lockDossier(tx, input.code, input.version);
  if (!mayCorrect(by, d, rules.places)) throw forbidden('Chỉ trung tâm đã tiếp nhận mới sửa được hồ sơ này.');
  demandStep(d, 'corrected');
  const reason = reasonFrom(input.reason, 'ly-do', 'Hãy ghi vì sao sửa; lý do được lưu cùng nội dung cũ.');
  const { rows } = await tx.executeQuery(applicantById(tx, d.unitId, d.applicantId).compile());
  const before = rows[0] as Applicant;
  const { applicant } = input;
  const changes: Record<string, [unknown, unknown]> = {};
  const told = (key: string, old: unknown, now: unknown, shown: (v: never) => unknown = (v) => v) => {
    if (JSON.stringify(old) !== JSON.stringify(now)) changes[key] = [shown(old as never), shown(now as never)];
  };
  told('applicant.name', before.name, applicant.name, maskedName);
  told('applicant.kind', before.kind, applicant.kind);
  told('applicant.idNumber', before.idNumber, applicant.idNumber, maskedNumber);
  told('applicant.phone', before.phone, applicant.phone, maskedNumber);
  const HIDDEN = () => '•••';
  told('applicant.birthDay', before.birthDay, applicant.birthDay, HIDDEN);
  told('applicant.address', before.address, applicant.address, HIDDEN);
  told('applicant.email', before.email, applicant.email, HIDDEN);
  told('proxy', d.proxy ?? '', input.proxy, HIDDEN);
  told('summary', d.summary, input.summary);
  told('papers', d.papers, input.papers);
  told('copies', d.copies, input.copies);
  told('deliveryWay', d.deliveryWay, input.deliveryWay);
  told('returnId', d.returnId, input.returnId);
  if (Object.keys(changes).length === 0) throw invalid('dossier.correct.nothing', 'Chưa có gì được sửa.', 'ly-do');
  const applicantId = await rowFor(tx, { unitId: d.unitId, organId: d.receptionId }, applicant, before);
  await tx
    .updateTable('dossier')
    .set({
      applicant_id: applicantId,
      applicant_name: applicant.name,
      proxy: input.proxy || null,
      summary: input.summary,
      papers: JSON.stringify(input.papers) as never,
      copies: input.copies,
    })
    .where('unit_id', '=', d.unitId)
    .where('id', '=', d.id)
    .execute();
  const { deliveryWay, returnId } = input;
  const at = rules.now();
  const corrected = { ...d, papers: [...input.papers] };
  await keepFigures(tx, d.unitId, d, corrected, at);
  return takeStep(tx, by, corrected, { kind: 'corrected', at, reason, changes, deliveryWay, returnId });
}

/** The row of these facts: the one the dossier has where they are the same, else that of whoever the number belongs to now. */
async function rowFor(
  tx: Tx,
  centre: { unitId: number; organId: number },
  facts: ApplicantFacts,
  before: Applicant,
): Promise<number> {
  if (sameFacts(before, facts)) return before.id;
  if (facts.idNumber === null)
    return rememberApplicant(tx, centre, facts, before.idNumber === null ? before : undefined);
  const { rows } = await tx.executeQuery(applicantByNumber(tx, centre.unitId, facts.idNumber).compile());
  return rememberApplicant(tx, centre, facts, rows[0] as Applicant | undefined);
}
