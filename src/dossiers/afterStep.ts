import type { ClockPause, Handover, Standing } from './standing.ts';
import { openHandover } from './standing.ts';
import { STATUS } from './status.ts';
import type { Arrival, Destination, DossierStep, DueTold } from './steps.ts';

/**
 * The standing after one more step: the one rule by which rows, pages and recounts agree. Pure; whether the step was
 * allowed has been asked before (steps.ts).
 * @param before null for the first step
 */
export function afterStep(before: Standing | null, step: DossierStep): Standing {
  if (before === null) return begun(step);
  const s = before;
  const { at } = step;
  switch (step.kind) {
    case 'registered':
      throw new Error('a dossier is registered once');
    case 'received':
      return received(s, step);
    case 'refused':
      return ended(s, at, STATUS.refused, step.reason);
    case 'stopped':
      return ended(s, at, STATUS.stopped, step.reason);
    case 'withdrawn':
      return ended(s, at, STATUS.withdrawn, step.reason);
    case 'passed':
      return { ...handed(s, at, 'passed', step, step.personId, step.note), status: STATUS.working };
    case 'sent_back':
      return handed(s, at, 'sent_back', step, step.personId, step.reason);
    case 'rerouted':
      return { ...handed(s, at, 'rerouted', step, null, step.reason), authorityId: step.authorityId };
    case 'taken':
      return taken(s, at, step.personId);
    case 'assigned':
      return taken(s, at, step.personId);
    case 'consulted': {
      const { organId, byOrganId, question, answerBy } = step;
      const no = s.consultations.length + 1;
      const asked = { no, organId, byOrganId, question, answerBy, askedAt: at, answer: null, answeredAt: null };
      return { ...s, consultations: [...s.consultations, asked] };
    }
    case 'opined':
      return {
        ...s,
        consultations: s.consultations.map((c) =>
          c.no === step.no ? { ...c, answer: step.answer, answeredAt: at } : c,
        ),
      };
    case 'supplement_asked':
      return {
        // Before reception no clock runs, and nothing is counted against the office.
        ...(s.receivedAt === null
          ? s
          : { ...paused(s, { ...step, kind: 'supplement' }), supplements: s.supplements + 1 }),
        status: STATUS.supplement,
      };
    case 'supplemented':
      return { ...resumed(s, at, step), status: s.receivedAt === null ? STATUS.registered : STATUS.working };
    case 'payment_asked':
      return { ...paused(s, { ...step, kind: 'money' }), status: STATUS.payment, money: 'due', fee: step.fee };
    case 'paid': {
      const paid = { ...s, money: 'paid' as const };
      return s.status === STATUS.payment ? { ...resumed(paid, at, step), status: STATUS.working } : paid;
    }
    case 'apologised':
      return { ...s, ...dueOf(step), extension: { at, to: step.to }, apologies: s.apologies + 1 };
    case 'resolved':
      return resolved(s, step);
    case 'signed':
      return { ...s, result: s.result && { ...s.result, signed: true } };
    case 'posted':
      return { ...s, delivery: 'sent' };
    case 'delivered':
      return {
        ...closeHandover(s, at, 'finished'),
        status: STATUS.returned,
        delivery: 'delivered',
        deliveryWay: step.way,
        returnedAt: at,
        closedAt: at,
      };
    case 'corrected':
      return { ...s, deliveryWay: step.deliveryWay, returnId: step.returnId };
    case 'synced':
      return { ...s, sync: step.sync };
    case 'ownership_moved':
      return { ...s, ownerSystem: step.ownerSystem, extension: step.promise ?? s.extension };
  }
}

const dueOf = ({ dueAt, dueExact, dueLines }: DueTold) => ({ dueAt, dueExact, dueLines });

function begun(step: DossierStep): Standing {
  if (step.kind === 'registered') return arrived(step, step.at);
  if (step.kind === 'received' && step.arrival) return received(arrived(step.arrival, step.at), step);
  throw new Error('a dossier begins with its registration or reception');
}

function arrived(a: Arrival, at: number): Standing {
  return {
    channel: a.channel,
    receptionId: a.receptionId,
    authorityId: a.authorityId,
    assistingId: a.assistingId,
    returnId: a.returnId,
    limit: a.limit,
    submittedAt: a.submittedAt,
    deliveryWay: a.deliveryWay,
    fee: a.fee,
    money: a.money,
    ownerSystem: a.ownerSystem,
    status: STATUS.registered,
    delivery: 'waiting',
    sync: 'local',
    receivedAt: null,
    dueAt: null,
    dueExact: false,
    firstDueAt: null,
    dueLines: [],
    extension: null,
    pausedAt: null,
    pauses: [],
    supplements: 0,
    apologies: 0,
    finishedAt: null,
    returnedAt: null,
    closedAt: null,
    result: null,
    ending: null,
    stepNo: 0,
    holderId: a.receptionId,
    holderPersonId: null,
    targetAt: null,
    handovers: [
      {
        ...{ no: 1, stepNo: 0, title: 'Tiếp nhận', organId: a.receptionId, personId: null, fromPersonId: null },
        ...{ handedAt: at, takenAt: null, targetAt: null, endedAt: null, outcome: null, note: '' },
      },
    ],
    consultations: [],
  };
}

function received(s: Standing, step: Extract<DossierStep, { kind: 'received' }>): Standing {
  const { at, fee, money, dueAt } = step;
  const now = { ...s, ...dueOf(step), fee, money, status: STATUS.received, receivedAt: at, firstDueAt: dueAt };
  return step.personId === null ? now : taken(now, at, step.personId);
}

function taken(s: Standing, at: number, personId: number): Standing {
  const open = openHandover(s);
  return {
    ...s,
    holderPersonId: personId,
    handovers: s.handovers.map((h) => (h === open ? { ...h, personId, takenAt: h.takenAt ?? at } : h)),
  };
}

function closeHandover(s: Standing, at: number, outcome: NonNullable<Handover['outcome']>): Standing {
  const open = openHandover(s);
  if (!open) return s;
  return { ...s, handovers: s.handovers.map((h) => (h === open ? { ...h, endedAt: at, outcome } : h)) };
}

function handed(
  s: Standing,
  at: number,
  outcome: 'passed' | 'sent_back' | 'rerouted',
  to: Destination,
  personId: number | null,
  note: string,
): Standing {
  const closed = closeHandover(s, at, outcome);
  const next: Handover = {
    no: s.handovers.length + 1,
    stepNo: to.stepNo,
    title: to.title,
    organId: to.toOrganId,
    personId,
    fromPersonId: s.holderPersonId,
    handedAt: at,
    takenAt: null,
    targetAt: to.targetAt,
    endedAt: null,
    outcome: null,
    note,
  };
  return {
    ...closed,
    stepNo: to.stepNo,
    holderId: to.toOrganId,
    holderPersonId: personId,
    targetAt: to.targetAt,
    handovers: [...closed.handovers, next],
  };
}

function paused(
  s: Standing,
  { at, kind, reason, answerBy }: Pick<ClockPause, 'kind' | 'reason' | 'answerBy'> & { at: number },
): Standing {
  const pause = { no: s.pauses.length + 1, kind, from: at, to: null, reason, answerBy };
  return { ...s, pausedAt: at, pauses: [...s.pauses, pause] };
}

function resumed(s: Standing, at: number, due: DueTold): Standing {
  if (s.pausedAt === null) return s;
  return { ...s, ...dueOf(due), pausedAt: null, pauses: s.pauses.map((p) => (p.to === null ? { ...p, to: at } : p)) };
}

/** Refused, stopped or withdrawn: the work ends here, and with it a clock that stood. */
function ended(s: Standing, at: number, status: 3 | 7 | 8, ending: string): Standing {
  return {
    ...closeHandover(s, at, 'ended'),
    status,
    ending,
    finishedAt: at,
    closedAt: at,
    pausedAt: null,
    pauses: s.pauses.map((p) => (p.to === null ? { ...p, to: at } : p)),
  };
}

function resolved(s: Standing, step: Extract<DossierStep, { kind: 'resolved' }>): Standing {
  const { at, result } = step;
  const done: Standing = { ...s, status: STATUS.resolved, delivery: 'ready', finishedAt: at, result };
  if (!step.returnHandover) return done;
  const to = { stepNo: 0, title: 'Trả kết quả', toOrganId: s.returnId, targetAt: s.dueAt };
  return handed(done, at, 'passed', to, null, '');
}
