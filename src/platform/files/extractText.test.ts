import { PDFDocument } from 'pdf-lib';
import { PNG } from 'pngjs';
import { afterAll, describe, expect, test } from 'vitest';
import { drawPage, encodePng } from './extract/pdf/drawPage.ts';
import { openPdf } from './extract/pdf/openPdf.ts';
import { WorkerLane } from './extract/workerLane.ts';
import { closeExtraction, extractText, recognise, renderPage } from './extractText.ts';
import { paragraph, pdfOf, program, whitePng } from './testFiles.ts';

afterAll(closeExtraction);

const sentences = [
  'UBND TINH MAU - THONG BAO SO 125',
  'Giao So Tai chinh bao cao truoc ngày 15/9/2026.',
  'Giao So Noi vu bao cao truoc ngày 20/10/2026.',
];
/** A page as a scanner sees it: a picture of its text, turned a little where `skew` (degrees) says so. */
async function picture(skew = 0): Promise<Buffer> {
  const { degrees } = await import('pdf-lib');
  const texts = paragraph(sentences, 200, 18);
  const bytes = await pdfOf([[]], (page, font) => {
    for (const { text, x, y, size } of texts) page.drawText(text, { x, y: 842 - y, size, font, rotate: degrees(skew) });
  });
  const pdf = await openPdf(bytes);
  const png = encodePng(drawPage(pdf, 0, 1_400, false));
  pdf.close();
  return png;
}
async function scanned(pictures: Buffer[], turn = 0): Promise<Uint8Array> {
  const { degrees } = await import('pdf-lib');
  const pdf = await PDFDocument.create();
  for (const bytes of pictures) {
    const page = pdf.addPage([595, 842]);
    page.drawImage(await pdf.embedPng(bytes), { x: 0, y: 0, width: 595, height: 842 });
    page.setRotation(degrees(turn));
  }
  return pdf.save();
}

describe('turning a file into text in a worker', { timeout: 120_000 }, () => {
  test('a refused file is a Fault at the field of the file', async () => {
    await expect(recognise(program(), 'a.docx')).rejects.toMatchObject({ name: 'Fault', kind: 'invalid' });
    await expect(extractText(program(), { name: 'a.docx' })).rejects.toMatchObject({
      name: 'Fault',
      code: 'file.type',
      fields: [{ field: 'file', message: expect.stringContaining('chương trình') }],
    });
  });

  test('the caller keeps the bytes as they were', async () => {
    const bytes = await pdfOf([paragraph(sentences, 100)]);
    const before = Buffer.from(bytes);
    const { kind, text } = await extractText(bytes, { name: 'a.pdf' });
    expect(kind).toBe('pdf');
    expect(text).toContain('SO 125');
    expect(before.equals(bytes)).toBe(true);
  });

  test('a scanned PDF is read by OCR, page by page, with progress and the place of each word', async () => {
    const seen: number[] = [];
    const { kind, text, pages, boxes, warnings, unreadablePages } = await extractText(
      await scanned([await picture(), whitePng(60, 80)]),
      { name: 'a.pdf', onProgress: ({ done }) => seen.push(done) },
    );
    expect(kind).toBe('scan');
    expect(text.split('\n')[0]).toContain('125');
    expect(text).toContain('15/9/2026');
    expect(pages).toHaveLength(2);
    const box = boxes!.find((b) => text.slice(b.start, b.end).includes('15/9/2026'))!;
    expect(Math.abs(box.y - (225 - 15))).toBeLessThan(12);
    expect(box.x).toBeGreaterThan(300);
    expect(warnings.map((warning) => warning.code)).toEqual(['scan.read']);
    // The second page is blank: nothing was missed on it.
    expect(unreadablePages).toEqual([]);
    expect(seen.every((done, i) => i === 0 || done >= seen[i - 1]!)).toBe(true);
    expect(Math.max(...seen)).toBeGreaterThan(0.5);
  });

  test('a photograph is read, also when it is a little askew, and words are found where they are seen', async () => {
    const { kind, text, pages, boxes } = await extractText(await picture(-3), { name: 'a.png' });
    expect(kind).toBe('image');
    expect(text).toContain('15/9/2026');
    expect(pages[0]).toMatchObject({ width: 1_400 });
    // Each line of its own turns about its start: the date at the end of the second line hangs lower by 3 degrees.
    const box = boxes!.find((b) => text.slice(b.start, b.end).includes('15/9/2026'))!;
    const scale = 1_400 / 595;
    const end = { x: box.x + box.w / 2, y: box.y + box.h / 2 };
    const expected = (225.2 - 5) * scale + Math.tan((3 * Math.PI) / 180) * (end.x - 80 * scale);
    expect(Math.abs(end.y - expected)).toBeLessThan(15);
  });

  test('a page scanned upside down is turned round', async () => {
    const png = PNG.sync.read(await picture());
    const pixels = new Uint32Array(png.data.buffer, png.data.byteOffset, png.width * png.height);
    pixels.reverse();
    const { text, boxes } = await extractText(PNG.sync.write(png), { name: 'a.png' });
    expect(text).toContain('15/9/2026');
    const box = boxes!.find((b) => text.slice(b.start, b.end).includes('15/9/2026'))!;
    expect(box.y).toBeGreaterThan(png.height / 2);
  });

  test('a picture without any text is refused with advice', async () => {
    await expect(extractText(whitePng(300, 300), { name: 'a.png' })).rejects.toMatchObject({ code: 'file.empty' });
  });

  test('a scan that was begun can be cancelled at once, and the next file is read', async () => {
    const cancel = new AbortController();
    const page = await picture();
    const reading = extractText(await scanned(Array(5).fill(page)), {
      name: 'a.pdf',
      signal: cancel.signal,
      onProgress: () => cancel.abort(new Error('cancelled by the clerk')),
    });
    await expect(reading).rejects.toThrow('cancelled by the clerk');
    expect((await extractText(page, { name: 'a.png' })).text).toContain('125');
  });

  test('a job that takes too long is killed with its worker, and the next one is done', async () => {
    const lane = new WorkerLane({ silentMs: 1, idleMs: 1_000, heapMb: 256 });
    const bytes = await pdfOf([paragraph(sentences, 100)]);
    await expect(lane.run({ type: 'read', bytes, name: 'a', ocr: false })).rejects.toMatchObject({
      code: 'file.too_slow',
    });
    await lane.close();
    const patient = new WorkerLane({ silentMs: 20_000, idleMs: 1_000, heapMb: 256 });
    const [first, second] = await Promise.all([
      patient.run({ type: 'read', bytes: Buffer.from('hỏng'), name: 'a.txt', ocr: false }),
      patient.run({ type: 'read', bytes, name: 'a', ocr: false }),
    ]);
    expect(first).toMatchObject({ text: { kind: 'txt' } });
    expect(second).toMatchObject({ text: { kind: 'pdf' } });
    await patient.close();
    await expect(patient.run({ type: 'read', bytes, name: 'a', ocr: false })).resolves.toMatchObject({ text: {} });
    await patient.close();
  });

  test('a page is drawn as wide as asked; a page that is not there is refused', async () => {
    const bytes = await pdfOf([paragraph(sentences, 100)]);
    const { width, height } = PNG.sync.read(await renderPage(bytes, 1, 500));
    expect([width, height]).toEqual([500, 708]);
    await expect(renderPage(bytes, 2, 500)).rejects.toMatchObject({ name: 'Fault', code: 'file.no_page' });
    expect(PNG.sync.read(await renderPage(whitePng(40, 20), 1, 80))).toMatchObject({ width: 80, height: 40 });
  });
});
