import { Fault } from '../../kernel/errors.ts';
import type { ExtractedText, Progress } from './extract/extractedText.ts';
import type { Answer, Job } from './extract/job.ts';
import { WorkerLane } from './extract/workerLane.ts';
import { type FileKind, MAX_FILE_BYTES, recognise as recogniseBytes } from './recognise.ts';
import { Refusal } from './refusal.ts';

const SECOND = 1_000;
/** Texts and page pictures: short work, so that nobody waits behind a scan. */
const quick = new WorkerLane({ silentMs: 60 * SECOND, idleMs: 60 * SECOND, heapMb: 512 });
/** Scans: seconds a page. */
const slow = new WorkerLane({ silentMs: 120 * SECOND, idleMs: 60 * SECOND, heapMb: 512 });

export interface ExtractOptions {
  /** The file's name as uploaded; tells Markdown from plain text and is quoted in no message. */
  name: string;
  /** Cancels at once, also in the middle of a scan; the promise then rejects with the signal's reason. */
  signal?: AbortSignal;
  onProgress?: (progress: Progress) => void;
}

/** What a file really is. Throws a Fault with the reason for a file that is not taken. */
export async function recognise(bytes: Uint8Array, name: string): Promise<FileKind> {
  return asFault(() => recogniseBytes(bytes, name));
}

/**
 * Turns a file into text in a worker thread; scans and pictures by OCR. The bytes are copied, never changed. Throws a
 * Fault: `invalid` or `tooLarge` with the reason for a file that cannot be read, `unavailable` while shutting down.
 */
export async function extractText(bytes: Uint8Array, options: ExtractOptions): Promise<ExtractedText> {
  const { name, signal, onProgress } = options;
  const first = await readAtOnce(bytes, options);
  if (!('needsOcr' in first)) return first;
  return asFault(async () => {
    const second = await slow.run({ type: 'read', bytes, name, ocr: true }, signal, onProgress);
    return (second as Extract<Answer, { text: unknown }>).text;
  });
}

/**
 * Reads what needs no OCR, as `extractText`; of a file with pictures of pages it only says how many there are, since each
 * takes seconds.
 */
export async function readAtOnce(
  bytes: Uint8Array,
  { name, signal, onProgress }: ExtractOptions,
): Promise<ExtractedText | { needsOcr: number }> {
  return asFault(async () => {
    refuseTooLarge(bytes);
    const answer = await quick.run({ type: 'read', bytes, name, ocr: false }, signal, onProgress);
    return 'text' in answer ? answer.text : (answer as { needsOcr: number });
  });
}

/** A page (from 1) of a PDF or an image as a PNG that is `width` pixels wide. Throws a Fault as `extractText`. */
export async function renderPage(
  bytes: Uint8Array,
  page: number,
  width: number,
  signal?: AbortSignal,
): Promise<Buffer> {
  return asFault(async () => {
    refuseTooLarge(bytes);
    const job: Job = { type: 'draw', bytes, name: '', page, width };
    const { png } = (await quick.run(job, signal)) as Extract<Answer, { png: unknown }>;
    return Buffer.from(png.buffer, png.byteOffset, png.byteLength);
  });
}

/** Ends the workers; call it when the server stops. A later call starts new ones. */
export async function closeExtraction(): Promise<void> {
  await Promise.all([quick.close(), slow.close()]);
}

function refuseTooLarge(bytes: Uint8Array): void {
  // The limit is checked before the bytes are copied to the worker.
  if (bytes.length > MAX_FILE_BYTES) {
    throw new Refusal(
      'file.too_large',
      'Tệp lớn hơn 20 MB. Hãy giảm dung lượng hoặc tách thành nhiều tệp.',
      'tooLarge',
    );
  }
}

async function asFault<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    throw new Fault(error.kind, error.code, error.message, [{ field: 'file', message: error.message }]);
  }
}
