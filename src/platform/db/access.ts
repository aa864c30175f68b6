import { type Compilable, Kysely, sql as kyselySql, type Transaction } from 'kysely';
import { PostgresJSDialect } from 'kysely-postgres-js';
import postgres, { type ReservedSql, type Sql } from 'postgres';
import { TIME_ZONE } from '../../kernel/day.ts';
import { preparing } from './preparing.ts';
import type { DB } from './schema.generated.ts';
import { postgresTypes } from './types.ts';

/** What the database must know of who asks; row-level security hangs on it. */
export interface Reader {
  personId: number | null;
  /** Organs whose matters the person may see in the position chosen. */
  organIds: readonly number[];
  /** The unit whose accounts the person administers. */
  adminUnitId: number | null;
}

/** Somebody who is not signed in: sees what is public and no matter of any organ. */
export const NOBODY: Reader = { personId: null, organIds: [], adminUnitId: null };

export type Tx = Transaction<DB>;
export type Query<Row = unknown> = Compilable<Row>;
type RowsOf<Q extends readonly Query[]> = { [K in keyof Q]: Q[K] extends Compilable<infer Row> ? Row[] : never };

export interface Database {
  /** Builds queries for `read`. Run directly it knows no reader, so row-level security shows it no organ's matters. */
  readonly build: Kysely<DB>;
  /** Runs the queries as `reader` in one read-only transaction and one round trip. Rows come in the order of the queries. */
  read<const Q extends readonly Query[]>(reader: Reader, ...queries: Q): Promise<RowsOf<Q>>;
  /** One transaction as `reader`: all of it or nothing. */
  write<T>(reader: Reader, work: (tx: Tx) => Promise<T>): Promise<T>;
  /** As the owner of the tables, past row-level security: for sign-in, jobs and loading registers, never for a person's page. */
  readonly system: Kysely<DB>;
  /** Tells the other processes on this database; they hear it by `listen`. */
  notify(channel: string, payload: string): Promise<void>;
  listen(channel: string, heard: (payload: string) => void): Promise<void>;
  /** Another way to the same database whose changes carry the clock's instants: for rehearsals, simulations and the demonstration. */
  simulated(clock: SimulatedClock): Database;
  close(): Promise<void>;
}

/** An instant in epoch milliseconds under which changes are written instead of the present; for rehearsals and simulations. */
export type SimulatedClock = () => number;

const settings = (reader: Reader): [string, string, string] => [
  `{${reader.organIds.join(',')}}`,
  reader.personId === null ? '' : String(reader.personId),
  reader.adminUnitId === null ? '' : String(reader.adminUnitId),
];
/** Opens a read-only transaction in which row-level security knows the reader; all that stands in it are whole numbers. */
function beginAs(reader: Reader): string {
  const whole = (n: number): number => {
    if (!Number.isSafeInteger(n)) throw new Error('ids are whole numbers');
    return n;
  };
  return (
    `begin read only; set local app.organs = '{${reader.organIds.map(whole).join(',')}}'; ` +
    `set local app.person = '${reader.personId === null ? '' : whole(reader.personId)}'; ` +
    `set local app.admin_unit = '${reader.adminUnitId === null ? '' : whole(reader.adminUnitId)}'`
  );
}

/**
 * Opens the two ways to the database: as the application's role, which row-level security binds, and as its owner.
 * @param url a PostgreSQL >= 15 that has been migrated
 */
export function openDatabase(
  url: string,
  { connections = 10, simulatedClock }: { connections?: number; simulatedClock?: SimulatedClock } = {},
): Database {
  const options = { types: postgresTypes, onnotice: () => {}, prepare: true } as const;
  const app = postgres(url, {
    ...options,
    max: connections,
    connection: {
      role: 'thongsuot_app',
      application_name: 'thongsuot',
      TimeZone: TIME_ZONE,
      // What a simulation writes can be played again: it need not wait for the disk at each step.
      ...(simulatedClock ? { synchronous_commit: 'off' } : {}),
    },
  });
  const owner = postgres(url, {
    ...options,
    max: 4,
    connection: { application_name: 'thongsuot-system', TimeZone: TIME_ZONE },
  });
  const appDb = new Kysely<DB>({ dialect: new PostgresJSDialect({ postgres: preparing(app as Sql) }) });
  const system = new Kysely<DB>({ dialect: new PostgresJSDialect({ postgres: preparing(owner as Sql) }) });

  return {
    build: appDb,
    read: (reader, ...queries) => readPipelined(app as Sql, reader, queries) as never,
    write: (reader, work) =>
      appDb.transaction().execute(async (tx) => {
        const [organs, person, adminUnit] = settings(reader);
        const now = simulatedClock ? new Date(simulatedClock()).toISOString() : '';
        // Not waited for: the connection carries it out before whatever the work sends after it.
        const told =
          kyselySql`select set_config('app.organs', ${organs}, true), set_config('app.person', ${person}, true),
          set_config('app.admin_unit', ${adminUnit}, true), set_config('app.now', ${now}, true)`.execute(tx);
        told.catch(() => {});
        const result = await work(tx);
        await told;
        return result;
      }),
    system,
    notify: async (channel, payload) => void (await owner.notify(channel, payload)),
    listen: async (channel, heard) => void (await owner.listen(channel, heard)),
    simulated: (clock) => openDatabase(url, { connections: 2, simulatedClock: clock }),
    close: async () => {
      await Promise.all([app.end({ timeout: 5 }), owner.end({ timeout: 5 })]);
    },
  };
}

/** Begin, settings, queries and end are sent without waiting for each other: one round trip for a whole page. */
async function readPipelined(app: Sql, reader: Reader, queries: readonly Query[]): Promise<unknown[][]> {
  const connection: ReservedSql = await app.reserve();
  try {
    const begun = connection.unsafe(beginAs(reader)).execute();
    const results = queries.map((query) => {
      const { sql, parameters } = query.compile();
      return connection.unsafe(sql, parameters as never[], { prepare: true }).execute();
    });
    const ended = connection.unsafe('commit').execute();
    const settled = await Promise.allSettled([begun, ...results, ended]);
    const failed = settled.find((s) => s.status === 'rejected');
    if (failed) throw failed.reason;
    return settled.slice(1, -1).map((s) => (s as PromiseFulfilledResult<unknown[]>).value);
  } finally {
    connection.release();
  }
}
