import { allottedTo } from './allotments.ts';
import { AUTHOR, DOCUMENT_AUTHOR } from './askers.ts';
import { assignedAt, chainedAt } from './assignments.ts';
import { capitalsBeforeColon } from './capitals.ts';
import type { Charge, Page, Spot } from './charge.ts';
import { mayBeDoing } from './guess.ts';
import type { AgencyGrammar } from './mentions.ts';
import { shortAt } from './namedBefore.ts';
import { namedLast, placeApart, whoChairs, whoIsMeant, withoutPlaces } from './namedLast.ts';
import { toldOnPage } from './newsAsks.ts';
import { isAmongPartners, isBoundAfterIntro, isContent } from './notOrders.ts';
import { openings } from './openings.ts';
import { personBeforeColon } from './persons.ts';
import { beginsWithDoing } from './predicates.ts';
import { subjectAt } from './subjects.ts';

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
    const charge = chargeAt({ ...place, text, to, grammar, isStory, page });
    if (!charge || (charge.how === 'subject' && isAmongPartners(text, from, charge.at, grammar))) continue;
    found.push(charge);
    done = charge.after + 1;
  }
  return found;
}

function chargeAt(spot: Spot): Charge | undefined {
  const { text, at, isStart, isInner, isTowards, to, grammar, isStory, page } = spot;
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
  return subjectAt(spot, items, end);
}
