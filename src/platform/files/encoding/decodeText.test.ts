import { describe, expect, test } from 'vitest';
import { decodeText, mendLegacyText } from './decodeText.ts';

const sentence = 'Cộng hòa xã hội chủ nghĩa Việt Nam, Độc lập - Tự do - Hạnh phúc. Ủy ban nhân dân xã';
const utf16 = (text: string) => Buffer.from(text, 'utf16le');
/** Windows-1258 writes a letter with its circumflex or horn as one byte, its tone as the next. */
const windows1258 = Buffer.from(
  'C\u00f4\u00f2ng ho\u00e0 x\u00e3 h\u00f4\u00f2i chu\u00d2 nghi\u00dea Vi\u00ea\u00f2t Nam, \u00d0\u00f4\u00f2c l\u00e2\u00f2p'.replace(
    '\u00e3',
    'a\u00de',
  ),
  'latin1',
);
const tcvn3 = 'Céng hoµ x· héi chñ nghÜa ViÖt Nam, §éc lËp - Tù do - H¹nh phóc';
const vni = 'Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam, Ñoäc laäp - Töï do - Haïnh phuùc';

describe('the encoding of a text file', () => {
  test.each([
    ['UTF-8', Buffer.from(sentence)],
    ['UTF-8 with its mark', Buffer.from(`\ufeff${sentence}`)],
    ['UTF-16 with its mark', utf16(`\ufeff${sentence}`)],
    ['UTF-16, upper byte first', utf16(`\ufeff${sentence}`).swap16()],
    ['UTF-16 without its mark', utf16(sentence)],
  ])('%s is read without a warning', (_, bytes) => {
    const read = decodeText(bytes);
    expect(read.text).toBe(sentence);
    expect(read.warning).toBeUndefined();
  });

  test('text in decomposed Unicode is left as the file has it', () => {
    const decomposed = sentence.normalize('NFD');
    expect(decodeText(Buffer.from(decomposed)).text).toBe(decomposed);
  });

  test('windows-1258 is told from other one-byte encodings', () => {
    const read = decodeText(windows1258);
    expect(read.encoding).toBe('windows-1258');
    expect(read.text).toBe('Cộng hoà xã hội chủ nghĩa Việt Nam, Độc lập');
    expect(read.warning?.message).toContain('windows-1258');
  });

  test.each([
    ['TCVN3', tcvn3, 'Cộng hoà xã hội chủ nghĩa Việt Nam, Độc lập - Tự do - Hạnh phúc'],
    ['VNI', vni, 'Cộng hòa xã hội chủ nghĩa Việt Nam, Độc lập - Tự do - Hạnh phúc'],
  ])('%s is turned into Unicode and the clerk is told to look it over', (encoding, typed, read) => {
    expect(decodeText(Buffer.from(typed, 'latin1'))).toMatchObject({
      encoding,
      text: read,
      warning: { code: 'text.converted' },
    });
    expect(mendLegacyText(typed).text).toBe(read);
  });

  test('French or German text is not taken for Vietnamese in a legacy font', () => {
    const french = 'Le café de la forêt où l’été a été très agréable, à côté de la préfecture, déjà fermée, sûrement';
    expect(mendLegacyText(french).text).toBe(french);
  });

  test('bytes in no known encoding are refused with advice', () => {
    const bytes = Buffer.from(
      '\u00e5\u00e4\u00f6 \u00c4\u00c5\u00d6 gr\u00fc\u00dfe stra\u00dfe \u00e5\u00e4\u00f6 \u00e5\u00e5',
      'latin1',
    );
    expect(() => decodeText(bytes)).toThrowError(/lưu lại với bảng mã UTF-8/);
  });

  test('one tone and one vowel mark alone never turn proper Vietnamese around', () => {
    expect(mendLegacyText(sentence).text).toBe(sentence);
    expect(mendLegacyText('QĐ-UBND, NĐ-CP, HĐND, TTĐT, BCĐ, CĐ').text).toBe('QĐ-UBND, NĐ-CP, HĐND, TTĐT, BCĐ, CĐ');
  });
});
