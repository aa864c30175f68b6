import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Worker } from 'tesseract.js';
import type { PlacedWord } from '../layout/placedWord.ts';
import type { PageBitmap } from '../pdf/drawPage.ts';
import { withSmallLetters } from './alikeLetters.ts';

export interface OcrWord extends PlacedWord {
  /** 0..100, as Tesseract has it. */
  confidence: number;
  /** Mean confidence of the line the word stands in. */
  lineConfidence: number;
}

export interface OcrPage {
  words: OcrWord[];
  /** Mean confidence of the words, 0 where there is none. */
  confidence: number;
  /** How far (radians, clockwise) the page was turned to straighten it; the words stand in the straightened page. */
  skew: number;
}

let worker: Promise<Worker> | undefined;
let onPart: (part: number) => void = () => undefined;

/** Tesseract with Vietnamese, started once a thread from the packages as installed: nothing is downloaded or cached. */
function tesseract(): Promise<Worker> {
  worker ??= start();
  return worker;
}

async function start(): Promise<Worker> {
  // Loaded only where a scan is read: most files are none.
  const { createWorker, OEM, PSM } = await import('tesseract.js');
  const data = dirname(createRequire(import.meta.url).resolve('@tesseract.js-data/vie/package.json'));
  const started = await createWorker('vie', OEM.LSTM_ONLY, {
    langPath: join(data, '4.0.0_best_int'),
    cacheMethod: 'none',
    gzip: true,
    logger: (message) => {
      if (message.status === 'recognizing text') onPart(message.progress);
    },
  });
  await started.setParameters({ tessedit_pageseg_mode: PSM.AUTO });
  return started;
}

/** Reads a page's picture. `onProgress` is told how much of it is done, 0..1. */
export async function recogniseWords(
  bitmap: PageBitmap,
  dpi: number,
  onProgress: (part: number) => void,
): Promise<OcrPage> {
  const engine = await tesseract();
  onPart = onProgress;
  await engine.setParameters({ user_defined_dpi: String(Math.round(dpi)) });
  const { data } = await engine.recognize(blackInk(bitmap), { rotateAuto: true }, { blocks: true, text: false });
  const words: OcrWord[] = [];
  for (const block of data.blocks ?? []) {
    for (const paragraph of block.paragraphs) {
      for (const line of paragraph.lines) words.push(...lineWords(line.words));
    }
  }
  const letters = words.reduce((sum, word) => sum + word.text.length, 0);
  const weighed = words.reduce((sum, word) => sum + word.confidence * word.text.length, 0);
  return { words, confidence: letters === 0 ? 0 : weighed / letters, skew: data.rotateRadians ?? 0 };
}

interface Box {
  x0: number;
  y0: number;
  x1: number;
  y1: number;
}

/** Words get the usual top and bottom of their line, as "ơ" and "g" alone would make rows of their own. */
function lineWords(found: { text: string; confidence: number; bbox: Box }[]): OcrWord[] {
  const middle = (numbers: number[]) => numbers.sort((a, b) => a - b)[numbers.length >> 1] ?? 0;
  const top = middle(found.map((word) => word.bbox.y0));
  const bottom = middle(found.map((word) => word.bbox.y1));
  const room = (bottom - top) * 0.12;
  const lineConfidence = found.reduce((sum, word) => sum + word.confidence, 0) / Math.max(1, found.length);
  const texts = withSmallLetters(found.map((word) => word.text.normalize('NFC')));
  return found.map(({ confidence, bbox }, at) => ({
    text: texts[at]!,
    confidence,
    lineConfidence,
    x: bbox.x0,
    y: top - room,
    w: bbox.x1 - bbox.x0,
    h: bottom - top + 2 * room,
  }));
}

/**
 * The picture in greys as PGM, which Tesseract reads without decoding. Half of each grey is the brightest of the three
 * colours: red seals and blue signatures turn pale where they lie over the text, coloured print stays legible.
 */
function blackInk({ width, height, bgrx }: PageBitmap): Buffer {
  const head = Buffer.from(`P5\n${width} ${height}\n255\n`, 'latin1');
  const out = Buffer.allocUnsafe(head.length + width * height);
  head.copy(out);
  for (let from = 0, to = head.length; from < bgrx.length; from += 4, to++) {
    const [blue, green, red] = [bgrx[from]!, bgrx[from + 1]!, bgrx[from + 2]!];
    out[to] = (Math.max(blue, green, red) + 0.114 * blue + 0.587 * green + 0.299 * red) / 2;
  }
  return out;
}
