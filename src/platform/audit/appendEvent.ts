import type { Principal } from '../../kernel/principal.ts';
import type { Tx } from '../db/access.ts';

/** What happened, to what, and why. `data` holds what changed, never passwords or more personal data than needed. */
export interface NewEvent {
  kind: string;
  subjectType: string;
  subjectId: number;
  reason?: string | null;
  data?: Record<string, unknown>;
  /** The unit to which the matter belongs, where it is not the actor's own. */
  unitId?: number;
}

/** Appends an event in the transaction that makes the change: who, in which position, for whom, when, what, why. */
export const appendEvent = (tx: Tx, by: Principal, event: NewEvent): Promise<void> => appendEvents(tx, by, [event]);

/** Many at once, in their order. */
export async function appendEvents(tx: Tx, by: Principal, events: readonly NewEvent[]): Promise<void> {
  await tx
    .insertInto('event')
    .values(
      events.map((event) => ({
        unit_id: event.unitId ?? by.unitId,
        person_id: by.personId,
        appointment_id: by.appointmentId,
        organ_id: by.organId,
        for_appointment_id: by.actingFor?.appointmentId ?? null,
        ...said(event),
      })),
    )
    .execute();
}

/** Appends an event that nobody caused: a job, as time went by. */
export async function appendSystemEvent(tx: Tx, event: NewEvent & { unitId: number }): Promise<void> {
  await tx
    .insertInto('event')
    .values({ unit_id: event.unitId, ...said(event) })
    .execute();
}

const said = (event: NewEvent) => ({
  kind: event.kind,
  subject_type: event.subjectType,
  subject_id: event.subjectId,
  reason: event.reason ?? null,
  data: JSON.stringify(event.data ?? {}),
});
