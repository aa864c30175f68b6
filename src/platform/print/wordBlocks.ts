import { ImageRun, Paragraph } from 'docx';
import { PNG } from 'pngjs';
import { encode } from 'uqr';
import {
  addresseeLines,
  type Block,
  capacityLine,
  type Head,
  headName,
  numberLine,
  type PaperStyle,
  placeLine,
  recipientLines,
  type Signature,
  signerTitle,
} from './model.ts';
import { MOTTO, PARTY_TITLE, sizesOf } from './settings.ts';
import { line, SIDES, type WordBlock } from './wordLines.ts';
import { sideBySide } from './wordTable.ts';

const SIGNING_ROOM = 1300;

export function head(style: PaperStyle, block: Head): WordBlock[] {
  const sizes = sizesOf(style);
  const party = style === 'party';
  const { superior, issuer, symbol, number, place, day, subject, urgency } = block;
  const left = [
    ...(superior ? [line(headName(superior), { size: sizes.superior })] : []),
    line(headName(issuer), { size: sizes.issuer, bold: true }),
    line(party ? '*' : '_______', { size: party ? sizes.issuer : 6 }),
  ];
  const right = party
    ? [line(PARTY_TITLE, { size: sizes.heading, bold: true, underline: true })]
    : [
        line(MOTTO[0], { size: sizes.heading, bold: true }),
        line(MOTTO[1], { size: sizes.heading + 1, bold: true, underline: true }),
      ];
  const below = [
    ...(symbol === undefined ? [] : [line(numberLine(style, number, symbol), { size: sizes.number })]),
    ...(subject ? [line(party ? subject : `V/v ${subject}`, { size: sizes.subject, italic: party })] : []),
    ...(urgency ? [line(`[ ${urgency} ]`, { size: 13, bold: true, before: 80 })] : []),
  ];
  const placed = place === undefined ? [] : [line(placeLine(place, day), { size: sizes.place, italic: true })];
  return [
    sideBySide(
      below.length + placed.length > 0
        ? [
            [left, right],
            [below, placed],
          ]
        : [[left, right]],
      [43, 57],
    ),
    line('', { after: 120 }),
  ];
}

export function addressees(style: PaperStyle, organs: readonly string[]): WordBlock[] {
  const salutation = { text: 'Kính gửi:', italic: style === 'party' };
  const lines = addresseeLines(organs);
  if (lines.length === 1) return [line([salutation, { text: ` ${lines[0]}` }], { before: 120, after: 240 })];
  const listed = lines.map((text) => line(text, { align: 'left' }));
  return [
    sideBySide(
      [
        [[line([salutation], { align: 'right' })], []],
        [[], listed],
      ],
      [35, 65],
    ),
    line('', { after: 120 }),
  ];
}

export function signature(style: PaperStyle, block: Signature): WordBlock[] {
  const sizes = sizesOf(style);
  const party = style === 'party';
  const capacity = block.capacity ?? [];
  const recipients =
    block.recipients.length === 0
      ? []
      : [
          line('Nơi nhận:', {
            align: 'left',
            size: sizes.recipientsTitle,
            bold: !party,
            italic: !party,
            underline: party,
          }),
          ...recipientLines(block.recipients).map((text) => line(text, { align: 'left', size: sizes.recipients })),
        ];
  const signer = [
    ...capacity.map(({ by, of }) => line(capacityLine(style, by, of), { bold: true })),
    line(signerTitle(block), { bold: !(party && capacity.length > 0), after: SIGNING_ROOM }),
    line(block.name ?? '', { bold: true }),
  ];
  return [line('', {}), sideBySide([[recipients, signer]], [48, 52])];
}

export function signatures(parties: Extract<Block, { type: 'signatures' }>['parties']): WordBlock[] {
  const cells = parties.map(({ title, note, name }) => [
    line(title, { bold: true }),
    line(note ?? '', { italic: true, size: 12, after: SIGNING_ROOM }),
    line(name ?? '', { bold: true }),
  ]);
  return [
    line('', {}),
    sideBySide(
      [cells],
      parties.map(() => 100 / parties.length),
    ),
  ];
}

const MODULE_PIXELS = 6;
const QR_PIXELS = 98;

export function qrCode({ data, caption, align = 'left' }: Extract<Block, { type: 'qr' }>): WordBlock[] {
  const { data: cells, size } = encode(data, { ecc: 'M' });
  const side = size * MODULE_PIXELS;
  const png = new PNG({ width: side, height: side, colorType: 0 });
  for (let y = 0; y < side; y++) {
    for (let x = 0; x < side; x++) {
      const shade = cells[Math.floor(y / MODULE_PIXELS)]?.[Math.floor(x / MODULE_PIXELS)] ? 0 : 255;
      png.data.set([shade, shade, shade, 255], (y * side + x) * 4);
    }
  }
  const image = new ImageRun({
    type: 'png',
    data: PNG.sync.write(png, { colorType: 0 }),
    transformation: { width: QR_PIXELS, height: QR_PIXELS },
    altText: { name: 'QR', title: caption ?? 'QR', description: caption ?? 'QR' },
  });
  return [
    new Paragraph({ alignment: SIDES[align], children: [image] }),
    ...(caption ? [line(caption, { size: 10, align })] : []),
  ];
}
