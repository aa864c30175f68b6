/** "Sở Tài chính,Sở Y tế:chủ trì": a sign after which the space was left out; abbreviations keep theirs ("VH,TT&DL"). */
export function isGlued(text: string, at: number, end: number): boolean {
  if (at + 2 >= end || !/\p{L}/u.test(text[at + 1]!) || !/[\p{Ll}\d)"]/u.test(text[at - 1] ?? '')) return false;
  if (text[at] === '.')
    return (
      /^\p{Lu}\p{Ll}/u.test(text.slice(at + 1, at + 3)) &&
      /(?:\p{Ll}{3}|20\d\d)$/u.test(text.slice(Math.max(0, at - 4), at))
    );
  return text[at] !== ':' || !/https?$/u.test(text.slice(Math.max(0, at - 5), at));
}

/** "Sở Nông nghiệp và Môi trường1 có trách nhiệm": the number of a footnote, glued to the word before it. */
export function isNoteMark(text: string, at: number, end: number): boolean {
  if (!/\p{Ll}/u.test(text[at - 1] ?? '') || !/^\d{1,2}(?:[\s,.;:)]|$)/.test(text.slice(at, Math.min(end, at + 3))))
    return false;
  const word = /[\p{L}\p{M}\d]+$/u.exec(text.slice(Math.max(0, at - 12), at))![0];
  return word.length >= 3 && /^\p{L}+$/u.test(word) && !BEFORE_NUMBER.test(word);
}
const BEFORE_NUMBER =
  /^(?:ngày|tháng|năm|quý|khóa|khoá|điều|khoản|mục|lần|đợt|tuần|cấp|phần|vùng|tuyến|đoạn|trước|hết|đến|còn|mức|hạng|loại|nhóm|lớp|tầng|tiết|điểm|trang|chương|phụ|gồm|thôn|bản|xóm|phòng|zalo|covid)$/iu;
