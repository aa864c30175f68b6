import { matchClass } from './classPhrase.ts';
import { NO_PERSON, PERSON_HEADS, PLURALS, WHOLE_TAILS } from './phrases.ts';
import type { NameEntry } from './registerIndex.ts';
import { matchBody, matchName, type Scope } from './scope.ts';
import { isAnd, longestPhrase, separated, startsWith, type Token, textOf } from './tokens.ts';
import { matchUnits } from './unitPhrase.ts';

/** "các Sở: Tài chính, Xây dựng, Y tế và Công an tỉnh": items that lack the shared first word. */
export function matchShared(scope: Scope, tokens: readonly Token[], at: number) {
  const heads: string[] = [];
  let start = at;
  while (/^(so|ban|nganh|bo|phong|hoi)$/.test(tokens[start]?.folded ?? '')) heads.push(tokens[start++]!.folded);
  if (heads.length === 0) return null;
  const items: { entries: NameEntry[]; from: number; to: number }[] = [];
  let next = start;
  while (start < tokens.length) {
    const found = heads.map((head) => matchName(scope, tokens, start, head));
    if (items.length > 0 || /:/.test(tokens[start]!.before)) found.push(matchName(scope, tokens, start));
    const best = found.filter((i) => i !== null).sort((a, b) => b.length - a.length)[0];
    if (!best) break;
    next = start + best.length;
    items.push({ entries: best.entries, from: start, to: next });
    start = isAnd(tokens[next]) ? next + 1 : next;
    if (!separated(tokens, start)) break;
  }
  return items.length > 0 ? { items, next } : null;
}

/**
 * What follows a class: words that leave it whole are taken off, the rest restricts it. `names`: the rest is a list of
 * names that the register does not have ("các phường: A, B"), so that the class must not be taken for all.
 */
export function tailFrom(scope: Scope, tokens: readonly Token[], from: number) {
  let next = from;
  let level: 'province' | 'communes' | null = null;
  for (let k = wholeTail(tokens, next); k > 0; k = wholeTail(tokens, next)) {
    if (startsWith(tokens, next, 'cap tinh') || startsWith(tokens, next, 'tinh')) level = 'province';
    if (startsWith(tokens, next, 'cap xa')) level = 'communes';
    next += k;
  }
  const start = next;
  while (next < tokens.length && !(separated(tokens, next) && opens(scope, tokens, next)) && !isAnd(tokens[next])) {
    if (/[;]/.test(tokens[next]!.before)) break;
    next++;
  }
  const first = next > start ? tokens[start]! : null;
  const names = first !== null && (/:/.test(first.before) || first.raw[0] !== first.raw[0]!.toLowerCase());
  return { text: textOf(tokens.slice(start, next)), next, level, names };
}
const wholeTail = (tokens: readonly Token[], at: number): number =>
  at < tokens.length && separated(tokens, at) ? 0 : longestPhrase(tokens, at, WHOLE_TAILS);

/** Whether something that the resolver knows begins at this word. */
export function opens(scope: Scope, tokens: readonly Token[], at: number): boolean {
  const start = at + longestPhrase(tokens, at, PLURALS);
  return (
    matchName(scope, tokens, start) !== null ||
    matchBody(scope, tokens, start) !== null ||
    matchClass(tokens, at) !== null ||
    personAt(tokens, start) !== null ||
    matchUnits(scope, tokens, at) !== null
  );
}

/** A person's office at this word, which stands for the organ behind it. */
export function personAt(tokens: readonly Token[], at: number): { words: string; length: number } | null {
  if (at >= tokens.length || longestPhrase(tokens, at, NO_PERSON) > 0) return null;
  const length = longestPhrase(tokens, at, PERSON_HEADS);
  if (length === 0) return null;
  const words = tokens.slice(at, at + length).map((t) => t.folded);
  return { words: words.join(' '), length };
}
