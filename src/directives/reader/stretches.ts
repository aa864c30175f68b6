/** How far the words of a charge reach in its paragraph: what stands before it, and where the telling goes on. */

import { clauseStarts } from './clauses.ts';
import { isTimeLabel } from './deadlines.ts';
import { beginsWithDoing, INTRO } from './predicates.ts';
import { OPENS_WITH_LIMIT } from './wording.ts';

/** "... hư hỏng. | Theo chỉ đạo của Thủ tướng, UBND tỉnh A ...": where the sentence begins that charges the next one at `at`. */
export function openingOf(text: string, from: number, at: number): number {
  const start = clauseStarts(text, from, at).at(-1)!;
  const opens = text.slice(start, at);
  return start > from && opens.length < 200 && /\.["')]*\s+$/u.test(text.slice(from, start)) && INTRO.test(opens)
    ? start
    : at;
}

/** Where the sentences after an order go back to telling, or `to`. */
export function tellingFrom(text: string, from: number, to: number, tells: (sentence: string) => boolean): number {
  const sentence = clauseStarts(text, from, to)
    .slice(1)
    .find(
      (at) =>
        !/[;:]\s*$/.test(text.slice(at - 3, at)) &&
        beginsWithDoing(text, at, to) === undefined &&
        tells(text.slice(at, Math.min(to, at + 120))),
    );
  return sentence ?? to;
}

/** "Trong quý IV năm 2025, Sở A ...": the limit stands before the name. */
export function introBefore(text: string, from: number, at: number): [number, number] | undefined {
  const start = clauseStarts(text, from, at).at(-1)!;
  const before = text.slice(start, at);
  return at > start && (OPENS_WITH_LIMIT.test(before) || isTimeLabel(before)) ? [start, at] : undefined;
}

export function topicBefore(text: string, from: number, at: number): [number, number] | undefined {
  const before = text.slice(from, at);
  const topic =
    /^((?:về|đối với|liên quan|riêng)\s[\s\S]{4,}?)[:,]\s*$/iu.exec(before) ??
    /^((?:việc|nhiệm vụ|nội dung|phần việc)\s[^.;:]{4,150}?)\s(?:được\s)?$/iu.exec(before);
  return topic ? [from, from + topic[1]!.length] : undefined;
}
