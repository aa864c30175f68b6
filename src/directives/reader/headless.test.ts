import { describe, expect, it } from 'vitest';
import { readDirective } from './index.ts';

describe('documents of which only a part is there', () => {
  it('knows its type by how it speaks of itself', () => {
    const { document } = readDirective(`Điều 8. Tổ chức thực hiện

1. Sở Xây dựng hướng dẫn các xã triển khai thực hiện Quyết định này.
2. Sở Tài chính bố trí kinh phí theo quy định tại Điều 3 Quyết định này và Kế hoạch số 12/KH-UBND.
`);
    expect(document.type).toBe('Quyết định');
  });

  it('a notice that never says where its orders begin binds whoever is told their duty', () => {
    const { tasks } = readDirective(`ỦY BAN NHÂN DÂN
TỈNH HƯNG HẢI
Số: 318/TB-UBND
Hưng Hải, ngày 25 tháng 5 năm 2026

THÔNG BÁO
Về việc tổng vệ sinh môi trường

Hưởng ứng Ngày Môi trường thế giới năm 2026, tỉnh tổ chức tổng vệ sinh trong tuần đầu tháng 6.
Ủy ban nhân dân các xã, phường có trách nhiệm bố trí phương tiện thu gom, vận chuyển rác.
`);
    expect(tasks.map((t) => t.lead)).toEqual([['Ủy ban nhân dân các xã, phường']]);
  });

  it('reads the day at the foot, over the signature', () => {
    const { document, tasks } = readDirective(`CÔNG VĂN
Số: 41/UBND-VX
Về việc tổ chức ngày hội đọc sách

Kính gửi:
- Các trường học trên địa bàn xã;

Chủ tịch UBND xã yêu cầu các trường học báo cáo kết quả trước ngày 15 tháng 5.

Hải Đông, ngày 18 tháng 4 năm 2026.

CHỦ TỊCH
`);
    expect(document.date).toBe('2026-04-18');
    expect(tasks[0]?.deadline).toBe('2026-05-15');
  });

  it('knows what a page of news tells of, urgent or without its number', () => {
    const typeOf = (sentence: string) =>
      readDirective(`Hưng Hải siết chặt phòng dịch\n\n${sentence}\n\nSở Y tế rà soát khu cách ly.\n`).document.type;
    expect(
      typeOf('Chủ tịch UBND tỉnh vừa ký ban hành Chỉ thị hỏa tốc về việc phòng dịch, yêu cầu Sở Y tế trực 24/24 giờ.'),
    ).toBe('Chỉ thị');
    expect(typeOf('Theo thông báo, UBND tỉnh giao Sở Xây dựng rà soát hướng tuyến.')).toBe('Thông báo');
  });

  it('does not take a document that forms were sent with for this one', () => {
    const { document } = readDirective(`Kính gửi: Giám đốc các Sở

Bộ yêu cầu các Sở gửi báo cáo theo mẫu biểu đã hướng dẫn tại Công văn số 29/BXD-KH ngày 13/7/2025 của Bộ.
`);
    expect([document.number, document.date]).toEqual([null, null]);
  });
});
