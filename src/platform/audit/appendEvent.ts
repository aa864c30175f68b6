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
export async function appendEvent(tx: Tx, by: Principal, event: NewEvent): Promise<void> {
  await tx
    .insertInto('event')
    .values({
      unit_id: event.unitId ?? by.unitId,
      person_id: by.personId,
      appointment_id: by.appointmentId,
      organ_id: by.organId,
      for_appointment_id: by.actingFor?.appointmentId ?? null,
      kind: event.kind,
      subject_type: event.subjectType,
      subject_id: event.subjectId,
      reason: event.reason ?? null,
      data: JSON.stringify(event.data ?? {}),
    })
    .execute();
}
