import type { WorkingCalendar } from '../../kernel/calendar/index.ts';
import { dayOf } from '../../kernel/day.ts';
import { closeOf, type Rebase } from '../deadline.ts';
import type { Limit } from '../procedures/model.ts';
import type { Standing } from '../standing.ts';
import { STATUS } from '../status.ts';
import type { Arrival, Destination, DossierStep, DueTold } from '../steps.ts';
import type { Moment } from './readMoment.ts';
import type { ToldDossier } from './readRow.ts';

/** Where a dossier was received, who answers for it, and where it lies now, as our registers know them. */
export interface Place {
  unitId: number;
  receptionId: number;
  authorityId: number;
  procedureVersionId: number;
  limit: Limit;
  /** The office that works on it; null: still at the centre. */
  at: Destination | null;
  /** The official of that office, or of the centre, who has it in hand; null: nobody yet. */
  personId: number | null;
}

/**
 * The steps that lead to where the other system says a dossier stands, each at its own time, and last that its status is kept
 * here from now on. History, figures and recounts then need no second way (docs/adr/0017). Pure.
 * @param system that kept the status until now
 */
export function stepsOf(
  told: ToldDossier,
  place: Place,
  {
    code,
    system,
    reason,
    calendar,
    now,
  }: { code: string; system: string; reason: string; calendar: WorkingCalendar; now: number },
): DossierStep[] {
  const arrival: Arrival = {
    code,
    procedureVersionId: place.procedureVersionId,
    limit: place.limit,
    channel: told.channel,
    receptionId: place.receptionId,
    authorityId: place.authorityId,
    assistingId: null,
    returnId: place.receptionId,
    deliveryWay: told.way,
    fee: told.fee,
    money: told.fee === 0 ? 'none' : told.paid ? 'paid' : 'due',
    ownerSystem: system,
    submittedAt: told.submittedAt,
  };
  const steps =
    told.receivedAt === null
      ? registered(told, arrival)
      : received(told, told.receivedAt, place, arrival, calendar, now);
  const promise = promiseOf(told, place, calendar);
  steps.push({ kind: 'ownership_moved', at: now, from: system, ownerSystem: '', reason, promise });
  return steps;
}

function registered(told: ToldDossier, arrival: Arrival): DossierStep[] {
  const steps: DossierStep[] = [{ kind: 'registered', at: told.submittedAt, ...arrival }];
  if (told.status === STATUS.supplement)
    steps.push({ kind: 'supplement_asked', at: told.submittedAt, reason: reasonOf(told), answerBy: null });
  return steps;
}

function received(
  told: ToldDossier,
  receivedAt: number,
  place: Place,
  arrival: Arrival,
  calendar: WorkingCalendar,
  now: number,
): DossierStep[] {
  const { limit } = place;
  const first = dueTold(told.firstDue!, limit, calendar);
  const { fee, money } = arrival;
  const atCentre = place.at ? null : place.personId;
  const steps: DossierStep[] = [
    { kind: 'received', at: receivedAt, arrival, personId: atCentre, fee, money, ...first },
  ];
  const open = told.status === STATUS.supplement ? 1 : 0;
  for (let n = 0; n < told.supplements - open; n++) {
    // When it was is not told; a stop of no length counts the request and moves no date.
    steps.push({ kind: 'supplement_asked', at: receivedAt, reason: EARLIER, answerBy: null });
    steps.push({ kind: 'supplemented', at: receivedAt, note: '', ...first });
  }
  if (place.at) steps.push({ kind: 'passed', at: receivedAt, note: '', personId: place.personId, ...place.at });
  return [...steps, ...sinceThen(told, first, limit, calendar, now)];
}

function sinceThen(
  told: ToldDossier,
  first: DueTold,
  limit: Limit,
  calendar: WorkingCalendar,
  now: number,
): DossierStep[] {
  const steps: DossierStep[] = [];
  if (dayOf(told.due!.at) !== dayOf(told.firstDue!.at)) {
    const due = dueTold(told.due!, limit, calendar);
    // Where the day of the letter is not told, the last moment at which it was in time.
    const inTime = Math.min(first.dueAt!, told.pausedAt ?? now, told.finishedAt ?? now);
    const at = told.extendedAt ?? Math.max(told.receivedAt!, inTime);
    const to = dayOf(told.due!.at);
    steps.push({ kind: 'apologised', at, reason: told.extensionReason || EXTENDED, to, ...due });
  }
  if (told.status === STATUS.supplement)
    steps.push({ kind: 'supplement_asked', at: told.pausedAt!, reason: reasonOf(told), answerBy: null });
  if (told.status === STATUS.payment)
    steps.push({ kind: 'payment_asked', at: told.pausedAt!, reason: reasonOf(told), fee: told.fee, answerBy: null });
  if (told.status === STATUS.resolved) steps.push(resolved(told));
  return steps.sort((a, b) => a.at - b.at);
}

const EARLIER = 'Lần yêu cầu trước, theo hệ thống cũ.';
const EXTENDED = 'Hệ thống cũ đã hẹn lại; lý do không ghi trong tệp.';
const reasonOf = (told: ToldDossier): string => told.reason || 'Theo hệ thống cũ; nội dung không ghi trong tệp.';

const resolved = (told: ToldDossier): DossierStep => ({
  kind: 'resolved',
  at: told.finishedAt!,
  result: {
    title: told.resultTitle || 'Kết quả giải quyết',
    number: told.resultNumber,
    issuedOn: dayOf(told.finishedAt!),
    signed: true,
    granted: true,
  },
  returnHandover: true,
});

/** The promise as told. Only limits in hours are promised to the minute; a day without its hour is kept until the office closes. */
export function dueTold({ at, timed }: Moment, limit: Limit, calendar: WorkingCalendar): DueTold {
  const exact = timed && limit.unit === 'hours';
  return {
    dueAt: timed ? at : closeOf(calendar, dayOf(at)),
    dueExact: exact,
    dueLines: ['Hệ thống trước đã hẹn với người nộp; lời hẹn được giữ nguyên khi chuyển hồ sơ.'],
  };
}

/** What was promised stays a base of its own, lengthened by later stops; an apology taken over is one already. */
function promiseOf(told: ToldDossier, place: Place, calendar: WorkingCalendar): Rebase | null {
  if (told.receivedAt === null || dayOf(told.due!.at) !== dayOf(told.firstDue!.at)) return null;
  return { at: told.receivedAt, to: dayOf(dueTold(told.due!, place.limit, calendar).dueAt!), kept: true };
}

/** The same for a dossier that is here already: its stops until now have moved the date, only later ones shall. */
export function promiseKept(d: Standing): Rebase | null {
  if (d.receivedAt === null || d.dueAt === null || d.extension) return null;
  const lastStop = Math.max(d.receivedAt, ...d.pauses.map((pause) => pause.to ?? 0));
  return { at: lastStop, to: dayOf(d.dueAt), kept: true };
}
