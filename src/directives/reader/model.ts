import type { Day } from '../../kernel/day.ts';

/** A half-open stretch of the text read, in UTF-16 units. */
export type Span = [start: number, end: number];

/** How often a standing duty comes round; `regular` is "thường xuyên", `ongoing` is "... và các năm tiếp theo". */
export type Recurrence = 'regular' | 'daily' | 'monthly' | 'quarterly' | 'yearly' | 'ongoing';
export type Secrecy = 'mật' | 'tối mật' | 'tuyệt mật';
export type Urgency = 'khẩn' | 'thượng khẩn' | 'hỏa tốc';

/** What the document says of itself. Blank numbers and days are null; what is left of them is in `...Partial`. */
export interface DocumentFacts {
  number: string | null;
  symbol: string | null;
  symbolPartial?: string;
  type: string | null;
  issuer: string | null;
  date: Day | null;
  /** `2026-06` or `2026` where the day was left blank. */
  datePartial?: string;
  signer: string | null;
  signerTitle: string | null;
  title: string | null;
  secrecy: Secrecy | null;
  urgency: Urgency | null;
}

/** One heading or paragraph of the numbered tree. */
export interface Section {
  /** The number or bullet as written (`II.`, `1.1.`, `a)`, `-`), empty for a bare paragraph. */
  marker: string;
  /** 0 for the outermost. */
  level: number;
  /** The first line's text, for lists of contents. */
  heading: string;
  span: Span;
  children: Section[];
}

export interface ReadTask {
  /** Who leads, as written; a list with a shared head is one string. */
  lead: string[];
  coordinate: string[];
  /** `lead` with shared heads written out; only where it differs. */
  leadNormalized?: string[];
  action: string;
  topic?: string;
  topicSpan?: Span;
  deadline: Day | null;
  deadlineText: string | null;
  /** What must happen first: "sau khi có hướng dẫn của Trung ương". */
  condition: string | null;
  recurrence: Recurrence | null;
  reportTo: string[];
  optional: boolean;
  evidence: Span;
  leadSpans: Span[];
  coordinateSpans: Span[];
  deadlineSpan?: Span;
  /** Symbols of documents cited inside the task. */
  basis: string[];
  /** Stable name of the rule that read it. */
  rule: string;
  /** A Vietnamese sentence for the clerk: why this is a task of this agency. */
  reason: string;
  /** 0 to 1. */
  confidence: number;
  /** Marked "chắc chắn": at least 97 in 100 such tasks are right. */
  sure: boolean;
}

export interface Warning {
  code: string;
  /** A Vietnamese sentence. */
  message: string;
  span?: Span;
}

export interface Reading {
  /** The input, untouched; every offset counts its UTF-16 units. */
  text: string;
  document: DocumentFacts;
  sections: Section[];
  tasks: ReadTask[];
  /** Symbols of the documents cited. */
  references: string[];
  /** The lines after "Nơi nhận:". */
  recipients: string[];
  warnings: Warning[];
}
