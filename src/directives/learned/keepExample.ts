import { createHash } from 'node:crypto';
import type { Tx } from '../../platform/db/access.ts';
import type { Reading } from '../reader/index.ts';
import { directiveById } from '../store/directive.ts';
import { draftsIn } from '../store/draft.ts';
import { corrections } from './corrections.ts';
import { asRead, type Gold, goldOf } from './gold.ts';

/** Tells whether a text is still the one to which an example's offsets belong. */
export const textMark = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');

/** Keeps what the reader said, in the transaction that takes the directive in: the desk shows only what became of it. */
export async function keepReading(tx: Tx, directiveId: number, reading: Reading): Promise<void> {
  await tx
    .insertInto('reading_example')
    .values({
      directive_id: directiveId,
      text_sha256: textMark(reading.text),
      read_as: JSON.stringify(asRead(reading)),
    })
    .execute();
}

/** Keeps what the clerk ended with as an example, in the transaction that issues the directive, after its head was set. */
export async function keepExample(tx: Tx, directiveId: number): Promise<void> {
  const kept = await tx
    .selectFrom('reading_example')
    .where('directive_id', '=', directiveId)
    .where('gold', 'is', null)
    .select(['read_as', 'text_sha256'])
    .executeTakeFirst();
  const directive = await directiveById(tx, directiveId).executeTakeFirstOrThrow();
  // Offsets of another text would teach nonsense.
  if (!kept || kept.text_sha256 !== textMark(directive.text)) return;
  const readAs = kept.read_as as Gold;
  const gold = goldOf(directive.text, readAs, directive, await draftsIn(tx, directiveId));
  await tx
    .updateTable('reading_example')
    .set((e) => ({
      gold: JSON.stringify(gold),
      corrected: corrections(readAs, gold).length > 0,
      kept_at: e.fn<number>('app_now'),
    }))
    .where('directive_id', '=', directiveId)
    .execute();
}
