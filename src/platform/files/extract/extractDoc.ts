import WordExtractor from 'word-extractor';
import { encrypted } from '../recognise.ts';
import { damaged } from '../refusal.ts';

/** The text of a Word 97-2003 file; text boxes after the body, foot- and endnotes at the end. Throws a Refusal. */
export async function extractDoc(bytes: Uint8Array): Promise<string> {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const document = await new WordExtractor().extract(view).catch((error: unknown) => {
    throw /encrypt|password/i.test(String(error)) ? encrypted() : damaged('Tệp Word');
  });
  const options = { includeHeadersAndFooters: false };
  const parts = [document.getBody(), document.getTextboxes(options), document.getFootnotes(), document.getEndnotes()];
  return parts
    .map((part) =>
      part
        .replace(/\r\n?|\v|\f/g, '\n')
        .replace(/\t*\n/g, '\n')
        .trim(),
    )
    .filter((part) => part !== '')
    .join('\n\n')
    .replace(/\n{3,}/g, '\n\n');
}
