import { matchesIn } from './scan.ts';

/** Words that only open a sentence: with a capital after a small letter they tell of a full stop that was lost. */
const OPENER = /(?<=\p{Ll}\s)(?:Để|Đồng thời|Ngoài ra|Bên cạnh đó|Theo đó|Tuy nhiên|Trước đó|Cùng với đó)[\s,]/gu;

/** Starts of clauses: the beginning, and after a full stop, a semicolon or a colon, also one that was lost. */
export function clauseStarts(text: string, from: number, to: number): number[] {
  const starts = [from];
  const boundary =
    /(?<=\p{Ll}{3})\.(?=\p{Lu}\p{Ll})|(?:[;:…]|(?<!(?:^|[\s(])(?:TP|Tp|KT|TM|TL|ThS|TS|GS|PGS|BS|Đ\/c|đ\/c|\p{Lu}))\.{1,3})["')]*\s+(?=\S)/gu;
  for (const { end, words } of matchesIn(boundary, text, from, to)) {
    const isStop = words.startsWith('.');
    if (end < to && (!isStop || /[\p{Lu}\d"(]/u.test(text[end]!))) starts.push(end);
  }
  let k = 1;
  for (const { at } of matchesIn(OPENER, text, from + 1, to)) {
    while (k < starts.length && starts[k]! < at) k++;
    if (starts[k] !== at && !/[.;:…]["')]*\s$/u.test(text.slice(at - 4, at))) starts.splice(k, 0, at);
  }
  return starts;
}
