import { type FileKind, recognise } from '../recognise.ts';
import { Refusal } from '../refusal.ts';
import type { Progress } from './extractedText.ts';
import { imageAsPdf } from './image/imageAsPdf.ts';
import type { Answer, Job } from './job.ts';
import { drawPage, encodePng } from './pdf/drawPage.ts';
import { openPdf } from './pdf/openPdf.ts';
import { readDocument } from './readDocument.ts';

/** Does one job; runs in the worker. Throws a Refusal. */
export async function answerJob(job: Job, onProgress: (progress: Progress) => void): Promise<Answer> {
  const kind = await recognise(job.bytes, job.name);
  if (job.type === 'read') return readDocument(job.bytes, kind, job.ocr, onProgress);
  return { png: await draw(job.bytes, kind, job.page, job.width) };
}

async function draw(bytes: Uint8Array, kind: FileKind, page: number, width: number): Promise<Uint8Array> {
  if (kind !== 'pdf' && kind !== 'png' && kind !== 'jpg') throw noPage();
  const pdf = await openPdf(kind === 'pdf' ? bytes : imageAsPdf(bytes, kind));
  try {
    if (!Number.isInteger(page) || page < 1 || page > pdf.pageCount) throw noPage();
    return encodePng(drawPage(pdf, page - 1, Math.min(4_000, Math.max(50, Math.round(width))), true));
  } finally {
    pdf.close();
  }
}

const noPage = (): Refusal => new Refusal('file.no_page', 'Tệp không có ảnh của trang này.');
