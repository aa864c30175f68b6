import { Refusal } from '../../refusal.ts';
import type { PlacedWord } from '../layout/placedWord.ts';
import { type QuarterTurns, upright } from '../layout/quarterTurn.ts';
import { type Pdfium, withMemory } from './pdfium.ts';

/** A page of small print has some 10,000 characters. */
const MAX_PAGE_CHARS = 200_000;

/** Turns page coordinates (y up, unrotated) into those where the text is upright: y down from the top, in points. */
export type PageTransform = (x: number, y: number) => [x: number, y: number];

/** The transform that a page's rotation and crop box and the turn of its text ask for, told by PDFium on three points. */
export function pageTransform(pdfium: Pdfium, page: number, turns: QuarterTurns): PageTransform {
  const fine = 1_000;
  const width = Math.round(pdfium._FPDF_GetPageWidthF(page) * fine);
  const height = Math.round(pdfium._FPDF_GetPageHeightF(page) * fine);
  return withMemory(pdfium, 8, (out) => {
    const at = (x: number, y: number): [number, number] => {
      pdfium._FPDF_PageToDevice(page, 0, 0, width, height, 0, x, y, out, out + 4);
      return [pdfium.HEAP32[out >> 2]! / fine, pdfium.HEAP32[(out >> 2) + 1]! / fine];
    };
    const [x0, y0] = at(0, 0);
    const [xa, ya] = at(1_000, 0);
    const [xb, yb] = at(0, 1_000);
    const [a, b] = [(xa - x0) / 1_000, (ya - y0) / 1_000];
    const [c, d] = [(xb - x0) / 1_000, (yb - y0) / 1_000];
    const shown = { width: width / fine, height: height / fine };
    return (x, y) => upright(x0 + a * x + c * y, y0 + b * x + d * y, turns, shown);
  });
}

/** Letters looked at to see how the text runs. */
const SAMPLE = 600;

/** Which way the text of a loaded page runs, by the way from letter to letter. */
export function turnsOfText(pdfium: Pdfium, page: number): QuarterTurns {
  const place = pageTransform(pdfium, page, 0);
  const textPage = pdfium._FPDFText_LoadPage(page);
  if (textPage === 0) return 0;
  const votes = [0, 0, 0, 0];
  withMemory(pdfium, 16, (out) => {
    let last: [number, number] | undefined;
    const count = Math.min(pdfium._FPDFText_CountChars(textPage), SAMPLE);
    for (let i = 0; i < count; i++) {
      const isLetter = pdfium._FPDFText_GetUnicode(textPage, i) > 0x20;
      const at = out >> 3;
      if (!isLetter || !pdfium._FPDFText_GetCharOrigin(textPage, i, out, out + 8)) {
        last = undefined;
        continue;
      }
      const here = place(pdfium.HEAPF64[at]!, pdfium.HEAPF64[at + 1]!);
      if (last) {
        const [dx, dy] = [here[0] - last[0], here[1] - last[1]];
        if (Math.abs(dx) > Math.abs(dy) * 4) votes[dx > 0 ? 0 : 2]!++;
        else if (Math.abs(dy) > Math.abs(dx) * 4) votes[dy > 0 ? 1 : 3]!++;
      }
      last = here;
    }
  });
  pdfium._FPDFText_ClosePage(textPage);
  return votes.indexOf(Math.max(...votes)) as QuarterTurns;
}

/** The words of a loaded page with their places. Characters that PDFium made up (spaces, line ends) part words. */
export function readPageWords(pdfium: Pdfium, page: number, turns: QuarterTurns): PlacedWord[] {
  const place = pageTransform(pdfium, page, turns);
  const textPage = pdfium._FPDFText_LoadPage(page);
  if (textPage === 0) return [];
  try {
    const count = pdfium._FPDFText_CountChars(textPage);
    if (count > MAX_PAGE_CHARS) {
      throw new Refusal('file.too_heavy', 'Tệp có trang chứa quá nhiều chữ bất thường nên không đọc được.', 'tooLarge');
    }
    return withMemory(pdfium, 16, (rectangle) => {
      const words: PlacedWord[] = [];
      let word: OpenWord | undefined;
      const end = () => {
        if (word) words.push(closed(word));
        word = undefined;
      };
      for (let i = 0; i < count; i++) {
        const code = pdfium._FPDFText_GetUnicode(textPage, i);
        if (code <= 0x20 || code === 0xa0 || code === 0xad || code >= 0xfffe || (code >= 0x7f && code < 0xa0)) {
          // PDFium gives a hyphen that breaks a word over two lines as 0xfffe or 2.
          if (code === 2 || code === 0xfffe) {
            if (word) word.text += '-';
          }
          end();
          continue;
        }
        if (!pdfium._FPDFText_GetLooseCharBox(textPage, i, rectangle)) continue;
        const at = rectangle >> 2;
        const [left, top, right, bottom] = [
          pdfium.HEAPF32[at]!,
          pdfium.HEAPF32[at + 1]!,
          pdfium.HEAPF32[at + 2]!,
          pdfium.HEAPF32[at + 3]!,
        ];
        const [xa, ya] = place(left, top);
        const [xb, yb] = place(right, bottom);
        const box = { x: Math.min(xa, xb), y: Math.min(ya, yb), right: Math.max(xa, xb), bottom: Math.max(ya, yb) };
        if (!Number.isFinite(box.x + box.y + box.right + box.bottom)) continue;
        const text = String.fromCodePoint(Math.min(code, 0x10ffff));
        if (word && continues(word, box)) {
          word.text += isRaised(word, box) ? (RAISED[text] ?? text) : text;
          word.x = Math.min(word.x, box.x);
          word.y = Math.min(word.y, box.y);
          word.right = Math.max(word.right, box.right);
          word.bottom = Math.max(word.bottom, box.bottom);
        } else {
          end();
          word = { text, ...box };
        }
      }
      end();
      return words;
    });
  } finally {
    pdfium._FPDFText_ClosePage(textPage);
  }
}

interface OpenWord {
  text: string;
  x: number;
  y: number;
  right: number;
  bottom: number;
}

/** Two characters belong to one word when they stand on one line without a gap. */
function continues(word: OpenWord, box: Omit<OpenWord, 'text'>): boolean {
  const height = Math.min(word.bottom - word.y, box.bottom - box.y);
  const overlap = Math.min(word.bottom, box.bottom) - Math.max(word.y, box.y);
  const gap = box.x - word.right;
  return overlap > height * 0.4 && gap < height * 0.35 && gap > -height * 2;
}

/** The sign of a footnote after a word is kept apart from it: "KL/TW¹", never "KL/TW1". */
const RAISED: Record<string, string> = Object.fromEntries([...'⁰¹²³⁴⁵⁶⁷⁸⁹'].map((raised, digit) => [digit, raised]));

function isRaised(word: OpenWord, box: Omit<OpenWord, 'text'>): boolean {
  const height = word.bottom - word.y;
  return box.bottom - box.y < height * 0.8 && box.bottom < word.bottom - height * 0.12;
}

const closed = (word: OpenWord): PlacedWord => ({
  text: word.text.normalize('NFC'),
  x: word.x,
  y: word.y,
  w: word.right - word.x,
  h: word.bottom - word.y,
});
