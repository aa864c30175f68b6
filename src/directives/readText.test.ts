import { describe, expect, it } from 'vitest';
import { WITHOUT_PAGES } from './extracted.ts';
import { inKeptText } from './readText.ts';

describe('the places of words in the text as it is kept', () => {
  const at = (text: string, word: string) => {
    const start = text.indexOf(word);
    return { page: 1, start, end: start + word.length, x: 0, y: 0, w: 1, h: 1 };
  };

  it('move with what is taken out of the text', () => {
    const raw = 'Giao\u200b Sở\u00ad Y tế\u200b\u200b chủ trì';
    const kept = raw.replaceAll('\u200b', '');
    const { boxes } = inKeptText(raw, { ...WITHOUT_PAGES, boxes: [at(raw, 'trì'), at(raw, 'Y')] });
    expect(boxes!.map((box) => kept.slice(box.start, box.end))).toEqual(['Y', 'trì']);
  });

  it('are as they were where nothing is taken out', () => {
    const extracted = { ...WITHOUT_PAGES, boxes: [at('Giao Sở Y tế', 'Sở')] };
    expect(inKeptText('Giao Sở Y tế', extracted)).toBe(extracted);
  });
});
