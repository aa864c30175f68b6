import type { ExtractedText } from '../platform/files/index.ts';

/** What a file holds beside its plain text; offsets count that text. */
export type Extracted = Pick<ExtractedText, 'pages' | 'boxes' | 'signatures' | 'warnings' | 'unreadablePages'>;

/** Of text that somebody typed. */
export const WITHOUT_PAGES: Extracted = { pages: [], warnings: [], unreadablePages: [] };
