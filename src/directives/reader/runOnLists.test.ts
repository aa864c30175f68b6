import { describe, expect, it } from 'vitest';
import { readDirective } from './index.ts';
import { letterWith } from './letter.fixture.ts';
import { repair } from './repair.ts';
import { breakRunOnLists } from './runOnLists.ts';

const broken = (text: string): string[] => breakRunOnLists(repair(text)).text.split('\n');

describe('points that a copy ran together on one line', () => {
  it('are read each with its own lead and limit, and lead back to their words', () => {
    const text = letterWith(
      'Chủ tịch UBND tỉnh yêu cầu: 1. Sở Y tế: - Rà soát kho thuốc của các trạm, xong trước ngày 15/10/2025; - Hướng dẫn các xã trực cấp cứu. 2. Công an tỉnh phân luồng giao thông quanh bệnh viện. 3. Ủy ban nhân dân các xã: a) Lập danh sách hộ nghèo; b) Cấp thẻ trước ngày 20/10/2025.',
    );
    const { tasks } = readDirective(text);
    expect(tasks.slice(0, 5).map((t) => [t.lead, t.deadline])).toEqual([
      [['Sở Y tế'], '2025-10-15'],
      [['Sở Y tế'], null],
      [['Công an tỉnh'], null],
      [['Ủy ban nhân dân các xã'], null],
      [['Ủy ban nhân dân các xã'], '2025-10-20'],
    ]);
    expect(text.slice(...tasks[1]!.evidence)).toBe('Hướng dẫn các xã trực cấp cứu');
  });

  it.each([
    ['Điều 1. Phê duyệt đề án. Điều 2. Giao Sở Tài chính thực hiện.', 2],
    ['I. Mục tiêu: giữ rừng. II. Nhiệm vụ: trồng rừng.', 2],
    ['2.1. Sở A lập. 2.2. Sở B trình.', 2],
    ['1. Về đất đai 2. Sở Xây dựng thẩm định. 3. Sở Tư pháp góp ý.', 3],
    ['Sở Nội vụ - Chủ trì, phối hợp với Sở Tài chính rà soát biên chế', 2],
    ['1. Kiểm tra hồ sơ - Cơ quan thực hiện: Sở Nội vụ', 2],
  ])('%s: %i lines', (text, lines) => {
    expect(broken(text)).toHaveLength(lines);
    expect(breakRunOnLists(repair(text)).text).toHaveLength(text.length);
  });

  it.each([
    'Theo quy định tại khoản 2. Sở Tài chính trình.',
    'Ngày 12. 3. 2026 họp giao ban; lúc 8 giờ 30. Các sở dự.',
    'Sở Lao động - Thương binh và Xã hội; tuyến Hà Nội - Lào Cai: 245 km.',
    'Tổng thu đạt 105. 2. Chi thường xuyên giảm.',
    'Xem hình 1. Bản đồ và hình 2. Lược đồ của tỉnh.',
    'TT | Việc: 1. Sở A; 2. Sở B | Chủ trì',
    'Có một điểm mới: a) Bỏ bớt giấy tờ.',
  ])('leaves alone: %s', (text) => {
    expect(broken(text)).toEqual([text]);
  });
});
