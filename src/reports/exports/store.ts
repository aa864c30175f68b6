import { type Kysely, sql } from 'kysely';
import type { Principal } from '../../kernel/principal.ts';
import type { Database, Query } from '../../platform/db/access.ts';
import type { DB } from '../../platform/db/schema.generated.ts';
import type { Wanted } from './kinds.ts';

export interface ExportRow {
  id: number;
  name: string;
  mediaType: string;
  state: 'waiting' | 'making' | 'ready' | 'failed';
  done: number;
  total: number;
  sha256: string | null;
  size: number | null;
  failure: string | null;
  /** Epoch milliseconds. */
  askedAt: number;
}
const COLUMNS = [
  'id',
  'name',
  'media_type as mediaType',
  'state',
  'done',
  'total',
  'sha256',
  'size',
  'failure',
  'asked_at as askedAt',
] as const;

/** The reader's own exports, the latest first. */
export const ownExports = (build: Database['build']): Query<ExportRow> =>
  build
    .selectFrom('export_job')
    .orderBy('id', 'desc')
    .limit(50)
    .select([...COLUMNS]) as unknown as Query<ExportRow>;
export const exportById = (build: Database['build'], id: number): Query<ExportRow> =>
  build
    .selectFrom('export_job')
    .where('id', '=', id)
    .select([...COLUMNS]) as unknown as Query<ExportRow>;

/** Whoever makes a file tells so every second; silent for so long, it was killed. */
const SILENT = sql`interval '20 seconds'`;
/** A file at which the program was cut off so often is not tried again. */
export const MOST_TRIES = 3;

export interface ClaimedExport {
  id: number;
  askedBy: Principal;
  wanted: Wanted;
  tries: number;
}

/** Takes the export that waits longest, or one whose maker was killed. Two workers never take the same. */
export async function claimExport(system: Kysely<DB>): Promise<ClaimedExport | undefined> {
  const { rows } = await sql<ClaimedExport>`
    update export_job set state = 'making', seen_at = now(), tries = tries + 1, done = 0, failure = null
    where id = (
      select id from export_job
      where state = 'waiting' or (state = 'making' and seen_at < now() - ${SILENT})
      order by id limit 1 for update skip locked)
    returning id::int, asked_by as "askedBy", wanted, tries`.execute(system);
  return rows[0];
}

type Change =
  | { done?: number; total?: number }
  | { state: 'ready'; sha256: string; size: number; done: number }
  | { state: 'failed'; failure: string };

/** Notes something of an export that this worker still has. @returns false where another has taken it over */
export async function noteExport(
  system: Kysely<DB>,
  { id, tries }: Pick<ClaimedExport, 'id' | 'tries'>,
  change: Change,
): Promise<boolean> {
  const noted = await system
    .updateTable('export_job')
    .set({ ...change, seen_at: sql<number>`now()` })
    .where('id', '=', id)
    .where('state', '=', 'making')
    .where('tries', '=', tries)
    .returning('id')
    .executeTakeFirst();
  return noted !== undefined;
}
