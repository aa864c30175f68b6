import type { AgencyGrammar, AgencyMention } from './mentions.ts';

/** What is dealt out among many: "Giao chỉ tiêu ...", "Giao bổ sung dự toán ...", only where a sentence opens. */
const DEALS_OUT =
  /^(?:Giao|Phân bổ|Phân khai)\s(?:(?:bổ sung|thêm|chi tiết|cụ thể)\s)?(?:chỉ tiêu|kế hoạch|dự toán|biên chế|vốn|kinh phí|số lượng)\s(?:(?:[^.;:]|\.(?=\d)){0,160}?\s)?cho\s/u;

/** Under a heading that names somebody, "Giao chỉ tiêu cho từng xã" is what they must do. */
export const dealsOut = (words: string): boolean => DEALS_OUT.test(words);

/** "Giao chỉ tiêu 1.200 căn nhà ở xã hội cho | UBND các xã ...": to whom, and where what they get begins. */
export function allottedTo(
  text: string,
  at: number,
  to: number,
  grammar: AgencyGrammar,
): { items: AgencyMention[]; after: number } | undefined {
  const scope = text.slice(at, Math.min(to, at + 240));
  const opener = DEALS_OUT.exec(scope);
  if (!opener) return undefined;
  const { items } = grammar.list(text, at + opener[0].length, to);
  return items.length > 0 ? { items, after: at + scope.indexOf(' ') } : undefined;
}
