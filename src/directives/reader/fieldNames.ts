/** Fields after which a department's or ministry's name is complete, present and former; one alternative of a form. */
export const FIELD_NAMES =
  '(?:Tài chính|Nội vụ|Xây dựng|Y tế|Tư pháp|Công Thương|Công thương|Nông nghiệp và Môi trường|Khoa học và Công nghệ|Giáo dục và Đào tạo|Văn hóa, Thể thao và Du lịch|Văn hóa và Thể thao|Dân tộc và Tôn giáo|Ngoại vụ|Du lịch|Công an|Quốc phòng|Ngoại giao|Tài nguyên và Môi trường|Kế hoạch và Đầu tư|Giao thông vận tải|Thông tin và Truyền thông|Nông nghiệp và Phát triển nông thôn|Lao động - Thương binh và Xã hội|Quy hoạch - Kiến trúc)';

/** "Giám đốc Sở Y tế", "Bộ Nội vụ": whole, whatever stands after it in small letters. */
const WHOLE = new RegExp(
  `^(?:(?:Phó )?(?:Giám đốc|Lãnh đạo|Thủ trưởng|Thanh tra|Chánh Thanh tra) |Bộ trưởng |Thứ trưởng )?(?:Sở|Bộ) ${FIELD_NAMES}$`,
  'u',
);

/** Is this name complete, so that a small letter after it begins what is to be done? */
export const isWholeName = (name: string): boolean => name.length < 70 && WHOLE.test(name);
