import type { Kysely } from 'kysely';
import type { DB } from '../../platform/db/schema.generated.ts';
import { type AgencyLexicon, readDirective } from '../reader/index.ts';
import { type Correction, corrections } from './corrections.ts';
import { asRead, type Gold } from './gold.ts';
import { textMark } from './keepExample.ts';
import { compare, mistakesIn, type Score, scoreOf } from './score.ts';

/** A reading that an office has settled, with what the reader had said of it. */
export interface Example {
  /** Unique and fit for a file: `17-2040-TB-TU`. */
  name: string;
  text: string;
  gold: Gold;
  /** None where the text came from elsewhere, with a gold only. */
  readAs?: Gold;
}

/** How today's reader does on an example. */
export interface Judged {
  example: Example;
  now: Score;
  /** When it was kept. */
  then: Score | null;
  corrected: boolean;
  /** More to mend than when it was kept. */
  worse: boolean;
  /** What is to be mended in today's reading. */
  wrong: Correction[];
}

/** Examples of all offices in the order in which they were kept. */
export async function examplesIn(system: Kysely<DB>): Promise<Example[]> {
  const rows = await system
    .selectFrom('reading_example as e')
    .innerJoin('directive as d', 'd.id', 'e.directive_id')
    .where('e.gold', 'is not', null)
    .select(['d.id', 'd.symbol', 'd.text', 'e.text_sha256', 'e.gold', 'e.read_as'])
    .orderBy('e.kept_at')
    .orderBy('d.id')
    .execute();
  return rows
    .filter((row) => textMark(row.text) === row.text_sha256)
    .map((row) => ({
      name: [row.id, ...(row.symbol?.match(/[\p{L}\p{N}]+/gu) ?? [])].join('-'),
      text: row.text,
      gold: row.gold as Gold,
      readAs: row.read_as as Gold,
    }));
}

/** Reads an example anew, knowing the register's names, and lays it beside what the clerk made of it. */
export function judge(example: Example, lexicon?: AgencyLexicon): Judged {
  const { text, gold, readAs } = example;
  const today = asRead(readDirective(text, lexicon ? { lexicon } : {}));
  const now = scoreOf(compare(gold, today));
  const then = readAs ? scoreOf(compare(gold, readAs)) : null;
  return {
    example,
    now,
    then,
    corrected: readAs !== undefined && corrections(readAs, gold).length > 0,
    worse: then !== null && mistakesIn(now) > mistakesIn(then),
    wrong: corrections(today, gold),
  };
}
