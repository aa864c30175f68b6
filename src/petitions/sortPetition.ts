import { forbidden, invalid } from '../kernel/errors.ts';
import type { Principal } from '../kernel/principal.ts';
import type { Tx } from '../platform/db/access.ts';
import { isField } from './fields.ts';
import { lockPetition, takeStep } from './lockPetition.ts';
import { maySteer } from './policy.ts';

/**
 * The office puts a petition under another field, so that it goes out with its like.
 * @throws Fault forbidden, invalid (field linh-vuc), conflict, stale
 */
export async function sortPetition(
  tx: Tx,
  by: Principal,
  input: { petitionId: number; version: number | null; field: string },
): Promise<void> {
  const petition = await lockPetition(tx, input.petitionId, input.version);
  if (!maySteer(by, petition)) throw forbidden('Chỉ văn phòng của cơ quan nhận kiến nghị mới đổi lĩnh vực được.');
  if (!isField(input.field)) throw invalid('petition.field', 'Hãy chọn lĩnh vực.', 'linh-vuc');
  await takeStep(tx, by, petition, { kind: 'sorted', field: input.field });
  await tx.updateTable('petition').set({ field: input.field }).where('id', '=', petition.id).execute();
}
