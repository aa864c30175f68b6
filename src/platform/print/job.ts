import type { PrintDocument } from './model.ts';

export type PaperFormat = 'pdf' | 'docx';
export interface PrintJob {
  id: number;
  format: PaperFormat;
  document: PrintDocument;
}
export type PrintAnswer = { id: number; bytes: Uint8Array } | { id: number; fault: string };
