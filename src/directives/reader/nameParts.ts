import { ASIDE, CHARGED, NAME_VERBS, TRADES, WHAT_IT_IS } from './agencyForms.ts';
import { isDepartment } from './fieldNames.ts';
import { shortVerbAt, stopsName, verbEnd } from './verbs.ts';

/** After a name, with a circumstance between or without one: what binds somebody. */
const BOUND =
  /^(?:\s(?:khi|trong quá trình|trước khi|sau khi|trong khi|trong thời gian)\s[^.;:]{3,200}?)?\s(?:phải|cần|có trách nhiệm|chịu trách nhiệm)\s/u;

/** "Quỹ Đầu tư phát triển tỉnh", "Ban Quản lý dự án đầu tư xây dựng ...": a verb's word inside a proper name. */
export function isNameTail(text: string, place: number, verb: number): boolean {
  const word = text.slice(place, verb);
  if (
    !/^(?:đầu tư|phát triển|xây dựng|quản lý|kiểm định|kiểm soát|khai thác|hỗ trợ|phục vụ|bảo vệ|bảo tồn|vận hành|đấu giá|đào tạo|điều hành|giám sát|phòng chống|phòng, chống|cứu hộ|cứu nạn|tìm kiếm|ứng phó)$/u.test(
      word,
    )
  )
    return false;
  const before = text.slice(Math.max(0, place - 40), place);
  if (
    /(?:dự án|Dự án|QLDA|dự án đầu tư|Dự án đầu tư|QLDA đầu tư|đầu tư xây dựng) $/u.test(before) &&
    /(?:[Qq]uản lý|BQL|QLDA)/u.test(before)
  )
    return true;
  if (!/\p{Lu}\p{Ll}*(?: \p{Ll}+)? $/u.test(before)) return false;
  // "Viện Kinh tế | xây dựng, Trung tâm Thông tin công bố ...": the next name of the list follows.
  if (
    /(?:Viện|Trung tâm|Cục|Vụ|Ban|Phòng|Công ty|Hội)\s\p{Lu}[^,.;:]{0,24}$/u.test(before) &&
    NEXT_NAME.test(text.slice(verb, verb + 20))
  )
    return true;
  const next = skipSpace(text, verb);
  return /^(?:tỉnh|thành phố|quỹ đất|khu|rừng|thiên tai|bệnh tật|giáo dục|thị trường|chất lượng)/u.test(
    text.slice(next, next + 30),
  );
}

const NEXT_NAME =
  /^(?:,\s(?:Sở|Ban|Phòng|Trung tâm|Viện|Cục|Vụ|Văn phòng|Công an|Công ty|UBND|Hội|Thanh tra)\s|\s(?:chủ trì|có trách nhiệm|phối hợp)(?![\p{L}\p{M}]))/u;

/** May this opening be a whole name by itself? */
export function standsAlone(name: string, isClass: boolean): boolean {
  if (isClass) return true;
  return /^(?:Chi bộ|VPCP|Chính phủ|Quốc hội|Tỉnh ủy|Thành ủy|Huyện ủy|Tỉnh đoàn|Thành đoàn|Tỉnh Đoàn|Đảng ủy|UBND|Ủy ban nhân dân|HĐND|Báo và .*|Đài Phát thanh.*|Chủ đầu tư|Nhà đầu tư|Nhà thầu|Liên danh|Liên danh nhà (?:thầu|đầu tư)|Cả hệ thống chính trị|Tư vấn giám sát|VNPT|Viettel|MobiFone|Công an|Văn phòng|Thủ tướng(?: Chính phủ)?|Phó Thủ tướng(?: Chính phủ)?|Bộ đội Biên phòng|Mặt trận(?: Tổ quốc(?: Việt Nam)?)?|MTTQ|Viễn thông|Bưu điện|Điện lực|Cấp ủy|Bộ Chỉ huy|Tổ công tác|Tổ Công tác|Tổ giúp việc|Ban Chỉ đạo|Ban chỉ đạo|Đoàn công tác|Đoàn kiểm tra|Đồng chí(?: \p{L}+)*|(?:\S+ ){3,}\S+|Trưởng (?:các )?(?:thôn|bản|ấp|xóm|khu phố)|.*\p{Ll} .*\p{Lu}.*)$/u.test(
    name,
  );
}

const TITLE_ALONE =
  /^(?:Người đứng đầu|Thủ trưởng|(?:Phó )?Trưởng [Đđ]oàn|Tổ phó|Phó Tổ trưởng|Hiệu trưởng|Giám đốc|Trưởng phòng|Trưởng ban|Tổ trưởng|Đội trưởng|Chủ nhiệm|Cục trưởng|Viện trưởng)$/u;

/** "a) Người đứng đầu | chịu trách nhiệm ...", "Trưởng đoàn: Điều hành chung", under a heading that says of what: the title alone, if it is bound. */
export const isBoundTitle = (text: string, start: number, end: number): boolean =>
  TITLE_ALONE.test(text.slice(start, end)) &&
  /^(?:\s(?:(?:có|chịu) (?:trách nhiệm|nhiệm vụ)|phải|cần)\s|\s?:\s\p{Lu})/u.test(text.slice(end, end + 20));

/** "Văn hóa - Xã hội" goes on after the dash; "Sở A - cơ quan thường trực ... -" only says what it is. */
export const goesOnAfterDash = (text: string, next: number): boolean =>
  /[\p{L}\d]/u.test(text[next] ?? '') && verbEnd(text, next) < 0 && !WHAT_IT_IS.test(text.slice(next, next + 24));

const LAST_UNIT = /(?:^|\s)(?:(?<!tác )xã|phường|đặc khu|huyện|thị trấn|quận|thị xã|thôn|bản|tổ dân phố|khu phố)$/u;
/** What may qualify units: where they lie, which of them, what they have. A closed list, unlike that of what they may be told to do. */
const QUALIFIES_UNITS =
  /^(?:ven|miền|vùng|biên giới|hải đảo|đồng bằng|trung du|trọng điểm|liên quan|nêu|còn lại|có|nơi|thuộc|trực thuộc|trên|trong|ngoài|mới|cũ|sau|trước|chưa|đã|đang|được|bị|khu vực|phía|thí điểm|điểm|nghèo|đặc biệt|khó khăn|khác|này|nói|dưới|hạ lưu|hạ du|thượng|lân cận|giáp|loại|phụ trách|đăng ký|từ|đến|của|ở|tại|và|hoặc|hội|ủy|uỷ|đoàn|đội|tỉnh|các|gồm|nông|dân|đảo|bãi|cao|thấp|trũng|xa|sâu|lớn|nhỏ|phố|đông|tây|nam|bắc|vừa|không|chậm|đạt|về đích|hoàn thành|để|cần|cùng|nào|số|thứ|xã|phường|thành|quận|huyện|thị|đặc|mà|do|theo|như|trở|đủ|dọc|quanh|xung|gần|ngập|lũ)(?![\p{L}\p{M}])/u;

/** "UBND các xã, phường | gấp rút ...": after units comes what qualifies them, or what they do. */
export const endsUnits = (text: string, start: number, end: number, place: number): boolean =>
  /^\p{Ll}/u.test(text.slice(place, place + 1)) &&
  LAST_UNIT.test(text.slice(start, end)) &&
  !QUALIFIES_UNITS.test(text.slice(place, place + 16));

/** The next place that is no space. */
export function skipSpace(text: string, at: number): number {
  let place = at;
  while (text[place] === ' ') place++;
  return place;
}

/**
 * "các cơ quan | được giao chủ trì | phải ...": which of them; the end or -1. "các đoàn thể Tỉnh | được giao nghiên cứu"
 * is what they are to do: a name closed by a capital needs no more.
 */
export function chargedEnd(text: string, at: number): number {
  const told = CHARGED.exec(text.slice(at, at + 60));
  if (!told) return -1;
  const isToDo =
    /^được (?:phân công|giao)(?: nhiệm vụ)?$/u.test(told[0]) &&
    /\s\p{Lu}\p{Ll}*\s(?:\p{Lu}?\p{Ll}+\s)?$/u.test(text.slice(Math.max(0, at - 24), at)) &&
    verbEnd(text, skipSpace(text, at + told[0].length)) > 0;
  return isToDo ? -1 : at + told[0].length;
}

const PURPOSE_HEAD =
  /^(?:(?:Phó )?Trưởng )?(?:Ban [Cc]hỉ đạo|Ban [Cc]hỉ huy|Hội đồng|Tổ [Cc]ông tác|Tổ giúp việc|Đoàn [Cc]ông tác|Đoàn [Kk]iểm tra|Đoàn [Gg]iám sát|Tiểu ban|Quỹ|Đội)$/u;
const PURPOSE =
  /^(?:(?:phòng, chống|bồi thường, hỗ trợ(?:,| và)? tái định cư|cứu hộ, cứu nạn|trật tự, an toàn)|[^,;:.()\n]){3,80}?\s(?:cấp (?:tỉnh|huyện|xã)|các cấp|tỉnh|thành phố|Thành phố|huyện|thị xã|xã(?! hội)|phường|quốc gia|Quốc gia|Trung ương)(?:\s\p{Lu}\p{Ll}*){0,4}(?=[\s,;:.]|$)/u;
/** What such bodies are commonly for, where no place closes the name. */
const SET_PURPOSE =
  /^(?:bồi thường(?:, hỗ trợ)?(?:,| và)? (?:giải phóng mặt bằng|tái định cư|giải tỏa)(?: (?:các )?dự án(?! \p{Lu}))?|giải phóng mặt bằng|nghiệm thu(?: công trình| khối lượng| nhiệm vụ)?|thẩm định(?: giá đất| giá| dự án| quy hoạch)?|(?:phòng, chống|phòng chống) (?:thiên tai|dịch(?: bệnh)?|tội phạm|tham nhũng|ma túy)|thi đua(?: - khen thưởng|, khen thưởng)?|tuyển dụng|đấu giá(?: tài sản| quyền sử dụng đất)?|xét duyệt|kỷ luật|phòng thủ dân sự|triển khai (?:thực hiện )?(?:Đề án|Dự án|Nghị quyết|Chương trình|Luật)(?: số)?\s[\p{Lu}\d][^\s,;:]*)(?![\p{L}\p{M}])/u;
const NO_PURPOSE =
  /(?:^|\s)(?:trên địa bàn|tại|cho|theo|đến|của|với|để|các|những|phụ trách|mỗi|hằng|hàng|xuống|ít nhất|kết quả|khẩn trương|kịp thời|nghiêm|tiếp tục|chủ trì|phối hợp|báo cáo|rà soát|tham mưu)\s/u;

/** "Ban Chỉ đạo phòng, chống dịch bệnh tỉnh": what a body is for, up to the place that closes its name; or -1. */
export function purposeEnd(text: string, [start, headEnd]: readonly [number, number], limit: number): number {
  if (!PURPOSE_HEAD.test(text.slice(start, headEnd))) return -1;
  const place = skipSpace(text, headEnd);
  const ahead = text.slice(place, Math.min(limit, place + 110));
  const found = PURPOSE.exec(ahead) ?? SET_PURPOSE.exec(ahead);
  if (!found || NO_PURPOSE.test(found[0])) return -1;
  const end = place + found[0].length;
  const next = skipSpace(text, end);
  const closes =
    next >= limit ||
    !/[\p{L}\d]/u.test(text[next] ?? '.') ||
    verbEnd(text, next) > 0 ||
    shortVerbAt(text, next) ||
    stopsName(text, next) ||
    /^(?:và|có|cần)\s/u.test(text.slice(next, next + 4));
  return closes ? end : -1;
}

/** "... Truyền hình Hưng Hải", "Đội số 4": a proper name or a number stands last. */
export const endsInCapital = (name: string): boolean => /(?:^|\s)[\p{Lu}\d][^\s]*$/u.test(name);

/** "... các sở, ngành thành viên": nothing more belongs to the name. */
export const endsInConcern = (text: string, end: number): boolean =>
  /\s(?:thành viên|khác|liên quan|hữu quan|ven biển|ven sông|biên giới|vùng cao|miền núi|hải đảo|trên địa bàn(?: tỉnh| xã| huyện| thành phố| phường)?)$/u.test(
    text.slice(Math.max(0, end - 24), end),
  );

/** "... các công trình dân dụng và | công nghiệp tỉnh": small words, none a verb, that a place closes. */
export function closesWithPlace(text: string, at: number): boolean {
  const found = /^(?:\p{Ll}+\s){1,5}?(?:tỉnh|thành phố|huyện|khu vực)(?=[\s,;:.]|$)/u.exec(text.slice(at, at + 60));
  if (!found) return false;
  let place = at;
  for (const word of found[0].split(' ')) {
    if (verbEnd(text, place) > 0 || stopsName(text, place)) return false;
    place += word.length + 1;
  }
  return true;
}

/** "quản lý | đường bộ | tăng cường ...": up to seven words before what is to be done, or -1. */
export function objectEnd(text: string, at: number): number {
  let place = at;
  for (let n = 0; n < 8; n++) {
    if (verbEnd(text, place) > 0) return n > 0 ? place - 1 : -1;
    const word = /^[\p{L}\d]+\s/u.exec(text.slice(place, place + 16));
    if (n > 0 && /^(?:mỗi|hằng|hàng|định kỳ)\s/u.test(text.slice(place, place + 9))) return place - 1;
    if (!word || stopsName(text, place)) return -1;
    place += word[0].length;
  }
  return -1;
}

/** "Mặt trận Tổ quốc và các tổ chức chính trị - xã hội tỉnh", "Ban Quản lý Khu kinh tế và các khu công nghiệp": one name. */
export const joinsInName = (text: string, start: number, next: number): boolean =>
  (/(?:Mặt trận Tổ quốc(?: Việt Nam)?|MTTQ(?:VN)?) và $/u.test(text.slice(start, next)) &&
    /^các tổ chức chính trị/u.test(text.slice(next, next + 24))) ||
  (/Đảng ủy (?:Ủy ban )?(?:Mặt trận Tổ quốc(?: Việt Nam)?|MTTQ(?:VN)?) và $/u.test(text.slice(start, next)) &&
    text.startsWith('các đoàn thể', next)) ||
  (/(?:Ủy ban nhân dân|UBND) (?:thành phố|thị xã|huyện|quận) và $/u.test(text.slice(start, next)) &&
    /^các (?:huyện|quận|xã|phường|thị)(?![\p{L}\p{M}])/u.test(text.slice(next, next + 12))) ||
  (/(?:Cục|Chi cục|Phòng)\s\p{Lu}\p{Ll}*(?:\s\p{Ll}+){0,3} và $/u.test(text.slice(start, next)) &&
    /^Kiểm lâm(?! (?:tỉnh|vùng|khu vực|huyện))/u.test(text.slice(next, next + 20))) ||
  (/Khu kinh tế và $/u.test(text.slice(start, next)) && text.startsWith('các khu công nghiệp', next));

/** "các đoàn thanh tra, kiểm tra | phải ...": words of doing in a row say who, if one that binds them follows; their end or -1. */
export function tradeChainEnd(text: string, at: number): number {
  let place = at;
  for (let n = 0; n < 4; n++) {
    const end = verbEnd(text, place);
    if (end < 0) return -1;
    const joint = /^(?:,\s|\svà\s)/u.exec(text.slice(end, end + 4));
    if (!joint) {
      const object = TRADES.test(text.slice(place, end)) && n > 0 ? objectEnd(text, skipSpace(text, end)) : -1;
      return object > 0 ? object : n > 0 && BOUND.test(text.slice(end, end + 240)) ? end : -1;
    }
    place = end + joint[0].length;
  }
  return -1;
}

/** Past "(cơ quan thường trực)" after a name, if it stands there. */
export function asideEnd(text: string, at: number, limit: number): number {
  const close = text.startsWith(' (', at) && ASIDE.test(text.slice(at + 1, at + 20)) ? text.indexOf(')', at) : -1;
  return close > 0 && close < limit && close - at < 100 ? close + 1 : at;
}

const SMALL_REST = /^, \p{Ll}+(?: \p{Ll}+){0,2} (?:và|&) \p{Ll}+/u;
const CLOSES_NAME = /^(?: \p{Lu}| tỉnh| thành phố| xã| phường|[,;:.]|$)/u;

/** "Sở Văn hóa, | thể thao và du lịch": the rest of a field written in small letters, its end or -1. */
export function smallRestEnd(text: string, comma: number, start: number): number {
  if (!/(?:^|\s)(?:Sở|Bộ|Phòng|Báo)\s\p{Lu}[^,]{0,30}$/u.test(text.slice(start, comma))) return -1;
  const found = SMALL_REST.exec(text.slice(comma, comma + 80));
  if (!found || verbEnd(text, comma + 2) > 0 || stopsName(text, comma + 2)) return -1;
  if (CLASS_AHEAD.test(text.slice(comma + 2, comma + 20))) return -1;
  let end = comma + found[0].length;
  for (let n = 0; n < 2; n++) {
    if (CLOSES_NAME.test(text.slice(end, end + 12)) || verbEnd(text, end + 1) > 0) return end;
    end += /^ \p{Ll}+/u.exec(text.slice(end, end + 12))?.[0].length ?? 0;
  }
  return -1;
}

const CLASS_AHEAD =
  /^(?:ban|ngành|các|đơn vị|cơ quan|địa phương|đoàn thể|tổ chức|xã|phường|doanh nghiệp|chủ|lãnh đạo|sở|bộ)(?![\p{L}\p{M}])/u;

/** "các cơ quan phối hợp | có trách nhiệm": the word of doing right after a class noun says which, since the real one follows. */
export function isPartOfName(
  text: string,
  start: number,
  place: number,
  verb: number,
  open: { isClass: boolean; end: number },
  words: number,
): boolean {
  if (isDepartment(text.slice(start, place - 1))) return false;
  const of = /thuộc (diện|đối tượng|phạm vi) $/u.exec(text.slice(place - 17, place))?.[1];
  if (of && (of !== 'phạm vi' || text.slice(place, verb) !== 'quản lý')) return true;
  if (isNameTail(text, place, verb)) return true;
  // "Các Tổng công ty xây dựng | chủ động ...".
  const isTrade = /^(?:xây dựng|xây lắp|vận tải|tư vấn|sản xuất|chế biến)$/u.test(text.slice(place, verb));
  if (isTrade && /[Cc]ông ty $/u.test(text.slice(place - 8, place)) && verbEnd(text, skipSpace(text, verb)) > 0)
    return true;
  // "đơn vị tư vấn thiết kế | lập ...": one trade may qualify another.
  const isSecond =
    words === 1 &&
    /^(?:thiết kế|giám sát|xây dựng|thẩm tra|kiểm định|lắp đặt|vận tải|quản lý)$/u.test(text.slice(place, verb)) &&
    TRADES.test(text.slice(skipSpace(text, open.end), place - 1)) &&
    verbEnd(text, verb + 1) > 0;
  if (open.isClass && isSecond) return true;
  if (!open.isClass || words > 0 || skipSpace(text, open.end) !== place) return false;
  const word = text.slice(place, verb);
  // "các cơ quan truyền thông, báo chí", but "Các cơ quan truyền thông về dịch bệnh".
  if (word === 'truyền thông')
    return !/^ (?:về|đến|cho|các|việc|kết quả|rộng|sâu)(?![\p{L}\p{M}])/u.test(text.slice(verb, verb + 9));
  if (!NAME_VERBS.test(word)) return false;
  const next = skipSpace(text, verb);
  // "doanh nghiệp | kiểm tra kết quả": what the doing is done to.
  if (/^(?:kết quả|tiến độ|tình hình|hồ sơ|việc|công tác)(?![\p{L}\p{M}])/u.test(text.slice(next, next + 12)))
    return false;
  if (TRADES.test(word) && objectEnd(text, next) > 0) return true;
  if (/^(?:chủ trì|phối hợp|thực hiện|tham mưu|chỉ đạo)$/u.test(word))
    return /^(?:có trách nhiệm|chịu|cần|phải|căn cứ|soạn thảo|liên quan|báo cáo|gửi|cập nhật|chủ động|định kỳ)/u.test(
      text.slice(next, next + 16),
    );
  return (
    stopsName(text, next) ||
    verbEnd(text, next) > 0 ||
    text.startsWith('liên quan', next) ||
    text.startsWith('có ', next) ||
    text.startsWith('nhà nước', next)
  );
}

/** "UBND các xã vùng biên giới, | hải đảo | rà soát": up to three small words, none of doing, before one that is. */
export function nounBeforeDoing(text: string, at: number): boolean {
  const words = /^\p{Ll}+(?: \p{Ll}+){1,5}/u.exec(text.slice(at, at + 60))?.[0].split(' ') ?? [];
  let place = at;
  for (let n = 0; n < Math.min(4, words.length); n++) {
    if (verbEnd(text, place) > 0) return n > 0;
    if (stopsName(text, place)) return false;
    place += words[n]!.length + 1;
  }
  return false;
}

const COMPANIES =
  /(?:^|\s)[Cc]ác (?:[Tt]ập đoàn|[Tt]ổng công ty|[Cc]ông ty|[Nn]gân hàng|nhà mạng):?(?: \p{Lu}[\p{L}\d]+,)+ $/u;
const SINGLE_NAME = /^\p{Lu}[\p{L}\d]{2,11}(?=,|\s(?:và|phối|chủ|có|khẩn|tiếp|rà|thực))/u;

/** "Các Tập đoàn EVN, | VNPT": companies under one plural head, each by a single name. */
export const isNextCompany = (text: string, soFar: string, next: number): boolean =>
  COMPANIES.test(soFar) && SINGLE_NAME.test(text.slice(next, next + 20));
