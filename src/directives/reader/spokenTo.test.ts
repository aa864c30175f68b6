import { describe, expect, it } from 'vitest';
import { readDirective } from './index.ts';
import { letterWith } from './letter.fixture.ts';

const leads = (text: string): string[][] =>
  readDirective(text)
    .tasks.filter((t) => !t.optional)
    .map((t) => t.lead);

describe('those spoken to by another word than their name', () => {
  it('reads "quý Sở" in a letter as the one to whom it is sent', () => {
    const { tasks } = readDirective(`UBND TỈNH HƯNG HẢI
SỞ NỘI VỤ
Số: 812/SNV-CCHC
Hưng Hải, ngày 03 tháng 11 năm 2025

Kính gửi: Sở Tài chính

Sở Nội vụ đề nghị quý Sở khẩn trương có báo cáo về tình hình sử dụng biên chế.
Trân trọng đề nghị Quý Sở cử một cán bộ làm đầu mối phối hợp trước ngày 10/11/2025.
`);
    expect(tasks.map((t) => [t.lead, t.leadNormalized, t.deadline])).toEqual([
      [['quý Sở'], ['Sở Tài chính'], null],
      [['Quý Sở'], ['Sở Tài chính'], '2025-11-10'],
    ]);
  });

  it('knows a department though the second half of its field is written small', () => {
    expect(
      leads(
        letterWith(`1. Giao Sở Văn hóa và thể thao kiểm tra các nhà văn hóa thôn.
2. Giao Sở Nông nghiệp và môi trường tham mưu phương án trồng rừng.
3. Phòng Giáo dục và đào tạo rà soát các điểm trường.`),
      ),
    ).toEqual([['Sở Văn hóa và thể thao'], ['Sở Nông nghiệp và môi trường'], ['Phòng Giáo dục và đào tạo']]);
  });

  it('reads on a page of news whom it was asked of, and "sở này"', () => {
    expect(
      leads(`Tỉnh Hưng Hải họp về tuyến đường ven biển

Theo thông báo, UBND tỉnh giao Sở Xây dựng chủ trì rà soát hướng tuyến trong tháng 11/2025.

Đối với khu đất đối ứng, các sở, ngành và UBND các xã Hải Đông, Hải Tây được yêu cầu khẩn trương hoàn thành giải phóng mặt bằng.

Cùng với đó, sở này sẽ chủ trì thẩm định quy hoạch chi tiết các khu đô thị dọc tuyến.
`),
    ).toEqual([['Sở Xây dựng'], ['các sở, ngành', 'UBND các xã Hải Đông, Hải Tây'], ['sở này']]);
  });
});
