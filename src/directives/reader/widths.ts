import type { Line } from './lines.ts';
import { readMarker } from './markers.ts';

export const startsLower = (text: string): boolean => /^["'(]*\p{Ll}/u.test(text);

/** How wide the lines were when they were broken; 0 where the text has no hard wraps. */
export interface Widths {
  first: number;
  rest: number;
  /** Where first lines are set in: the indents of both kinds of lines. */
  indents: { first: number; rest: number } | undefined;
  /** Lines were broken anywhere, as a browser does: where a sentence ends with its line, its paragraph mostly does too. */
  isRagged: boolean;
}

export const wordLength = (text: string): number => {
  const space = text.indexOf(' ');
  return space < 0 ? text.length : space;
};

/** A line followed by a small letter was surely broken; the room it would have needed tells the width of the column. */
export function measure(lines: readonly Line[]): Widths {
  // Lines far longer than any page is wide were never broken: each is a paragraph.
  let long = 0;
  let total = 0;
  for (const line of lines) {
    total += line.text.length;
    if (line.text.length > 180) long += line.text.length;
  }
  if (long > total * 0.4) return { first: 0, rest: 0, indents: undefined, isRagged: false };
  const first: number[] = [];
  const rest: number[] = [];
  const lengths: number[] = [];
  const firstIndents: number[] = [];
  const restIndents: number[] = [];
  for (let i = 0; i + 1 < lines.length; i++) {
    const line = lines[i]!;
    const next = lines[i + 1]!;
    if (line.kind !== 'text' || next.kind !== 'text' || line.blank || next.blank || !startsLower(next.text)) continue;
    if (readMarker(next.text)) continue;
    lengths.push(line.indent + line.text.length);
    restIndents.push(next.indent);
    if (readMarker(line.text)) firstIndents.push(line.indent);
    (readMarker(line.text) || lines[i - 1]?.blank ? first : rest).push(
      line.indent + line.text.length + 1 + wordLength(next.text),
    );
  }
  // Near the low end, past the narrow column of a letter's subject.
  const low = (values: number[]): number => values.sort((a, b) => a - b)[Math.floor(values.length * 0.3)] ?? 0;
  const all = low([...first, ...rest]);
  if (first.length + rest.length < 3) return { first: 0, rest: 0, indents: undefined, isRagged: false };
  const middle = (values: number[]): number => values.sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
  const indents = { first: middle(firstIndents), rest: middle(restIndents) };
  lengths.sort((a, b) => a - b);
  const at = (part: number): number => lengths[Math.floor(lengths.length * part)] ?? 0;
  return {
    isRagged: lengths.length >= 8 && at(0.9) - at(0.3) > 15,
    first: first.length >= 3 ? low(first) : all,
    rest: rest.length >= 3 ? low(rest) : all,
    indents: firstIndents.length >= 3 && indents.first >= indents.rest + 2 ? indents : undefined,
  };
}
