import { afterAdverbs, stopsName, verbEnd } from './verbs.ts';

/** Bodies named by what they do for a living. */
const BUSINESS =
  /(?:[Cc]ông ty|[Dd]oanh nghiệp|[Tt]rung tâm|[Cc]ơ sở|[Nn]hà máy|[Hh]ợp tác xã|[Cc]ửa hàng|[Xx]í nghiệp|[Hh]ộ|[Đđ]ại lý)\s$/u;
const TRADE =
  /^(?:xây dựng|xây lắp|quản lý|sửa chữa|bảo trì|kinh doanh|vận tải|vận chuyển|đào tạo|đăng kiểm|khai thác|sản xuất|chế biến|thi công|tư vấn|cung cấp|cung ứng|phân phối|thu mua|xuất khẩu|nhập khẩu|giết mổ|chăn nuôi|nuôi trồng|dạy nghề|dạy thêm|kiểm định|kiểm nghiệm|lưu trú|in ấn|quảng cáo|thu gom|xử lý)(?![\p{L}\p{M}])/u;
/** What a body may be told to do to a plan is no trade. */
const NO_TRADE =
  /^(?:phương án|kế hoạch|đề án|quy (?:chế|trình|định)|chương trình|báo cáo|danh mục|hồ sơ|chặt|tốt|hiệu quả|nghiêm|các|những|toàn bộ|đầy đủ|kịp thời|theo|và đưa|\d)(?![\p{L}\p{M}])/u;

const saysDoing = (text: string, at: number): boolean =>
  verbEnd(text, at) > 0 || verbEnd(text, afterAdverbs(text, at)) > 0;

/** "Các công ty | quản lý, sửa chữa đường bộ | khắc phục ...": the end of what says which, where the real doing follows; or -1. */
export function businessEnd(text: string, place: number): number {
  if (!BUSINESS.test(text.slice(Math.max(0, place - 16), place))) return -1;
  let at = place;
  for (let n = 0; n < 3; n++) {
    const trade = TRADE.exec(text.slice(at, at + 16));
    if (!trade) return -1;
    at += trade[0].length;
    const joint = /^(?:,|\svà)\s/u.exec(text.slice(at, at + 4));
    if (!joint || !TRADE.test(text.slice(at + joint[0].length, at + joint[0].length + 16))) break;
    at += joint[0].length;
  }
  if (text[at] !== ' ' || saysDoing(text, at + 1) || NO_TRADE.test(text.slice(at + 1, at + 16))) return -1;
  let words = 0;
  for (; words < 7; words++) {
    const word = /^\s[\p{Ll}\d-]+(?![\p{L}\p{M}])/u.exec(text.slice(at, at + 16));
    if (!word || (words > 0 && (stopsName(text, at + 1) || saysDoing(text, at + 1)))) break;
    at += word[0].length;
  }
  const binds = /^\s(?:phải|cần|có trách nhiệm|chịu trách nhiệm|không)\s/u.test(text.slice(at, at + 20));
  return words > 0 && (binds || (text[at] === ' ' && saysDoing(text, at + 1))) ? at : -1;
}
