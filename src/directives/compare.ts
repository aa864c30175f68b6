import { fold } from '../kernel/vietnamese.ts';
import type { Draft } from './model.ts';

/** The same task in two tellings, or one that only one of them has. */
export interface Pair {
  one: Draft | null;
  other: Draft | null;
}

/** Share of words in common from which two actions are the same task told twice. */
const SAME_TASK = 0.6;

/**
 * Puts the tasks of two tellings side by side, in the order of the first; each is paired at most once, with the one
 * that shares most of its words.
 */
export function pairTasks(ones: readonly Draft[], others: readonly Draft[]): Pair[] {
  const free = new Set(others.filter((d) => d.state !== 'rejected'));
  const pairs: Pair[] = [];
  for (const one of ones.filter((d) => d.state !== 'rejected')) {
    const best = [...free]
      .map((d) => ({ d, share: shared(one.action, d.action) }))
      .sort((a, b) => b.share - a.share)[0];
    const other = best && best.share >= SAME_TASK ? best.d : null;
    if (other) free.delete(other);
    pairs.push({ one, other });
  }
  return [...pairs, ...[...free].map((other) => ({ one: null, other }))];
}

function shared(a: string, b: string): number {
  const left = new Set(fold(a).split(' '));
  const right = new Set(fold(b).split(' '));
  const common = [...left].filter((word) => right.has(word)).length;
  return common / Math.min(left.size, right.size);
}
