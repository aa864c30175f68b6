import { describe, expect, it } from 'vitest';
import { readDirective } from './index.ts';

const factsOf = (text: string) => readDirective(text).document;

describe('What a head says, in the ways in which copies give it', () => {
  it.each([
    [
      'the symbol and the day alone on their lines',
      '85/CT-UBND\n02/01/2024\nChủ tịch UBND tỉnh\n\nCHỈ THỊ\nVề chuyển đổi số',
    ],
    ['fields of a register', 'Số hiệu: 85/CT-UBND\nNgày ban hành: 02/01/2024\n\nCHỈ THỊ\nVề chuyển đổi số'],
    ['other words for the fields', 'Số ký hiệu: 85/CT-UBND\nNgày văn bản: 02/01/2024\nTrích yếu: Về chuyển đổi số'],
  ])('%s', (_, head) => {
    const facts = factsOf(`${head}\n\nChủ tịch UBND tỉnh yêu cầu:\n1. Sở Y tế rà soát phần mềm.`);
    expect([facts.number, facts.symbol, facts.type, facts.date]).toEqual(['85', '85/CT-UBND', 'Chỉ thị', '2024-01-02']);
  });

  const MINUTES = `ỦY BAN NHÂN DÂN XÃ LŨNG CAO
Số:      /BB-UBND

Biên bản cuộc họp giao ban công tác tháng 5

Vào hồi 08 giờ 00 ngày 15 tháng 5 năm 2026, tại phòng họp diễn ra cuộc họp giao ban định kỳ.
NỘI DUNG CUỘC HỌP
- Bộ phận địa chính hoàn thành báo cáo bản đồ.
KẾT LUẬN CỦA CHỦ TRÌ
1. Các đơn vị chuẩn bị chu đáo báo cáo 6 tháng đầu năm.
2. Giao Văn phòng lắp đặt mạng trước ngày 20/5.`;

  it('minutes stay minutes under a heading in capitals, and the day of the meeting is not theirs', () => {
    const facts = factsOf(MINUTES);
    expect([facts.type, facts.date]).toEqual(['Biên bản', null]);
    expect(readDirective(MINUTES).tasks.map((t) => t.lead.join())).toEqual(['Các đơn vị', 'Văn phòng']);
  });

  it.each([
    ['Chủ tịch UBND xã\nNguyễn Thanh Mẫu', 'Chủ tịch UBND xã'],
    ['KT. Giám đốc\nPhó Giám đốc\n(đã ký)\nNguyễn Thanh Mẫu', 'KT. Giám đốc Phó Giám đốc'],
    ['Trưởng Công an xã\n\nNguyễn Thanh Mẫu\n', 'Trưởng Công an xã'],
  ])('an office in small letters signs too: %s', (foot, office) => {
    const read = readDirective(`UBND xã Lũng Cao

Kính gửi: Trạm Y tế xã, các trường học

UBND xã yêu cầu:

1. Các trường học:
- Vệ sinh trường lớp hàng tuần
- Theo dõi sức khỏe học sinh

${foot}`);
    expect([read.document.signer, read.document.signerTitle]).toEqual(['Nguyễn Thanh Mẫu', office]);
    expect(read.tasks).toHaveLength(2);
  });

  it('a page tells its letter in small letters, and what that letter carries out is not it', () => {
    const read = readDirective(`Thành phố giao việc

Tại công văn số 3175/UBND-ĐT ngày 22/9/2025, UBND thành phố Hương Sơn yêu cầu Sở Xây dựng tập trung thực hiện có hiệu quả Chỉ thị số 18-CT/TW ngày 4/9/2012.`);
    expect(read.document.symbol).toBe('3175/UBND-ĐT');
    expect(read.references).toEqual(['18-CT/TW']);
  });

  it('a page on a meeting names documents spoken of there; none of them is its own', () => {
    const read = readDirective(`Triển khai trung tâm điều hành

Ngày 3/12/2020, UBND tỉnh đã ban hành Kế hoạch số 694/KH-UBND về triển khai Đề án đô thị thông minh.

Kết luận cuộc họp, Phó Chủ tịch UBND tỉnh yêu cầu Sở Xây dựng rà soát hệ thống.`);
    expect([read.document.symbol, read.references]).toEqual([null, ['694/KH-UBND']]);
  });

  it('"Giao ban" is a meeting, no order to a "ban"', () => {
    const read = readDirective(
      'Thông báo số 76-TB/ĐU\nGiao ban Cấp ủy đột xuất\n\nGiao Công an phường rà soát nhà trọ.',
    );
    expect(read.tasks.map((t) => t.lead.join())).toEqual(['Công an phường']);
  });

  it('takes no heading of the side column for its own once a page of news has told its story', () => {
    const sentence =
      'Phát biểu tại hội nghị, lãnh đạo tỉnh nhấn mạnh việc vận hành thử mô hình mới phải sát thực tế, làm rõ việc của từng người, từng bộ phận, để ngày đầu tiên người dân đến làm thủ tục không phải chờ lâu.';
    const page = [sentence, sentence, sentence, 'THÔNG BÁO', 'Thông báo về việc mời chào đơn vị tư vấn bán cổ phần'];
    expect(readDirective(page.join('\n')).document).toMatchObject({ type: null, title: null });
    expect(readDirective(page.slice(2).join('\n')).document.type).toBe('Thông báo');
  });
});
