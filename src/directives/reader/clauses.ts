import { matchesIn } from './scan.ts';

/** Starts of clauses: the beginning, and after a full stop, a semicolon or a colon. */
export function clauseStarts(text: string, from: number, to: number): number[] {
  const starts = [from];
  const boundary =
    /(?:[;:…]|(?<!(?:^|[\s(])(?:TP|Tp|KT|TM|TL|ThS|TS|GS|PGS|BS|Đ\/c|đ\/c|\p{Lu}))\.{1,3})["')]*\s+(?=\S)/gu;
  for (const { end, words } of matchesIn(boundary, text, from, to)) {
    const isStop = words.startsWith('.');
    if (end < to && (!isStop || /[\p{Lu}\d"(]/u.test(text[end]!))) starts.push(end);
  }
  return starts;
}
