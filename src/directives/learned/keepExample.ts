import { createHash } from 'node:crypto';
import type { Tx } from '../../platform/db/access.ts';
import { readDirective } from '../reader/index.ts';
import { directiveById } from '../store/directive.ts';
import { draftsIn } from '../store/draft.ts';
import { corrections } from './corrections.ts';
import { asRead, goldOf } from './gold.ts';

/** Tells whether a text is still the one to which an example's offsets belong. */
export const textMark = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');

/**
 * Keeps what the clerk ended with as an example, in the transaction that issues the directive and after its head was set.
 * The text is read again here, because the desk shows only what the clerk made of the reading.
 */
export async function keepExample(tx: Tx, directiveId: number): Promise<void> {
  const directive = await directiveById(tx, directiveId).executeTakeFirstOrThrow();
  const reading = readDirective(directive.text);
  const readAs = asRead(reading);
  const gold = goldOf(reading, directive, await draftsIn(tx, directiveId));
  await tx
    .insertInto('reading_example')
    .values({
      directive_id: directiveId,
      text_sha256: textMark(directive.text),
      gold: JSON.stringify(gold),
      read_as: JSON.stringify(readAs),
      corrected: corrections(readAs, gold).length > 0,
    })
    .execute();
}
