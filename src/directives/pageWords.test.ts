import { describe, expect, it } from 'vitest';
import type { WordBox } from '../platform/files/index.ts';
import { WITHOUT_PAGES } from './extracted.ts';
import { linesOn, wordsByPage } from './pageWords.ts';

/** Words of ten points' height, each with the space behind it. */
function words(page: number, rows: [x: number, y: number, text: string][], from = 0): WordBox[] {
  let at = from;
  return rows.map(([x, y, text]) => {
    const box = { page, start: at, end: at + text.length, x, y, w: text.length * 5, h: 10 };
    at += text.length + 1;
    return box;
  });
}

const extracted = (boxes: WordBox[]) => ({
  ...WITHOUT_PAGES,
  pages: [
    { start: 0, end: 60, width: 500, height: 1000 },
    { start: 61, end: 90, width: 500, height: 1000 },
  ],
  boxes,
  unreadablePages: [2],
});

describe('where a passage stands on a page', () => {
  const [first] = wordsByPage(
    extracted(
      words(1, [
        [50, 100, 'Giao'],
        [75, 100, 'Sở'],
        [90, 100, 'Y'],
        [50, 120, 'tế'],
        [65, 120, 'chủ'],
        [400, 121, 'trì'],
      ]),
    ),
  );

  it('is one box a line, in per cent of the page', () => {
    expect(linesOn(first!, [0, 12])).toEqual([
      { left: 10, top: 10, width: 9, height: 1 },
      { left: 10, top: 12, width: 2, height: 1 },
    ]);
  });

  it('takes only the words of the passage, also where it begins inside a word', () => {
    expect(linesOn(first!, [6, 7])).toEqual([{ left: 15, top: 10, width: 2, height: 1 }]);
    expect(linesOn(first!, [4, 5]), 'a space between two words').toEqual([]);
  });

  it('does not reach over into another column', () => {
    expect(linesOn(first!, [10, 20])).toHaveLength(2);
  });

  it('knows nothing of a file without pages, and says which page could not be read', () => {
    expect(wordsByPage(WITHOUT_PAGES)).toEqual([]);
    const pages = wordsByPage(extracted(words(1, [[50, 100, 'Giao']])));
    expect(pages.map((page) => [page.page, page.readable, page.words.length])).toEqual([
      [1, true, 6],
      [2, false, 0],
    ]);
  });

  it('keeps the words in the order of the text, footnotes of an earlier page among them', () => {
    const boxes = [...words(1, [[50, 900, 'ghi']], 80), ...words(1, [[50, 100, 'Giao']])];
    expect(wordsByPage(extracted(boxes))[0]!.words.filter((_, i) => i % 6 === 0)).toEqual([0, 80]);
  });
});
