import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { containment, fingerprint, sameContent } from './fingerprint.ts';

const words = (count: number, seed: string): string[] =>
  Array.from({ length: count }, (_, i) => `${seed}${(i * 7919) % 104729}`);

describe('Knowing one directive told twice', () => {
  it('is blind to marks, case, punctuation and line breaks', () => {
    const text = words(300, 'từ').join(' ');
    const retold = text.normalize('NFD').toUpperCase().replace(/ /g, ',\n ');
    expect(fingerprint(retold)).toEqual(fingerprint(text));
  });

  it('finds a text inside a longer one', () => {
    const notice = words(1500, 'a');
    const page = [...words(200, 'b'), ...notice.slice(300, 1400), ...words(200, 'c')];
    expect(containment(fingerprint(notice.join(' ')), fingerprint(page.join(' ')))).toBeGreaterThan(0.5);
    expect(sameContent(fingerprint(notice.join(' ')), fingerprint(page.join(' ')))).toBe(true);
  });

  it('holds texts apart that share only the phrases of their kind', () => {
    const shared = words(120, 'x');
    const one = [...shared, ...words(1200, 'a')].join(' ');
    const other = [...shared, ...words(1200, 'b')].join(' ');
    expect(sameContent(fingerprint(one), fingerprint(other))).toBe(false);
  });

  it('says nothing of texts of a few words', () => {
    expect(sameContent(fingerprint('Kính gửi Sở Tài chính'), fingerprint('Kính gửi Sở Tài chính'))).toBe(false);
    expect(fingerprint('')).toEqual([]);
  });

  it('keeps at most 192 ascending 32-bit integers', () => {
    fc.assert(
      fc.property(fc.lorem({ maxCount: 400 }), (text) => {
        const print = fingerprint(text);
        expect(print.length).toBeLessThanOrEqual(192);
        expect(print).toEqual([...new Set(print)].sort((a, b) => a - b));
        expect(print.every((h) => h === (h | 0))).toBe(true);
      }),
    );
  });

  const corpus = join(import.meta.dirname, '../../../shared/corpus/dev');
  it.skipIf(!existsSync(corpus))(
    'of the collected documents finds the notice and its news page, and no other pair',
    () => {
      const prints = readdirSync(corpus)
        .filter((name) => name.endsWith('.txt'))
        .map((name) => ({ name, print: fingerprint(readFileSync(join(corpus, name), 'utf8')) }));
      const same = prints.flatMap((a, i) =>
        prints
          .slice(i + 1)
          .filter((b) => sameContent(a.print, b.print))
          .map((b) => [a.name, b.name]),
      );
      expect(same).toEqual([['seed-001.txt', 'seed-004.txt']]);
    },
  );
});
