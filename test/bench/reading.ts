import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { schedule } from '../../src/demonstration/schedule.ts';
import { compare, ratesOf, scoreOf, sumOf } from '../../src/directives/learned/score.ts';
import { type Reading, readDirective } from '../../src/directives/reader/index.ts';
import type { Day } from '../../src/kernel/day.ts';
import { closeExtraction, extractText } from '../../src/platform/files/index.ts';
import { type Figure, median } from './figure.ts';
import { originalFigures, scanFigures } from './originals.ts';

/** Real directives with readings made by hand, and some of their original files; beside the checkout where there are any. */
const CORPUS = '../shared/corpus';
const FIVE_PAGES = 12_000;

/** Directives of the demonstration, one after the other. */
const ownText = (length: number): string => {
  const texts = schedule('2026-11-20' as Day).map((directive) => directive.text);
  let text = '';
  for (let i = 0; text.length < length; i++) text += `${texts[i % texts.length]}\n`;
  return text.slice(0, length);
};

function milliseconds(times: number, work: () => void): number {
  return median(
    Array.from({ length: times }, () => {
      const started = performance.now();
      work();
      return performance.now() - started;
    }),
  );
}

/** Texts that would cost a careless search the square of their length. */
const HOSTILE = [
  'Giao Sở A chủ trì; ',
  'các sở, ban, ngành và ',
  '(i) Sở A: ',
  '1. A:\n- B\n',
  '1 A b1\n',
  'TT | Nhiệm vụ | Chủ trì\n',
  'TT   Nhiệm vụ   Chủ trì\n1    rà soát    Sở A\n',
  'khi có ',
  '; 2. A: - B ',
  'cơquan trong cơ quan ',
];

/** The worst growth of cost a letter from 40 000 letters of a hostile text to 160 000. */
const hostileGrowth = (): number =>
  Math.max(
    ...HOSTILE.map((text) => {
      const unit = text.repeat(Math.ceil(40_000 / text.length));
      const short = milliseconds(3, () => readDirective(unit));
      return milliseconds(3, () => readDirective(unit.repeat(4))) / (4 * Math.max(4, short));
    }),
  );

/** How long reading takes: five pages, and how much longer three hundred take than thirty, a page. */
export function readerFigures(): Figure[] {
  const shared = join(CORPUS, 'dev/seed-004.txt');
  const five = existsSync(shared) ? readFileSync(shared, 'utf8') : ownText(FIVE_PAGES);
  for (let i = 0; i < 20; i++) readDirective(five);
  const long = ownText(FIVE_PAGES * 60);
  const short = long.slice(0, long.length / 10);
  const growth = milliseconds(3, () => readDirective(long)) / (10 * milliseconds(5, () => readDirective(short)));
  return [
    { name: 'read.text', value: milliseconds(30, () => readDirective(five)), unit: 'ms', target: { most: 20 } },
    { name: 'read.text.growth', value: growth, unit: 'x a page, 300 pages to 30', target: { most: 1.5 } },
    { name: 'read.text.hostile', value: hostileGrowth(), unit: 'x a letter, 4 times the text', target: { most: 2.7 } },
  ];
}

/** How well the reader does on the readings made by hand; none where the corpus is absent. */
export function corpusFigures(): Figure[] {
  const folder = join(CORPUS, 'dev');
  if (!existsSync(folder)) return [];
  const scores = readdirSync(folder)
    .filter((file) => file.endsWith('.gold.json'))
    .map((file) => {
      const gold = JSON.parse(readFileSync(join(folder, file), 'utf8'));
      const read = readDirective(readFileSync(join(folder, file.replace('.gold.json', '.txt')), 'utf8'));
      return scoreOf(compare(gold, read as never));
    });
  const rates = ratesOf(sumOf(scores));
  const least: Partial<Record<keyof typeof rates, number>> = {
    recall: 0.95,
    precision: 0.93,
    assignedRight: 0.9,
    coordinatorRecall: 0.85,
    coordinatorPrecision: 0.85,
    deadlineRecall: 0.93,
    deadlinePrecision: 0.97,
    referenceRecall: 0.98,
    referencePrecision: 0.95,
    recipientRecall: 0.97,
    header: 0.95,
  };
  return Object.entries(rates).map(([name, value]) => {
    const bound = least[name as keyof typeof rates];
    return { name: `corpus.${name}`, value, unit: 'of 1', ...(bound ? { target: { least: bound } } : {}) };
  });
}

const ORIGINALS: [file: string, timed?: { name: string; most: number }][] = [
  ['041.docx', { name: 'read.docx', most: 150 }],
  ['042.docx'],
  ['044.docx'],
  ['069.pdf', { name: 'read.pdf', most: 400 }],
  ['071.pdf'],
  ['059-scan.pdf', { name: 'read.scan', most: 4000 }],
];

/**
 * How long the original files take from bytes to tasks, the worker warm as it is on a server at work; and how well they
 * are read, beside the texts made of them.
 */
export async function fileFigures(): Promise<Figure[]> {
  const figures: Figure[] = [];
  const read = { docx: new Map(), pdf: new Map() };
  for (const [file, timed] of ORIGINALS) {
    const path = join(CORPUS, 'originals', file);
    if (!existsSync(path)) continue;
    const bytes = new Uint8Array(readFileSync(path));
    const once = async (): Promise<{ reading: Reading; pages: number; took: number }> => {
      const started = performance.now();
      const extracted = await extractText(bytes.slice(), { name: file });
      const reading = readDirective(extracted.text);
      return { reading, pages: Math.max(1, extracted.pages.length), took: performance.now() - started };
    };
    const { reading, pages } = await once();
    const name = file.replace(/(?:-scan)?\.\w+$/, '');
    const isScan = file.includes('-scan');
    if (timed) {
      const times = [await once(), await once(), await once()].map(({ took }) => took);
      figures.push({
        name: timed.name,
        value: median(times) / (isScan ? pages : 1),
        unit: isScan ? 'ms a page' : 'ms',
        target: { most: timed.most },
      });
    }
    if (isScan) figures.push(...scanFigures(CORPUS, name, reading));
    else
      read[file.endsWith('docx') ? 'docx' : 'pdf'].set(name, {
        original: reading,
        text: readDirective(readFileSync(join(CORPUS, 'dev', `${name}.txt`), 'utf8')),
      });
  }
  await closeExtraction();
  return [...figures, ...originalFigures(CORPUS, 'docx', read.docx), ...originalFigures(CORPUS, 'pdf', read.pdf)];
}
