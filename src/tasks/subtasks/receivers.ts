import type { Day } from '../../kernel/day.ts';
import type { OrganId } from '../../kernel/ids.ts';
import { organsBelow, type PersonInOffice, peopleIn } from '../../organs/index.ts';
import type { Tx } from '../../platform/db/access.ts';

export interface Receivers {
  organs: { id: number; shortName: string }[];
  people: PersonInOffice[];
}

/**
 * To whom an organ may pass work down: the organs below it in its unit (a commune's committee to its offices), its own people,
 * and those of the office that serves it.
 */
export async function receiversOf(tx: Tx, organId: number, day: Day): Promise<Receivers> {
  const organs = await organsBelow(tx, organId as OrganId, day).execute();
  const offices = organs.filter((o) => o.servesId === organId).map((o) => o.id);
  return { organs, people: await peopleIn(tx, [organId as OrganId, ...offices], day).execute() };
}

/** A receiver as forms carry it: `co-quan-12` or `nguoi-34`. */
export type Receiver = { organId: number; appointmentId: number | null };

/** The receiver that a form names, if work may be passed to it; undefined otherwise. */
export function receiverNamed(receivers: Receivers, named: string): Receiver | undefined {
  const organ = receivers.organs.find((o) => named === `co-quan-${o.id}`);
  if (organ) return { organId: organ.id, appointmentId: null };
  const person = receivers.people.find((p) => named === `nguoi-${p.appointmentId}`);
  return person && { organId: person.organId, appointmentId: person.appointmentId };
}
