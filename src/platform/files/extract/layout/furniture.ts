import { bottomOf, type PlacedWord } from './placedWord.ts';
import type { QuarterTurns, Size } from './quarterTurn.ts';
import { toRows, usualHeight } from './rows.ts';

export interface FurnishedPage extends Size {
  turns: QuarterTurns;
  words: PlacedWord[];
}

/** How many rows at the top and the bottom of a page may be running heads, feet or page numbers. */
const EDGE_ROWS = 2;
/** Heads and feet stand in this part of the page's height at either end. */
const EDGE = 0.13;

/**
 * Takes page numbers and running heads and feet out of the pages: rows at an edge that hold only the page's number,
 * or that return (numbers aside) on at least half of three or more pages.
 */
export function withoutFurniture<Page extends FurnishedPage>(pages: Page[]): Page[] {
  const edges = pages.map(edgeRows);
  const seen = new Map<string, number>();
  for (const rows of edges) {
    for (const key of new Set(rows.map((row) => row.key))) seen.set(key, (seen.get(key) ?? 0) + 1);
  }
  const often = Math.max(3, Math.ceil(pages.length / 2));
  return pages.map((page, i) => {
    const out = new Set<PlacedWord>();
    for (const row of edges[i]!) {
      const isNumber = isPageNumber(row.text, i + 1, pages.length);
      if (isNumber || (seen.get(row.key) ?? 0) >= often) for (const word of row.words) out.add(word);
    }
    return out.size === 0 ? page : { ...page, words: page.words.filter((word) => !out.has(word)) };
  });
}

interface EdgeRow {
  text: string;
  /** The text with its numbers blanked and the edge it stands at. */
  key: string;
  words: PlacedWord[];
}

function edgeRows(page: FurnishedPage): EdgeRow[] {
  const rows = toRows(page.words);
  const height = page.turns % 2 === 0 ? page.height : page.width;
  const top = rows.slice(0, EDGE_ROWS).filter((row) => row.bottom < height * EDGE);
  const bottom = rows.slice(-EDGE_ROWS).filter((row) => row.top > height * (1 - EDGE));
  const named = (list: typeof rows, edge: string) =>
    list.map((row) => {
      const text = row.words.map((word) => word.text).join(' ');
      return { text, key: `${edge}:${text.replace(/\d+/g, '#')}`, words: row.words };
    });
  return [...named(top, 'top'), ...named(bottom, 'bottom')];
}

/** "2", "- 2 -", "Trang 2/5"; the number may run ahead of or behind the sheet where a cover or an annex is counted apart. */
function isPageNumber(text: string, page: number, pages: number): boolean {
  const found = /^(?:trang|page)?\s*[-–.|]*\s*(\d{1,4})\s*(?:\/\s*\d{1,4})?\s*[-–.|]*$/i.exec(text);
  if (!found) return false;
  const number = Number(found[1]);
  return number >= 1 && Math.abs(number - page) <= Math.max(2, pages);
}

/**
 * Parts the footnotes from the end of a page: rows below all others, in smaller print than the page, the first of
 * which begins with a number or a star. They would otherwise stand in the middle of a sentence that goes on overleaf.
 */
export function partFootnotes(words: PlacedWord[]): { body: PlacedWord[]; notes: PlacedWord[] } {
  const rows = toRows(words);
  const usual = usualHeight(words);
  let first = rows.length;
  while (first > 0 && usualHeight(rows[first - 1]!.words) <= usual * 0.88) first--;
  while (first < rows.length && !/^(\d{1,3}|[⁰¹²³⁴⁵⁶⁷⁸⁹]+|\*+|\[\d+\])/.test(rows[first]!.words[0]!.text)) first++;
  if (first === 0 || first === rows.length) return { body: words, notes: [] };
  const above = Math.max(...rows.slice(0, first).flatMap((row) => row.words.map(bottomOf)));
  if (rows[first]!.top < above - usual * 0.3) return { body: words, notes: [] };
  const notes = new Set(rows.slice(first).flatMap((row) => row.words));
  return { body: words.filter((word) => !notes.has(word)), notes: [...notes] };
}
