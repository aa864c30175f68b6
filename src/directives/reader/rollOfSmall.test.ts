import { describe, expect, it } from 'vitest';
import { readDirective } from './index.ts';

const read = (points: string): string[] =>
  readDirective(`UBND XÃ LŨNG CAO
Số: 12/KH-UBND
Lũng Cao, ngày 02 tháng 6 năm 2026

KẾ HOẠCH
Kiểm tra dân chủ

III. PHÂN CÔNG
${points}`).tasks.map((t) => `${t.lead.join(' + ')} | ${t.deadline ?? '-'}`);

describe('Those in a commune who have no office of their own', () => {
  it('a "Chi bộ" may stand alone', () => {
    expect(read('1. Chi bộ tự kiểm tra, báo cáo: trước 20/6/2026.')).toEqual(['Chi bộ | 2026-06-20']);
  });

  it.each(['Các họ đạo', 'Các dòng họ', 'Các tiểu thương', 'Các giáo xứ'])('%s', (lead) => {
    expect(read(`1. Các ban, ngành:\n- ${lead}: Phối hợp tuyên truyền.`)).toEqual([`${lead} | -`]);
  });

  it('a short dated step after one that names somebody is a step of the same', () => {
    expect(
      read('- Công an xã thẩm tra trực tiếp: Từ 22/6/2026 đến 25/6/2026.\n- Ban hành kết luận trước ngày 05/7/2026.'),
    ).toEqual(['Công an xã | 2026-06-25', 'Công an xã | 2026-07-05']);
  });

  it('submitting is what the writer does, no task', () => {
    expect(read('1. Phòng Kinh tế rà soát chợ.\n2. Phòng Kinh tế kính trình UBND tỉnh xem xét, quyết định.')).toEqual([
      'Phòng Kinh tế | -',
    ]);
  });
});
