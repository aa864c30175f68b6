import type { AgencyMention, Evidence } from './mentions.ts';
import { isNameTail, skipSpace } from './nameParts.ts';
import { beginsWithDoing, INTRO } from './predicates.ts';
import { stopsName, verbEnd } from './verbs.ts';

/** Things that stand first in a sentence as somebody may. */
const THINGS =
  /^(?:cùng|mong|hy vọng|chúc|như vậy|như trên|tóm lại|nhìn chung|nói chung|trách nhiệm|vai trò|quyền hạn|tổng số|cụ thể|toàn văn|hình ảnh|ảnh|video|thứ \p{Ll}+|(?:một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười) là|quá (?:thời )?hạn|chương trình|dự án|đề án|kế hoạch|luật|bộ luật|nghị (?:quyết|định)|quyết định|chỉ thị|công (?:điện|văn|tác|trình|nghệ|việc)|thông (?:báo|tư|tin)|kết (?:luận|quả)|văn bản|hội nghị|việc|nội dung|nhiệm vụ|tình hình|nguồn|kinh phí|vốn|tiến độ|năm|ngày|tháng|quý|tuần|giai đoạn|thời (?:gian|hạn|điểm)|do|vì|số|tỷ lệ|mức|chỉ (?:tiêu|số)|danh (?:mục|sách)|hồ sơ|tài liệu|tài sản|hệ thống|phần mềm|cơ sở dữ liệu|dữ liệu|quy (?:trình|định|chế|hoạch)|phương (?:án|thức)|giải pháp|biện pháp|mục (?:tiêu|đích)|yêu cầu|khó khăn|(?:hình|phương|cách) thức|địa điểm|thành phần|đối tượng|quy mô|một số|các|những|mọi|mỗi|hiện|đây|đó|khu vực|địa bàn|tuyến|đường|cầu|hạng mục|gói thầu|sản phẩm|đất|rừng|nước|thuế suất|điều|khoản|điểm|phần|mẫu|biểu|bảng|phụ lục|lễ|đại hội|cuộc|phiên|buổi|đợt|tết|người dân|nhân dân|chuyển đổi|cải cách|phát triển|kiểm tra|hoạt động|ý kiến|báo cáo|tờ trình)(?![\p{L}\p{M}])/iu;
export const isThing = (words: string): boolean => THINGS.test(words);
/** Only somebody does this; a programme can be continued or completed, it does not preside or advise. */
const BY_SOMEBODY =
  /^(?:chủ trì|có trách nhiệm|chịu trách nhiệm|phối hợp với|tham mưu|khẩn trương|chủ động|kịp thời|phân công|cử|bố trí|tích cực)(?![\p{L}\p{M}])/u;
/** This a thing may do or have done to it as well. */
const BY_ANYTHING =
  /^(?:bảo đảm|đảm bảo|phát triển|phát huy|thực hiện|triển khai|hoàn thành|tiếp tục|quy định|xác định|đáp ứng|hỗ trợ|phục vụ|đạt|mở rộng|kết thúc|ổn định|yêu cầu|đề nghị|thường xuyên)(?![\p{L}\p{M}])/u;
/** "VP: ...", "VPĐKĐĐ rà soát ...": an office by its initials, unless they stand for a field of work. */
const INITIALS =
  /^(?!(?:[IVX]+|CNTT|GPMB|PCCC|CCHC|TTHC|ANTT|ATGT|ATTP|VSMT|VSATTP|NTM|KTXH|AI|CĐS|GRDP|XDCB|BVMT|DVC|NSNN|PCTT|TKCN|XHCN|COVID)$)\p{Lu}{2,8}$/u;
const WORD = /[\p{L}\p{M}\d][\p{L}\p{M}\d&./'+-]*/uy;
const OPENS_PREDICATE = /^(?:cần|phải|không)\s/u;

/** The name at `at` that ends where a word of doing, a joint or a colon begins; undefined where nobody seems to be named. */
export function unknownName(text: string, at: number, to: number, evidence: Evidence): AgencyMention | undefined {
  const opening = text.slice(at, at + 24);
  const isCapital = /^\p{Lu}/u.test(opening);
  if (
    THINGS.test(opening) ||
    INTRO.test(opening) ||
    beginsWithDoing(text, at, to) === 'verb' ||
    (!isCapital && evidence !== 'assigned')
  )
    return undefined;
  let place = at;
  let end = at;
  for (let words = 0; words < 14; words++) {
    WORD.lastIndex = place;
    const word = WORD.exec(text);
    if (!word || place + word[0].length > to) break;
    const verb = words > 0 ? verbEnd(text, place) : -1;
    if (verb > 0 && !isNameTail(text, place, verb)) break;
    if (words > 0 && (stopsName(text, place) || OPENS_PREDICATE.test(text.slice(place, place + 6)))) break;
    if (text.startsWith('và ', place)) break;
    end = verb > 0 ? verb : place + word[0].length;
    place = skipSpace(text, end);
    // "Còn 04 việc quá hạn. Trưởng bản ...": a sentence has ended.
    if (/\p{Ll}\.$/u.test(text.slice(at, end))) break;
    if (text[place] !== '(') continue;
    const close = text.indexOf(')', place);
    if (close < 0 || close > to || close - place > 80) break;
    end = close + 1;
    place = skipSpace(text, end);
    break;
  }
  const name = text.slice(at, end).replace(/[./]+$/, '');
  if (/\s(?:nào|có thể|nhấn mạnh|cho rằng|khẳng định|cho biết|đánh giá|phát biểu|hoạt động)(?:\s|$)/u.test(name))
    return undefined;
  end = at + name.length;
  const isLong = / /.test(name);
  const isShort = (evidence === 'row' || evidence === 'assigned') && INITIALS.test(name);
  if (!isLong && !isShort && !(evidence === 'list' && name.length > 3)) return undefined;
  const isProper = /\s\p{Lu}\p{L}/u.test(name) || /\s(?:tỉnh|xã|phường|huyện|thành phố|khu vực)$/u.test(name);
  const rest = text.slice(place, place + 24);
  if (evidence === 'list') {
    const closes = /^(?:[,;]\s|và\s)/u.test(rest) || verbEnd(text, place) > 0 || end >= to;
    return closes && name.length > 3 ? { start: at, end, plural: false, isGuess: true } : undefined;
  }
  if (evidence === 'heading')
    return /^\s?:?\s*$/.test(text.slice(end, to)) ? { start: at, end, plural: false, isGuess: true } : undefined;
  const joins = /^(?:,\s|và\s)/u.test(rest);
  const doing = verbEnd(text, place) > 0 || OPENS_PREDICATE.test(rest);
  const isTold =
    evidence === 'assigned'
      ? joins || doing
      : evidence === 'row'
        ? joins || /^:\s/u.test(rest) || (doing && !BY_ANYTHING.test(rest)) || (doing && isProper)
        : isProper && (BY_SOMEBODY.test(rest) || (doing && !BY_ANYTHING.test(rest)));
  return isTold ? { start: at, end, plural: false, isGuess: true } : undefined;
}
