import { conflict, forbidden, invalid } from '../kernel/errors.ts';
import type { Principal } from '../kernel/principal.ts';
import type { Tx } from '../platform/db/access.ts';
import { demandStep, lockPetition, takeStep } from './lockPetition.ts';
import { maySteer } from './policy.ts';

/**
 * The office joins a petition to another that asks the same: its askers ask the other from now on and get that answer.
 * @throws Fault forbidden, invalid (field gop-vao), conflict, stale
 */
export async function mergePetitions(
  tx: Tx,
  by: Principal,
  input: { petitionId: number; version: number | null; intoId: number },
): Promise<void> {
  if (input.petitionId === input.intoId) {
    throw invalid('petition.merge.self', 'Hãy chọn một kiến nghị khác để gộp vào.', 'gop-vao');
  }
  // Always in the order of their ids, so that two merges cannot wait for each other.
  const [first, second] = [input.petitionId, input.intoId].sort((a, b) => a - b) as [number, number];
  const held = [
    await lockPetition(tx, first, first === input.petitionId ? input.version : null),
    await lockPetition(tx, second, second === input.petitionId ? input.version : null),
  ];
  const petition = held.find((p) => p.id === input.petitionId)!;
  const into = held.find((p) => p.id === input.intoId)!;
  if (!maySteer(by, petition) || !maySteer(by, into)) {
    throw forbidden('Chỉ văn phòng điều phối cả hai kiến nghị mới gộp được.');
  }
  demandStep(petition, 'merged');
  if (into.state === 'merged') {
    throw conflict('petition.merge.merged', 'Kiến nghị được chọn đã gộp vào kiến nghị khác. Hãy chọn kiến nghị đó.');
  }
  if (into.leadId !== null && petition.askerIds.includes(into.leadId)) {
    throw conflict('petition.merge.lead', 'Kiến nghị kia đang giao cho chính nơi kiến nghị này trả lời.');
  }
  await takeStep(tx, by, into, { kind: 'joined', askerIds: petition.askerIds }, { fromId: petition.id });
  await takeStep(tx, by, petition, { kind: 'merged', intoId: into.id });
}
