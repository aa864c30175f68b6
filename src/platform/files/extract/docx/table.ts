import type { Styles } from './styles.ts';
import { child, childrenOf, settingOf, type XmlNode } from './xmlBlocks.ts';

/** Rows of a table that are still there; content controls around rows and cells are looked through. */
export const rowsOf = (table: XmlNode): XmlNode[] =>
  unwrapped(table, 'w:tr').filter((row) => child(child(row, 'w:trPr'), 'w:del') === undefined);

export const cellsOf = (row: XmlNode): XmlNode[] => unwrapped(row, 'w:tc');

function unwrapped(parent: XmlNode, name: string): XmlNode[] {
  return childrenOf(parent).flatMap((node) => {
    if (node.name === name) return [node];
    const wraps = /^w:(sdt|sdtContent|customXml|ins)$/.test(node.name);
    return wraps ? unwrapped(node, name) : [];
  });
}

/**
 * Offices lay out the head and the foot of a document in tables without lines. Such a table is read cell after cell;
 * a table with lines between its columns is data and is read row by row.
 */
export function isLayoutTable(table: XmlNode, styles: Styles): boolean {
  const rows = rowsOf(table);
  const widest = Math.max(0, ...rows.map((row) => cellsOf(row).length));
  if (widest < 2 || (rows.length === 1 && widest === 2)) return true;
  return !hasInnerLines(table, styles);
}

function hasInnerLines(table: XmlNode, styles: Styles): boolean {
  const settings = child(table, 'w:tblPr');
  const own = child(settings, 'w:tblBorders');
  const line = own ? visible(child(own, 'w:insideV')) : styles.hasTableLines(settingOf(settings, 'w:tblStyle'));
  const cells = rowsOf(table).flatMap(cellsOf);
  const borders = cells.map((cell) => child(child(cell, 'w:tcPr'), 'w:tcBorders'));
  const drawn = borders.filter((b) => visible(child(b, 'w:left') ?? child(b, 'w:start'))).length;
  const erased = borders.filter((b) => {
    const left = child(b, 'w:left') ?? child(b, 'w:start') ?? child(b, 'w:right') ?? child(b, 'w:end');
    return left !== undefined && !visible(left);
  }).length;
  if (line) return erased < cells.length / 2;
  return drawn >= cells.length / 3;
}

export const visible = (border: XmlNode | undefined): boolean =>
  border !== undefined && !/^(nil|none)$/.test(border.attributes.val ?? 'none');

/** A cell that a merged cell above covers. */
export const isCovered = (cell: XmlNode): boolean => {
  const merge = child(child(cell, 'w:tcPr'), 'w:vMerge');
  return merge !== undefined && merge.attributes.val !== 'restart';
};

/** The paragraphs of a cell on one line, with a semicolon where one ends without a sign and the next starts anew. */
export function joinCell(paragraphs: string[]): string {
  return paragraphs
    .map((text) => text.replace(/\s+/g, ' ').trim())
    .filter((text) => text !== '')
    .reduce((line, next) => {
      if (line === '') return next;
      return `${line}${/[.;:,!?/]$/.test(line) || /^\p{Ll}/u.test(next) ? ' ' : '; '}${next}`;
    }, '')
    .replaceAll('|', '/');
}
