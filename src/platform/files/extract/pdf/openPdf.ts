import { encrypted } from '../../recognise.ts';
import { damaged, Refusal } from '../../refusal.ts';
import { loadPdfium, type Pdfium } from './pdfium.ts';

/** Files with more pages are refused: no directive has them, and reading them would hold up everybody else. */
export const MAX_PAGES = 600;

const ERROR_PASSWORD = 4;
const ERROR_SECURITY = 5;

/** An open PDF. Pages are loaded one at a time; `close` gives the memory back. */
export interface OpenPdf {
  pdfium: Pdfium;
  document: number;
  pageCount: number;
  close(): void;
}

/**
 * Opens a PDF held in memory. Throws a Refusal where a password is asked, the file is cut off or broken, has no page
 * or more than MAX_PAGES.
 */
export async function openPdf(bytes: Uint8Array): Promise<OpenPdf> {
  const pdfium = await loadPdfium();
  const data = pdfium._malloc(bytes.length);
  if (data === 0) throw tooHeavy();
  pdfium.HEAPU8.set(bytes, data);
  const document = pdfium._FPDF_LoadMemDocument(data, bytes.length, 0);
  if (document === 0) {
    const error = pdfium._FPDF_GetLastError();
    pdfium._free(data);
    throw error === ERROR_PASSWORD || error === ERROR_SECURITY ? encrypted() : damaged('Tệp PDF');
  }
  const close = () => {
    pdfium._FPDF_CloseDocument(document);
    pdfium._free(data);
  };
  const pageCount = pdfium._FPDF_GetPageCount(document);
  try {
    if (isCutOff(bytes, pdfium, document) || pageCount < 1) throw damaged('Tệp PDF');
    if (pageCount > MAX_PAGES) throw tooManyPages(pageCount);
  } catch (error) {
    close();
    throw error;
  }
  return { pdfium, document, pageCount, close };
}

/** PDFium mends a broken table of contents of the file; without the end mark as well, the file's end is missing. */
function isCutOff(bytes: Uint8Array, pdfium: Pdfium, document: number): boolean {
  const tail = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).subarray(-2_048);
  return !tail.includes('%%EOF') && pdfium._FPDF_DocumentHasValidCrossReferenceTable(document) === 0;
}

const tooManyPages = (pages: number): Refusal =>
  new Refusal(
    'file.too_many_pages',
    `Tệp có ${pages} trang, nhiều hơn mức ${MAX_PAGES} trang hệ thống đọc được. Hãy tách riêng phần văn bản chỉ đạo rồi tải lên.`,
    'tooLarge',
  );

export const tooHeavy = (): Refusal =>
  new Refusal(
    'file.too_heavy',
    'Tệp cần quá nhiều bộ nhớ để đọc. Hãy in lại thành PDF với độ phân giải thấp hơn (200 đến 300 dpi) rồi tải lên.',
    'tooLarge',
  );
