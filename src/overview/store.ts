import { sql } from 'kysely';
import type { Day } from '../kernel/day.ts';
import type { Principal } from '../kernel/principal.ts';
import type { Database, Query } from '../platform/db/access.ts';
import type { OrganStanding } from './model.ts';

type Build = Database['build'];

const ownOrgans = (p: Principal): number[] => [...new Set([p.organId, ...(p.servesId ? [p.servesId] : [])])];
/** The body in whose name the principal's office assigns work. */
const issuerOf = (p: Principal): number => p.servesId ?? p.organId;

/** What `charge_standings` counts for one organ. */
interface OpenParts {
  organ_id: number;
  open: number;
  late: number;
  oldest_late: Day | null;
  soon: number;
  awaiting: number;
  returned: number;
}

/** Every organ that has open work or an unacknowledged directive from the principal's office. */
export function standings(build: Build, p: Principal, today: Day, soon: Day, nowMs: number): Query<OrganStanding> {
  const issuer = issuerOf(p);
  const open = sql<OpenParts>`charge_standings(${issuer}, ${today}::date, ${soon}::date)`;
  const unread = build
    .selectFrom('distribution as r')
    .innerJoin('directive as d', 'd.id', 'r.directive_id')
    .where('d.issuer_organ_id', '=', issuer)
    .where('d.state', '=', 'issued')
    .where('r.acknowledged_at', 'is', null)
    .where('r.sent_at', '<', sql<never>`to_timestamp(${nowMs / 1000 - 86400})`)
    .groupBy('r.organ_id')
    .select(['r.organ_id', sql<number>`count(*)::int`.as('unacknowledged')]);
  return build
    .selectFrom(open.as<'w'>('w'))
    .fullJoin(unread.as('u'), 'u.organ_id', 'w.organ_id')
    .innerJoin('organ as o', (j) => j.on(sql<boolean>`o.id = coalesce(w.organ_id, u.organ_id)`))
    .orderBy(sql`coalesce(w.late, 0) desc, coalesce(u.unacknowledged, 0) desc, coalesce(w.open, 0) desc, o.id`)
    .select([
      'o.id as organId',
      'o.short_name as organName',
      'o.unit_id as unitId',
      'o.level',
      sql<number>`coalesce(w.open, 0)`.as('open'),
      sql<number>`coalesce(w.late, 0)`.as('late'),
      'w.oldest_late as oldestLate',
      sql<number>`coalesce(w.soon, 0)`.as('soon'),
      sql<number>`coalesce(w.awaiting, 0)`.as('awaiting'),
      sql<number>`coalesce(w.returned, 0)`.as('returned'),
      sql<number>`coalesce(u.unacknowledged, 0)`.as('unacknowledged'),
    ]) as unknown as Query<OrganStanding>;
}

/** Completed from a day on: how many had a limit, and how many of them kept it. */
export const punctuality = (build: Build, p: Principal, from: Day): Query<{ limited: number; kept: number }> =>
  build
    .selectFrom(sql<{ limited: number; kept: number }>`task_punctuality(${issuerOf(p)}, ${from}::date)`.as<'k'>('k'))
    .select(['k.limited', 'k.kept']) as unknown as Query<{ limited: number; kept: number }>;

export interface UnacknowledgedDirective {
  id: number;
  symbol: string | null;
  title: string;
  sentAt: number;
}

/** What was sent to the principal's organ and nobody there has acknowledged yet, the oldest first. */
export const toAcknowledge = (build: Build, p: Principal): Query<UnacknowledgedDirective> =>
  build
    .selectFrom('distribution as r')
    .innerJoin('directive as d', 'd.id', 'r.directive_id')
    .where('r.organ_id', 'in', ownOrgans(p))
    .where('d.state', '=', 'issued')
    .where('r.acknowledged_at', 'is', null)
    .orderBy('r.sent_at')
    .limit(10)
    .select(['d.id', 'd.symbol', 'd.title', 'r.sent_at as sentAt']) as unknown as Query<UnacknowledgedDirective>;
