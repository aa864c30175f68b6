import WordExtractor from 'word-extractor';
import { encrypted } from '../recognise.ts';
import { damaged } from '../refusal.ts';

/** The text of a Word 97-2003 file; text boxes after the body, foot- and endnotes at the end. Throws a Refusal. */
export async function extractDoc(bytes: Uint8Array): Promise<string> {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (isEncrypted(view)) throw encrypted();
  const document = await new WordExtractor().extract(view).catch(() => {
    throw damaged('Tệp Word');
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

/** The head of the document stream (MS-DOC 2.5.2, FibBase) starts a sector; its flag fEncrypted is bit 8 at 0x0A. */
function isEncrypted(view: Buffer): boolean {
  for (let at = 512; at + 12 <= view.length; at += 512) {
    if (view.readUInt16LE(at) === 0xa5ec && view[at + 3] === 0) return (view.readUInt16LE(at + 10) & 0x0100) !== 0;
  }
  return false;
}
