import {
  AlignmentType,
  convertMillimetersToTwip,
  Document,
  Header,
  type ISectionOptions,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  TextRun,
} from 'docx';
import type { Block, PrintDocument } from './model.ts';
import { MARGINS, sizesOf } from './settings.ts';
import { addressees, head, qrCode, signature, signatures } from './wordBlocks.ts';
import { body, FONT, line, type WordBlock } from './wordLines.ts';
import { ruledTable } from './wordTable.ts';

/** The document as a Word file. `document` has been through `cleanDocument`. */
export async function wordDocument(document: PrintDocument): Promise<Uint8Array> {
  const { title, style } = document;
  const size = sizesOf(style).body * 2;
  const word = new Document({
    title,
    creator: 'Thông Suốt',
    styles: {
      default: { document: { run: { font: FONT, size, language: { value: 'vi-VN' } } } },
    },
    sections: [{ ...section(document), children: document.blocks.flatMap((block) => blocks(document, block)) }],
  });
  return new Uint8Array(await Packer.toBuffer(word));
}

/** A4; pages are numbered from the second, in the middle of the top margin. */
function section({ landscape }: PrintDocument): Omit<ISectionOptions, 'children'> {
  const mm = convertMillimetersToTwip;
  const number = new Paragraph({
    alignment: AlignmentType.CENTER,
    children: [new TextRun({ children: [PageNumber.CURRENT], size: 26 })],
  });
  return {
    properties: {
      titlePage: true,
      page: {
        size: {
          width: mm(210),
          height: mm(297),
          orientation: landscape ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
        },
        margin: {
          top: mm(MARGINS.top),
          bottom: mm(MARGINS.bottom),
          left: mm(MARGINS.left),
          right: mm(MARGINS.right),
          header: mm(10),
        },
      },
    },
    headers: { default: new Header({ children: [number] }), first: new Header({ children: [new Paragraph({})] }) },
  };
}

function blocks(document: PrintDocument, block: Block): WordBlock[] {
  const { style } = document;
  const sizes = sizesOf(style);
  switch (block.type) {
    case 'head':
      return head(style, block);
    case 'title':
      return [
        line(block.name, { bold: true, size: sizes.title, before: 240 }),
        ...(block.about ? [line(block.about, { bold: true, size: sizes.about })] : []),
        ...(block.note ? [line(block.note, { italic: true, size: sizes.about })] : []),
        ...(style === 'plain' ? [line('', {})] : [line('__________', { size: 8, after: 240 })]),
      ];
    case 'addressees':
      return addressees(style, block.organs);
    case 'heading':
      return [body([{ text: block.text, bold: true }], { keepNext: true })];
    case 'paragraph':
      return [body(block.text, { align: block.align, indent: block.indent })];
    case 'list':
      return block.items.map((item, i) =>
        body([{ text: `${MARKS[block.marks](i)} ` }, ...(typeof item === 'string' ? [{ text: item }] : item)]),
      );
    case 'facts':
      return block.rows.map(({ label, value }) => body(`${label}: ${value}`, { align: 'left', indent: false }));
    case 'table':
      return [ruledTable(block), line('', {})];
    case 'signature':
      return signature(style, block);
    case 'signatures':
      return signatures(block.parties);
    case 'qr':
      return qrCode(block);
    case 'pageBreak':
      return [new Paragraph({ pageBreakBefore: true })];
  }
}

const MARKS = {
  numbers: (i: number) => `${i + 1}.`,
  letters: (i: number) => `${letters(i)})`,
  dashes: () => '-',
};

/** a, b, …, z, aa, ab, … as Typst counts them. */
const letters = (i: number): string =>
  (i < 26 ? '' : letters(Math.floor(i / 26) - 1)) + String.fromCharCode(97 + (i % 26));
