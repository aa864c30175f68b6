import { sql } from 'kysely';
import type { Day } from '../kernel/day.ts';
import { conflict, notFound, stale } from '../kernel/errors.ts';
import type { Principal } from '../kernel/principal.ts';
import { appendEvent } from '../platform/audit/appendEvent.ts';
import type { Tx } from '../platform/db/access.ts';
import { afterStep, type PetitionStep, STEPS, type Standing, stepAllowed } from './model.ts';
import { type PetitionDetail, petitionById } from './store.ts';

/** A petition held for the rest of the transaction, so that two people cannot decide at once. */
export type LockedPetition = PetitionDetail;

/**
 * Takes a petition.
 * @param seenVersion of the page from which the step comes; null where the step does not hang on what was seen
 * @throws Fault notFound when there is none that the reader may see, stale
 */
export async function lockPetition(tx: Tx, id: number, seenVersion: number | null): Promise<LockedPetition> {
  const held = await tx.selectFrom('petition').select('id').where('id', '=', id).forUpdate().executeTakeFirst();
  if (!held) throw notFound('kiến nghị này');
  const { rows } = await tx.executeQuery(petitionById(tx, id).compile());
  const petition = rows[0] as PetitionDetail;
  if (seenVersion !== null && seenVersion !== petition.version) throw stale();
  return petition;
}

/** @throws Fault conflict, with the sentence of the step */
export function demandStep(petition: Pick<Standing, 'state'>, kind: Exclude<PetitionStep['kind'], 'raised'>): void {
  if (!stepAllowed(kind, petition.state)) throw conflict(`petition.${kind}.refused`, STEPS[kind].refused);
}

/**
 * Takes one step: the event is written, and the row becomes the fold of all its steps.
 * @param also what the event tells beside the step: files
 * @throws Fault conflict when the state does not allow the step
 */
export async function takeStep(
  tx: Tx,
  by: Principal,
  petition: LockedPetition,
  step: PetitionStep,
  { reason, ...also }: { reason?: string | null; [key: string]: unknown } = {},
): Promise<LockedPetition> {
  if (step.kind !== 'raised') demandStep(petition, step.kind);
  const next: LockedPetition = { ...petition, ...afterStep(petition, step), version: petition.version + 1 };
  const { kind, ...data } = step;
  // First the event, while the row still says that this person has a part in the petition.
  await appendEvent(tx, by, {
    kind: `petition.${kind}`,
    subjectType: 'petition',
    subjectId: petition.id,
    unitId: petition.unitId,
    reason: reason || null,
    data: { ...data, ...also },
  });
  await tx
    .updateTable('petition')
    .set({
      ...columnsOf(next),
      organ_ids: [...new Set([...petition.organIds, ...partsOf(next)])],
      version: next.version,
      changed_at: sql`app_now()`,
    } as never)
    .where('id', '=', petition.id)
    .execute();
  return next;
}

/** The standing as the row keeps it. */
export function columnsOf(s: Standing) {
  return {
    body_organ_id: s.bodyId,
    office_organ_id: s.officeId,
    asker_organ_ids: [...s.askerIds],
    verdicts: JSON.stringify(s.verdicts),
    lead_organ_id: s.leadId,
    coordinator_organ_ids: [...s.coordinatorIds],
    opinion_organ_ids: [...s.opinionIds],
    forwarder_organ_id: s.forwarderId,
    watcher_organ_ids: [...s.watcherIds],
    upper_organ_id: s.upperId,
    state: s.state,
    solved: s.solved,
    limit_days: s.limitDays,
    due_on: s.dueOn,
    due_lines: [...s.dueLines],
    answered_on: s.answeredOn,
    task_id: s.taskId,
    merged_into_id: s.mergedIntoId,
    public_title: s.published?.title ?? null,
    public_answer: s.published?.answer ?? null,
    published_on: s.published?.on ?? (null as Day | null),
  };
}

/** Everybody with a part in it; they may see it from then on. */
export const partsOf = (s: Standing): number[] => [
  ...new Set(
    [s.bodyId, s.officeId, ...s.askerIds, s.leadId, ...s.coordinatorIds, s.forwarderId, ...s.watcherIds].filter(
      (id): id is number => id !== null,
    ),
  ),
];
