import { decodeText, mendLegacyText } from '../encoding/decodeText.ts';
import type { FileKind } from '../recognise.ts';
import { extractDocx } from './docx/extractDocx.ts';
import type { ExtractedText, Progress, TextWarning } from './extractedText.ts';
import type { Answer } from './job.ts';
import { extractPdf } from './pdf/extractPdf.ts';

/** Reads a file of a known kind into text. Throws a Refusal. */
export async function readDocument(
  bytes: Uint8Array,
  kind: FileKind,
  ocr: boolean,
  onProgress: (progress: Progress) => void,
): Promise<Answer> {
  switch (kind) {
    case 'txt':
    case 'md': {
      // As it is: offsets of a reading count the characters of the file itself.
      const { text, warning } = decodeText(bytes);
      return { text: onePage(kind, text, warning ? [warning] : []) };
    }
    case 'docx': {
      const { text } = await extractDocx(bytes);
      return { text: mended(kind, text) };
    }
    default:
      return extractPdf(bytes, ocr, onProgress);
  }
}

function mended(kind: ExtractedText['kind'], text: string): ExtractedText {
  const result = mendLegacyText(text);
  return onePage(kind, result.text.normalize('NFC'), result.warning ? [result.warning] : []);
}

const onePage = (kind: ExtractedText['kind'], text: string, warnings: TextWarning[]): ExtractedText => ({
  kind,
  text,
  pages: [{ start: 0, end: text.length }],
  warnings,
  unreadablePages: [],
});
