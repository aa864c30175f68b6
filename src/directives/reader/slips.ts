/**
 * Slips of OCR in the words that the reader leans on: lost or wrong marks ("Uy ban nhân dàn", "phổi hợp", "Sờ Tài
 * chính"). Each is mended letter for letter, so that offsets stay true; other words are left as they are.
 */

const PHRASES = [
  'Ủy ban nhân dân',
  'Hội đồng nhân dân',
  'chủ trì',
  'phối hợp',
  'trước ngày',
  'hoàn thành',
  'Nơi nhận',
  'Kính gửi',
  'yêu cầu',
  'đề nghị',
  'báo cáo',
  'tham mưu',
  'có trách nhiệm',
  'khẩn trương',
  'chậm nhất',
  'hằng tháng',
  'Thủ trưởng',
  'tổ chức',
  'TỔ CHỨC THỰC HIỆN',
  'chỉ đạo',
  'hướng dẫn',
  'kiểm tra',
  'rà soát',
  'triển khai',
  'thực hiện',
  'xây dựng',
  'tổng hợp',
  'đề xuất',
  'thành phố',
  'đơn vị',
  'địa phương',
  'Việt Nam',
  'thông báo',
  'tập trung',
  'tăng cường',
  'tiếp tục',
  'đẩy mạnh',
  'bảo đảm',
  'chủ động',
  'thẩm quyền',
  'Đảng ủy',
  'Tỉnh ủy',
  'Thành ủy',
  'cấp ủy',
  'chính quyền',
  'Mặt trận Tổ quốc',
  'Giám đốc',
  'kịp thời',
  'nhiệm vụ',
  'kế hoạch',
  'trách nhiệm',
  'phê duyệt',
  'nghiêm túc',
  'cần tập trung',
  'cần phải',
  'Đối với',
  'Kết quả',
  'tháo gỡ',
  'giải quyết',
];

/** All letters that share a base letter, so that "ể" stands for any e. */
const FAMILIES = ['aáàảãạăắằẳẵặâấầẩẫậ', 'eéèẻẽẹêếềểễệ', 'iíìỉĩị', 'oóòỏõọôốồổỗộơớờởỡợ', 'uúùủũụưứừửữự', 'yýỳỷỹỵ', 'dđ'];

const familyOf = (letter: string): string => {
  const lower = letter.toLowerCase();
  const family = FAMILIES.find((f) => f.includes(lower));
  if (!family) return letter.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return letter === lower ? `[${family}]` : `[${family.toUpperCase()}]`;
};

const form = (words: string): string =>
  [...words].map((letter) => (letter === ' ' ? '\\s' : familyOf(letter))).join('');
const capital = (phrase: string): string => phrase[0]!.toUpperCase() + phrase.slice(1);
const ALL = [...new Set([...PHRASES, ...PHRASES.map(capital)])];
/** All phrases in one form, so that the text is read once. */
const SLIP = new RegExp(`(?<!\\p{L})(?:${ALL.map(form).join('|')})(?!\\p{L})`, 'gu');
const bare = (words: string): string =>
  words.normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/g, 'd').replace(/Đ/g, 'D').replace(/\s/g, ' ');
const BY_LETTERS = new Map(ALL.map((phrase) => [bare(phrase), phrase]));

/** "viễn thông | bảo đảm liên lạc" is no slip of "thông báo", nor "Thứ trưởng" of "Thủ trưởng": right words that look alike. */
const RIGHT = /^(?:[Tt]hông\sbảo\s(?:đảm|vệ|hiểm|tồn|trì|dưỡng|quản|mật|hộ|lãnh|hành|an)|[Tt]hứ\strưởng)(?!\p{L})/u;

/** A phrase broken at the end of a line keeps its line break. */
function mend(found: string, at: number, text: string): string {
  if (RIGHT.test(text.slice(at, at + 24))) return found;
  const phrase = BY_LETTERS.get(bare(found));
  return phrase ? [...phrase].map((letter, i) => (letter === ' ' ? found[i] : letter)).join('') : found;
}

/** A word of time is mended where a number follows; "trước" is like no other word. */
const TIME_WORDS: [RegExp, string][] = [
  [`(?<!\\p{L})${form('trước')}(?!\\p{L})`, 'trước'],
  [`(?<!\\p{L})${form('Trước')}(?!\\p{L})`, 'Trước'],
  [`(?<!\\p{L})${form('ngày')}(?=\\s\\d{1,2}(?:\\s?[/.-]\\s?\\d|\\sth))`, 'ngày'],
  [`(?<!\\p{L}|chiến\\s)${form('tháng')}(?=\\s\\d)`, 'tháng'],
  [`(?<!\\p{L})${form('năm')}(?=\\s20\\d\\d)`, 'năm'],
  [`(?<!\\p{L})qu[iíìỉĩịyýỳỷỹỵ](?=\\s(?:[IV]{1,3}|[1-4])(?![\\p{L}\\d]))`, 'quý'],
  [`(?<=(?:trước|đến hết|nhất|nhất là)\\s)${form('ngày')}(?=\\s[\\dlIO]{1,2}(?:/|\\sth))`, 'ngày'],
].map(([slip, word]) => [new RegExp(slip!, 'gu'), word!]);
/** "ngày l5/10", "ngày 1O/9", "5/l1/2025": letters read for the figures of a day. */
const FIGURES: [RegExp, string][] = [
  [/(?<=ngày\s[0-3]?)[lI|](?=\d?\s?(?:\/\s?\d|tháng\s\d))/gu, '1'],
  [/(?<=ngày\s[0-3]?)[oO](?=\d?\s?(?:\/\s?\d|tháng\s\d))/gu, '0'],
  [/(?<=ngày\s\d{1,2}\/[01]?)[lI|](?=\d?\/20\d\d)/gu, '1'],
  [/(?<=ngày\s\d{1,2}\/1?)[oO](?=\d?\/20\d\d)/gu, '0'],
  [/(?<=tháng\s1?)[lI|](?=[0-2]?(?:\s?\/\s?20\d\d|\snăm\s20))/gu, '1'],
];
const DEPARTMENT = /(?<!\p{L})S[ờỏớợơô](?=\s\p{Lu}(?:\p{Ll}|\s\p{Ll}))/gu;

/** "rà soát. kiểm tra": a stop read for the comma; after shortened words ("tp. huế", "st. vv.") it is one. */
const STOP_FOR_COMMA = /(?<=(?<!(?<!\p{L})(?:tp|tr|vv|tt|ths|gs|ts|bs|ks|đc|st|đt|tel|no))\p{Ll}{2})\.(?= \p{Ll}{2})/gu;

/** The text with those slips mended; its length is the same. */
export function mendSlips(text: string): string {
  let mended = text.replace(SLIP, mend).replace(STOP_FOR_COMMA, ',');
  for (const [slip, word] of [...TIME_WORDS, ...FIGURES]) mended = mended.replace(slip, word);
  return mended.replace(DEPARTMENT, 'Sở');
}
