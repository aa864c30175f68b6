import type { AgencyMention } from './mentions.ts';
import { skipSpace } from './nameParts.ts';
import { verbEnd } from './verbs.ts';

/**
 * How a clause begins that says which of them: "... bị ảnh hưởng bởi bão", "... được giao kế hoạch vốn". What they have done,
 * do or have not done ("đã", "đang", "chưa") is more often told of them, and is left to words that bind.
 */
const OPENS =
  /(?:bị|được(?!\s\p{Lu}|\s(?:đánh giá|ghi nhận|biểu dương|khen))|để xảy ra|nằm|liên quan|(?<=liên quan )(?:đến|tới)|mới|có(?! trách nhiệm| nhiệm vụ| ý kiến| văn bản| nhiều (?:cố gắng|nỗ lực)))\s/uy;
/** What is told next is done to them: the first word of doing belongs to the clause. */
const TAKES_DOING = /^(?:bị|được|mới|để xảy ra)\s$/u;
/** "được giao | rà soát": charged already. */
const CHARGED = /^được\s(?:giao|phân công|yêu cầu|đề nghị)\s/u;
/** After these a word of doing is a noun: "trong quy hoạch", "các dự án tái định cư". */
const BEFORE_NOUN =
  /(?:^|\s)(?:trong|(?<!kèm )theo|về|của|cho|để|từ|tại|với|sau|trước|khi|bởi|do|và|hoặc|việc|công tác|dự án|công trình|chương trình|kế hoạch|đề án|vùng|cơ sở|hồ sơ|phí)\s$/u;
/** Words of doing that take another after them: "tổ chức tuyên truyền". Other pairs are a noun and what is done next. */
const TAKES_ANOTHER =
  /^(?:tổ chức|tập trung|chủ động|khẩn trương|tiếp tục|chỉ đạo|phối hợp|tăng cường|đẩy mạnh|chủ trì|triển khai|thực hiện|hướng dẫn|nghiêm túc|kịp thời|sớm|phải|cần|đẩy nhanh|rà soát)(?![\p{L}\p{M}])/u;
const MOST_WORDS = 18;

/**
 * "UBND các xã | bị ảnh hưởng bởi bão | rà soát ...": where a clause ends that says which of them, by the word of doing after
 * it; -1 where none begins at `at`, or nothing to do follows in the same breath.
 */
function limitingClauseEnd(text: string, at: number): number {
  OPENS.lastIndex = at;
  const opener = OPENS.exec(text)?.[0];
  if (!opener) return -1;
  let place = at + opener.length;
  const charged = CHARGED.exec(text.slice(at, at + 20));
  if (charged && verbEnd(text, at + charged[0].length) > 0) return -1;
  let plain = 0;
  let wasNoun = false;
  for (let n = 0; n < MOST_WORDS; n++) {
    const verb = verbEnd(text, place);
    const isNamed: boolean = wasNoun || BEFORE_NOUN.test(text.slice(Math.max(0, place - 14), place));
    if (verb < 0) plain++;
    else if (!isNamed && plain > 0 && !(n === 0 && TAKES_DOING.test(opener))) {
      const next = skipSpace(text, verb);
      const isNoun = next === verb + 1 && verbEnd(text, next) > 0 && !TAKES_ANOTHER.test(text.slice(place, verb + 1));
      if (!isNoun) return text[place - 2] === ',' ? -1 : place - 1;
    }
    wasNoun = verb > 0 && isNamed;
    const word = verb > 0 ? text.slice(place, verb) : /^[\p{L}\d%/-]+/u.exec(text.slice(place, place + 24))?.[0];
    if (!word) return -1;
    place += word.length;
    if (text.startsWith(', ', place) && verbEnd(text, place + 2) < 0) place++;
    if (text[place] !== ' ') return -1;
    place++;
  }
  return -1;
}

/** A list of names whose last, a class or units, goes on in such a clause, so that something to do follows it; else undefined. */
export function withLimitingClause(
  text: string,
  items: readonly AgencyMention[],
  end: number,
  to: number,
): AgencyMention[] | undefined {
  const last = items.at(-1);
  if (!last?.plural || text[end] !== ' ') return undefined;
  const stop = limitingClauseEnd(text, end + 1);
  return stop > 0 && stop < to ? [...items.slice(0, -1), { ...last, end: stop }] : undefined;
}
