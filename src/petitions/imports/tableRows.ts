import { extractText, recognise } from '../../platform/files/index.ts';
import { formulaCells, type SheetRow, streamRows } from '../../platform/spreadsheet/index.ts';
import type { RowFault } from './readRow.ts';

export const MOST_ROWS = 50_000;
const COLUMNS = 20;

/** A table that can be walked more than once, so that it never stands in memory as a whole. */
export interface Table {
  rows(): AsyncIterable<SheetRow>;
  /** Cells that hold formulas, which are not taken: what they show was reckoned elsewhere. */
  faults: readonly RowFault[];
  /** A cell merged with the one above it comes empty, and means what stands above. */
  merges: boolean;
}

/**
 * The rows of an XLSX or CSV sheet, or of the tables of a Word document.
 * @throws Fault invalid or tooLarge, with what to do
 */
export async function openTable(bytes: Uint8Array, name: string): Promise<Table> {
  if (name.toLowerCase().endsWith('.docx')) {
    const kind = await recognise(bytes, name);
    if (kind === 'docx') return wordTable(bytes, name);
  }
  const formulas = await formulaCells(bytes);
  return {
    rows: () => streamRows(bytes, { bytes: bytes.length + 1, rows: MOST_ROWS + 20, columns: COLUMNS }),
    faults: formulas.map((cell) => ({
      line: Number(/\d+/.exec(cell)),
      message: `Ô ${cell} là công thức. Hãy dán thành giá trị (Paste Special, Values) rồi tải lên lại.`,
    })),
    merges: false,
  };
}

/** The tables of a Word document are read in order as one; `line` counts their rows. */
async function wordTable(bytes: Uint8Array, name: string): Promise<Table> {
  const { text } = await extractText(bytes, { name });
  async function* rows(): AsyncGenerator<SheetRow> {
    let line = 0;
    for (const read of text.split('\n')) {
      const cells = read.split(/ \|(?: |$)/).map((cell) => cell.trim());
      if (cells.length > 1) yield { line: ++line, cells };
    }
  }
  return { rows, faults: [], merges: true };
}
