import type { Tx } from './access.ts';

/** One write of a person: what it is for, and the key that the form or the caller sent along. */
export interface WriteKey {
  key: string;
  purpose: string;
  personId: number | null;
}

/**
 * Carries out a write once per key, inside the caller's transaction. A retry, a double click or an outbox replay with the
 * same key waits for the first and gets its result. A key used for another purpose or by another person counts as new work
 * of nobody: it throws, because keys are random and a clash is a mistake.
 */
export async function writeOnce<T>(tx: Tx, write: WriteKey, work: () => Promise<T>): Promise<T> {
  const claimed = await tx
    .insertInto('write_key')
    .values({ key: write.key, purpose: write.purpose, person_id: write.personId })
    .onConflict((c) => c.column('key').doNothing())
    .returning('key')
    .executeTakeFirst();
  if (!claimed) {
    const done = await tx.selectFrom('write_key').selectAll().where('key', '=', write.key).executeTakeFirstOrThrow();
    if (done.purpose !== write.purpose || done.person_id !== write.personId)
      throw new Error(`write key reused: ${write.purpose}`);
    return done.result as T;
  }
  const result = await work();
  await tx
    .updateTable('write_key')
    .set({ result: JSON.stringify(result ?? null) })
    .where('key', '=', write.key)
    .execute();
  return result;
}
