import type { Progress } from '../extractedText.ts';
import type { Answer } from '../job.ts';
import { composeText } from '../layout/composeText.ts';
import { inReadingOrder } from '../layout/readingOrder.ts';
import { openPdf } from './openPdf.ts';
import { readPage } from './readPage.ts';

/** The text of a PDF, page by page in reading order. Throws a Refusal. */
export async function extractPdf(
  bytes: Uint8Array,
  _ocr: boolean,
  onProgress: (progress: Progress) => void,
): Promise<Answer> {
  const pdf = await openPdf(bytes);
  try {
    const pages = [];
    for (let i = 0; i < pdf.pageCount; i++) {
      const page = readPage(pdf, i);
      pages.push({ ...page, lines: inReadingOrder(page.words) });
      onProgress({ page: i + 1, pages: pdf.pageCount, done: (i + 1) / pdf.pageCount });
    }
    const { text, spans, boxes } = composeText(pages);
    return { text: { kind: 'pdf', text, pages: spans, boxes, warnings: [], unreadablePages: [] } };
  } finally {
    pdf.close();
  }
}
