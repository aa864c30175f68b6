import type { RefusalData } from '../refusal.ts';
import type { ExtractedText, Progress } from './extractedText.ts';

/** What the server asks of an extraction worker. */
export type Job =
  /** Read a file. With `ocr` false, pages that need it are only counted: the answer is `needsOcr`. */
  | { type: 'read'; bytes: Uint8Array; name: string; ocr: boolean }
  /** Draw a page (from 1) as PNG, `width` pixels wide. */
  | { type: 'draw'; bytes: Uint8Array; name: string; page: number; width: number };

export type Answer = { text: ExtractedText } | { needsOcr: number } | { png: Uint8Array };

export interface ToWorker {
  id: number;
  job: Job;
}

export type FromWorker =
  | { id: number; progress: Progress }
  | { id: number; answer: Answer }
  | { id: number; refusal: RefusalData };
