/** What a name may be followed or opened by that charges nobody. */
import { MAY_DIRECT, SUPERIORS } from './askers.ts';
import type { AgencyGrammar, AgencyMention } from './mentions.ts';
import { verbEnd } from './verbs.ts';

export const NARRATIVE =
  /^(?:(?:(?:xin|kính|trân trọng)\s){1,3}trình\s|(?:(?:xin|rất|kính|chân thành|trân trọng) ){0,2}(?:cảm ơn|cám ơn|mong (?:nhận|được|tiếp tục|sớm))|cơ bản (?:thống nhất|nhất trí|đồng ý|tán thành)|(?:thống nhất|nhất trí|đồng ý|chấp thuận|ghi nhận)(?: với)? (?:đề nghị|đề xuất|kiến nghị|báo cáo)(?= của| tại| như)|(?:đã|đang|(?:cần |phải ){0,2}được|bị|là(?! (?:(?:cơ quan|đơn vị|bộ phận) )?(?:đầu mối|nòng cốt|thường trực|chủ trì)[ ,])|tiếp tục là|vẫn(?! (?:tiếp tục|phải|cần|duy trì) )|còn|chưa|vừa|rất|luôn|tự giải thể|thừa (?:lệnh|ủy quyền)|có (?:công văn|văn bản|công điện|thông báo|tờ trình|báo cáo) số)(?![\p{L}\p{M}])|có (?!trách nhiệm|nhiệm vụ|kế hoạch|phương án|giải pháp|văn bản|báo cáo|biện pháp|hình thức|ý kiến|tờ trình|mặt)|phản ánh (?:phải|việc|rằng|là|tình trạng)|nêu (?:quan điểm|lý do|thực trạng|khó khăn)|sẽ có|cho (?:biết|hay|rằng|thấy)|chịu sự|không (?:những|đủ|thuộc|chịu))/u;
const CHAIRED = /^(?:chủ trì|dự|tham dự)\s(?:cuộc|hội nghị|buổi|phiên|họp|hội thảo|tọa đàm|lễ|tiếp|làm việc|đoàn)/iu;
/** Who tells people something as a duty, not as the office that sends the document. */
const VILLAGE =
  /^(?:(?:Tổ |Đội |Hiệu )?[Tt]rưởng|Trạm|Nhà trường|Ban Giám hiệu|Ban giám hiệu|Ban [Cc]ông tác|Chi bộ|Bí thư chi bộ|UBND (?:các )?(?:xã|phường)|Ủy ban nhân dân (?:các )?(?:xã|phường)|Đài|Công an)/u;
export const NOTICE =
  /^(?:(?:(?:thừa lệnh|thừa ủy quyền|xin|trân trọng)\s){0,2}thông báo\s(?:để|dé|đề|(?:đến|tới|cho)(?! (?:chính quyền|[Nn]hân dân|người dân|các hộ|các chủ|ngư dân|vùng hạ du|phụ huynh|chủ |bà con))|ý kiến|kết luận|và)|(?:xin |kính |trân trọng )?(?:gửi|kính gửi)\s[^.;]{0,50}\s[Qq]uý\s(?:[Bb]ộ|[Ss]ở|cơ quan|[Cc]ơ quan|đơn vị|Ủy ban|UBND)|đánh giá cao|có ý kiến (?:(?:chỉ đạo|kết luận|phát biểu)(?:,? (?:chỉ đạo|kết luận))? )?như sau|(?:kết luận|cho rằng|khẳng định|ghi nhận|biểu dương|nhận định|thống nhất (?:đánh giá|nhận định)|nhận được|phát biểu)|(?:nhấn mạnh|đánh giá|lưu ý|chỉ đạo|thống nhất|đề nghị|yêu cầu)\s?:)/u;
/** "UBND xã thông báo để các đơn vị biết, thực hiện": the office that sends the document tells so at its end. */
const ITSELF_TELLS =
  /^(?:(?:thừa lệnh|thừa ủy quyền|xin|trân trọng)\s){0,2}thông báo để [^.;]{2,120}\sbiết(?:,| và)?(?: phối hợp)?(?: tổ chức)? (?:thực hiện|triển khai|chỉ đạo)/u;
/** "Báo và Đài A biểu dương gương tốt": who does not direct praises as part of its work. */
const isPraiseByDuty = (rest: string, who: string): boolean => rest.startsWith('biểu dương ') && !MAY_DIRECT.test(who);
/** Bodies above those a provincial directive can charge: a sentence that begins with them tells, it does not assign. */
const ABOVE =
  /^(?:Bộ Chính trị|Ban Bí thư|Quốc hội|Ban Chấp hành Trung ương|Chính phủ|Trung ương|Thủ tướng Chính phủ)$/u;

const LIST_GOES_ON =
  /(?<!\p{L}|(?:đồng|cán|tiến|toàn|cơ|trụ)\s)(?:[sS]ở|[bB]an|[bB]ộ|ngành|cơ quan|đơn vị|đoàn thể|địa phương|xã|huyện|thôn|phòng|cấp|tổ chức|doanh nghiệp|phường),\s$/u;

const ONE_FOR_ALL =
  /^(?:cơ sở (?:đào tạo|giáo dục|y tế|sản xuất|kinh doanh|khám|chăn nuôi|lưu trú)|đơn vị|cơ quan|hợp tác xã|nhà trường|doanh nghiệp|địa phương|chủ (?:đầu tư|rừng|hồ|tàu|cơ sở|phương tiện))(?:\s\p{Ll}+){0,4}$/u;
const AFTER_OCCASION =
  /(?:^|[.;:]\s)(?:Sau (?:khi|mỗi)|Khi|Nếu|Trường hợp|Trước khi|Định kỳ|Hằng|Hàng)\s[^.;:]{4,200},\s$/u;

/** "Sau mỗi đợt đồng bộ, cơ sở đào tạo kiểm tra ...": one that stands for its class, told on what occasion it must do what. */
const isToldOnOccasion = (text: string, start: number, end: number): boolean =>
  ONE_FOR_ALL.test(text.slice(start, end)) &&
  verbEnd(text, end + 1) > 0 &&
  AFTER_OCCASION.test(text.slice(Math.max(0, start - 240), start));

/** "Để giải quyết tận gốc, ngành giáo dục phải ...": told in so many words, where the comma before it parts no list. */
export const isBoundAfterIntro = (text: string, { start, end }: AgencyMention): boolean =>
  text.slice(start, end).includes(' ') &&
  !LIST_GOES_ON.test(text.slice(Math.max(0, start - 14), start)) &&
  (isToldOnOccasion(text, start, end) ||
    /^\s(?:(?:(?:cũng|còn)|(?:căn cứ|theo|trên cơ sở|trong phạm vi)\s[^.;:,]{3,60}?)\s)?(?:được (?:giao|phân công|yêu cầu|đề nghị)|phải|cần|có trách nhiệm|chịu trách nhiệm)\s/u.test(
      text.slice(end, end + 84),
    ) ||
    // "Trong thời gian chờ bố trí vốn, đảng ủy các xã nêu trên lãnh đạo ...": a body with its members.
    /^(?:ban thường vụ|thường trực|đảng ủy|cấp ủy|ủy ban nhân dân|chính quyền) (?:các )?(?:xã|phường|cấp|đảng ủy|địa phương)(?:\s|$)/u.test(
      text.slice(start, end),
    ));

/** "UBND tỉnh thống nhất nội dung": what the one who directs does. */
const AGREES =
  /^\s(?:cơ bản |không )?(?:thống nhất|nhất trí|đồng ý)(?: với)?(?: (?:nội dung|phương án|dự thảo|báo cáo))?(?=[.,;]|$)|^\skhông (?:thống nhất|đồng ý|nhất trí)|^\s(?:thống nhất|nhất trí|đồng ý) (?:chủ trương|cho(?! ý kiến)|để|chỉ|với|giữ nguyên|không|tạm dừng)(?![\p{L}\p{M}])|^\s(?:thấy|cho phép|sẽ (?:xem xét|quyết định|cho ý kiến)|đánh giá nguyên nhân|hoan nghênh|phê bình|tiếp thu (?:toàn bộ|đầy đủ|các ý kiến|ý kiến))(?![\p{L}\p{M}])/u;

/** "... 124 xã đã kiện toàn bộ máy; | các sở cử 412 lượt công chức": the sentence tells how things went. */
export function isAfterTelling(text: string, at: number, doing: number): boolean {
  if (
    !/;\s$/u.test(text.slice(at - 2, at)) ||
    /^(?:cần|phải|có trách nhiệm|chủ trì|khẩn trương)\s/u.test(text.slice(doing, doing + 16))
  )
    return false;
  const back = text.slice(Math.max(0, at - 400), at);
  return /[\d%][^.;]{0,80}\sđã\s\p{Ll}[^.]*;\s$/u.test(
    back.slice(Math.max(0, ...[...back.matchAll(/[.:]\s/gu)].map((m) => m.index))),
  );
}

/** "phối hợp với: | Sở A, Sở B ...", "phối hợp cùng các cơ quan: | ...". */
const LISTS_PARTNERS =
  /phối hợp(?: chặt chẽ)?(?: với| cùng){1,2}(?: các (?:cơ quan|đơn vị|bộ, ngành|bộ|sở, ngành|sở, ban, ngành|sở|ban|ngành|phòng|tỉnh|xã|phường|địa phương|lực lượng|bên)(?: liên quan| chức năng)?)?\s?$/iu;

/** "Giao các đơn vị: | Sở A thẩm định; Sở B bố trí vốn": each is charged by name after the colon, the class is not. */
export function chargesEachAfter(text: string, end: number, to: number, grammar: AgencyGrammar): boolean {
  if (!/^\s?:\s/.test(text.slice(end, end + 3))) return false;
  const { items, end: after } = grammar.list(text, text.indexOf(':', end) + 2, to);
  return items.length > 0 && text[after] === ' ' && verbEnd(text, after + 1) > 0;
}

/** In an account only these leave no doubt; on a page of news, that somebody must do something too. */
export const BINDS_IN_STORY = /^(?:chủ trì|có trách nhiệm|có nhiệm vụ|chịu trách nhiệm)/u;
export const BINDS_IN_NEWS =
  /^(?:chủ trì|có trách nhiệm|có nhiệm vụ|chịu trách nhiệm|(?:phải|cần)\s(?!đối mặt|dừng|nhờ|chịu|gánh|bù|tính|có mặt|ra tòa|thừa nhận|nói|lưu ý))/u;

/** "Các Sở A tập huấn cho cán bộ trước ngày 26/4": what is to be done by a day. */
export const isDated = (text: string, at: number, to: number): boolean =>
  /^(?!đã\s)(?:(?!\sđã\s)[^.;])*\s(?:trước|chậm nhất(?: vào| là)?|muộn nhất)\s(?:ngày\s)?\d/u.test(
    text.slice(at, Math.min(to, at + 400)),
  );

/** Does "UBND tỉnh thống nhất nội dung" stand here: what the one who directs does, and no "thống nhất ... giao" after it? */
export const isConsent = (text: string, items: readonly AgencyMention[], end: number): boolean =>
  items.length === 1 &&
  MAY_DIRECT.test(text.slice(items[0]!.start, end)) &&
  AGREES.test(text.slice(end, end + 60)) &&
  !/^\s(?:thống nhất|nhất trí|đồng ý)[^.;]{0,40}\sgiao\s/u.test(text.slice(end, end + 70));

/** "Chi cục A phối hợp với các đồn Biên phòng đã lập hồ sơ ...": what they have done together. */
const DONE_TOGETHER = /^phối hợp(?: chặt chẽ)? (?:với|cùng)\s[^.;:,]{3,90}\sđã\s(?!được)/u;
/** "..., giao cho địa phương quản lý", "giao trực tiếp cho nhà thầu thi công": to whom a thing goes, no charge. */
export const HANDS_OVER =
  /^giao (?:trực tiếp |lại )?cho (?:các )?\p{Ll}[\p{Ll} ]{2,40}? (?:quản lý|thi công|sử dụng|khai thác|vận hành|bảo vệ|chăm sóc|sản xuất)(?=[,.;]|$)/u;

/** "Sở A đánh giá tỷ lệ nhiễm giảm", "Phòng B kiến nghị UBND huyện ...": on a page of news somebody's view or wish. */
const TELLS_VIEW = /^(?:đánh giá (?:tỷ lệ|cao|rằng|đây)|kiến nghị)(?![\p{L}\p{M}])/u;

/** "Phối hợp với các ngân hàng, | các công ty tài chính, ...": names all the way from there to the comma. */
function isPartnerListed(text: string, from: number, at: number, grammar: AgencyGrammar): boolean {
  const back = text.slice(Math.max(from, at - 240), at);
  const joint =
    /^[\s\S]*(?:phối hợp(?: chặt chẽ)?(?: với| cùng|(?=\s\p{Lu}))|(?:(?<=^|[.;]\s)|chủ trì,? )cùng(?: với)?)\s/iu.exec(
      back,
    );
  return joint !== null && grammar.list(text, at - back.length + joint[0].length, at - 2).end >= at - 2;
}

/** "Bộ A thống nhất với Bộ B theo hướng: | Bộ B chủ trì ...; | Bộ A quản lý ...": what is to be agreed, no charge of its own. */
export function isContent(text: string, from: number, at: number): boolean {
  const between = text.slice(Math.max(from, at - 600), at);
  const opens =
    /\stheo (?:các )?(?:hướng|nguyên tắc|phương án|phương châm|nội dung|quan điểm)(?: sau)?(?: đây)?\s?:\s/u.exec(
      between,
    );
  return opens !== null && !/[.!?]\s/u.test(between.slice(opens.index + opens[0].length));
}

/** "Chủ trì, phối hợp với Chủ tịch UBND xã; | thủ trưởng các ngành hướng dẫn ...": one more partner, as nothing is to be done before it. */
export function isAmongPartners(text: string, from: number, at: number, grammar: AgencyGrammar): boolean {
  const back = text.slice(Math.max(from, at - 240), at - 2);
  if (text[at - 2] === ':' && LISTS_PARTNERS.test(back)) return true;
  if (text[at - 2] === ',' && isPartnerListed(text, from, at, grammar)) return true;
  if (text[at - 2] !== ';') return false;
  const joint = /^[\s\S]*chủ trì,? (?:và )?phối hợp(?: chặt chẽ)?(?: với| cùng)\s/iu.exec(back);
  return joint !== null && grammar.list(text, at - 2 - back.length + joint[0].length, at - 2).end >= at - 2;
}

/** Do the words after a name, at `next`, only tell ("đã ...", "thông báo để ...", "đánh giá cao"), so that they charge nobody? */
export function tellsOnly(
  text: string,
  items: readonly AgencyMention[],
  next: number,
  isNews: boolean,
  isStory: boolean,
): boolean {
  const rest = text.slice(next, next + 60);
  const who = text.slice(items[0]!.start, items[0]!.end);
  const isToldOf = (isNews ? /^(?:đánh giá|chỉ đạo)\s/u : /^đánh giá\s/u).test(rest) && SUPERIORS.test(who);
  return (
    NARRATIVE.test(rest) ||
    isToldOf ||
    ((isStory || isNews) && CHAIRED.test(rest)) ||
    (NOTICE.test(rest) &&
      !isPraiseByDuty(rest, who) &&
      (ITSELF_TELLS.test(text.slice(next, next + 200)) || !VILLAGE.test(who))) ||
    (isNews && TELLS_VIEW.test(rest)) ||
    DONE_TOGETHER.test(text.slice(next, next + 120)) ||
    (items.length === 1 && ABOVE.test(who))
  );
}

/** "Các đơn vị chủ trì", but not "Ủy ban nhân dân các xã". */
export const isUnnamed = (name: string): boolean =>
  !/\p{Lu}/u.test(name.slice(1)) &&
  !/^(?:Ủy ban|Hội đồng|Đảng ủy|Công an|Chủ tịch|Giám đốc|Trưởng|Bí thư|Sở|Phòng|Văn phòng|Hội)\s/u.test(name);
