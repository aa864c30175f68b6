import {
  AFTER_PLACE,
  ASIDE,
  areTitles,
  CAPITAL_NOUN,
  CLASS,
  FIELD,
  HAVING_TO_DO,
  IN_CHARGE,
  LEVELS,
  LIST_NOUN,
  MEMBERS,
  NEXT_PERSON,
  NOT_AGENCIES,
  RANGE,
  TITLE_AGAIN,
  UNIT_AFTER_HEAD,
  WORD,
} from './agencyForms.ts';
import { HEADS } from './agencyWords.ts';
import { businessEnd } from './businessNames.ts';
import { bareDepartment, isWholeBefore, jointFieldEnd, listedFieldEnd, smallFieldEnd } from './fieldNames.ts';
import type { AgencyGrammar, AgencyMention, Evidence } from './mentions.ts';
import { at, form, nameOpener } from './nameOpenings.ts';
import {
  asideEnd,
  chargedEnd,
  closesWithPlace,
  endsInCapital,
  endsInConcern,
  endsUnits,
  goesOnAfterDash,
  isBoundTitle,
  isNextCompany,
  isPartOfName,
  joinsInName,
  nounBeforeDoing,
  objectEnd,
  skipSpace,
  standsAlone,
  tradeChainEnd,
} from './nameParts.ts';
import { aboutEnd, boundTradeEnd, havingEnd, kindEnd, lineOfWorkEnd, restAfterComma, whichEnd } from './nameReach.ts';
import { INTRO } from './predicates.ts';
import { TITLES } from './titleWords.ts';
import { unknownName } from './unknownNames.ts';
import { shortVerbAt, stopsName, verbEnd } from './verbs.ts';

/** What a province adds to the grammar: names that the rules cannot take apart. All are matched as written. */
export interface AgencyLexicon {
  /** Full names of organs, present and former, with their abbreviations. */
  names?: readonly string[];
  /** Further heads that open a name ("Trung tâm Điều hành"). */
  heads?: readonly string[];
}

export function agencyGrammar(lexicon: AgencyLexicon = {}): AgencyGrammar {
  const head = form([...HEADS, ...TITLES, ...(lexicon.heads ?? [])]);
  return grammarWith(head, lexicon.names?.length ? [form(lexicon.names)] : []);
}

function grammarWith(head: RegExp, names: readonly RegExp[]): AgencyGrammar {
  const opening = nameOpener(head, names);

  /** Reads on from the head to the end of the name. */
  function one(text: string, start: number, limit: number, atStart: boolean): AgencyMention | undefined {
    const open = opening(text, start, atStart);
    if (!open || open.end > limit) return undefined;
    let { plural } = open;
    let headed: readonly [number, number] = [start, open.end];
    let place = open.end;
    let end = open.end;
    let words = 0;
    let shared = false;
    let capitals = open.isKnown === true || /\p{Lu}/u.test(text.slice(start, open.end));
    while (place < limit && words < 40) {
      const letter = text[place];
      if (letter === ' ') {
        place++;
        continue;
      }
      if (letter === '(') {
        const close = text.indexOf(')', place);
        if (close < 0 || close > limit || close - place > 120 || ASIDE.test(text.slice(place, place + 20))) break;
        place = end = close + 1;
        continue;
      }
      if (letter === ':' && plural && !shared) {
        const next = skipSpace(text, place + 1);
        if (!/\p{Lu}/u.test(text[next] ?? '') || INTRO.test(text.slice(next, next + 30)) || isOtherAgency(text, next))
          break;
        if (verbEnd(text, next, true) > 0 && listedFieldEnd(text, start, place, next) < 0) break;
        shared = true;
        place = next;
        continue;
      }
      if (letter === ',') {
        const rest = restAfterComma(text, place, start);
        if (rest > 0) {
          place = end = rest;
          continue;
        }
        const next = skipSpace(text, place + 1);
        if (!continuesAfterComma(text, start, next, open.isClass || plural, shared)) break;
        place = next;
        const noun = Math.max(at(LIST_NOUN, text, next), at(TITLE_AGAIN, text, next), at(CAPITAL_NOUN, text, next));
        if (noun > 0) place = end = noun;
        continue;
      }
      if (letter === '-' || letter === '&') {
        const next = skipSpace(text, place + 1);
        if (!goesOnAfterDash(text, next)) break;
        place = next;
        continue;
      }
      const purpose = place === skipSpace(text, headed[1]) ? lineOfWorkEnd(text, headed, limit) : -1;
      if (purpose > 0) {
        place = end = purpose;
        continue;
      }
      const nested = at(head, text, place);
      if (nested > 0 && place > open.end && !NOT_AGENCIES.test(text.slice(place, place + 20))) {
        headed = [place, nested];
        place = end = nested;
        capitals = true;
        continue;
      }
      const ahead = text.slice(place, Math.min(limit, place + 300));
      const range = LEVELS.exec(ahead) ?? (plural ? RANGE.exec(ahead) : null);
      if (range) {
        place = end = place + range[0].length;
        continue;
      }
      const field = Math.max(at(FIELD, text, place), smallFieldEnd(text, place), jointFieldEnd(text, place));
      if (field > 0) {
        place = end = field;
        capitals = true;
        continue;
      }
      if (text.startsWith('và ', place)) {
        const next = place + 3;
        const kind = kindEnd(text, place - 1, start);
        if (kind < 0 && !continuesAfterAnd(text, start, next, open.isClass, shared)) break;
        place = next;
        const noun = Math.max(kind, at(LIST_NOUN, text, next));
        if (noun > 0) place = end = noun;
        continue;
      }
      const wordEnd = at(WORD, text, place);
      if (wordEnd < 0) break;
      const verb = verbEnd(text, place);
      if (verb > 0) {
        const chain = plural
          ? Math.max(tradeChainEnd(text, place), boundTradeEnd(text, place, verb), businessEnd(text, place))
          : -1;
        if (chain < 0 && !isPartOfName(text, start, place, verb, open, words)) break;
        words++;
        place = end = Math.max(verb, chain);
        continue;
      }
      const limiter = whichEnd(text, place, open, plural);
      if (limiter > 0) {
        end = limiter;
        break;
      }
      const told = Math.max(
        text.startsWith('về ', place) ? aboutEnd(text, start, place, limit) : -1,
        open.isClass || open.plural || (plural && IN_CHARGE.test(text.slice(place, place + 40)))
          ? chargedEnd(text, place)
          : -1,
        /^phụ trách (?![^.;,]{3,40} phục vụ )/u.test(text.slice(place, place + 56))
          ? objectEnd(text, place + 'phụ trách '.length)
          : -1,
      );
      if (told > 0) {
        place = end = told;
        continue;
      }
      if (stopsName(text, place)) break;
      if (
        shortVerbAt(text, place) &&
        (words === 0 || endsInCapital(text.slice(start, end)) || endsInConcern(text, end))
      )
        break;
      if (text.startsWith('có ', place)) {
        const having = plural || open.isClass || text.startsWith('nơi ', place - 4) ? havingEnd(text, place) : -1;
        if (having > 0 && !/^có (?:trách|nhiệm)/u.test(text.slice(place, place + 9))) {
          place = end = having;
          continue;
        }
        if (HAVING_TO_DO.test(text.slice(place, place + 16)) || !(plural || open.isClass)) break;
      }
      const inner = text.slice(place, wordEnd);
      if (isWholeBefore(text, start, end, place, open.isKnown === true && end === open.end)) break;
      if ((plural || open.isClass) && endsUnits(text, start, end, place)) break;
      if (/\p{Lu}/u.test(inner[0]!)) capitals = true;
      // "Văn phòng Đăng ký đất đai": a capital makes what is done a name.
      const done = /\p{Lu}/u.test(inner[0]!) ? verbEnd(text, place, true) : -1;
      if (done > wordEnd) {
        place = end = done;
        words++;
        continue;
      }
      // "UBND 5 xã ven biển": a number of units.
      if (/^(?:\d{1,3}|hai|ba|bốn|năm)$/u.test(inner) && MEMBERS.test(text.slice(wordEnd + 1, wordEnd + 12)))
        plural = true;
      const isAlong = /(?:dọc|ở|tại|ven|quanh|bên)\s$/u.test(text.slice(place - 6, place));
      if (inner === 'các' && !isAlong && !MEMBERS.test(text.slice(wordEnd + 1, wordEnd + 12))) break;
      if (inner === 'các') {
        plural = true;
        const noun = at(CLASS, text, skipSpace(text, wordEnd));
        if (noun > 0) {
          place = end = noun;
          continue;
        }
      }
      words++;
      place = wordEnd;
      // "Đài Phát thanh và Truyền hình tỉnh | tăng thời lượng": a name ends with its place.
      if (
        /^(?:tỉnh|xã|phường|huyện)$/u.test(inner) &&
        !open.isClass &&
        !plural &&
        AFTER_PLACE.test(text.slice(place, place + 12))
      ) {
        end = place;
        break;
      }
      let trimmed = wordEnd;
      while (trimmed > end && /[.'"/]/.test(text[trimmed - 1]!)) trimmed--;
      end = trimmed;
      if (trimmed < wordEnd && /[./]/.test(text[trimmed]!) && !/^T[Pp]\.$/u.test(inner)) break;
    }
    // "đơn vị nào không gửi": whoever it may be is nobody yet.
    if (text.startsWith(' nào', end)) return undefined;
    if (end === open.end && !open.isKnown && !standsAlone(text.slice(start, end), open.isClass || open.plural))
      return atStart && isBoundTitle(text, start, end) ? { start, end, plural } : undefined;
    if (!capitals && !open.isClass && !open.plural) return undefined;
    return { start, end, plural };
  }

  /** In "các Bộ: Công an, Tài chính" Công an is a field; "Sở ..." or "UBND ..." would be an agency of its own. */
  function isOtherAgency(text: string, place: number): boolean {
    return (
      opening(text, place, false) !== undefined &&
      !/^(?:Công an|Ngân hàng|Thanh tra)(?=[,;]|$| và)/u.test(text.slice(place, place + 16))
    );
  }

  function continuesAfterComma(text: string, start: number, next: number, isClass: boolean, shared: boolean): boolean {
    const soFar = text.slice(start, next);
    if (NEXT_PERSON.test(text.slice(next, next + 16))) return false;
    if (at(TITLE_AGAIN, text, next) > 0 && areTitles(soFar)) return true;
    const isUnitList =
      /(?:Ủy ban nhân dân|UBND|HĐND|[Đđ]ảng ủy|Bí thư tỉnh ủy|Công an|cấp ủy|Thủ trưởng cơ quan)/u.test(soFar);
    const isOfUnits =
      isClass || (isUnitList && / (?:Quận|Huyện|Xã|Phường)(?:, \p{Lu}\p{Ll}+(?: xã| trấn| khu)?)*, $/u.test(soFar));
    const noun = Math.max(at(LIST_NOUN, text, next), isOfUnits ? at(CAPITAL_NOUN, text, next) : -1);
    if (noun > 0 && (isClass || isUnitList || /^(?:Sở|Bộ|Cơ quan|Ban),/u.test(soFar)))
      return !(text[noun] === ' ' && verbEnd(text, skipSpace(text, next)) > noun);
    if (shared) return /\p{Lu}/u.test(text[next] ?? '') && !isOtherAgency(text, next);
    if (isNextCompany(text, soFar, next)) return true;
    // "các xã Con Cuông, Lượng Minh và Chiêu Lưu": names under one plural head.
    if (
      (isClass || /\scác\s/u.test(soFar)) &&
      /(?:^|\s)(?:các|những)\s(?:\p{L}+\s){1,3}\p{Lu}/iu.test(soFar) &&
      /\p{Lu}\p{Ll}/u.test(text.slice(next, next + 2)) &&
      !opening(text, next, false)
    )
      return true;
    return / các \p{Ll}+ \p{Ll}+/u.test(soFar) && nounBeforeDoing(text, next) && !opening(text, next, false);
  }

  function continuesAfterAnd(text: string, start: number, next: number, isClass: boolean, shared: boolean): boolean {
    if (joinsInName(text, start, next)) return true;
    if (/^(?:các )?(?:hộ gia đình|hộ dân|tầng lớp|người dân)/u.test(text.slice(next, next + 20))) return isClass;
    if (text.startsWith('các ', next) || text.startsWith('một số ', next)) return false;
    const noun = at(LIST_NOUN, text, next);
    if (noun > 0)
      return isClass || (UNIT_AFTER_HEAD.test(text.slice(next)) && !/^(?:cơ quan|đơn vị)/u.test(text.slice(next)));
    if (shared ? isOtherAgency(text, next) : opening(text, next, false)) return false;
    return (!isClass && !shared && closesWithPlace(text, next)) || /\p{Lu}/u.test(text[next] ?? '');
  }

  /** A name that no head opens: a bare field after its department, or one that only its place in the sentence tells. */
  const further = (
    text: string,
    before: AgencyMention | undefined,
    place: number,
    limit: number,
    evidence?: Evidence,
  ): AgencyMention | undefined => {
    const field = before && !opening(text, place, false) ? bareDepartment(text, before, place) : undefined;
    if (before) return field ?? unknownName(text, place, limit, 'list');
    return evidence && unknownName(text, place, limit, evidence);
  };

  function list(
    text: string,
    place: number,
    limit: number,
    atStart = false,
    evidence?: Evidence,
  ): { items: AgencyMention[]; end: number } {
    const items: AgencyMention[] = [];
    let next = place;
    let end = place;
    while (items.length < 40) {
      const item =
        one(text, next, limit, atStart && items.length === 0) ?? further(text, items.at(-1), next, limit, evidence);
      if (!item) break;
      items.push(item);
      // "Sở A (cơ quan thường trực), ...": an aside is no part of the name.
      end = asideEnd(text, item.end, limit);
      const joint = /^\s?(?:[,;]\s?(?!mỗi\s)(?:và\s)?|và\s|&\s|-\s(?=Sở|UBND))/u.exec(text.slice(end, end + 12));
      if (!joint) break;
      next = end + joint[0].length;
      if (!opening(text, next, false) && !further(text, item, next, limit)) break;
    }
    return { items, end };
  }

  return { list, knowing: (own) => grammarWith(head, [...names, form(own)]) };
}
