import type { AgencyGrammar, AgencyMention } from './mentions.ts';
import { verbEnd } from './verbs.ts';

const DONE_BY =
  /^(?:việc|trách nhiệm|nhiệm vụ|nội dung|phần việc|công tác|đầu việc|phương án|kịch bản)\s[^.;:]{3,160}?\s(do|thuộc(?: về| trách nhiệm của)?)\s(?=\p{Lu}|các\s)/iu;
/** "Rà soát quy hoạch các cụm công nghiệp - Sở A chủ trì", "... trước ngày 31/12, do UBND các xã thực hiện". */
const SET_OFF = /^[^.;:]{12,220}?(,\sdo|\s-(?:\s(?:giao|do))?)\s(?=\p{Lu}|các\s)/u;
/** "Đo lường kết quả trên hệ thống, hằng quý báo cáo UBND tỉnh: Sở Khoa học và Công nghệ." */
const AFTER_COLON = /^[^.;:]{20,240}:\s(?=\p{Lu})/u;
const TAKES_ON =
  /^\s(?:trực tiếp chỉ đạo|chỉ đạo|hướng dẫn|đảm nhiệm|đảm nhận|đảm trách|chủ trì|phụ trách|thực hiện|chịu trách nhiệm|lo)(?=[\s,.;]|$)/u;
const CLAUSE_END = /^\s?(?:[.;,]|$)/u;

/** "Việc lấp giếng hỏng do Sở A đảm nhiệm", "Nhiệm vụ này thuộc về UBND xã": those charged where they stand last. */
export function namedLast(
  text: string,
  at: number,
  to: number,
  grammar: AgencyGrammar,
): { items: AgencyMention[]; end: number } | undefined {
  const scope = text.slice(at, Math.min(to, at + 260));
  const by = DONE_BY.exec(scope) ?? (verbEnd(text, at, true) > 0 ? SET_OFF.exec(scope) : null);
  if (!by) return verbEnd(text, at, true) > 0 ? afterColon(text, at, to, grammar) : undefined;
  const { items, end } = grammar.list(text, at + by[0].length, to);
  const closes = (by[1]?.startsWith('thuộc') ? CLAUSE_END : TAKES_ON).test(text.slice(end, Math.min(to, end + 24)));
  // "Việc đấu thầu do Sở Y tế chủ trì ... bị chậm" tells how it went.
  const went = /^[^.;:]{0,160}\s(?:bị chậm|bị|đã|còn chậm|chưa)\s/u.test(text.slice(end, Math.min(to, end + 180)));
  return items.length > 0 && closes && !went ? { items, end } : undefined;
}

/** The names after the colon that ends a sentence of work, if nothing but them stands there. */
function afterColon(
  text: string,
  at: number,
  to: number,
  grammar: AgencyGrammar,
): { items: AgencyMention[]; end: number } | undefined {
  const work = AFTER_COLON.exec(text.slice(at, Math.min(to, at + 260)));
  if (!work) return undefined;
  const { items, end } = grammar.list(text, at + work[0].length, to);
  return items.length > 0 && /^\s?\.?\s*$/u.test(text.slice(end, to)) ? { items, end } : undefined;
}

/** "riêng | thôn Hạ | xử lý dứt điểm ...": one place of those before, set apart. */
const PLACE_APART =
  /(?<=(?:^|\s)[Rr]iêng\s)((?:thôn|bản|ấp|xóm|tổ dân phố|khu phố|xã|phường|đặc khu|huyện|thị xã)\s(?:\p{Lu}\p{Ll}*|\d{1,2})(?:\s(?:\p{Lu}\p{Ll}*|\d{1,2})){0,3})(?=\s\p{Ll})/u;

export function placeApart(text: string, at: number): AgencyMention | undefined {
  const found = PLACE_APART.exec(text.slice(Math.max(0, at - 7), at + 60));
  if (!found || Math.max(0, at - 7) + found.index !== at) return undefined;
  const end = at + found[1]!.length;
  return verbEnd(text, end + 1) > 0 ? { start: at, end, plural: false } : undefined;
}

/** "... trước ngày 10/11; đơn vị chịu trách nhiệm chính là | Sở A": who is meant by the part that somebody plays. */
export function whoIsMeant(
  text: string,
  named: readonly AgencyMention[],
  end: number,
  to: number,
  grammar: AgencyGrammar,
): AgencyMention[] | undefined {
  const [part] = named;
  if (named.length !== 1 || !part || !/^(?:đơn vị|cơ quan|đầu mối)(?:\s|$)/iu.test(text.slice(part.start, part.end)))
    return undefined;
  const is = /^(?:\s[^.;:,]{2,50})?\slà\s(?=\p{Lu})/u.exec(text.slice(end, Math.min(to, end + 70)));
  const { items } = is ? grammar.list(text, end + is[0].length, to) : { items: [] };
  return items.length > 0 ? items : undefined;
}

/** "Sở A (chủ trì), Sở B (phối hợp) rà soát ...": of those named, who leads; the others are partners. */
export function whoChairs(text: string, named: AgencyMention[]): AgencyMention[] {
  const chairs = named.filter((m) => text.startsWith(' (chủ trì)', m.end));
  return chairs.length > 0 ? chairs : named.filter((m) => !text.startsWith(' (phối hợp)', m.end));
}

/** "Đối với các tỉnh trọng điểm: A, B, Chủ tịch UBND tỉnh cần ...": the places say where, the one named last is spoken to. */
export function withoutPlaces(text: string, items: AgencyMention[]): AgencyMention[] {
  const last = items.at(-1);
  const arePlaces = items
    .slice(0, -1)
    .every((m) =>
      /^(?:(?:các|những)\s(?:tỉnh|xã|phường|huyện|địa bàn|địa phương)\s|cấp (?:xã|huyện|tỉnh)$)/u.test(
        text.slice(m.start, m.end),
      ),
    );
  const isOffice = last && /^(?:Chủ tịch|Giám đốc|UBND|Ủy ban nhân dân)\s/u.test(text.slice(last.start, last.end));
  return items.length > 1 && isOffice && arePlaces ? [last] : items;
}
