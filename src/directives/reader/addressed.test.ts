import { describe, expect, it } from 'vitest';
import { readDirective } from './index.ts';
import { LETTERHEAD, letterWith } from './letter.fixture.ts';

const said = (text: string): [string, string | null][] =>
  readDirective(text).tasks.map((t) => [t.lead.join(' + '), t.deadline]);

describe('who is spoken to', () => {
  const companies = 'Các Công ty TNHH MTV khai thác công trình thủy lợi';
  const letter = (body: string): string =>
    `${LETTERHEAD}\nKính gửi:\n- ${companies};\n- Phòng Kinh tế các xã, phường.\n\nĐể đủ nước gieo cấy, UBND tỉnh đề nghị quý cơ quan:\n${body}\n`;

  it('is named to the end of the line in "Kính gửi"', () => {
    expect(said(letter('Sửa chữa máy bơm trước ngày 09/11/2025.'))).toEqual([
      [`${companies} + Phòng Kinh tế các xã, phường`, '2025-11-09'],
    ]);
  });

  it('may be set apart by "riêng" and a comma', () => {
    expect(said(letter('Riêng các xã vùng cao, tích trữ nước trong ao hồ.')).map(([lead]) => lead)).toEqual([
      'các xã vùng cao',
    ]);
  });

  it('has one work where it is done in stages', () => {
    expect(
      said(
        letter(
          'Vận hành các trạm bơm trong 2 đợt: đợt 1 từ ngày 10/11/2025 đến ngày 14/11/2025; đợt 2 từ ngày 20/11/2025 đến ngày 24/11/2025.',
        ),
      ).map(([, day]) => day),
    ).toEqual(['2025-11-24']);
  });

  it('is named on a line of its own, also where the next one says what each of them must do', () => {
    expect(
      said(
        letterWith(
          'Trạm Y tế\nKhám sàng lọc cho người đăng ký.\n\nCác tổ dân phố\nMỗi tổ vận động ít nhất 10 người đăng ký.\nTreo băng rôn trên các trục đường chính.',
        ),
      ).map(([lead]) => lead),
    ).toEqual(['Trạm Y tế', 'Mỗi tổ', 'Các tổ dân phố']);
  });

  it('is nobody where the minutes say when they met and who presided', () => {
    expect(
      said(
        'BIÊN BẢN\nHọp giao ban Đảng ủy xã tháng 4/2026\n\nThời gian: 8 giờ ngày 02/4/2026. Địa điểm: Phòng họp số 1.\nChủ trì: đồng chí Bí thư Đảng ủy. Thư ký: đồng chí Chánh Văn phòng.\n\n3. Kết luận của đồng chí Bí thư\n- UBND xã: rà soát nguồn thu, báo cáo trước 15/5/2026.\n- Văn phòng Đảng ủy ra thông báo kết luận.\n',
      ).map(([lead]) => lead),
    ).toEqual(['UBND xã', 'Văn phòng Đảng ủy']);
  });

  it('is told under each topic what to do', () => {
    expect(
      said(
        letter(
          '1. Về hình thức: treo khẩu hiệu tại trụ sở.\n2. Về báo cáo: gửi kết quả về Sở Tư pháp trước ngày 20/11/2025.',
        ),
      ).map(([, day]) => day),
    ).toEqual([null, '2025-11-20']);
  });
});
