import { Refusal } from '../refusal.ts';
import { fromLegacy, type LegacyEncoding } from './legacyFonts.ts';
import { vietnameseLikeness } from './vietnameseLikeness.ts';

export interface DecodedText {
  text: string;
  /** As people name it: UTF-8, UTF-16LE, windows-1258, TCVN3, VNI. */
  encoding: string;
  warning?: { code: string; message: string };
}

/** Below this part of possible Vietnamese syllables a guess is not made. */
const CONFIDENT = 0.85;
const MIN_WORDS = 5;

/** Reads the bytes of a plain text or HTML file. Throws a Refusal where the encoding cannot be told with confidence. */
export function decodeText(bytes: Uint8Array): DecodedText {
  const unicode = decodeUnicode(bytes);
  if (unicode) return mendLegacyText(unicode.text, unicode.encoding);
  const latin = new TextDecoder('windows-1252').decode(bytes);
  const guesses = [
    { encoding: 'windows-1258', text: new TextDecoder('windows-1258').decode(bytes).normalize('NFC') },
    { encoding: 'TCVN3', text: fromLegacy(new TextDecoder('latin1').decode(bytes), 'TCVN3') },
    { encoding: 'VNI', text: fromLegacy(latin, 'VNI') },
  ].map((guess) => ({ ...guess, ...vietnameseLikeness(guess.text) }));
  guesses.sort((a, b) => b.score - a.score);
  const best = guesses[0]!;
  if (best.score < CONFIDENT || best.words < MIN_WORDS) {
    throw new Refusal(
      'file.encoding',
      'Không nhận ra bảng mã chữ Việt của tệp này. Hãy mở tệp bằng Word hoặc Notepad, lưu lại với bảng mã UTF-8 (Unicode) rồi tải lên.',
    );
  }
  return { text: best.text, encoding: best.encoding, warning: convertedFrom(best.encoding) };
}

/** UTF-8 and UTF-16, with or without their mark; undefined where the bytes are neither. */
function decodeUnicode(bytes: Uint8Array): { text: string; encoding: string } | undefined {
  const utf16 = utf16Order(bytes);
  if (utf16) return { text: new TextDecoder(utf16).decode(bytes), encoding: utf16.toUpperCase() };
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), encoding: 'UTF-8' };
  } catch {
    return undefined;
  }
}

function utf16Order(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  // Without a mark: in Vietnamese most code units still have a zero upper byte (spaces and plain letters).
  const sample = bytes.subarray(0, 4_000);
  let even = 0;
  let odd = 0;
  for (let i = 0; i < sample.length; i++) {
    if (sample[i] !== 0) continue;
    if (i % 2 === 0) even++;
    else odd++;
  }
  const pairs = sample.length / 2;
  if (odd > pairs * 0.4 && even < pairs * 0.02) return 'utf-16le';
  if (even > pairs * 0.4 && odd < pairs * 0.02) return 'utf-16be';
  return undefined;
}

/**
 * Text that is Unicode in form but was typed in a legacy font, so that it reads "Céng hoµ x· héi": turned into real
 * Vietnamese where that is beyond doubt, otherwise left alone.
 */
export function mendLegacyText(text: string, encoding = 'Unicode'): DecodedText {
  const legacy = legacyEncodingOf(text);
  return legacy
    ? { text: fromLegacy(text, legacy), encoding: legacy, warning: convertedFrom(legacy) }
    : { text, encoding };
}

/** The legacy encoding that a text was typed in, where that is beyond doubt. */
export function legacyEncodingOf(text: string): LegacyEncoding | undefined {
  const now = vietnameseLikeness(text);
  if (now.words < MIN_WORDS || now.score >= 0.6) return undefined;
  const guesses = (['TCVN3', 'VNI'] as const).map((name) => ({
    name,
    score: vietnameseLikeness(fromLegacy(text, name)).score,
  }));
  guesses.sort((a, b) => b.score - a.score);
  const best = guesses[0]!;
  return best.score >= CONFIDENT && best.score >= now.score + 0.2 ? best.name : undefined;
}

export const convertedFrom = (encoding: string) => ({
  code: 'text.converted',
  message: `Tệp dùng bảng mã cũ (${encoding}), đã được chuyển sang Unicode. Hãy soát lại chữ và dấu.`,
});
