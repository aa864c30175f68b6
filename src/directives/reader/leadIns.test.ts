import { describe, expect, it } from 'vitest';
import { readDirective } from './index.ts';
import { LETTERHEAD } from './letter.fixture.ts';

const leads = (body: string): string[] =>
  readDirective(`${LETTERHEAD}\n${body}\n`)
    .tasks.filter((t) => !t.optional)
    .map((t) => t.lead.join(' + '));
const order = (body: string): string[] => leads(`Chủ tịch UBND tỉnh yêu cầu:\n\n${body}`);

describe('Whom a sentence over points speaks to', () => {
  it('it may go on after the names: where the points stand, what kind they are', () => {
    expect(
      leads(`Ban Thường vụ Tỉnh ủy giao Đảng ủy UBND tỉnh lãnh đạo, chỉ đạo một số nội dung sau tại Kết luận số 5-KL/TU:

- Khẩn trương hoàn thiện quy định về bến bãi.

- Rà soát việc phân cấp quản lý đê cho các xã.`),
    ).toEqual(['Đảng ủy UBND tỉnh', 'Đảng ủy UBND tỉnh']);
  });

  it('what "gồm:" opens in points are things, not orders', () => {
    expect(
      order(`1. Sở Nội vụ rà soát hồ sơ nghỉ việc.

2. Đối tượng áp dụng bao gồm:

a) Cán bộ, công chức, viên chức lãnh đạo, quản lý các đơn vị;

b) Cán bộ, công chức cấp xã.`),
    ).toEqual(['Sở Nội vụ']);
  });

  it('the mark of a footnote belongs to no name', () => {
    expect(
      order(`1. Sở Nông nghiệp và Môi trường1 có trách nhiệm:

- Rà soát các hồ chứa.

2. Về nhiệm vụ của Sở Công Thương2

- Kiểm tra giá cả hàng hóa.`),
    ).toEqual(['Sở Nông nghiệp và Môi trường', 'Sở Công Thương']);
  });

  it('a list whose last word says who above all answers for it is still the subject', () => {
    expect(
      order(
        '- Trên cơ sở nguyên tắc phân cấp, Sở Nội vụ, Sở Tài chính, đặc biệt là người đứng đầu chịu trách nhiệm thực hiện phân cấp triệt để cho các xã.',
      ),
    ).toEqual(['Sở Nội vụ + Sở Tài chính']);
  });

  it('one "các" binds what its commas part', () => {
    expect(
      order('9. Các Tập đoàn, Tổng Công ty nhà nước, doanh nghiệp: xây dựng kế hoạch sản xuất cho quý tới.'),
    ).toEqual(['Các Tập đoàn, Tổng Công ty nhà nước, doanh nghiệp']);
  });

  it('a copy that begins in mid-document: charged points under a heading are orders', () => {
    expect(
      leads(`5. Đẩy nhanh tiến độ giải ngân

a) Các sở, ban, ngành khẩn trương hoàn thiện thủ tục đầu tư các dự án mới.

b) Sở Tài chính chủ trì tổng hợp tiến độ.

c) Kho bạc Nhà nước khu vực kiểm soát chi kịp thời cho các chủ đầu tư.`),
    ).toEqual(['Các sở, ban, ngành', 'Sở Tài chính', 'Kho bạc Nhà nước khu vực']);
  });

  it('in a roll of names a colon is enough', () => {
    expect(
      order(`- Trạm Y tế: kiểm tra vệ sinh nguồn nước.

- Đài truyền thanh xã: phát tin hai buổi.

- Hội Nông dân: vận động hội viên trồng cây.`),
    ).toEqual(['Trạm Y tế', 'Đài truyền thanh xã', 'Hội Nông dân']);
  });

  it('a name in capitals before a colon is told what follows', () => {
    expect(
      order(`1. SỞ Y TẾ: Chuẩn bị thuốc và vật tư.

2. NHIỆM VỤ, GIẢI PHÁP: Chuẩn bị kho bãi.

3. Nhiệm vụ các xã, phường:

a) Rà soát người già sống một mình.`),
    ).toEqual(['SỞ Y TẾ', 'các xã, phường']);
  });

  it('a lead-in that lost its colon leads all the same, a title does not', () => {
    expect(
      leads(`Hanh khô còn kéo dài, Chủ tịch UBND tỉnh đề nghị UBND các xã vùng cao

1) Dừng việc cho phép đốt nương.

2) Kiểm soát người vào rừng.`),
    ).toEqual(['UBND các xã vùng cao', 'UBND các xã vùng cao']);
    expect(
      leads(`KẾ HOẠCH
Thực hiện ý kiến của các xã về đê điều

I. MỤC ĐÍCH

1. Bảo đảm an toàn đê điều.`),
    ).toEqual([]);
  });

  it('points without a full stop are points, short as they may be', () => {
    expect(
      leads(`Chủ tịch UBND tỉnh đề nghị UBND các xã vùng cao:

1) Kiểm soát chặt chẽ người và phương tiện vào rừng trong những ngày nắng nóng

2) Dừng việc cho phép đốt nương

3) Tổ chức thực hiện`),
    ).toEqual(['UBND các xã vùng cao', 'UBND các xã vùng cao']);
  });
});

describe('A sentence over points that ends in a colon', () => {
  const POINTS = '- Rà soát nguồn thuốc, vật tư.\n- Báo cáo kết quả trước ngày 20/11/2025.';

  it.each([
    ['Căn cứ tình hình thực tế, các bệnh viện chủ động:', 'các bệnh viện'],
    ['Cụ thể, các bệnh viện phải:', 'các bệnh viện'],
    ['Riêng các bệnh viện tuyến tỉnh, thực hiện thêm các nội dung sau:', 'các bệnh viện tuyến tỉnh'],
    ['Sở Y tế yêu cầu các bệnh viện, cụ thể:', 'các bệnh viện'],
    [
      'Sở Y tế yêu cầu các bệnh viện thực hiện nghiêm Công văn số 12/BYT-KCB; đồng thời tập trung một số nội dung sau:',
      'các bệnh viện',
    ],
    ['Sở Y tế triển khai đến các đơn vị một số nội dung trọng tâm sau:', 'các đơn vị'],
    ['Sở Y tế yêu cầu các bệnh viện bổ sung một số nội dung:', 'các bệnh viện'],
    ['Để nâng cao năng lực pháp chế, Thủ trưởng các sở, ban, ngành có trách nhiệm:', 'Thủ trưởng các sở, ban, ngành'],
    ['Thời gian tới, các bộ, ngành cần tập trung triển khai các nhiệm vụ trọng tâm sau đây:', 'các bộ, ngành'],
  ])('%s', (sentence, lead) => {
    expect(leads(`Kính gửi: Trung tâm Kiểm nghiệm.\n\n${sentence}\n${POINTS}`)).toEqual([lead, lead]);
  });
});

describe('A class told at length in a heading', () => {
  it('heads its points where the headings around it name bodies', () => {
    const long =
      'Các Tập đoàn, Công ty thuộc phạm vi quản lý của Bộ, các doanh nghiệp hoạt động trong lĩnh vực hóa chất';
    expect(
      order(`1. ${long}
a) Rà soát, thống kê các cơ sở sử dụng hóa chất;
2. Các Sở Công Thương
a) Lập kế hoạch kiểm tra năm 2026;
3. Cục Hóa chất
a) Biên soạn tài liệu huấn luyện.`),
    ).toEqual([long, 'Các Sở Công Thương', 'Cục Hóa chất']);
  });
});

describe('Partners in a row', () => {
  it('are charged with nothing themselves', () => {
    expect(
      order(`1. Thuế tỉnh
- Thực hiện phối hợp với các ngân hàng thương mại, các công ty tài chính, các công ty cung cấp dịch vụ trung gian thanh toán để thu thập thông tin.`),
    ).toEqual(['Thuế tỉnh']);
  });

  it('"có phát sinh thu nhập" is no difficulty that would make the work optional', () => {
    expect(order('1. Thuế tỉnh rà soát các cá nhân có phát sinh thu nhập từ nền tảng số.')).toEqual(['Thuế tỉnh']);
  });
});
