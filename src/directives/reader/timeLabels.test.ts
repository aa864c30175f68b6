import { describe, expect, it } from 'vitest';
import { readDirective } from './index.ts';

const HEAD = `UBND TỈNH HƯƠNG SƠN
Số: 40/KH-UBND
Hương Sơn, ngày 28 tháng 5 năm 2025

KẾ HOẠCH
Cải cách hành chính

`;
const days = (body: string) => readDirective(HEAD + body).tasks.map((t) => t.deadline);

describe('Points of a timetable say when before who', () => {
  it.each([
    ['Từ ngày 22/06/2025 đến ngày 25/06/2025', '2025-06-25'],
    ['Tháng 7/2025', '2025-07-31'],
    ['Ngày 15/8/2025', '2025-08-15'],
    ['Quý IV/2025', '2025-12-31'],
    ['Năm 2026', '2026-12-31'],
    ['Từ tháng 8 đến tháng 10/2025', '2025-10-31'],
  ])('%s:', (label, day) => {
    expect(days(`III. TIẾN ĐỘ\n- ${label}: Phòng Kinh tế rà soát hồ sơ.\n- ${label}: Công an xã kiểm tra.`)).toEqual([
      day,
      day,
    ]);
    expect(days(`III. TỔ CHỨC THỰC HIỆN\n1. Sở Nội vụ:\n- ${label}: Khảo sát ý kiến người dân.`)).toEqual([day]);
  });

  it('words before a colon that are no time give no limit', () => {
    expect(days('III. TỔ CHỨC THỰC HIỆN\n1. Sở Nội vụ:\n- Trong 5 dự án trọng điểm: Kiểm tra tiến độ.')).toEqual([
      null,
    ]);
  });
});
