import { describe, expect, it } from 'vitest';
import { locate } from './locate.ts';

const TEXT = 'Giao Sở Tài chính\nchủ trì (tham  mưu). Giao Sở Y tế chủ trì.';
const found = (quote: string, within?: [number, number]) => {
  const span = locate(TEXT, quote, within);
  return span && TEXT.slice(...span);
};

describe('Finding a quotation in a directive', () => {
  it('looks past line breaks, spaces and case, and takes signs as they are', () => {
    expect(found('sở tài chính chủ trì (tham mưu).')).toBe('Sở Tài chính\nchủ trì (tham  mưu).');
  });
  it('looks inside a stretch only, where one is given', () => {
    expect(locate(TEXT, 'chủ trì', [30, TEXT.length])?.[0]).toBe(TEXT.lastIndexOf('chủ trì'));
  });
  it('finds nothing where nothing is', () => {
    expect(found('Sở Xây dựng')).toBeNull();
    expect(found('  ')).toBeNull();
    expect(found('.*')).toBeNull();
  });
});
