import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { type Reading, readDirective } from './index.ts';

const FOLDER = path.resolve(import.meta.dirname, '../../../../shared/corpus/dev');

interface GoldTask {
  lead: string[];
  leadNormalized?: string[];
  coordinate: string[];
  deadline: string | null;
  optional: boolean;
  evidence: [number, number];
}
interface Gold {
  document: Record<string, string | null>;
  tasks: GoldTask[];
  references: string[];
  recipients?: string[];
}

const fold = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/[*|]+/g, ' ')
    .toLowerCase()
    .replace(/uỷ/g, 'ủy')
    .replace(/hoá/g, 'hóa')
    .replace(/[–—]/g, '-')
    .replace(/\bubnd\b/g, 'ủy ban nhân dân')
    .replace(/\bhđnd\b/g, 'hội đồng nhân dân')
    .replace(/[.,;:()"“”]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
const sameSet = (a: string[], b: string[]): boolean =>
  [...new Set(a.map(fold))].sort().join('|') === [...new Set(b.map(fold))].sort().join('|');

function isSame(gold: [number, number], found: [number, number]): boolean {
  const shared = Math.min(gold[1], found[1]) - Math.max(gold[0], found[0]);
  if (shared <= 0) return false;
  return (
    shared / (Math.max(gold[1], found[1]) - Math.min(gold[0], found[0])) >= 0.4 || shared / (found[1] - found[0]) >= 0.8
  );
}

type Figures = Record<
  | 'required'
  | 'found'
  | 'right'
  | 'said'
  | 'true'
  | 'sure'
  | 'sureRight'
  | 'partners'
  | 'partnersHit'
  | 'partnersSaid'
  | 'days'
  | 'daysHit'
  | 'daysSaid'
  | 'refs'
  | 'refsHit'
  | 'refsSaid'
  | 'to'
  | 'toHit'
  | 'head'
  | 'headRight',
  number
>;

/** The figures of the shared measure, over all documents of the folder. */
function measure(): Figures {
  const n = {
    required: 0,
    found: 0,
    right: 0,
    said: 0,
    true: 0,
    sure: 0,
    sureRight: 0,
    partners: 0,
    partnersHit: 0,
    partnersSaid: 0,
    days: 0,
    daysHit: 0,
    daysSaid: 0,
    refs: 0,
    refsHit: 0,
    refsSaid: 0,
    to: 0,
    toHit: 0,
    head: 0,
    headRight: 0,
  };
  for (const file of readdirSync(FOLDER).filter((f) => f.endsWith('.gold.json'))) {
    const gold: Gold = JSON.parse(readFileSync(path.join(FOLDER, file), 'utf8'));
    const reading = readDirective(readFileSync(path.join(FOLDER, file.replace('.gold.json', '.txt')), 'utf8'));
    count(gold, reading, n);
  }
  return n;
}

function count(gold: Gold, reading: Reading, n: Figures): void {
  const used = new Set<number>();
  const wrong = new Set<number>();
  for (const task of gold.tasks) {
    const hits = reading.tasks.map((t, i) => ({ t, i })).filter(({ t }) => isSame(task.evidence, t.evidence));
    for (const { i } of hits) used.add(i);
    if (task.optional) continue;
    n.required++;
    n.partners += task.coordinate.length;
    n.days += task.deadline ? 1 : 0;
    if (hits.length === 0) continue;
    n.found++;
    const said = hits.flatMap(({ t }) => t.lead);
    const expanded = hits.flatMap(({ t }) => t.leadNormalized ?? t.lead);
    const forms = [task.lead, task.leadNormalized ?? []].filter((f) => f.length > 0);
    const lead =
      forms.some((f) => sameSet(f, said) || sameSet(f, expanded)) ||
      fold(task.lead.join(' ')) === fold([...new Set(said)].join(' '));
    const days = hits.map(({ t }) => t.deadline).filter((d) => d !== null);
    const day = task.deadline ? days.some((d) => d === task.deadline) : days.length === 0;
    if (lead && day) n.right++;
    else for (const { i } of hits) wrong.add(i);
    n.daysSaid += days.length ? 1 : 0;
    n.daysHit += days.some((d) => d === task.deadline) ? 1 : 0;
    const partners = [...new Set(hits.flatMap(({ t }) => t.coordinate).map(fold))];
    n.partnersSaid += partners.length;
    n.partnersHit += task.coordinate.filter((c) => partners.includes(fold(c))).length;
  }
  n.said += reading.tasks.length;
  n.true += used.size;
  reading.tasks.forEach((task, i) => {
    if (!task.sure) return;
    n.sure++;
    if (used.has(i) && !wrong.has(i)) n.sureRight++;
  });
  const tight = (text: string): string => text.replace(/\s+/g, '').toLowerCase();
  n.refs += gold.references.length;
  n.refsSaid += reading.references.length;
  n.refsHit += gold.references.filter((r) => reading.references.map(tight).includes(tight(r))).length;
  n.to += gold.recipients?.length ?? 0;
  n.toHit += (gold.recipients ?? []).filter((r) => reading.recipients.map(fold).includes(fold(r))).length;
  for (const key of ['number', 'symbol', 'type', 'date', 'signer'] as const) {
    if (gold.document[key] === undefined) continue;
    n.head++;
    n.headRight += fold(gold.document[key] ?? '') === fold(reading.document[key] ?? '') ? 1 : 0;
  }
}

it.skipIf(!existsSync(FOLDER))(
  'reads the real directives of ../shared/corpus/dev as well as promised (skipped where the folder is absent)',
  () => {
    const n = measure();
    expect(n.found / n.required).toBeGreaterThanOrEqual(0.95);
    expect(n.true / n.said).toBeGreaterThanOrEqual(0.93);
    expect(n.right / n.required).toBeGreaterThanOrEqual(0.9);
    expect(n.partnersHit / n.partners).toBeGreaterThanOrEqual(0.85);
    expect(n.partnersHit / n.partnersSaid).toBeGreaterThanOrEqual(0.85);
    expect(n.daysHit / n.days).toBeGreaterThanOrEqual(0.93);
    expect(n.daysHit / n.daysSaid).toBeGreaterThanOrEqual(0.97);
    expect(n.refsHit / n.refs).toBeGreaterThanOrEqual(0.98);
    expect(n.refsHit / n.refsSaid).toBeGreaterThanOrEqual(0.95);
    expect(n.toHit / n.to).toBeGreaterThanOrEqual(0.97);
    expect(n.headRight / n.head).toBeGreaterThanOrEqual(0.95);
    expect(n.sureRight / n.sure).toBeGreaterThanOrEqual(0.97);
  },
);
