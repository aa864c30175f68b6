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

const capital = (phrase: string): string => phrase[0]!.toUpperCase() + phrase.slice(1);
const MENDS: [RegExp, string][] = [...PHRASES, ...PHRASES.map(capital)]
  .filter((phrase, i, all) => all.indexOf(phrase) === i)
  .map((phrase) => [new RegExp(`(?<!\\p{L})${[...phrase].map(familyOf).join('')}(?!\\p{L})`, 'gu'), phrase]);
const DEPARTMENT = /(?<!\p{L})S[ờỏớợơô](?=\s\p{Lu}\p{Ll})/gu;

/** The text with those slips mended; its length is the same. */
export function mendSlips(text: string): string {
  let mended = text;
  for (const [slip, phrase] of MENDS) mended = mended.replace(slip, phrase);
  return mended.replace(DEPARTMENT, 'Sở');
}
