import { type Day, dayOf } from '../../kernel/day.ts';
import { lateAfter } from '../deadline.ts';
import type { Standing } from '../standing.ts';
import { STATUS } from '../status.ts';
import type { DossierDetail } from '../store.ts';

/** What happens to dossiers on a day and is counted. */
export const FLOWS = [
  'received',
  'received_online',
  'received_post',
  'digitised',
  'fee_due',
  'synced',
  'resolved_early',
  'resolved_on_time',
  'resolved_late',
  'withdrawn',
  'stopped',
  'refused',
  'ended_late',
  'e_result',
  'online_full',
  'returned',
  'rated',
  'rated_unhappy',
] as const;
export type Flow = (typeof FLOWS)[number];

/** Where a dossier that is not finished stands; `open` is late from a day on, told beside it. */
export const STOCKS = ['open', 'open_late', 'waiting', 'waiting_late'] as const;
export type Stock = (typeof STOCKS)[number];
export type Measure = Flow | Stock;

/** Stands where no day makes it late. */
export const NEVER = '9999-12-31' as Day;

/** Counted by procedure: which online services are used. By procedure a province's year has forty times as many rows. */
const PER_PROCEDURE: readonly Flow[] = ['received_online'];

/** What the figures look at in a dossier. */
export type Counted = Pick<
  DossierDetail,
  | 'authorityId'
  | 'procedureVersionId'
  | 'status'
  | 'channel'
  | 'papers'
  | 'fee'
  | 'money'
  | 'sync'
  | 'receivedAt'
  | 'dueAt'
  | 'dueExact'
  | 'pausedAt'
  | 'pauses'
  | 'supplements'
  | 'finishedAt'
  | 'returnedAt'
  | 'result'
>;

/** By how much one count grows on a day. */
export interface Growth {
  day: Day;
  measure: Measure;
  authorityId: number;
  /** Told where the figures ask for it (PER_PROCEDURE); 0 elsewhere. */
  procedureVersionId: number;
  lateFrom: Day;
  amount: number;
}

type Timed = Pick<Standing, 'dueAt' | 'dueExact' | 'pauses' | 'supplements' | 'finishedAt'>;

/**
 * The instant at which a finished dossier is held against its date: its end, or, where it ended while the clock stood, the
 * moment at which the clock was stopped (description of the formulas of decision 766).
 */
const heldAgainst = (d: Timed): number => {
  const last = d.pauses.at(-1);
  return last && last.to === d.finishedAt ? last.from : d.finishedAt!;
};

/** Why a finished dossier counts as late; null where it was in time. A second request for papers counts against the office. */
export function lateBecause(d: Timed): 'supplements' | 'date' | null {
  if (d.supplements > 1) return 'supplements';
  return d.dueAt !== null && heldAgainst(d) > lateAfter(d.dueAt, d.dueExact) ? 'date' : null;
}

/** The stock in which a dossier stands; null before reception and once it is finished. */
export function stockOf(d: Counted): { measure: Stock; lateFrom: Day } | null {
  if (d.receivedAt === null || d.finishedAt !== null) return null;
  const limit = d.dueAt === null ? null : lateAfter(d.dueAt, d.dueExact);
  if (d.pausedAt !== null) {
    const late = d.supplements > 1 || (limit !== null && d.pausedAt > limit);
    return { measure: late ? 'waiting_late' : 'waiting', lateFrom: NEVER };
  }
  if (d.supplements > 1) return { measure: 'open_late', lateFrom: NEVER };
  return { measure: 'open', lateFrom: limit === null ? NEVER : dayOf(limit) };
}

/** All that has happened to a dossier until now and is counted, each with its instant. */
export function flowsOf(d: Counted): [Flow, number][] {
  if (d.receivedAt === null) return [];
  const received = d.receivedAt;
  const flows: [Flow, number][] = [['received', received]];
  const flow = (measure: Flow, at: number | null, when: boolean) => {
    if (when && at !== null) flows.push([measure, at]);
  };
  flow('received_online', received, d.channel === 'online');
  flow('received_post', received, d.channel === 'post');
  flow('digitised', received, isDigitised(d));
  flow('fee_due', received, d.fee > 0 && d.money !== 'waived');
  flow('synced', received, d.sync === 'sent');
  if (d.finishedAt !== null) {
    const late = lateBecause(d) !== null;
    const resolved = d.status === STATUS.resolved || d.status === STATUS.returned;
    const early = d.dueAt !== null && dayOf(d.finishedAt) < dayOf(d.dueAt);
    flow('resolved_late', d.finishedAt, resolved && late);
    flow('resolved_early', d.finishedAt, resolved && !late && early);
    flow('resolved_on_time', d.finishedAt, resolved && !late && !early);
    flow('withdrawn', d.finishedAt, d.status === STATUS.withdrawn);
    flow('stopped', d.finishedAt, d.status === STATUS.stopped);
    flow('refused', d.finishedAt, d.status === STATUS.refused);
    flow('ended_late', d.finishedAt, !resolved && late);
    flow('e_result', d.finishedAt, resolved && d.result?.signed === true);
    flow('online_full', d.finishedAt, resolved && d.result?.signed === true && d.channel === 'online');
  }
  flow('returned', d.returnedAt, true);
  return flows;
}

/** Every paper that was handed in is there in electronic form too. */
export const isDigitised = (d: Pick<Counted, 'papers' | 'channel'>): boolean =>
  d.channel === 'online' || (d.papers.length > 0 && d.papers.every((p) => p.electronic > 0));

/** What one step changes in the figures. Pure; what stays the same cancels out. `at`: the step's instant. */
export function growthBetween(before: Counted | null, after: Counted, at: number): Growth[] {
  const grown = new Map<string, Growth>();
  const add = (growth: Growth) => {
    const key = [growth.day, growth.measure, growth.authorityId, growth.procedureVersionId, growth.lateFrom].join();
    const known = grown.get(key);
    if (known) known.amount += growth.amount;
    else grown.set(key, growth);
  };
  for (const [dossier, amount] of [[before, -1] as const, [after, 1] as const]) {
    if (!dossier) continue;
    const { authorityId } = dossier;
    for (const [measure, instant] of flowsOf(dossier)) {
      const procedureVersionId = PER_PROCEDURE.includes(measure) ? dossier.procedureVersionId : 0;
      add({ day: dayOf(instant), measure, authorityId, procedureVersionId, lateFrom: NEVER, amount });
    }
    const stock = stockOf(dossier);
    if (stock) add({ day: dayOf(at), ...stock, authorityId, procedureVersionId: 0, amount });
  }
  return [...grown.values()].filter((growth) => growth.amount !== 0);
}
