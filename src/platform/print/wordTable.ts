import { BorderStyle, type Paragraph, Table, TableCell, TableRow, VerticalAlign, WidthType } from 'docx';
import type { Table as Block, Text } from './model.ts';
import { line, type WordBlock } from './wordLines.ts';

const NONE = { style: BorderStyle.NONE, size: 0, color: 'auto' };
const NO_BORDERS = { top: NONE, bottom: NONE, left: NONE, right: NONE, insideHorizontal: NONE, insideVertical: NONE };

/** Blocks side by side without lines, widths in per cent: the heads and the signatures of official papers. */
export function sideBySide(rows: readonly (readonly WordBlock[])[][], widths: readonly number[]): Table {
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    borders: NO_BORDERS,
    rows: rows.map(
      (cells) =>
        new TableRow({
          cantSplit: true,
          children: cells.map(
            (children, i) =>
              new TableCell({
                width: { size: widths[i]!, type: WidthType.PERCENTAGE },
                children: children.length > 0 ? children : [line('', {})],
              }),
          ),
        }),
    ),
  });
}

/** A ruled table; its first row comes again on each page. */
export function ruledTable({ columns, rows, total }: Block): Table {
  const whole = columns.reduce((sum, { width = 1 }) => sum + width, 0);
  const cell = (i: number, content: Paragraph): TableCell =>
    new TableCell({
      width: { size: ((columns[i]?.width ?? 1) / whole) * 100, type: WidthType.PERCENTAGE },
      margins: { top: 40, bottom: 40, left: 80, right: 80 },
      verticalAlign: VerticalAlign.TOP,
      children: [content],
    });
  const row = (cells: readonly Text[], bold: boolean): TableRow =>
    new TableRow({
      children: columns.map(({ align = 'left' }, i) => cell(i, line(cells[i] ?? '', { size: 12, align, bold }))),
    });
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    rows: [
      new TableRow({
        tableHeader: true,
        children: columns.map(({ title }, i) => cell(i, line(title, { size: 12, bold: true }))),
      }),
      ...rows.map((cells) => row(cells, false)),
      ...(total ? [row(total, true)] : []),
    ],
  });
}
