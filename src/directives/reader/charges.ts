import { allottedTo } from './allotments.ts';
import {
  ASKED_OF,
  ASKER,
  AUTHOR,
  asksAbove,
  asksPlaces,
  DOCUMENT_AUTHOR,
  isLeaderTold,
  LEADERS,
  MAY_DIRECT,
  passesOn,
  SUPERIORS,
} from './askers.ts';
import { capitalsBeforeColon } from './capitals.ts';
import { mayBeDoing, nameEnd, swallowedFrom } from './guess.ts';
import { mayLimit, withLimitingClause } from './limitingClauses.ts';
import type { AgencyGrammar, AgencyMention } from './mentions.ts';
import { shortAt } from './namedBefore.ts';
import { namedLast, placeApart, whoChairs, whoIsMeant, withoutPlaces } from './namedLast.ts';
import { toldOnPage } from './newsAsks.ts';
import {
  BINDS_IN_NEWS,
  BINDS_IN_STORY,
  chargesEachAfter,
  HANDS_OVER,
  isAfterTelling,
  isAmongPartners,
  isBoundAfterIntro,
  isConsent,
  isContent,
  isDated,
  isUnnamed,
  NARRATIVE,
  NOTICE,
  tellsOnly,
} from './notOrders.ts';
import { ENUMERATOR, type Opening, openings } from './openings.ts';
import { personBeforeColon } from './persons.ts';
import { afterAccordingTo, afterLimit, beginsWithDoing, predicateAt } from './predicates.ts';
import { shortVerbAt, verbEnd } from './verbs.ts';

/** Somebody charged in a sentence: who, by which words, and where what they must do begins. */
export interface Charge {
  /** Where the evidence begins: the assigning word or the agency's name. */
  at: number;
  leads: AgencyMention[];
  how: 'assigned' | 'subject';
  /** Where the words after the names begin. */
  after: number;
  /** "chủ trì", "có trách nhiệm", "cần", "phải": the words leave no doubt. */
  strong: boolean;
  /** Who assigns, where the sentence says so ("Thường trực Tỉnh ủy giao ..."). */
  authority: AgencyMention | undefined;
  /** The verb is unknown; where the name ends was guessed. */
  isGuess?: boolean;
}

const ASSIGN =
  /(?:(?:tiếp tục|nhất trí|thống nhất|đồng ý|trân trọng|kính)\s)?(?:giao|yêu cầu|đề nghị|phân công|ủy quyền|kiến nghị|chuyển(?: (?:đơn|hồ sơ|văn bản|nội dung|kiến nghị)[^.;:,]{0,60}?(?: đến| tới| cho| sang| về))?|giao trách nhiệm|giao nhiệm vụ)(?:\s(?:trực tiếp|cho|đối với|trách nhiệm|nhiệm vụ))?\s(?:cho\s)?/iuy;
/** "Chuyển Sở A xem xét" charges it; "Chuyển Công an tỉnh hồ sơ vụ việc" is a thing to do. */
const DEALS_WITH =
  /^(?:xem xét|giải quyết|xử lý|nghiên cứu|tham mưu|trả lời|chủ trì|thực hiện|rà soát|kiểm tra)(?=[\s,.;]|$)/u;
/** "Giao ban tháng 5" is a meeting. */
const GIAO_BAN = /^ban(?!\s(?:quản|chỉ|tổ|thư|điều|giám|cán|văn|kinh|pháp|đại))(?![\p{L}\p{M}])/u;
const STRONG =
  /^(?:chủ trì|có trách nhiệm|có nhiệm vụ|chịu trách nhiệm|cần|phải|chủ động|khẩn trương|phối hợp|tham mưu|tiếp tục|tập trung|tăng cường|rà soát|nghiên cứu|căn cứ)/u;
/** "Sở A được giao làm đầu mối": words of doing that are too short to be told from a noun elsewhere. */
const GIVEN =
  /^(?:là (?:cơ quan|đơn vị|đầu mối)|làm|cấp|mở|lo|đứng ra|nhận|tìm|thay|đặt|ký|gom|đo|dạy|dọn)\s(?!\d)|^["“]\p{Ll}/u;
/** "Giám đốc Sở A phân công lãnh đạo Sở phụ trách ...": those whom it sends are its own. */
const OWN_STAFF =
  /^(?:phân công|cử)\s(?:các\s|từng\s|\d+\s)?(?:đồng chí\s)?(?:lãnh đạo|cán bộ|công chức|viên chức|chuyên viên|cấp ủy viên|đảng viên|nhân viên|giáo viên|thành viên|lực lượng)/u;
const DONE_THEN_BOUND =
  /^(\s(?:đã|vừa|hiện đã|hiện đang)\s[^.;:]{3,180}?,)\s(?:nay\s|nhưng\s|song\s)?(?:cần|phải|có trách nhiệm|tiếp tục|khẩn trương)\s/u;
const ALSO = /^(?:cũng|còn|đồng thời|tiếp tục|vừa)(?: có (?:công văn|văn bản|công điện))?\s/u;
/** A page that tells of the document says it in the past: "UBND tỉnh đã yêu cầu Sở A ...". */
const ALSO_TOLD = /^(?:(?:cũng|còn|đồng thời|tiếp tục|vừa|đã)(?: có (?:công văn|văn bản|công điện))?\s){1,2}/u;

/** What tells the charge: a page of news, and whether this is where its orders open. */
export interface Page {
  isNews: boolean;
  /** The first who asks something of others here is the author: no one else has charged it. */
  opens: boolean;
  /** The points around this one nearly all open with somebody's name. */
  isRoll?: boolean;
}
const DOCUMENT: Page = { isNews: false, opens: false };

/** Finds every charge between `from` and `to` of `text`, in order. In a story only what leaves no doubt counts. */
export function findCharges(
  text: string,
  from: number,
  to: number,
  grammar: AgencyGrammar,
  isStory: boolean,
  page: Page = DOCUMENT,
): Charge[] {
  const found: Charge[] = [];
  let done = from;
  for (const place of openings(text, from, to, grammar, isStory, page.isNews)) {
    if (place.at < done || (found.length > 0 && isContent(text, done, place.at))) continue;
    const charge = chargeAt(text, place, to, grammar, isStory, page);
    if (!charge || (charge.how === 'subject' && isAmongPartners(text, from, charge.at, grammar))) continue;
    found.push(charge);
    done = charge.after + 1;
  }
  return found;
}

function chargeAt(
  text: string,
  { at, isStart, isInner, isTowards }: Opening,
  to: number,
  grammar: AgencyGrammar,
  isStory: boolean,
  page: Page,
): Charge | undefined {
  const assigned = assignedAt(text, at, to, grammar, undefined, at);
  if (assigned) return assigned;
  const told = page.isNews ? toldOnPage(text, at, to, grammar, page.opens, isStart) : undefined;
  if (told) return told;
  const dealt = isStory ? undefined : allottedTo(text, at, to, grammar);
  if (dealt) return { at, leads: dealt.items, how: 'assigned', after: dealt.after, strong: true, authority: undefined };
  // "Bộ cần có phương án ...": one named in full before.
  const short = isStart || isInner ? shortAt(text, at, grammar, { isNews: page.isNews, isStory }) : undefined;
  if (short) return { at, leads: [short], how: 'subject', after: short.end, strong: true, authority: undefined };
  const author =
    AUTHOR.exec(text.slice(at, at + 16))?.[1] ??
    (page.isNews ? DOCUMENT_AUTHOR.exec(text.slice(at, at + 120))?.[0] : undefined);
  if (author) {
    const authority = { start: at, end: at + author.length, plural: false };
    const charge = chainedAt(text, authority.end + 1, to, grammar, authority, at, page.isNews);
    if (charge) return charge;
    // "Đồng chí lưu ý xã ...": who speaks is told nothing.
    if (page.isNews && /^(?:ông|bà|đồng chí)$/iu.test(author)) return undefined;
  }
  const place = isStory ? undefined : placeApart(text, at);
  if (place) return { at, leads: [place], how: 'subject', after: place.end, strong: false, authority: undefined };
  const last = isStart && !isStory ? namedLast(text, at, to, grammar) : undefined;
  if (last) return { at, leads: last.items, how: 'subject', after: last.end, strong: false, authority: undefined };
  const person = isStart && !isStory ? personBeforeColon(text, at) : undefined;
  if (person && (beginsWithDoing(text, person.after, to) || mayBeDoing(text.slice(person.after, to), true)))
    return { at, leads: [person.item], how: 'subject', after: person.after, strong: true, authority: undefined };
  const capitals = isStart && !isStory ? capitalsBeforeColon(text, at) : undefined;
  if (capitals && beginsWithDoing(text, capitals.after, to))
    return { at, leads: capitals.items, how: 'subject', after: capitals.after, strong: true, authority: undefined };
  const evidence = page.isRoll ? 'row' : 'alone';
  // "chỉ tiêu: mỗi huyện xây mới 01 cầu" measures; it charges nobody.
  if (/^mỗi\s(?![^.;:]{3,60}?\s(?:phải|cần|có trách nhiệm)\s)/u.test(text.slice(at, at + 90))) return undefined;
  const { items: named, end } = grammar.list(text, at, to, isStart, isStart && !isStory ? evidence : undefined);
  const meant = isStory ? undefined : whoIsMeant(text, named, end, to, grammar);
  if (meant)
    return {
      at,
      leads: meant,
      how: 'assigned',
      after: named[0]!.end,
      strong: false,
      authority: undefined,
      isGuess: true,
    };
  // "Sở A (chủ trì), Sở B (phối hợp) rà soát ...".
  // "Về phía Sở A, đơn vị này ...": the same once more.
  const placed = whoChairs(text, named).filter(
    (m, k) => !(isTowards && k > 0 && / này$/u.test(text.slice(m.start, m.end))),
  );
  const items = isTowards ? withoutPlaces(text, placed) : placed;
  if (
    items.length === 0 ||
    /^(?:(?!chưa|không)\p{L}+ ){1,3}nào(?: |$)/u.test(text.slice(items[0]!.start, items[0]!.end))
  )
    return undefined;
  // "... các sở, | ngành cần ...": a small class noun after a comma is the rest of a list.
  if (
    isInner &&
    !/\p{Lu}|^(?:các|những|một số|mỗi|từng|người đứng đầu|lãnh đạo)\s/u.test(
      text.slice(items[0]!.start, items[0]!.end),
    ) &&
    !isBoundAfterIntro(text, items[0]!)
  )
    return undefined;
  // "các tỉnh, | thành phố trực thuộc Trung ương": the second half of one name.
  if (
    isInner &&
    /tỉnh, $/u.test(text.slice(at - 6, at)) &&
    text.startsWith('thành phố ', at) &&
    !/^\p{Lu}/u.test(text.slice(at + 10, at + 11))
  )
    return undefined;
  // "- Sở Tài chính: chủ trì ...", "- Sở Y tế - trực cấp cứu": the name, a colon or a dash, and what to do.
  const sign = isStart && !isStory ? /^(?:\s?:\s|\s-\s(?=\p{Ll}))/u.exec(text.slice(end, end + 4)) : null;
  if (sign && (sign[0].includes(':') || verbEnd(text, end + 3) > 0)) {
    let after = end + sign[0].length;
    after += ENUMERATOR.exec(text.slice(after, after + 8))?.[0].length ?? 0;
    // "Đối với các xã vùng cao: giao Sở Y tế ...": the order itself says to whom it goes.
    if (isTowards && /^(?:giao|yêu cầu|đề nghị|phân công)\s/iu.test(text.slice(after, after + 10))) {
      const other = assignedAt(text, after, to, grammar, undefined, after);
      if (other?.leads.some((m) => /\p{Lu}/u.test(text.slice(m.start, m.end)))) return other;
    }
    const doing =
      beginsWithDoing(text, after, to) !== undefined ||
      (/^(?:theo|căn cứ|trên cơ sở|trong phạm vi|tùy) /u.test(text.slice(after, after + 16)) &&
        afterAccordingTo(text, after, to) > 0);
    const words = text.slice(after, to);
    if (!doing && !mayBeDoing(page.isRoll ? words.charAt(0).toLowerCase() + words.slice(1) : words, page.isRoll))
      return undefined;
    return { at, leads: items, how: 'subject', after, strong: doing, authority: undefined, isGuess: !doing };
  }
  // "Sở Tài chính được giao chủ trì ...".
  const passive =
    /^\s(?:(?:thì|cũng|còn|đồng thời)\s){0,2}được (?:giao|phân công|yêu cầu|đề nghị)(?: nhiệm vụ| trách nhiệm)?\s/u.exec(
      text.slice(end, end + 56),
    );
  if (
    passive &&
    (verbEnd(text, end + passive[0].length) > 0 ||
      shortVerbAt(text, end + passive[0].length) ||
      GIVEN.test(text.slice(end + passive[0].length))) &&
    (/(?:yêu cầu|đề nghị)\s$/u.test(passive[0]) ||
      !/^(?:các |cơ quan|đơn vị)/iu.test(text.slice(items[0]!.start, items[0]!.end)))
  ) {
    return { at, leads: items, how: 'subject', after: end + passive[0].length, strong: true, authority: undefined };
  }
  // "Nhiệm vụ của Sở A là rà soát ...".
  if (isTowards && !isStory && text.startsWith(' là ', end) && verbEnd(text, end + 4) > 0)
    return { at, leads: items, how: 'subject', after: end + 3, strong: true, authority: undefined };
  const asked = isTowards ? ASKED_OF.exec(text.slice(end, Math.min(to, end + 110))) : null;
  if (asked && grammar.list(text, end + asked[0].length, to).items.length === 0)
    return { at, leads: items, how: 'assigned', after: end + asked[0].length, strong: true, authority: undefined };
  const asker =
    isTowards && items.length > 1 && (!isStory || page.isNews) ? ASKER.exec(text.slice(end, end + 40)) : null;
  if (
    asker &&
    MAY_DIRECT.test(text.slice(items.at(-1)!.start, items.at(-1)!.end)) &&
    verbEnd(text, end + asker[0].length) > 0
  ) {
    const after = end + asker[0].length;
    return { at, leads: items.slice(0, -1), how: 'assigned', after, strong: true, authority: items.at(-1) };
  }
  // "..., Ban Thường trực Ủy ban MTTQ xã, chịu trách nhiệm ...": a comma too many.
  const setOff =
    (isTowards && text.startsWith(', ', end) && verbEnd(text, end + 2) > 0) ||
    /^, (?:có|chịu) trách nhiệm /u.test(text.slice(end, end + 20));
  const next = setOff ? end + 2 : predicateAt(text, end, to, grammar);
  const chained = chainedAt(text, next < 0 ? end + 1 : next, to, grammar, items[0]!, at, page.isNews);
  const isReminder = page.isNews && next > 0 && /^(?:lưu ý|nhắc)/u.test(text.slice(next, next + 8));
  const isToPlaces = chained !== undefined && page.isNews && asksPlaces(text, chained);
  const isPassedOn =
    chained !== undefined && !isToPlaces && !isStory && !page.opens && !isReminder && passesOn(text, chained);
  if (chained && !isPassedOn) return page.isNews && asksAbove(text, chained) ? undefined : chained;
  if (
    page.isNews &&
    items.length === 1 &&
    isLeaderTold(text.slice(items[0]!.start, items[0]!.end)) &&
    !/^\s(?:phải|cần|có trách nhiệm|chịu trách nhiệm|trực tiếp|chủ trì|chỉ đạo)\s/u.test(text.slice(end, end + 24))
  )
    return undefined;
  if (isConsent(text, items, end)) return undefined;
  // "Báo A đã mở chuyên mục, | cần duy trì ...": what it has done, and what it must do on top.
  const further = isStory ? null : DONE_THEN_BOUND.exec(text.slice(end, Math.min(to, end + 240)));
  if (further)
    return { at, leads: items, how: 'subject', after: end + further[1]!.length, strong: true, authority: undefined };
  const limited =
    mayLimit(text, next, end) && isStart && !isStory ? withLimitingClause(text, items, end, to) : undefined;
  if (limited)
    return { at, leads: limited, how: 'subject', after: limited.at(-1)!.end, strong: false, authority: undefined };
  if (next < 0 && (NARRATIVE.test(text.slice(end + 1, end + 30)) || NOTICE.test(text.slice(end + 1, end + 60))))
    return undefined;
  if (next < 0) return isStart && !isStory ? guessed(text, at, items, to) : undefined;
  const rest = text.slice(next, next + 60);
  if (isStory && /^chỉ đạo\s/u.test(rest) && LEADERS.test(text.slice(items[0]!.start, items[0]!.end))) {
    const told = grammar.list(text, next + 'chỉ đạo '.length, to);
    if (told.items.length > 0 && predicateAt(text, told.end, to, grammar) > 0)
      return { at, leads: told.items, how: 'assigned', after: told.end, strong: true, authority: items[0] };
  }
  // "2. Sở A yêu cầu 100% cơ sở ký cam kết": an order to Sở A, where it may not direct others by this document.
  const mayAsk = chained || isStory || page.isNews || items.some((m) => MAY_DIRECT.test(text.slice(m.start, m.end)));
  if (/^(?:yêu cầu|đề nghị)\s/u.test(rest) && !isPassedOn && (mayAsk || !rest.startsWith('yêu'))) return undefined;
  if (tellsOnly(text, items, next, page.isNews, isStory)) return undefined;
  // "Các đơn vị chủ trì nhiệm vụ có trách nhiệm ...", under "Mục đích, yêu cầu": how all should do it.
  if (isStory && items.every((m) => isUnnamed(text.slice(m.start, m.end)))) return undefined;
  if (isStart && isAfterTelling(text, at, next)) return undefined;
  const strong = STRONG.test(rest);
  const cut = isStart && !isStory ? swallowedFrom(text, items.at(-1)!, next) : -1;
  if (cut > 0) {
    const leads = [...items.slice(0, -1), { ...items.at(-1)!, end: cut }];
    return { at, leads, how: 'subject', after: cut, strong, authority: undefined, isGuess: true };
  }
  if (
    isStory &&
    !(page.isNews ? BINDS_IN_NEWS : BINDS_IN_STORY).test(rest) &&
    !(page.isNews && isDated(text, next, to))
  )
    return undefined;
  const doing = /^không (?=\p{Ll})/u.test(rest) ? next + 'không '.length : next;
  if (isInner && !strong && verbEnd(text, doing) < 0) return undefined;
  return { at, leads: items, how: 'subject', after: end, strong, authority: undefined };
}

/** "Chủ tịch UBND tỉnh yêu cầu Sở A ...", "Thủ tướng cũng chỉ đạo Bộ B ...": one who stands above charges another. */
function chainedAt(
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
function guessed(text: string, at: number, items: AgencyMention[], to: number, isAssigned = false): Charge | undefined {
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
function assignedAt(
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
