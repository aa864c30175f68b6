import type { Day } from '../kernel/day.ts';
import type { Rebase } from './deadline.ts';
import type { Limit } from './procedures/model.ts';
import type { Channel, Delivery, DeliveryWay, Money, Status, Sync } from './status.ts';

/** A time in which the clock stood; instants in epoch milliseconds. */
export interface ClockPause {
  no: number;
  kind: 'supplement' | 'money';
  from: number;
  to: number | null;
  reason: string;
  answerBy: Day | null;
}

/** One hand-over, as the control slip (Mẫu 06) tells it. */
export interface Handover {
  no: number;
  /** Place in the procedure's steps, from 1; 0 at reception and return. */
  stepNo: number;
  title: string;
  organId: number;
  personId: number | null;
  fromPersonId: number | null;
  handedAt: number;
  takenAt: number | null;
  targetAt: number | null;
  endedAt: number | null;
  outcome: 'passed' | 'sent_back' | 'rerouted' | 'finished' | 'ended' | null;
  note: string;
}

export interface Consultation {
  no: number;
  organId: number;
  byOrganId: number;
  question: string;
  answerBy: Day | null;
  askedAt: number;
  answer: string | null;
  answeredAt: number | null;
}

export interface DossierResult {
  title: string;
  number: string;
  issuedOn: Day;
  /** Signed, or still to be signed. */
  signed: boolean;
  /** Refused in substance: the result is a reasoned answer that it is not granted. */
  granted: boolean;
}

/** What was handed in of one component. */
export interface Paper {
  no: number;
  original: number;
  copy: number;
  electronic: number;
}

/** Where a dossier stands: the fold of its events. Instants in epoch milliseconds. */
export interface Standing {
  status: Status;
  money: Money;
  /** Đồng. */
  fee: number;
  delivery: Delivery;
  deliveryWay: DeliveryWay;
  sync: Sync;
  ownerSystem: string;
  channel: Channel;
  receptionId: number;
  authorityId: number;
  assistingId: number | null;
  returnId: number;
  limit: Limit;
  submittedAt: number;
  receivedAt: number | null;
  dueAt: number | null;
  dueExact: boolean;
  firstDueAt: number | null;
  dueLines: readonly string[];
  /** The date promised anew, or the promise of the system from which the dossier came, if any. */
  extension: Rebase | null;
  pausedAt: number | null;
  pauses: readonly ClockPause[];
  supplements: number;
  apologies: number;
  finishedAt: number | null;
  returnedAt: number | null;
  closedAt: number | null;
  result: DossierResult | null;
  ending: string | null;
  stepNo: number;
  holderId: number;
  holderPersonId: number | null;
  targetAt: number | null;
  handovers: readonly Handover[];
  consultations: readonly Consultation[];
}

/** The hand-over that is open: where it lies now. */
export const openHandover = (s: Standing): Handover | undefined => s.handovers.findLast((h) => h.endedAt === null);

/** Everybody with a part in it; they may see it from then on. */
export const partsOf = (s: Standing): number[] => [
  ...new Set(
    [
      s.receptionId,
      s.authorityId,
      s.assistingId,
      s.returnId,
      s.holderId,
      ...s.handovers.map((h) => h.organId),
      ...s.consultations.map((c) => c.organId),
    ].filter((id): id is number => id !== null),
  ),
];
