import type { AgencyGrammar, AgencyMention } from './mentions.ts';

/** "... hướng dẫn | các đơn vị | thực hiện các nội dung sau:": the writer's words over the points, where nobody is ordered outright. */
const TURNS_TO =
  /(?:^|\s)(?:hướng dẫn|lưu ý|nhắc|nhắc nhở|đôn đốc|thông báo|thông tin|triển khai|quán triệt|phổ biến|trao đổi|mong|kính mong|rất mong|yêu cầu|đề nghị)(?:\s(?:đến|tới|cho|với))?\s/giu;
/** What is to be done stands in the points: "... thực hiện các nhiệm vụ trọng tâm sau:", "... một số nội dung như sau:". */
const TO_DO =
  /^\s?(?:[^.;:]{0,120}\s)?(?:thực hiện|triển khai|tổ chức|tập trung|phối hợp|quan tâm)(?:\s[^.;:]{0,100})?:\s*$/u;
const POINTS =
  /^\s?(?:[^.;:]{0,40}\s)?(?:nội dung|nhiệm vụ|công việc|việc|biện pháp|giải pháp|vấn đề|như)(?:\s[^.;:]{0,60})?:\s*$/u;
/** These tell what is so unless they say that something is to be done. */
const ONLY_TELLS = /thông báo|thông tin|triển khai|quán triệt|phổ biến|trao đổi/iu;
const WORK = /^\s?(?:[^.;:]{0,40}\s)?(?:nhiệm vụ|công việc|phần việc|việc)(?:\s[^.;:]{0,60})?:\s*$/u;
/** "các đơn vị | một số nội dung": what is told, no part of the name. */
const TOLD = /\s(?:một số|những|các)\s(?:nội dung|nhiệm vụ|công việc|việc|vấn đề|biện pháp|giải pháp)(?!\p{L})/u;
/** The points hold what is, not what to do. */
const TELLS_RESULTS =
  /\s(?:kết quả|tình hình|lịch|danh sách|chương trình làm việc|thời gian, địa điểm|mẫu)\s[^:]*:\s*$/iu;

/**
 * Whom an unnumbered sentence over points turns to: the names after its last such verb, `'addressees'` where it names
 * nobody and those written to are meant, undefined where it gives nothing to do.
 */
export function turnedTo(words: string, grammar: AgencyGrammar): AgencyMention[] | 'addressees' | undefined {
  if (!/:\s*$/.test(words) || TELLS_RESULTS.test(words)) return undefined;
  let found: AgencyMention[] | 'addressees' | undefined;
  for (const match of words.matchAll(TURNS_TO)) {
    const at = match.index + match[0].length;
    const { items, end } = grammar.list(words, at, words.length);
    const last = items.at(-1);
    const told = last ? TOLD.exec(words.slice(last.start, last.end)) : null;
    if (last && told) last.end = last.start + told.index;
    const rest = words.slice(last ? (told ? last.end : end) : at - 1);
    if (
      TO_DO.test(rest) ||
      (ONLY_TELLS.test(match[0]) && !/\s(?:trọng tâm|chủ yếu|cần (?:thực hiện|tập trung))\s/u.test(rest)
        ? WORK
        : POINTS
      ).test(rest)
    )
      found = items.length > 0 ? items : (found ?? 'addressees');
  }
  return found;
}
