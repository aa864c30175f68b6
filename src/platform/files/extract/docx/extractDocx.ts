import { damaged } from '../../refusal.ts';
import { openZip } from '../../zip.ts';
import { readNumbering } from './numbering.ts';
import { type DocxContext, readParagraph } from './paragraph.ts';
import { readStyles } from './styles.ts';
import { cellsOf, isCovered, isLayoutTable, joinCell, rowsOf } from './table.ts';
import { childrenOf, readBlocks, type XmlNode } from './xmlBlocks.ts';

/**
 * The text of a Word document as it is read: automatic numbers written out, tracked deletions left out, table rows
 * with " | ", footnotes at the end. Headers and footers are left out. Throws a Refusal for a broken package.
 */
export async function extractDocx(bytes: Uint8Array): Promise<string> {
  const zip = await openZip(bytes);
  const read = async (part: string) => decodeXml(await zip.read(part));
  const folder = 'word/';
  const main = await read(`${folder}document.xml`);
  if (main === undefined) throw damaged('Tệp Word');
  const notes: { kind: 'footnote' | 'endnote'; id: string; sign: string }[] = [];
  const context: DocxContext = {
    styles: readStyles(await read(`${folder}styles.xml`)),
    numbering: readNumbering(await read(`${folder}numbering.xml`)),
    note(kind, id) {
      const sign = superscript(notes.length + 1);
      notes.push({ kind, id, sign });
      return sign;
    },
  };
  const lines = new Lines(context);
  // The body is the one child of the root; its children are the paragraphs and tables.
  readBlocks(main, 2, (block) => lines.add(block));
  const referred = [...notes];
  if (referred.length > 0) {
    const texts = await readNotes(read, folder, context);
    for (const { kind, id, sign } of referred) lines.addText(`${sign} ${texts.get(`${kind}/${id}`) ?? ''}`.trimEnd());
  }
  return lines.finish();
}

/** The lines of the document in the order they are read. */
class Lines {
  readonly #context: DocxContext;
  readonly #lines: string[] = [];
  #pending = '';
  constructor(context: DocxContext) {
    this.#context = context;
  }

  add(block: XmlNode): void {
    if (block.name === 'w:p') this.#addParagraph(block);
    else if (block.name === 'w:tbl') this.#addTable(block);
    else if (/^w:(sdt|sdtContent|customXml|ins|moveTo|txbxContent)$/.test(block.name)) {
      for (const inner of childrenOf(block)) this.add(inner);
    } else if (block.name === 'mc:AlternateContent' || block.name === 'mc:Choice') {
      for (const inner of childrenOf(block)) this.add(inner);
    }
  }

  addText(text: string): void {
    this.#lines.push(text);
  }

  #addParagraph(node: XmlNode): void {
    const paragraph = readParagraph(node, this.#context);
    const text = this.#pending + paragraph.text;
    this.#pending = paragraph.joinsNext ? text : '';
    if (!paragraph.joinsNext) this.#lines.push(...text.split('\n').map((line) => line.trimEnd()));
    for (const box of paragraph.boxes) this.add(box);
  }

  #addTable(table: XmlNode): void {
    const layout = isLayoutTable(table, this.#context.styles);
    for (const row of rowsOf(table)) {
      if (layout) {
        for (const cell of cellsOf(row)) {
          for (const block of childrenOf(cell)) this.add(block);
          this.addText('');
        }
        continue;
      }
      const texts = cellsOf(row).map((cell) => (isCovered(cell) ? '' : this.#cellText(cell)));
      if (texts.some((text) => text !== '')) this.addText(texts.join(' | '));
    }
    if (!layout) this.addText('');
  }

  #cellText(cell: XmlNode): string {
    const inner = new Lines(this.#context);
    for (const block of childrenOf(cell)) inner.add(block);
    return joinCell(inner.finish().split('\n'));
  }

  /** The text with no more than one empty line in a row. */
  finish(): string {
    if (this.#pending) this.#lines.push(this.#pending);
    return this.#lines
      .join('\n')
      .replace(/\n{3,}/g, '\n\n')
      .replace(/^\n+|\s+$/g, '');
  }
}

/** Foot- and endnotes by kind and id; those referred to from within a note are not followed. */
async function readNotes(
  read: (part: string) => Promise<string | undefined>,
  folder: string,
  context: DocxContext,
): Promise<Map<string, string>> {
  const texts = new Map<string, string>();
  for (const kind of ['footnote', 'endnote'] as const) {
    const xml = await read(`${folder}${kind}s.xml`);
    if (xml === undefined) continue;
    readBlocks(xml, 1, (note) => {
      const lines = new Lines({ ...context, note: () => '' });
      for (const block of childrenOf(note)) lines.add(block);
      texts.set(`${kind}/${note.attributes.id}`, lines.finish().replace(/\s+/g, ' ').trim());
    });
  }
  return texts;
}

/** A note's number as raised digits, which nobody takes for a part of the number before it ("số 32¹"). */
const superscript = (n: number): string => String(n).replace(/\d/g, (digit) => '⁰¹²³⁴⁵⁶⁷⁸⁹'[Number(digit)]!);

function decodeXml(part: Buffer | undefined): string | undefined {
  if (!part) return undefined;
  const utf16 =
    part[0] === 0xff && part[1] === 0xfe ? 'utf-16le' : part[0] === 0xfe && part[1] === 0xff ? 'utf-16be' : null;
  return new TextDecoder(utf16 ?? 'utf-8').decode(part);
}
