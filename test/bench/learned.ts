import pino from 'pino';
import { type ExampleSet, readExamples } from '../../src/directives/learned/exampleFiles.ts';
import { examplesIn, judge } from '../../src/directives/learned/examples.ts';
import { ratesOf, sumOf } from '../../src/directives/learned/score.ts';
import { organRegister, readerLexicon } from '../../src/organs/index.ts';
import { openDatabase } from '../../src/platform/db/access.ts';
import type { Figure } from './figure.ts';

/**
 * How the reader does on what offices have settled at their desks.
 * @param source a postgresql:// address, or a folder of examples as `thongsuot read --learned --export` writes them
 */
export async function learnedFigures(source: string): Promise<Figure[]> {
  const { examples, lexicon } = await examplesOf(source);
  const judged = examples.map((example) => judge(example, lexicon));
  const { assignedRight } = ratesOf(sumOf(judged.map(({ now }) => now)));
  return [
    { name: 'learned.documents', value: judged.length, unit: 'documents' },
    { name: 'learned.assignedRight', value: assignedRight, unit: 'of 1' },
    {
      name: 'learned.worse',
      value: judged.filter(({ worse }) => worse).length,
      unit: 'documents',
      target: { most: 0 },
    },
  ];
}

async function examplesOf(source: string): Promise<ExampleSet> {
  if (!/^postgres(ql)?:/.test(source)) return readExamples(source);
  const db = openDatabase(source, { connections: 1 });
  try {
    return { examples: await examplesIn(db.system), lexicon: readerLexicon(await organRegister({ db, log: pino() })) };
  } finally {
    await db.close();
  }
}
