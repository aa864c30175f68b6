import { setTimeout as wait } from 'node:timers/promises';
import postgres from 'postgres';

/** Any number, the same in every version of the program. */
const CLAIM = 7_108_246_001;

/** Held by the process that runs the database, as a lock inside it: the lock goes when the process goes, however it goes. */
export interface Claim {
  /** Gives it up once `last` is done; until then nobody else gets it, and it is not claimed anew. */
  release(last?: () => Promise<void>): Promise<void>;
}

/**
 * Claims the running database for this process.
 * @returns 'held' when another living process has it
 * @throws the driver's error when the database does not answer
 */
export async function claimDatabase(url: string): Promise<Claim | 'held'> {
  let released = false;
  const sql = postgres(url, {
    max: 1,
    max_lifetime: null,
    connect_timeout: 5,
    // Each failure would otherwise triple the wait, and the data stand unclaimed for seconds after the database is back.
    backoff: () => 0.1,
    fetch_types: false,
    onnotice: () => {},
    connection: { application_name: 'thongsuot-keeper' },
    // A crash of one backend makes PostgreSQL drop them all: claim again.
    onclose: () => void (mine && !released && reclaim()),
  });
  let mine = false;
  const lock = async () => (await sql<{ mine: boolean }[]>`select pg_try_advisory_lock(${CLAIM}) as mine`)[0]!.mine;
  const reclaim = async () => {
    while (!released && !(await lock().catch(() => false))) await wait(200);
  };
  try {
    mine = await lock();
  } catch (error) {
    await sql.end({ timeout: 0 });
    throw error;
  }
  if (!mine) {
    await sql.end({ timeout: 1 });
    return 'held';
  }
  return {
    release: async (last) => {
      released = true;
      await last?.();
      await sql.end({ timeout: 1 });
    },
  };
}
