import type { Repaired } from './repair.ts';

/** Letters that are no word by themselves: what a conversion broke off a syllable ("n ă m", "chí nh trị", "hộ i"). */
const SPLINTER = /^(?:[bcdđghklmnpqrstvx]|ch|gh|kh|ng|ngh|nh|ph|th|tr|[iìíỉĩịuúùũụưứừửữựăắằẳẵặâầẩẫậơớờợo])$/iu;
const CONSONANTS = /^(?:[bcdđghklmnpqrstvx]|ch|gh|kh|ng|ngh|nh|ph|th|tr)$/iu;
const VOWELS = 'aàáảãạăắằẳẵặâấầẩẫậeèéẻẽẹêếềểễệiìíỉĩịoòóỏõọôốồổỗộơớờởỡợuùúủũụưứừửữựyỳýỷỹỵ';
/** One syllable of Vietnamese, in small letters. */
export const SYLLABLE = new RegExp(
  `^(?:ngh|ng|nh|ch|gh|gi|kh|ph|qu|th|tr|[bcdđghklmnprstvx])?[${VOWELS}]{1,3}(?:ch|ng|nh|[cmnpt])?$`,
  'u',
);
const WORD = /(?<=^|[ \n\t("'/-])\p{L}+(?=[ \n\t.,;:)"'/-]|$)/gu;
/** So many syllables broken say that the text was; a letter here and there is a point's ("điểm c khoản 2"). */
const FEW = 3;

interface Token {
  at: number;
  word: string;
}

/**
 * Joins the splinters of syllables in a text whose conversion set spaces inside words. A joined word must stand whole
 * elsewhere in the text, or be one syllable made of splinters alone. Cost is linear.
 */
export function joinSplinters(repaired: Repaired): Repaired {
  const { text } = repaired;
  const tokens: Token[] = [];
  const whole = new Map<string, number>();
  let broken = 0;
  for (const match of text.matchAll(WORD)) {
    const word = match[0].toLowerCase();
    tokens.push({ at: match.index, word });
    whole.set(word, (whole.get(word) ?? 0) + 1);
    if (CONSONANTS.test(word) && !/\d\s$/u.test(text.slice(Math.max(0, match.index - 2), match.index))) broken++;
  }
  if (broken < FEW) return repaired;
  const spaces = new Set<number>();
  const adjoins = (k: number): boolean =>
    k > 0 &&
    k < tokens.length &&
    tokens[k]!.at === tokens[k - 1]!.at + tokens[k - 1]!.word.length + 1 &&
    text[tokens[k]!.at - 1] === ' ';
  /** How surely the tokens from `from` to `to` make one word: 0 for not at all. */
  const worth = (from: number, to: number): number => {
    if (from < 0 || to >= tokens.length) return 0;
    // "40 độ C": what is broken off within a word is no capital.
    for (let k = from + 1; k <= to; k++) if (!adjoins(k) || !/\p{Ll}/u.test(text[tokens[k]!.at]!)) return 0;
    const pieces = tokens.slice(from, to + 1).map((token) => token.word);
    const joined = pieces.join('');
    if (joined.length > 7 || !SYLLABLE.test(joined)) return 0;
    const known = whole.get(joined) ?? 0;
    if (known > 0) return known + joined.length * 100;
    return pieces.length > 2 && pieces.every((piece) => piece.length < 3) ? joined.length : 0;
  };
  for (let k = 0; k < tokens.length; k++) {
    if (!SPLINTER.test(tokens[k]!.word)) continue;
    let best: [from: number, to: number] = [k, k];
    let most = 0;
    for (const [from, to] of [
      [k - 1, k],
      [k, k + 1],
      [k - 1, k + 1],
      [k, k + 2],
    ] as const) {
      const value = worth(from, to);
      if (value > most) {
        most = value;
        best = [from, to];
      }
    }
    if (most === 0 || spaces.has(tokens[best[0]]!.at - 1)) continue;
    for (let j = best[0] + 1; j <= best[1]; j++) spaces.add(tokens[j]!.at - 1);
    k = best[1];
  }
  return spaces.size > 0 ? without(repaired, spaces) : repaired;
}

function without({ text, shown, from, to, bold }: Repaired, spaces: ReadonlySet<number>): Repaired {
  const keep: number[] = [];
  const matched: string[] = [];
  const written: string[] = [];
  for (let i = 0; i < text.length; i++) {
    if (spaces.has(i)) continue;
    keep.push(i);
    matched.push(text[i]!);
    written.push(shown[i]!);
  }
  return {
    text: matched.join(''),
    shown: written.join(''),
    from: Int32Array.from(keep, (i) => from[i]!),
    to: Int32Array.from(keep, (i) => to[i]!),
    bold: Uint8Array.from(keep, (i) => bold[i]!),
  };
}
