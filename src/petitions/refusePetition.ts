import type { Day } from '../kernel/day.ts';
import { forbidden, invalid } from '../kernel/errors.ts';
import type { Principal } from '../kernel/principal.ts';
import type { Tx } from '../platform/db/access.ts';
import { demandStep, lockPetition, takeStep } from './lockPetition.ts';
import { mayLead, maySteer } from './policy.ts';

/**
 * The lead, or the office before it assigns, refuses with the ground in law or fact; the askers read it and may ask again.
 * @throws Fault forbidden, invalid (field can-cu), conflict, stale
 */
export async function refusePetition(
  tx: Tx,
  by: Principal,
  input: { petitionId: number; version: number | null; reason: string },
  today: Day,
): Promise<void> {
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
