import { describe, expect, it } from 'vitest';
import { readDirective } from './index.ts';
import { letterWith } from './letter.fixture.ts';

const read = (text: string) =>
  readDirective(text).tasks.map((t) => [t.lead.join(' + '), t.deadline ?? t.recurrence ?? t.deadlineText]);

describe('a copy from the gazette', () => {
  it('is read where it begins inside the document, and its heading is nobody’s name', () => {
    const reading = readDirective(`Chương III
TỔ CHỨC THỰC HIỆN VÀ ĐIỀU KHOẢN THI HÀNH

Điều 6. Tổ chức thực hiện
1. Bộ Nội vụ hướng dẫn, kiểm tra các địa phương triển khai Quyết định này.
2. Bảo hiểm xã hội Việt Nam chi trả tiền hỗ trợ; ngày 25 hằng tháng báo cáo kết quả về Bộ Nội vụ.
3. Đề nghị Ủy ban trung ương Mặt trận Tổ quốc Việt Nam, tổ chức đại diện của người sử dụng lao động tham gia tuyên truyền.
Điều 7. Hiệu lực thi hành
1. Quyết định này có hiệu lực từ ngày 01 tháng 10 năm 2025.
`);
    expect(reading.document.issuer).toBeNull();
    expect(reading.tasks.map((t) => t.lead)).toEqual([
      ['Bộ Nội vụ'],
      ['Bảo hiểm xã hội Việt Nam'],
      ['Bảo hiểm xã hội Việt Nam'],
      ['Ủy ban trung ương Mặt trận Tổ quốc Việt Nam', 'tổ chức đại diện của người sử dụng lao động'],
    ]);
  });

  it('leaves out the head of its pages and what a digital signature printed there', () => {
    expect(
      readDirective(
        letterWith(`1. Sở Tài chính:
a) Bố trí kinh phí thực hiện theo quy định.
CÔNG BÁO/Số 1091 + 1092/Ngày 03-11-2025
71

b) Tham mưu phân bổ bổ sung kinh phí,
Ký bởi: CỔNG THÔNG TIN MẪU
Cơ quan: VĂN PHÒNG MẪU
Ngày ký: 2025-11-08 16:42:06 +07:00
trình Ủy ban nhân dân tỉnh xem xét.`),
      ).tasks.map((t) => t.action.replace(/\s+/g, ' ')),
    ).toEqual([
      'Bố trí kinh phí thực hiện theo quy định',
      'Tham mưu phân bổ bổ sung kinh phí, trình Ủy ban nhân dân tỉnh xem xét',
    ]);
  });

  it('gives its tables cell by cell: heads on two lines, sections, page heads in between, a number beside its words', () => {
    const head = 'STT\nTên nhiệm vụ cụ thể\nCơ quan\nchủ trì\nCơ quan\nphối hợp\nKết quả\nThời gian hoàn\nthành';
    expect(
      read(`PHỤ LỤC
DANH MỤC NHIỆM VỤ
${head}
I. Đổi mới mạnh mẽ tư duy và hành động trong lãnh đạo, chỉ đạo và tổ chức thực hiện công tác chăm sóc sức khỏe
nhân dân
1.

Tăng cường truyền thông để phát triển đối
tượng tham gia bảo hiểm.
Các
bộ
ở
Trung ương,
Ủy ban nhân
dân cấp tỉnh
Các cơ quan, tổ
chức khác.
Kế hoạch
Thường xuyên
CÔNG BÁO/Số 286/Ngày 27-05-2026
96

${head}
2.

Xây dựng Đề án nâng cao hiệu quả
truyền thông.
Bộ Tài chính
Bộ Y tế, Bộ
Tư pháp
Quyết định
Quý I/2027
II. Hoàn thiện thể chế về bảo hiểm
3. Xây dựng Luật sửa đổi.
Bộ Y tế
Bộ Tài chính
Luật
Quý I/2029
`),
    ).toEqual([
      ['Các bộ ở Trung ương + Ủy ban nhân dân cấp tỉnh', 'regular'],
      ['Bộ Tài chính', '2027-03-31'],
      ['Bộ Y tế', '2029-03-31'],
    ]);
  });

  it('finds who is told behind what is dealt with, commas and all', () => {
    expect(
      read(
        letterWith(`1. Đối với các chi phí khám bệnh, chữa bệnh vượt tổng mức thanh toán năm 2025, Bảo hiểm xã hội tỉnh khẩn trương thanh toán cho các bệnh viện.
2. Trên cơ sở Chỉ thị số 52-CT/TW, Kế hoạch hành động, các Sở, cơ quan ngang sở theo nhiệm vụ được giao trong Kế hoạch này tổ chức xây dựng kế hoạch chi tiết.
3. Đối với các đơn vị đã xây dựng cơ sở dữ liệu: Tiếp tục hoàn thiện hệ thống trong Quý II/2026.`),
      ),
    ).toEqual([
      ['Bảo hiểm xã hội tỉnh', null],
      ['các Sở, cơ quan ngang sở', null],
      ['các đơn vị đã xây dựng cơ sở dữ liệu', '2026-06-30'],
    ]);
  });

  it('takes powers and the closing notice of the office itself for no task', () => {
    expect(
      read(
        letterWith(`Điều 2. Nhiệm vụ của Ban Chỉ đạo:
1. Nghiên cứu, xây dựng Đề án cải cách.
Điều 3. Quyền hạn của Ban Chỉ đạo
1. Yêu cầu các sở, ngành cung cấp tài liệu phục vụ nhiệm vụ của Ban Chỉ đạo.
UBND phường thông báo để các đơn vị, cá nhân biết, thực hiện.`),
      ),
    ).toEqual([['Ban Chỉ đạo', null]]);
  });
});
