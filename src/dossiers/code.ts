const WORDS = /^[A-Z0-9]{1,10}(?:[.-][A-Z0-9]{1,10}){2,9}$/;
const isDay = (word: string): boolean => /^\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])$/.test(word);
const isNumber = (word: string): boolean => /^\d{4,7}$/.test(word);

/**
 * A code as typed or scanned, in its one form; undefined where it is none. Every pattern that may ever be set (codePattern.ts)
 * has a day and a number of that day among its words, so that codes made under former patterns are read as well.
 */
export function parseCode(text: string | undefined): string | undefined {
  const code = (text ?? '').normalize('NFC').replace(/\s+/g, '').replace(/[–—−]/g, '-').toUpperCase();
  if (!WORDS.test(code) || !code.includes('-')) return undefined;
  const words = code.split(/[.-]/);
  const day = words.findIndex(isDay);
  return day >= 0 && words.some((word, i) => i !== day && isNumber(word)) ? code : undefined;
}

/**
 * The forms in which another system may have written a code that is typed here: as typed, in large and in small letters, for
 * people copy letters as they like. Empty where the words can be no code.
 */
export function foreignForms(text: string): readonly string[] {
  const code = text.replaceAll(/\s/g, '');
  if (!/^(?=.*\d)[\w./-]{4,60}$/.test(code)) return [];
  return [...new Set([code, code.toUpperCase(), code.toLowerCase()])];
}
