import type { UnitId } from '../../kernel/ids.ts';
import { isValidOn } from '../../kernel/validity.ts';
import { type NameEntry, type OrganRegister, usedOn } from './registerIndex.ts';
import { breaksOf, isCapital, keyOf, markedKeyOf, type Token, unbroken } from './tokens.ts';
import type { ResolutionContext } from './types.ts';

/** The register as one directive sees it: its day, its province, its own unit. */
export interface Scope {
  register: OrganRegister;
  context: ResolutionContext;
  /** The issuer's province; null for the centre, or where the register has several and none was told. */
  provinceId: UnitId | null;
  /** The issuer's commune, where a commune issues. */
  communeId: UnitId | null;
}

export function scopeOf(register: OrganRegister, context: ResolutionContext): Scope {
  const { issuerUnitId } = context;
  const only = register.provinces.length === 1 ? register.provinces[0]!.id : null;
  const provinceId = issuerUnitId === undefined ? only : register.provinceOf(issuerUnitId);
  const communeId = issuerUnitId !== undefined && context.issuerLevel === 'commune' ? issuerUnitId : null;
  return { register, context, provinceId, communeId };
}

/** A name found at a place in the text. */
export interface NameMatch {
  /** How many words it takes. */
  length: number;
  /** All that go by this name here; more than one organ: the text does not tell which. */
  entries: NameEntry[];
}

/** Keys of the words from `at` on, longest first, no longer than a name can be. */
function* spans(tokens: readonly Token[], at: number, most: number): Generator<{ length: number; words: Token[] }> {
  let end = at + 1;
  while (end < tokens.length && end - at < most && unbroken(tokens[end]!)) end++;
  for (; end > at; end--) yield { length: end - at, words: tokens.slice(at, end) };
}

/** Of names that fold alike those with the same marks, where the text has marks; capitals where a name asks for them. */
export function sameMarks<E extends { marked: string; capitals?: boolean }>(
  entries: readonly E[],
  words: readonly Token[],
): E[] {
  const loud = words.every(isCapital);
  const allowed = entries.filter((e) => !e.capitals || loud);
  const marked = markedKeyOf(words);
  const exact = allowed.filter((e) => e.marked === marked);
  return exact.length > 0 ? exact : [...allowed];
}

/** A comma or "và" within the words must stand where the name has one too: "Đảng ủy, UBND" is not "Đảng ủy UBND". */
const mayBreak = (words: readonly Token[], breaks: readonly number[], shift = 0): boolean =>
  breaksOf(words, /[,;:]/).every((at) => breaks.includes(at + shift));

/** The longest name of a province's or the centre's organ that begins at this word. */
export function matchName(scope: Scope, tokens: readonly Token[], at: number, head = ''): NameMatch | null {
  for (const { length, words } of spans(tokens, at, scope.register.longestName)) {
    const found = scope.register.names.get(head + keyOf(words));
    if (!found) continue;
    const whole = found.filter((e) => e.kind === 'abbreviation' || mayBreak(words, e.breaks, head.length));
    const fitting = head ? whole.filter((e) => !e.capitals) : sameMarks(whole, words);
    const entries = nearest(scope, fitting);
    if (entries.length > 0) return { length, entries };
  }
  return null;
}

/** The longest name without its unit ("UBND", "Ban Thường vụ Đảng ủy") that begins at this word, with its key. */
export function matchBody(scope: Scope, tokens: readonly Token[], at: number): { length: number; key: string } | null {
  for (const { length, words } of spans(tokens, at, scope.register.longestName)) {
    const key = keyOf(words);
    const first = scope.register.bodies.get(key)?.values().next().value?.[0];
    if (!first || (first.capitals && !words.every(isCapital))) continue;
    if (first.kind === 'abbreviation' || mayBreak(words, first.breaks)) return { length, key };
  }
  return null;
}

/** Names in use on the day before others; those of the own province and level before others. */
function nearest(scope: Scope, entries: readonly NameEntry[]): NameEntry[] {
  const { register, context, provinceId } = scope;
  const organ = (e: NameEntry) => register.organs.get(e.organId)!;
  const own = entries.filter((e) => {
    const { unitId } = organ(e);
    return unitId === null || register.provinceOf(unitId) === provinceId;
  });
  const reachable = own.length > 0 ? own : entries.filter((e) => e.placed);
  const level = context.issuerLevel === 'central' ? 'central' : 'province';
  const ranks: ((e: NameEntry) => boolean)[] = [
    (e) => !e.weak,
    (e) => usedOn(e, register, context.day),
    (e) => isValidOn(organ(e), context.day),
    (e) => organ(e).level === level,
    (e) => e.kind === 'name',
  ];
  return ranks.reduce((left, better) => {
    const kept = left.filter(better);
    return kept.length > 0 ? kept : left;
  }, reachable);
}
