import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { closeExtraction, extractText } from './extractText.ts';

const folder = join(import.meta.dirname, '../../../../shared/corpus');
const present = existsSync(folder);
if (!present) console.warn('The folder of real directives is not here: its tests are skipped.');
afterAll(closeExtraction);

const original = async (name: string) => extractText(readFileSync(join(folder, 'originals', name)), { name });
const expected = (name: string) => readFileSync(join(folder, 'dev', `${name}.txt`), 'utf8');
/** Words in common, by how often each occurs, over the words of the expected text. */
function shared(text: string, wanted: string): number {
  const count = (value: string) => {
    const words = new Map<string, number>();
    for (const word of value.normalize('NFC').match(/\S+/g) ?? []) words.set(word, (words.get(word) ?? 0) + 1);
    return words;
  };
  const [have, want] = [count(text), count(wanted)];
  let hit = 0;
  let all = 0;
  for (const [word, n] of want) {
    hit += Math.min(n, have.get(word) ?? 0);
    all += n;
  }
  return hit / all;
}

describe.skipIf(!present)('the originals of real directives', () => {
  test.each(['041', '042', '044'])('%s.docx gives the text of the document line by line', async (name) => {
    const lines = (text: string) =>
      text
        .split('\n')
        .map((line) => line.trim())
        .filter(Boolean);
    expect(lines((await original(`${name}.docx`)).text)).toEqual(lines(expected(name)));
  });

  test.each(['069', '071'])('%s.pdf gives the words of the document, and who signed it', async (name) => {
    const { text, signatures } = await original(`${name}.pdf`);
    expect(shared(text, expected(name))).toBeGreaterThan(0.995);
    expect(signatures!.length).toBeGreaterThan(2);
    expect(signatures!.every((signature) => signature.intact === true)).toBe(true);
    expect(signatures!.at(-1)!.coversWholeFile).toBe(true);
  });

  test('the number and the day that stand only in a signature field are read where they belong', async () => {
    expect((await original('069.pdf')).text).toMatch(/^Số: 7432 \/UBND-XD$[\s\S]*ngày 21 tháng 7 năm 2026/m);
    expect((await original('071.pdf')).text).toMatch(/^Số: 453 \/TB-UBND$[\s\S]*ngày 29 tháng 4 năm 2026/m);
  });

  test('a scan whose only text is a signature stamp is read by OCR, without the stamp', async () => {
    const { kind, text, signatures } = await original('059-scan.pdf');
    expect(kind).toBe('scan');
    expect(shared(text, expected('059'))).toBeGreaterThan(0.85);
    expect(text).toMatch(/Số: 3722\/VPCP-CN/);
    expect(text).toMatch(/Giao các Bộ: Công an, Tài chính, Xây dựng/);
    expect(text).not.toContain('Người ký');
    expect(signatures).toHaveLength(1);
  }, 120_000);

  test('a resolution scanned on two pages is read in order', async () => {
    const second = await original('scan-2.pdf');
    expect(second.text).toMatch(/2\. Giao Bộ Nông nghiệp và Môi trường chủ trì/);
    expect(second.pages).toHaveLength(2);
  }, 120_000);
});
