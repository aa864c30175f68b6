import { forbidden } from '../kernel/errors.ts';
import type { Principal } from '../kernel/principal.ts';
import type { Tx } from '../platform/db/access.ts';
import { reasonFrom, type Seen } from './passDossier.ts';
import { mayMeetApplicant, mayWork } from './policy.ts';
import type { DossierRules } from './rules.ts';
import { demandStep, lockDossier, takeStep } from './takeStep.ts';

type Ending = Seen & { reason: string };

/** Refusal to receive or to resolve, with the ground (Mẫu 03). @throws Fault forbidden, invalid (field ly-do), conflict, stale */
export async function refuseDossier(tx: Tx, by: Principal, rules: DossierRules, input: Ending) {
  const d = await lockDossier(tx, input.code, input.version);
  const may = d.receivedAt === null ? mayMeetApplicant(by, d, rules.places) : mayWork(by, d, rules.places);
  if (!may) throw forbidden('Chỉ nơi đang giữ hồ sơ mới từ chối được.');
  demandStep(d, 'refused');
  const reason = reasonFrom(input.reason, 'ly-do', 'Hãy ghi lý do và căn cứ từ chối.');
  return takeStep(tx, by, d, { kind: 'refused', at: rules.now(), reason });
}

/** The work is stopped at the holder's finding, or at the applicant's request (Mẫu 05). @throws as above */
export async function stopDossier(tx: Tx, by: Principal, rules: DossierRules, input: Ending) {
  const d = await lockDossier(tx, input.code, input.version);
  if (!mayWork(by, d, rules.places)) throw forbidden('Chỉ nơi đang giữ hồ sơ mới dừng được.');
  demandStep(d, 'stopped');
  const reason = reasonFrom(input.reason, 'ly-do', 'Hãy ghi lý do và căn cứ dừng giải quyết.');
  return takeStep(tx, by, d, { kind: 'stopped', at: rules.now(), reason });
}

/** The applicant takes it back. @throws as above */
export async function withdrawDossier(tx: Tx, by: Principal, rules: DossierRules, input: Ending) {
  const d = await lockDossier(tx, input.code, input.version);
  if (!mayMeetApplicant(by, d, rules.places))
    throw forbidden('Chỉ nơi tiếp nhận hoặc nơi đang giữ hồ sơ mới ghi được.');
  demandStep(d, 'withdrawn');
  const reason = reasonFrom(input.reason, 'ly-do', 'Hãy ghi yêu cầu rút của người nộp: khi nào, bằng cách nào.');
  return takeStep(tx, by, d, { kind: 'withdrawn', at: rules.now(), reason });
}
