import { sql } from 'kysely';
import { dayOf } from '../kernel/day.ts';
import type { Database, Query } from '../platform/db/access.ts';
import { type ClockStop, reckonDue } from './deadline.ts';
import type { WorkQueue } from './places.ts';
import type { Limit } from './procedures/model.ts';
import type { DossierRules } from './rules.ts';

/** A date that was promised and still runs. */
export interface OpenPromise {
  code: string;
  procedureVersionId: number;
  authorityId: number;
  receivedAt: number;
  limit: Limit;
  extension: { at: number; to: string } | null;
  stops: ClockStop[];
  dueAt: number;
  dueExact: boolean;
}

/** As many are looked at: more open dossiers than a unit ever has. */
const MOST = 5000;

/** The running promises of the units whose dossiers a person works on. */
export const openPromises = (db: Database['build'], q: WorkQueue, now: number): Query<OpenPromise> =>
  db
    .selectFrom('dossier as d')
    .innerJoin('procedure_version as v', 'v.id', 'd.procedure_version_id')
    .where('d.holder_organ_id', 'in', [...q.organs])
    .where('d.closed_at', 'is', null)
    .where('d.finished_at', 'is', null)
    .where('d.paused_at', 'is', null)
    .where(sql<boolean>`d.late_after > to_timestamp(${now / 1000})`)
    .orderBy('d.due_at')
    .limit(MOST)
    .select([
      'd.code',
      'd.procedure_version_id as procedureVersionId',
      'd.authority_organ_id as authorityId',
      'd.received_at as receivedAt',
      'd.extension',
      'd.due_at as dueAt',
      'd.due_exact as dueExact',
      sql`jsonb_build_object('unit', v.limit_unit, 'amount', v.limit_amount)`.as('limit'),
      sql`(select coalesce(jsonb_agg(jsonb_build_object('from', (extract(epoch from p.from_at) * 1000)::bigint,
        'to', (extract(epoch from p.to_at) * 1000)::bigint, 'reason', p.reason) order by p.no), '[]')
        from dossier_pause p where p.unit_id = d.unit_id and p.dossier_id = d.id)`.as('stops'),
    ]) as unknown as Query<OpenPromise>;

export interface MovedPromise extends OpenPromise {
  /** What the calendar of now would give. */
  nowDueAt: number;
}

/**
 * Promises that the calendar of now would give otherwise, because a holiday, a swap or hours were entered after they were
 * given. A promise is kept: this only lists them, for those who answer to decide whether to ask for more time.
 */
export function movedPromises(
  rules: Pick<DossierRules, 'calendarOf'>,
  promises: readonly OpenPromise[],
): MovedPromise[] {
  return promises.flatMap((p) => {
    const base = { receivedAt: p.receivedAt, limit: p.limit, extension: p.extension as never };
    const due = reckonDue(rules.calendarOf(p.authorityId), base, p.stops);
    if (due.state === 'suspended') return [];
    // A promise taken over may be to the minute where the calendar knows its day alone.
    const same = p.dueExact && due.exact ? due.at === p.dueAt : dayOf(due.at) === dayOf(p.dueAt);
    return same ? [] : [{ ...p, nowDueAt: due.at }];
  });
}
