import { describe, expect, it } from 'vitest';
import { agencyGrammar } from './agencies.ts';
import { expandNames } from './expand.ts';
import { type Reading, readDirective } from './index.ts';
import { LETTERHEAD, letterWith } from './letter.fixture.ts';

const said = (reading: Reading): [string, string, string | null][] =>
  reading.tasks.filter((t) => !t.optional).map((t) => [t.lead.join(' + '), t.coordinate.join(' + '), t.deadline]);
const official = (body: string): [string, string, string | null][] => said(readDirective(letterWith(body)));

describe('layouts that differ from author to author', () => {
  it('reads the agencies that numbered headings in capitals name', () => {
    expect(
      official(`I. TRUNG TÂM KIỂM NGHIỆM TỈNH
1. Giám sát chặt chẽ các lô hàng; lấy mẫu xét nghiệm ngay.
II. PHÒNG NGHIỆP VỤ, THANH TRA SỞ
- Tổ chức kiểm tra các cơ sở, hoàn thành trong tháng 11/2025.
III. TỔ CHỨC THỰC HIỆN
1. Sở Y tế tổng hợp kết quả, báo cáo UBND tỉnh.`),
    ).toEqual([
      ['TRUNG TÂM KIỂM NGHIỆM TỈNH', '', null],
      ['PHÒNG NGHIỆP VỤ + THANH TRA SỞ', '', '2025-11-30'],
      ['Sở Y tế', '', null],
    ]);
  });

  it('reads the numbered duties after label blocks as tasks too', () => {
    expect(
      official(`II. NHIỆM VỤ
1. Chuẩn hóa danh mục thiết bị của quầy tiếp nhận
- Đơn vị chủ trì: Sở Nội vụ.
- Thời gian hoàn thành: trước ngày 31/10/2025.
III. TỔ CHỨC THỰC HIỆN
1. Sở Tài chính cân đối, bố trí kinh phí thực hiện Kế hoạch.
2. Sở Xây dựng theo dõi, báo cáo UBND tỉnh trước ngày 15/11/2025.`),
    ).toEqual([
      ['Sở Nội vụ', '', '2025-10-31'],
      ['Sở Tài chính', '', null],
      ['Sở Xây dựng', '', '2025-11-15'],
    ]);
  });

  it('lets a heading say which communes are meant, without being sure how far the name goes', () => {
    const { tasks } = readDirective(
      `${LETTERHEAD}\nChủ tịch UBND tỉnh yêu cầu:\n\n1. UBND các xã đăng ký đạt chuẩn năm 2026:\n- Xây dựng lộ trình từng tiêu chí, phân công người chịu trách nhiệm.\n`,
    );
    expect(tasks.map((t) => [t.lead, t.sure])).toEqual([[['UBND các xã đăng ký đạt chuẩn năm 2026'], false]]);
  });

  it('counts 2.1- as a number like 2.1.', () => {
    expect(
      official('2.1- Ủy ban nhân dân huyện\n- Xây dựng phương án bảo vệ thi công.\n- Giải quyết kiến nghị.'),
    ).toEqual([
      ['Ủy ban nhân dân huyện', '', null],
      ['Ủy ban nhân dân huyện', '', null],
    ]);
  });

  it('takes those whom "Đối với ...:" speaks to for the lead, and a thing dealt with for none', () => {
    expect(
      official('1. Đối với UBND các xã, phường: chịu trách nhiệm bàn giao mặt bằng trước ngày 15/11/2025.'),
    ).toEqual([['UBND các xã, phường', '', '2025-11-15']]);
    expect(official('1. Đối với các dự án chậm tiến độ: Giao Sở Tài chính tham mưu thu hồi vốn.')).toEqual([
      ['Sở Tài chính', '', null],
    ]);
  });

  it('takes the one who goes along for a partner, and passes over who chairs a team', () => {
    expect(
      official(`1. Sở Nông nghiệp và Môi trường cùng các địa phương thống kê thiệt hại.
2. Tổ công tác số 1 do Giám đốc Sở Xây dựng làm Tổ trưởng kiểm tra hiện trường, xong trước ngày 10/10/2025.`),
    ).toEqual([
      ['Sở Nông nghiệp và Môi trường', 'các địa phương', null],
      ['Tổ công tác số 1', '', '2025-10-10'],
    ]);
  });

  it('keeps what an agency must ask of others as its own duty', () => {
    expect(
      official(
        '1. Ban Quản lý dự án hạ tầng đô thị kiểm điểm trách nhiệm, báo cáo trước ngày 20/12/2025; yêu cầu nhà thầu lập lại tiến độ, gửi trước ngày 18/12/2025.',
      ).map(([lead]) => lead),
    ).toEqual(['Ban Quản lý dự án hạ tầng đô thị', 'Ban Quản lý dự án hạ tầng đô thị']);
  });

  it('leaves with an agency what it is told to ask of those under it', () => {
    expect(
      official('1. Ngân hàng Nhà nước Việt Nam yêu cầu các tổ chức tín dụng rà soát, làm sạch tài khoản.'),
    ).toEqual([['Ngân hàng Nhà nước Việt Nam', '', null]]);
  });

  it('reads a duty after a colon whose verb it does not know, without being sure of it', () => {
    const { tasks } = readDirective(
      `${LETTERHEAD}\nChủ tịch UBND tỉnh yêu cầu:\n\n1. Các chủ rừng: phát dọn thực bì, làm đường băng cản lửa.\n`,
    );
    expect(tasks.map((t) => [t.lead, t.sure])).toEqual([[['Các chủ rừng'], false]]);
  });

  it('reads a decision whose articles stand under "QUYẾT ĐỊNH:"', () => {
    expect(
      said(
        readDirective(`QUYẾT ĐỊNH:
Điều 1. Công bố dịch bệnh tại phường Bắc.
Điều 2. Ban Chỉ đạo phòng, chống dịch bệnh trên người tỉnh Hương Sơn có trách nhiệm tổ chức các biện pháp phòng, chống dịch.
`),
      ),
    ).toEqual([['Ban Chỉ đạo phòng, chống dịch bệnh trên người tỉnh Hương Sơn', '', null]]);
  });
});

describe('pages and extracts that tell of a directive', () => {
  it('takes the orders after "Theo đó" and ends where other news begins', () => {
    const reading = readDirective(`Chỉ đạo khắc phục sạt lở tại xã Bản Mới

Ngày 15/10/2025, UBND tỉnh ban hành Văn bản số 512/UBND-KT về khắc phục sạt lở.

Theo đó, Sở Xây dựng khảo sát hiện trường, báo cáo UBND tỉnh trước ngày 20/10/2025.

UBND xã Bản Mới cắm biển cảnh báo, tổ chức di dời các hộ dân trong khu vực nguy hiểm.

Tin liên quan:
- Sở Y tế kiểm tra các cơ sở hành nghề trên địa bàn
`);
    expect(said(reading)).toEqual([
      ['Sở Xây dựng', '', '2025-10-20'],
      ['UBND xã Bản Mới', '', null],
    ]);
  });

  it('reads an extract whose points open with agencies though no sentence announces them', () => {
    expect(
      said(
        readDirective(`1. Công an tỉnh: phối hợp, hỗ trợ bảo đảm an toàn các điểm thi.
2. Thanh tra tỉnh thành lập các đoàn thanh tra, kiểm tra các khâu tổ chức kỳ thi.
3. Sở Tài chính đảm bảo kinh phí phục vụ kỳ thi. Kho bạc Nhà nước từ tỉnh đến xã ưu tiên thanh toán kịp thời.
`),
      ).map(([lead]) => lead),
    ).toEqual(['Công an tỉnh', 'Thanh tra tỉnh', 'Sở Tài chính', 'Kho bạc Nhà nước từ tỉnh đến xã']);
  });

  it('names the one charged, not the one above who charges in passing', () => {
    expect(
      said(
        readDirective(`Bảo đảm hàng hóa dịp Tết

Theo đó, Thủ tướng yêu cầu Bộ Công Thương theo dõi sát diễn biến thị trường.

Thủ tướng cũng chỉ đạo Bộ Tài chính chủ trì theo dõi tình hình giá cả.
`),
      ).map(([lead]) => lead),
    ).toEqual(['Bộ Công Thương', 'Bộ Tài chính']);
  });

  it('leaves an account of what agencies did alone', () => {
    expect(
      readDirective(`Hội nghị sơ kết công tác y tế

Sáng nay, Sở Y tế tổ chức hội nghị sơ kết. Sở Tài chính đã bố trí đủ kinh phí cho các đơn vị.

Tại hội nghị, lãnh đạo tỉnh biểu dương kết quả đạt được.
`).tasks,
    ).toEqual([]);
  });
});

describe('where a name ends', () => {
  const grammar = agencyGrammar();
  it.each([
    ['Công an xã đối chiếu thông tin', ['Công an xã']],
    ['Sở Y tế túc trực báo cáo', ['Sở Y tế']],
    ['UBND xã Đông Hải cắm biển cảnh báo', ['UBND xã Đông Hải']],
    ['Công ty Điện lực Bắc Hải ứng trực khắc phục', ['Công ty Điện lực Bắc Hải']],
    ['Bộ trưởng Bộ Nội vụ chủ trì', ['Bộ trưởng Bộ Nội vụ']],
    ['Giám đốc các sở giáo dục và đào tạo xây dựng', ['Giám đốc các sở giáo dục và đào tạo']],
    [
      'Ban Quản lý dự án đầu tư xây dựng các công trình dân dụng và công nghiệp tỉnh đôn đốc',
      ['Ban Quản lý dự án đầu tư xây dựng các công trình dân dụng và công nghiệp tỉnh'],
    ],
    ['các địa phương gồm: Bắc Hải, Nam Hà tập trung', ['các địa phương gồm: Bắc Hải, Nam Hà']],
    ['Sở Y tế, Xây dựng và các đơn vị liên quan xem xét', ['Sở Y tế', 'Xây dựng', 'các đơn vị liên quan']],
  ])('%s', (text, expected) => {
    expect(grammar.list(text, 0, text.length, true).items.map((m) => text.slice(m.start, m.end))).toEqual(expected);
  });

  it('gives a bare field its head', () => {
    expect(expandNames(['Sở Y tế', 'Xây dựng', 'Công an'])).toEqual(['Sở Y tế', 'Sở Xây dựng', 'Công an']);
  });
});
