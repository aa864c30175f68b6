import type { ReservedSql, Sql } from 'postgres';

/** Statements with more values are built for one occasion (many rows at once); keeping each would fill the server's memory. */
const MOST_VALUES = 120;

/**
 * The same way to the database, with Kysely's statements prepared, and the beginning of a transaction not waited for: the dialect
 * sends each statement as a new one, which costs a second round trip and the planning anew every time (a reception took twice as
 * long).
 */
export function preparing(sql: Sql): Sql {
  return new Proxy(sql, {
    get(target, key, receiver) {
      if (key !== 'reserve') return Reflect.get(target, key, receiver);
      return async () => withPreparedStatements(await target.reserve());
    },
  });
}

function withPreparedStatements(reserved: ReservedSql): ReservedSql {
  let begun: Promise<unknown> | undefined;
  const unsafe = async (query: string, values: never[] = []): Promise<unknown> => {
    if (query === 'begin') {
      begun = reserved.unsafe(query).execute();
      begun.catch(() => {});
      return NOTHING;
    }
    // The connection keeps the order: what follows runs inside the transaction, or fails with the connection, as its end does.
    if (query === 'commit') await begun;
    return reserved.unsafe(query, values, { prepare: values.length > 0 && values.length <= MOST_VALUES });
  };
  return new Proxy(reserved, {
    get: (target, key, receiver) => (key === 'unsafe' ? unsafe : Reflect.get(target, key, receiver)),
  });
}

const NOTHING: readonly never[] = Object.freeze([]);
