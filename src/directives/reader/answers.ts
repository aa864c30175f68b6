import type { AgencyGrammar, AgencyMention } from './mentions.ts';

/** Pages that retell a document in questions and answers. */

const CAPTION = /\s?\((?:Hình|Ảnh|Nguồn|Minh họa)[^)]*\)\s*$/iu;

/** "Bộ A phải làm gì?", also as the caption of a picture: a question orders nothing. */
export const isQuestion = (words: string): boolean => /\?["'”*_]*[\s-]*$/u.test(words.replace(CAPTION, ''));

const PART =
  /^(?:căn cứ|theo|tại)\s(?:(?:theo|vào|tại|quy định tại|nội dung)\s){0,2}(?:(?:tiểu mục|mục|khoản|điểm|phần|điều)\s[\p{L}\d.,]{1,8}(?:\svà\s[\p{L}\d.]{1,6})?\s){1,3}[^;]{0,300}:\s*$/iu;
const ORDER = /(?:yêu cầu|giao|đề nghị|chỉ đạo)\s/iu;
const LAW =
  /^[^;:]{0,60}?\s(?:Luật|Bộ luật|Pháp lệnh|Nghị định|Thông tư|Hiến pháp)\s[^;]{0,200}(?:quy định|hướng dẫn|như sau)/u;

/** "Căn cứ theo Mục 5 Công điện 71/CĐ-TTg quy định như sau:": a new answer begins, whatever stood open before. */
export const quotesPart = (words: string): boolean => PART.test(words);

/** "Căn cứ khoản 2 Điều 102 Luật X quy định như sau:": what follows is the law, nobody's task. */
export const quotesLaw = (words: string): boolean => PART.test(words) && LAW.test(words) && !ORDER.test(words);

/** "Bên cạnh đó, còn một số nhiệm vụ sau:", "Có trách nhiệm:" goes on with those of the lead-in before. */
export const goesOnToList = (words: string): boolean =>
  /^(?:(?:đều )?(?:có|chịu) (?:trách nhiệm|nhiệm vụ)|(?:chịu trách nhiệm )?thực hiện (?:các )?(?:nhiệm vụ|nội dung|công việc))[^.;:]{0,60}:\s*$/iu.test(
    words,
  ) ||
  /^(?:bên cạnh đó|ngoài ra|đồng thời|cùng với đó|mặt khác)[,\s][^.;:]{0,60}(?:nhiệm vụ|nội dung|công việc|giải pháp|yêu cầu)[^.;:]{0,30}:\s*$/iu.test(
    words,
  );

const TAKES_UP =
  /^\s(?:cần|phải)\s[^.;:]{0,60}\sthực hiện (?:\d{1,2}\s|các\s|những\s)?(?:nhóm\s)?(?:nhiệm vụ|giải pháp|nội dung)[^.;:]{0,40}:\s*$|^\s(?:cần|phải|chủ động|khẩn trương|tập trung|có trách nhiệm|lưu ý|chú ý)(?:\s(?:khẩn trương|tập trung|chủ động|lưu ý|chú ý|làm tốt|một số|các|những|nội dung|nhiệm vụ|công việc|việc|giải pháp|vấn đề|trọng tâm|sau|sau đây|như sau)){0,8}\s?:\s*$|^\s(?:(?:cần|phải|có trách nhiệm|tập trung|khẩn trương|chủ động|nghiêm túc|tổ chức)\s){0,3}(?:thực hiện|triển khai)(?:\s(?:tốt|ngay|các|một số|những|nhiệm vụ|nội dung|công việc|giải pháp|trọng tâm|cụ thể|sau|sau đây|như sau)){0,8}\s?:\s*$/u;

/** "... theo Mục 1 Công điện 5, Bộ trưởng Bộ A tập trung thực hiện:": the last clause says who does what follows. */
export function lastSubject(words: string, grammar: AgencyGrammar): AgencyMention[] | undefined {
  // "Riêng các bệnh viện tuyến tỉnh, thực hiện thêm các nội dung sau:".
  const apart = /^(?:Riêng(?: đối với)?|Về phía|Đối với)\s/u.exec(words);
  if (apart) {
    const named = grammar.list(words, apart[0].length, words.length);
    if (
      named.items.length > 0 &&
      /^,\s(?:cần |phải )?(?:thực hiện|triển khai|tập trung|lưu ý|chú ý)\s[^.;:]{0,80}:\s*$/u.test(
        words.slice(named.end),
      )
    )
      return named.items;
  }
  // The names may hold commas themselves: the first place from which they reach the words of taking up.
  for (const match of words.matchAll(/[,.:]\s/gu)) {
    if (words.length - match.index > 200) continue;
    const { items, end } = grammar.list(words, match.index + 2, words.length);
    if (items.length > 0 && TAKES_UP.test(words.slice(end))) return items;
  }
  return undefined;
}
