import type { PrintDocument } from './model.ts';

/** More than any paper an office prints; a document beyond this is a fault of ours, not a long report. */
const MOST_LETTERS = 8_000_000;

/** Signs that XML 1.0 forbids or that print as boxes: control signs, halves of surrogate pairs, non-characters. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is taken out
const UNPRINTABLE = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\ufffe\uffff]/gu;

const cleanString = (text: string): string =>
  text.toWellFormed().normalize('NFC').replace(/\r\n?/g, '\n').replace(/\t/g, ' ').replace(UNPRINTABLE, '');

/** The document with every string fit for XML and for type: one odd sign pasted from somewhere must not spoil a file. */
export function cleanDocument(document: PrintDocument): PrintDocument {
  let letters = 0;
  const clean = (value: unknown): unknown => {
    if (typeof value === 'string') {
      letters += value.length;
      if (letters > MOST_LETTERS) throw new RangeError('the document is too long to be printed');
      return cleanString(value);
    }
    if (Array.isArray(value)) return value.map(clean);
    if (value !== null && typeof value === 'object') {
      return Object.fromEntries(
        Object.entries(value).flatMap(([key, inner]) => (inner === undefined ? [] : [[key, clean(inner)]])),
      );
    }
    return value;
  };
  return clean(document) as PrintDocument;
}
