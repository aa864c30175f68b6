import type { Repaired } from './repair.ts';
import { SYLLABLE } from './splinters.ts';

/** Two syllables are no longer. */
const WORD = /(?<![\p{L}\p{M}])(?:\p{Lu}?\p{Ll}{3,14}|\p{Lu}{2,6}\p{Ll}{2,7})(?![\p{L}\p{M}])/gu;
/** A word of another language has none of the letters with marks. */
const MARKED = /\P{ASCII}/u;

/**
 * Parts two syllables that a scan or a PDF left without their space ("trongtháng 11", "UBNDphường"). A word is parted only
 * where it is no syllable itself and both halves stand whole elsewhere in the text. Cost is linear.
 */
export function partGluedSyllables(repaired: Repaired): Repaired {
  const { text } = repaired;
  const glued = [...text.matchAll(WORD)].filter(
    ({ 0: word }) => MARKED.test(word) && !SYLLABLE.test(word.toLowerCase()),
  );
  if (glued.length === 0) return repaired;
  const whole = new Set(text.match(/(?<![\p{L}\p{M}])\p{L}{2,7}(?![\p{L}\p{M}])/gu)?.map((word) => word.toLowerCase()));
  const seams: number[] = [];
  for (const { 0: word, index } of glued) {
    const at = seamOf(word, whole);
    if (at > 0) seams.push(index + at);
  }
  return seams.length > 0 ? withSpaces(repaired, seams) : repaired;
}

/** Where the second syllable begins, or 0: the one place where both halves are known. */
function seamOf(word: string, whole: ReadonlySet<string>): number {
  const capitals = /^\p{Lu}{2,}/u.exec(word)?.[0].length;
  const isKnown = (part: string): boolean => whole.has(part.toLowerCase());
  if (capitals) return isKnown(word.slice(0, capitals)) && isKnown(word.slice(capitals)) ? capitals : 0;
  const seams: number[] = [];
  for (let at = 2; at <= word.length - 2; at++) {
    const [first, second] = [word.slice(0, at), word.slice(at)];
    if ([first, second].every((part) => SYLLABLE.test(part.toLowerCase()) && isKnown(part))) seams.push(at);
  }
  return seams.length === 1 ? seams[0]! : 0;
}

function withSpaces(repaired: Repaired, seams: readonly number[]): Repaired {
  const size = repaired.text.length + seams.length;
  const [from, to, bold] = [new Int32Array(size), new Int32Array(size), new Uint8Array(size)];
  const parts: [text: string, shown: string][] = [];
  let done = 0;
  const copyTo = (end: number, shift: number): void => {
    from.set(repaired.from.subarray(done, end), done + shift);
    to.set(repaired.to.subarray(done, end), done + shift);
    bold.set(repaired.bold.subarray(done, end), done + shift);
    parts.push([repaired.text.slice(done, end), repaired.shown.slice(done, end)]);
    done = end;
  };
  seams.forEach((seam, k) => {
    copyTo(seam, k);
    from[seam + k] = to[seam + k] = repaired.from[seam]!;
    parts.push([' ', ' ']);
  });
  copyTo(repaired.text.length, seams.length);
  return {
    text: parts.map(([text]) => text).join(''),
    shown: parts.map(([, shown]) => shown).join(''),
    from,
    to,
    bold,
  };
}
