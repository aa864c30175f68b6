import { type Kysely, sql } from 'kysely';
import type { Principal } from '../../kernel/principal.ts';
import type { DB } from '../../platform/db/schema.generated.ts';
import type { Build } from '../store/directive.ts';
import type { ScanState } from './model.ts';

export interface Scan {
  id: number;
  state: ScanState;
  name: string;
  sha256: string;
  mediaType: string;
  size: number;
  /** The page being read, of `pages`; 0 until known. */
  page: number;
  pages: number;
  /** 0..1 */
  done: number;
  failure: string | null;
  directiveId: number | null;
}

const COLUMNS = [
  'id',
  'state',
  'name',
  'sha256',
  'media_type as mediaType',
  'size',
  'page',
  'pages',
  'done',
  'failure',
  'directive_id as directiveId',
] as const;

export const scanById = (build: Build, id: number) =>
  build
    .selectFrom('scan')
    .where('id', '=', id)
    .select([...COLUMNS])
    .$castTo<Scan>();

/** What an office has fed in and is not at the desk yet: being read, waiting, failed. */
export const openScans = (build: Build) =>
  build
    .selectFrom('scan')
    .where('state', 'in', ['waiting', 'reading', 'failed'])
    .orderBy('id', 'desc')
    .limit(20)
    .select([...COLUMNS])
    .$castTo<Scan>();

/** How many files stand before this one. */
export const scansBefore = (build: Build, id: number) =>
  build
    .selectFrom('scan')
    .where('state', 'in', ['waiting', 'reading'])
    .where('id', '<', id)
    .select((e) => e.fn.countAll<number>().as('count'));

/** Whoever reads tells so every second; silent for so long, it was killed. */
const SILENT = sql`interval '20 seconds'`;
/** A file on which the reading was cut off so often is at fault itself. */
export const MOST_TRIES = 3;

export type ClaimedScan = Scan & { askedBy: Principal; tries: number };

/**
 * Takes the scan that waits longest, or one whose reader was killed; none while another is being read, since one page after
 * the other is all that the machine does. Two workers never take the same.
 */
export async function claimScan(system: Kysely<DB>): Promise<ClaimedScan | undefined> {
  const alive = sql`seen_at > now() - ${SILENT}`;
  const { rows } = await sql<{ id: number }>`
    update scan set state = 'reading', seen_at = now(), tries = tries + 1, page = 0, pages = 0, done = 0, failure = null
    where id = (
      select id from scan
      where (state = 'waiting' or (state = 'reading' and not ${alive}))
        and not exists (select from scan where state = 'reading' and ${alive})
      order by id limit 1 for update skip locked)
    returning id`.execute(system);
  if (!rows[0]) return undefined;
  return system
    .selectFrom('scan')
    .where('id', '=', rows[0].id)
    .select([...COLUMNS, 'asked_by as askedBy', 'tries'])
    .$castTo<ClaimedScan>()
    .executeTakeFirstOrThrow();
}

/** Notes how far the reading is, and that its reader lives. @returns whether it is still wanted */
export async function noteProgress(
  system: Kysely<DB>,
  id: number,
  { page, pages, done }: { page: number; pages: number; done: number },
): Promise<boolean> {
  const noted = await system
    .updateTable('scan')
    .set({ page, pages, done, seen_at: sql<number>`now()` })
    .where('id', '=', id)
    .where('state', '=', 'reading')
    .returning('id')
    .executeTakeFirst();
  return noted !== undefined;
}

/** Settles a scan that is still being read; nothing where somebody else has settled it. */
export async function settleScan(
  db: Kysely<DB>,
  id: number,
  to: { state: ScanState; failure?: string; directiveId?: number; name?: string },
): Promise<void> {
  await db
    .updateTable('scan')
    .set({
      state: to.state,
      ...(to.failure === undefined ? {} : { failure: to.failure }),
      ...(to.directiveId === undefined ? {} : { directive_id: to.directiveId }),
      ...(to.name === undefined ? {} : { name: to.name }),
    })
    .where('id', '=', id)
    .where('state', '=', 'reading')
    .execute();
}

export const askWorker = async (db: Kysely<DB>): Promise<void> => void (await sql`select ask_scan()`.execute(db));
