import type { AgencyGrammar } from './mentions.ts';

const IN_BRACKETS =
  /\s\((?:(?:sau đây )?(?:gọi|viết)(?: tắt)?(?: chung)? là:?\s)?["“]?(\p{Lu}[\p{Lu}\d&.-]{1,11})["”]?\)/gu;
const MOST = 30;
const REACH = 90;

/** "Trung tâm Phục vụ hành chính công (TTHCC)": the short names by which a document goes on to speak of somebody. */
export function shortNames(text: string, grammar: AgencyGrammar): string[] {
  const found = new Set<string>();
  for (const match of text.matchAll(IN_BRACKETS)) {
    const short = match[1]!;
    if (found.size >= MOST) break;
    if (found.has(short) || grammar.list(short, 0, short.length).items.length > 0) continue;
    if (endsName(text, match.index, match.index + match[0].length, grammar)) found.add(short);
  }
  return [...found];
}

/** Does a name that begins in the words before run up to the bracket at `open`? */
function endsName(text: string, open: number, close: number, grammar: AgencyGrammar): boolean {
  const from = Math.max(0, open - REACH);
  const before = text.slice(from, open);
  const clause = before.slice(before.search(/[^.;:\n]*$/u));
  for (const { index } of clause.matchAll(/(?<![\p{L}\d])\p{Lu}/gu)) {
    const { items } = grammar.list(text, open - clause.length + index, close);
    if (items.some((name) => !name.plural && (name.end === close || name.end === open))) return true;
  }
  return false;
}
