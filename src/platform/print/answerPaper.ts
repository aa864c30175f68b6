import type { AppContext } from '../http/index.ts';
import type { PaperFormat } from './job.ts';
import type { PrintDocument } from './model.ts';
import { print } from './printer.ts';

export const PAPER_TYPES: Record<PaperFormat, string> = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
};

/** `pdf` or `docx` of a URL; anything else is none. */
export const parseFormat = (text: string | undefined): PaperFormat | undefined =>
  text === 'pdf' || text === 'docx' ? text : undefined;

/**
 * Prints a document and answers it as a download called `name` (without ending). The caller has checked who may read it.
 */
export async function answerPaper(
  c: AppContext,
  document: PrintDocument,
  format: PaperFormat,
  name: string,
): Promise<Response> {
  const bytes = await print(format, document);
  return c.body(new Uint8Array(bytes), 200, {
    'Content-Type': PAPER_TYPES[format],
    'Content-Disposition': `attachment; filename*=UTF-8''${encodeURIComponent(`${name}.${format}`)}`,
    'X-Content-Type-Options': 'nosniff',
    'Cache-Control': 'private, no-store',
  });
}
