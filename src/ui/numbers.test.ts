import { expect, test } from 'vitest';
import { formatNumber, formatPercent, formatSize } from './index.ts';

test.each([
  [0, '0'],
  [999, '999'],
  [10_000, '10.000'],
  [1_234_567, '1.234.567'],
  [2.46, '2,5'],
])('the number %d is written %s', (value, text) => expect(formatNumber(value)).toBe(text));

test.each([
  [0.942, '94,2\u00a0%'],
  [1, '100\u00a0%'],
  [0, '0\u00a0%'],
])('the share %d is written %s', (share, text) => expect(formatPercent(share)).toBe(text));

test.each([
  [512, '512\u00a0byte'],
  [380_400, '380\u00a0kB'],
  [999_700, '1\u00a0MB'],
  [2_400_000, '2,4\u00a0MB'],
])('%d bytes are written %s', (bytes, text) => expect(formatSize(bytes)).toBe(text));
