import { type RawBuilder, sql } from 'kysely';
import { addDays, type Day, dayOf } from '../../kernel/day.ts';
import type { Principal } from '../../kernel/principal.ts';
import type { Database, Query } from '../../platform/db/access.ts';
import type { ClockPause, Paper } from '../standing.ts';
import type { Channel, Money, Status, Sync } from '../status.ts';
import { type Counted, type Flow, flowsOf, lateBecause, type Stock } from './measures.ts';
import type { Period } from './period.ts';
import type { Shown } from './shown.ts';

/** A dossier behind a figure: nothing of its applicant. */
export interface BehindRow {
  code: string;
  procedureVersionId: number;
  authorityId: number;
  status: Status;
  receivedAt: number;
  dueAt: number | null;
  finishedAt: number | null;
  /** Why it counts as late, where it does. */
  late: 'supplements' | 'date' | null;
  /** How it was rated, where the figure is of ratings. */
  stars?: number;
}

interface Raw {
  id: number;
  code: string;
  procedureVersionId: number;
  authorityId: number;
  status: Status;
  channel: Channel;
  papers: Paper[];
  fee: number;
  money: Money;
  sync: Sync;
  receivedAt: number;
  dueAt: number | null;
  dueExact: boolean;
  pausedAt: number | null;
  supplements: number;
  finishedAt: number | null;
  returnedAt: number | null;
  signed: boolean | null;
  heldAt: number | null;
}

const midnight = (day: Day): RawBuilder<number> => sql<number>`${day}::date::timestamptz`;

const rawRows = (build: Database['build'], unitId: number, from: Day, to: Day): Query<Raw> =>
  build
    .selectFrom(
      sql<Raw>`(select id, code, procedure_version_id as "procedureVersionId", authority_organ_id as "authorityId", status, channel,
        papers, fee, money, sync, received_at as "receivedAt", due_at as "dueAt", due_exact as "dueExact", paused_at as "pausedAt",
        supplements, finished_at as "finishedAt", returned_at as "returnedAt", signed, held_at as "heldAt"
        from dossiers_behind(${unitId}, ${midnight(from)}, ${midnight(addDays(to, 1))}))`.as('b'),
    )
    .selectAll() as unknown as Query<Raw>;

interface StockAt {
  dossierId: number;
  measure: Stock;
  lateFrom: Day;
}

const stocksAtEndOf = (build: Database['build'], unitId: number, day: Day): Query<StockAt> =>
  build
    .selectFrom(
      sql<StockAt>`(select dossier_id as "dossierId", measure, late_from as "lateFrom"
        from dossier_stocks_at(${unitId}, ${midnight(addDays(day, 1))}) where measure is not null)`.as('s'),
    )
    .selectAll() as unknown as Query<StockAt>;

/** The dossiers of a unit behind one figure of a period, the longest waiting first. */
export async function dossiersBehind(
  db: Database,
  reader: Principal,
  unitId: number,
  period: Period,
  { behind }: Shown,
): Promise<BehindRow[]> {
  if ('rated' in behind) return rated(db, reader, unitId, period, behind.rated);
  const before = 'stocks' in behind && behind.when === 'before';
  const day = before ? addDays(period.from, -1) : period.to;
  const [raw, stocks] = await db.read(
    reader,
    rawRows(db.build, unitId, before ? day : period.from, period.to),
    stocksAtEndOf(db.build, unitId, day),
  );
  const stockOf = new Map(stocks.map((s) => [s.dossierId, s]));
  const rows = raw.map((r) => ({ raw: r, counted: countedOf(r), stock: stockOf.get(r.id) }));
  const flowed = (counted: Counted, flows: readonly Flow[]) =>
    flowsOf(counted).some(([flow, at]) => flows.includes(flow) && dayOf(at) >= period.from && dayOf(at) <= period.to);
  const kept = rows.filter(({ counted, stock }) => {
    if ('flows' in behind) return flowed(counted, behind.flows);
    if ('stocks' in behind) return stock !== undefined && isOfKind(stock, behind.stocks, day);
    return flowed(counted, ['resolved_late', 'ended_late']) || (stock !== undefined && isLate(stock, day));
  });
  return kept
    .map(({ raw: r, counted, stock }) => ({
      code: r.code,
      procedureVersionId: r.procedureVersionId,
      authorityId: r.authorityId,
      status: r.status,
      receivedAt: r.receivedAt,
      dueAt: r.dueAt,
      finishedAt: r.finishedAt,
      late:
        r.finishedAt !== null && !stock ? lateBecause(counted) : stock && isLate(stock, day) ? whyLate(stock) : null,
    }))
    .sort((a, b) => a.receivedAt - b.receivedAt);
}

/** The dossiers rated in a period, the unhappiest first. */
async function rated(
  db: Database,
  reader: Principal,
  unitId: number,
  { from, to }: Period,
  which: 'all' | 'unhappy',
): Promise<BehindRow[]> {
  const [rows] = await db.read(
    reader,
    db.build
      .selectFrom(
        sql<BehindRow & { stars: number }>`(select code, procedure_version_id as "procedureVersionId",
          authority_organ_id as "authorityId", status, received_at as "receivedAt", due_at as "dueAt", finished_at as "finishedAt",
          null as late, stars from dossiers_rated(${unitId}, ${midnight(from)}, ${midnight(addDays(to, 1))}))`.as('r'),
      )
      .selectAll()
      .orderBy('stars')
      .orderBy('receivedAt') as unknown as Query<BehindRow & { stars: number }>,
  );
  return which === 'all' ? rows : rows.filter((row) => row.stars <= UNHAPPY);
}
/** Rất không hài lòng, không hài lòng. */
const UNHAPPY = 2;

function isOfKind(s: StockAt, kind: 'in time' | 'late' | 'waiting' | 'all', day: Day): boolean {
  const waiting = s.measure === 'waiting' || s.measure === 'waiting_late';
  if (kind === 'all') return true;
  if (kind === 'waiting') return waiting;
  return !waiting && isLate(s, day) === (kind === 'late');
}

const isLate = (s: StockAt, day: Day): boolean =>
  s.measure === 'open_late' || s.measure === 'waiting_late' || (s.measure === 'open' && s.lateFrom <= day);
const whyLate = (s: StockAt): 'supplements' | 'date' => (s.measure === 'open_late' ? 'supplements' : 'date');

function countedOf(r: Raw): Counted {
  const held: ClockPause[] =
    r.heldAt === null
      ? []
      : [{ no: 1, kind: 'supplement', from: r.heldAt, to: r.finishedAt, reason: '', answerBy: null }];
  return {
    ...r,
    pauses: held,
    result:
      r.signed === null
        ? null
        : { title: '', number: '', issuedOn: dayOf(r.finishedAt ?? 0), signed: r.signed, granted: true },
  };
}
