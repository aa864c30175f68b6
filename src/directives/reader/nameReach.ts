import { END, oneOf, TRADES } from './agencyForms.ts';
import { jointFieldEnd } from './fieldNames.ts';
import { beforeRound, isFault, limitingClauseEnd } from './limitingClauses.ts';
import { purposeEnd, skipSpace, smallRestEnd } from './nameParts.ts';
import { setRestEnd } from './setNames.ts';
import { afterAdverbs, shortVerbAt, verbEnd } from './verbs.ts';

/** Words that bind somebody, so that all before them says who. */
const BINDS =
  /^(?:phải|cần|có trách nhiệm|chịu trách nhiệm|tuyệt đối không|không được|chủ trì|khẩn trương|chủ động|phối hợp với)(?![\p{L}\p{M}])/u;

/** "các dự án | tái định cư", "đất | san lấp": after these a word of doing says what kind. */
const BEFORE_NOUN =
  /(?:dự án|công trình|chương trình|kế hoạch|đề án|hệ thống|dịch vụ|vật liệu|hạ tầng|đất|hoạt động|công tác|cơ sở)\s$/u;

/** Up to sixteen words from `at`, none of doing, before one that binds: where they end, or -1. */
function reachToBinding(text: string, at: number): number {
  let place = at;
  for (let n = 0; n < 16; n++) {
    if (n > 0 && BINDS.test(text.slice(place, place + 24))) return text[place - 2] === ',' ? -1 : place - 1;
    const verb = verbEnd(text, place);
    if (verb > 0 && !BEFORE_NOUN.test(text.slice(Math.max(0, place - 14), place))) return -1;
    if (verb > 0) {
      place = skipSpace(text, verb);
      continue;
    }
    const word = /^[\p{L}\d-]+,?\s/u.exec(text.slice(place, place + 16));
    if (!word) return -1;
    place += word[0].length;
  }
  return -1;
}

/** "các tổ chức, cá nhân khai thác | cát, sỏi lòng sông | phải ...": what a trade is in, by the word that binds after it. */
export function boundTradeEnd(text: string, at: number, verb: number): number {
  if (/^hoạt động (?:tại|trên|trong)\s/u.test(text.slice(at, at + 16)))
    return reachToBinding(text, skipSpace(text, verb));
  if (!TRADES.test(text.slice(at, verb))) return -1;
  // "các Bộ quản lý | ngành, lĩnh vực | quyết liệt ..." needs no word that binds.
  const fields = /^\s(?:nhà nước về\s|chuyên\s)?ngành, lĩnh vực(?=\s)/u.exec(text.slice(verb, verb + 40));
  if (fields) return verb + fields[0].length;
  // "các sở quản lý | nhà nước chuyên ngành về hạ tầng | rà soát ...".
  const about = /^(?:\snhà nước)?(?:\schuyên ngành)?\s(?=về\s)/u.exec(text.slice(verb, verb + 32));
  const aboutWhat = about ? aboutEnd(text, at, verb + about[0].length, text.length) : -1;
  if (aboutWhat > 0) return aboutWhat;
  // "các cơ quan quản lý | trực tiếp cơ sở giáo dục đại học | phối hợp ...".
  const directly = /^\strực tiếp\s(?=(?:các\s)?(?:cơ sở|đơn vị|trường|bệnh viện|công trình)\s)/u.exec(
    text.slice(verb, verb + 36),
  );
  const ruled = directly ? presentEnd(text, verb + directly[0].length) : -1;
  if (ruled > 0) return ruled;
  const field = /^\s(?:nhà nước\s)?chuyên ngành(?=[\s.;,]|$)/u.exec(text.slice(verb, verb + 32));
  return field ? verb + field[0].length : reachToBinding(text, skipSpace(text, verb));
}

/** "các tỉnh nơi có | trồng sầu riêng | chỉ đạo ...": which of them, by what is there; up to a word of doing or a stop, or -1. */
function presentEnd(text: string, at: number): number {
  let place = at;
  for (let n = 0; n < 16; n++) {
    if (n > 0 && (BINDS.test(text.slice(place, place + 24)) || verbEnd(text, place) > 0)) return place - 1;
    const word = /^[\p{L}\d-]+/u.exec(text.slice(place, place + 16));
    if (!word) return -1;
    place += word[0].length;
    if (n > 0 && /^\s?(?:[:;.\n]|$)/.test(text.slice(place, place + 2))) return place;
    if (text[place] !== ' ') return -1;
    place++;
  }
  return -1;
}

/** "các địa phương có thực hiện các chương trình mục tiêu | chủ trì ...": who has to do with what; the end or -1. */
export function havingEnd(text: string, at: number): number {
  if (text.slice(Math.max(0, at - 4), at) === 'nơi ') return presentEnd(text, at + 3);
  const rated = ratedEnd(text, at);
  if (rated > 0) return rated;
  const verb = verbEnd(text, at + 'có '.length);
  return verb > 0 ? reachToBinding(text, skipSpace(text, verb)) : -1;
}

const NOUN_OF_RATE = '(?:tỷ lệ|tỉ lệ|tỷ trọng|số|số lượng|mức|mức độ|kết quả|tiến độ|khối lượng|chỉ số|điểm|diện tích)';
const MEAN = '(?:mức\\s)?(?:trung bình|bình quân|mặt bằng)(?:\\schung)?(?:\\s(?:của\\s)?(?:toàn|cả)\\s\\p{L}+)?';
/** "có tỷ lệ giải ngân dưới 40%", "có từ 500 học sinh trở lên", "có số hộ nghèo cao". */
const RATED = new RegExp(
  `^có\\s(?:${NOUN_OF_RATE}\\s(?:[\\p{L}\\d-]+\\s){0,8}?)?(?:(?:từ|trên|dưới)\\s\\d[\\d.,]*\\s(?:\\p{L}+\\s){1,5}?trở (?:lên|xuống)|(?:(?:đạt|chiếm|ở mức)\\s)?(?:dưới|trên|từ|thấp hơn|cao hơn|chưa đạt|không đạt|chưa đến|đạt)\\s(?:\\d[\\d.,]*\\s?%?(?:\\strở (?:lên|xuống))?|${MEAN}|kế hoạch|chỉ tiêu|yêu cầu|chuẩn)|(?:rất\\s)?(?:thấp|cao|chậm|lớn|kém))(?=[\\s.;:]|$)`,
  'u',
);

/** "UBND các xã | có tỷ lệ giải ngân dưới 40% | trực tiếp chỉ đạo ...": which of them, by a figure; the end or -1. */
function ratedEnd(text: string, at: number): number {
  const rated = RATED.exec(text.slice(at, at + 120));
  if (!rated) return -1;
  const aside = /^\s\([^()]{2,40}\)(?=\s)/u.exec(text.slice(at + rated[0].length, at + rated[0].length + 44));
  const end = at + rated[0].length + (aside?.[0].length ?? 0);
  return /^\s?(?:[.;:\n]|$)/u.test(text.slice(end, end + 2)) ||
    BINDS.test(text.slice(end + 1, end + 25)) ||
    verbEnd(text, afterAdverbs(text, end + 1)) > 0
    ? end
    : -1;
}

/** "các địa phương | chưa lập Đề án | thì ...": how a clause that limits a class begins. */
const LIMITS = /^(?:có(?!\s(?:trách nhiệm|nhiệm vụ))|được|chưa|đã|đang|còn(?! lại)|không|bị|để xảy ra)\s\p{Ll}/u;
/** What surely says that they must, so that whatever words of doing stand before it only say which of them. */
const SURELY_BINDS =
  /^(?:thì\s(?=\p{Ll})|phải\s|khẩn trương\s|chủ trì,?\s(?:phối hợp|rà soát|tham mưu|xây dựng)\s|(?:có|chịu) trách nhiệm\s|cần (?:phải\s|khẩn trương|tập trung|chủ động|tiếp tục|sớm))/u;
/** After what is still undone, words of doing no less. */
const BINDS_THE_LATE =
  /^(?:chủ động|tập trung|tiếp tục|tăng cường|nghiêm túc|chỉ đạo|rà soát(?=,)|đẩy nhanh|kịp thời|sớm|gấp rút)[\s,]/u;
/** "... | nêu tại Điều 1 Quyết định này": where the name is written, no part of it. */
const WRITTEN_AT = /^(?:nêu (?:tại|trên|ở)|quy định tại|có tên (?:tại|trong))\s/u;

/** "Các đơn vị | được phân bổ kế hoạch vốn năm 2025 | (nêu tại Điều 1) chịu trách nhiệm ...": the end of the limiting clause, or -1. */
function limiterEnd(text: string, at: number): number {
  // "Các tổng công ty nhà nước | là chủ đầu tư | chủ động ký hợp đồng".
  const role =
    /^là (?:chủ đầu tư|chủ dự án|chủ sở hữu|nhà thầu|thành viên|tổ chức|doanh nghiệp|đơn vị sự nghiệp|hộ gia đình)(?=\s)/u.exec(
      text.slice(at, at + 24),
    );
  const afterRole = role ? at + role[0].length + 1 : -1;
  if (role && (verbEnd(text, afterRole) > 0 || shortVerbAt(text, afterRole))) return at + role[0].length;
  // "các đơn vị tại cảng hàng không phải báo cáo" denies nothing.
  if (!LIMITS.test(text.slice(at, at + 24)) || isFault(text, at) || /hàng $/u.test(text.slice(at - 5, at))) return -1;
  let place = at;
  let end = -1;
  const isGiven = /^được (?:cấp|giao đất|cho thuê|thuê|phép|cho phép)\s/u.test(text.slice(at, at + 20));
  const isOpen = /^(?:chưa|đang|còn|để xảy ra)\s/u.test(text.slice(at, at + 12));
  for (let n = 0; n < 28; n++) {
    const ahead = text.slice(place, place + 24);
    // "... không phải nộp", "... đã phải tiết giảm", "... nhưng kết quả còn thấp" say nothing of which.
    const before = text.slice(place - 7, place);
    if (/[ ,](?:nhưng|song|tuy) $/u.test(before) || (/ (?:không|đã) $/u.test(before) && ahead.startsWith('phải ')))
      return -1;
    if (n > 1 && (SURELY_BINDS.test(ahead) || (isOpen && BINDS_THE_LATE.test(ahead) && verbEnd(text, place) > 0)))
      return end > 0 ? end : beforeRound(text, at, place - 1);
    if (n > 1 && end < 0 && WRITTEN_AT.test(text.slice(place, place + 14))) end = place - 1;
    // "09 tỉnh chưa gửi phương án (danh sách kèm theo) | phải gửi".
    const aside = n > 1 ? /^\([^()]{2,40}\)\s/u.exec(text.slice(place, place + 44)) : null;
    if (aside && SURELY_BINDS.test(text.slice(place + aside[0].length, place + aside[0].length + 24))) return place - 1;
    const word = /^[\p{L}\d/%-]+,?\s/u.exec(text.slice(place, place + 24));
    // "Đối với các đơn vị đã có cơ sở dữ liệu: Tiếp tục ...": a colon closes the clause too.
    const last = word || n < 2 ? null : /^[\p{L}\d]+(?=:\s)/u.exec(text.slice(place, place + 24));
    if (last) return place + last[0].length;
    if (!word) return -1;
    place += word[0].length;
    // "Đối với các đơn vị chưa kê khai tài sản, khẩn trương ...": a comma closes the clause where words of doing follow.
    if (text[place - 2] === ',') {
      // "được cấp giấy phép thăm dò, khai thác ... có trách nhiệm": only a word that binds ends what they were given.
      if (isGiven) continue;
      const clause = limitingClauseEnd(text, at, text.length);
      if (clause > 0) return clause;
      return isOpen && n > 0 && verbEnd(text, place) > 0 ? place - 2 : -1;
    }
  }
  return -1;
}

/** Begins a clause that says which of them, wherever they are named. */
const IN_NAMES =
  /^(?:mới (?:thành|sáp|hợp|chia|tách|được)|chậm (?!nhất)|liên quan (?:đến|tới) |thụ hưởng |đăng ký |để xảy ra |nằm |vi phạm |nơi (?:dự kiến|đặt|được|đang|diễn ra|xảy ra) |nêu (?:tại|trong|ở) |trên địa bàn |có (?!thể |trách nhiệm|nhiệm vụ|ý kiến|văn bản|kế hoạch|phương án|giải pháp|biện pháp|báo cáo|tờ trình|hình thức|\d))/u;

/** Which of a class, or of the units of a body ("UBND các xã | chưa hoàn thành chỉ tiêu | tập trung ..."); the end or -1. */
export function whichEnd(
  text: string,
  at: number,
  open: { isClass: boolean; plural: boolean },
  hasUnits: boolean,
): number {
  const isClass = open.isClass || open.plural;
  const having = text.startsWith('có ', at) ? havingEnd(text, at) : -1;
  if (having > 0) return having;
  if ((isClass || hasUnits) && IN_NAMES.test(text.slice(at, at + 16))) return limitingClauseEnd(text, at, text.length);
  return isClass || (hasUnits && /^(?:chưa|còn|đang|chậm|có)\s/u.test(text.slice(at, at + 5)))
    ? limiterEnd(text, at)
    : -1;
}

const BEFORE_COMMA = /^(?:Trung tâm|Cục|Viện|Ban|Hội|Quỹ|Nhà|Trường)\s(?:\p{Lu}\p{Ll}*\s?)(?:\p{Ll}+\s?){0,3}$/u;

/** "Trung tâm Văn hóa, | Thể thao và Truyền thông | xã": a name with a comma inside, closed by "và"; the end or -1. */
function capitalRestEnd(text: string, comma: number, start: number): number {
  if (!BEFORE_COMMA.test(text.slice(start, comma))) return -1;
  // "Viện Chiến lược, | Chính sách tài nguyên và môi trường".
  const part =
    /^,\s(?!(?:Sở|Ban|Phòng|Cục|Chi|Viện|Trung|Hội|Báo|Đài|Tạp|Bệnh|Vụ)\s)\p{Lu}\p{Ll}+(?:\s\p{Ll}+)?\s/u.exec(
      text.slice(comma, comma + 30),
    );
  const field = part ? jointFieldEnd(text, comma + part[0].length) : -1;
  if (field > 0) return field;
  const rest =
    /^,\s(?!(?:Sở|Ban|Phòng|Cục|Chi|Viện|Trung|Hội|Đoàn|Công|Trường|Báo|Đài|Ủy|Văn phòng|Tổ)\s)\p{Lu}\p{Ll}+(?:\s\p{Ll}+){0,2}\s(?:và|&)\s\p{Lu}\p{Ll}+(?:\s\p{Ll}+)?(?=\s|[,;:.]|$)/u.exec(
      text.slice(comma, comma + 70),
    );
  if (!rest) return -1;
  const words = rest[0].split(' ');
  const end = comma + rest[0].length;
  const last = words.at(-1)!;
  return /^\p{Ll}/u.test(last) &&
    (/^(?:xã|tỉnh|phường|các|phải|cần)$/u.test(last) || verbEnd(text, end - last.length) > 0)
    ? end - last.length - 1
    : end;
}

const COMPANY = /^(?:Tổng )?[Cc]ông ty$|^(?:Tập đoàn|Liên danh|Doanh nghiệp tư nhân|Hợp tác xã|HTX)$/u;
const LINE_OF_BUSINESS =
  /^(?:\s(?:cổ phần|CP|TNHH|MTV|\d+ thành viên|một thành viên|hai thành viên|trách nhiệm hữu hạn|[Đđ]ầu tư|[Xx]ây dựng|xây lắp|[Pp]hát triển|thương mại|dịch vụ|sản xuất|kinh doanh|khai thác|quản lý|tư vấn|thiết kế|vận tải|du lịch|hạ tầng|đô thị|môi trường|công trình|giao thông|cầu đường|đường bộ|đường cao tốc|thủy lợi|thủy điện|điện lực|điện|cấp nước|thoát nước|cấp thoát nước|nông nghiệp|lâm nghiệp|công nghiệp|kỹ thuật|công nghệ|xuất nhập khẩu|chế biến|năng lượng|bất động sản|khoáng sản|khu công nghiệp|và|&|-),?)+(?=\s\p{Lu})/u;

/** "Công ty | TNHH MTV Quản lý, khai thác công trình thủy lợi | vận hành ...": no proper name follows. */
const OF_WORKS =
  /^\s(?:(?:TNHH|MTV|một thành viên|1 thành viên|[Cc]ổ phần|CP)\s){0,3}(?:Quản lý|Khai thác|[Tt]hủy nông|(?:quản lý|khai thác)(?=[^.;:]{0,20} công trình thủy lợi))(?:,?\s(?:và\s)?(?:quản lý|khai thác|đầu tư|công trình|thủy lợi|thủy nông|hạ tầng|đô thị|khu công nghiệp)){0,8}(?=\s\p{Ll}|[,.;:]|$)(?!\s(?:tỉnh|thành phố))/u;

/** "Công ty | cổ phần đầu tư xây dựng | Đại Phong": the line of business before a company's proper name; the end or -1. */
function companyEnd(text: string, [start, headEnd]: readonly [number, number]): number {
  if (!COMPANY.test(text.slice(start, headEnd).replace(/^[Cc]ác /u, ''))) return -1;
  const works = OF_WORKS.exec(text.slice(headEnd, headEnd + 160));
  if (works) return headEnd + works[0].length;
  const found = LINE_OF_BUSINESS.exec(text.slice(headEnd, headEnd + 160));
  return found ? headEnd + found[0].length : -1;
}

/** "Ủy ban Quốc gia | về chuyển đổi số", "các huyện trọng điểm | về nuôi tôm": what such a body is about, up to a word of doing or a stop; the end or -1. */
export function aboutEnd(text: string, start: number, at: number, limit: number): number {
  if (
    !/(?:Ủy ban|Ban [Cc]hỉ đạo|Hội đồng|Tổ [Cc]ông tác|Tiểu ban)(?:\s[^,.;:]{0,24})?\s$|(?:^|\s)(?:trọng điểm|phức tạp|có thế mạnh|có tiềm năng|nguy cơ cao|quản lý|nhà nước|chuyên ngành|chuyên môn)\s$/u.test(
      text.slice(start, at),
    )
  )
    return -1;
  let place = at + 'về '.length;
  for (let n = 0; n < 9; n++) {
    const word = /^[\p{L}\d]+/u.exec(text.slice(place, place + 16));
    if (!word || place + word[0].length > limit) return -1;
    const end = place + word[0].length;
    const next = skipSpace(text, end);
    if (
      end >= limit ||
      /^\s?[:;,.]/.test(text.slice(end, end + 2)) ||
      (verbEnd(text, next) > 0 && !BEFORE_NOUN.test(text.slice(Math.max(at, next - 14), next))) ||
      /^(?:do|và (?:các|những|Sở|UBND|Ủy|cơ quan)|theo|gồm|có trách nhiệm|chịu trách nhiệm|phải|cần|khi|để)\s/u.test(
        text.slice(next, next + 16),
      )
    )
      return n > 0 ? end : -1;
    place = next;
  }
  return -1;
}

/** "Sở VH,TT&DL": past the comma of an abbreviation; the end or -1. */
function initialsEnd(text: string, comma: number, start: number): number {
  const found = /^,\p{Lu}{2}[\p{Lu}&,]*(?![\p{L}\p{M}])/u.exec(text.slice(comma, comma + 14));
  return found && /\p{Lu}{2}$/u.test(text.slice(start, comma)) ? comma + found[0].length : -1;
}

const KINDS = [
  'mầm non|mẫu giáo|tiểu học|trung học cơ sở|trung học phổ thông|THCS|THPT|TH|phổ thông|giáo dục thường xuyên|giáo dục nghề nghiệp|giáo dục đại học|đại học|cao đẳng|trung cấp|dạy nghề|phổ thông dân tộc nội trú',
  'công lập|ngoài công lập|tư thục|dân lập|tư nhân',
  'báo chí|truyền thông|thông tấn|phát thanh|truyền hình|xuất bản|bưu chính|viễn thông|công nghệ thông tin',
  'sản xuất|kinh doanh|dịch vụ|chế biến|xuất khẩu|nhập khẩu|nuôi trồng|thu mua|phân phối',
  'nông nghiệp|lâm nghiệp|thủy sản|thủy lợi|thủy điện|chăn nuôi|trồng trọt',
  'đường bộ|đường sắt|đường thủy|đường thủy nội địa|hàng hải|hàng không|vận tải|cảng biển',
  'phòng hộ|đặc dụng',
  'quân sự|công an|biên phòng|quân đội|cảnh sát|hải quan|kiểm lâm',
  'miền núi|vùng cao|vùng sâu|vùng xa|biên giới|hải đảo|ven biển|ven sông|đồng bằng|trung du',
].map((words) => ({
  last: new RegExp(`\\s(?:${words})$`, 'u'),
  next: new RegExp(`^(?:,| và)\\s(?:${oneOf(words.split('|'))})${END}`, 'u'),
}));

/** "các cơ sở đào tạo, | bồi dưỡng giáo viên". */
KINDS.push({
  last: /\scơ sở đào tạo$/u,
  next: /^(?:,| và) bồi dưỡng(?: (?:giáo viên|nhà giáo|cán bộ|công chức))?(?![\p{L}\p{M}])/u,
});
/** "các cơ sở giáo dục, | đào tạo | lồng ghép ...". */
KINDS.push({ last: /\scơ sở giáo dục$/u, next: /^(?:,| và) đào tạo(?= \p{Ll})/u });
/** "các xã trọng điểm, | phức tạp về ma túy". */
KINDS.push({ last: /\strọng điểm$/u, next: /^(?:,| và) phức tạp(?![\p{L}\p{M}])/u });
/** "Quân khu 3, | 4, 5". */
KINDS.push({ last: /(?:Quân khu|Vùng) \d(?:, \d)*$/u, next: /^(?:,| và) \d(?![\d/])/u });
/** "hạ tầng kỹ thuật khu, | cụm công nghiệp": what the area is for stands after the last of them. */
KINDS.push({
  last: /\s(?:khu|cụm|điểm|tuyến|vùng|bến|cảng)$/u,
  next: /^(?:,| và|,? hoặc) (?:khu|cụm|điểm|tuyến|vùng|bến|cảng)(?=[\s,])/u,
});
KINDS.push({
  last: /\s(?:khu|cụm|điểm) (?:công nghiệp|đô thị|du lịch|dân cư|kinh tế|chế xuất|công nghệ cao)$/u,
  next: /^(?:,| và) (?:khu|cụm|điểm) (?:công nghiệp|đô thị|du lịch|dân cư|kinh tế|chế xuất|công nghệ cao)(?![\p{L}\p{M}])/u,
});

const NUMBERED_UNIT = '(?:[Qq]uận|[Pp]hường|[Tt]hôn|[Tt]ổ(?: dân phố)?|[Kk]hu phố|[Ấấ]p|[Kk]hóm|[Bb]ản|[Xx]óm)';
/** "UBND các Quận 1, | Quận 5": one more unit that has only a number. */
KINDS.push({
  last: new RegExp(`(?:^|\\s)[Cc]ác\\s.*${NUMBERED_UNIT}\\s(?:số\\s)?\\d{1,2}(?:(?:,| và)\\s\\d{1,2}){0,9}$`, 'u'),
  next: new RegExp(`^(?:,| và)\\s(?:${NUMBERED_UNIT}\\s)?(?:số\\s)?\\d{1,2}(?![\\d/])`, 'u'),
});

/** "các cơ sở giáo dục mầm non, | phổ thông": one more kind of the same class after a comma or "và"; the end or -1. */
export function kindEnd(text: string, at: number, start: number): number {
  const soFar = text.slice(start, at);
  for (const { last, next } of KINDS) {
    const more = last.test(soFar) ? next.exec(text.slice(at, at + 40)) : null;
    if (more) return at + more[0].length;
  }
  return -1;
}

/** "các đơn vị thuộc, | trực thuộc | Bộ": both ways of belonging; the end or -1. */
const belongingEnd = (text: string, comma: number): number =>
  /\sthuộc$/u.test(text.slice(comma - 6, comma)) && text.startsWith(', trực thuộc ', comma)
    ? comma + ', trực thuộc'.length
    : -1;

/** "Trạm Y tế xã, | phường | tham mưu": the same body of each kind of unit; the end or -1. */
function unitKindsEnd(text: string, comma: number): number {
  const cities =
    /các tỉnh$/u.test(text.slice(comma - 8, comma)) &&
    /^,\s(?:thành phố|TP)(?:\strực thuộc [Tt]rung ương)?(?!\s[\p{Lu}\d]|[\p{L}\p{M}.])/u.exec(
      text.slice(comma, comma + 44),
    );
  if (cities) return comma + cities[0].length;
  if (!/(?<!thị|hợp tác)\s(?:xã|thôn)$/u.test(text.slice(comma - 10, comma))) return -1;
  const kinds =
    /^,\s(?:phường|bản|tổ dân phố|khu phố)(?:(?:,| và|;)\s(?:đặc khu|thị trấn|tổ dân phố|khu phố)){0,2}(?!\s[\p{Lu}\d])(?![\p{L}\p{M}])/u.exec(
      text.slice(comma, comma + 48),
    );
  return kinds ? comma + kinds[0].length : -1;
}

/** What a name has after a comma inside it: initials, the rest of a field, one more kind; the end or -1. */
export const restAfterComma = (text: string, comma: number, start: number): number =>
  Math.max(
    initialsEnd(text, comma, start),
    smallRestEnd(text, comma, start),
    capitalRestEnd(text, comma, start),
    kindEnd(text, comma, start),
    belongingEnd(text, comma),
    unitKindsEnd(text, comma),
  );

/** What a body is for, the rest of a set name, or a company's line of business, right after the head; the end or -1. */
export const lineOfWorkEnd = (text: string, headed: readonly [number, number], limit: number): number =>
  Math.max(setRestEnd(text, headed), purposeEnd(text, headed, limit), companyEnd(text, headed));
