import type { Span } from '../model.ts';
import type { Reading, ReadTask, Section } from '../reader/index.ts';
import { withoutPersons } from './withoutPersons.ts';

/** A paragraph of which the reader is not sure: all that the assistant is shown of a document. */
export interface Gap {
  /** Where the paragraph stands in the text. */
  span: Span;
  /** Its words, persons blotted out letter by letter, so that offsets stay. */
  paragraph: string;
  /** The headings above it, outermost first, persons blotted out. */
  headings: string[];
}

/** So many paragraphs of one document are asked about, those with unsure tasks first. */
const MOST_GAPS = 20;
/** A longer paragraph is a broken layout; the assistant would be shown half the document. */
const LONGEST_PARAGRAPH = 3000;
const SHORTEST_PARAGRAPH = 25;

/** Words that give somebody something to do. */
const OBLIGATION =
  /(?<![\p{L}\p{M}])(?:giao|yêu cầu|đề nghị|phân công|chủ trì|có trách nhiệm|chịu trách nhiệm|phải|cần|khẩn trương|hoàn thành)(?![\p{L}\p{M}])/iu;

/** The paragraphs that hold a task of which the reader is not sure, or an obligation of which it made no task. */
export function gapsIn(reading: Reading): Gap[] {
  const { text, tasks, sections } = reading;
  const unsure = tasks.filter((task) => !task.sure && !task.optional);
  const asked: Place[] = [];
  const silent: Place[] = [];
  for (const place of placesIn(sections, [])) {
    const [from, to] = place.span;
    if (to - from > LONGEST_PARAGRAPH || to - from < SHORTEST_PARAGRAPH) continue;
    if (unsure.some((task) => overlaps(task, place.span))) asked.push(place);
    else if (place.isLeaf && !tasks.some((task) => overlaps(task, place.span)) && OBLIGATION.test(text.slice(from, to)))
      silent.push(place);
  }
  // Rows of a table are no part of the tree.
  for (const task of unsure)
    if (!asked.some((place) => overlaps(task, place.span)) && task.evidence[1] - task.evidence[0] <= LONGEST_PARAGRAPH)
      asked.push({ span: task.evidence, headings: [], isLeaf: true });
  return [...asked, ...silent].slice(0, MOST_GAPS).map(({ span, headings }) => ({
    span,
    paragraph: withoutPersons(text.slice(...span), reading.document.signer),
    headings: headings.map((heading) => withoutPersons(heading, reading.document.signer)),
  }));
}

interface Place {
  span: Span;
  headings: string[];
  isLeaf: boolean;
}

function placesIn(sections: readonly Section[], above: readonly string[]): Place[] {
  return sections.flatMap(({ span, heading, children }) => [
    { span, headings: [...above], isLeaf: children.length === 0 },
    ...placesIn(children, [...above, heading]),
  ]);
}

const overlaps = ({ evidence }: ReadTask, [from, to]: Span): boolean => evidence[0] < to && from < evidence[1];
