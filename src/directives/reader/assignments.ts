import { MAY_DIRECT, SUPERIORS } from './askers.ts';
import type { Charge } from './charge.ts';
import { nameEnd } from './guess.ts';
import { mayLimit, withLimitingClause } from './limitingClauses.ts';
import type { AgencyGrammar, AgencyMention } from './mentions.ts';
import { whoChairs } from './namedLast.ts';
import { chargesEachAfter, HANDS_OVER, NARRATIVE } from './notOrders.ts';
import { afterLimit, predicateAt } from './predicates.ts';
import { verbEnd } from './verbs.ts';

/** Orders told by a word that assigns: who asks, whom, and where what they must do begins. */

const ASSIGN =
  /(?:(?:tiếp tục|nhất trí|thống nhất|đồng ý|trân trọng|kính)\s)?(?:giao|yêu cầu|đề nghị|phân công|ủy quyền|kiến nghị|chuyển(?: (?:đơn|hồ sơ|văn bản|nội dung|kiến nghị)[^.;:,]{0,60}?(?: đến| tới| cho| sang| về))?|giao trách nhiệm|giao nhiệm vụ)(?:\s(?:trực tiếp|cho|đối với|trách nhiệm|nhiệm vụ))?\s(?:cho\s)?/iuy;
/** "Chuyển Sở A xem xét" charges it; "Chuyển Công an tỉnh hồ sơ vụ việc" is a thing to do. */
const DEALS_WITH =
  /^(?:xem xét|giải quyết|xử lý|nghiên cứu|tham mưu|trả lời|chủ trì|thực hiện|rà soát|kiểm tra)(?=[\s,.;]|$)/u;
/** "Giao ban tháng 5" is a meeting. */
const GIAO_BAN = /^ban(?!\s(?:quản|chỉ|tổ|thư|điều|giám|cán|văn|kinh|pháp|đại))(?![\p{L}\p{M}])/u;
/** "Giám đốc Sở A phân công lãnh đạo Sở phụ trách ...": those whom it sends are its own. */
const OWN_STAFF =
  /^(?:phân công|cử)\s(?:các\s|từng\s|\d+\s)?(?:đồng chí\s)?(?:lãnh đạo|cán bộ|công chức|viên chức|chuyên viên|cấp ủy viên|đảng viên|nhân viên|giáo viên|thành viên|lực lượng)/u;
const ALSO = /^(?:cũng|còn|đồng thời|tiếp tục|vừa)(?: có (?:công văn|văn bản|công điện))?\s/u;
/** A page that tells of the document says it in the past: "UBND tỉnh đã yêu cầu Sở A ...". */
const ALSO_TOLD = /^(?:(?:cũng|còn|đồng thời|tiếp tục|vừa|đã)(?: có (?:công văn|văn bản|công điện))?\s){1,2}/u;

/** "Chủ tịch UBND tỉnh yêu cầu Sở A ...", "Thủ tướng cũng chỉ đạo Bộ B ...": one who stands above charges another. */
export function chainedAt(
  text: string,
  next: number,
  to: number,
  grammar: AgencyGrammar,
  authority: AgencyMention,
  start: number,
  isNews: boolean,
): Charge | undefined {
  const also = (isNews ? ALSO_TOLD : ALSO).exec(text.slice(next, next + 40));
  const at = next + (also?.[0].length ?? 0);
  const rest = text.slice(at, at + 24);
  if (OWN_STAFF.test(text.slice(at, at + 40))) return undefined;
  if (/^(?:giao|yêu cầu|đề nghị|phân công|thống nhất giao|đồng ý giao|nhất trí giao|tiếp tục giao)\s/u.test(rest))
    return assignedAt(text, at, to, grammar, authority, start);
  const tells = /^(?:chỉ đạo|lưu ý|nhắc|nhắc nhở)\s/u.exec(rest);
  if (!tells) return undefined;
  const who = text.slice(authority.start, authority.end);
  // "UBND thành phố vừa chỉ đạo các sở ...": what is told on a page of news as just done.
  const isTold = isNews && /^vừa\s/u.test(also?.[0] ?? '') && MAY_DIRECT.test(who);
  const reminds = isNews && /^(?:lưu ý|nhắc)/u.test(rest);
  if (!isTold && !reminds && !SUPERIORS.test(who)) return undefined;
  const told = grammar.list(text, at + tells[0].length, to);
  if (told.items.length === 0 || predicateAt(text, told.end, to, grammar) < 0) return undefined;
  return { at: start, leads: told.items, how: 'assigned', after: told.end, strong: true, authority };
}

/** The verb is unknown: the name ends where its own form says. */
export function guessed(
  text: string,
  at: number,
  items: AgencyMention[],
  to: number,
  isAssigned = false,
): Charge | undefined {
  const cut = nameEnd(text, items, to, isAssigned);
  if (cut < 0) return undefined;
  const last = items.at(-1)!;
  return {
    at,
    leads: [...items.slice(0, -1), { ...last, end: cut }],
    how: 'subject',
    after: cut,
    strong: false,
    authority: undefined,
    isGuess: true,
  };
}

const TO_WHAT_IT_IS =
  /^(?:\s\p{Ll}[\p{L}-]*|\s-\s\p{Lu}\p{Ll}*){1,7}(?=\s(?:là|làm) (?:cơ quan|đơn vị|đầu mối|bộ phận)\s)/u;

/** "Giao Sở Y ...", "yêu cầu các đơn vị ...": the assigning word, the names, and something to do. */
export function assignedAt(
  text: string,
  at: number,
  to: number,
  grammar: AgencyGrammar,
  authority: AgencyMention | undefined,
  start: number,
): Charge | undefined {
  ASSIGN.lastIndex = at;
  const verb = ASSIGN.exec(text);
  if (!verb) return undefined;
  if (/[,;] $/u.test(text.slice(at - 2, at)) && HANDS_OVER.test(text.slice(at, at + 90))) return undefined;
  if (/giao\s$/iu.test(verb[0]) && GIAO_BAN.test(text.slice(at + verb[0].length, at + verb[0].length + 14)))
    return undefined;
  // "Phân công rõ người chịu trách nhiệm" says how to deal work out, not to whom.
  if (/^(?:rõ|cụ thể)\s/u.test(text.slice(at + verb[0].length, at + verb[0].length + 8))) return undefined;
  const place = afterLimit(text, at + verb[0].length);
  const tellsWho =
    /giao|phân công/iu.test(verb[0]) ||
    /^(?:(?:xã|phường|đặc khu|huyện|thị xã|thành phố|tỉnh|thôn) )?\p{Lu}/u.test(text.slice(place, place + 16));
  const { items: named, end: listEnd } = grammar.list(text, place, to, false, tellsWho ? 'assigned' : undefined);
  const items = whoChairs(text, named);
  // "Giao Vụ Vật liệu xây dựng | là cơ quan tham mưu ...": the name goes on to what it is to be.
  const more =
    items.length > 0 ? (TO_WHAT_IT_IS.exec(text.slice(listEnd, Math.min(to, listEnd + 110)))?.[0].length ?? 0) : 0;
  const end = listEnd + more;
  if (more > 0) {
    items[items.length - 1] = { ...items.at(-1)!, end };
    return { at: start, leads: items, how: 'assigned', after: end, strong: true, authority };
  }
  // "theo nhiệm vụ được phân công đi cơ sở": nobody is named.
  if (items.length === 0 || (items[0]!.isGuess && text.slice(Math.max(0, at - 5), at) === 'được ')) return undefined;
  // "đề nghị Chủ tịch UBND các xã và các cơ quan chức năng, | chỉ đạo ...": a comma closes the list of those asked.
  const isSetOff = items.length > 1 && text.startsWith(', ', end) && verbEnd(text, end + 2) > 0;
  const next = isSetOff ? end + 2 : predicateAt(text, end, to, grammar);
  if (/^chuyển/iu.test(verb[0]) && !DEALS_WITH.test(text.slice(Math.max(end, next), end + 40))) return undefined;
  const limited = mayLimit(text, next, end) ? withLimitingClause(text, items, end, to) : undefined;
  if (limited)
    return { at: start, leads: limited, how: 'assigned', after: limited.at(-1)!.end, strong: true, authority };
  if (next < 0) {
    if (chargesEachAfter(text, end, to, grammar)) return undefined;
    // "Giao Sở Y: ..." and "Giao Sở Y làm đầu mối ..."
    if (
      !/^\s?(?::\s|làm (?:đầu mối|cơ quan|chủ)|là (?:(?:cơ quan|đầu mối|đơn vị) (?:thường trực|chủ trì|đầu mối)|chủ đầu tư))/u.test(
        text.slice(end, end + 30),
      )
    ) {
      const guess = guessed(text, start, items, to, true);
      return guess && { ...guess, how: 'assigned', authority };
    }
  } else if (NARRATIVE.test(text.slice(next, next + 20))) return undefined;
  return { at: start, leads: items, how: 'assigned', after: end, strong: true, authority };
}
