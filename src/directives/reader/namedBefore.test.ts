import { describe, expect, it } from 'vitest';
import { readDirective } from './index.ts';

const directive = (...points: string[]): string =>
  `ỦY BAN NHÂN DÂN\nTỈNH HÒA MINH\nSố: 12/CT-UBND\nHòa Minh, ngày 2 tháng 9 năm 2025\n\nCHỈ THỊ\nVề quản lý tài sản công\n\nChủ tịch Ủy ban nhân dân tỉnh yêu cầu:\n\n${points.map((point, i) => `${i + 1}. ${point}\n`).join('\n')}`;

describe('somebody told by the head of a name that stands in full before', () => {
  it.each([
    ['Sở phải báo cáo kết quả trước ngày 15/10/2026.', 'Sở', 'Sở Nội vụ'],
    ['Sở chủ trì, chỉ đạo tăng cường kiểm tra.', 'Sở', 'Sở Nội vụ'],
    ['Sở này cần có phương án bố trí nhân sự.', 'Sở này', 'Sở Nội vụ'],
    ['Cơ quan chức năng thông báo. Sở có trách nhiệm tổng hợp kết quả.', 'Sở', 'Sở Nội vụ'],
  ])('%s', (sentence, lead, full) => {
    const { tasks } = readDirective(directive('Công an tỉnh xử lý vi phạm.', 'Sở Nội vụ kiểm tra biên chế.', sentence));
    const told = tasks.find((task) => task.lead[0] === lead);
    expect(told?.leadNormalized).toEqual([full]);
  });

  it('takes the last such name', () => {
    const { tasks } = readDirective(
      directive('Sở Y tế cấp thuốc.', 'Sở Nội vụ kiểm tra biên chế.', 'Sở phải báo cáo kết quả.'),
    );
    expect(tasks.at(-1)?.leadNormalized).toEqual(['Sở Nội vụ']);
  });

  it('charges nobody where no such name stands before, or where the word begins another one', () => {
    const { tasks } = readDirective(
      directive('Sở Nội vụ kiểm tra biên chế.', 'Bộ phải báo cáo kết quả.', 'Ban hành quy chế phối hợp.'),
    );
    expect(tasks.map((task) => task.lead)).not.toContainEqual(['Bộ']);
    expect(tasks.map((task) => task.lead)).not.toContainEqual(['Ban']);
  });

  it('takes the one told before rather than its partner', () => {
    const { tasks } = readDirective(
      directive(
        'Công an tỉnh xử lý vi phạm.',
        'Sở Tài chính chủ trì, phối hợp với Sở Xây dựng thẩm định phương án. Sở trình UBND tỉnh quyết định trước ngày 31/12/2025.',
      ),
    );
    expect(tasks.at(-1)).toMatchObject({ lead: ['Sở'], leadNormalized: ['Sở Tài chính'] });
  });

  it('takes "cơ quan này" for those told right before', () => {
    const { tasks } = readDirective(
      directive('Sở Y tế cấp thuốc. Cơ quan này phải báo cáo kết quả.', 'Sở Nội vụ kiểm tra biên chế.'),
    );
    expect(tasks[1]).toMatchObject({ lead: ['Cơ quan này'], leadNormalized: ['Sở Y tế'] });
  });

  it('leaves a full name as it is', () => {
    const { tasks } = readDirective(directive('Sở Nội vụ kiểm tra biên chế.', 'Sở Y tế phải báo cáo kết quả.'));
    expect(tasks.at(-1)).toMatchObject({ lead: ['Sở Y tế'] });
    expect(tasks.at(-1)).not.toHaveProperty('leadNormalized');
  });
});
