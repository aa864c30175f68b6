/** Vietnamese text: one form for storing, one folded form for comparing and searching. */

/** Old placements of the tone mark ("hoá", "uỷ", "thuý") and the present ones; same letters, same sound. */
const TONES = ['̀', '́', '̃', '̉', '̣'];
const OLD_TONE = new RegExp(`(o)([ae])([${TONES.join('')}])|(u)([y])([${TONES.join('')}])`, 'giu');

/** Canonical text: NFC, without control characters but line feed and tab, with no-break spaces made plain. */
export function cleanText(text: string): string {
  return (
    text
      .normalize('NFC')
      .replace(/\r\n?/g, '\n')
      .replace(/[   ]/g, ' ')
      // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is taken out
      .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u200b-\u200f\u2028-\u202e\u2060\ufeff]/g, '')
  );
}

/** One line of typed text: cleaned, inner white space single, trimmed. */
export const cleanLine = (text: string): string => cleanText(text).replace(/\s+/g, ' ').trim();

/**
 * The key under which names are compared and searched: no marks, no case, đ as d, single spaces, punctuation as space.
 * "Uỷ ban nhân dân xã Đông Lộc" and "uy ban nhan dan xa dong loc" fold to the same key.
 */
export function fold(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .replace(/[đĐ]/g, 'd')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** Present tone placement on a syllable that ends there: "hoá" -> "hóa", "Uỷ" -> "Ủy". "hoàn", "quý" stay. */
export function modernTones(text: string): string {
  return text
    .normalize('NFD')
    .replace(OLD_TONE, (whole, o, a, t1, u, y, t2, offset: number, all: string) => {
      const next = all[offset + whole.length];
      if (next !== undefined && /\p{L}|\p{M}/u.test(next)) return whole;
      if (u && /q/i.test(all[offset - 1] ?? '')) return whole;
      return o ? `${o}${t1}${a}` : `${u}${t2}${y}`;
    })
    .normalize('NFC');
}
