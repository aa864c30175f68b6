import { describe, expect, it } from 'vitest';
import { readDirective } from './index.ts';
import { LETTERHEAD, letterWith } from './letter.fixture.ts';

const said = (body: string): [string, string | null, string | null][] =>
  readDirective(letterWith(body))
    .tasks.filter((t) => !t.optional)
    .map((t) => [t.lead.join(' + '), t.deadline, t.recurrence]);

describe('several duties in one point', () => {
  it('keeps together a duty and what only closes it', () => {
    expect(
      said(
        '1. Sở Tài chính rà soát các quỹ ngoài ngân sách; hoàn thành trước ngày 20/11/2025; báo cáo kết quả về UBND tỉnh.',
      ),
    ).toEqual([['Sở Tài chính', '2025-11-20', null]]);
  });

  it('takes apart what comes round at an hour or on a weekday', () => {
    for (const when of ['trước 16 giờ hằng ngày', 'hằng ngày, trước 16 giờ 00,', 'chiều thứ Sáu hằng tuần'])
      expect(
        said(`1. Sở Y tế tuyệt đối không để thiếu thuốc; ${when} báo cáo nhanh số ca bệnh.`).map(([lead]) => lead),
      ).toEqual(['Sở Y tế', 'Sở Y tế']);
  });

  it('how long something goes on is no day of what comes round', () => {
    expect(said('1. Sở Y tế làm đầu mối, hằng ngày báo cáo Bộ trưởng từ ngày 18/10/2025 đến ngày 27/10/2025.')).toEqual(
      [['Sở Y tế', null, 'daily']],
    );
  });

  it('leaves a day to the work that stands before it', () => {
    for (const when of [
      'hoàn thành trước ngày 20/11/2025',
      'xong trong tháng 11/2025',
      'thời hạn: 20/11/2025',
      'chậm nhất ngày 20/11/2025',
    ])
      for (const next of [
        'xây dựng quy chế chi tiêu chung',
        'kiên quyết thu hồi nhà cho thuê',
        'phân công từng phó giám đốc phụ trách',
      ])
        expect(
          said(`1. Sở Tài chính phối hợp với Sở Nội vụ rà soát các quỹ ngoài ngân sách; ${when}; ${next}.`).map(
            ([, day]) => day,
          ),
          `${when}; ${next}`,
        ).toEqual([expect.stringMatching(/^2025-11-/), null]);
  });

  it('keeps how a dated work is to be done with it', () => {
    for (const how of [
      'bảo đảm chính xác',
      'đảm bảo không để sót quỹ nào',
      'chịu trách nhiệm về số liệu',
      'làm rõ nguyên nhân',
    ])
      expect(
        said(`1. Sở Tài chính rà soát các quỹ ngoài ngân sách, hoàn thành trước ngày 20/11/2025; ${how}.`),
        how,
      ).toEqual([['Sở Tài chính', '2025-11-20', null]]);
  });

  it('parts what comes round from what does not', () => {
    expect(
      said(`1. Sở Xây dựng
- Bố trí đủ quỹ đất cho các khu nhà ở xã hội; hằng quý công khai tiến độ trên trang thông tin điện tử.
- Tăng cường quản lý trật tự xây dựng; mỗi tuần tổ chức đối thoại với các hộ dân một lần.`),
    ).toEqual([
      ['Sở Xây dựng', null, null],
      ['Sở Xây dựng', null, 'quarterly'],
      ['Sở Xây dựng', null, null],
      ['Sở Xây dựng', null, 'regular'],
    ]);
  });

  it('makes no task of a sentence that only tells more of the dated one', () => {
    expect(
      said(`1. Sở Nội vụ chủ trì tổ chức hội thi cải cách hành chính, hoàn thành trước ngày 30/11/2025. Hình thức thi: trực tuyến đến cấp xã.
2. Sở Xây dựng trình phê duyệt hướng tuyến đoạn 1 trước ngày 10/12/2025. Riêng đoạn 2, từ cầu Trắng đến ngã ba Đồng, sẽ thực hiện sau.`),
    ).toEqual([
      ['Sở Nội vụ', '2025-11-30', null],
      ['Sở Xây dựng', '2025-12-10', null],
    ]);
  });

  it('takes how often over "thường xuyên"', () => {
    expect(said('1. Sở Y tế thường xuyên báo cáo tình hình dịch bệnh về UBND tỉnh trước ngày 25 hằng tháng.')).toEqual([
      ['Sở Y tế', null, 'monthly'],
    ]);
  });

  it('ends the names of those in charge of an area where it says how often', () => {
    expect(
      said(
        '1. Các đồng chí Tỉnh ủy viên được phân công phụ trách địa bàn mỗi tháng dành ít nhất một ngày làm việc với cơ sở.',
      ),
    ).toEqual([['Các đồng chí Tỉnh ủy viên được phân công phụ trách địa bàn', null, 'monthly']]);
  });
});

describe('days that are no limit', () => {
  it('does not take the time that is told of, or which things are meant, for a limit', () => {
    expect(
      said(`1. Sở Y tế tổng hợp số ca mắc từ ngày 01/10/2025 đến ngày 31/10/2025, báo cáo UBND tỉnh.
2. Sở Tài chính quyết toán các khoản chi phát sinh trước ngày 30/6/2026.
3. Sở Tư pháp thẩm định hồ sơ tiếp nhận trước ngày 15/10/2025 theo quy trình cũ, xong trước ngày 20/11/2025.
4. Sở Tư pháp gửi hồ sơ trước ngày 15/11/2025.`),
    ).toEqual([
      ['Sở Y tế', null, null],
      ['Sở Tài chính', null, null],
      ['Sở Tư pháp', '2025-11-20', null],
      ['Sở Tư pháp', '2025-11-15', null],
    ]);
  });

  it('does not take what is told before an order, or what it is for, for the limit of the points under it', () => {
    const under = (leadIn: string): (string | null)[] =>
      readDirective(
        `${LETTERHEAD}\n${leadIn}\n\n- Rà soát các trạm bơm điện trên địa bàn.\n- Gia cố các đập thời vụ.\n`,
      ).tasks.map((t) => t.deadline);
    expect(
      under('Mặn có thể vào sâu 60 km trong tháng 12/2025. Chủ tịch UBND tỉnh yêu cầu UBND các xã ven biển thực hiện:'),
    ).toEqual([null, null]);
    expect(
      under(
        'Để bảo đảm cấp nước cho 7.000 hộ trong năm 2025, Chủ tịch UBND tỉnh yêu cầu UBND các xã ven biển thực hiện:',
      ),
    ).toEqual([null, null]);
    expect(
      under('Chủ tịch UBND tỉnh yêu cầu UBND các xã ven biển thực hiện các việc sau trước ngày 30/11/2025:'),
    ).toEqual(['2025-11-30', '2025-11-30']);
  });
});
