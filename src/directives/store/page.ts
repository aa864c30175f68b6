import { sql } from 'kysely';
import type { Tx } from '../../platform/db/access.ts';
import type { Extracted } from '../extracted.ts';
import { type PageWords, wordsByPage } from '../pageWords.ts';
import type { Build } from './directive.ts';

/** Keeps how the pages look; nothing for a file without pages of its own. */
export async function insertPages(tx: Tx, directiveId: number, extracted: Extracted): Promise<void> {
  const pages = wordsByPage(extracted);
  // Many pages in one statement would be many thousands of numbers.
  for (let from = 0; from < pages.length; from += 50) {
    await tx
      .insertInto('directive_page')
      .values(
        pages.slice(from, from + 50).map((page) => ({
          directive_id: directiveId,
          page: page.page,
          width: page.width,
          height: page.height,
          readable: page.readable,
          first_char: page.words[0] ?? 0,
          last_char: page.words.at(-5) ?? 0,
          words: page.words,
        })),
      )
      .execute();
  }
}

/** All pages of a directive in order; their words only where a task of the desk stands among them. */
export const pagesOf = (build: Build, directiveId: number) =>
  build
    .selectFrom('directive_page as p')
    .where('p.directive_id', '=', directiveId)
    .orderBy('p.page')
    .select([
      'p.page',
      'p.width',
      'p.height',
      'p.readable',
      sql<number[]>`case when exists (select from draft_task t where t.directive_id = p.directive_id
        and t.evidence_start < p.last_char and t.evidence_end > p.first_char) then p.words else '{}' end`.as('words'),
    ])
    .$castTo<PageWords>();
