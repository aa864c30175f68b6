import { degrees, PDFDocument, StandardFonts } from 'pdf-lib';
import { describe, expect, test } from 'vitest';
import { type PdfText, paragraph, pdfOf } from '../../testFiles.ts';
import type { ExtractedText } from '../extractedText.ts';
import { extractPdf } from './extractPdf.ts';

const read = async (bytes: Uint8Array): Promise<ExtractedText> => {
  const answer = await extractPdf(bytes, { ocr: false, picture: false, onProgress: () => undefined });
  if (!('text' in answer)) throw new Error(`not text: ${JSON.stringify(answer)}`);
  return answer.text;
};
const lines = async (pages: PdfText[][]) => (await read(await pdfOf(pages))).text.split('\n').filter(Boolean);

const body = (from: number, count = 6) =>
  paragraph(
    Array.from(
      { length: count },
      (_, i) => `Cau ${from + i}: giao So Tai chinh chu tri, phoi hop voi cac nganh bao cao`,
    ),
    300,
  );
const head: PdfText[] = [
  { text: 'UY BAN NHAN DAN', x: 70, y: 80 },
  { text: 'CONG HOA XA HOI CHU NGHIA VIET NAM', x: 280, y: 80 },
  { text: 'TINH MAU', x: 95, y: 98 },
  { text: 'Doc lap - Tu do - Hanh phuc', x: 315, y: 98 },
  { text: 'So: 12/UBND-KT', x: 80, y: 125 },
  { text: 'Tinh Mau, ngay 5 thang 9 nam 2026', x: 310, y: 125 },
  { text: 'V/v trien khai ke hoach', x: 70, y: 145 },
];

describe('the text of a PDF', () => {
  test('the two columns of a head are read one after the other, then the text across the page', async () => {
    expect((await lines([[...head, ...body(1)]])).slice(0, 8)).toEqual([
      'UY BAN NHAN DAN',
      'TINH MAU',
      'So: 12/UBND-KT',
      'V/v trien khai ke hoach',
      'CONG HOA XA HOI CHU NGHIA VIET NAM',
      'Doc lap - Tu do - Hanh phuc',
      'Tinh Mau, ngay 5 thang 9 nam 2026',
      'Cau 1: giao So Tai chinh chu tri, phoi hop voi cac nganh bao cao',
    ]);
  });

  test('recipients are read before the signature that stands beside them at other heights', async () => {
    const foot: PdfText[] = [
      { text: 'Noi nhan:', x: 80, y: 500, size: 12 },
      { text: 'KT. CHU TICH', x: 380, y: 503 },
      { text: '- Nhu tren;', x: 80, y: 514, size: 11 },
      { text: 'PHO CHU TICH', x: 375, y: 521 },
      { text: '- Luu: VT.', x: 80, y: 527, size: 11 },
    ];
    expect((await lines([[...body(1), ...foot]])).slice(6)).toEqual([
      'Noi nhan:',
      '- Nhu tren;',
      '- Luu: VT.',
      'KT. CHU TICH',
      'PHO CHU TICH',
    ]);
  });

  test('a page in two columns is read down the left and then down the right', async () => {
    const column = (x: number, name: string) =>
      Array.from({ length: 12 }, (_, i) => ({ text: `${name} ${i + 1} noi dung nhiem vu`, x, y: 100 + i * 20 }));
    const text = await lines([[...column(60, 'trai'), ...column(320, 'phai')]]);
    expect(text.map((line) => line.split(' ').slice(0, 2).join(' '))).toEqual(
      ['trai', 'phai'].flatMap((name) => Array.from({ length: 12 }, (_, i) => `${name} ${i + 1}`)),
    );
  });

  test('page numbers and running heads are taken out, the same words in the text stay', async () => {
    const pages = Array.from({ length: 4 }, (_, i) => [
      { text: String(i + 1), x: 290, y: 40, size: 13 },
      { text: 'Ban thao lan 2', x: 80, y: 820, size: 10 },
      ...body(i * 6 + 1),
      { text: 'Ban thao lan 2', x: 80, y: 500 },
    ]);
    const text = await lines(pages);
    expect(text.filter((line) => line.startsWith('Cau'))).toHaveLength(24);
    expect(text.filter((line) => line === 'Ban thao lan 2')).toHaveLength(4);
    expect(text.filter((line) => /^\d+$/.test(line))).toEqual([]);
  });

  test('footnotes go to the end, so that a sentence runs on from page to page', async () => {
    const note: PdfText[] = [
      { text: '1', x: 80, y: 770, size: 6 },
      { text: 'Ban hanh kem theo Quyet dinh cua Thu tuong.', x: 86, y: 772, size: 10 },
    ];
    const text = await lines([[...body(1), ...note], body(7)]);
    expect(text.at(-1)).toContain('Ban hanh kem theo');
    expect(text.slice(0, 12).map((line) => line.slice(0, 6).trim().replace(':', ''))).toEqual(
      Array.from({ length: 12 }, (_, i) => `Cau ${i + 1}`),
    );
  });

  test('a table drawn with lines is read row by row, a cell that spans rows in its first', async () => {
    const texts: PdfText[] = [
      ['TT', 'Nhiem vu', 'Chu tri'],
      ['1', 'Ra soat quy hoach', 'So Xay dung'],
      ['2', 'Bao cao tong hop', ''],
    ].flatMap((row, r) => row.map((text, c) => ({ text, x: [85, 125, 325][c]!, y: 395 + r * 40 })));
    texts.push({ text: 'va cong khai', x: 125, y: 451 }, { text: 'lien quan', x: 325, y: 460 });
    const bytes = await pdfOf([[...body(1, 3), ...texts, { text: 'Sau bang', x: 80, y: 600 }]], (page) => {
      const line = (x1: number, y1: number, x2: number, y2: number) =>
        page.drawLine({ start: { x: x1, y: 842 - y1 }, end: { x: x2, y: 842 - y2 }, thickness: 0.5 });
      for (const x of [80, 120, 320, 500]) line(x, 380, x, 500);
      for (const y of [380, 420, 500]) line(80, y, 500, y);
      line(80, 460, 320, 460);
    });
    expect((await read(bytes)).text.split('\n').filter(Boolean).slice(3)).toEqual([
      'TT | Nhiem vu | Chu tri',
      '1 | Ra soat quy hoach va cong khai | So Xay dung lien quan',
      '2 | Bao cao tong hop |',
      'Sau bang',
    ]);
  });

  test('each word knows its place on the page as shown, also where the page is turned', async () => {
    const bytes = await pdfOf([body(1)], (page) => page.setRotation(degrees(90)));
    const { text, boxes, pages } = await read(bytes);
    expect(pages).toEqual([{ start: 0, end: text.length, width: 842, height: 595 }]);
    const box = boxes!.find((b) => text.slice(b.start, b.end) === 'Cau')!;
    // Upright at (80, 300) from the top left; turned clockwise it stands 842 - 300 from the left, 80 from the top.
    expect(box.page).toBe(1);
    expect(Math.abs(box.x - (842 - 300))).toBeLessThan(15);
    expect(Math.abs(box.y - 80)).toBeLessThan(15);
    expect(box.h).toBeGreaterThan(box.w);
  });

  test('what is filled into a form field is read where it stands', async () => {
    const pdf = await PDFDocument.create();
    const page = pdf.addPage([595, 842]);
    const font = await pdf.embedFont(StandardFonts.TimesRoman);
    for (const { text, x, y } of [{ text: 'So:', x: 80, y: 100 }, { text: '/UBND-KT', x: 160, y: 100 }, ...body(1)]) {
      page.drawText(text, { x, y: 842 - y, size: 14, font });
    }
    const field = pdf.getForm().createTextField('so');
    field.setText('7432');
    field.addToPage(page, { x: 105, y: 842 - 104, width: 50, height: 18, borderWidth: 0 });
    expect((await read(await pdf.save())).text.split('\n')[0]).toBe('So: 7432 /UBND-KT');
  });

  test('text typed in a legacy font is turned into Unicode and the clerk is told', async () => {
    const { text, warnings } = await read(
      await pdfOf([
        paragraph(['Céng hoµ x· héi chñ nghÜa ViÖt Nam', '§éc lËp - Tù do - H¹nh phóc, uû ban nh©n d©n'], 100),
      ]),
    );
    expect(text).toContain('Cộng hoà xã hội chủ nghĩa Việt Nam\nĐộc lập - Tự do - Hạnh phúc');
    expect(warnings.map((warning) => warning.code)).toEqual(['text.converted']);
  });

  test('a page that is a picture waits for OCR', async () => {
    const pdf = await PDFDocument.create();
    const { whitePng } = await import('../../testFiles.ts');
    const picture = await pdf.embedPng(whitePng(20, 30));
    pdf.addPage([595, 842]).drawImage(picture, { x: 0, y: 0, width: 595, height: 842 });
    const options = { ocr: false, picture: false, onProgress: () => undefined };
    expect(await extractPdf(await pdf.save(), options)).toEqual({ needsOcr: 1 });
  });

  test('a small file whose picture would fill the memory is refused before it is decoded', async () => {
    const pdf = await PDFDocument.create();
    const picture = pdf.context.register(
      pdf.context.flateStream(new Uint8Array(1_000), {
        Type: 'XObject',
        Subtype: 'Image',
        Width: 40_000,
        Height: 40_000,
        BitsPerComponent: 8,
        ColorSpace: 'DeviceGray',
      }),
    );
    const page = pdf.addPage([595, 842]);
    const name = page.node.newXObject('I', picture);
    page.node.addContentStream(pdf.context.register(pdf.context.stream(`q 595 0 0 842 0 0 cm ${name} Do Q`)));
    await expect(read(await pdf.save())).rejects.toMatchObject({
      code: 'image.too_large',
      message: expect.stringContaining('40000 x 40000'),
    });
  });

  test('300 pages are read whole, 601 are refused with their number', async () => {
    const { pages, text } = await read(await pdfOf(Array.from({ length: 300 }, (_, i) => body(i * 6 + 1))));
    expect(pages).toHaveLength(300);
    expect(text).toContain('Cau 1800:');
    await expect(read(await pdfOf(Array.from({ length: 601 }, () => [])))).rejects.toMatchObject({
      code: 'file.too_many_pages',
      message: expect.stringContaining('601 trang'),
    });
  });

  test('a PDF with a password, one cut off and one without pages are refused', async () => {
    const whole = Buffer.from(await pdfOf([body(1)])).toString('latin1');
    const key = `<</Filter/Standard/V 1/R 2/P -4/O <${'00'.repeat(32)}>/U <${'11'.repeat(32)}>>>`;
    const locked = whole.replace(/trailer\s*<</, `trailer\n<< /ID [<00><00>] /Encrypt ${key}`);
    await expect(read(Buffer.from(locked, 'latin1'))).rejects.toMatchObject({ code: 'file.encrypted' });
    await expect(read(Buffer.from(whole.slice(0, whole.length * 0.6), 'latin1'))).rejects.toMatchObject({
      code: 'file.damaged',
    });
    await expect(read(Buffer.from('%PDF-1.7\n%%EOF'))).rejects.toMatchObject({ code: 'file.damaged' });
  });
});
