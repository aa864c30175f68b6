import type { AgencyGrammar, AgencyMention } from './mentions.ts';

const HEADS = 'bộ|sở|cục|ban|vụ|viện|phòng|hội|trường|trung tâm|chi cục|tổng cục|văn phòng|công ty|tổng công ty';
/** The head with a capital, or with "này" in any letters. */
const CAPITAL = HEADS.replace(/(?<=^|\|)\p{L}/gu, (letter) => letter.toUpperCase());
const SHORT = new RegExp(
  `^(?:(?:${HEADS}|${CAPITAL}) này|${CAPITAL}|(?:[Cc]ơ quan|[Đđ]ơn vị|[Đđ]ịa phương) này)(?= )`,
  'u',
);
const TOLD =
  /^\s(?:(?:sẽ|cũng|còn|đồng thời)\s){0,2}(cần|phải|có trách nhiệm|chịu trách nhiệm|chủ trì|khẩn trương|chủ động|tiếp tục|phối hợp|được giao|được yêu cầu)(?=[\s,])/u;
/** "Sở trình UBND tỉnh ...": said of these three by any word of doing that is no part of another name. */
const DOES =
  /^(?:Bộ|Sở|Cục)(?: này)? (?:trình|báo cáo|tham mưu|tổng hợp|rà soát|hướng dẫn|kiểm tra|ban hành|xây dựng|lập|công bố|hoàn thiện|hoàn thành|tổ chức|bố trí|thẩm định|theo dõi|đôn đốc|tiếp thu|nghiên cứu)(?![\p{L}\p{M}])/u;
/** Of a day that is past only what binds counts. */
const BINDS = /^(?:cần|phải|có trách nhiệm|chịu trách nhiệm|chủ trì|được giao|được yêu cầu)$/u;
const REACH = 6000;

/** "Bộ cần ...", "Sở này chủ trì ...": somebody told by the head of a name that stands in full before it. */
export function shortAt(
  text: string,
  at: number,
  grammar: AgencyGrammar,
  { isNews, isStory }: { isNews: boolean; isStory: boolean },
): AgencyMention | undefined {
  const short = SHORT.exec(text.slice(at, at + 24))?.[0];
  if (!short) return undefined;
  const name = { start: at, end: at + short.length, plural: false };
  const told = TOLD.exec(text.slice(name.end, name.end + 40))?.[1];
  const does = !isStory && DOES.test(text.slice(at, at + 24));
  if (!does && (!told || (isStory && !BINDS.test(told)))) return undefined;
  return isNews || fullName(text, name, grammar) ? name : undefined;
}

/**
 * "Sở", "sở này": the last "Sở ..." before it, but the one told right before where that is only its partner.
 * Undefined where `name` is more than a head or nobody fits.
 */
export function fullName(
  text: string,
  name: AgencyMention,
  grammar: AgencyGrammar,
  told?: { leads: readonly AgencyMention[]; coordinates: readonly AgencyMention[] },
): string | undefined {
  const words = text.slice(name.start, name.end);
  if (SHORT.exec(`${words} `)?.[0] !== words) return undefined;
  const from = Math.max(0, name.start - REACH);
  const before = text.slice(from, name.start);
  const opening = `${words[0]!.toUpperCase()}${words.slice(1).replace(/ này$/u, '')} `;
  const nameOf = ({ start, end }: AgencyMention): string => text.slice(start, end);
  const lead = told?.leads.find((m) => text.startsWith(opening, m.start));
  for (let end = before.length; end > 0; ) {
    const at = before.lastIndexOf(opening, end - 1);
    if (at < 0) return undefined;
    end = at;
    if (/[\p{L}\d]/u.test(before[at - 1] ?? '')) continue;
    const [whole] = grammar.list(text, from + at, name.start).items;
    if (!whole || whole.plural || whole.end - whole.start <= opening.length) continue;
    const isPartner = told?.coordinates.some((m) => nameOf(m) === nameOf(whole));
    return nameOf(lead && isPartner ? lead : whole);
  }
  return undefined;
}
