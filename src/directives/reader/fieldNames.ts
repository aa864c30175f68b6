/** Fields after which a department's or ministry's name is complete, present and former; one alternative of a form. */
export const FIELD_NAMES =
  '(?:Tài chính|Nội vụ|Xây dựng|Y tế|Tư pháp|Công Thương|Công thương|Nông nghiệp và Môi trường|Khoa học và Công nghệ|Giáo dục và Đào tạo|Văn hóa, Thể thao và Du lịch|Văn hóa và Thể thao|Dân tộc và Tôn giáo|Ngoại vụ|Du lịch|Công an|Quốc phòng|Ngoại giao|Tài nguyên và Môi trường|Kế hoạch và Đầu tư|Kế hoạch đầu tư|Kế hoạch - Đầu tư|Nông nghiệp - PTNT|Nông nghiệp và PTNT|Giao thông vận tải|Giao thông Vận tải|Thông tin và Truyền thông|Nông nghiệp và Phát triển nông thôn|Lao động - Thương binh và Xã hội|Quy hoạch - Kiến trúc)';

/** "Giám đốc Sở Y tế", "Bộ Nội vụ": whole, whatever stands after it in small letters. */
const WHOLE = new RegExp(
  `^(?:(?:Phó )?(?:Giám đốc|Lãnh đạo|Thủ trưởng|Thanh tra|Chánh Thanh tra) |Bộ trưởng |Thứ trưởng )?(?:Sở|Bộ) ${FIELD_NAMES}$`,
  'u',
);

/** "UBND xã Đông Hải", "Công an tỉnh Nam Hà": a place closes the name. */
const CLOSED_BY_PLACE =
  /(?:^|\s)(?:xã|phường|thị trấn|đặc khu|huyện|quận|thị xã|thành phố|tỉnh)(?:\s\p{Lu}\p{Ll}*){1,4}$/u;

/** Is this name complete, so that a small letter after it begins what is to be done? */
export const isWholeName = (name: string): boolean =>
  name.length < 120 && (CLOSED_BY_PLACE.test(name) || WHOLE.test(name));

/** Bare names of a place's government as a subject: "Tỉnh cần ...". */
export const PLACE_SUBJECTS = ['Tỉnh', 'Thành phố', 'Huyện', 'Xã', 'Phường', 'Địa phương', 'Cấp ủy', 'Chính quyền'];

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
];

const FIELD_AT = new RegExp(`${FIELD_NAMES}(?![\\p{L}\\p{M}])`, 'uy');

/** "Sở Quy hoạch - Kiến trúc, Xây dựng, Tài chính": where the bare field at `at` ends, or -1. */
export function bareFieldEnd(text: string, at: number): number {
  FIELD_AT.lastIndex = at;
  return FIELD_AT.test(text) ? FIELD_AT.lastIndex : -1;
}
