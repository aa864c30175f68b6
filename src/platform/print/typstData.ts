import { renderSVG } from 'uqr';
import {
  addresseeLines,
  type Block,
  capacityLine,
  headName,
  numberLine,
  type PrintDocument,
  placeLine,
  recipientLines,
  signerTitle,
} from './model.ts';
import { MARGINS, MOTTO, PARTY_TITLE, sizesOf } from './settings.ts';

/** What the Typst program reads: each block with its lines already put into words. */
export function typstData(document: PrintDocument): string {
  const { title, style, landscape = false, blocks } = document;
  return JSON.stringify({
    title,
    style,
    landscape,
    margins: MARGINS,
    sizes: sizesOf(style),
    blocks: blocks.map((block) => blockData(document, block)),
  });
}

function blockData({ style }: PrintDocument, block: Block): object {
  const party = style === 'party';
  switch (block.type) {
    case 'head':
      return {
        ...block,
        party,
        issuer: headName(block.issuer),
        superior: block.superior && headName(block.superior),
        upper: party ? [PARTY_TITLE] : MOTTO,
        'right-width': 93,
        number: block.symbol === undefined ? undefined : numberLine(style, block.number, block.symbol),
        place: block.place === undefined ? undefined : placeLine(block.place, block.day),
        subject: block.subject && (party ? block.subject : `V/v ${block.subject}`),
      };
    case 'addressees':
      return { type: block.type, party, lines: addresseeLines(block.organs) };
    case 'paragraph':
      return { ...block, align: block.align ?? 'justify', indent: block.indent ?? true };
    case 'table':
      return {
        ...block,
        columns: block.columns.map(({ width = 1, align = 'left', ...column }) => ({ ...column, width, align })),
      };
    case 'signature':
      return {
        ...block,
        party,
        title: signerTitle(block),
        capacity: (block.capacity ?? []).map(({ by, of }) => capacityLine(style, by, of)),
        recipients: recipientLines(block.recipients),
      };
    case 'qr':
      return { ...block, align: block.align ?? 'left', svg: renderSVG(block.data, { ecc: 'M' }) };
    default:
      return block;
  }
}
