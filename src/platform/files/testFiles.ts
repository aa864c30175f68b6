import { PDFDocument, type PDFFont, type PDFPage, StandardFonts } from 'pdf-lib';
import { PNG } from 'pngjs';

/** Small files that the tests make for themselves. PDF's own fonts have no Vietnamese letters: texts go without marks. */

export interface PdfText {
  text: string;
  x: number;
  /** From the top of the page (A4, 595 x 842 points). */
  y: number;
  size?: number;
}

/** A PDF with the given texts on each page; `draw` adds lines or pictures. */
export async function pdfOf(
  pages: PdfText[][],
  draw?: (page: PDFPage, font: PDFFont, index: number) => void,
): Promise<Uint8Array> {
  const pdf = await PDFDocument.create();
  const font = await pdf.embedFont(StandardFonts.TimesRoman);
  pages.forEach((texts, index) => {
    const page = pdf.addPage([595, 842]);
    for (const { text, x, y, size = 14 } of texts) page.drawText(text, { x, y: 842 - y, size, font });
    draw?.(page, font, index);
  });
  return pdf.save({ useObjectStreams: false });
}

/** Lines of a paragraph one below the other, as wide as a page's text. */
export const paragraph = (lines: string[], y: number, size = 14): PdfText[] =>
  lines.map((text, i) => ({ text, x: 80, y: y + i * size * 1.4, size }));

/** A white PNG of the given size. */
export function whitePng(width: number, height: number): Buffer {
  const png = new PNG({ width, height });
  png.data.fill(255);
  return PNG.sync.write(png);
}

/** The first bytes of a Windows program. */
export const program = (): Buffer => {
  const bytes = Buffer.alloc(512);
  bytes.write('MZ', 0, 'latin1');
  bytes.writeUInt32LE(128, 60);
  bytes.write('PE\0\0', 128, 'latin1');
  return bytes;
};

/**
 * A Word 97 file with one text: a compound file (MS-CFB) of two streams, whose head (MS-DOC, Fib) points at one piece
 * of UTF-16 text.
 */
export function docOf(text: string, flags = 0): Buffer {
  const sector = 512;
  const body = Buffer.from(text.replaceAll('\n', '\r'), 'utf16le');
  const stream = Buffer.alloc(Math.max(4_096, Math.ceil((1_024 + body.length) / sector) * sector));
  stream.writeUInt16LE(0xa5ec, 0);
  stream.writeUInt16LE(0x00c1, 2);
  stream.writeUInt16LE(0x0200 | flags, 0x0a);
  stream.writeUInt32LE(1_024, 0x18);
  stream.writeUInt32LE(body.length / 2, 0x4c);
  const pieces = Buffer.alloc(5 + 8 + 8);
  pieces[0] = 2;
  pieces.writeUInt32LE(16, 1);
  pieces.writeUInt32LE(body.length / 2, 9);
  pieces.writeUInt32LE(1_024, 15);
  stream.writeUInt32LE(0, 0x01a2);
  stream.writeUInt32LE(pieces.length, 0x01a6);
  body.copy(stream, 1_024);
  const table = Buffer.alloc(4_096);
  pieces.copy(table);

  const sectors = stream.length / sector;
  const header = Buffer.alloc(sector);
  Buffer.from('d0cf11e0a1b11ae1', 'hex').copy(header);
  header.writeUInt16LE(0x3e, 24);
  header.writeUInt16LE(3, 26);
  header.writeUInt16LE(0xfffe, 28);
  header.writeUInt16LE(9, 30);
  header.writeUInt16LE(6, 32);
  header.writeUInt32LE(1, 44);
  header.writeUInt32LE(1, 48);
  header.writeUInt32LE(4_096, 56);
  header.writeInt32LE(-2, 60);
  header.writeInt32LE(-2, 68);
  header.fill(0xff, 76);
  header.writeUInt32LE(0, 76);
  const fat = Buffer.alloc(sector, 0xff);
  const chain = (first: number, count: number) => {
    for (let i = 0; i < count; i++) fat.writeInt32LE(i === count - 1 ? -2 : first + i + 1, (first + i) * 4);
  };
  fat.writeInt32LE(-3, 0);
  chain(1, 1);
  chain(2, sectors);
  chain(2 + sectors, 8);
  const directory = Buffer.concat([
    entry('Root Entry', 5, 1, -2, 0),
    entry('WordDocument', 2, 2, 2, stream.length),
    entry('1Table', 2, -1, 2 + sectors, table.length),
    entry('', 0, -1, 0, 0),
  ]);
  return Buffer.concat([header, fat, directory, stream, table]);
}

function entry(name: string, type: number, next: number, start: number, size: number): Buffer {
  const bytes = Buffer.alloc(128);
  bytes.write(name, 0, 'utf16le');
  bytes.writeUInt16LE(name ? name.length * 2 + 2 : 0, 64);
  bytes[66] = type;
  bytes[67] = 1;
  bytes.writeInt32LE(-1, 68);
  bytes.writeInt32LE(type === 2 ? next : -1, 72);
  bytes.writeInt32LE(type === 5 ? next : -1, 76);
  bytes.writeInt32LE(start, 116);
  bytes.writeUInt32LE(size, 120);
  return bytes;
}
