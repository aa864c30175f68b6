import type { Span } from './model.ts';

/** A task as it is marked in the text. */
export interface TextMark {
  id: number;
  evidence: Span;
  topic?: Span;
  deadline?: Span;
  agencies?: readonly Span[];
}

/** A stretch of text in which nothing changes: covered by the same tasks, and by the same parts of them. */
export interface Piece {
  start: number;
  text: string;
  /** Tasks whose evidence covers it, the first found first. */
  tasks: number[];
  /** Tasks whose evidence begins here: their numbers are shown before it. */
  begins: number[];
  topic: boolean;
  agency: boolean;
  deadline: boolean;
}

export interface Block {
  kind: 'line' | 'heading' | 'paragraph' | 'page';
  level: number;
  start: number;
  pieces: Piece[];
}

/** A node of the numbered tree, as the reader gives it. */
export interface TextSection {
  level: number;
  span: Span;
  children: readonly TextSection[];
}

interface Stretch {
  kind: Block['kind'];
  level: number;
  span: Span;
}

/**
 * Sets a text in blocks for reading: the numbered tree's headings and paragraphs, with hard line breaks inside them left
 * to the browser to fold; what stands around the tree (heading of the document, recipients, signature) line by line; a
 * form feed as the end of a page. Each character of `text` but line ends between blocks is in exactly one piece, so that
 * `piece.start` plus an offset inside it is an offset in the text.
 */
export function typeset(text: string, sections: readonly TextSection[], marks: readonly TextMark[]): Block[] {
  const edged = marks.map((mark) => ({ mark, edges: edgesOf(mark) }));
  return stretches(text, sections)
    .flatMap((stretch) => byPage(text, stretch))
    .map((stretch) => ({
      kind: stretch.kind,
      level: stretch.level,
      start: stretch.span[0],
      pieces: stretch.kind === 'page' ? [] : piecesOf(text, stretch.span, edged),
    }));
}

function stretches(text: string, sections: readonly TextSection[]): Stretch[] {
  const found: Stretch[] = [];
  let at = 0;
  const lines = (end: number): void => {
    for (const line of text.slice(at, end).matchAll(/[^\n]+/g)) {
      if (line[0].trim() === '' && !line[0].includes('\f')) continue;
      const start = at + line.index;
      found.push({ kind: 'line', level: 0, span: [start, start + line[0].length] });
    }
    at = Math.max(at, end);
  };
  const visit = (section: TextSection): void => {
    const [start, end] = [Math.max(at, section.span[0]), section.span[1]];
    if (end <= at) return;
    lines(start);
    const own = section.children[0] ? Math.min(end, Math.max(start, section.children[0].span[0])) : end;
    const span = trimmed(text, [start, own]);
    if (span[1] > span[0]) {
      found.push({ kind: section.children.length > 0 ? 'heading' : 'paragraph', level: section.level, span });
    }
    at = Math.max(at, own);
    section.children.forEach(visit);
    lines(end);
  };
  sections.forEach(visit);
  lines(text.length);
  return found;
}

function trimmed(text: string, [start, end]: Span): Span {
  let to = end;
  while (to > start && /[\s]/.test(text[to - 1]!) && text[to - 1] !== '\f') to--;
  return [start, to];
}

/** Cuts a stretch at the ends of pages. */
function byPage(text: string, stretch: Stretch): Stretch[] {
  const [start, end] = stretch.span;
  const inside = text.slice(start, end);
  if (!inside.includes('\f')) return [stretch];
  const parts: Stretch[] = [];
  let at = start;
  for (const part of inside.split('\f')) {
    if (at > start) parts.push({ kind: 'page', level: 0, span: [at - 1, at] });
    if (part.trim() !== '') parts.push({ ...stretch, span: [at, at + part.length] });
    at += part.length + 1;
  }
  return parts;
}

/** Every offset at which a part of the mark begins or ends, in order. */
const edgesOf = (m: TextMark): number[] =>
  [m.evidence, m.topic, m.deadline, ...(m.agencies ?? [])].flatMap((span) => span ?? []).sort((a, b) => a - b);

interface Edged {
  mark: TextMark;
  edges: number[];
}

function piecesOf(text: string, [start, end]: Span, marks: readonly Edged[]): Piece[] {
  const near = marks.filter(({ edges }) => edges[0]! < end && edges.at(-1)! > start);
  const here = near.map(({ mark }) => mark);
  const inside = near.flatMap(({ edges }) => edges).filter((cut) => cut > start && cut < end);
  const cuts = [...new Set(inside)].sort((a, b) => a - b);
  return [start, ...cuts].map((from, i) => {
    const to = cuts[i] ?? end;
    const within = (span: Span | undefined): boolean => span !== undefined && span[0] <= from && to <= span[1];
    const covering = here.filter((m) => within(m.evidence));
    return {
      start: from,
      text: text.slice(from, to),
      tasks: covering.map((m) => m.id),
      begins: covering.filter((m) => m.evidence[0] === from).map((m) => m.id),
      topic: here.some((m) => within(m.topic)),
      agency: here.some((m) => m.agencies?.some(within) ?? false),
      deadline: here.some((m) => within(m.deadline)),
    };
  });
}
