import { SUPERIORS } from './askers.ts';
import { listInCapitals } from './capitals.ts';
import { GOES_ON, isWholeName } from './fieldNames.ts';
import type { AgencyGrammar, AgencyMention } from './mentions.ts';
import { endsUnits } from './nameParts.ts';
import { personBeforeColon } from './persons.ts';
import { unknownName } from './unknownNames.ts';
import { verbEnd } from './verbs.ts';

/** What a heading or a lead-in sentence says about the paragraphs under it. */
export interface HeadingSense {
  /** Those spoken to, who lead what follows. */
  leads: AgencyMention[];
  coordinates: AgencyMention[];
  /** "... yêu cầu:", "... kết luận như sau:": what follows are orders. */
  opensOrders: boolean;
  /** An account, an aim or a budget follows, or tasks, or it does not say. */
  section: 'story' | 'orders' | undefined;
  isTopic: boolean;
  /** More than names stands in it: how far the names go was judged. */
  isLoose?: boolean;
}

const BEFORE_NAMES =
  /^(?:(?:về (?:nhiệm vụ|trách nhiệm)(?: cụ thể)? của|giao\s?:|(?:cơ quan|đơn vị) (?:chủ trì|thực hiện|đầu mối)\s?:|về phía|riêng(?: đối với| với)?|đối với|trách nhiệm(?: chung)?(?: cụ thể)? của|nhiệm vụ(?: cụ thể| chung)? của|trách nhiệm|phân công nhiệm vụ cho|giao(?: nhiệm vụ)?(?: cho)?|yêu cầu(?: đối với)?|đề nghị(?: đối với)?|kiến nghị(?: đối với| với)?|phân công|các nhiệm vụ của|nhiệm vụ giao|tổ chức thực hiện đối với|về trách nhiệm của|nhiệm vụ)\s)?/iu;
/** Where the names begin after "Trách nhiệm của", "Đối với" and the like. */
export const startOfNames = (words: string): number => BEFORE_NAMES.exec(words)![0].length;
const AFTER_NAMES =
  /^(?:\s?\([^)]*\))?\s?(?:(?:,\s)?(?:(?:(?:bao )?gồm |với )?(?:một số|các|những) (?:nhiệm vụ|nội dung|công việc|việc)|(?:có|chịu) (?:trách nhiệm|nhiệm vụ)|(?:làm|là) (?:(?:cơ quan|đơn vị|bộ phận) )?(?:đầu mối|thường trực|chủ trì)|chủ trì|khẩn trương|tập trung|tổ chức|triển khai|thực hiện|phối hợp|chủ động|tiếp tục|theo (?:chức năng|thẩm quyền|lĩnh vực|nhiệm vụ|phân cấp|địa bàn)|trong phạm vi|cần|phải|căn cứ|chỉ đạo|tham mưu|lãnh đạo|nghiêm túc|kịp thời|quan tâm|nghiên cứu|chú trọng|tăng cường|đẩy mạnh|phát huy|làm tốt|bảo đảm)[^:]*)?\s?:?\s*\.?$/u;
/** "UBND các xã đăng ký đạt chuẩn năm 2026:": which of them, by what they do or have. */
const QUALIFIES =
  /^\s(?:đăng ký|phụ trách|quản lý|sử dụng|tham gia|khai thác|sản xuất|kinh doanh|đầu tư|chế biến|vận hành|thi công|tư vấn|cung cấp|cung ứng|vận chuyển|thụ hưởng|được|truyền thông|tuyên truyền)(?:[\s:,]|$)/u;
/** "3. Các xã có làng nghề | chưa có hệ thống thu gom nước mưa, nước thải". */
const IN_STATE = /^\s(?:chưa|còn|đang|bị|không|thuộc|nằm|để xảy ra)\s(?![^.;:]*\s(?:phải|cần|có trách nhiệm)\s)/u;
/** "5. Chủ đầu tư Nhà máy xử lý nước thải khu B": all of it says who. */
const OWNER_OF_WORK =
  /^Chủ đầu tư (?:[Cc]ác )?(?:[Dd]ự án|[Cc]ông trình|[Nn]hà máy|gói thầu|[Kk]hu|[Cc]ụm|[Tt]rạm|[Cc]ảng|[Cc]hợ)\s(?![^.;:]*\s(?:phải|cần|có trách nhiệm|khẩn trương)\s)/u;
/** "1. Công tác đấu nối (Sở Xây dựng chủ trì)": who, in brackets after the work. */
const CHAIRED_BY = /\(([^()]{3,90}?)\s(?:chủ trì|làm đầu mối|chịu trách nhiệm|phụ trách|thực hiện)\)\s?[:.]?$/u;
/** "Các đơn vị được giao quản lý, sử dụng hoặc khai thác hồ chứa": the trades go on after a comma. */
const TRADES_GO_ON = /^,\s[^.;:]{3,60}\s(?:hoặc|và)\s[^.;:]{3,60}:?\s*$/u;
const GIVEN_TRADE = /\sđược (?:giao|phân công|cấp phép)(?:\s\p{Ll}+){0,2}$/u;
const HAS_TRADE =
  /\s(?:được (?:giao|phân công|cấp phép)|quản lý|sử dụng|khai thác|sản xuất|kinh doanh|vận hành|thi công|chủ trì|cung cấp)(?:\s\p{Ll}+){0,3}$/u;
/** "Nhà thầu thi công gói số 5:": one body of a class, and which. */
const ONE_OF_CLASS = /^(?:Nhà thầu|Đơn vị|Cơ quan|Doanh nghiệp|Chủ đầu tư|Lực lượng|Bộ phận|Tổ|Đội)(?:\s|$)/u;
const DUTY = /\s(?:(?:có|chịu) (?:trách nhiệm|nhiệm vụ)|theo (?:chức năng|thẩm quyền)[^.;:]{0,40})\s?[:.]?$/u;
/** "Giám đốc Sở A trong phạm vi nhiệm vụ của mình:" says how, not who. */
export const CIRCUMSTANCE =
  /^,?\s(?:(?:(?:bao )?gồm |với )?(?:một số|các|những) (?:nhiệm vụ|nội dung|công việc|việc)|trong phạm vi|theo (?:chức năng|thẩm quyền|nhiệm vụ|lĩnh vực|phân cấp)|căn cứ|trên cơ sở|(?:có|chịu) (?:trách nhiệm|nhiệm vụ)|(?:làm|là) (?:(?:cơ quan|đơn vị|bộ phận) )?(?:đầu mối|thường trực|chủ trì))(?![\p{L}\p{M}])/u;
const STORY =
  /^(?:về\s)?(?:một số\s|những\s|các\s|phần\s|cơ bản\s|bên cạnh\s|tuy nhiên,?\s|còn\s)*(?:ghi nhận|biểu dương|ưu điểm|bên cạnh|mục đích|mục tiêu|quan điểm|yêu cầu$|yêu cầu chung|đánh giá|kết quả|tồn tại|hạn chế|khó khăn|vướng mắc|nguyên nhân|tình hình|phạm vi|đối tượng|(?:công )?việc đã|căn cứ|cơ sở(?= pháp lý| thực tiễn| chính trị| khoa học| lý luận|,|$)|sự cần thiết|ưu điểm|khuyết điểm|bối cảnh|thực trạng|thành phần|thời gian, địa điểm|chỉ tiêu|ý nghĩa|bài học|dự báo|nhận định)(?![\p{L}\p{M}])/iu;
const ORDERS =
  /(?:nhiệm vụ|giải pháp|nội dung|tổ chức thực hiện|phân công|trách nhiệm|kiến nghị|đề xuất|kinh phí|tiến độ|tiến trình|lộ trình|các bước|công tác|thời gian tới|tổ chức triển khai|chỉ đạo|kết luận|yêu cầu)/iu;
const OPENS_ORDERS =
  /(?:yêu cầu|đề nghị|kết luận|chỉ đạo|giao|như sau|sau đây|phân công|quyết định|quyết nghị|thống nhất|kiến nghị|ý kiến|nhiệm vụ|nội dung sau|nhấn mạnh|chỉ thị(?=\s?:))[^.;]{0,160}:\s*$/iu;
const SPEAKS =
  /^\s(?:(?:đã|có|thống nhất|cơ bản)\s){0,2}(?:ý kiến\s)?(?:kết luận|chỉ đạo|phát biểu|nhấn mạnh|quyết định|ý kiến)(?:(?:,| và)\s(?:kết luận|chỉ đạo|giao nhiệm vụ|phân công|yêu cầu))?(?:\s(?:như sau|sau đây|một số nội dung|các nội dung|những nội dung)(?: sau)?)?\s?:$/u;
const COORDINATE = /phối hợp(?:\schặt chẽ)?(?:\scùng)?(?:\svới)?\s/iu;
const ASSIGN_IN = /(?:yêu cầu|đề nghị|giao|phân công|chỉ đạo|hướng dẫn|đối với|gồm)\s(?:cho\s)?/giu;
const GUIDES = /^\s(?:hướng dẫn|đôn đốc|vận động|tuyên truyền|tổ chức cho)\s/u;
/** "... đề nghị các Bộ tập trung chỉ đạo ...; trong đó lưu ý các nhiệm vụ trọng tâm sau:": the same do what follows. */
const AMONG_WHICH =
  /[;,.]\s(?:trong đó|cụ thể|nhất là|theo đó|trước mắt|trọng tâm|đồng thời|ngoài ra),?\s(?:(?:cần|phải|đề nghị|yêu cầu|xin)\s)?(?:là\s|lưu ý\s|chú ý\s|tập trung\s|chú trọng\s|quan tâm\s|ưu tiên\s|thực hiện\s|triển khai\s|làm tốt\s){1,3}[^.;:]{0,60}(?:nhiệm vụ|nội dung|công việc|giải pháp|biện pháp|việc|vấn đề)[^.;:]{0,60}:$/iu;

/**
 * Reads a heading. `text` is the paragraph's words; positions in the answer count from its start. Capitals name an agency
 * only under a number or once orders have begun: bare, they are a letterhead. In a roll of names an unknown one is believed.
 */
export function readHeading(text: string, grammar: AgencyGrammar, isNumbered: boolean, isRoll = false): HeadingSense {
  const sense: HeadingSense = { leads: [], coordinates: [], opensOrders: false, section: undefined, isTopic: false };
  const words = text.replace(/\s-?\s*$/u, '');
  // "a) Ban coi thi có trách nhiệm" heads what follows as well as with a colon.
  const endsInColon = words.endsWith(':') || (words.length < 160 && DUTY.test(words));
  const person = endsInColon ? personBeforeColon(words, 0) : undefined;
  if (person && person.after >= words.length) return { ...sense, leads: [person.item], opensOrders: true };
  const chaired = isNumbered ? CHAIRED_BY.exec(words) : null;
  const chairs = chaired && grammar.list(words, chaired.index + 1, words.length, true);
  if (chairs && chairs.items.length > 0 && chairs.end === chaired.index + 1 + chaired[1]!.length)
    return { ...sense, leads: chairs.items, opensOrders: true };
  const before = BEFORE_NAMES.exec(words)![0].length;
  const inCapitals = isNumbered && !/\p{Ll}{2}/u.test(words) ? listInCapitals(words, before) : [];
  if (inCapitals.length > 0) return { ...sense, leads: inCapitals, opensOrders: true };
  const named = grammar.list(words, before, words.length, true);
  // "Chủ tịch UBND tỉnh kết luận như sau:" speaks; nobody is spoken to yet.
  if (SPEAKS.test(words.slice(named.end))) return { ...sense, opensOrders: true };
  if (named.items.length > 0) {
    const rest = words.slice(named.end);
    const last = named.items.at(-1)!;
    // "Các bộ, địa phương có dự án chậm tiến độ:": what follows the names says which of them.
    const isQualified =
      !saysDoing(rest) ||
      ((last.plural || ONE_OF_CLASS.test(words.slice(last.start, last.end))) && QUALIFIES.test(rest)) ||
      (isNumbered && last.plural && IN_STATE.test(rest)) ||
      (isNumbered && OWNER_OF_WORK.test(words));
    const isWhich = isNumbered && last.plural && /\scó\s(?!trách nhiệm)/u.test(words.slice(last.start));
    const tradesGoOn =
      isNumbered &&
      last.plural &&
      ((HAS_TRADE.test(words.slice(last.start, last.end)) && TRADES_GO_ON.test(rest)) ||
        (GIVEN_TRADE.test(words.slice(last.start, last.end)) && /^,\s\p{Ll}[^.;:]{6,80}:?\s*$/u.test(rest)));
    if (
      (tradesGoOn || (/^\s[^.;:]{1,110}:?\s*$/u.test(rest) && isQualified)) &&
      !CIRCUMSTANCE.test(rest) &&
      (endsInColon || before === 0 || isWhich)
    ) {
      sense.isLoose = true;
      if (!goesOnUnknown(words, last, rest))
        last.end = words
          .replace(/(?:\s(?:phải|cần))?[\s:]+$/u, '')
          .replace(/\s\((?:có |kèm )?(?:theo )?danh sách[^()]*\)$/u, '').length;
      sense.leads = named.items;
      sense.opensOrders = true;
      return sense;
    }
    // "3. Sở A chủ trì, phối hợp với Cục B" heads its points without a colon.
    const joined = isNumbered ? /^\s(?:chủ trì,?\s)?phối hợp(?: chặt chẽ)?(?: với| cùng)\s/u.exec(rest) : null;
    const partners = joined && grammar.list(words, named.end + joined[0].length, words.length);
    if (partners && partners.items.length > 0 && /^\s?[:.]?$/.test(words.slice(partners.end))) {
      sense.leads = named.items;
      sense.coordinates = partners.items;
      sense.opensOrders = true;
      return sense;
    }
    // "Chủ tịch UBND tỉnh chỉ đạo các sở, ngành:": who stands above all others speaks to those named last.
    const told =
      endsInColon && !isNumbered && named.items.length === 1 && /^\s(?:chỉ đạo|yêu cầu|lưu ý)\s/u.test(rest)
        ? SUPERIORS.test(words.slice(last.start, last.end)) && lastAssigned(words, grammar)
        : undefined;
    if (told) return { ...sense, leads: told, opensOrders: true };
    // "2. Sở A thực hiện chế độ báo cáo với Bộ B (qua thư: ...) như sau:".
    if (
      isNumbered &&
      /^\s(?:có trách nhiệm |tổ chức |triển khai )?thực hiện\s[^.;]{3,240}như sau:$/u.test(
        rest.replace(/\([^()]*\)/gu, ''),
      )
    )
      return { ...sense, leads: named.items, opensOrders: true };
    const bare = /^(?:\s?\([^)]*\)){0,2}\s?[:.]?$/u.test(rest);
    if (
      bare ||
      (endsInColon &&
        AFTER_NAMES.test(rest) &&
        !/(?:yêu cầu|đề nghị|giao|như sau|kết luận|chỉ đạo như)/u.test(
          rest.replace(/được (?:giao|phân công)|(?:các )?nhiệm vụ[^:]*|(?:nội dung|công việc)[^:]*/u, ''),
        ))
    ) {
      sense.leads = named.items;
      sense.opensOrders = true;
      const joint = COORDINATE.exec(rest);
      if (joint) sense.coordinates = grammar.list(words, named.end + joint.index + joint[0].length, words.length).items;
      return sense;
    }
  }
  // "3.2. Đảng ủy các xã dồn sức lãnh đạo, chỉ đạo:" heads its points too.
  const opener = named.items.at(-1);
  if (opener && endsInColon && isNumbered && goesOnUnknown(words, opener, words.slice(named.end)))
    return { ...sense, leads: named.items, opensOrders: true, isLoose: true };
  const nameStop = DUTY.exec(words)?.index ?? words.length;
  const unknown =
    (isRoll || nameStop < words.length) && named.items.length === 0
      ? unknownName(words, before, nameStop, 'heading')
      : undefined;
  if (unknown) return { ...sense, leads: [unknown], opensOrders: true, isLoose: true };
  // "Về đề nghị hỗ trợ kinh phí:" names what was asked; the answer comes below.
  const isPetition =
    /^(?:về|đối với|liên quan)\s(?:các\s|một số\s|việc\s)?(?:đề nghị|kiến nghị|đề xuất|ý kiến)/iu.test(words) &&
    !/(?:như sau|sau đây|kết luận|chỉ đạo)\s*:$/iu.test(words);
  if (endsInColon && !isPetition && OPENS_ORDERS.test(words.slice(-240))) {
    sense.opensOrders = true;
    const tail = lastAssigned(words, grammar);
    // "2. UBND các xã hướng dẫn các hộ dân thực hiện các nội dung sau:" charges those who guide.
    if (isNumbered && named.items.length > 0 && GUIDES.test(words.slice(named.end))) sense.leads = named.items;
    else if (tail) sense.leads = calledTogether(words, grammar) ?? tail;
  }
  const title = words.replace(/[:.]\s*$/, '');
  // "Ghi nhận kết quả đạt được. Đối với 37 hộ còn lại:": its last sentence says what follows.
  const lastly = endsInColon ? title.split(/(?<=[.!?])\s+(?=\p{Lu})/u).at(-1)! : title;
  sense.isTopic = !sense.opensOrders && /^(?:về|đối với|liên quan)(?![\p{L}\p{M}])/iu.test(title);
  if (!sense.opensOrders || !endsInColon) {
    if (isPetition || /^(?:về )?(?:một số )?(?:kiến nghị|đề xuất|ý kiến)/iu.test(title)) sense.section = 'orders';
    else if (
      title.length < 200 &&
      STORY.test(lastly) &&
      !/nhiệm vụ|giải pháp|tổ chức thực hiện|kiến nghị|phân công|khắc phục/iu.test(title)
    )
      sense.section = 'story';
    else if (title.length < 200 && ORDERS.test(title)) sense.section = 'orders';
  }
  return sense;
}

/** What somebody did, is or asks of others opens no orders to them. */
const TELLS_OR_ASKS =
  /^\s(?:\S+\s){0,2}?(?:đã|được|là|của|và|về|tại|gồm|như|đề nghị|yêu cầu|kiến nghị|đề xuất|giao|thông báo|kết luận|đánh giá|ghi nhận|biểu dương)(?:[\s:,]|$)/u;

/** Is the name whole, and what follows it words of doing that no list knows? */
const goesOnUnknown = (words: string, { start, end }: AgencyMention, rest: string): boolean =>
  (isWholeName(words.slice(start, end)) || endsUnits(words, start, end, end + 1)) &&
  /^\s\p{Ll}+\s\p{L}/u.test(rest) &&
  !GOES_ON.test(rest.slice(1)) &&
  !QUALIFIES.test(rest) &&
  !TELLS_OR_ASKS.test(rest) &&
  verbEnd(words, end + 1) < 0;

/** Is there a word of doing anywhere in it? */
function saysDoing(words: string): boolean {
  for (const match of words.matchAll(/(?<=^|\s)(?=\p{L})/gu)) if (verbEnd(words, match.index) > 0) return true;
  return /\s(?:cần|phải|là|đã|được|theo|để|về)\s/u.test(words);
}

/** "(sau đây gọi chung là các đơn vị)": the name by which the document goes on. */
function calledTogether(words: string, grammar: AgencyGrammar): AgencyMention[] | undefined {
  const called = /\(sau đây (?:gọi|viết) chung là:?\s/u.exec(words);
  if (!called) return undefined;
  const { items } = grammar.list(words, called.index + called[0].length, words.indexOf(')', called.index));
  return items.length > 0 ? items : undefined;
}

/** "... giao Đảng ủy A lãnh đạo, chỉ đạo một số nội dung sau tại Kết luận số 5:", but not "... báo cáo những nội dung sau:". */
const TAKES_POINTS =
  /^\s(?!báo cáo|cung cấp|làm rõ|giải trình|thống kê|đánh giá|trả lời)[^.;:]{0,80}(?:nội dung|nhiệm vụ|công việc|giải pháp|biện pháp|việc)(?:\s[^.;:]{0,80})?:$/u;

/** "... Chủ tịch UBND tỉnh yêu cầu Giám đốc các sở, ngành và Chủ tịch UBND các xã:" speaks to those named last. */
function lastAssigned(words: string, grammar: AgencyGrammar): AgencyMention[] | undefined {
  let kept: AgencyMention[] | undefined;
  let lastEnd = -1;
  for (const match of words.matchAll(ASSIGN_IN)) {
    const at = match.index + match[0].length;
    // "yêu cầu các Sở | chỉ đạo các trường:": those asked, not those whom they direct.
    if (kept && match.index === lastEnd + 1 && /^chỉ đạo\s/iu.test(match[0])) continue;
    const { items, end } = grammar.list(words, at, words.length);
    lastEnd = items.length > 0 ? end : -1;
    if (items.length === 0) continue;
    const rest = words.slice(end);
    if (
      /^\s?(?:\([^)]*\))?\s?(?:,\s)?(?:(?:như sau|cụ thể|tập trung|khẩn trương|tổ chức|triển khai|thực hiện|có trách nhiệm|chủ động|tiếp tục|theo|căn cứ|nghiêm túc|phối hợp|quan tâm|cần|chỉ đạo|trong thời gian|thời gian tới|một số|trong)[^.;]*)?:$/u.test(
        rest,
      ) ||
      (verbEnd(words, end + 1) > 0 && (TAKES_POINTS.test(rest) || AMONG_WHICH.test(rest)))
    )
      kept = items;
  }
  return kept;
}
