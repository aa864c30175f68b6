import { formatDay } from '../../kernel/day.ts';
import { cleanLine } from '../../kernel/vietnamese.ts';
import type { Facts } from '../facts.ts';
import { locate } from '../locate.ts';
import type { Draft, DraftAgency, Span } from '../model.ts';
import { readLimitValue } from '../reader/deadlines.ts';
import type { DocumentFacts, Reading, ReadTask } from '../reader/index.ts';

/** The head of a document as scored: what cannot be read in its text is null. */
export type GoldFacts = Partial<
  Pick<
    DocumentFacts,
    'number' | 'symbol' | 'symbolPartial' | 'type' | 'issuer' | 'date' | 'datePartial' | 'signer' | 'title'
  >
>;

/** A task that a careful reader finds, or, where `optional`, one that may be found or left out. */
export interface GoldTask
  extends Pick<
    ReadTask,
    | 'lead'
    | 'leadNormalized'
    | 'coordinate'
    | 'action'
    | 'deadline'
    | 'deadlineText'
    | 'recurrence'
    | 'reportTo'
    | 'optional'
    | 'evidence'
  > {}

/** What a careful reader finds in a text; offsets count UTF-16 units of that text. */
export interface Gold {
  document: GoldFacts;
  tasks: GoldTask[];
  references: string[];
  recipients: string[];
}

/** What is kept of a reading to be scored: the shape of a gold, said by the reader. */
export const asRead = ({ document, tasks, references, recipients }: Reading): Gold => ({
  document: {
    number: document.number,
    symbol: document.symbol,
    ...(document.symbolPartial === undefined ? {} : { symbolPartial: document.symbolPartial }),
    type: document.type,
    issuer: document.issuer,
    date: document.date,
    ...(document.datePartial === undefined ? {} : { datePartial: document.datePartial }),
    signer: document.signer,
    title: document.title,
  },
  tasks: tasks.map((t) => ({
    lead: t.lead,
    ...(t.leadNormalized ? { leadNormalized: t.leadNormalized } : {}),
    coordinate: t.coordinate,
    action: t.action,
    deadline: t.deadline,
    deadlineText: t.deadlineText,
    recurrence: t.recurrence,
    reportTo: t.reportTo,
    optional: t.optional,
    evidence: t.evidence,
  })),
  references,
  recipients,
});

/**
 * What a directive's text says by the word of the clerk who issued it.
 * - An accepted task counts. One that was rejected counts as no task, unless the reader had called it optional or its agency
 *   was not known: then the rejection says nothing of the reading, as with tasks left undecided, and it is optional.
 * - A task that the clerk added without marking its place cannot be scored and is left out.
 * - Numbers, days and signers that the clerk knew but the text does not carry stay as read: no reader could find them.
 * - References and recipients are not corrected at the desk and stay as read.
 * @param readAs what the reader said of the text
 * @param drafts the desk without tasks that were split or merged
 */
export function goldOf(text: string, readAs: Gold, facts: Facts, drafts: readonly Draft[]): Gold {
  const tasks = drafts.flatMap((draft): GoldTask[] => {
    const evidence = draft.evidence ?? locate(text, draft.action);
    const optional = draft.state !== 'accepted';
    const saysNothing = draft.state === 'found' || draft.optional || draft.agencies.some(isUnknown);
    if (!evidence || (optional && !saysNothing)) return [];
    return [goldTask(draft, evidence, optional, text, facts, drafts)];
  });
  return { ...readAs, document: goldFacts(text, facts, readAs.document), tasks: tasks.sort(byPlace) };
}

const isUnknown = (a: DraftAgency): boolean => a.state === 'unresolved';
const byPlace = (a: GoldTask, b: GoldTask): number => a.evidence[0] - b.evidence[0] || a.evidence[1] - b.evidence[1];

function goldTask(
  draft: Draft,
  evidence: Span,
  optional: boolean,
  text: string,
  facts: Facts,
  drafts: readonly Draft[],
): GoldTask {
  const named = (role: DraftAgency['role']): string[] => [
    ...new Set(draft.agencies.filter((a) => a.role === role).map((a) => asWritten(a, evidence, text, drafts))),
  ];
  // A day that the clerk worked out from "trong 10 ngày kể từ ngày ký" does not stand in the words.
  const limit = draft.deadlineText ? readLimitValue(draft.deadlineText, facts.issuedOn, null) : undefined;
  const isWorkedOut = draft.deadlineText !== null && limit?.day == null && !limit?.impossible;
  return {
    lead: named('lead'),
    coordinate: named('coordinate'),
    action: draft.action,
    deadline: isWorkedOut ? null : draft.dueOn,
    deadlineText: draft.deadlineText,
    recurrence: draft.recurrence as GoldTask['recurrence'],
    reportTo: draft.reportTo,
    optional,
    evidence,
  };
}

/**
 * An agency's name as the text has it. A clerk who adds an agency types its present name; where the text calls the same organ
 * otherwise, that is what a reader can find.
 */
function asWritten(agency: DraftAgency, evidence: Span, text: string, drafts: readonly Draft[]): string {
  const place = locate(text, agency.text, evidence) ?? locate(text, agency.text);
  if (place) return cleanLine(text.slice(...place));
  const same = drafts
    .flatMap((d) => d.agencies)
    .find(
      (a) =>
        a.organIds.length > 0 &&
        a.organIds.length === agency.organIds.length &&
        a.organIds.every((id) => agency.organIds.includes(id)) &&
        locate(text, a.text) !== null,
    );
  return same?.text ?? agency.text;
}

function goldFacts(text: string, facts: Facts, read: GoldFacts): GoldFacts {
  const tight = (words: string): string => words.normalize('NFC').replace(/\s+/g, '').toLowerCase();
  const body = tight(text);
  const isWritten = (words: string | null): boolean => words !== null && body.includes(tight(words));
  return {
    ...read,
    ...(isWritten(facts.symbol) ? { symbol: facts.symbol, number: facts.number } : {}),
    ...(isWritten(facts.signer) ? { signer: facts.signer } : {}),
    ...(facts.type ? { type: facts.type } : {}),
    ...(facts.title ? { title: facts.title } : {}),
    ...(facts.issuedOn && standsIn(facts.issuedOn, text) ? { date: facts.issuedOn } : {}),
  };
}

/** Whether a day is written out in the text: "ngày 05 tháng 9 năm 2025", "5/9/2025". */
function standsIn(day: NonNullable<Facts['issuedOn']>, text: string): boolean {
  const [d, m, y] = formatDay(day).split('/');
  return new RegExp(
    `(?<!\\d)0?${d}(?:\\s*tháng\\s*|\\s*[/.-]\\s*)0?${m}(?:\\s*,?\\s*năm\\s*|\\s*[/.-]\\s*)${y}(?!\\d)`,
    'iu',
  ).test(text.normalize('NFC'));
}
