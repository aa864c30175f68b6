import type { AgencyMention } from './mentions.ts';
import { skipSpace } from './nameParts.ts';
import { afterAdverbs, shortVerbAt, verbEnd } from './verbs.ts';

/** How a clause begins that says which of them: "... bị ảnh hưởng bởi bão", "... được giao kế hoạch vốn". */
const OPENS =
  /(?:bị|được \p{Lu}[^.;,:]{3,40}? (?:kết luận|kiểm tra|thanh tra|đánh giá|phê duyệt|chọn|hỗ trợ|xếp loại|công nhận|nhắc nhở|phê bình)|được(?!\s\p{Lu}|\s(?:đánh giá|ghi nhận|biểu dương|khen|phép|quyền|lựa chọn|mời|tự|miễn))|để xảy ra|nằm|liên quan(?: đến| tới)?|(?<=liên quan )(?:đến|tới)|mới|thụ hưởng|đăng ký|ghi nhận(?= (?:từ|trên|hơn|dưới|\d))|phát sinh|xảy ra|nơi (?:có|xảy ra|dự kiến|đặt|được|đang|thực hiện|triển khai|diễn ra|tổ chức)|không (?:có|thuộc|còn|đủ|đạt|tham gia|thực hiện|chấp hành|hoàn thành)|tham gia|vi phạm|chịu(?= thiệt hại| ảnh hưởng| tác động)|thuộc(?= phạm vi| diện| đối tượng| danh mục| nhóm| trường hợp| danh sách)|đóng(?= trên| tại)|(?:nêu|quy định)(?= tại| ở| trong)|theo(?= danh sách)|trên(?= địa bàn)|trực tiếp(?= giải quyết| quản lý)|chậm(?! nhất)|có(?! thể| trách nhiệm| nhiệm vụ| ý kiến| văn bản| nhiều (?:cố gắng|nỗ lực)))\s/uy;
/** What they have not done, still have, or have done: more often told of them, so more must speak for an order. */
const OPENS_STATE =
  /(?:chưa(?: được| bị)?|còn(?! (?:lại|phải|cần|chậm|thiếu trách nhiệm|lúng túng|chủ quan|có))|(?:đã|đang)(?: được| bị)?)\s/uy;
/** What is found fault with says how they work, not which of them. */
const FAULT =
  /^chưa (?:chủ động|kịp thời|quan tâm|tích cực|quyết liệt|nghiêm|thường xuyên|tập trung|sâu sát|thực sự|phối hợp|tham mưu|chỉ đạo|đôn đốc|kiểm tra|báo cáo (?:kịp|đầy|trung|đúng|thường)|làm tốt|chú trọng|phát huy|nhận thức|bám sát|sát sao|tốt|cao|nhiều|đồng đều)(?![\p{L}\p{M}])/u;
export const isFault = (text: string, at: number): boolean => FAULT.test(text.slice(at, at + 20));
/** Of what is done or going on, only words that bind, or a limit after them, show that something is ordered. */
const IS_DONE = /^(?:đã|đang)\s/u;
const BINDS =
  /^(?:thì|phải|cần|khẩn trương|chủ động|tập trung|tiếp tục|đẩy nhanh|nghiêm túc|kịp thời|sớm|gấp rút|chủ trì|có trách nhiệm)(?![\p{L}\p{M}])/u;
const HAS_LIMIT =
  /\s(?:trước|chậm nhất|muộn nhất|xong|đến hết|định kỳ|hằng|hàng|trong (?:vòng|tháng|quý|năm|tuần|ngày|thời hạn|\d))\s/u;
/** They may as well be told to do this: only a word that binds after it shows that it says which of them. */
const OPENS_DOING = /(?:thực hiện|triển khai|tổ chức(?= lễ hội| hội chợ| bán trú)|để nợ|vay|thuê|nuôi|giữ|mở)\s/uy;
/** What is told next is done to them, or is what they have not done: the first word of doing belongs to the clause. */
const TAKES_DOING = /(?:bị|được|mới|đăng ký|để xảy ra|chưa|đã|đang|chậm|không có)\s$/u;
/** "chậm giải ngân", "mới thành lập": the word of doing alone says which of them. */
const TOLD_BY_DOING = /^(?:chậm|mới|để xảy ra|đang)\s$/u;
/** "được giao | rà soát": charged already. */
const CHARGED = /^(?:đã )?được\s(?:giao|phân công|yêu cầu|đề nghị)\s/u;
/** After these a word of doing is a noun: "trong quy hoạch", "công tác tái định cư". */
const BEFORE_NOUN =
  /(?:^|\s)(?:nộp|(?<!Kính )gửi|trong|(?<!kèm )theo|về|của|cho|để|nơi|từ|tại|với|sau|trước|khi|bởi|do|và|hoặc|(?<!(?:mất|làm|vụ|sự|giao) )việc|(?<!(?:đoàn|tổ) )công tác|phí|(?<!(?:thiểu|thư|đổi|ký|nghệ) )số|tỷ lệ|tỉ lệ)\s$/u;
/** After these it may be one: "các dự án tái định cư", but "liên quan đến dự án | rà soát". */
const MAYBE_NOUN =
  /(?:^|\s)(?:dự án|công trình|chương trình|kế hoạch|đề án|phương án|danh mục|diện|vùng|khu|cơ sở|hồ sơ|hệ thống|điều kiện|nguồn)\s$/u;
/** Words of doing that take another after them: "tổ chức tuyên truyền". Other pairs are a noun and what is done next. */
const TAKES_ANOTHER =
  /^(?:tổ chức|tập trung|chủ động|khẩn trương|tiếp tục|chỉ đạo|phối hợp|tăng cường|đẩy mạnh|chủ trì|triển khai|thực hiện|hướng dẫn|nghiêm túc|kịp thời|sớm|phải|cần|đẩy nhanh|rà soát|hoàn thành|có trách nhiệm|chịu trách nhiệm)(?![\p{L}\p{M}])/u;
/** Hardly ever a noun: these begin what is to be done even right after a noun of doing. */
const HARDLY_NOUNS =
  'rà soát|lập|báo cáo|chủ động|khẩn trương|tập trung|tổ chức|chủ trì|phân công|bố trí|trả lời|phải|cần|hoàn thành|ban hành';
const BEGINS = new RegExp(`^(?:${HARDLY_NOUNS})(?![\\p{L}\\p{M}])`, 'u');
/** What orders mostly begin with: it ends the clause rather than a rarer word of doing before it in the same breath. */
const SURELY_BEGINS = new RegExp(
  `^(?:${HARDLY_NOUNS}|tiếp tục|chỉ đạo|phối hợp|tăng cường|đẩy mạnh|hướng dẫn|nghiêm túc|kịp thời|sớm|đẩy nhanh|có trách nhiệm|chịu trách nhiệm|vận động|tuyên truyền|cam kết|kiểm điểm|giải trình|khắc phục|cử|gửi|duy trì|thành lập|xây dựng|triển khai|thực hiện|kiểm tra|thông báo|công khai|đôn đốc|yêu cầu|huy động|cung cấp|bảo đảm|đảm bảo|giao(?= \\p{Lu}))(?![\\p{L}\\p{M}])`,
  'u',
);
const surelyBegins = (text: string, at: number): boolean =>
  SURELY_BEGINS.test(text.slice(at, at + 24)) ||
  (afterAdverbs(text, at) > at &&
    (verbEnd(text, afterAdverbs(text, at)) > 0 || shortVerbAt(text, afterAdverbs(text, at))));
/** After these even such a word is a noun: "kết quả kiểm tra", "kế hoạch triển khai". */
const BEFORE_ANY_NOUN =
  /(?:^|\s)(?:kết quả|danh sách|kế hoạch|nội dung|quy trình|thủ tục|biện pháp|hội nghị|đợt|đoàn|tổ|cuộc|hoạt động|lịch|mẫu|phiếu|quyết định|văn bản|yêu cầu|nhu cầu|kinh phí|kết luận|hợp đồng|lực lượng|cán bộ|nộp|gửi|quá trình|thời gian|tiến độ|chính sách|chế độ|để|nhằm|và|người|hộ|dân|doanh nghiệp|thôn|chủ)\s$/u;
/** "... | được yêu cầu lập danh sách": the order, told of those meant. */
const PASSIVE = /^được (?:yêu cầu|đề nghị|phân công)\s/u;
/** A field of work with a comma inside. */
const FIELD = /^(?:phòng cháy, chữa cháy|phòng, chống|bồi thường, hỗ trợ)(?=\s)/u;
/** A place closes the clause: a short word of doing after it is one. */
const AFTER_PLACE = /(?:^|\s)(?:tỉnh|thành phố|xã|phường|huyện|khu vực)\s$/u;
/** Units or a class, not "Xã" or "Chủ tàu" alone. */
const IS_CLASS = /(?:^|\s)(?:các|những|hai|ba|bốn|\d+|thủ trưởng|người đứng đầu)\s/iu;
/** "... thuộc nhóm này | quyết định", "... nào trong năm 2025 | báo cáo": the clause is at its end. */
const ENDS_CLAUSE = /(?:\s(?:này|trên|đó)|\d%?)\s$/u;
const UNTOLD = /^(?:một số|nhiều|phần lớn|đa số|hầu hết)\s/iu;
const MOST_WORDS = 28;

/** "nhận khoán ...", "không nộp báo cáo ...": a word of doing with which orders hardly begin, or its denial. */
function rareDoingAt(text: string, at: number): string | undefined {
  const denied = /^không\s(?=\p{Ll})/u.exec(text.slice(at, at + 8))?.[0] ?? '';
  const verb = verbEnd(text, at + denied.length);
  if (verb < 0 && !denied) return undefined;
  if (!denied && surelyBegins(text, at)) return undefined;
  return `${text.slice(at, Math.max(verb, at + denied.length - 1))} `;
}

/** The opener of a clause at `at`, whether it tells a state, and whether only a word that binds ends it. */
function openerAt(text: string, at: number): { words: string; isState: boolean; isDoing: boolean } | undefined {
  OPENS.lastIndex = OPENS_STATE.lastIndex = OPENS_DOING.lastIndex = at;
  const plain = OPENS.exec(text)?.[0];
  if (plain) return { words: plain, isState: false, isDoing: false };
  const doing = OPENS_DOING.exec(text)?.[0];
  if (doing) return { words: doing, isState: false, isDoing: true };
  const rare = rareDoingAt(text, at);
  if (rare) return { words: rare, isState: false, isDoing: true };
  const state = isFault(text, at) ? undefined : OPENS_STATE.exec(text)?.[0];
  return state ? { words: state, isState: true, isDoing: false } : undefined;
}

/** May what begins at `at` be an order to those in such a state: an object follows, and of what is done also a limit or a word that binds? */
function isOrdered(text: string, at: number, verb: number, to: number, words: string): boolean {
  if (!/^\s[\p{L}\d“"]+[\s,]/u.test(text.slice(verb, verb + 24))) return false;
  if (!IS_DONE.test(words)) return true;
  const rest = text.slice(at, Math.min(to, at + 400));
  return BINDS.test(rest) || HAS_LIMIT.test(rest.replace(/[.;]\s.*$/su, ''));
}

/** "... dưới 3% dân số | mỗi quý phải ...": how often is no part of who; the end without it. */
export const beforeRound = (text: string, at: number, end: number): number =>
  end -
  (end > at ? (/\s(?:mỗi|hằng|hàng) (?:ngày|tuần|tháng|quý|năm)$/u.exec(text.slice(at, end))?.[0].length ?? 0) : 0);

/**
 * "UBND các xã | bị ảnh hưởng bởi bão | rà soát ...": where a clause ends that says which of them, by the word of doing after
 * it; -1 where none begins at `at`, or nothing to do follows in the same breath.
 */
export const limitingClauseEnd = (text: string, at: number, to: number): number =>
  beforeRound(text, at, clauseEnd(text, at, to));

function clauseEnd(text: string, at: number, to: number): number {
  const opener = openerAt(text, at);
  if (!opener) return -1;
  let place = at + opener.words.length;
  const charged = CHARGED.exec(text.slice(at, at + 24));
  // "được giao thực hiện Đề án 06 | khẩn trương ...": only a word that binds shows that the charge says which of them.
  if (charged && verbEnd(text, at + charged[0].length) > 0) opener.isDoing = true;
  let plain = 0;
  let wasNoun = false;
  /** Where a rarer word of doing may begin the order, unless a surer one follows in the same breath. */
  let weak = -1;
  for (let n = 0; n < MOST_WORDS; n++) {
    if (plain > 0 && PASSIVE.test(text.slice(place, place + 16))) return place - 1;
    const verb = verbEnd(text, place);
    const before = text.slice(Math.max(0, place - 14), place);
    const isMaybe = MAYBE_NOUN.test(before);
    const isNamed: boolean = BEFORE_NOUN.test(before) || (isMaybe && !BEGINS.test(text.slice(place, place + 16)));
    // "... đi qua mà chưa | thành lập Hội đồng": what is not yet done within the clause.
    const isOwn =
      (n === 0 && TAKES_DOING.test(opener.words)) || /\s(?:chưa|đã|đang|không|được|bị|nhận|mất|để|tự)\s$/u.test(before);
    // "chưa hoàn thành | kiểm kê": what they have not done may be a word of doing as well.
    if (verb < 0 || (plain === 0 && n > 0 && opener.isState) || (isOwn && TOLD_BY_DOING.test(opener.words))) plain++;
    else if (!isNamed && plain > 0 && !isOwn) {
      const next = skipSpace(text, verb);
      // "... | quyết định theo thẩm quyền": not one word of doing with the next.
      const isPair =
        next === verb + 1 && verbEnd(text, next) > 0 && !text.startsWith('theo ', next) && !ENDS_CLAUSE.test(before);
      const isNoun = isPair && afterAdverbs(text, place) === place && !TAKES_ANOTHER.test(text.slice(place, verb + 1));
      if (opener.isDoing && !BINDS.test(text.slice(place, place + 16))) return -1;
      const isOrder = !isNoun && (!opener.isState || isOrdered(text, place, verb, to, opener.words));
      if (isOrder && weak >= 0 && !BEFORE_ANY_NOUN.test(before) && surelyBegins(text, place)) return place - 1;
      if (isOrder && weak < 0) {
        if (text[place - 2] === ',') return -1;
        if (surelyBegins(text, place)) return place - 1;
        weak = place - 1;
      }
    }
    if (plain > 0 && weak < 0 && AFTER_PLACE.test(before) && shortVerbAt(text, place)) return place - 1;
    if (plain > 1 && weak < 0 && !opener.isDoing && !isNamed && !isOwn && shortVerbAt(text, place)) weak = place - 1;
    wasNoun = verb > 0 && isNamed;
    // "các xã bị chia cắt (Sơn Lộ, Hưng Đạo) | chủ động ...".
    const aside = plain > 0 ? /^\(\p{Lu}[^().;]{2,80}\)\s/u.exec(text.slice(place, place + 90)) : null;
    if (aside) {
      place += aside[0].length;
      continue;
    }
    const field = FIELD.exec(text.slice(place, place + 24))?.[0];
    const word =
      field ??
      (verb > 0 ? text.slice(place, verb) : /^["“]?[\p{L}\d%/-]+["”]?/u.exec(text.slice(place, place + 24))?.[0]);
    if (!word) return weak;
    place += word.length;
    // "phương án phòng cháy, chữa cháy rừng": one more noun of doing.
    if (
      /^, (?:\p{Ll}|(?!UBND|HĐND)\p{Lu}{2})/u.test(text.slice(place, place + 6)) &&
      !opener.isDoing &&
      (wasNoun || verbEnd(text, place + 2) < 0)
    )
      place++;
    if (text[place] !== ' ') return weak;
    place++;
  }
  return weak;
}

/** Right after the name these say which of them, whatever words of doing come later. */
const SAYS_WHICH = /^(?:theo danh sách|đăng ký)\s/u;
/** Do the words of doing at `at`, or none (-1), leave room for such a clause? */
export const mayLimit = (text: string, at: number, end: number): boolean =>
  at < 0 || openerAt(text, at)?.isState === false || SAYS_WHICH.test(text.slice(end + 1, end + 16));

/** A list of names whose last, a class or units, goes on in such a clause, so that something to do follows it; else undefined. */
export function withLimitingClause(
  text: string,
  items: readonly AgencyMention[],
  end: number,
  to: number,
): AgencyMention[] | undefined {
  const last = items.at(-1);
  if (
    !last?.plural ||
    text[end] !== ' ' ||
    !IS_CLASS.test(text.slice(last.start, last.end)) ||
    UNTOLD.test(text.slice(last.start, last.end))
  )
    return undefined;
  const stop = limitingClauseEnd(text, end + 1, to);
  return stop > 0 && stop < to ? [...items.slice(0, -1), { ...last, end: stop }] : undefined;
}
