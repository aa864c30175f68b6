import type { AgencyMention } from './mentions.ts';

/** Fields after which a department's or ministry's name is complete, present and former; one alternative of a form. */
export const FIELD_NAMES =
  '(?:Tài chính|Nội vụ|Xây dựng|Y tế|Tư pháp|Công Thương|Công thương|Nông nghiệp và Môi trường|Khoa học và Công nghệ|Giáo dục và Đào tạo|Văn hóa, Thể thao và Du lịch|Văn hóa và Thể thao|Dân tộc và Tôn giáo|Ngoại vụ|Du lịch|Công an|Quốc phòng|Ngoại giao|Tài nguyên và Môi trường|Kế hoạch và Đầu tư|Kế hoạch đầu tư|Kế hoạch - Đầu tư|Nông nghiệp - PTNT|Nông nghiệp và PTNT|Giao thông vận tải|Giao thông Vận tải|Thông tin và Truyền thông|Nông nghiệp và Phát triển nông thôn|Lao động - Thương binh và Xã hội|Quy hoạch - Kiến trúc)';

/** "Giám đốc Sở Y tế", "Bộ Nội vụ", "Sở NN&MT": whole, whatever stands after it in small letters. */
const WHOLE = new RegExp(
  `^(?:(?:Phó )?(?:Giám đốc|Lãnh đạo|Thủ trưởng|Thanh tra|Chánh Thanh tra) |Bộ trưởng |Thứ trưởng )?(?:Sở|Bộ) (?:${FIELD_NAMES}|\\p{Lu}[\\p{Lu}&,.-]+)$`,
  'u',
);

/** "Sở Thông tin và Truyền thông | giám sát ...". */
export const isDepartment = (name: string): boolean => WHOLE.test(name);

/** "UBND xã Đông Hải", "Công an tỉnh Nam Hà": a place closes the name. */
const CLOSED_BY_PLACE =
  /(?:^|\s)(?:(?<!tác )xã|phường|thị trấn|đặc khu|huyện|quận|thị xã|thành phố|tỉnh)(?:\s\p{Lu}\p{Ll}*){1,4}$/u;

/** "Công ty Điện lực Bắc Hải", "Báo và Phát thanh, Truyền hình Hưng Hải": so does a proper name of two words or more. */
const CLOSED_BY_PROPER =
  /\p{Ll}\s(?!(?:Sở|Bộ|Ban|Cục|Vụ|Viện|Phòng|Hội|Ủy|Công|Tỉnh|Thành|Đảng|Đoàn|Trung|Văn|Chi|Tổ|Trường|Báo|Đài|Quỹ|Khu|Mặt|Chủ|Giám|Bí|Phó|Trưởng|Chánh|Thủ|Thanh|Kho|Thuế|Ngân|Nhà|Chỉ|Tổng|Thường|Phát|Quản|Quân|Bảo|Kiểm|Hành|Phục|Bệnh)\s)\p{Lu}\p{Ll}+(?:\s\p{Lu}\p{Ll}+){1,3}$/u;

const CLOSED_BY_CONCERN =
  /(?:^|\s)(?:liên quan|nêu trên|hữu quan|trên địa bàn|trực thuộc|ven biển|ven sông|biên giới|miền núi|vùng cao)$/u;

/** Is this name complete, so that a small letter after it begins what is to be done? */
export const isWholeName = (name: string): boolean =>
  name.length < 120 &&
  (CLOSED_BY_PLACE.test(name) || CLOSED_BY_PROPER.test(name) || CLOSED_BY_CONCERN.test(name) || WHOLE.test(name));

/** Bare names of a place's government as a subject: "Tỉnh cần ...". */
export const PLACE_SUBJECTS = [
  'Thành viên',
  'Tỉnh',
  'Thủ đô',
  'Thành phố',
  'Huyện',
  'Xã',
  'Phường',
  'Địa phương',
  'Cấp ủy',
  'Chính quyền',
  'Cán bộ',
  'Công chức',
];

/** Names of fields whose commas and "và" belong to the name of a ministry or department. */
export const FIELDS = [
  'Văn hóa, Thể thao và Du lịch',
  'Văn hóa, Thể thao & Du lịch',
  'Văn hóa, Thông tin và Du lịch',
  'Văn hóa, Khoa học và Thông tin',
  'Lao động - Thương binh và Xã hội',
  'Lao động, Thương binh và Xã hội',
  'Lao động, Thương binh & Xã hội',
  'Kinh tế, Hạ tầng và Đô thị',
  'Nông nghiệp, Nông thôn',
  'Bồi thường giải phóng mặt bằng',
  'Bồi thường, giải phóng mặt bằng',
  'Bồi thường, hỗ trợ, tái định cư',
  'tiếp nhận và trả kết quả',
  'Tiếp nhận và Trả kết quả',
  'Quản lý vận tải, phương tiện và người lái',
  'Quản lý vận tải phương tiện và người lái',
  'Kinh tế - Quản lý đầu tư xây dựng',
  'Tổ chức, biên chế',
  'Tổ chức, cán bộ',
  'Thi đua, khen thưởng',
  'Thi đua, Khen thưởng',
  'Tổng hợp, Thi đua, Khen thưởng',
  'khám bệnh, chữa bệnh',
  'khám, chữa bệnh',
  'cứu nạn, cứu hộ',
  'cứu hộ, cứu nạn',
  'tìm kiếm, cứu nạn',
  'phòng cháy, chữa cháy',
  'sản xuất, kinh doanh',
  'thể dục, thể thao',
];

const FIELD_AT = new RegExp(`${FIELD_NAMES}(?![\\p{L}\\p{M}])`, 'uy');

/** "sở lao động - thương binh và xã hội": a department's head in small letters, where its field follows. */
export const SMALL_DEPARTMENT = new RegExp(`sở(?=\\s${FIELD_NAMES.toLowerCase()}(?![\\p{L}\\p{M}]))`, 'uy');

const SMALL_FIELD = new RegExp(`${FIELD_NAMES}(?![\\p{L}\\p{M}])`, 'iuy');

/** "các sở giáo dục và đào tạo", "Sở Văn hóa và thể thao": where the field at `at` ends, its letters great or small, or -1. */
export function smallFieldEnd(text: string, at: number): number {
  if (!/(?:[Ss]ở|[Bb]ộ|[Pp]hòng) $/u.test(text.slice(Math.max(0, at - 6), at))) return -1;
  SMALL_FIELD.lastIndex = at;
  return SMALL_FIELD.test(text) ? SMALL_FIELD.lastIndex : -1;
}

const JOINT_FIELD = new RegExp(
  `(?:${[
    ...FIELD_NAMES.slice(3, -1)
      .split('|')
      .filter((name) => / (?:và|-) /u.test(name)),
    'Trồng trọt và Bảo vệ thực vật',
    'Chăn nuôi và Thú y',
    'Công nghiệp và Thương mại',
    'Phát thanh và Truyền hình',
    'Văn hóa và Du lịch',
    'Giống cây trồng và vật nuôi',
    'Kế hoạch và tài chính',
    'Khoa học, Công nghệ và Thông tin',
    'Giáo dục nghề nghiệp(?:,| và| -) Giáo dục thường xuyên',
    'Giáo dục thường xuyên',
    'Quản lý xây dựng và doanh trại',
    'Trang bị và kho vận',
  ].join('|')})(?![\\p{L}\\p{M}])`,
  'iuy',
);

/** "Trung tâm Truyền thông | tài nguyên và môi trường": a field of two parts inside a name, whatever its letters; its end or -1. */
export function jointFieldEnd(text: string, at: number): number {
  JOINT_FIELD.lastIndex = at;
  return JOINT_FIELD.test(text) ? JOINT_FIELD.lastIndex : -1;
}

/** "Sở Quy hoạch - Kiến trúc, Xây dựng, Tài chính": where the bare field at `at` ends, or -1. */
export function bareFieldEnd(text: string, at: number): number {
  FIELD_AT.lastIndex = at;
  return FIELD_AT.test(text) ? FIELD_AT.lastIndex : -1;
}

/** "Sở Y tế, | Xây dựng": a field without its head after a department, a department of its own. */
export function bareDepartment(text: string, before: AgencyMention, place: number): AgencyMention | undefined {
  if (!/^(?:Sở|Bộ) /u.test(text.slice(before.start, before.end)) && bareFieldEnd(text, before.start) < 0)
    return undefined;
  const end = bareFieldEnd(text, place);
  return end > 0 ? { start: place, end, plural: false } : undefined;
}

const HAS_FIELDS = /(?:^|\s)(?:[Ss]ở|[Bb]ộ|[Pp]hòng|[Bb]an|[Nn]gành)(?:[,\s]|$)/u;

/** "các Sở: Xây dựng, Y tế" lists fields after its colon, "UBND các xã: Xây dựng phương án" says what to do: the field's end or -1. */
export const listedFieldEnd = (text: string, start: number, colon: number, at: number): number =>
  HAS_FIELDS.test(text.slice(start, colon)) ? bareFieldEnd(text, at) : -1;

/** What goes on with a name rather than saying what is to be done. */
export const GOES_ON =
  /^(?:bằng (?:sông|Bắc|Nam|duyên)|của|mình|toàn|ương|thuộc|trực thuộc|trung ương|sở|bộ|đảng|cấp(?= (?:tỉnh|huyện|xã|thành phố|cơ sở|trên|dưới|ủy|[Tt]rung ương|quốc gia|[IVX\d]))|khu vực|và|liên quan|trên|tại|ở|nằm|có|thành viên|trọng điểm|tỉnh|thành phố|huyện|thị xã|quận|xã|phường|thị trấn|chi nhánh|khóa|nhiệm kỳ|chuyên môn|chức năng|chủ quản|hữu quan|lân cận|ven|vùng|miền|phía|biên giới|này|khác|mới|cũ|còn|được|bị|đã|đang|là|chưa|không|sẽ|vẫn|rất|luôn|vừa|do|với|về|từ|đến|như|gồm|hoặc|thì|mà|để|trong|ngoài|theo|sau|trước|nói|nêu (?:trên|tại|ở)|đặc biệt|xã hội|hội)(?![\p{L}\p{M}])/u;

/** Does what is to be done begin at `place`, as the name up to there is whole and no word goes on with it? */
export const isWholeBefore = (text: string, start: number, end: number, place: number, isKnown: boolean): boolean =>
  /^(?!các(?![\p{L}\p{M}]))\p{Ll}/u.test(text.slice(place, place + 4)) &&
  (isKnown || isWholeName(text.slice(start, end))) &&
  !GOES_ON.test(text.slice(place, place + 16));
