import { convertedFrom, legacyEncodingOf } from '../../encoding/decodeText.ts';
import { fromLegacy } from '../../encoding/legacyFonts.ts';
import { vietnameseLikeness } from '../../encoding/vietnameseLikeness.ts';
import { Refusal } from '../../refusal.ts';
import type { ExtractedText, Progress, TextWarning } from '../extractedText.ts';
import type { Answer } from '../job.ts';
import { type ComposedPage, composeText } from '../layout/composeText.ts';
import { partFootnotes, withoutFurniture } from '../layout/furniture.ts';
import { pageLines } from '../layout/pageLines.ts';
import type { PlacedWord } from '../layout/placedWord.ts';
import { readScans } from '../ocr/readScans.ts';
import { type OpenPdf, openPdf } from './openPdf.ts';
import { type PdfPage, type ReadPage, readPage } from './readPage.ts';

/**
 * The text of a PDF in reading order. Pages that are pictures are read by OCR; with `ocr` false they are only
 * counted. `picture` says that the PDF was made around an uploaded image. Throws a Refusal.
 */
export async function extractPdf(
  bytes: Uint8Array,
  options: { ocr: boolean; picture: boolean; onProgress: (progress: Progress) => void },
): Promise<Answer> {
  const pdf = await openPdf(bytes);
  try {
    const pages = readPages(pdf, options.onProgress);
    const scans = pages.flatMap((page, i) => (isPicture(page) ? [i] : []));
    if (scans.length > 0 && !options.ocr) return { needsOcr: scans.length };
    const scanned = await readScans(bytes, pages, scans, options);
    const signatures = await signaturesOf(pdf, bytes);
    const kind = options.picture ? 'image' : scans.length * 2 > pages.length ? 'scan' : 'pdf';
    const { pages: mended, warning } = mendLegacyWords(scanned.pages);
    const text = write(mended);
    if (text.text.trim() === '') throw noText(scanned.unreadable.length > 0);
    const warnings = [...scanned.warnings, ...(warning ? [warning] : [])];
    const result: ExtractedText = { kind, ...text, warnings, unreadablePages: scanned.unreadable };
    return { text: signatures.length > 0 ? { ...result, signatures } : result };
  } finally {
    pdf.close();
  }
}

/** The library for signatures is loaded only where there are some. */
async function signaturesOf(pdf: OpenPdf, bytes: Uint8Array) {
  if (pdf.pdfium._FPDF_GetSignatureCount(pdf.document) <= 0) return [];
  const { readSignatures } = await import('./signatures.ts');
  return readSignatures(pdf, bytes);
}

function readPages(pdf: OpenPdf, onProgress: (progress: Progress) => void): PdfPage[] {
  const pages: PdfPage[] = [];
  for (let i = 0; i < pdf.pageCount; i++) {
    pages.push(readPage(pdf, i));
    if (i % 10 === 9) onProgress({ page: i + 1, pages: pdf.pageCount, done: (i + 1) / pdf.pageCount });
  }
  return pages;
}

/** Letters that a page with text has at least; a stamp or a page number alone does not make a text page. */
const LEAST_LETTERS = 25;

/** A page with something on it but no text worth the name: a scan, or one whose scanner guessed letters without marks. */
function isPicture(page: PdfPage): boolean {
  if (!page.drawn) return false;
  const text = page.words.map((word) => word.text).join(' ');
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  if (letters < LEAST_LETTERS) return true;
  const words = text.match(/\p{L}{2,}/gu)?.length ?? 0;
  return (
    page.hasPicture &&
    words > 60 &&
    vietnameseLikeness(text).words < words * 0.15 &&
    legacyEncodingOf(text) === undefined
  );
}

/** Footnotes go to the end, so that a sentence that runs on overleaf stays whole. */
function write(pages: ReadPage[]): Pick<ExtractedText, 'text' | 'boxes' | 'pages'> {
  const composed = withoutFurniture(pages).map((page): ComposedPage => {
    const { body, notes } = partFootnotes(page.words);
    const { width, height, turns, shown } = page;
    return { width, height, turns, shown, lines: pageLines(body, page.rules), notes: pageLines(notes) };
  });
  const { text, spans, boxes } = composeText(composed);
  return { text, pages: spans, boxes };
}

function mendLegacyWords(pages: ReadPage[]): { pages: ReadPage[]; warning?: TextWarning } {
  const legacy = legacyEncodingOf(pages.flatMap((page) => page.words.map((word) => word.text)).join(' '));
  if (!legacy) return { pages };
  const mend = (word: PlacedWord) => ({ ...word, text: fromLegacy(word.text, legacy) });
  return { pages: pages.map((page) => ({ ...page, words: page.words.map(mend) })), warning: convertedFrom(legacy) };
}

const noText = (unreadable: boolean): Refusal =>
  unreadable
    ? new Refusal(
        'file.unreadable',
        'Không đọc được chữ nào trong tệp: ảnh quá mờ, quá nhỏ hoặc không phải văn bản. Hãy quét lại ở 300 dpi, đặt giấy thẳng và đủ sáng.',
      )
    : new Refusal('file.empty', 'Tệp không có chữ nào. Hãy chọn lại đúng tệp văn bản.');
