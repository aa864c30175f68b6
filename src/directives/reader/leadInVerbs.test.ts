import { describe, expect, it } from 'vitest';
import { readDirective } from './index.ts';

const HEAD = `SỞ Y TẾ TỈNH HƯƠNG SƠN
Số: 186/SYT-NV
Hương Sơn, ngày 02 tháng 9 năm 2026

Kính gửi: Các trạm y tế.

`;
const POINTS = `
1. Thành lập đội cơ động.
2. Tổ chức khảo sát trực tuyến trước ngày 05/10/2026.`;
const read = (text: string): string[] =>
  readDirective(text).tasks.map((t) => `${t.lead.join(' + ')} | ${t.deadline ?? '-'}`);

describe('A letter turns to somebody without ordering outright', () => {
  it.each([
    'Sở Y tế hướng dẫn các đơn vị thực hiện các nhiệm vụ trọng tâm sau:',
    'Sở Y tế hướng dẫn các đơn vị như sau:',
    'Để chủ động phòng dịch, Sở Y tế lưu ý các đơn vị một số nội dung sau:',
    'Sở Y tế thông báo đến các đơn vị triển khai một số nội dung sau:',
    'Sở Y tế triển khai tới các đơn vị các nội dung công việc sau:',
    'Căn cứ Luật Phòng bệnh, Sở Y tế quán triệt đến các đơn vị tổ chức thực hiện những việc sau:',
  ])('%s', (leadIn) => {
    expect(read(HEAD + leadIn + POINTS)).toEqual(['các đơn vị | -', 'các đơn vị | 2026-10-05']);
  });

  it('where the sentence names nobody, those written to are meant', () => {
    expect(read(`${HEAD}Để chủ động phòng dịch, Sở Y tế hướng dẫn thực hiện như sau:${POINTS}`)).toEqual([
      'Các trạm y tế | -',
      'Các trạm y tế | 2026-10-05',
    ]);
  });

  it('telling of results gives nothing to do', () => {
    expect(
      read(`${HEAD}Sở Y tế thông báo đến các đơn vị kết quả kiểm tra như sau:
1. Tổ chức tiêm chủng đạt 98% kế hoạch.
2. Vệ sinh môi trường đạt yêu cầu.`),
    ).toEqual([]);
  });

  it('the day by which a report is handed in, told in a point of its own, binds no other point', () => {
    expect(
      read(`${HEAD}Sở Y tế hướng dẫn các đơn vị như sau:
1. Thành lập đội cơ động.
2. Thời hạn hoàn thành và nộp báo cáo tổng hợp về Sở Y tế trước ngày 05/10/2026.`),
    ).toEqual(['các đơn vị | -', 'các đơn vị | 2026-10-05']);
  });
});

describe('Small things of layout', () => {
  it('a table whose first column says who is read too', () => {
    expect(
      read(`${HEAD}Phân công như sau:
| Cơ quan, đơn vị | Công việc | Hạn |
|---|---|---|
| Phòng Nghiệp vụ Y | Tổng hợp báo cáo nguồn thuốc | 20/10/2026 |
| Trung tâm Y tế Lũng Cao | Hướng dẫn lịch tiêm vụ đông | Quý IV/2026 |`),
    ).toEqual(['Phòng Nghiệp vụ Y | 2026-10-20', 'Trung tâm Y tế Lũng Cao | 2026-12-31']);
  });

  it('what stands under the order of steps is done by those named there', () => {
    expect(
      read(`UBND XÃ LŨNG CAO
Số: 12/KH-UBND
Lũng Cao, ngày 02 tháng 6 năm 2026

KẾ HOẠCH
Kiểm tra việc thực hiện dân chủ

I. MỤC ĐÍCH
- Đánh giá đúng thực trạng.
II. TIẾN TRÌNH THỰC HIỆN
- Các thôn tự kiểm tra, báo cáo: Từ 15/06/2026 đến 20/06/2026.
- Công an xã thẩm tra trực tiếp: Từ 22/06/2026 đến 25/06/2026.`),
    ).toEqual(['Các thôn | 2026-06-20', 'Công an xã | 2026-06-25']);
  });

  it('a number with a point in it is one number', () => {
    expect(readDirective(`${HEAD}Căn cứ Nghị quyết số 66.25/2026/NQ-CP ngày 01/7/2026.`).references).toEqual([
      '66.25/2026/NQ-CP',
    ]);
  });
});

describe('Who is meant where several are named', () => {
  it.each([
    ['Sở Y tế yêu cầu các trung tâm y tế chỉ đạo các trạm y tế:', 'các trung tâm y tế'],
    ['Sở Y tế đề nghị UBND các xã chỉ đạo các trạm y tế thực hiện các nội dung sau:', 'UBND các xã'],
    ['Chủ tịch UBND tỉnh chỉ đạo các sở, ngành:', 'các sở, ngành'],
  ])('%s', (leadIn, lead) => {
    expect(read(HEAD + leadIn + POINTS)).toEqual([`${lead} | -`, `${lead} | 2026-10-05`]);
  });

  const order = (point: string): string[] => read(`${HEAD}Sở Y tế yêu cầu:\n\n1. ${point}`);

  it.each([
    ['Đối với các xã biên giới: đề nghị Công an tỉnh thống nhất phương án tuần tra.', 'Công an tỉnh'],
    ['Đối với các xã vùng cao: giao Sở Y tế rà soát thuốc.', 'Sở Y tế'],
    ['Đối với UBND các xã: rà soát nhà dột nát.', 'UBND các xã'],
  ])('%s', (point, lead) => {
    expect(order(point)).toEqual([`${lead} | -`]);
  });

  it.each([
    ['UBND các xã có tỷ lệ giải ngân dưới 40%', 'trực tiếp chỉ đạo giải phóng mặt bằng'],
    ['Các chủ đầu tư có tiến độ thi công chậm', 'khẩn trương lập lại kế hoạch'],
    ['Các đơn vị có tỷ lệ hồ sơ quá hạn trên 5%', 'kiểm điểm trách nhiệm'],
    ['UBND các xã có số hộ nghèo cao', 'rà soát nguyên nhân'],
    ['Các sở có tỷ lệ giải ngân thấp hơn mức trung bình toàn tỉnh', 'báo cáo giải trình'],
    ['Các xã có tỷ lệ tiêm chủng đạt dưới 90%', 'tổ chức tiêm vét'],
    ['Các trường có từ 500 học sinh trở lên', 'bố trí nhân viên y tế'],
  ])('a figure says which of them: %s', (lead, work) => {
    expect(order(`${lead} ${work}.`)).toEqual([`${lead} | -`]);
  });
});

describe('Reports that come round beside one with a day', () => {
  it.each([
    'Báo cáo quý trước ngày 10 của tháng cuối quý, báo cáo năm trước ngày 30/11/2026.',
    'Báo cáo tháng trước ngày 20 hằng tháng, báo cáo năm trước ngày 30/11/2026.',
  ])('%s', (words) => {
    const tasks = readDirective(`${HEAD}Sở Y tế yêu cầu:\n\n1. Phòng Nghiệp vụ Y:\n- ${words}`).tasks;
    expect(tasks.map((t) => t.deadline ?? t.recurrence)).toEqual([
      expect.stringMatching(/quarterly|monthly/),
      '2026-11-30',
    ]);
  });

  it('a day of a month of every quarter is no day of the calendar', () => {
    const [task] = readDirective(
      `${HEAD}Sở Y tế yêu cầu:\n\n1. Phòng Nghiệp vụ Y gửi báo cáo trước ngày 05 tháng đầu của quý sau.`,
    ).tasks;
    expect([task?.recurrence, task?.deadlineText]).toEqual(['quarterly', 'trước ngày 05 tháng đầu của quý sau']);
  });
});
