import type { Day } from '../kernel/day.ts';
import { forbidden, invalid } from '../kernel/errors.ts';
import type { Principal } from '../kernel/principal.ts';
import type { Tx } from '../platform/db/access.ts';
import { demandStep, lockPetition, takeStep } from './lockPetition.ts';
import { mayLead, maySteer } from './policy.ts';

interface Refusal {
  petitionId: number;
  version: number | null;
  reason: string;
}

/**
 * The lead, or the office before it assigns, refuses with the ground in law or fact; the askers read it and may ask again.
 * @throws Fault forbidden, invalid (field can-cu), conflict, stale
 */
export async function refusePetition(tx: Tx, by: Principal, input: Refusal, today: Day): Promise<void> {
  const petition = await lockPetition(tx, input.petitionId, input.version);
  const may = petition.leadId === null ? maySteer(by, petition) : mayLead(by, petition);
  if (!may) throw forbidden('Chỉ cơ quan được giao trả lời, hoặc văn phòng khi chưa giao, mới từ chối được.');
  demandStep(petition, 'refused');
  if (input.reason === '') {
    throw invalid(
      'petition.refused.ground',
      'Hãy ghi căn cứ từ chối: điều luật, văn bản, hoặc lý do cụ thể.',
      'can-cu',
    );
  }
  await takeStep(tx, by, petition, { kind: 'refused', on: today }, { reason: input.reason });
}

/**
 * The lead has not the authority: the petition goes up, with the reason and to whom. It stays with the lead, who answers
 * when the higher level has decided, unless the office assigns it anew.
 * @throws Fault forbidden, invalid (fields ly-do, cap-tren), conflict, stale
 */
export async function passUp(tx: Tx, by: Principal, input: Refusal & { to: string }): Promise<void> {
  const petition = await lockPetition(tx, input.petitionId, input.version);
  if (!mayLead(by, petition)) throw forbidden('Kiến nghị này không giao cho cơ quan bạn trả lời.');
  demandStep(petition, 'passed_up');
  if (input.to === '') {
    throw invalid('petition.passed_up.to', 'Hãy ghi đã chuyển, báo cáo cơ quan cấp trên nào.', 'cap-tren');
  }
  if (input.reason === '') {
    throw invalid('petition.passed_up.reason', 'Hãy ghi vì sao vượt thẩm quyền của cơ quan bạn.', 'ly-do');
  }
  await takeStep(tx, by, petition, { kind: 'passed_up', to: input.to }, { reason: input.reason });
}
