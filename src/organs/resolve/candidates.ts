import type { OrganId } from '../../kernel/ids.ts';
import { fold } from '../../kernel/vietnamese.ts';
import { organOnDay } from './inTime.ts';
import type { Part } from './parse.ts';
import { matchName, type Scope } from './scope.ts';
import { isAnd } from './tokens.ts';
import type { Outcome, RegisterOrgan } from './types.ts';

const MOST = 8;

/**
 * What a name that the register does not have might mean. One organ alone whose name holds all the words in their order
 * ("Sở Văn hóa, Thể thao", "Ban Tuyên giáo Dân vận Tỉnh ủy") is taken, to be confirmed; anything less is only offered.
 */
export function candidatesFor(scope: Scope, part: Extract<Part, { kind: 'unknown' }>): Outcome {
  if (part.behind) return { organIds: [], candidates: [], notes: [], confirm: true, failed: false };
  const words = part.tokens.filter((t) => !isAnd(t)).map((t) => t.folded);
  const holding = part.near.length > 0 ? [] : organsHolding(scope, words);
  if (holding.length === 1) {
    const organ = scope.register.organs.get(holding[0]!)!;
    const note = `"${part.text}": ghi thiếu, hiểu là ${organ.shortName}.`;
    return { organIds: holding, candidates: [], notes: [note], confirm: true, failed: false };
  }
  const near = new Set<OrganId>(holding);
  for (const entry of part.near) near.add(entry.organId);
  for (let at = 0; at < part.tokens.length; at++)
    for (const entry of matchName(scope, part.tokens, at)?.entries ?? []) near.add(entry.organId);
  if (near.size === 0) for (const id of organsLike(scope, words)) near.add(id);
  const candidates = [...near].flatMap((id) => organOnDay(scope.register, id, scope.context.day).ids);
  return {
    organIds: [],
    candidates: [...new Set(candidates)].slice(0, MOST),
    notes: [`Chưa có "${part.text}" trong danh bạ cơ quan.`],
    confirm: true,
    failed: true,
  };
}

/** Organs whose name begins alike and holds all the words in order; at least a head and one word more. */
function organsHolding(scope: Scope, words: readonly string[]): OrganId[] {
  if (words.length < 2) return [];
  const found = new Set<OrganId>();
  for (const { organ, names } of inScope(scope)) {
    const holds = names.some((name) => name[0] === words[0] && name[1] === words[1] && isWithin(words, name));
    if (holds) for (const id of organOnDay(scope.register, organ, scope.context.day).ids) found.add(id);
  }
  return [...found];
}

function isWithin(words: readonly string[], name: readonly string[]): boolean {
  let at = 0;
  for (const word of name) if (word === words[at]) at++;
  return at === words.length;
}

/** Organs that share at least half of their words with the text, best first. */
function organsLike(scope: Scope, words: readonly string[]): OrganId[] {
  const wanted = new Set(words);
  return inScope(scope)
    .map(({ organ, names }) => ({
      organ,
      share: Math.max(...names.map((n) => (2 * n.filter((w) => wanted.has(w)).length) / (n.length + wanted.size))),
    }))
    .filter((o) => o.share >= 0.6)
    .sort((a, b) => b.share - a.share)
    .slice(0, MOST)
    .map((o) => o.organ);
}

/** Organs of the issuer's province (or commune) and of the centre, with the words of their names. */
function inScope(scope: Scope): { organ: OrganId; names: readonly string[][] }[] {
  const { register, provinceId, communeId } = scope;
  return [null, provinceId, communeId]
    .flatMap((unit, i) => (unit === null && i > 0 ? [] : (register.organsOfUnit.get(unit) ?? [])))
    .map((o) => ({ organ: o.id, names: wordsOf(o) }));
}

const known = new WeakMap<RegisterOrgan, readonly string[][]>();
/** The names of an organ as folded words, worked out once. */
function wordsOf(organ: RegisterOrgan): readonly string[][] {
  const words =
    known.get(organ) ??
    [organ.name, organ.shortName, ...organ.names.filter((n) => n.kind !== 'abbreviation').map((n) => n.name)].map((n) =>
      fold(n)
        .split(' ')
        .filter((w) => w !== 'va'),
    );
  known.set(organ, words);
  return words;
}
