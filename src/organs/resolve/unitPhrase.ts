import type { UnitId } from '../../kernel/ids.ts';
import { isValidOn } from '../../kernel/validity.ts';
import { kindWord } from '../templates/index.ts';
import { unitOnDay } from './inTime.ts';
import { KIND_WORDS, PLURALS } from './phrases.ts';
import type { Scope } from './scope.ts';
import { isAnd, keyOf, longestPhrase, markedKeyOf, separated, type Token, tokenize, unbroken } from './tokens.ts';

/** "các xã Con Cuông, Lượng Minh và Chiêu Lưu", "các xã, phường", "xã". */
export interface UnitPhrase {
  /** Types that the words take in; empty where only names stand. */
  types: string[];
  /** Each name with the units that may be meant; several: the text does not tell which. */
  named: { text: string; ids: UnitId[]; notes: string[]; doubtful: boolean }[];
  plural: boolean;
  length: number;
}

const MOST_WORDS = 6;
const COMMUNE_TYPES = new Set(['xa', 'phuong', 'thi-tran', 'dac-khu']);

/** Reads kinds and names of units from this word on; null where there are none. */
export function matchUnits(scope: Scope, tokens: readonly Token[], at: number): UnitPhrase | null {
  let next = at + longestPhrase(tokens, at, PLURALS);
  let plural = next > at;
  if (/^\d+$/.test(tokens[next]?.raw ?? '')) next++;
  const types: string[] = [];
  let kinds = 0;
  for (;;) {
    const found = kindAt(tokens, next);
    if (!found) break;
    types.push(...found.types);
    plural ||= found.types.length > 1;
    next += found.length;
    kinds++;
    const after = afterAnd(tokens, next);
    if (!kindAt(tokens, after) || !separated(tokens, after)) break;
    next = after;
  }
  if (kinds === 0) return null;
  const named = namesFrom(scope, tokens, next, types);
  next = named.next;
  return { types, named: named.list, plural: plural || kinds > 1 || named.list.length > 1, length: next - at };
}

/** Names of units without their kind: only right behind a body ("UBND Con Cuông"). */
export function matchBareNames(scope: Scope, tokens: readonly Token[], at: number): UnitPhrase | null {
  const { list, next } = namesFrom(scope, tokens, at, []);
  return list.length > 0 ? { types: [], named: list, plural: list.length > 1, length: next - at } : null;
}

function namesFrom(scope: Scope, tokens: readonly Token[], at: number, kinds: readonly string[]) {
  const list: UnitPhrase['named'] = [];
  let types = kinds;
  let next = at;
  for (let start = at; start < tokens.length; ) {
    const kind = list.length > 0 ? kindAt(tokens, start) : null;
    const nameStart = start + (kind?.length ?? 0);
    const name = nameAt(scope, tokens, nameStart, kind?.types ?? types);
    if (!name) break;
    if (kind) types = kind.types;
    list.push(name.found);
    next = nameStart + name.length;
    start = afterAnd(tokens, next);
    if (!separated(tokens, start)) break;
  }
  return { list, next };
}

const afterAnd = (tokens: readonly Token[], at: number): number => (isAnd(tokens[at]) ? at + 1 : at);

function kindAt(tokens: readonly Token[], at: number): { types: readonly string[]; length: number } | null {
  const length = longestPhrase(tokens, at, Object.keys(KIND_WORDS));
  if (length === 0) return null;
  const words = tokens
    .slice(at, at + length)
    .map((t) => t.folded)
    .join(' ');
  return { types: KIND_WORDS[words]!, length };
}

/** The longest name of a unit at this word, carried to the day; the kind that is told counts where such a unit exists. */
function nameAt(scope: Scope, tokens: readonly Token[], at: number, types: readonly string[]) {
  const { register, context, provinceId } = scope;
  const ofCommunes = types.every((t) => COMMUNE_TYPES.has(t));
  for (let length = Math.min(MOST_WORDS, tokens.length - at); length > 0; length--) {
    const words = tokens.slice(at, at + length);
    if (words.slice(1).some((t) => !unbroken(t) || t.before.includes(','))) continue;
    const marked = markedKeyOf(words);
    const here = (register.unitNames.get(keyOf(words)) ?? []).filter((id) => inReach(scope, id));
    const sameMarks = here.filter((id) => spelled(register.units.get(id)!.name) === marked);
    const pool = sameMarks.length > 0 ? sameMarks : here;
    const ofKind = pool.filter((id) => types.length === 0 || types.includes(register.units.get(id)!.type));
    // Of another kind than told only within the communes: "phường" for what is a xã.
    const ids =
      ofKind.length > 0 ? ofKind : pool.filter((id) => ofCommunes && register.units.get(id)!.level === 'commune');
    if (ids.length === 0) continue;
    const valid = ids.filter((id) => isValidOn(register.units.get(id)!, context.day) && register.organsOfUnit.has(id));
    const carried = (valid.length > 0 ? valid : ids).map((id) => unitOnDay(register, id, context.day));
    const text = words.map((t) => t.raw).join(' ');
    const wrongKind = ofKind.length === 0 && types.length > 0;
    const found = {
      text,
      ids: [...new Set(carried.flatMap((c) => c.ids))],
      notes: [
        ...new Set(carried.flatMap((c) => c.notes)),
        ...(wrongKind
          ? [`${text} là ${[...new Set(ids.map((id) => kindWord(register.units.get(id)!.type)))].join(', ')}.`]
          : []),
      ],
      doubtful: wrongKind || carried.some((c) => c.doubtful),
    };
    return { found, length };
  }
  return null;

  function inReach(s: Scope, id: UnitId): boolean {
    const unit = s.register.units.get(id)!;
    if (unit.level === 'province') return types.some((t) => t === 'tinh' || t === 'thanh-pho');
    if (provinceId === null) return true;
    if (s.register.provinceOf(id) === provinceId) return true;
    return unitOnDay(s.register, id, s.context.day).ids.some((now) => s.register.provinceOf(now) === provinceId);
  }
}

const spelledOnce = new Map<string, string>();
/** A unit's name as `markedKeyOf` has it. */
function spelled(name: string): string {
  const known = spelledOnce.get(name) ?? markedKeyOf(tokenize(name));
  spelledOnce.set(name, known);
  return known;
}
