import type { Day } from '../kernel/day.ts';

/**
 * How codes are made: words, separated by points and hyphens, each a fixed one (`H41`) or one of these: the code of the
 * province, that of the unit, the day of reception as YYMMDD, the number of the day with at least four digits.
 */
export type CodePart = 'TINH' | 'XA' | 'NGAY' | 'SO';
export type PatternLevel = 'commune' | 'province';
export type PatternPair = Readonly<Record<PatternLevel, string>>;

/** Where the province has set nothing: `40.17230-261123-0007`. */
export const USUAL_PATTERN: PatternPair = { commune: '{TINH}.{XA}-{NGAY}-{SO}', province: '{TINH}-{NGAY}-{SO}' };

const NEEDED: Record<PatternLevel, readonly CodePart[]> = { commune: ['XA', 'NGAY', 'SO'], province: ['NGAY', 'SO'] };
const ALLOWED: Record<PatternLevel, readonly string[]> = {
  commune: ['TINH', 'XA', 'NGAY', 'SO'],
  province: ['TINH', 'NGAY', 'SO'],
};
const LONGEST = 60;
const MOST_WORDS = 10;

type Word = { part: string } | { fixed: string };
const wordsOf = (pattern: string): Word[] =>
  pattern.split(/[.-]/).map((word) => {
    const part = /^\{([A-Z]+)\}$/.exec(word)?.[1];
    return part ? { part } : { fixed: word };
  });

/** What is wrong with a pattern, as a sentence; undefined where nothing is. What passes, `parseCode` reads. */
export function faultOfPattern(pattern: string, level: PatternLevel): string | undefined {
  if (pattern === '') return 'Hãy ghi mẫu mã.';
  if (pattern.length > LONGEST) return `Mẫu dài quá ${LONGEST} ký tự.`;
  const words = wordsOf(pattern);
  const bad = words.find((w) => 'fixed' in w && !/^[A-Z0-9]{1,10}$/.test(w.fixed));
  if (bad) {
    return 'Chỉ dùng chữ in hoa không dấu, chữ số và các ô {TINH}, {XA}, {NGAY}, {SO}, cách nhau bằng dấu chấm hoặc gạch ngang.';
  }
  const parts = words.flatMap((w) => ('part' in w ? [w.part] : []));
  const strange = parts.find((part) => !ALLOWED[level].includes(part));
  if (strange) return `Mẫu này không dùng được ô {${strange}}.`;
  if (new Set(parts).size < parts.length) return 'Mỗi ô chỉ dùng một lần.';
  const missing = NEEDED[level].filter((part) => !parts.includes(part));
  if (missing.length > 0) return `Thiếu ô ${missing.map((part) => `{${part}}`).join(', ')}: mã có thể bị trùng.`;
  if (words.length < 3 || words.length > MOST_WORDS || !pattern.includes('-')) {
    return `Mẫu cần từ 3 đến ${MOST_WORDS} phần và ít nhất một gạch ngang, ví dụ {TINH}-{NGAY}-{SO}.`;
  }
  return undefined;
}

/** @param values codes of province and unit; the day of reception; the number of the day, from 1 */
export function codeFrom(
  pattern: string,
  values: { province: string; unit: string; day: Day; sequence: number },
): string {
  const { day } = values;
  const parts: Record<string, string> = {
    TINH: values.province,
    XA: values.unit,
    NGAY: `${day.slice(2, 4)}${day.slice(5, 7)}${day.slice(8, 10)}`,
    SO: String(values.sequence).padStart(4, '0'),
  };
  return pattern.replace(/\{([A-Z]+)\}/g, (_, part: string) => parts[part]!);
}

/** What a word of a code may look like; two that share no text can be told apart. */
const LOOKS: Record<string, RegExp> = { TINH: /^\d{2}$/, XA: /^\d{5}$/, NGAY: /^\d{6}$/, SO: /^\d{4,7}$/ };
const LENGTHS: Record<string, readonly [number, number]> = { TINH: [2, 2], XA: [5, 5], NGAY: [6, 6], SO: [4, 7] };

function alike(a: Word, b: Word): boolean {
  if ('fixed' in a && 'fixed' in b) return a.fixed === b.fixed;
  if ('part' in a && 'part' in b) {
    const [[lowA, highA], [lowB, highB]] = [LENGTHS[a.part]!, LENGTHS[b.part]!];
    return lowA <= highB && lowB <= highA;
  }
  const [part, fixed] =
    'part' in a ? [a.part, (b as { fixed: string }).fixed] : [(b as { part: string }).part, a.fixed];
  return LOOKS[part]!.test(fixed);
}

/**
 * Whether codes of two patterns could ever be the same for two dossiers. Numbers are counted by unit and day, and a day has one
 * pattern of each level; so of one level they are told apart where day and unit stand at the same places.
 */
export function mayClash(
  a: { pattern: string; level: PatternLevel },
  b: { pattern: string; level: PatternLevel },
): boolean {
  const separators = (pattern: string) => pattern.replace(/[^.-]/g, '');
  if (separators(a.pattern) !== separators(b.pattern)) return false;
  const [wordsA, wordsB] = [wordsOf(a.pattern), wordsOf(b.pattern)];
  if (!wordsA.every((word, i) => alike(word, wordsB[i]!))) return false;
  const at = (words: readonly Word[], part: CodePart) => words.findIndex((w) => 'part' in w && w.part === part);
  const same = (part: CodePart) => at(wordsA, part) === at(wordsB, part);
  return !(a.level === b.level && same('NGAY') && same('XA'));
}
