import { Document, Packer, Paragraph, TextRun } from 'docx';
import fc from 'fast-check';
import { strToU8, zipSync } from 'fflate';
import { PDFDocument } from 'pdf-lib';
import { PNG } from 'pngjs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Fault } from '../../kernel/errors.ts';
import { decodeText } from './encoding/decodeText.ts';
import { inReadingOrder } from './extract/layout/readingOrder.ts';
import { closeExtraction, extractText } from './extractText.ts';
import { Refusal } from './refusal.ts';
import { docOf, paragraph, pdfOf } from './testFiles.ts';

afterAll(closeExtraction);

/** Reads a hostile file: a text or a Fault, in good time, without the memory of this process growing beyond bounds. */
async function survives(bytes: Uint8Array, name: string): Promise<void> {
  const stop = AbortSignal.timeout(20_000);
  try {
    const { text, boxes = [], pages } = await extractText(bytes, { name, signal: stop });
    for (const box of boxes) expect(text.slice(box.start, box.end)).not.toMatch(/^$|\n/);
    for (const page of pages) expect(page.start <= page.end && page.end <= text.length).toBe(true);
  } catch (error) {
    expect(error).toBeInstanceOf(Fault);
    expect((error as Fault).message).toMatch(/\p{L}+ \p{L}+/u);
  }
}

/** Ways in which files get broken: bits turned, stretches overwritten, cut out, doubled, the end missing. */
type Wound = { kind: 'flip' | 'fill' | 'cut' | 'double' | 'end'; at: number; length: number; value: number };
const wounds: fc.Arbitrary<Wound[]> = fc.array(
  fc.record({
    kind: fc.constantFrom('flip' as const, 'fill' as const, 'cut' as const, 'double' as const, 'end' as const),
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    length: fc.integer({ min: 1, max: 200 }),
    value: fc.integer({ min: 0, max: 255 }),
  }),
  { minLength: 1, maxLength: 6 },
);
function wound(whole: Uint8Array, list: Wound[]): Uint8Array {
  let bytes = Buffer.from(whole);
  for (const { kind, at, length, value } of list) {
    const from = Math.floor(at * bytes.length);
    if (kind === 'flip' && from < bytes.length) bytes[from] = bytes[from]! ^ (value || 1);
    else if (kind === 'fill') bytes.fill(value, from, Math.min(bytes.length, from + length));
    else if (kind === 'cut') bytes = Buffer.concat([bytes.subarray(0, from), bytes.subarray(from + length)]);
    else if (kind === 'double') bytes = Buffer.concat([bytes.subarray(0, from + length), bytes.subarray(from)]);
    else bytes = bytes.subarray(0, Math.max(1, from));
  }
  return bytes;
}

const whole: Record<string, Uint8Array> = {};
beforeAll(async () => {
  const children = ['THÔNG BÁO', 'Giao Sở Tài chính chủ trì', 'trước ngày 15/9/2026'].map(
    (text) => new Paragraph({ children: [new TextRun(text)] }),
  );
  whole.docx = await Packer.toBuffer(new Document({ sections: [{ children }] }));
  whole.doc = docOf('THÔNG BÁO\nGiao Sở Tài chính chủ trì\n');
  whole.pdf = await pdfOf([paragraph(['Giao So Tai chinh chu tri', 'truoc ngay 15/9/2026 bao cao'], 100)]);
  whole.html = Buffer.from('<!doctype html><html><body><table><tr><td>Giao Sở</td></tr></table><p>x</p></body></html>');
  const png = new PNG({ width: 60, height: 40 });
  png.data.fill(255);
  whole.png = PNG.sync.write(png);
  const pdf = await PDFDocument.create();
  pdf.addPage([200, 200]).drawImage(await pdf.embedPng(whole.png), { x: 0, y: 0, width: 200, height: 200 });
  whole.scan = await pdf.save();
});

const start: Record<string, number[]> = {
  pdf: [...Buffer.from('%PDF-1.7\n')],
  zip: [0x50, 0x4b, 3, 4],
  compound: [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1],
  png: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a],
  jpg: [0xff, 0xd8, 0xff],
  text: [],
};

describe('no file brings the server down', () => {
  test.each(Object.keys(start))('random bytes that begin like a %s', async (kind) => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 3_000 }), (tail) =>
        survives(Buffer.from([...start[kind]!, ...tail]), `a.${kind}`),
      ),
      { numRuns: 60 },
    );
  });

  test.each(['docx', 'doc', 'pdf', 'html', 'png', 'scan'])('a broken %s', async (kind) => {
    await fc.assert(
      fc.asyncProperty(wounds, (list) => survives(wound(whole[kind]!, list), `a.${kind}`)),
      { numRuns: kind === 'scan' || kind === 'png' ? 25 : 80 },
    );
  });

  test('a Word file whose XML is any tree of any known and unknown elements', async () => {
    const names = [
      'w:p',
      'w:r',
      'w:t',
      'w:tbl',
      'w:tr',
      'w:tc',
      'w:pPr',
      'w:numPr',
      'w:del',
      'w:sdt',
      'w:txbxContent',
      'w:tab',
      'w:footnoteReference',
      'x',
    ];
    const { tree } = fc.letrec<{ tree: string }>((tie) => ({
      tree: fc.oneof(
        { depthSize: 'small', withCrossShrink: true },
        fc.constantFrom('Giao Sở', '', '<w:br/>', '<w:numId w:val="1"/>', '<w:ilvl w:val="99"/>'),
        fc
          .tuple(fc.constantFrom(...names), fc.array(tie('tree'), { maxLength: 4 }))
          .map(([name, inner]) => `<${name} w:id="1" w:val="x">${inner.join('')}</${name}>`),
      ),
    }));
    await fc.assert(
      fc.asyncProperty(tree, (body) => {
        const xml = `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body}</w:body></w:document>`;
        return survives(
          zipSync({ '[Content_Types].xml': strToU8('<T/>'), 'word/document.xml': strToU8(xml) }),
          'a.docx',
        );
      }),
      { numRuns: 80 },
    );
  });

  test('text in any encoding is read or refused', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 2_000 }), (bytes) => {
        try {
          expect(decodeText(bytes).text).toBeTypeOf('string');
        } catch (error) {
          expect(error).toBeInstanceOf(Refusal);
        }
      }),
    );
  });

  test('words anywhere on a page are all read, each once', () => {
    const coordinate = fc.oneof(fc.integer({ min: -50, max: 900 }), fc.double({ min: 0, max: 600, noNaN: true }));
    const word = fc.record({
      text: fc.constant('x'),
      x: coordinate,
      y: coordinate,
      w: fc.double({ min: 0, max: 300, noNaN: true }),
      h: fc.double({ min: 0, max: 60, noNaN: true }),
    });
    fc.assert(
      fc.property(fc.array(word, { maxLength: 80 }), (words) => {
        const read = inReadingOrder(words).flat();
        expect(read).toHaveLength(words.length);
        expect(new Set(read)).toEqual(new Set(words));
      }),
    );
  });
});
