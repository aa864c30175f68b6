import type { Reading } from '../reader/index.ts';

/** What a stamp of secrecy says once spaces and marks around it are gone (Thông tư 104/2021/TT-BCA: MẬT, TỐI MẬT, TUYỆT MẬT). */
const STAMPS = new Set(['MẬT', 'TỐIMẬT', 'TUYỆTMẬT']);
/** "Độ mật: Tối mật" in a form's head. */
const GRADE = /(?<!\p{L})(?:độ|mức độ) mật\s*:\s*(?:tuyệt |tối )?mật(?!\p{L})/iu;

/**
 * Whether a text bears a grade of secrecy: by the reader's word, or by any line that holds nothing but such a stamp, wherever
 * it stands and however its letters are spaced. In doubt it does: nothing is lost but a proposal.
 */
export function isClassified({ text, document }: Pick<Reading, 'text' | 'document'>): boolean {
  if (document.secrecy !== null) return true;
  const composed = text.normalize('NFC');
  if (GRADE.test(composed)) return true;
  return composed.split(/[\n\r\f\t|]/).some((line) => line.length < 80 && STAMPS.has(lettersOf(line)));
}

const lettersOf = (line: string): string => line.replace(/[^\p{L}]/gu, '').toUpperCase();
