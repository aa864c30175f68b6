import { oneOf } from './agencyForms.ts';
import { CLASS_NOUNS } from './classWords.ts';
import { GOES_ON, isWholeName } from './fieldNames.ts';
import type { AgencyMention } from './mentions.ts';
import { endsInCapital } from './nameParts.ts';
import { shortVerbAt, verbEnd } from './verbs.ts';

const UNIT = `(?:${oneOf(CLASS_NOUNS)})`;
/** The line of business after a class noun. */
const LINE =
  '(?:viễn thông|vận tải|du lịch|lữ hành|thủy điện|thủy lợi|điện lực|bảo hiểm|xăng dầu|bất động sản|xuất khẩu|may mặc|tín dụng|thương mại|báo chí|y tế|công chứng|đăng kiểm|khoáng sản|thủy sản|lâm nghiệp|nông nghiệp|phổ thông|mầm non|tiểu học)';
const ENDS = [
  new RegExp(
    `^(?:[Cc]ác|(?:UBND|Ủy ban nhân dân|Chủ tịch UBND|Chủ tịch Ủy ban nhân dân|Thủ trưởng|Giám đốc|Trưởng) các)\\s${UNIT}(?:,\\s${UNIT})*(?:\\svà\\s${UNIT})?(?:\\s${LINE})?(?=\\s\\p{Ll})`,
    'iu',
  ),
  /^(?:(?:[Cc]ác|[Nn]hững)\s(?:đồng chí\s)?)?\p{Lu}.*?\s(?:tỉnh|thành phố|Thành phố|huyện|thị xã|(?<!tác )xã(?! hội)|phường|đặc khu|quốc gia|Trung ương|thôn)(?:\s\p{Lu}\p{Ll}*){0,4}(?=\s\p{Ll})/u,
];
/** Names that are as good as whole: an office and its field of two syllables, a number, the members of a class, a mass organisation. */
const OFFICES = [
  /^(?:(?:Trưởng|Phó Trưởng|Lãnh đạo|Giám đốc) (?=\p{Lu}))?(?:Phòng|phòng|Chi cục|Cục|Vụ|Ban)\s(?!Quản lý|Chỉ|Tổ chức|Kế hoạch|Phát triển|Bảo vệ|Dịch vụ|Công nghệ|Khoa học|Hành chính|Đăng ký|Hợp tác|Giải phóng|Tiếp|Thường|Chấp|Giám|Cán)\p{Lu}\p{Ll}*\s\p{Ll}+(?=\s\p{Ll})/u,
  /^\p{Lu}[^.;:,]{4,80}?\s(?:khu vực|số|vùng)\s(?:\d{1,2}|[IVX]{1,4})(?=\s\p{Ll})/u,
  /^(?:Bí thư|Trưởng|Chủ tịch|Giám đốc|Hiệu trưởng) (?:các )?(?:chi bộ|thôn|bản|xóm|ấp|khu phố|tổ dân phố|đảng bộ|trường|trạm y tế)(?=\s\p{Ll})/u,
  /^(?:Đoàn Thanh niên|Hội (?:Nông dân|Phụ nữ|Liên hiệp Phụ nữ|Cựu chiến binh|Chữ thập đỏ|Người cao tuổi)|Tỉnh đoàn|Thành đoàn|Mặt trận Tổ quốc|Liên đoàn Lao động)(?=\s\p{Ll})/u,
];
const LAST_CAPITAL =
  /^.*(?:\p{Lu}\p{Ll}+\s\p{Lu}\p{Ll}+|(?<!\p{L})(?:\p{Lu}{2,}|\p{Lu}\p{Ll}*(?:\s\p{Ll}+)?))(?=\s\p{Ll}+\s\p{Ll}+)/u;

/**
 * A name that seems to have no verb after it hides one we do not know. It then ends where names end: after its units
 * ("UBND các xã, phường | đối soát"), its place ("Công an xã | túc trực"), or, if the rest is a clause, its last
 * capitalised word ("... Viễn thông Quân đội | phủ kín các vùng lõm").
 */
export function nameEnd(text: string, items: readonly AgencyMention[], to: number, isAssigned: boolean): number {
  const last = items.at(-1)!;
  const name = text.slice(last.start, Math.min(to, last.end + 40));
  if (last.end - last.start > 160) return -1;
  if (isWholeName(text.slice(last.start, last.end)) && isClause(text, last.end, to, 12, isAssigned, TELLS_AT_ONCE))
    return last.end;
  for (const form of ENDS) {
    const found = form.exec(name);
    if (
      found &&
      found[0].length <= last.end - last.start &&
      isClause(text, last.start + found[0].length, to, 12, isAssigned, TELLS_AT_ONCE)
    )
      return last.start + found[0].length;
  }
  for (const form of OFFICES) {
    const found = form.exec(name);
    if (found && isClause(text, last.start + found[0].length, to, 12, isAssigned, TELLS_AT_ONCE))
      return last.start + found[0].length;
  }
  const whole = text.slice(last.start, last.end);
  const swallowsClause = last.end >= to - 3;
  if (!last.plural && !swallowsClause && endsInCapital(whole) && isClause(text, last.end, to, 20, isAssigned))
    return last.end;
  const proper = LAST_CAPITAL.exec(whole);
  if (!proper || last.plural || whole.length - proper[0].length < 8) return -1;
  if (!swallowsClause && !(/ /.test(proper[0]) && /\s\p{Ll}+\s\p{Ll}+\s\p{Ll}/u.test(whole.slice(proper[0].length))))
    return -1;
  const cut = last.start + proper[0].length;
  return isClause(text, cut, to, 30, isAssigned) ? cut : -1;
}

const BINDS =
  /^(?:cần|phải|có trách nhiệm|có nhiệm vụ|chịu|không|sẽ|chủ trì|căn cứ|trên cơ sở|theo|là|với)(?![\p{L}\p{M}])/u;

/** "Phòng Kinh tế vun gốc | cho cây con": no word of doing stands after the name as read, for it has swallowed one; its true end, or -1. */
export function swallowedFrom(text: string, { start, end }: AgencyMention, next: number): number {
  if (BINDS.test(text.slice(next, next + 16)) || verbEnd(text, next) > 0 || shortVerbAt(text, next)) return -1;
  const name = text.slice(start, end + 1);
  for (const form of [...OFFICES, ENDS[0]!]) {
    const found = form.exec(name);
    const rest = found ? name.slice(found[0].length + 1).trim() : '';
    if (found && /^\p{Ll}+(?:\s\p{Ll}+){0,3}$/u.test(rest) && !GOES_ON.test(rest)) return start + found[0].length;
  }
  return -1;
}

const TELLS_STATE = /^[^,.;:]{0,28}\s(?:đã|là|được|còn|đạt|bị|đang)\s/u;
/** After a department's whole name only what stands right there. */
const TELLS_AT_ONCE =
  /^(?:(?:tỷ lệ|tỉ lệ|số|tổng (?:số|cộng)|kết quả|tiến độ|tình hình|nơi|với|vào|hay|nhiều|ít|hiện)(?![\p{L}\p{M}])|(?:\S+\s){0,3}?(?:đã|là|được|còn|đạt|bị|đang|mới)\s)/u;

/** Do at least two small words follow that neither go on with the name nor tell how things are? */
function isClause(
  text: string,
  at: number,
  to: number,
  length: number,
  isAssigned: boolean,
  tells = TELLS_STATE,
): boolean {
  const rest = text.slice(at + 1, to);
  return (
    rest.length >= length &&
    /^\p{Ll}+\s[\p{L}\d"]/u.test(rest) &&
    !GOES_ON.test(rest) &&
    (isAssigned || !tells.test(rest)) &&
    (isAssigned || /[.;]\s*$/.test(rest))
  );
}

/** After "Các chủ rừng: ...": a clause of small words that is no list of members, numbers or things. */
export const mayBeDoing = (words: string, isRow = false): boolean =>
  words.length >= (isRow ? 8 : 20) &&
  /^\p{Ll}+\s\p{Ll}/u.test(words) &&
  !GOES_ON.test(words) &&
  !/^(?:các|những|một|hai|ba|đồng chí|ông|bà|số|điện thoại|tổng|khoảng|bao|nhóm|người|cán bộ|hộ|lãnh đạo|đại diện|thành phần|nguồn|kinh phí|tỷ lệ)(?![\p{L}\p{M}])/u.test(
    words,
  ) &&
  (words.length >= 60 || /[.;]\s*$/.test(words));
