import { decodeText, mendLegacyText } from '../encoding/decodeText.ts';
import type { FileKind } from '../recognise.ts';
import { Refusal } from '../refusal.ts';
import { extractDocx } from './docx/extractDocx.ts';
import type { ExtractedText, Progress, TextWarning } from './extractedText.ts';
import { imageAsPdf } from './image/imageAsPdf.ts';
import type { Answer } from './job.ts';
import { extractPdf } from './pdf/extractPdf.ts';

/** Reads a file of a known kind into text; the libraries of rarer kinds are loaded when met. Throws a Refusal. */
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
    case 'html': {
      const { text, warning } = decodeText(bytes);
      const { extractHtml } = await import('./extractHtml.ts');
      return { text: checked(onePage(kind, extractHtml(text), warning ? [warning] : [])) };
    }
    case 'docx':
      return { text: mended(kind, await extractDocx(bytes)) };
    case 'doc': {
      const { extractDoc } = await import('./extractDoc.ts');
      return { text: mended(kind, await extractDoc(bytes)) };
    }
    case 'pdf':
      return extractPdf(bytes, { ocr, picture: false, onProgress });
    case 'png':
    case 'jpg':
      return ocr ? extractPdf(imageAsPdf(bytes, kind), { ocr, picture: true, onProgress }) : { needsOcr: 1 };
  }
}

function mended(kind: ExtractedText['kind'], text: string): ExtractedText {
  const result = mendLegacyText(text);
  return checked(onePage(kind, result.text.normalize('NFC'), result.warning ? [result.warning] : []));
}

/** A Word file or a web page of pictures only has no text; saved as a PDF it would be read by OCR. */
function checked(result: ExtractedText): ExtractedText {
  if (result.text.trim() !== '') return result;
  throw new Refusal(
    'file.no_text',
    'Tệp không có chữ (có thể chỉ chứa ảnh). Hãy lưu thành tệp .pdf rồi tải lên để hệ thống nhận dạng chữ trong ảnh.',
  );
}

const onePage = (kind: ExtractedText['kind'], text: string, warnings: TextWarning[]): ExtractedText => ({
  kind,
  text,
  pages: [{ start: 0, end: text.length }],
  warnings,
  unreadablePages: [],
});
