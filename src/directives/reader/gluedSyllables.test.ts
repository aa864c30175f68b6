import { describe, expect, it } from 'vitest';
import { partGluedSyllables } from './gluedSyllables.ts';
import { readDirective } from './index.ts';
import { letterWith } from './letter.fixture.ts';
import { repair } from './repair.ts';

const parted = (text: string): string => partGluedSyllables(repair(text)).text;

describe('syllables that a scan left without their space', () => {
  it('reads who and by when, and leads back to the glued words', () => {
    const text = letterWith(
      `Chủ tịch UBND tỉnh yêu cầu:
1. UBNDphường Đông Vệ rà soát hộ dân, hoàn thành trongtháng 11 năm 2025; tháng tới họp ở phường.
2. Sở Xâydựng kiểm tra trong tuần này việc xây dựng cầu.`,
    );
    const { tasks } = readDirective(text);
    expect(tasks.slice(0, 2).map((t) => [t.lead, t.deadline])).toEqual([
      [['UBND phường Đông Vệ'], '2025-11-30'],
      [['Sở Xây dựng'], null],
    ]);
    expect(text.slice(...tasks[0]!.leadSpans[0]!)).toBe('UBNDphường Đông Vệ');
  });

  it.each([
    ['trongtháng này, trong mọi tháng', 'trong tháng này, trong mọi tháng'],
    ['Khoahọc là khoa của người học', 'Khoa học là khoa của người học'],
    // Neither half stands anywhere else.
    ['trongtháng này', 'trongtháng này'],
    // Whole syllables and words of other languages stay.
    ['nghiêng, khuyếch trương, hoàn thiện', 'nghiêng, khuyếch trương, hoàn thiện'],
    ['karaoke, internet, logistics, VNeID và online', 'karaoke, internet, logistics, VNeID và online'],
  ])('%s', (text, said) => {
    expect(parted(text)).toBe(said);
  });
});
