import { zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { MAX_FILE_BYTES, recognise } from './recognise.ts';
import { docOf, program, whitePng } from './testFiles.ts';

const text = (value: string) => Buffer.from(value);
const zip = (entries: Record<string, string>) =>
  zipSync(Object.fromEntries(Object.entries(entries).map(([name, value]) => [name, text(value)])));
const docx = (more: Record<string, string> = {}) =>
  zip({ '[Content_Types].xml': '<Types/>', 'word/document.xml': '<d/>', ...more });
const jpeg = (width: number, height: number) =>
  Buffer.from([
    0xff,
    0xd8,
    0xff,
    0xe0,
    0,
    4,
    0,
    0,
    0xff,
    0xc0,
    0,
    11,
    8,
    height >> 8,
    height & 255,
    width >> 8,
    width & 255,
    1,
    1,
    0x11,
    0,
    0xff,
    0xd9,
  ]);

describe('what a file really is', () => {
  test.each([
    ['txt', text('Kính gửi: Sở Tài chính'), 'a.docx'],
    ['md', text('# Kế hoạch'), 'ke-hoach.md'],
    ['html', text('<!DOCTYPE html><p>Tin</p>'), 'a.txt'],
    ['html', text('<p>Tin</p>'), 'tin.htm'],
    ['docx', docx(), 'a.pdf'],
    ['doc', docOf('Kế hoạch'), 'a.docx'],
    ['pdf', text('%PDF-1.7\n'), 'a'],
    ['png', whitePng(2, 2), 'a.jpg'],
    ['jpg', jpeg(10, 10), 'a.png'],
  ])('%s is told by its bytes, whatever its name', async (kind, bytes, name) => {
    expect(await recognise(bytes, name)).toBe(kind);
  });

  test.each([
    [
      'a program renamed to a document',
      program(),
      'ke-hoach.docx',
      'file.type',
      /đuôi \.docx nhưng thật ra là chương trình/,
    ],
    [
      'a spreadsheet',
      zip({ '[Content_Types].xml': '', 'xl/workbook.xml': '' }),
      'a.xlsx',
      'file.type',
      /bảng tính Excel/,
    ],
    ['an archive', zip({ 'a.txt': 'x' }), 'a.docx', 'file.type', /đuôi \.docx nhưng thật ra là tệp nén/],
    ['RTF', text('{\\rtf1 x}'), 'a.rtf', 'file.type', /RTF.*lưu thành tệp \.docx/],
    ['a GIF', text('GIF89a\u0001\u0000\u0001\u0000'), 'a.gif', 'file.type', /ảnh không phải PNG hay JPG/],
    ['unknown bytes', Buffer.from([1, 2, 3, 4, 5, 0, 7, 8, 200, 201]), 'a.pdf', 'file.type', /nhị phân/],
    ['an empty file', Buffer.alloc(0), 'a.txt', 'file.empty', /rỗng/],
    ['nothing but spaces', text(' \n\t\ufeff'), 'a.txt', 'file.empty', /rỗng/],
    ['a file of 20 MB and a byte', Buffer.alloc(MAX_FILE_BYTES + 1), 'a.txt', 'file.too_large', /20 MB/],
    ['a document with macros', docx({ 'word/vbaProject.bin': 'x' }), 'a.docx', 'file.macros', /macro/],
    ['a picture of 100 million dots', jpeg(10_000, 10_000), 'a.jpg', 'image.too_large', /10000 x 10000/],
    [
      'a JPEG that was cut off',
      jpeg(10, 10).subarray(0, -2),
      'a.jpg',
      'file.damaged',
      /hỏng hoặc chưa tải lên trọn vẹn/,
    ],
    ['a PNG that was cut off', whitePng(50, 50).subarray(0, 60), 'a.png', 'file.damaged', /hỏng/],
    ['a zip that was cut off', docx().subarray(0, 60), 'a.docx', 'file.damaged', /hỏng/],
  ])('%s is refused, and the sentence says what it is', async (_, bytes, name, code, message) => {
    await expect(recognise(bytes, name)).rejects.toMatchObject({ code, message: expect.stringMatching(message) });
  });

  test('a Word file with a password is told to be saved without one', async () => {
    const bytes = docOf('x');
    bytes.write('EncryptedPackage', 1_024 + 128, 'utf16le');
    await expect(recognise(bytes, 'a.docx')).rejects.toMatchObject({ code: 'file.encrypted' });
  });

  test('a zip bomb is refused before anything of it is inflated', async () => {
    const huge = zipSync({
      '[Content_Types].xml': text('<Types/>'),
      'word/document.xml': new Uint8Array(40 * 1024 * 1024),
    });
    expect(huge.length).toBeLessThan(100_000);
    await expect(recognise(huge, 'a.docx')).rejects.toMatchObject({ code: 'file.zip_bomb' });
  });

  test('a zip whose directory promises small parts cannot inflate them to more', async () => {
    const { openZip } = await import('./zip.ts');
    const bytes = Buffer.from(zipSync({ 'word/document.xml': new Uint8Array(1024 * 1024) }));
    const central = bytes.indexOf(Buffer.from('PK\u0001\u0002', 'latin1'));
    bytes.writeUInt32LE(1_000, central + 24);
    const zipFile = await openZip(bytes);
    await expect(zipFile.read('word/document.xml')).rejects.toMatchObject({ code: 'file.damaged' });
  });

  test('an archive of very many parts is refused', async () => {
    const many = zipSync(Object.fromEntries(Array.from({ length: 5_001 }, (_, i) => [`word/${i}`, new Uint8Array()])));
    await expect(recognise(many, 'a.docx')).rejects.toMatchObject({ code: 'file.zip_bomb' });
  });
});
