import { AlignmentType, type IParagraphOptions, Paragraph, type Table, TextRun } from 'docx';
import type { Align, Run, Text } from './model.ts';

export type WordBlock = Paragraph | Table;

/** Word files name the decree's own type; a machine without it takes its twin. */
export const FONT = 'Times New Roman';
/** Times New Roman has no ticked boxes. */
const BOXES = /([☐☑☒]+)/u;
const BOX_FONT = 'Segoe UI Symbol';

export const SIDES = {
  left: AlignmentType.LEFT,
  center: AlignmentType.CENTER,
  right: AlignmentType.RIGHT,
  justify: AlignmentType.JUSTIFIED,
} as const;

interface Look {
  /** Points; the document's own unless told. */
  size?: number;
  bold?: boolean;
  italic?: boolean;
  underline?: boolean;
}

/** Text as Word runs; a line feed becomes a line break. */
export function runs(text: Text, look: Look = {}): TextRun[] {
  const stretches: readonly Run[] = typeof text === 'string' ? [{ text }] : text;
  return stretches.flatMap((stretch) =>
    stretch.text.split('\n').flatMap((part, i) =>
      part.split(BOXES).map(
        (letters, j) =>
          new TextRun({
            text: letters,
            break: i > 0 && j === 0 ? 1 : undefined,
            bold: look.bold || stretch.bold,
            italics: look.italic || stretch.italic,
            underline: look.underline || stretch.underline ? {} : undefined,
            size: look.size && look.size * 2,
            font: j % 2 === 1 ? BOX_FONT : undefined,
          }),
      ),
    ),
  );
}

/** A line of a head, a title or a signature: centred unless told. Spaces in twips. */
export const line = (
  text: Text,
  { align = 'center', before = 0, after = 0, ...look }: Look & { align?: Align; before?: number; after?: number },
): Paragraph => new Paragraph({ alignment: SIDES[align], spacing: { before, after }, children: runs(text, look) });

/** A paragraph of the paper's content: 6 points apart, first line moved in by 1 cm. */
export const body = (
  text: Text,
  {
    align = 'justify',
    indent = true,
    keepNext,
  }: { align?: Align; indent?: boolean } & Pick<IParagraphOptions, 'keepNext'> = {},
): Paragraph =>
  new Paragraph({
    alignment: SIDES[align],
    spacing: { before: 60, after: 60, line: 360, lineRule: 'exact' },
    indent: indent ? { firstLine: 567 } : undefined,
    keepNext,
    children: runs(text),
  });
