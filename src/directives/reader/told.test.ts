import { describe, expect, it } from 'vitest';
import { readDirective } from './index.ts';
import { letterWith } from './letter.fixture.ts';

const read = (body: string): string[] =>
  readDirective(letterWith(body)).tasks.map((t) => `${t.lead.join(' + ')} | ${t.deadline ?? '-'}`);

describe('Members of a class told by the state they are in', () => {
  it.each([
    ['Các địa phương chưa trả xong mặt bằng phải', 'Các địa phương chưa trả xong mặt bằng'],
    ['Các xã bị ngập sâu cần', 'Các xã bị ngập sâu'],
    ['Các phòng còn hồ sơ quá hạn cần', 'Các phòng còn hồ sơ quá hạn'],
    ['Các trường để xảy ra lạm thu nghiêm túc', 'Các trường để xảy ra lạm thu'],
  ])('%s ...', (words, lead) => {
    expect(read(`1. ${words} kiểm điểm, gửi báo cáo trước ngày 15/11/2025.`)).toEqual([`${lead} | 2025-11-15`]);
  });

  it('by a figure, without a word that binds', () => {
    expect(read('1. Các xã có tỷ lệ tiêm phòng dưới 70% tổ chức tiêm vét trước ngày 15/11/2025.')).toEqual([
      'Các xã có tỷ lệ tiêm phòng dưới 70% | 2025-11-15',
    ]);
  });

  it('heads the bullets under it', () => {
    expect(read('1. Các thôn bị cô lập do sạt lở cần:\n- Kiểm đếm lương thực.\n- Dọn bùn đất tại trạm y tế.')).toEqual([
      'Các thôn bị cô lập do sạt lở | -',
      'Các thôn bị cô lập do sạt lở | -',
    ]);
  });
});

describe('Who is told', () => {
  it.each([
    ['1. Yêu cầu Bí thư tỉnh ủy, thành ủy rà soát 05 đề án.', ['Bí thư tỉnh ủy, thành ủy | -']],
    [
      '1. Yêu cầu Giám đốc Sở Y tế, Chánh Thanh tra tỉnh, Chủ tịch UBND xã Hòa Bắc kiểm tra 05 cơ sở.',
      ['Giám đốc Sở Y tế + Chánh Thanh tra tỉnh + Chủ tịch UBND xã Hòa Bắc | -'],
    ],
    ['1. Về nhân sự: thống nhất giao Sở Nội vụ hoàn tất thủ tục bổ nhiệm.', ['Sở Nội vụ | -']],
    ['- Thanh tra huyện mỗi quý tổ chức 01 cuộc đối thoại với công dân.', ['Thanh tra huyện | -']],
    ['Chủ tịch UBND tỉnh Trần Văn Mẫu có ý kiến kết luận như sau:\n1. Sở Y tế rà soát 05 quy trình.', ['Sở Y tế | -']],
    ['1. Chuyển Sở Xây dựng xem xét, trả lời trước ngày 15/11/2025.', ['Sở Xây dựng | 2025-11-15']],
    ['1. Chuyển đơn của bà con đến Thanh tra tỉnh giải quyết trước ngày 15/11/2025.', ['Thanh tra tỉnh | 2025-11-15']],
    ['1. Thanh tra tỉnh:\n- Chuyển Công an tỉnh hồ sơ 05 vụ việc có dấu hiệu tội phạm.', ['Thanh tra tỉnh | -']],
    ['1. Sở Nội vụ:\n- Phân công đảng viên dự sinh hoạt với 05 chi bộ thôn.', ['Sở Nội vụ | -']],
  ])('%s', (body, tasks) => {
    expect(read(body)).toEqual(tasks);
  });
});

describe('A limit for what stands under a numbered heading', () => {
  it('binds that heading only, one of its points set apart', () => {
    expect(
      read(
        `1. Việc trước mắt
- Sở Y tế: tiêm vét vắc xin cho trẻ em.
- Sở Xây dựng: kiểm tra 07 công trình ven sông.
(Các nội dung tại mục 1 hoàn thành trước ngày 15/11/2025, riêng việc kiểm tra xong trong ngày 10/11/2025.)
2. Việc lâu dài
- Sở Nội vụ: hướng dẫn 05 xã sắp xếp lại công chức.`,
      ),
    ).toEqual(['Sở Y tế | 2025-11-15', 'Sở Xây dựng | 2025-11-15', 'Sở Nội vụ | -']);
  });
});
