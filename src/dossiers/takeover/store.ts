import { type Kysely, sql } from 'kysely';
import type { Principal } from '../../kernel/principal.ts';
import type { Database, Tx } from '../../platform/db/access.ts';
import type { DB } from '../../platform/db/schema.generated.ts';
import type { Concern, ConcernKind } from './concern.ts';

/** waiting: in line; working: a worker is at it; done; cancelled: stopped by the office, what was taken stays; failed: why is told. */
export type TakeoverState = 'waiting' | 'working' | 'done' | 'cancelled' | 'failed';
export type Outcome = 'taken' | 'there' | 'refused';

/** One file on its way in, rehearsed or in earnest. Instants in epoch milliseconds. */
export interface Takeover {
  id: number;
  trial: boolean;
  trialId: number | null;
  /** The real run of a rehearsal, where there is one. */
  realId: number | null;
  system: string;
  state: TakeoverState;
  name: string;
  size: number;
  sha256: string;
  centreIds: number[];
  /** Rows of the file, counted before any was judged. */
  rowCount: number;
  failure: string | null;
  personName: string | null;
  askedAt: number;
  endedAt: number | null;
}

type Build = Database['build'];

const takeovers = (build: Build) =>
  build
    .selectFrom('takeover as t')
    .leftJoin('person as p', 'p.id', 't.person_id')
    .select([
      't.id',
      't.trial',
      't.trial_id as trialId',
      't.system',
      't.state',
      't.name',
      't.size',
      't.sha256',
      't.centre_organ_ids as centreIds',
      't.row_count as rowCount',
      't.failure',
      'p.name as personName',
      't.asked_at as askedAt',
      't.ended_at as endedAt',
    ])
    .select(sql<number | null>`(select r.id from takeover r where r.trial_id = t.id)`.as('realId'));

export const takeoverById = (build: Build, id: number) => takeovers(build).where('t.id', '=', id).$castTo<Takeover>();

/** What the office has fed in, the last first. */
export const lastTakeovers = (build: Build) => takeovers(build).orderBy('t.id', 'desc').limit(20).$castTo<Takeover>();

export interface TakeoverRow {
  line: number;
  outcome: Outcome;
  /** The old code. */
  code: string;
  /** Ours, of the dossier that was taken or is there. */
  ownCode: string | null;
  status: number | null;
  centreId: number | null;
  field: string;
  reason: string;
  ended: boolean;
  /** What is to be decided about it, in words. */
  difference: string;
}

/** Rows to decide about for one reason; `procedure`: those of one code alone. */
export interface AskedConcern {
  kind: ConcernKind;
  procedure: string | null;
}

/** Rows of a report by line. `which`: of one outcome, with anything to decide about, or with one such thing. */
export function reportRows(
  build: Build,
  takeoverId: number,
  which: Outcome | 'difference' | 'all' | AskedConcern,
  { after = 0, offset = 0, limit }: { after?: number; offset?: number; limit: number },
) {
  const rows = build
    .selectFrom('takeover_row as r')
    .leftJoin('dossier as d', (j) => j.onRef('d.unit_id', '=', 'r.unit_id').onRef('d.id', '=', 'r.dossier_id'))
    .where('r.takeover_id', '=', takeoverId)
    .where('r.line', '>', after)
    .orderBy('r.line')
    .offset(offset)
    .limit(limit)
    .select([
      'r.line',
      'r.outcome',
      'r.code',
      'd.code as ownCode',
      'r.status',
      'r.centre_organ_id as centreId',
      'r.field',
      'r.reason',
      'r.ended',
      'r.difference',
    ]);
  const narrowed =
    which === 'all'
      ? rows
      : which === 'difference'
        ? rows.where('r.difference', '<>', '')
        : typeof which === 'string'
          ? rows.where('r.outcome', '=', which)
          : rows.where(sql<boolean>`r.concerns @> array[${which.kind}::text]`).$if(which.procedure !== null, (q) =>
              q.where(sql<boolean>`exists (select from procedure_version v join procedure p on p.id = v.procedure_id
                  where v.id = r.procedure_version_id and p.code = ${which.procedure})`),
            );
  return narrowed.$castTo<TakeoverRow>();
}

/** Whoever works at it tells so with every batch; silent for so long, it was killed. */
const SILENT = sql`interval '30 seconds'`;
/** A file on which the work was cut off so often is at fault itself. */
export const MOST_TRIES = 5;

export interface Claimed {
  id: number;
  name: string;
  sha256: string;
  system: string;
  trial: boolean;
  tries: number;
  centreIds: number[];
  askedBy: Principal;
}

/** Takes what waits longest, or what was cut off as its server was killed. Two workers never take the same. */
export async function claimTakeover(system: Kysely<DB>): Promise<Claimed | undefined> {
  const { rows } = await sql<Claimed>`
    update takeover set state = 'working', seen_at = now(), tries = tries + 1
    where id = (
      select id from takeover
      where state = 'waiting' or (state = 'working' and seen_at < now() - ${SILENT})
      order by id limit 1 for update skip locked)
    returning id, name, sha256, system, trial, tries, centre_organ_ids as "centreIds", asked_by as "askedBy"`.execute(
    system,
  );
  return rows[0];
}

/** Another run holds the file now, or the office has stopped it: this one must not write. */
export class NoLongerOurs extends Error {}

/** Holds the file for the rest of a batch's transaction, and tells that its worker lives. @throws NoLongerOurs */
export async function holdTakeover(tx: Tx | Kysely<DB>, { id, tries }: Claimed, rowCount?: number): Promise<void> {
  const held = await tx
    .updateTable('takeover')
    .set({ seen_at: sql<number>`now()`, ...(rowCount === undefined ? {} : { row_count: rowCount }) })
    .where('id', '=', id)
    .where('tries', '=', tries)
    .where('state', '=', 'working')
    .returning('id')
    .executeTakeFirst();
  if (!held) throw new NoLongerOurs();
}

/** Ends a run that is still ours. `waiting`: to be tried again. */
export async function settleTakeover(
  system: Kysely<DB>,
  { id, tries }: Claimed,
  state: TakeoverState,
  failure: string | null,
  now: number,
): Promise<void> {
  await system
    .updateTable('takeover')
    .set({ state, failure, ended_at: state === 'waiting' ? null : (new Date(now).toISOString() as never) })
    .where('id', '=', id)
    .where('tries', '=', tries)
    .where('state', '=', 'working')
    .execute();
}

/** The last row that was written down; a run that was cut off goes on after it. */
export async function lastLine(system: Kysely<DB>, takeoverId: number): Promise<number> {
  const { rows } = await sql<{ line: number | null }>`
    select max(line) as line from takeover_row where takeover_id = ${takeoverId}`.execute(system);
  return rows[0]?.line ?? 0;
}

export interface NewRow {
  line: number;
  outcome: Outcome;
  code: string;
  status: number | null;
  centreId: number | null;
  field?: string;
  reason?: string;
  ended?: boolean;
  concerns?: readonly Concern[];
  procedureVersionId?: number;
  dossier?: { unitId: number; id: number };
}

export async function writeRows(tx: Tx, takeoverId: number, rows: readonly NewRow[]): Promise<void> {
  if (rows.length === 0) return;
  await tx
    .insertInto('takeover_row')
    .values(
      rows.map((r) => ({
        takeover_id: takeoverId,
        line: r.line,
        outcome: r.outcome,
        code: r.code,
        status: r.status,
        centre_organ_id: r.centreId,
        field: r.field ?? '',
        reason: r.reason ?? '',
        ended: r.ended ?? false,
        difference: (r.concerns ?? []).map((one) => one.words).join(' '),
        concerns: (r.concerns ?? []).map((one) => one.kind),
        procedure_version_id: r.procedureVersionId ?? null,
        unit_id: r.dossier?.unitId ?? null,
        dossier_id: r.dossier?.id ?? null,
      })),
    )
    .execute();
}

export const askWorker = async (db: Kysely<DB>): Promise<void> => void (await sql`select ask_takeover()`.execute(db));
