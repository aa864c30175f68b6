import { modernTones } from '../../kernel/vietnamese.ts';
import type { Span } from '../model.ts';
import type { Gold, GoldFacts, GoldTask } from './gold.ts';

/** How one task of the gold was read. */
export interface TaskVerdict {
  task: GoldTask;
  /** What the reader said of that place; empty where it missed the task. A task read in several parts is not punished. */
  hits: GoldTask[];
  lead: boolean;
  date: boolean;
  coordinators: { wanted: number; right: number; said: number };
}

/** A reading laid beside the gold of the same text. */
export interface Comparison {
  tasks: TaskVerdict[];
  /** What was read as a task and is none. */
  extra: GoldTask[];
  predicted: number;
  /** The facts that the gold states, and whether they were read so. */
  facts: { key: FactKey; right: boolean }[];
  references: { wanted: number; right: number; said: number };
  recipients: { wanted: number; right: number };
}

export const FACT_KEYS = ['number', 'symbol', 'type', 'date', 'signer'] as const satisfies (keyof GoldFacts)[];
export type FactKey = (typeof FACT_KEYS)[number];

/** A name without what no reader is asked to tell apart: case, tone placement, punctuation, table bars, two abbreviations. */
const nameKey = (name: string): string =>
  modernTones(name)
    .toLowerCase()
    .replace(/[*|.,;:()"“”]+/g, ' ')
    .replace(/[–—]/g, '-')
    .replace(/(?<![\p{L}\p{N}])ubnd(?![\p{L}\p{N}])/gu, 'ủy ban nhân dân')
    .replace(/(?<![\p{L}\p{N}])hđnd(?![\p{L}\p{N}])/gu, 'hội đồng nhân dân')
    .replace(/\s+/g, ' ')
    .trim();
const keys = (names: readonly string[]): Set<string> => new Set(names.map(nameKey));
const tightKey = (symbol: string): string => symbol.replace(/\s+/g, '').toLowerCase();
const sharedBy = <T>(a: ReadonlySet<T>, b: ReadonlySet<T>): number => [...a].filter((each) => b.has(each)).length;

/** Two places are the same task if they cover each other by two fifths, or the one said lies nearly whole in the one wanted. */
export function isSamePlace(wanted: Span, said: Span): boolean {
  const both = Math.min(wanted[1], said[1]) - Math.max(wanted[0], said[0]);
  if (both <= 0) return false;
  const either = Math.max(wanted[1], said[1]) - Math.min(wanted[0], said[0]);
  return both >= 0.4 * either || both >= 0.8 * (said[1] - said[0]);
}

/** Lays a reading beside the gold of its text. */
export function compare(gold: Gold, read: Gold): Comparison {
  const matched = new Set<GoldTask>();
  const tasks = gold.tasks.map((task): TaskVerdict => {
    const hits = read.tasks.filter((said) => isSamePlace(task.evidence, said.evidence));
    for (const hit of hits) matched.add(hit);
    const dates = hits.map((hit) => hit.deadline).filter((day) => day !== null);
    const said = keys(hits.flatMap((hit) => hit.coordinate));
    const wanted = task.coordinate.map(nameKey);
    return {
      task,
      hits,
      lead: hits.length > 0 && isLeadRight(task, hits),
      date: hits.length > 0 && (task.deadline === null ? dates.length === 0 : dates.includes(task.deadline)),
      coordinators: { wanted: wanted.length, right: wanted.filter((name) => said.has(name)).length, said: said.size },
    };
  });
  const cited = new Set(read.references.map(tightKey));
  const listed = keys(read.recipients);
  return {
    tasks,
    extra: read.tasks.filter((said) => !matched.has(said)),
    predicted: read.tasks.length,
    facts: FACT_KEYS.filter((key) => gold.document[key] !== undefined).map((key) => ({
      key,
      right: nameKey(gold.document[key] ?? '') === nameKey(read.document[key] ?? ''),
    })),
    references: {
      wanted: gold.references.length,
      right: gold.references.filter((symbol) => cited.has(tightKey(symbol))).length,
      said: cited.size,
    },
    recipients: {
      wanted: gold.recipients.length,
      right: gold.recipients.filter((line) => listed.has(nameKey(line))).length,
    },
  };
}

/** Those who lead are right as the text writes them, with shared heads written out, or as the same words in one string. */
function isLeadRight(task: GoldTask, hits: readonly GoldTask[]): boolean {
  const said = hits.flatMap((hit) => hit.lead);
  const asSaid = [keys(said), keys(hits.flatMap((hit) => hit.leadNormalized ?? hit.lead))];
  const asWanted = [task.lead, task.leadNormalized ?? []].filter((names) => names.length > 0).map(keys);
  return (
    asWanted.some((wanted) => asSaid.some((s) => s.size === wanted.size && sharedBy(s, wanted) === s.size)) ||
    nameKey(task.lead.join(' ')) === nameKey([...new Set(said)].join(' '))
  );
}

/** Counts over one or several texts; optional tasks count neither for nor against. */
export interface Score {
  documents: number;
  required: number;
  found: number;
  lead: number;
  right: number;
  predicted: number;
  extra: number;
  coordinators: Ratio;
  deadlines: Ratio;
  references: Ratio;
  recipients: { wanted: number; right: number };
  facts: { wanted: number; right: number };
}
interface Ratio {
  wanted: number;
  right: number;
  said: number;
}

export function scoreOf({ tasks, extra, predicted, facts, references, recipients }: Comparison): Score {
  const required = tasks.filter((verdict) => !verdict.task.optional);
  const found = required.filter((verdict) => verdict.hits.length > 0);
  const count = (of: readonly TaskVerdict[], holds: (v: TaskVerdict) => boolean): number => of.filter(holds).length;
  const total = (of: readonly TaskVerdict[], part: keyof Ratio): number =>
    of.reduce((sum, { coordinators }) => sum + coordinators[part], 0);
  return {
    documents: 1,
    required: required.length,
    found: found.length,
    lead: count(found, (v) => v.lead),
    right: count(found, (v) => v.lead && v.date),
    predicted,
    extra: extra.length,
    coordinators: {
      wanted: total(required, 'wanted'),
      right: total(found, 'right'),
      said: total(found, 'said'),
    },
    deadlines: {
      wanted: count(required, (v) => v.task.deadline !== null),
      right: count(found, (v) => v.task.deadline !== null && v.date),
      said: count(found, (v) => v.hits.some((hit) => hit.deadline !== null)),
    },
    references,
    recipients,
    facts: { wanted: facts.length, right: facts.filter((fact) => fact.right).length },
  };
}

/** Adds scores, number by number. */
export function sumOf(scores: readonly Score[]): Score {
  const empty = scoreOf(compare(NOTHING, NOTHING));
  return scores.reduce((sum, score) => add(sum, score), { ...empty, documents: 0 });
}
const NOTHING: Gold = { document: {}, tasks: [], references: [], recipients: [] };

function add<T extends object>(a: T, b: T): T {
  const entries = Object.entries(a).map(([key, value]) => {
    const other = b[key as keyof T];
    return [key, typeof value === 'number' ? value + (other as number) : add(value as object, other as object)];
  });
  return Object.fromEntries(entries) as T;
}

export interface Rates {
  recall: number;
  precision: number;
  leadOnFound: number;
  assignedRight: number;
  coordinatorRecall: number;
  coordinatorPrecision: number;
  deadlineRecall: number;
  deadlinePrecision: number;
  referenceRecall: number;
  referencePrecision: number;
  recipientRecall: number;
  header: number;
}

/** Shares of 1; 1 where there was nothing to find. */
export function ratesOf(s: Score): Rates {
  const share = (part: number, whole: number): number => (whole === 0 ? 1 : part / whole);
  return {
    recall: share(s.found, s.required),
    precision: share(s.predicted - s.extra, s.predicted),
    leadOnFound: share(s.lead, s.found),
    assignedRight: share(s.right, s.required),
    coordinatorRecall: share(s.coordinators.right, s.coordinators.wanted),
    coordinatorPrecision: share(s.coordinators.right, s.coordinators.said),
    deadlineRecall: share(s.deadlines.right, s.deadlines.wanted),
    deadlinePrecision: share(s.deadlines.right, s.deadlines.said),
    referenceRecall: share(s.references.right, s.references.wanted),
    referencePrecision: share(s.references.right, s.references.said),
    recipientRecall: share(s.recipients.right, s.recipients.wanted),
    header: share(s.facts.right, s.facts.wanted),
  };
}

/** What a clerk would have to mend: tasks missed or read wrongly, tasks that are none, wrong facts in the head. */
export const mistakesIn = (s: Score): number => s.required - s.right + s.extra + (s.facts.wanted - s.facts.right);
