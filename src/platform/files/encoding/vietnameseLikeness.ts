/**
 * One Vietnamese syllable: onset, vowels, coda. Marks are taken off first, so that the pattern stays short; which
 * letters carry them is checked by where they may stand (the wrong encoding puts them on impossible places).
 */
const SYLLABLE =
  /^(ngh|ng|nh|gh|gi|kh|ph|th|tr|ch|qu|[bcdđghklmnprstvx])?(uye|uya|uyu|oai|oay|oeo|uoi|uou|uay|ieu|yeu|oao|[aeiouy]{1,2})(ch|ng|nh|[cmnpt])?$/;

/**
 * How much a text looks like Vietnamese: of its words with letters beyond ASCII, the part that are possible
 * Vietnamese syllables (0..1), and how many such words there are.
 */
export function vietnameseLikeness(text: string): { score: number; words: number } {
  let words = 0;
  let possible = 0;
  for (const [word] of text.slice(0, 200_000).matchAll(/[\p{L}\p{M}\u00a1-\u00ff]+/gu)) {
    // biome-ignore lint/suspicious/noControlCharactersInRegex: ASCII is named by its range
    if (/^[\u0000-\u007f]+$/.test(word)) continue;
    words++;
    if (isSyllable(word)) possible++;
  }
  return { score: words === 0 ? 0 : possible / words, words };
}

/** Marks as the digits of VNI typing: 1 to 5 are the tones, then circumflex, horn, breve. */
const MARKS = '\u0301\u0300\u0309\u0303\u0323\u0302\u031b\u0306';

function isSyllable(word: string): boolean {
  if (!/^(\p{Lu}+|\p{L}?\p{Ll}+)$/u.test(word.normalize('NFC'))) return false;
  const typed = word
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}/gu, (mark) => String(MARKS.indexOf(mark) + 1));
  if (/[^a-zđ1-8]/.test(typed)) return false;
  // One tone at most; a circumflex on a, e, o, a horn on o, u, a breve on a; no mark on a consonant.
  if ((typed.match(/[1-5]/g) ?? []).length > 1) return false;
  if (/[^aeo5]5?6|[^ou]7|[^a5]5?8|[b-df-hj-np-tv-xzđ][1-8]/.test(typed)) return false;
  return SYLLABLE.test(typed.replace(/\d/g, ''));
}
