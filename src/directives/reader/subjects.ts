import { ASKED_OF, ASKER, asksAbove, asksPlaces, isLeaderTold, LEADERS, MAY_DIRECT, passesOn } from './askers.ts';
import { assignedAt, chainedAt, guessed } from './assignments.ts';
import type { Charge, Spot } from './charge.ts';
import { mayBeDoing, swallowedFrom } from './guess.ts';
import { mayLimit, withLimitingClause } from './limitingClauses.ts';
import type { AgencyMention } from './mentions.ts';
import {
  BINDS_IN_NEWS,
  BINDS_IN_STORY,
  isAfterTelling,
  isConsent,
  isDated,
  isUnnamed,
  NARRATIVE,
  NOTICE,
  tellsOnly,
} from './notOrders.ts';
import { ENUMERATOR } from './openings.ts';
import { afterAccordingTo, beginsWithDoing, predicateAt } from './predicates.ts';
import { shortVerbAt, verbEnd } from './verbs.ts';

/** What follows the names that stand first in a sentence, and whether it charges them. */

const STRONG =
  /^(?:chủ trì|có trách nhiệm|có nhiệm vụ|chịu trách nhiệm|cần|phải|chủ động|khẩn trương|phối hợp|tham mưu|tiếp tục|tập trung|tăng cường|rà soát|nghiên cứu|căn cứ)/u;
/** "Sở A được giao làm đầu mối": words of doing that are too short to be told from a noun elsewhere. */
const GIVEN =
  /^(?:là (?:cơ quan|đơn vị|đầu mối)|làm|cấp|mở|lo|đứng ra|nhận|tìm|thay|đặt|ký|gom|đo|dạy|dọn)\s(?!\d)|^["“]\p{Ll}/u;
/** "... đã mở chuyên mục, | cần duy trì ...". */
const DONE_THEN_BOUND =
  /^(\s(?:đã|vừa|hiện đã|hiện đang)\s[^.;:]{3,180}?,)\s(?:nay\s|nhưng\s|song\s)?(?:cần|phải|có trách nhiệm|tiếp tục|khẩn trương)\s/u;

/** The charge of those named, `items` up to `end`, by what stands after them; undefined where it charges nobody. */
export function subjectAt(spot: Spot, items: AgencyMention[], end: number): Charge | undefined {
  const { text, isStart, isStory } = spot;
  // "- Sở Tài chính: chủ trì ...", "- Sở Y tế - trực cấp cứu": the name, a colon or a dash, and what to do.
  const sign = isStart && !isStory ? /^(?:\s?:\s|\s-\s(?=\p{Ll}))/u.exec(text.slice(end, end + 4))?.[0] : undefined;
  if (sign && (sign.includes(':') || verbEnd(text, end + 3) > 0)) return afterSign(spot, items, end + sign.length);
  return askedOf(spot, items, end) ?? byPredicate(spot, items, end);
}

/** "Sở Tài chính: | chủ trì ...": what stands at `place`, after a colon or a dash, must be something to do. */
function afterSign(
  { text, at, isTowards, to, grammar, page }: Spot,
  leads: AgencyMention[],
  place: number,
): Charge | undefined {
  const after = place + (ENUMERATOR.exec(text.slice(place, place + 8))?.[0].length ?? 0);
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
  return { at, leads, how: 'subject', after, strong: doing, authority: undefined, isGuess: !doing };
}

/** "Sở A được giao chủ trì ...", "Nhiệm vụ của Sở A là ...", "Về phía Sở A, Chủ tịch UBND tỉnh giao ...": asked in other words than a predicate's. */
function askedOf(
  { text, at, isTowards, to, grammar, isStory, page }: Spot,
  items: AgencyMention[],
  end: number,
): Charge | undefined {
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
  return undefined;
}

/** "Sở A phải rà soát ...", "Sở A yêu cầu Sở B ...": by the words of doing after the names. */
function byPredicate(
  { text, at, isStart, isInner, isTowards, to, grammar, isStory, page }: Spot,
  items: AgencyMention[],
  end: number,
): Charge | undefined {
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
