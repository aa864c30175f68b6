import { describe, expect, it } from 'vitest';
import { readDirective } from './index.ts';
import { LETTERHEAD_OF_MAY, letterWith } from './letter.fixture.ts';

const said = (body: string): [string, boolean][] =>
  readDirective(letterWith(body, LETTERHEAD_OF_MAY)).tasks.map((t) => [t.lead.join(' + '), t.sure]);

describe('somebody whose name no word list knows', () => {
  it('is believed among points that all name somebody, and left for the clerk to confirm', () => {
    expect(
      said(`1. Sở Y tế rà soát danh mục thuốc, báo cáo UBND tỉnh trước ngày 20/5/2026.
2. Nghiệp đoàn Xích lô Hương Sơn bố trí điểm đỗ, niêm yết giá cước tại bến.
3. Sở Xây dựng kiểm tra các bến thủy nội địa đang hoạt động.
4. Thuyền trưởng tàu khách lập danh sách hành khách trước mỗi chuyến.`),
    ).toEqual([
      ['Sở Y tế', true],
      ['Nghiệp đoàn Xích lô Hương Sơn', false],
      ['Sở Xây dựng', true],
      ['Thuyền trưởng tàu khách', false],
    ]);
  });

  it('may be known by initials alone, if they stand for no field of work', () => {
    const notes = (first: string): string[] =>
      said(`1. Phòng Kinh tế: lập danh sách hộ được hỗ trợ.
2. Các thôn: họp dân, gửi biên bản.
3. ${first}: chuẩn bị tài liệu, in giấy mời.`).map(([lead]) => lead);
    for (const initials of ['VP', 'VPĐKĐĐ', 'BCHQS'])
      expect(notes(initials), initials).toEqual(['Phòng Kinh tế', 'Các thôn', initials]);
    for (const field of ['GPMB', 'PCCC', 'III']) expect(notes(field), field).toEqual(['Phòng Kinh tế', 'Các thôn']);
  });

  it('is named before what it is put in charge of doing', () => {
    expect(
      said(`1. Phó Chủ tịch UBND xã phụ trách văn hóa rà soát hồ sơ di tích.
2. Đồng chí Chánh Văn phòng phụ trách chuẩn bị tài liệu họp.`).map(([lead]) => lead),
    ).toEqual(['Phó Chủ tịch UBND xã phụ trách văn hóa', 'Đồng chí Chánh Văn phòng']);
  });

  it('is believed after an assigning word', () => {
    expect(
      said('Giao Câu lạc bộ Ca trù Hương Sơn chủ trì biên soạn tài liệu truyền dạy.').map(([lead]) => lead),
    ).toEqual(['Câu lạc bộ Ca trù Hương Sơn']);
  });

  it('is believed as the heading between headings that name somebody', () => {
    expect(
      said(`1. Sở Công Thương
- Kiểm tra hàng dự trữ tại các kho.
2. Sàn Giao dịch nông sản
- Công bố giá hằng ngày.
3. Sở Tài chính
- Bố trí kinh phí tham gia hội chợ.`).map(([lead]) => lead),
    ).toEqual(['Sở Công Thương', 'Sàn Giao dịch nông sản', 'Sở Tài chính']);
  });

  it('goes on a list that a known name opened', () => {
    expect(said('1. Sở Nội vụ, Nghiệp đoàn Nghề cá tỉnh chuẩn bị tài liệu hội nghị.').map(([lead]) => lead)).toEqual([
      'Sở Nội vụ + Nghiệp đoàn Nghề cá tỉnh',
    ]);
  });

  it('is not seen in a programme, a law or other work', () => {
    expect(
      said(`1. Sở Y tế rà soát danh mục thuốc, báo cáo UBND tỉnh.
2. Chương trình Sữa học đường tiếp tục mở rộng tới các điểm trường.
3. Sở Xây dựng kiểm tra các bến thủy nội địa.`).map(([lead]) => lead),
    ).toEqual(['Sở Y tế', 'Sở Xây dựng']);
  });
});
