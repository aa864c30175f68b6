import { openZip } from '../files/zip.ts';

const CELL_WITH_FORMULA = /<c\b[^>]*?\br="([A-Z]{1,3}\d{1,7})"[^>]*>\s*<f[\s/>]/g;
const MOST_NAMED = 20;

/**
 * The cells of an XLSX file that hold formulas, by their names ("E5"), at most the first twenty; none for any other file. What a
 * formula shows was reckoned by somebody else's program, perhaps from other files: where figures are evidence, it is refused.
 */
export async function formulaCells(bytes: Uint8Array): Promise<string[]> {
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) return [];
  const zip = await openZip(bytes);
  const found: string[] = [];
  for (const name of zip.names) {
    if (!/^xl\/worksheets\/[^/]+\.xml$/.test(name)) continue;
    // Names of cells are plain letters: a byte a sign halves what a large sheet takes.
    const xml = (await zip.read(name))?.toString('latin1') ?? '';
    for (const match of xml.matchAll(CELL_WITH_FORMULA)) {
      found.push(match[1]!);
      if (found.length >= MOST_NAMED) return found;
    }
  }
  return found;
}
