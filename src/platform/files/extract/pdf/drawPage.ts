import { crc32, deflateSync } from 'node:zlib';
import { type OpenPdf, tooHeavy } from './openPdf.ts';

const BGRX = 3;
const ANNOTATIONS = 0x01;
const FLAT_NORMAL_DISPLAY = 0;
/** Pixels of one picture; what asks for more is drawn smaller. */
const MAX_PIXELS = 24_000_000;

export interface PageBitmap {
  width: number;
  height: number;
  /** Four bytes a pixel: blue, green, red, unused. */
  bgrx: Uint8Array;
}

/** Draws a page (from 0) so that it is `width` pixels wide; `stamped` with what signing software stamped on it. */
export function drawPage(pdf: OpenPdf, index: number, width: number, stamped: boolean): PageBitmap {
  const { pdfium, document } = pdf;
  let page = pdfium._FPDF_LoadPage(document, index);
  if (page === 0) throw tooHeavy();
  let bitmap = 0;
  let memory = 0;
  try {
    if (stamped && pdfium._FPDFPage_GetAnnotCount(page) > 0) {
      pdfium._FPDFPage_Flatten(page, FLAT_NORMAL_DISPLAY);
      pdfium._FPDF_ClosePage(page);
      page = pdfium._FPDF_LoadPage(document, index);
    }
    const ratio = pdfium._FPDF_GetPageHeightF(page) / Math.max(1, pdfium._FPDF_GetPageWidthF(page));
    const w = Math.max(1, Math.round(Math.min(width, Math.sqrt(MAX_PIXELS / Math.max(ratio, 1e-3)))));
    const h = Math.max(1, Math.round(Math.min(w * ratio, MAX_PIXELS / w)));
    memory = pdfium._malloc(w * h * 4);
    if (memory === 0) throw tooHeavy();
    bitmap = pdfium._FPDFBitmap_CreateEx(w, h, BGRX, memory, w * 4);
    pdfium._FPDFBitmap_FillRect(bitmap, 0, 0, w, h, 0xffffffff);
    pdfium._FPDF_RenderPageBitmap(bitmap, page, 0, 0, w, h, 0, stamped ? ANNOTATIONS : 0);
    return { width: w, height: h, bgrx: pdfium.HEAPU8.slice(memory, memory + w * h * 4) };
  } finally {
    if (bitmap !== 0) pdfium._FPDFBitmap_Destroy(bitmap);
    if (memory !== 0) pdfium._free(memory);
    if (page !== 0) pdfium._FPDF_ClosePage(page);
  }
}

/** A drawn page as a PNG of 8-bit colours, or of greys where the page has no colour. */
export function encodePng({ width, height, bgrx }: PageBitmap): Buffer {
  const grey = isGrey(bgrx);
  const samples = grey ? 1 : 3;
  const raw = Buffer.alloc((width * samples + 1) * height);
  let to = 0;
  for (let y = 0; y < height; y++) {
    to++;
    for (let at = y * width * 4; at < (y + 1) * width * 4; at += 4) {
      if (!grey) {
        raw[to++] = bgrx[at + 2]!;
        raw[to++] = bgrx[at + 1]!;
      }
      raw[to++] = bgrx[at]!;
    }
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, grey ? 0 : 2, 0, 0, 0], 8);
  const parts = [chunk('IHDR', header), chunk('IDAT', deflateSync(raw, { level: 4 })), chunk('IEND', Buffer.alloc(0))];
  return Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), ...parts]);
}

function isGrey(bgrx: Uint8Array): boolean {
  for (let at = 0; at < bgrx.length; at += 4) {
    if (Math.abs(bgrx[at]! - bgrx[at + 1]!) > 8 || Math.abs(bgrx[at]! - bgrx[at + 2]!) > 8) return false;
  }
  return true;
}

function chunk(type: string, data: Buffer): Buffer {
  const out = Buffer.alloc(data.length + 12);
  out.writeUInt32BE(data.length, 0);
  out.write(type, 4, 'latin1');
  data.copy(out, 8);
  out.writeUInt32BE(crc32(out.subarray(4, data.length + 8)), data.length + 8);
  return out;
}
