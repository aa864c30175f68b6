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
