import { describe, expect, it } from 'vitest';
import { readDirective } from './index.ts';
import { LETTERHEAD, letterWith } from './letter.fixture.ts';

const official = (body: string): [string, string | null][] =>
  readDirective(letterWith(body))
    .tasks.filter((t) => !t.optional)
    .map((t) => [t.lead.join(' + '), t.deadline]);

describe('one limit for several tasks', () => {
  it('binds all under a heading or lead-in that holds it', () => {
    expect(
      official(`1. Các sở, ban, ngành, UBND các xã, phường (hoàn thành trước ngày 30/11/2025):
- Rà soát thủ tục hành chính của ngành mình.
- Công khai kết quả trên trang thông tin điện tử, xong trước 15/12/2025.
2. Trước ngày 15/11/2025, Sở Y tế thực hiện các nội dung sau:
a) Lập danh mục trang thiết bị cần bổ sung.
3. Giao Sở Nội vụ hoàn thành các việc sau trước ngày 20/11/2025:
a) Rà soát biên chế của các trạm y tế xã.`),
    ).toEqual([
      ['Các sở, ban, ngành + UBND các xã, phường', '2025-11-30'],
      ['Các sở, ban, ngành + UBND các xã, phường', '2025-12-15'],
      ['Sở Y tế', '2025-11-15'],
      ['Sở Nội vụ', '2025-11-20'],
    ]);
  });

  it('binds as many as a sentence after them counts', () => {
    expect(
      official(`1. Về tuyển quân:
a) Ban Chỉ huy Quân sự xã lập danh sách khám tuyển.
2. Về cứu hộ:
a) Công an tỉnh rà soát lực lượng, phương tiện.
b) Sở Y tế bố trí điểm sơ cứu tại bãi tắm.
Hai việc trên hoàn thành trước ngày 28/10/2025.`),
    ).toEqual([
      ['Ban Chỉ huy Quân sự xã', null],
      ['Công an tỉnh', '2025-10-28'],
      ['Sở Y tế', '2025-10-28'],
    ]);
  });

  it('stands before the words of doing without a comma, and before what others do afterwards', () => {
    expect(
      official(`1. Sở Xây dựng: Trong tháng 10/2025 hoàn thành hồ sơ cầu Bến Đò.
2. Sở Nội vụ trước 31/12 hằng năm tổng hợp, báo cáo UBND tỉnh.
3. UBND các xã gửi danh sách về Sở Nội vụ trước ngày 20/10/2025 để tổng hợp, báo cáo Bộ Nội vụ trước ngày 30/10/2025.`),
    ).toEqual([
      ['Sở Xây dựng', '2025-10-31'],
      ['Sở Nội vụ', null],
      ['UBND các xã', '2025-10-20'],
    ]);
  });
});

describe('a page without a date', () => {
  it('takes the year from the school year or a day written with dots', () => {
    const days = (text: string): (string | null)[] => readDirective(text).tasks.map((t) => t.deadline);
    const order = 'UBND tỉnh yêu cầu Sở Y tế kiểm tra bếp ăn của các trường, hoàn thành trước 25/8.';
    expect(days(`Ngày 15/8, UBND tỉnh Hương Sơn có công văn về chuẩn bị năm học 2025 - 2026.\n\n${order}\n`)).toEqual([
      '2025-08-25',
    ]);
    expect(days(`Sáng 15.8.2025, UBND tỉnh Hương Sơn họp về an toàn thực phẩm.\n\n${order}\n`)).toEqual(['2025-08-25']);
  });

  it('leaves to the clerk whether the limit of a heading holds for each point', () => {
    const reading = readDirective(
      `${LETTERHEAD}\nChủ tịch UBND tỉnh yêu cầu:\n\n1. Sở Y tế (hoàn thành trước ngày 30/11/2025):\n- Rà soát trang thiết bị của các bệnh viện tuyến tỉnh.\n`,
    );
    expect(reading.tasks.map((t) => [t.deadline, t.sure])).toEqual([['2025-11-30', false]]);
  });
});

describe('headings that need no colon', () => {
  it('reads "Trách nhiệm của ..." without a number and "Giao: ..." with bullets below', () => {
    expect(
      official(`Trách nhiệm của Sở Tài chính
Hướng dẫn các đơn vị quyết toán, xong trước ngày 31/12/2025.
Trách nhiệm của UBND cấp xã
Rà soát, lập danh sách đối tượng được hỗ trợ.
1. Giao: Sở Y tế.
- Rà soát nhân lực của các trạm y tế xã.`),
    ).toEqual([
      ['Sở Tài chính', '2025-12-31'],
      ['UBND cấp xã', null],
      ['Sở Y tế', null],
    ]);
  });
});

describe('tables in plain words', () => {
  it('reads "Việc | Ai làm chính | Cùng làm | Xong"', () => {
    expect(
      official(`1. Phân việc theo bảng sau:

| TT | Việc | Ai làm chính | Cùng làm | Xong |
|---|---|---|---|---|
| 1 | Lắp 12 điểm phát sóng ở nhà văn hóa thôn | Phòng Kinh tế | Bưu điện khu vực | 15/5/2026 |
| 2 | Mở lớp tin học cho người cao tuổi | Hội Người cao tuổi xã | Đoàn Thanh niên xã | Tháng 4/2026 |
`),
    ).toEqual([
      ['Phòng Kinh tế', '2026-05-15'],
      ['Hội Người cao tuổi xã', '2026-04-30'],
    ]);
  });
});
