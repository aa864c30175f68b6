import { fileTypeFromBuffer } from 'file-type';
import { decodeText } from './encoding/decodeText.ts';
import { foreignTypeName } from './foreignTypes.ts';
import { type ImageHeader, readJpegHeader, readPngHeader } from './imageHeader.ts';
import { damaged, Refusal } from './refusal.ts';
import { openZip } from './zip.ts';

/** Originals above this size are refused (20 MB). */
export const MAX_FILE_BYTES = 20 * 1024 * 1024;
/** A photograph or scan above this number of pixels would exhaust memory once decoded (A4 at 600 dpi has 35 million). */
const MAX_PIXELS = 60_000_000;

export type FileKind = 'txt' | 'md' | 'html' | 'docx' | 'doc' | 'pdf' | 'png' | 'jpg';

const MIME: Record<FileKind, string> = {
  txt: 'text/plain; charset=utf-8',
  md: 'text/markdown; charset=utf-8',
  html: 'text/html; charset=utf-8',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  doc: 'application/msword',
  pdf: 'application/pdf',
  png: 'image/png',
  jpg: 'image/jpeg',
};
export const mimeOf = (kind: FileKind): string => MIME[kind];

const ACCEPTED = 'Hệ thống nhận tệp .docx, .doc, .pdf, .txt, .md, .html và ảnh .png, .jpg.';

/**
 * What a file really is, told by its bytes; the name only tells Markdown from plain text. Throws a Refusal, whose
 * sentence names what the file is, for everything that is not read: other types, empty, too large, encrypted, with
 * macros, zip bombs, cut-off or huge images, text in an unknown encoding.
 */
export async function recognise(bytes: Uint8Array, name: string): Promise<FileKind> {
  if (bytes.length > MAX_FILE_BYTES) {
    throw new Refusal(
      'file.too_large',
      'Tệp lớn hơn 20 MB. Hãy giảm dung lượng hoặc tách thành nhiều tệp.',
      'tooLarge',
    );
  }
  if (bytes.length === 0) throw empty();
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const starts = (...magic: number[]) => magic.every((byte, i) => view[i] === byte);
  if (view.subarray(0, 1_024).includes('%PDF-')) return 'pdf';
  if (starts(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1)) return recogniseCompound(view, name);
  if (starts(0x50, 0x4b, 0x03, 0x04)) return recogniseZip(view, name);
  if (starts(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)) return checkImage(readPngHeader(view), 'png');
  if (starts(0xff, 0xd8, 0xff)) return checkImage(readJpegHeader(view), 'jpg');
  const foreign = await fileTypeFromBuffer(view).catch(() => undefined);
  // file-type calls HTML and SVG with an XML prolog "xml": those are text, and are looked at as such.
  if (foreign && foreign.ext !== 'xml') throw refuseForeign(foreign.ext, name);
  return recogniseText(view, name);
}

function recogniseText(view: Buffer, name: string): FileKind {
  const start = view.subarray(0, 200).toString('latin1');
  if (start.startsWith('{\\rtf')) throw refuseForeign('rtf', name);
  if (looksBinary(view)) throw refuseForeign('bin', name);
  const { text } = decodeText(view);
  if (text.replace(/[\s\ufeff]/g, '') === '') throw empty();
  if (/^[\s\ufeff]*(<!doctype html|<html|<\?xml[^>]*>\s*(<!doctype html|<html))/i.test(text.slice(0, 2_000)))
    return 'html';
  if (/\.html?$/i.test(name) && /<(p|div|body|br|table)[\s>/]/i.test(text)) return 'html';
  return /\.(md|markdown)$/i.test(name) ? 'md' : 'txt';
}

/** Control characters other than tab, line and page ends do not occur in text; zero bytes do in UTF-16 only. */
function looksBinary(view: Buffer): boolean {
  const sample = view.subarray(0, 16_000);
  const utf16 = (sample[0] === 0xff && sample[1] === 0xfe) || (sample[0] === 0xfe && sample[1] === 0xff);
  let zeros = 0;
  let controls = 0;
  for (const byte of sample) {
    if (byte === 0) zeros++;
    else if (byte < 0x20 && byte !== 9 && byte !== 10 && byte !== 12 && byte !== 13) controls++;
  }
  if (utf16) return false;
  return controls > sample.length * 0.02 || (zeros > 0 && zeros < sample.length * 0.2);
}

async function recogniseZip(view: Buffer, name: string): Promise<FileKind> {
  const zip = await openZip(view);
  const has = (start: string) => [...zip.names].some((entry) => entry.startsWith(start));
  if (!zip.names.has('[Content_Types].xml') || !has('word/')) {
    if (has('xl/')) throw refuseForeign('xlsx', name);
    if (has('ppt/')) throw refuseForeign('pptx', name);
    throw refuseForeign((await fileTypeFromBuffer(view).catch(() => undefined))?.ext ?? 'zip', name);
  }
  if (zip.encrypted) throw encrypted();
  if ([...zip.names].some((entry) => /vbaProject\.bin$/i.test(entry))) throw macros();
  return 'docx';
}

/** Word 97-2003 and other "compound" files: their streams are listed by UTF-16 names. */
function recogniseCompound(view: Buffer, name: string): FileKind {
  const has = (stream: string) => view.includes(Buffer.from(stream, 'utf16le'));
  if (has('EncryptedPackage')) throw encrypted();
  if (!has('WordDocument')) {
    throw refuseForeign(has('Workbook') || has('Book') ? 'xls' : has('PowerPoint Document') ? 'ppt' : 'cfb', name);
  }
  if (has('_VBA_PROJECT')) throw macros();
  return 'doc';
}

function checkImage(header: ImageHeader | undefined, kind: 'png' | 'jpg'): FileKind {
  if (!header?.complete || header.width === 0 || header.height === 0) throw damaged('Ảnh này');
  if (header.width * header.height > MAX_PIXELS) {
    throw hugePicture(header.width, header.height);
  }
  return kind;
}

const empty = (): Refusal => new Refusal('file.empty', 'Tệp rỗng, không có nội dung. Hãy chọn lại đúng tệp văn bản.');

/** Also thrown by the PDF reader, for pictures within a file. */
export const hugePicture = (width: number, height: number): Refusal =>
  new Refusal(
    'image.too_large',
    `Ảnh rộng ${width} x ${height} điểm, quá lớn để đọc. Hãy quét lại ở độ phân giải 200 đến 300 dpi.`,
  );

/** Also thrown by the PDF reader, which alone can tell whether a password is asked. */
export const encrypted = (): Refusal =>
  new Refusal(
    'file.encrypted',
    'Tệp được đặt mật khẩu nên không đọc được. Hãy mở tệp bằng mật khẩu, lưu thành bản không có mật khẩu rồi tải lên.',
  );

const macros = (): Refusal =>
  new Refusal(
    'file.macros',
    'Tệp Word này chứa chương trình tự chạy (macro), có thể gây hại cho người mở nên không được nhận. Hãy lưu thành tệp .docx không có macro rồi tải lên.',
  );

function refuseForeign(ext: string, name: string): Refusal {
  const { is, advice } = foreignTypeName(ext);
  const claimed = /\.([a-z0-9]{1,8})$/i.exec(name)?.[1]?.toLowerCase();
  const renamed = claimed && claimed !== ext && /^(docx?|pdf|txt|md|html?|png|jpe?g)$/.test(claimed);
  const what = renamed ? `Tệp có đuôi .${claimed} nhưng thật ra là ${is}` : `Đây là ${is}`;
  return new Refusal('file.type', `${what}, nên không được nhận. ${advice ?? ACCEPTED}`);
}
