import { describe, expect, it } from 'vitest';
import { readDirective } from './index.ts';
import { LETTERHEAD, letterWith } from './letter.fixture.ts';

const read = (body: string) =>
  readDirective(letterWith(body))
    .tasks.filter((t) => !t.optional)
    .map((t) => [t.lead.join(' + '), t.deadline ?? t.recurrence]);

describe('what a conclusion says to whom', () => {
  it('takes the one who concludes for nobody’s lead', () => {
    expect(
      readDirective(`${LETTERHEAD}
Chủ tịch UBND tỉnh kết luận như sau:
- Rà soát quy hoạch các khu dân cư trên địa bàn tỉnh, bảo đảm đồng bộ.
- Sở Xây dựng lập danh mục dự án.`).tasks.map((t) => t.lead),
    ).toEqual([['Sở Xây dựng']]);
    expect(
      read(`Ngày 12/01, sau khi nghe Phòng Kinh tế báo cáo, Trung tâm Phục vụ hành chính công báo cáo hồ sơ quá hạn, Chủ tịch UBND phường kết luận, giao nhiệm vụ:
1. Phòng Kinh tế kiểm tra 12 công trình.`),
    ).toEqual([['Phòng Kinh tế', null]]);
  });

  it('heads points by a body that leads and directs, also with a duty of everyday words', () => {
    expect(
      read(`1. Đảng ủy Ủy ban nhân dân tỉnh lãnh đạo, chỉ đạo:
- Triển khai các giải pháp bình ổn thị trường.
- Hoàn thành chi trả chế độ trước ngày 31/01/2026.`),
    ).toEqual([
      ['Đảng ủy Ủy ban nhân dân tỉnh', null],
      ['Đảng ủy Ủy ban nhân dân tỉnh', '2026-01-31'],
    ]);
  });

  it('goes on in points with whom a sentence charges', () => {
    expect(
      read(`1. Sở Xây dựng rà soát quy hoạch.
- Lập danh mục dự án trước ngày 20/11/2025.
- Công khai danh mục trên cổng thông tin.
2. Sở Tài chính thẩm định dự toán.`),
    ).toEqual([
      ['Sở Xây dựng', null],
      ['Sở Xây dựng', '2025-11-20'],
      ['Sở Xây dựng', null],
      ['Sở Tài chính', null],
    ]);
  });

  it('reads each sentence of a paragraph that ends with the word "đề nghị"', () => {
    expect(
      read(
        'UBND các xã lập danh sách gửi Sở Y tế trước ngày 05/12/2025. Bảo hiểm xã hội tỉnh cung cấp dữ liệu thẻ cho UBND cấp xã trong vòng 05 ngày kể từ ngày nhận được đề nghị.',
      ),
    ).toEqual([
      ['UBND các xã', '2025-12-05'],
      ['Bảo hiểm xã hội tỉnh', null],
    ]);
  });

  it('keeps what stands before a charge in the middle of a short point', () => {
    expect(
      read(`1. Phòng Văn hóa - Xã hội:
- Tham mưu Kế hoạch tổ chức Hội Xuân; nội dung văn nghệ giao Nhà văn hóa phường chuẩn bị.`),
    ).toEqual([
      ['Phòng Văn hóa - Xã hội', null],
      ['Nhà văn hóa phường', null],
    ]);
  });

  it('takes a day that comes round with the year for yearly, and "trước năm" for the end of the year before', () => {
    expect(
      read(`1. UBND các xã giám sát các hoạt động, định kỳ hằng năm báo cáo tình hình, gửi về Sở Nông nghiệp và Môi trường trước ngày 25 tháng 12 để tổng hợp.
2. Sở Tư pháp tổng kết việc thực hiện Nghị quyết trước năm 2028.
3. Sở Xây dựng rà soát các dự án khởi công trước năm 2020.`),
    ).toEqual([
      ['UBND các xã', 'yearly'],
      ['Sở Tư pháp', '2027-12-31'],
      ['Sở Xây dựng', null],
    ]);
  });

  it('goes on reading after the sentence that announces tasks', () => {
    expect(
      readDirective(
        `Giảm tai nạn giao thông
Phó Chủ tịch UBND tỉnh yêu cầu các sở, ngành xây dựng kế hoạch.
Phó Chủ tịch UBND tỉnh cũng giao các nhiệm vụ cụ thể cho các Sở, ngành liên quan. Trong đó, Sở Xây dựng sớm tham mưu ban hành bộ tiêu chí đánh giá.
Hội nghị kết thúc vào buổi chiều.`,
      ).tasks.map((t) => t.lead.join()),
    ).toEqual(['các sở, ngành', 'Sở Xây dựng']);
  });

  it('finds no task in copies made, in parts that others deal out, or in a team that dissolves', () => {
    expect(
      read(`1. Quyết định này được lập thành 03 bản: 01 bản cấp cho Công ty Cổ phần Mẫu, 01 bản gửi Ban Quản lý Khu kinh tế tỉnh.
2. Nhiệm vụ cụ thể của các thành viên do Trưởng đoàn phân công.
3. Đoàn kiểm tra tự giải thể sau khi hoàn thành nhiệm vụ.
Văn phòng HĐND và UBND xã thừa lệnh thông báo để các ngành biết, thực hiện.`),
    ).toEqual([]);
  });

  it('takes a search for the missing for work, and an office that is the standing one for a lead', () => {
    expect(
      read(`1. Chủ tịch UBND các xã nêu trên:
a) Tập trung tìm kiếm người mất tích, cứu chữa người bị thương.
2. Phòng Kinh tế: là cơ quan thường trực; tham mưu thành lập Tổ công tác.
3. Đối với các hộ chăn nuôi: phun khử trùng chuồng trại, khai báo ngay khi có lợn ốm.`),
    ).toEqual([
      ['Chủ tịch UBND các xã nêu trên', null],
      ['Phòng Kinh tế', null],
      ['các hộ chăn nuôi', null],
    ]);
  });

  it('joins a point broken before a small word of doing', () => {
    expect(
      read(`1. Đề nghị Báo và phát thanh, truyền hình tỉnh tăng thời lượng, tần suất
đưa tin về bão trên các nền tảng.`),
    ).toEqual([['Báo và phát thanh, truyền hình tỉnh', null]]);
  });

  it('takes only the organ of a cell that also says what it directs, and no row that is done', () => {
    expect(
      read(`| TT | Nội dung | Cơ quan chủ trì | Thời gian hoàn thành |
|---|---|---|---|
| 1 | Lập phương án xây dựng sàn giao dịch | Sở Tài chính chỉ đạo Trung tâm Mẫu và Công ty Mẫu thực hiện | Quý II/2026 |
| 2 | Xây dựng quy trình thẩm định | Sở Nông nghiệp và Môi trường | Đã hoàn thành |`),
    ).toEqual([['Sở Tài chính', '2026-06-30']]);
  });
});
