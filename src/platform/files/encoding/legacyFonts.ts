/**
 * The two encodings Vietnamese offices typed in before Unicode, still met in old files and templates. Both put
 * Vietnamese letters on the code points of Latin-1 and rely on the font (.VnTime, VNI-Times) to show them.
 */
export type LegacyEncoding = 'TCVN3' | 'VNI';

/** TCVN 5712:1993, third table ("ABC"): one byte a letter. */
const TCVN3_LETTERS =
  'A1Ă A2Â A3Ê A4Ô A5Ơ A6Ư A7Đ A8ă A9â AAê ABô ACơ ADư AEđ B5à B6ả B7ã B8á B9ạ BBằ BCẳ BDẵ BEắ C6ặ C7ầ C8ẩ C9ẫ CAấ ' +
  'CBậ CCè CEẻ CFẽ D0é D1ẹ D2ề D3ể D4ễ D5ế D6ệ D7ì D8ỉ DCĩ DDí DEị DFò E1ỏ E2õ E3ó E4ọ E5ồ E6ổ E7ỗ E8ố E9ộ EAờ EBở ' +
  'ECỡ EDớ EEợ EFù F1ủ F2ũ F3ú F4ụ F5ừ F6ử F7ữ F8ứ F9ự FAỳ FBỷ FCỹ FDý FEỵ';
const TCVN3 = new Map(
  TCVN3_LETTERS.split(' ').map((pair) => [String.fromCharCode(Number.parseInt(pair.slice(0, 2), 16)), pair.slice(2)]),
);

/** VNI for Windows: a letter followed by a code point that stands for its marks; a few letters stand alone. */
const VNI_MARKS: Record<string, string> = {
  ù: '\u0301',
  ø: '\u0300',
  û: '\u0309',
  õ: '\u0303',
  ï: '\u0323',
  â: '\u0302',
  á: '\u0302\u0301',
  à: '\u0302\u0300',
  å: '\u0302\u0309',
  ã: '\u0302\u0303',
  ä: '\u0302\u0323',
  ê: '\u0306',
  é: '\u0306\u0301',
  è: '\u0306\u0300',
  ú: '\u0306\u0309',
  ü: '\u0306\u0303',
  ë: '\u0306\u0323',
};
const VNI_LETTERS: Record<string, string> = { ô: 'ơ', ö: 'ư', ñ: 'đ', æ: 'ỉ', ó: 'ĩ', ò: 'ị', î: 'ỵ', í: 'í', ì: 'ì' };

/** Text whose code points are those of the legacy encoding, in Unicode NFC. Other characters stay as they are. */
export function fromLegacy(text: string, encoding: LegacyEncoding): string {
  return encoding === 'TCVN3' ? text.replace(/[\u00a1-\u00fe]/g, (c) => TCVN3.get(c) ?? c) : fromVni(text);
}

function fromVni(text: string): string {
  let out = '';
  let base = '';
  for (const c of text) {
    const lower = c.toLowerCase();
    const marks = /^[aeouyơư]$/i.test(base) ? VNI_MARKS[lower] : undefined;
    if (marks && marksFit(base, marks)) {
      out += marks;
      base = '';
      continue;
    }
    const letter = VNI_LETTERS[lower];
    base = letter ? (c === lower ? letter : letter.toUpperCase()) : c;
    out += base;
  }
  return out.normalize('NFC');
}

/** A circumflex sits on a, e, o only and a breve on a only; a plain tone sits on any vowel. */
function marksFit(base: string, marks: string): boolean {
  if (marks.startsWith('\u0302')) return /[aeo]/i.test(base);
  if (marks.startsWith('\u0306')) return /a/i.test(base);
  return true;
}

/** The encoding that a font's name announces: ".VnTime", "VNI-Times"; capitals-only fonts end in H (".VnTimeH"). */
export function encodingOfFont(font: string): { encoding: LegacyEncoding; capitals: boolean } | undefined {
  if (/^\.Vn/i.test(font)) return { encoding: 'TCVN3', capitals: /H$/.test(font) };
  if (/^VNI[- ]/i.test(font)) return { encoding: 'VNI', capitals: false };
  return undefined;
}
