import type { OrganId } from '../../kernel/ids.ts';
import { candidatesFor } from './candidates.ts';
import { resolveClass, resolvePlaced } from './circles.ts';
import { organOnDay } from './inTime.ts';
import { type Part, parseAgency } from './parse.ts';
import { EXCEPT } from './phrases.ts';
import type { NameEntry, OrganRegister } from './registerIndex.ts';
import { type Scope, scopeOf } from './scope.ts';
import { tokenize } from './tokens.ts';
import type { Outcome, Resolution, ResolutionContext } from './types.ts';

/**
 * Finds the organs that an agency as written in a directive means: one, several, a class to confirm, or nothing sure with
 * candidates. Pure; the register is a snapshot. Never guesses: two equally good readings are `unresolved`.
 */
export function resolveAgency(text: string, register: OrganRegister, context: ResolutionContext): Resolution {
  const scope = scopeOf(register, context);
  const [main, left] = divideException(text);
  const whole = resolveText(scope, main);
  if (left === null) return whole;
  const out = resolveText(scope, left);
  const excluded = excludedBy(scope, whole.organIds, out.organIds, left);
  const organIds = whole.organIds.filter((id) => !excluded.has(id));
  if (out.kind === 'unresolved' || whole.kind === 'unresolved' || organIds.length === 0) {
    const notes = [...whole.notes, `Chưa rõ phần loại trừ "${left.trim()}".`, ...out.notes];
    return { kind: 'unresolved', organIds: [], candidates: [...new Set([...whole.organIds, ...out.organIds])], notes };
  }
  const notes = [
    ...whole.notes,
    ...out.notes,
    `Đã trừ ${whole.organIds.length - organIds.length} cơ quan: ${left.trim()}.`,
  ];
  return { ...whole, organIds, notes };
}

/** "UBND các xã, phường, trừ xã Con Cuông" -> the whole and what is left out; brackets around the exception fall away. */
function divideException(text: string): [string, string | null] {
  const found = EXCEPT.exec(text);
  if (!found || found.index === 0) return [text, null];
  const main = text.slice(0, found.index).replace(/[\s,(]+$/u, '');
  const left = text.slice(found.index + found[0].length).replace(/\)[\s.;]*$/u, '');
  return left.trim() ? [main, left] : [text, null];
}

/** Units left out take all organs of theirs out of the list, whatever body was meant; organs left out only themselves. */
function excludedBy(scope: Scope, ids: readonly OrganId[], out: readonly OrganId[], left: string): Set<OrganId> {
  const placed = parseAgency(scope, tokenize(left)).every((p) => p.kind === 'placed' && p.bodies.length === 0);
  if (!placed) return new Set(out);
  const units = new Set(out.map((id) => scope.register.organs.get(id)!.unitId));
  return new Set(ids.filter((id) => units.has(scope.register.organs.get(id)!.unitId)));
}

function resolveText(scope: Scope, text: string): Resolution {
  const tokens = tokenize(text);
  const parts = parseAgency(scope, tokens);
  const outcomes = parts.map((part) => outcomeOf(scope, part, text));
  const organIds = [...new Set(outcomes.flatMap((o) => o.organIds))];
  const notes = [...new Set(outcomes.flatMap((o) => o.notes))];
  if (outcomes.length === 0 || outcomes.some((o) => o.failed)) {
    const candidates = [...new Set(outcomes.flatMap((o) => o.candidates))];
    return { kind: 'unresolved', organIds, candidates, notes };
  }
  const classes = outcomes.filter((o) => o.all !== undefined);
  if (classes.length > 0) {
    return { kind: 'class', name: text.trim(), organIds, all: classes.every((o) => o.all), notes };
  }
  return { kind: 'resolved', organIds, confirm: outcomes.some((o) => o.confirm), notes };
}

function outcomeOf(scope: Scope, part: Part, whole: string): Outcome {
  switch (part.kind) {
    case 'organ':
      return resolveNamed(scope, part.entries, part.text, whole);
    case 'placed':
      return resolvePlaced(scope, part);
    case 'class':
      return resolveClass(scope, part);
    case 'unknown':
      return candidatesFor(scope, part);
  }
}

/** Organs of one name, each carried to the day; one organ must remain. */
function resolveNamed(scope: Scope, entries: readonly NameEntry[], text: string, whole: string): Outcome {
  const { register, context } = scope;
  const carried = entries.map((e) => organOnDay(register, e.organId, context.day));
  const organIds = [...new Set(carried.flatMap((c) => c.ids))];
  const notes = [...new Set(carried.flatMap((c) => c.notes))];
  if (organIds.length !== 1) {
    const why = organIds.length > 1 ? `"${text}" có thể là nhiều cơ quan.` : `"${text}" không còn hoạt động.`;
    return { organIds: [], candidates: organIds, notes: [...notes, why], confirm: true, failed: true };
  }
  const organ = register.organs.get(organIds[0]!)!;
  const weak = entries.every((e) => e.weak) && !/(tỉnh|thành) (ủy|uỷ)/iu.test(whole);
  const former = entries.every((e) => e.kind === 'former') && notes.length === 0;
  if (weak) notes.push(`"${text}": hiểu là ${organ.shortName}.`);
  if (former) notes.push(`"${text}" là tên trước đây của ${organ.shortName}.`);
  return { organIds, candidates: [], notes, confirm: weak || carried.some((c) => c.doubtful), failed: false };
}
