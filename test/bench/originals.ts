import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Gold } from '../../src/directives/learned/gold.ts';
import { compare, ratesOf, scoreOf, sumOf } from '../../src/directives/learned/score.ts';
import type { Reading } from '../../src/directives/reader/index.ts';
import type { Span } from '../../src/directives/reader/model.ts';
import { fold } from '../../src/kernel/vietnamese.ts';
import type { Figure } from './figure.ts';

/** How far below its text an original may score. */
const ALLOWED = 0.03;
const TOLD = ['recall', 'precision', 'assignedRight', 'deadlineRecall', 'header'] as const;

/** Letters and digits alone, without marks, each with its place: what a text and its original have in common. */
function lettersOf(text: string): { letters: string; places: number[] } {
  let letters = '';
  const places: number[] = [];
  for (let i = 0; i < text.length; i++) {
    const bare = fold(text[i]!).replace(/[^\p{L}\p{N}]/gu, '');
    for (const letter of bare) {
      letters += letter;
      places.push(i);
    }
  }
  return { letters, places };
}

/** Where the words that stand at `span` of one text stand in another: found by their first and last forty letters. */
export function relocate(span: Span, from: string, to: { letters: string; places: number[] }, after: number): Span {
  const { letters } = lettersOf(from.slice(...span));
  const head = letters.slice(0, 40);
  const tail = letters.slice(-40);
  let start = to.letters.indexOf(head, after);
  if (start < 0) start = to.letters.indexOf(head);
  if (start < 0) return [0, 0];
  const end = to.letters.indexOf(tail, start + Math.max(0, letters.length - 240));
  const last = end < 0 || end > start + letters.length + 400 ? start + letters.length - 1 : end + tail.length - 1;
  return [to.places[start]!, (to.places[Math.min(last, to.places.length - 1)] ?? 0) + 1];
}

/** The gold of a text, laid over the same document as read from its original file. */
export function relocated(gold: Gold, text: string, read: string): Gold {
  const to = lettersOf(read);
  let after = 0;
  const tasks = gold.tasks.map((task) => {
    const evidence = relocate(task.evidence, text, to, after);
    const next = to.places.indexOf(evidence[0]);
    if (evidence[1] > 0 && next > after) after = next;
    return { ...task, evidence };
  });
  return { ...gold, tasks };
}

/** Readings of original files, by the document's name, beside the readings of their texts. */
export function originalFigures(
  corpus: string,
  form: 'docx' | 'pdf',
  readings: ReadonlyMap<string, { original: Reading; text: Reading }>,
): Figure[] {
  if (readings.size === 0) return [];
  const scores = [...readings].map(([name, { original, text }]) => {
    const gold: Gold = JSON.parse(readFileSync(join(corpus, 'dev', `${name}.gold.json`), 'utf8'));
    return {
      original: scoreOf(compare(relocated(gold, text.text, original.text), original as never)),
      text: scoreOf(compare(gold, text as never)),
    };
  });
  const original = ratesOf(sumOf(scores.map((score) => score.original)));
  const text = ratesOf(sumOf(scores.map((score) => score.text)));
  return TOLD.map((name) => ({
    name: `corpus.${form}.${name}`,
    value: original[name],
    unit: `of 1; their texts ${text[name].toFixed(3)}`,
    target: { least: text[name] - ALLOWED },
  }));
}

/** A scan has no text of its own to lay the gold over: which of its tasks are found with their lead and day, and the date. */
export function scanFigures(corpus: string, name: string, read: Reading): Figure[] {
  const gold: Gold = JSON.parse(readFileSync(join(corpus, 'dev', `${name}.gold.json`), 'utf8'));
  const key = (names: readonly string[]) => fold(names.join(' ')).replace(/[^\p{L}\p{N}]+/gu, ' ');
  const wanted = gold.tasks.filter((task) => !task.optional);
  const share = (holds: (said: Reading['tasks'][number], task: Gold['tasks'][number]) => boolean): number =>
    wanted.filter((task) => read.tasks.some((said) => holds(said, task))).length / Math.max(1, wanted.length);
  const isLead = (said: Reading['tasks'][number], task: Gold['tasks'][number]) =>
    key(said.lead) === key(task.lead) ||
    key(said.leadNormalized ?? said.lead) === key(task.leadNormalized ?? task.lead);
  return [
    { name: 'corpus.scan.lead', value: share(isLead), unit: 'of 1', target: { least: 1 } },
    {
      name: 'corpus.scan.deadline',
      value: share((said, task) => isLead(said, task) && said.deadline === task.deadline),
      unit: 'of 1',
      target: { least: 1 },
    },
    {
      name: 'corpus.scan.date',
      value: read.document.date === gold.document.date ? 1 : 0,
      unit: 'of 1',
      target: { least: 1 },
    },
  ];
}
