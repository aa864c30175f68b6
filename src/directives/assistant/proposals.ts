import type { Day } from '../../kernel/day.ts';
import { cleanLine, fold } from '../../kernel/vietnamese.ts';
import { isSamePlace } from '../learned/score.ts';
import { locate } from '../locate.ts';
import type { Span } from '../model.ts';
import { readLimitValue } from '../reader/deadlines.ts';
import type { Reading, Recurrence } from '../reader/index.ts';
import type { AssistantAnswer } from './askAssistant.ts';
import type { Gap } from './gaps.ts';

/** A task that the assistant proposes; every word of it stands in the document. */
export interface Proposal {
  evidence: Span;
  action: string;
  /** As written. */
  lead: string[];
  coordinate: string[];
  /** Where those named in the paragraph stand. */
  agencySpans: Span[];
  deadlineSpan: Span | null;
  deadlineText: string | null;
  /** Read from the words by the reader's own rules, never taken from the assistant. */
  deadline: Day | null;
  recurrence: Recurrence | null;
  condition: string | null;
}

type Said = AssistantAnswer['tasks'][number];

/** What one paragraph may bring; more is noise. */
const MOST_OF_A_PARAGRAPH = 8;
const MOST_AGENCIES = 12;
const SHORTEST_ACTION = 8;

/**
 * What of an answer can be shown to a clerk: tasks whose every word stands in the paragraph (agencies also in its headings),
 * that touch no task of which the reader is sure, and that say something else than it said.
 */
export function proposalsFrom(answer: AssistantAnswer, gap: Gap, reading: Reading): Proposal[] {
  const kept: Proposal[] = [];
  for (const said of answer.tasks.slice(0, MOST_OF_A_PARAGRAPH)) {
    const proposal = groundedIn(said, gap, reading);
    if (proposal && ![...reading.tasks, ...kept].some((task) => standsInTheWay(task, proposal))) kept.push(proposal);
  }
  return kept;
}

function groundedIn(said: Said, gap: Gap, { text, document }: Reading): Proposal | null {
  const { paragraph, headings } = gap;
  const evidence = placeOf(said.evidence, paragraph);
  const action = evidence && placeOf(said.action, paragraph, evidence);
  const deadline = said.deadline === null ? null : placeOf(said.deadline, paragraph);
  if (!evidence || !action || action[1] - action[0] < SHORTEST_ACTION) return null;
  if (said.deadline !== null && !deadline) return null;
  if (said.lead.length === 0 || said.lead.length + said.coordinate.length > MOST_AGENCIES) return null;
  const named = [...said.lead, ...said.coordinate].map((name) => ({
    here: placeOf(name, paragraph),
    above: headings.some((heading) => placeOf(name, heading) !== null),
  }));
  if (named.some(({ here, above }) => !here && !above)) return null;
  // What was blotted out is a person, and a person is no agency.
  if ([...said.lead, ...said.coordinate].some((name) => name.includes('█'))) return null;

  const inText = ([from, to]: Span): Span => [gap.span[0] + from, gap.span[0] + to];
  const words = (span: Span): string => cleanLine(text.slice(...inText(span)));
  const limit = deadline ? readLimitValue(words(deadline), document.date, null) : undefined;
  return {
    evidence: inText(evidence),
    action: words(action),
    lead: [...new Set(said.lead.map(cleanLine))],
    coordinate: [...new Set(said.coordinate.map(cleanLine))],
    agencySpans: named.flatMap(({ here }) => (here ? [inText(here)] : [])),
    deadlineSpan: deadline && inText(deadline),
    deadlineText: deadline && words(deadline),
    deadline: limit?.day ?? null,
    recurrence: limit?.recurrence ?? null,
    condition: limit?.condition ?? null,
  };
}

/** Where a quotation stands as whole words; null where it does not. */
function placeOf(quote: string, text: string, within?: Span): Span | null {
  if (quote.length > text.length * 2 || !/\p{L}{2}/u.test(quote)) return null;
  const place = locate(text, quote, within);
  if (!place) return null;
  const isLetter = (at: number): boolean => /[\p{L}\p{N}]/u.test(text[at] ?? '');
  const cutsWord = (isLetter(place[0] - 1) && isLetter(place[0])) || (isLetter(place[1] - 1) && isLetter(place[1]));
  return cutsWord ? null : place;
}

/** A task of which the reader is sure, or one that says the same. */
function standsInTheWay(
  task: Pick<Proposal, 'evidence' | 'lead' | 'deadline'> & { sure?: boolean },
  of: Proposal,
): boolean {
  const samePlace = isSamePlace(task.evidence, of.evidence) || isSamePlace(of.evidence, task.evidence);
  if (!samePlace) return false;
  const names = (lead: readonly string[]): string => [...new Set(lead.map(fold))].sort().join('|');
  return task.sure === true || (names(task.lead) === names(of.lead) && task.deadline === of.deadline);
}
