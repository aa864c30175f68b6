import { recognise } from '../recognise.ts';
import type { Progress } from './extractedText.ts';
import type { Answer, Job } from './job.ts';
import { readDocument } from './readDocument.ts';

/** Does one job; runs in the worker. Throws a Refusal. */
export async function answerJob(job: Job, onProgress: (progress: Progress) => void): Promise<Answer> {
  const kind = await recognise(job.bytes, job.name);
  if (job.type === 'read') return readDocument(job.bytes, kind, job.ocr, onProgress);
  return { png: new Uint8Array() };
}
