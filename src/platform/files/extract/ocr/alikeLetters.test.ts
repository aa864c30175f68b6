import { expect, it } from 'vitest';
import { withSmallLetters } from './alikeLetters.ts';

const mended = (line: string) => withSmallLetters(line.split(' ')).join(' ');

it.each([
  ['1. Giao SỞ Y tế chủ trì rà soát', '1. Giao Sở Y tế chủ trì rà soát'],
  ['việc chuẩn bị phòng tiếp dân Ở các xã', 'việc chuẩn bị phòng tiếp dân ở các xã'],
  ['giám đốc (SỞ Nội vụ) chịu trách nhiệm', 'giám đốc (Sở Nội vụ) chịu trách nhiệm'],
  ['người dân các xã. Ở đó', 'người dân các xã. Ở đó'],
  ['Ở các xã miền núi', 'Ở các xã miền núi'],
  ['SỞ Y TẾ', 'SỞ Y TẾ'],
  ['theo CV số 12 của UBND, BÍ thư và TỔ công tác', 'theo CV số 12 của UBND, BÍ thư và TỔ công tác'],
])('"%s" is "%s"', (read, meant) => {
  expect(mended(read)).toBe(meant);
});
