import type { AgencyGrammar, AgencyMention } from './mentions.ts';

const DONE_BY =
  /^(?:việc|nhiệm vụ|nội dung|phần việc|công tác|đầu việc)\s[^.;:]{3,160}?\s(do|thuộc về|thuộc trách nhiệm của)\s(?=\p{Lu}|các\s)/iu;
const TAKES_ON = /^\s(?:đảm nhiệm|đảm nhận|đảm trách|chủ trì|phụ trách|thực hiện|chịu trách nhiệm|lo)(?=[\s,.;]|$)/u;
const CLAUSE_END = /^\s?(?:[.;,]|$)/u;

/** "Việc lấp giếng hỏng do Sở A đảm nhiệm", "Nhiệm vụ này thuộc về UBND xã": those charged where they stand last. */
export function namedLast(
  text: string,
  at: number,
  to: number,
  grammar: AgencyGrammar,
): { items: AgencyMention[]; end: number } | undefined {
  const by = DONE_BY.exec(text.slice(at, Math.min(to, at + 200)));
  if (!by) return undefined;
  const { items, end } = grammar.list(text, at + by[0].length, to);
  const closes = (by[1] === 'do' ? TAKES_ON : CLAUSE_END).test(text.slice(end, Math.min(to, end + 24)));
  return items.length > 0 && closes ? { items, end } : undefined;
}
