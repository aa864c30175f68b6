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
const MENDS: [RegExp, string][] = [...PHRASES, ...PHRASES.map(capital)]
  .filter((phrase, i, all) => all.indexOf(phrase) === i)
  .map((phrase) => [new RegExp(`(?<!\\p{L})${form(phrase)}(?!\\p{L})`, 'gu'), phrase]);
/** A word of time is mended where a number follows; "trước" is like no other word. */
const TIME_WORDS: [RegExp, string][] = [
  [`(?<!\\p{L})${form('trước')}(?!\\p{L})`, 'trước'],
  [`(?<!\\p{L})${form('Trước')}(?!\\p{L})`, 'Trước'],
  [`(?<!\\p{L})${form('ngày')}(?=\\s\\d{1,2}(?:\\s?[/.-]\\s?\\d|\\sth))`, 'ngày'],
  [`(?<=\\d\\s)${form('tháng')}(?=\\s\\d)`, 'tháng'],
  [`(?<=tháng\\s\\d{1,2},?\\s)${form('năm')}(?=\\s\\d{4})`, 'năm'],
  [`(?<=(?:trước|đến hết|nhất|nhất là)\\s)${form('ngày')}(?=\\s[\\dlIO]{1,2}(?:/|\\sth))`, 'ngày'],
].map(([slip, word]) => [new RegExp(slip!, 'gu'), word!]);
/** "ngày l5/10", "ngày 1O/9", "5/l1/2025": letters read for the figures of a day. */
const FIGURES: [RegExp, string][] = [
  [/(?<=ngày\s[0-3]?)[lI|](?=\d?\s?(?:\/\s?\d|tháng\s\d))/gu, '1'],
  [/(?<=ngày\s[0-3]?)[oO](?=\d?\s?(?:\/\s?\d|tháng\s\d))/gu, '0'],
  [/(?<=ngày\s\d{1,2}\/[01]?)[lI|](?=\d?\/20\d\d)/gu, '1'],
  [/(?<=ngày\s\d{1,2}\/1?)[oO](?=\d?\/20\d\d)/gu, '0'],
];
const DEPARTMENT = /(?<!\p{L})S[ờỏớợơô](?=\s\p{Lu}(?:\p{Ll}|\s\p{Ll}))/gu;

/** The text with those slips mended; its length is the same. */
export function mendSlips(text: string): string {
  let mended = text;
  // A phrase broken at the end of a line keeps its line break.
  for (const [slip, phrase] of MENDS)
    mended = mended.replace(slip, (found) =>
      [...phrase].map((letter, i) => (letter === ' ' ? found[i] : letter)).join(''),
    );
  for (const [slip, word] of [...TIME_WORDS, ...FIGURES]) mended = mended.replace(slip, word);
  return mended.replace(DEPARTMENT, 'Sở');
}
