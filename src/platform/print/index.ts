/** Official papers from data: one document (`PrintDocument`, model.ts), printed as PDF and as a Word file. */
export { answerPaper, PAPER_TYPES, parseFormat } from './answerPaper.ts';
export type { PaperFormat } from './job.ts';
export {
  type Block,
  CAPACITIES,
  type Capacity,
  type Column,
  type PaperStyle,
  type PrintDocument,
  type Run,
  type Text,
} from './model.ts';
export { closePrinting, print, toDocx, toPdf } from './printer.ts';
