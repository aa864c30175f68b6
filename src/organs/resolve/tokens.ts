import { cleanLine, fold, modernTones } from '../../kernel/vietnamese.ts';

/** One word of an agency's name, with the punctuation that stands before it. */
export interface Token {
  raw: string;
  /** Without marks and case: what keys are made of. */
  folded: string;
  /** With marks in their present places, lower case: tells apart what folds alike. */
  marked: string;
  /** Punctuation between the word before and this one: "," ";" ":" "&" "-" "/". */
  before: string;
}

const CLUTTER = /(?<!\p{L})(đ\/c|đ\/chí|đồng chí)(?!\p{L})|^[\s\-–+*•.#|]+|[\s.;:,|]+$/giu;

/** The words of an agency as written; marks of lists, "đồng chí" and text in brackets are left out. */
export function tokenize(text: string): Token[] {
  const line = modernTones(cleanLine(text))
    .replace(/\([^)]*\)?/g, ' ')
    .replace(CLUTTER, ' ')
    .trim();
  const tokens: Token[] = [];
  let end = 0;
  for (const word of line.matchAll(/[\p{L}\p{N}\p{M}]+/gu)) {
    tokens.push({
      raw: word[0],
      folded: fold(word[0]),
      marked: word[0].toLowerCase(),
      before: line.slice(end, word.index).replace(/\s+/g, ''),
    });
    end = word.index + word[0].length;
  }
  return tokens;
}

export const isAnd = (token: Token | undefined): boolean =>
  token?.folded === 'va' && (token.marked === 'và' || token.marked === 'va');

/** "và" or a punctuation mark stands before the token, so that a new name may begin with it. */
export const separated = (tokens: readonly Token[], at: number): boolean =>
  at === 0 || /[,;:/&]/.test(tokens[at]?.before ?? ',') || isAnd(tokens[at - 1]);

/** Whether the words from `from` to `to` (exclusive) may be one name: no semicolon, colon inside. */
export const unbroken = (token: Token): boolean => !/[;:]/.test(token.before);

/** The key of words: folded, without "và", nothing between. "Sở NN&MT", "Sở NN và MT" and "sở NNMT" share one. */
export const keyOf = (tokens: readonly Token[]): string =>
  tokens.reduce((key, token) => (isAnd(token) ? key : key + token.folded), '');

/** Where in the key of words a comma, a sign or "và" stands: two names side by side are not one name. */
export function breaksOf(tokens: readonly Token[], signs: RegExp): number[] {
  const breaks: number[] = [];
  let length = 0;
  tokens.forEach((token, i) => {
    if (isAnd(token)) return;
    if (i > 0 && (signs.test(token.before) || isAnd(tokens[i - 1]))) breaks.push(length);
    length += token.folded.length;
  });
  return breaks;
}

/** Like `keyOf`, with the marks. */
export const markedKeyOf = (tokens: readonly Token[]): string =>
  tokens.reduce((key, token) => (isAnd(token) ? key : key + token.marked), '');

/** Whether the words from `at` on begin with this phrase (folded words, single spaces); how many words it has, or 0. */
export function startsWith(tokens: readonly Token[], at: number, phrase: string): number {
  const words = phrase.split(' ');
  for (let i = 0; i < words.length; i++) if (tokens[at + i]?.folded !== words[i]) return 0;
  return words.length;
}

/** The longest of the phrases with which the words from `at` on begin; its length in words, or 0. */
export const longestPhrase = (tokens: readonly Token[], at: number, phrases: Iterable<string>): number => {
  let best = 0;
  for (const phrase of phrases) best = Math.max(best, startsWith(tokens, at, phrase));
  return best;
};

/** Written in capitals, as abbreviations are. */
export const isCapital = (token: Token): boolean => token.raw === token.raw.toUpperCase() && /\p{L}/u.test(token.raw);

/** The words as they were written, for notes. */
export const textOf = (tokens: readonly Token[]): string =>
  tokens.reduce((text, token, i) => (i === 0 ? token.raw : `${text}${joint(token.before)}${token.raw}`), '');
const joint = (before: string): string =>
  before === '' ? ' ' : /^[-–]$/.test(before) ? ' - ' : before === '&' ? '&' : `${before} `;
