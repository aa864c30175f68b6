/**
 * Letters whose capital differs from the small one by its size alone, with and without Vietnamese marks: OCR takes "Sở" for
 * "SỞ", and "ở" within a sentence for "Ở".
 */
const ALIKE = /^[CKOPSUVWXZ]+$/;
const isCapital = (text: string): boolean => text !== text.toLowerCase() && text === text.toUpperCase();
const bare = (text: string): string => text.normalize('NFD').replace(/\p{M}+/gu, '');
/** Abbreviations (CV, SX) carry no marks. */
const hasMark = (text: string): boolean => /\p{M}/u.test(text.normalize('NFD'));

/** The words of a line with such letters made small where the line is not set in capitals. */
export function withSmallLetters(words: readonly string[]): string[] {
  const letters = words.join('').match(/\p{L}/gu) ?? [];
  const small = letters.filter((letter) => letter === letter.toLowerCase()).length;
  if (small < letters.length * 0.6) return [...words];
  return words.map((word, at) => {
    const core = /\p{L}+/u.exec(word)?.[0];
    if (!core || !isCapital(core) || !hasMark(core) || !ALIKE.test(bare(core))) return word;
    if (core.length > 1) return word.replace(core, core.charAt(0) + core.slice(1).toLowerCase());
    const before = words[at - 1];
    return before !== undefined && /\p{Ll}[,”"')]*$/u.test(before) ? word.replace(core, core.toLowerCase()) : word;
  });
}
