import { type Kysely, sql } from 'kysely';
import type { Principal } from '../../kernel/principal.ts';
import type { Database } from '../../platform/db/access.ts';
import type { DB } from '../../platform/db/schema.generated.ts';
import type { RowFault } from './readRow.ts';

/**
 * waiting: in line; working: a worker is at it; done: every row was taken in or was there; faulty: rows have to be mended,
 * nothing was taken in; failed: the file could not be read, why is told.
 */
export type ImportState = 'waiting' | 'working' | 'done' | 'faulty' | 'failed';

export interface PetitionImport {
  id: number;
  dialogueId: number;
  state: ImportState;
  name: string;
  size: number;
  /** Rows read, without the heading; those looked at so far while it runs. */
  rowCount: number;
  /** 0..1 */
  done: number;
  added: number;
  /** Rows that the dialogue had already. */
  known: number;
  faultCount: number;
  faults: RowFault[];
  failure: string | null;
  /** Epoch milliseconds. */
  askedAt: number;
}

const COLUMNS = [
  'id',
  'dialogue_id as dialogueId',
  'state',
  'name',
  'size',
  'row_count as rowCount',
  'done',
  'added',
  'known',
  'fault_count as faultCount',
  'failure',
  'asked_at as askedAt',
] as const;

type Build = Database['build'];

export const importById = (build: Build, id: number) =>
  build
    .selectFrom('petition_import')
    .where('id', '=', id)
    .select([...COLUMNS, 'faults'])
    .$castTo<PetitionImport>();

/** What was fed into a dialogue, the last first; without the faults. */
export const importsOf = (build: Build, dialogueId: number) =>
  build
    .selectFrom('petition_import')
    .where('dialogue_id', '=', dialogueId)
    .orderBy('id', 'desc')
    .limit(10)
    .select([...COLUMNS])
    .$castTo<Omit<PetitionImport, 'faults'>>();

/** Whoever works at it tells so every second; silent for so long, it was killed. */
const SILENT = sql`interval '20 seconds'`;
/** A file on which the work was cut off so often is at fault itself. */
export const MOST_TRIES = 3;

export interface ClaimedImport {
  id: number;
  dialogueId: number;
  name: string;
  sha256: string;
  tries: number;
  askedBy: Principal;
}

/** Takes what waits longest, or what was cut off as its server was killed. Two workers never take the same. */
export async function claimImport(system: Kysely<DB>): Promise<ClaimedImport | undefined> {
  const { rows } = await sql<ClaimedImport>`
    update petition_import set state = 'working', seen_at = now(), tries = tries + 1, row_count = 0, done = 0
    where id = (
      select id from petition_import
      where state = 'waiting' or (state = 'working' and seen_at < now() - ${SILENT})
      order by id limit 1 for update skip locked)
    returning id, dialogue_id as "dialogueId", name, sha256, tries, asked_by as "askedBy"`.execute(system);
  return rows[0];
}

/** Notes how far the work is, and that its worker lives. */
export async function noteProgress(
  system: Kysely<DB>,
  { id, tries }: ClaimedImport,
  rowCount: number,
  done: number,
): Promise<void> {
  await system
    .updateTable('petition_import')
    .set({ row_count: rowCount, done, seen_at: sql<number>`now()` })
    .where('id', '=', id)
    .where('tries', '=', tries)
    .where('state', '=', 'working')
    .execute();
}

/** Settles an import that this run still holds. @returns false where another run has taken it over */
export async function settleImport(
  db: Kysely<DB>,
  { id, tries }: ClaimedImport,
  to: { state: ImportState } & Partial<
    Pick<PetitionImport, 'rowCount' | 'added' | 'known' | 'faultCount' | 'faults' | 'failure'>
  >,
): Promise<boolean> {
  const settled = await db
    .updateTable('petition_import')
    .set({
      state: to.state,
      row_count: to.rowCount ?? 0,
      added: to.added ?? 0,
      known: to.known ?? 0,
      fault_count: to.faultCount ?? 0,
      faults: JSON.stringify(to.faults ?? []),
      failure: to.failure ?? null,
    })
    .where('id', '=', id)
    .where('tries', '=', tries)
    .where('state', '=', 'working')
    .returning('id')
    .executeTakeFirst();
  return settled !== undefined;
}

export const askWorker = async (db: Kysely<DB>): Promise<void> =>
  void (await sql`select ask_petition_import()`.execute(db));
