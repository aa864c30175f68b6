/**
 * Numbers of points that OCR misread: "9, Ban Tuyên giáo" for "9.", "8) Xây dựng" for "a)", "HI- TỔ CHỨC" for "III-". Each
 * is told by the numbers around it and mended letter for letter, so that offsets stay true.
 */
interface Mark {
  at: number;
  words: string;
  /** The line before it ended a sentence, or was empty. */
  isApart: boolean;
}

const POINT = /^(\d{1,2})[.)]\s/;
const POINT_BY_COMMA = /^(\d{1,2}),\s(?=\p{Lu})/u;
const LETTER = /^(?:[a-zđ]|\d|[^\p{L}\p{N}\s(-])\)\s/u;
const FIRST_LETTER_MISREAD = /^(?:[689@]|[^\p{L}\p{N}\s(-])\)\s/u;
/** What is read for the I, V and X of a heading in capitals. */
const ROMAN_MISREAD = /^(?=\S*[HlT|1Y])[IVXHlT|1Y]{1,4}(?=\s?[.)-]\s)/u;
const AS_ROMAN: Record<string, string> = { H: 'I', l: 'I', T: 'I', '|': 'I', '1': 'I', Y: 'V' };
const LIST_OF_ROMANS = /^(?:II|III|IV|V|VI)\s?[.)-]\s/m;
/** "l. Sở Y tế" and "Š. Sở Y tế" among points with figures. */
const FIGURE_MISREAD: [RegExp, string, number][] = [
  [/^[l|](?=[.)]\s\p{Lu})/u, '1', 1],
  [/^[ŠŞ](?=[.)]\s\p{Lu})/u, '5', 5],
];

/** The text with those marks mended; its length is the same. */
export function mendMarks(text: string): string {
  const marks = marksOf(text);
  if (marks.length === 0) return text;
  const letters: [at: number, to: string][] = [];
  // Asked for once: a text of nothing but such marks is read no slower.
  let inRomans: boolean | undefined;
  const listsRomans = (): boolean => {
    inRomans ??= LIST_OF_ROMANS.test(text);
    return inRomans;
  };
  let last = 0;
  marks.forEach(({ at, words, isApart }, i) => {
    const point = POINT.exec(words);
    const byComma = POINT_BY_COMMA.exec(words);
    if (point) last = Number(point[1]);
    else if (byComma && isApart && Number(byComma[1]) === last + 1) {
      letters.push([at + byComma[1]!.length, '.']);
      last++;
    }
    const next = marks[i + 1]?.words ?? '';
    if (FIRST_LETTER_MISREAD.test(words) && /^b\)\s/u.test(nextLetter(marks, i))) letters.push([at, 'a']);
    for (const [form, figure, value] of FIGURE_MISREAD)
      if (form.test(words) && (last === value - 1 || next.startsWith(`${value + 1}.`))) {
        letters.push([at, figure]);
        last = value;
      }
    const roman = ROMAN_MISREAD.exec(words);
    if (roman && isHeading(words.slice(roman[0].length)) && (roman[0].length > 1 || listsRomans()))
      [...roman[0]].forEach((letter, k) => {
        if (AS_ROMAN[letter]) letters.push([at + k, AS_ROMAN[letter]!]);
      });
  });
  if (letters.length === 0) return text;
  let mended = '';
  let done = 0;
  for (const [at, to] of letters) {
    mended += text.slice(done, at) + to;
    done = at + to.length;
  }
  return mended + text.slice(done);
}

/** The next of some marks that counts in letters; far below nothing belongs to this one. */
const nextLetter = (marks: readonly Mark[], at: number): string =>
  marks.slice(at + 1, at + 40).find((m) => LETTER.test(m.words))?.words ?? '';

const isHeading = (words: string): boolean => words.length > 6 && /\p{Lu}{2}/u.test(words) && !/\p{Ll}{2}/u.test(words);

/** Lines that open with something short before a point, a bracket, a dash or a comma. */
function marksOf(text: string): Mark[] {
  const marks: Mark[] = [];
  let before = '';
  for (const { 0: line, index } of text.matchAll(/[^\n\f]+/gu)) {
    const indent = /^[\s*|]*/u.exec(line)![0].length;
    const words = line.slice(indent, indent + 80);
    if (words === '') {
      before = '';
      continue;
    }
    if (/^\S{1,4}\s?[.,)-]\s/u.test(words) || /^\S{1,3}[.,)-]\s/u.test(words))
      marks.push({
        at: index + indent,
        words,
        isApart: before === '' || /[.;:…]["')]*\s*$/.test(before) || text[index - 2] === '\n',
      });
    before = line;
  }
  return marks;
}
