import { expect, test } from 'vitest';
import { docOf } from '../testFiles.ts';
import { extractDoc } from './extractDoc.ts';

test('the text of a Word 97 file is read with its Vietnamese letters', async () => {
  expect(await extractDoc(docOf('KẾ HOẠCH\n1. Giao Sở Tài chính chủ trì.\n'))).toBe(
    'KẾ HOẠCH\n1. Giao Sở Tài chính chủ trì.',
  );
});

test('a Word 97 file with a password is told to be saved without one', async () => {
  await expect(extractDoc(docOf('x', 0x0100))).rejects.toMatchObject({ code: 'file.encrypted' });
});

test('a Word 97 file that was cut off is refused', async () => {
  await expect(extractDoc(docOf('x').subarray(0, 2_000))).rejects.toMatchObject({ code: 'file.damaged' });
});
