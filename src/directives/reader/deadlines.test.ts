import { describe, expect, it } from 'vitest';
import type { Day } from '../../kernel/day.ts';
import { findLimits, readLimitValue } from './deadlines.ts';

const today = '2025-11-20' as Day;
const only = (text: string) => findLimits(text, today, null)[0];

describe('limits', () => {
  it.each([
    ['hoàn thành trước ngày 31 tháng 12 năm 2025', '2025-12-31'],
    ['gửi về Sở Nội vụ chậm nhất là ngày 05/12/2025', '2025-12-05'],
    ['báo cáo trước 17 giờ 00 ngày 22/11/2025', '2025-11-22'],
    ['xong trước 30/11', '2025-11-30'],
    ['trước ngày 10/01', '2026-01-10'],
    ['xong trước ngày Quốc khánh 02/9/2026', '2026-09-02'],
    ['trong tháng 11 năm 2025', '2025-11-30'],
    ['trong tháng 2/2028', '2028-02-29'],
    ['trong Quý I năm 2026', '2026-03-31'],
    ['chậm nhất trong quý IV/2025', '2025-12-31'],
    ['trong Quý I và Quý II năm 2026', '2026-06-30'],
    ['trong các tháng 2, 3/2026', '2026-03-31'],
    ['từ nay đến hết ngày 31/12/2025', '2025-12-31'],
    ['đưa vào vận hành trong năm 2027', '2027-12-31'],
    ['hoàn thành trước thời điểm 01/7/2026', '2026-07-01'],
    ['không muộn hơn ngày 20 tháng 5 năm 2026', '2026-05-20'],
    ['thời hạn gửi về là ngày 20/5/2026', '2026-05-20'],
    ['có báo cáo vào ngày 20/5/2026', '2026-05-20'],
    ['thông tuyến đúng hẹn 30/4/2026', '2026-04-30'],
    ['bàn giao hồ sơ vào tháng 3/2026', '2026-03-31'],
    ['nghiệm thu trong quí 2 năm 2026', '2026-06-30'],
    ['bàn giao chậm nhất là cuối năm nay', '2025-12-31'],
    ['Đến 30/5/2026, phải tiêm xong cho trẻ', '2026-05-30'],
    ['hạn cuối cùng: 25/5/2026', '2026-05-25'],
    ['mở sổ trong khoảng thời gian từ 01/7 đến 31/7/2026', '2026-07-31'],
    ['bảo đảm đến ngày 30/6/2026 không còn chốt', '2026-06-30'],
    ['gửi trước 10 giờ sáng ngày 06/5/2026', '2026-05-06'],
    ["gửi trước 10h30' ngày 06/5/2026", '2026-05-06'],
    ['trước thời điểm kết thúc quý II/2026', '2026-06-30'],
    ['báo cáo trước thứ Năm (ngày 27/11/2025)', '2025-11-27'],
    ['gửi trước 15 giờ, thứ Sáu, ngày 28/11/2025', '2025-11-28'],
    ['gửi hồ sơ trước ngày mùng 5 tháng 12 năm 2025', '2025-12-05'],
    ['không để kéo dài quá ngày 30/12/2025', '2025-12-30'],
    ['làm xong trong Quý IV/2025 và Quý I/2026', '2026-03-31'],
    ['kiểm tra trong tháng 12/2025 và tháng 01/2026', '2026-01-31'],
    ['thời gian thực hiện từ tháng 12/2025 đến tháng 3/2026', '2026-03-31'],
    ['trả lời xong trước ngày cuối cùng của tháng 12/2025', '2025-12-31'],
    ['hoàn thành trước năm 2027', '2026-12-31'],
    ['khởi công cầu vào dịp 19/12/2025', '2025-12-19'],
    ['thông xe kỹ thuật ngày 19/12/2025', '2025-12-19'],
    ['trình UBND tỉnh ngày 28/11/2025.', '2025-11-28'],
    ['Hoàn thành: 30/11/2025', '2025-11-30'],
    ['thời gian hoàn thành ngày 30/11/2025', '2025-11-30'],
    ['thời hạn hoàn thành tháng 12/2025', '2025-12-31'],
    ['số hóa xong hồ sơ, hoàn thành quý I/2026', '2026-03-31'],
    ['hoàn thành số hóa hồ sơ cán bộ đến ngày 30/11/2025', '2025-11-30'],
    ['gửi danh sách về Văn phòng vào ngày 25/11/2025', '2025-11-25'],
    ['phúc tra nguồn theo kế hoạch, 10/12 nộp danh sách', '2025-12-10'],
    ['trình đề án điều chỉnh (Quý II/2026).', '2026-06-30'],
    ['treo cờ từ ngày 10/5/2026 đến hết ngày 14/5/2026', '2026-05-14'],
    ['dứt điểm trước khi kết thúc quý II/2026', '2026-06-30'],
    ['trong 6 tháng đầu năm 2026', '2026-06-30'],
    ['xong trong 9 tháng đầu năm 2026', '2026-09-30'],
    ['trong sáu tháng cuối năm 2026', '2026-12-31'],
    ['trong nửa đầu tháng 12/2026', '2026-12-15'],
    ['trong nửa đầu năm 2026', '2026-06-30'],
    ['tổng kết việc thực hiện vào năm 2030', '2030-12-31'],
    ['rà soát xong từ nay đến cuối năm.', '2025-12-31'],
    [', ngày 15/12/2025 phải hoàn thành.', '2025-12-15'],
  ])('"%s" is %s', (text, day) => expect(only(text)?.day).toBe(day));

  it.each([
    ['định kỳ hằng tháng báo cáo', 'monthly'],
    ['báo cáo trước ngày 25 hằng tháng', 'monthly'],
    ['thường xuyên kiểm tra, đôn đốc', 'regular'],
    ['định kỳ hằng quý tổng hợp', 'quarterly'],
    ['Hàng năm tổng hợp, đánh giá', 'yearly'],
    ['báo cáo trước ngày 15/6 và 15/12 hằng năm', 'yearly'],
    ['định kỳ 6 tháng báo cáo Bộ A, Bộ B trước ngày 15 tháng 6', 'regular'],
  ])('"%s" comes round %s and has no day', (text, recurrence) => {
    expect(only(text)).toMatchObject({ day: null, recurrence });
  });

  it.each([
    ['sau khi có hướng dẫn của Trung ương', 'sau khi có hướng dẫn của Trung ương'],
    ['không quá 2 tháng kể từ ngày ban hành văn bản này', null],
    ['trình Quốc hội tại Kỳ họp thứ 10', null],
    ['xong trong tuần đầu tháng 6/2026', null],
    ['hoàn thành trong năm nay', null],
  ])('"%s" keeps its words only', (text, condition) => {
    const limit = only(text);
    expect(limit).toMatchObject({ day: null, recurrence: null, condition });
  });

  it.each([
    'thực hiện Quyết định số 12/QĐ-UBND ngày 04/9/2025',
    'kế hoạch phát triển kinh tế - xã hội 06 tháng cuối năm 2025',
    'vào ngày 19 tháng 12 năm 2025 tổ chức lễ khánh thành',
    'giai đoạn 2026 - 2030',
    'khẩn trương, kịp thời triển khai',
    'tổng hợp số liệu tính đến ngày 31/3/2026',
    'nghỉ bù sau khi kết thúc quý II/2026',
    'Luật có hiệu lực từ ngày 01/01/2026',
    'báo cáo định kỳ 6 tháng (trước ngày 15/6), hằng năm (trước ngày 15/12)',
    'chuẩn bị nội dung trình Kỳ họp thứ 10 (tháng 12/2025).',
    'gửi báo cáo tính đến ngày 30/11/2025',
  ])('"%s" sets none', (text) => expect(findLimits(text, today, null).filter((l) => l.day)).toEqual([]));

  it('a day that does not exist is no day', () => {
    expect(only('trước ngày 31/11/2025')).toMatchObject({ day: null, impossible: true });
  });

  it.each([
    ['Quý III/2026', '2026-09-30'],
    ['2026', '2026-12-31'],
    ['2026-2028', '2028-12-31'],
    ['Giai đoạn 2026 - 2030', '2030-12-31'],
    ['11/2026', '2026-11-30'],
    ['15-11-2026', '2026-11-15'],
    ['10-11/2026', '2026-11-30'],
    ['Tháng 10 - 12/2026', '2026-12-31'],
    ['Quý III - IV/2026', '2026-12-31'],
    ['Quý IV/2026 - Quý I/2027', '2027-03-31'],
    ['Quý III, IV/2026', '2026-12-31'],
    ['Quý IV/2026, 2027', '2027-12-31'],
    ['Quý III, năm 2026', '2026-09-30'],
    ['2026, 2027, 2028', '2028-12-31'],
    ['Tháng 3, tháng 6 và tháng 9/2026', '2026-09-30'],
    ['Tháng 3, 6, 9/2026', '2026-09-30'],
    ['Quý II/2026 và quý IV/2026', '2026-12-31'],
    ['Từ tháng 3 đến tháng 6/2026', '2026-06-30'],
    ['01/3/2026 - 15/5/2026', '2026-05-15'],
    ['Năm 2026 và các năm tiếp theo', null],
    ['2026 và các năm tiếp theo', null],
    ['30/9 hằng năm', null],
    ['Hằng năm', null],
    ['Kỳ họp giữa năm 2026', null],
  ])('"%s" alone, after a label or in a column of limits, is %s', (value, day) =>
    expect(readLimitValue(value, today, null)?.day ?? null).toBe(day),
  );

  it.each([
    ['gửi Sở Nội vụ trước ngày 20 của tháng cuối quý', 'quarterly'],
    ['nộp trước ngày 15 tháng 6 và ngày 15 tháng 12 hằng năm', 'yearly'],
    ['định kỳ 10 ngày một lần gửi số liệu', 'regular'],
    ['định kỳ báo cáo UBND tỉnh', 'regular'],
    ['kiểm tra thường xuyên, đột xuất các bến', 'regular'],
  ])('%s comes round and has no day', (text, recurrence) => {
    expect(only(text)).toMatchObject({ day: null, recurrence });
  });

  it.each([
    'hoàn thành trước mùa mưa năm 2026',
    'trong tuần thứ hai của tháng 12/2025',
    'ngay sau khi Nghị quyết được thông qua',
  ])('%s keeps its words only', (text) => {
    expect(only(text)).toMatchObject({ day: null, recurrence: null });
  });

  it.each([
    'rà soát các dự án hoàn thành trước ngày 30/6/2025 để quyết toán',
    'hướng dẫn các dự án khởi công trước ngày 01/7/2025 chuyển tiếp',
    'theo báo cáo của UBND tỉnh ngày 01/11/2025.',
    'thu ngân sách từ tháng 1 đến tháng 10/2025',
  ])('%s is gone by and no limit', (text) => {
    expect(only(text)).toBeUndefined();
  });
});
