import type { PlacedWord } from '../layout/placedWord.ts';
import type { QuarterTurns } from '../layout/quarterTurn.ts';
import type { Rules } from '../layout/ruledTable.ts';
import type { OpenPdf } from './openPdf.ts';
import { readDrawing } from './pageDrawing.ts';
import { pageTransform, readPageWords, turnsOfText } from './pageWords.ts';
import { type Pdfium, withMemory } from './pdfium.ts';

export interface PdfPage {
  /** As shown, in points. */
  width: number;
  height: number;
  /** Words and lines stand where the text is upright; the page shows it turned so. */
  turns: QuarterTurns;
  words: PlacedWord[];
  /** Those of the words that signing software filled in: the number, the day. */
  filled: PlacedWord[];
  /** What signing software stamped on the page to show a signature; no part of the document. */
  stamps: string[];
  /** There is something drawn: pictures, lines, text. */
  drawn: boolean;
  /** There is a picture of some size. */
  hasPicture: boolean;
  /** Straight lines, of which tables are made. */
  rules: Rules;
}

/** A page as it will be written out, read from its text or by OCR. */
export interface ReadPage extends PdfPage {
  shown?: ReadonlyMap<PlacedWord, PlacedWord>;
}

interface Rectangle {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

const FLAT_NORMAL_DISPLAY = 0;

/**
 * Reads one page (from 0) as it is shown. Signing software writes the number and the day of a document into the
 * appearance of a signature field, outside the page's own text: the page is flattened, and what that adds is taken
 * in where it stands, except the stamps that tell of the signature itself.
 */
export function readPage(pdf: OpenPdf, index: number): PdfPage {
  const { pdfium, document } = pdf;
  let page = pdfium._FPDF_LoadPage(document, index);
  if (page === 0)
    return {
      width: 0,
      height: 0,
      turns: 0,
      words: [],
      filled: [],
      stamps: [],
      drawn: true,
      hasPicture: true,
      rules: { horizontal: [], vertical: [] },
    };
  try {
    const size = { width: pdfium._FPDF_GetPageWidthF(page), height: pdfium._FPDF_GetPageHeightF(page) };
    const drawn = pdfium._FPDFPage_CountObjects(page) > 0;
    const turns = turnsOfText(pdfium, page);
    const own = readPageWords(pdfium, page, turns);
    const { rules, hasPicture } = readDrawing(pdfium, page, turns);
    const look = { ...size, turns, drawn, hasPicture, rules };
    const fields = annotationRectangles(pdfium, page, turns);
    if (fields.length === 0) return { ...look, words: own, filled: [], stamps: [] };
    pdfium._FPDFPage_Flatten(page, FLAT_NORMAL_DISPLAY);
    pdfium._FPDF_ClosePage(page);
    page = pdfium._FPDF_LoadPage(document, index);
    if (page === 0) return { ...look, words: own, filled: [], stamps: [] };
    const added = addedWords(own, readPageWords(pdfium, page, turns));
    const { filled, stamps } = partStamps(added, fields);
    return { ...look, words: [...own, ...filled], filled, stamps };
  } finally {
    if (page !== 0) pdfium._FPDF_ClosePage(page);
  }
}

function annotationRectangles(pdfium: Pdfium, page: number, turns: QuarterTurns): Rectangle[] {
  const place = pageTransform(pdfium, page, turns);
  const count = Math.min(pdfium._FPDFPage_GetAnnotCount(page), 2_000);
  return withMemory(pdfium, 16, (out) => {
    const rectangles: Rectangle[] = [];
    for (let i = 0; i < count; i++) {
      const annotation = pdfium._FPDFPage_GetAnnot(page, i);
      if (annotation === 0) continue;
      if (pdfium._FPDFAnnot_GetRect(annotation, out)) {
        const at = out >> 2;
        const [xa, ya] = place(pdfium.HEAPF32[at]!, pdfium.HEAPF32[at + 1]!);
        const [xb, yb] = place(pdfium.HEAPF32[at + 2]!, pdfium.HEAPF32[at + 3]!);
        rectangles.push({
          left: Math.min(xa, xb),
          right: Math.max(xa, xb),
          top: Math.min(ya, yb),
          bottom: Math.max(ya, yb),
        });
      }
      pdfium._FPDFPage_CloseAnnot(annotation);
    }
    return rectangles;
  });
}

/** The words of the flattened page that the page itself did not have. */
function addedWords(own: PlacedWord[], flattened: PlacedWord[]): PlacedWord[] {
  const key = (word: PlacedWord) => `${word.text}@${Math.round(word.x)},${Math.round(word.y)}`;
  const known = new Set(own.map(key));
  return flattened.filter((word) => !known.has(key(word)));
}

/** What signing software writes to show who signed and when (TCVN profile of the Government's cipher board, others). */
const STAMP =
  /(Người ký|Ký bởi|Ký số bởi|Được ký|Thời gian ký|Ngày ký|Giờ ký|Signed by|Digitally signed|Signature (Not )?V|Cơ quan: .*Thời gian|Email: .*@)/i;

/** Groups the added words by the field they stand in; a field that tells of a signature is a stamp as a whole. */
function partStamps(added: PlacedWord[], fields: Rectangle[]): { filled: PlacedWord[]; stamps: string[] } {
  const groups = new Map<Rectangle | undefined, PlacedWord[]>();
  for (const word of added) {
    const [x, y] = [word.x + word.w / 2, word.y + word.h / 2];
    const field = fields.find((f) => x >= f.left - 1 && x <= f.right + 1 && y >= f.top - 1 && y <= f.bottom + 1);
    groups.set(field, [...(groups.get(field) ?? []), word]);
  }
  const filled: PlacedWord[] = [];
  const stamps: string[] = [];
  for (const group of groups.values()) {
    const text = group.map((word) => word.text).join(' ');
    if (STAMP.test(text)) stamps.push(text);
    else filled.push(...group);
  }
  return { filled, stamps };
}
