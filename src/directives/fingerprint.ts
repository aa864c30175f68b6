import { fold } from '../kernel/vietnamese.ts';

/** Words in a row that make one shingle: long enough to be rare, short enough to survive small edits. */
const SHINGLE = 4;
/** How many of the smallest hashes are kept: what two sketches share then tells the likeness within a few per cent. */
const SIZE = 192;
/** Under this share of the smaller text the likeness is the genre's, not the content's (measured; see the tests). */
const SAME_CONTENT = 0.45;
/** Fewer shingles than this say nothing. */
const TOO_SHORT = 12;

/**
 * A fingerprint of what a text says: the smallest hashes (FNV-1a, as signed 32-bit integers, ascending, at most 192) of
 * its shingles of four folded words. Line breaks, marks, case and punctuation leave it unchanged; texts that share
 * passages share hashes.
 */
export function fingerprint(text: string): number[] {
  const words = fold(text).split(' ');
  const hashes = new Set<number>();
  for (let i = 0; i + SHINGLE <= words.length; i++) hashes.add(hash(words.slice(i, i + SHINGLE).join(' ')));
  return [...hashes].sort((a, b) => a - b).slice(0, SIZE);
}

function hash(text: string): number {
  let h = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193);
  // FNV's last letters barely reach the high bits, by which the smallest are chosen: stir once more.
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) | 0;
}

/**
 * How much of the smaller of two texts is found in the other, estimated from their fingerprints: 0 to 1.
 * Only hashes below the lower of the two last ones count, because each sketch is complete up to its last.
 */
export function containment(a: readonly number[], b: readonly number[]): number {
  if (a.length < TOO_SHORT || b.length < TOO_SHORT) return 0;
  const end = Math.min(lastComplete(a), lastComplete(b));
  const left = a.filter((h) => h <= end);
  const right = new Set(b.filter((h) => h <= end));
  const smaller = Math.min(left.length, right.size);
  return smaller === 0 ? 0 : left.filter((h) => right.has(h)).length / smaller;
}

/** A sketch that is not full holds every hash of its text. */
const lastComplete = (sketch: readonly number[]): number => (sketch.length < SIZE ? 0x7fffffff : sketch.at(-1)!);

/** Whether two texts tell the same directive: a signed notice and the news page on it, a draft and its clean copy. */
export const sameContent = (a: readonly number[], b: readonly number[]): boolean => containment(a, b) >= SAME_CONTENT;
