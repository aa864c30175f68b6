import type { PlacedWord } from '../layout/placedWord.ts';
import { asShown, type QuarterTurns } from '../layout/quarterTurn.ts';
import { drawPage, type PageBitmap } from '../pdf/drawPage.ts';
import type { OpenPdf } from '../pdf/openPdf.ts';
import { type OcrPage, type OcrWord, recogniseWords } from './recogniseWords.ts';

/** Dots an inch at which a page is drawn for OCR: below, marks are lost; above, it only takes longer. */
const DPI = 225;
/** Pages larger than A3 are drawn smaller. */
const MAX_WIDTH = 4_200;
/** A page whose words are this doubtful was scanned on its side or upside down, or is no text. */
const DOUBTFUL = 55;

export interface ScannedPage {
  /** In page units; words stand as on the straightened page, for the order of reading. */
  words: PlacedWord[];
  /** The place on the page as shown of each word. */
  shown: Map<PlacedWord, PlacedWord>;
  /** 0..100. */
  confidence: number;
  /** There is hardly any ink. */
  blank: boolean;
}

/** Reads a page (from 0) by OCR, without the stamps of signing software. `picture` pages are photographs, whose size says nothing of the paper's. */
export async function scanPage(
  pdf: OpenPdf,
  index: number,
  size: { width: number; height: number },
  picture: boolean,
  onProgress: (part: number) => void,
): Promise<ScannedPage> {
  const inches = picture ? 8.27 / Math.min(size.width, size.height) : 1 / 72;
  const bitmap = drawPage(pdf, index, Math.min(MAX_WIDTH, Math.round(size.width * inches * DPI)), false);
  if (isBlank(bitmap)) return { words: [], shown: new Map(), confidence: 0, blank: true };
  const dpi = bitmap.width / (size.width * inches);
  let best: { turns: QuarterTurns; page: OcrPage } = { turns: 0, page: await recogniseWords(bitmap, dpi, onProgress) };
  if (best.page.confidence < DOUBTFUL) {
    for (const turns of [1, 3, 2] as const) {
      const page = await recogniseWords(turned(bitmap, turns), dpi, onProgress);
      if (weight(page) > weight(best.page)) best = { turns, page };
      if (page.confidence > 80) break;
    }
  }
  const back = ((4 - best.turns) % 4) as QuarterTurns;
  const unit = size.width / bitmap.width;
  const shown = new Map<PlacedWord, PlacedWord>();
  const words = best.page.words.filter(isLikelyText).map((word) => {
    const placed = scaled(word, unit);
    shown.set(placed, scaled(asShown(straightened(word, best.page.skew, bitmap, best.turns), back, bitmap), unit));
    return placed;
  });
  return { words, shown, confidence: best.page.confidence, blank: false };
}

/** Less than one dark dot in two thousand. */
function isBlank({ width, height, bgrx }: PageBitmap): boolean {
  let dark = 0;
  for (let at = 1; at < bgrx.length; at += 4) if (bgrx[at]! < 128) dark++;
  return dark < (width * height) / 2_000;
}

const weight = (page: OcrPage): number => page.confidence * Math.min(page.words.length, 200);

/**
 * Specks, seals and coats of arms come out as doubtful signs in doubtful lines. In a good line a doubtful word stays:
 * it may be the number of a document.
 */
function isLikelyText(word: OcrWord): boolean {
  if (/^[|_~°"'`«»‘’“”.—]+$/.test(word.text)) return word.confidence >= 70;
  if (word.lineConfidence >= 60) return /[\p{L}\d]/u.test(word.text) || word.confidence >= 25;
  return word.confidence >= (/\p{L}{2}|\d{2}/u.test(word.text) ? 40 : 60);
}

const scaled = (word: PlacedWord, unit: number): PlacedWord => ({
  text: word.text,
  x: word.x * unit,
  y: word.y * unit,
  w: word.w * unit,
  h: word.h * unit,
});

/** From the straightened picture back to the picture as drawn: turned about its middle the other way. */
function straightened(word: PlacedWord, skew: number, bitmap: PageBitmap, turns: number): PlacedWord {
  if (skew === 0) return word;
  const [width, height] = turns % 2 === 0 ? [bitmap.width, bitmap.height] : [bitmap.height, bitmap.width];
  const [cx, cy] = [width / 2, height / 2];
  const [dx, dy] = [word.x + word.w / 2 - cx, word.y + word.h / 2 - cy];
  const x = cx + dx * Math.cos(skew) + dy * Math.sin(skew);
  const y = cy - dx * Math.sin(skew) + dy * Math.cos(skew);
  return { ...word, x: x - word.w / 2, y: y - word.h / 2 };
}

/** The picture turned clockwise by quarter turns. */
function turned({ width, height, bgrx }: PageBitmap, turns: number): PageBitmap {
  const from = new Uint32Array(bgrx.buffer, bgrx.byteOffset, width * height);
  const to = new Uint32Array(width * height);
  const [w, h] = turns % 2 === 0 ? [width, height] : [height, width];
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const [tx, ty] =
        turns === 1 ? [height - 1 - y, x] : turns === 2 ? [width - 1 - x, height - 1 - y] : [y, width - 1 - x];
      to[ty * w + tx] = from[y * width + x]!;
    }
  }
  return { width: w, height: h, bgrx: new Uint8Array(to.buffer) };
}
