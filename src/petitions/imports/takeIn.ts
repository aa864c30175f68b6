import { sql } from 'kysely';
import type { Day } from '../../kernel/day.ts';
import type { Principal } from '../../kernel/principal.ts';
import { appendEvent, appendEvents } from '../../platform/audit/appendEvent.ts';
import type { Tx } from '../../platform/db/access.ts';
import { type Dialogue, ownDialogue } from '../dialogues.ts';
import { newPetition, raisedEvent } from '../raisePetition.ts';
import { shinglesOf } from '../shingles.ts';
import { type PlannedPetition, sameKey } from './readRow.ts';

const BATCH = 250;

/**
 * Writes down what was asked for a dialogue, in the transaction given: all or nothing. A petition that the dialogue has
 * already (same asker, same topic) is left out, so that a table that has grown can be taken in again.
 * @param onBatch is told how many were looked at
 * @throws Fault forbidden, notFound
 */
export async function takeIn(
  tx: Tx,
  by: Principal,
  input: { dialogueId: number; planned: AsyncIterable<PlannedPetition> },
  today: Day,
  onBatch: (count: number) => Promise<void> = async () => {},
): Promise<{ added: number; known: number }> {
  const dialogue = await ownDialogue(tx, by, input.dialogueId);
  // Two tables at once wait for each other, so that what both hold is taken in once.
  await tx.selectFrom('dialogue').select('id').where('id', '=', dialogue.id).forUpdate().execute();
  const known = await knownIn(tx, dialogue.id);
  const mountainous = await mountainousUnits(tx);
  const total = { added: 0, known: 0 };
  let batch: PlannedPetition[] = [];
  const flush = async () => {
    if (batch.length > 0) await addPetitions(tx, by, dialogue, batch, mountainous, today);
    total.added += batch.length;
    batch = [];
    await onBatch(total.added + total.known);
  };
  for await (const petition of input.planned) {
    if (known.has(sameKey(petition.askerId, petition.words['chu-de']))) total.known += 1;
    else batch.push(petition);
    if (batch.length >= BATCH) await flush();
  }
  await flush();
  await appendEvent(tx, by, {
    kind: 'dialogue.imported',
    subjectType: 'dialogue',
    subjectId: dialogue.id,
    data: total,
  });
  return total;
}

async function knownIn(tx: Tx, dialogueId: number): Promise<Set<string>> {
  const there = await tx
    .selectFrom('petition')
    .select(['topic', 'asker_organ_ids as askerIds'])
    .where('dialogue_id', '=', dialogueId)
    .execute();
  return new Set(there.flatMap(({ topic, askerIds }) => askerIds.map((id) => sameKey(id, topic))));
}

async function mountainousUnits(tx: Tx): Promise<Set<number>> {
  const units = await tx.selectFrom('unit').select('id').where('mountainous', '=', true).execute();
  return new Set(units.map(({ id }) => id));
}

async function addPetitions(
  tx: Tx,
  by: Principal,
  dialogue: Dialogue,
  batch: readonly PlannedPetition[],
  mountainous: ReadonlySet<number>,
  today: Day,
): Promise<void> {
  const fresh = batch.map(({ askerId, unitId, words }) => ({
    words,
    unitId,
    key: sameKey(askerId, words['chu-de']),
    ...newPetition(
      {
        words,
        askerId,
        unitId,
        mountainous: mountainous.has(unitId),
        officeId: dialogue.officeId,
        dialogueId: dialogue.id,
        shared: true,
      },
      today,
    ),
  }));
  const added = await tx
    .insertInto('petition')
    .values(fresh.map(({ row }) => row))
    .returning(['id', 'topic', 'asker_organ_ids as askerIds'])
    .execute();
  const idOf = new Map(added.map(({ id, topic, askerIds }) => [sameKey(askerIds[0]!, topic), id]));
  const pairs = fresh.flatMap(({ key, words }) =>
    shinglesOf(words['chu-de'], words['noi-dung']).map((shingle) => [idOf.get(key)!, shingle] as const),
  );
  await sql`select keep_shingles(${`{${pairs.map(([id]) => id).join(',')}}`}::bigint[],
    ${`{${pairs.map(([, shingle]) => shingle).join(',')}}`}::integer[])`.execute(tx);
  await appendEvents(
    tx,
    by,
    fresh.map(({ key, step, words, unitId }) =>
      raisedEvent(idOf.get(key)!, { step, words, unitId, files: [], dialogueId: dialogue.id }),
    ),
  );
}
