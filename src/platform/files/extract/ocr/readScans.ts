import { Refusal } from '../../refusal.ts';
import type { Progress, TextWarning } from '../extractedText.ts';
import { openPdf } from '../pdf/openPdf.ts';
import type { ReadPage } from '../pdf/readPage.ts';
import { scanPage } from './scanPage.ts';

/** At some three seconds a page this is a quarter of an hour. */
const MAX_SCANNED_PAGES = 300;
/** Words this doubtful on the whole page are noise. */
const UNREADABLE = 35;
/** Below this a clerk should look twice. */
const DOUBTFUL = 75;

/**
 * Reads the pages of a file that are pictures (`scans`, from 0) by OCR and gives back all its pages. The file is opened
 * anew: reading its text has stamped the marks of signing software into the pages.
 */
export async function readScans(
  bytes: Uint8Array,
  pages: ReadPage[],
  scans: number[],
  options: { picture: boolean; onProgress: (progress: Progress) => void },
): Promise<{ pages: ReadPage[]; warnings: TextWarning[]; unreadable: number[] }> {
  if (scans.length > MAX_SCANNED_PAGES) throw tooManyScans(scans.length);
  if (scans.length === 0) return { pages, warnings: [], unreadable: [] };
  const read = [...pages];
  const unreadable: number[] = [];
  const doubtful: number[] = [];
  const pdf = await openPdf(bytes);
  try {
    for (const [done, index] of scans.entries()) {
      const tell = (part: number) =>
        options.onProgress({ page: index + 1, pages: pages.length, done: (done + part) / scans.length });
      tell(0);
      const page = pages[index]!;
      const found = await scanPage(pdf, index, page, options.picture, tell);
      tell(1);
      if (found.words.length === 0 || found.confidence < UNREADABLE) {
        if (!found.blank) unreadable.push(index + 1);
        continue;
      }
      if (found.confidence < DOUBTFUL) doubtful.push(index + 1);
      const words = [...found.words, ...page.filled];
      read[index] = { ...page, turns: 0, words, shown: found.shown, rules: { horizontal: [], vertical: [] } };
    }
  } finally {
    pdf.close();
  }
  return { pages: read, warnings: warningsOf(scans, unreadable, doubtful), unreadable };
}

function warningsOf(scans: number[], unreadable: number[], doubtful: number[]): TextWarning[] {
  const warnings: TextWarning[] = [];
  if (unreadable.length < scans.length) {
    warnings.push({
      code: 'scan.read',
      message: 'Văn bản được nhận dạng chữ từ ảnh quét, có thể sai chữ hoặc dấu. Hãy đối chiếu với ảnh trang.',
    });
  }
  if (doubtful.length > 0) {
    warnings.push({
      code: 'scan.doubtful',
      message: `Trang ${doubtful.join(', ')} mờ hoặc nghiêng: hãy soát thật kỹ.`,
    });
  }
  if (unreadable.length > 0) {
    warnings.push({
      code: 'scan.unreadable',
      message: `Không đọc được trang ${unreadable.join(', ')}. Hãy xem ảnh trang và gõ nhiệm vụ nếu có, hoặc quét lại.`,
    });
  }
  return warnings;
}

const tooManyScans = (pages: number): Refusal =>
  new Refusal(
    'file.too_many_pages',
    `Tệp có ${pages} trang là ảnh quét, nhiều hơn mức ${MAX_SCANNED_PAGES} trang hệ thống nhận dạng. Hãy tách riêng phần văn bản chỉ đạo rồi tải lên.`,
    'tooLarge',
  );
