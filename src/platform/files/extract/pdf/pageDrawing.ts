import { hugePicture } from '../../recognise.ts';
import type { QuarterTurns } from '../layout/quarterTurn.ts';
import type { Rules } from '../layout/ruledTable.ts';
import { pageTransform } from './pageWords.ts';
import { type Pdfium, withMemory } from './pdfium.ts';

const PATH = 2;
const IMAGE = 3;
/** Points: what is thinner is a line. */
const THIN = 3;
/** A page with more drawn objects is a map or a plan, where lines are no table's. */
const MAX_OBJECTS = 20_000;

export interface PageDrawing {
  /** Straight lines in the coordinates where the text is upright; a frame counts as four. */
  rules: Rules;
  /** There is a picture that covers more than a third of the page. */
  hasPicture: boolean;
}

/** What is drawn on a page besides its text. */
export function readDrawing(pdfium: Pdfium, page: number, turns: QuarterTurns): PageDrawing {
  const rules: Rules = { horizontal: [], vertical: [] };
  let hasPicture = false;
  const area = pdfium._FPDF_GetPageWidthF(page) * pdfium._FPDF_GetPageHeightF(page);
  const count = pdfium._FPDFPage_CountObjects(page);
  if (count > MAX_OBJECTS) return { rules, hasPicture };
  const place = pageTransform(pdfium, page, turns);
  withMemory(pdfium, 16, (out) => {
    for (let i = 0; i < count; i++) {
      const object = pdfium._FPDFPage_GetObject(page, i);
      const type = pdfium._FPDFPageObj_GetType(object);
      if (type !== PATH && type !== IMAGE) continue;
      if (type === IMAGE) refuseHuge(pdfium, object, out);
      if (!pdfium._FPDFPageObj_GetBounds(object, out, out + 4, out + 8, out + 12)) continue;
      const at = out >> 2;
      const [xa, ya] = place(pdfium.HEAPF32[at]!, pdfium.HEAPF32[at + 1]!);
      const [xb, yb] = place(pdfium.HEAPF32[at + 2]!, pdfium.HEAPF32[at + 3]!);
      if (type === IMAGE) hasPicture ||= Math.abs((xb - xa) * (yb - ya)) > area / 3;
      else addPath(rules, Math.min(xa, xb), Math.min(ya, yb), Math.max(xa, xb), Math.max(ya, yb));
    }
  });
  return { rules, hasPicture };
}

/** A picture of an A2 sheet at 600 dots an inch has 140 million; of A4, 35 million. */
const MAX_PICTURE_PIXELS = 150_000_000;

function refuseHuge(pdfium: Pdfium, object: number, out: number): void {
  if (!pdfium._FPDFImageObj_GetImagePixelSize(object, out, out + 4)) return;
  const [width, height] = [pdfium.HEAP32[out >> 2]!, pdfium.HEAP32[(out >> 2) + 1]!];
  if (width * height > MAX_PICTURE_PIXELS) throw hugePicture(width, height);
}

function addPath(rules: Rules, left: number, top: number, right: number, bottom: number): void {
  const width = right - left;
  const height = bottom - top;
  if (height <= THIN && width > THIN * 2) rules.horizontal.push({ at: (top + bottom) / 2, from: left, to: right });
  else if (width <= THIN && height > THIN) rules.vertical.push({ at: (left + right) / 2, from: top, to: bottom });
  else if (width > THIN * 2 && height > THIN * 2) {
    rules.horizontal.push({ at: top, from: left, to: right }, { at: bottom, from: left, to: right });
    rules.vertical.push({ at: left, from: top, to: bottom }, { at: right, from: top, to: bottom });
  }
}
