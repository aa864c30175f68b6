import { describe, expect, it } from 'vitest';
import { readDirective } from './index.ts';
import { letterWith } from './letter.fixture.ts';
import { raiseSmallNames } from './smallNames.ts';

describe('names begun with small letters', () => {
  it.each([
    ['Giao sở Văn hóa, Thể thao và Du lịch chủ trì kiểm kê di tích.', 'sở Văn hóa, Thể thao và Du lịch'],
    ['Đề nghị ủy ban nhân dân tỉnh Hòa Minh rà soát quy hoạch.', 'ủy ban nhân dân tỉnh Hòa Minh'],
    ['1. bộ Tài chính bố trí vốn cho chương trình.', 'bộ Tài chính'],
    ['Giao ban Tuyên giáo Tỉnh ủy soạn đề cương.', 'ban Tuyên giáo Tỉnh ủy'],
    ['1. thanh tra tỉnh:\n- Lập kế hoạch thanh tra năm 2026.', 'thanh tra tỉnh'],
    ['Giao SỞ Văn hóa, Thể thao và Du lịch chủ trì kiểm kê di tích.', 'SỞ Văn hóa, Thể thao và Du lịch'],
    ['Yêu cầu văn phòng UBND tỉnh theo dõi, đôn đốc.', 'văn phòng UBND tỉnh'],
  ])('%s', (order, lead) => {
    expect(readDirective(letterWith(order)).tasks[0]?.lead).toEqual([lead]);
  });

  it.each([
    'cán bộ Đoàn, đảng bộ Sở, trụ sở Công an, cơ sở Đảng, bộ Luật Lao động, toàn bộ Hồ sơ',
    'họp giao ban tuần, ban hành kế hoạch, các ban Đảng',
    'Đoàn kiểm tra và thanh tra tỉnh, huyện cùng làm việc',
  ])('stay where they are no names: %s', (text) => {
    expect(raiseSmallNames(text)).toBe(text);
  });
});
