import { sql } from 'kysely';
import { conflict, forbidden, notFound } from '../kernel/errors.ts';
import type { Principal } from '../kernel/principal.ts';
import type { Tx } from '../platform/db/access.ts';
import { demandStep, lockPetition, takeStep } from './lockPetition.ts';
import { askingOrgan, askPetitions } from './policy.ts';

/**
 * Another organ asks the same: it gets every answer from now on, and its verdict counts. Only what the first asker shares
 * can be joined.
 * @throws Fault forbidden, notFound, conflict
 */
export async function joinPetition(tx: Tx, by: Principal, petitionId: number): Promise<void> {
  if (!askPetitions.allows(by)) throw forbidden();
  const organId = askingOrgan(by);
  const seen = await tx
    .selectFrom('petition')
    .select('asker_organ_ids as askerIds')
    .where('id', '=', petitionId)
    .executeTakeFirst();
  if (seen?.askerIds.includes(organId)) {
    throw conflict(
      'petition.joined.already',
      'Cơ quan bạn đã tham gia kiến nghị này; câu trả lời sẽ đến cả cơ quan bạn.',
    );
  }
  const { rows } = await sql<{ let_in: boolean }>`select petition_let_in(${petitionId}, ${organId}) as let_in`.execute(
    tx,
  );
  if (!rows[0]?.let_in) throw notFound('kiến nghị này');
  const petition = await lockPetition(tx, petitionId, null);
  demandStep(petition, 'joined');
  await takeStep(tx, by, petition, { kind: 'joined', askerIds: [organId] });
}
