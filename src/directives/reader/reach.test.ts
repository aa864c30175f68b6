import { describe, expect, it } from 'vitest';
import { readDirective } from './index.ts';
import { letterWith } from './letter.fixture.ts';

const leadsOf = (text: string): string[] =>
  readDirective(text)
    .tasks.filter((t) => !t.optional)
    .map((t) => t.lead.join(' + '));
const official = (body: string): string[] => leadsOf(letterWith(body));

describe('how far a name reaches', () => {
  it('stops before the one who is to act in person', () => {
    expect(
      official(`1. Giao Ủy ban nhân dân phường, trực tiếp là đồng chí Chủ tịch UBND phường chỉ đạo kiểm tra vỉa hè.
2. Sở Y tế, trực tiếp là Giám đốc Sở, chịu trách nhiệm rà soát kho thuốc.`),
    ).toEqual(['Ủy ban nhân dân phường', 'Sở Y tế']);
  });

  it('takes in what a class of bodies works in or has to do with, up to the word that binds it', () => {
    expect(
      official(`1. Các đơn vị khai thác đá, đất san lấp phải lắp trạm cân.
2. Các địa phương có thực hiện các dự án tái định cư chủ trì, phối hợp với Sở Tài chính đối chiếu số liệu.`),
    ).toEqual(['Các đơn vị khai thác đá, đất san lấp', 'Các địa phương có thực hiện các dự án tái định cư']);
  });

  it('reads a comma inside the name of a centre, and lists of class nouns that open a sentence', () => {
    expect(
      official(`1. Trung tâm Văn hóa, Thể thao và Truyền thông xã tuyên truyền trên loa truyền thanh.
2. Ban, ngành, đoàn thể xã vận động hội viên tham gia.
3. Liên danh nhà thầu tập trung thi công ba ca.
4. UBND TP. Hương Sơn bố trí quỹ đất tái định cư.`),
    ).toEqual([
      'Trung tâm Văn hóa, Thể thao và Truyền thông xã',
      'Ban, ngành, đoàn thể xã',
      'Liên danh nhà thầu',
      'UBND TP. Hương Sơn',
    ]);
  });

  it('takes a heading with its trade for the whole name', () => {
    expect(
      official(`1. Nhà thầu thi công gói thầu số 5:
- Tăng thêm mũi thi công, làm bù tiến độ.
2. Các đơn vị thi công:
- Lập rào chắn, biển báo tại công trường.`),
    ).toEqual(['Nhà thầu thi công gói thầu số 5', 'Các đơn vị thi công']);
  });

  it('finds who stands last, set off by a dash or a comma', () => {
    expect(
      official(`1. Rà soát quy hoạch các cụm công nghiệp trên địa bàn tỉnh - Sở Công Thương chủ trì, xong trong tháng 11/2025.
2. Hoàn thành quy hoạch chung trước ngày 31/12/2025, do UBND các xã thực hiện.
3. Sở Xây dựng kiểm tra các dự án do UBND các xã thực hiện.`),
    ).toEqual(['Sở Công Thương', 'UBND các xã', 'Sở Xây dựng']);
  });

  it('takes presiding over a meeting for a duty among the points of an order, and "được phân công đi cơ sở" for how', () => {
    expect(
      official(`1. Phó Chủ tịch UBND tỉnh chủ trì họp với các nhà đầu tư chậm tiến độ trong tuần tới.
2. Thành viên Ban Chỉ đạo theo nhiệm vụ được phân công đi cơ sở nắm tình hình.`),
    ).toEqual(['Phó Chủ tịch UBND tỉnh', 'Thành viên Ban Chỉ đạo']);
  });

  it('does not charge what a target measures by', () => {
    expect(official('1. Sở Xây dựng theo dõi chỉ tiêu: mỗi huyện xây mới 01 cầu dân sinh.')).toEqual(['Sở Xây dựng']);
    expect(official('1. Sở Y tế lập các đoàn kiểm tra; mỗi đoàn kiểm tra phải có bác sĩ.')).toContain(
      'mỗi đoàn kiểm tra',
    );
  });
});

describe('names of bodies, before what they do and in a heading', () => {
  it.each([
    'Công ty cổ phần đầu tư xây dựng Đại Phong',
    'Ban Bồi thường giải phóng mặt bằng',
    'Tổ Công tác triển khai Đề án 06',
    'Văn phòng Ủy ban Quốc gia về chuyển đổi số',
    'Bộ phận tiếp nhận và trả kết quả',
    'Cấp ủy, tổ chức đảng các cấp',
    'Trưởng thôn, bản',
    'Các ông bà trưởng thôn',
    'Sở VH,TT&DL',
    'Nhà trường',
    'Nhà xuất bản Hương Sơn',
    'Câu lạc bộ hưu trí',
  ])('%s', (name) => {
    expect(official(`1. ${name} rà soát các tồn tại, báo cáo kết quả trước ngày 20/10/2025.`)).toEqual([name]);
    expect(official(`1. ${name}:\n- Rà soát các tồn tại, báo cáo kết quả.\n2. Sở Y tế lập danh mục thuốc.`)).toEqual([
      name,
      'Sở Y tế',
    ]);
  });
});

describe('what a page of news tells', () => {
  it('goes on with the one named before, and keeps apart the one who asks', () => {
    expect(
      leadsOf(`Thủ tướng yêu cầu Bộ Nội vụ tổ chức tập huấn cho cán bộ cấp xã.

Bộ Xây dựng cũng được giao nhiệm vụ chỉ đạo các địa phương rà soát quy hoạch.

Bộ cần có phương án hỗ trợ các xã miền núi.

Về phía UBND các tỉnh, Thủ tướng giao rà soát, kiểm tra trụ sở dôi dư.

Thủ tướng yêu cầu các địa phương phối hợp với các trường chính trị mở lớp.

Ngoài ra phải có phương án hỗ trợ ăn ở, đi lại cho cán bộ các xã ở xa trung tâm.
`),
    ).toEqual(['Bộ Nội vụ', 'Bộ Xây dựng', 'Bộ', 'UBND các tỉnh', 'các địa phương', 'các địa phương']);
  });
});

describe('which of a class of bodies is meant', () => {
  it.each([
    'Chủ tịch UBND các tỉnh nơi có trồng quế',
    'UBND các xã nơi có tuyến đường đi qua',
    'UBND các huyện, thị xã trọng điểm về nuôi tôm',
  ])('%s', (name) => {
    expect(official(`1. ${name} chỉ đạo kiểm tra, báo cáo kết quả trước ngày 20/10/2025.`)).toEqual([name]);
    expect(official(`1. ${name}\n- Rà soát các tồn tại, báo cáo kết quả.\n- Kiểm tra, xử lý vi phạm.`)).toEqual([
      name,
      name,
    ]);
  });

  it('a letter that sends its opinion to "Quý Bộ" charges nobody by it', () => {
    expect(
      official(
        '1. Sở Y tế rà soát các tồn tại, báo cáo kết quả.\n2. Sở Tài chính gửi ý kiến góp ý đến Quý Bộ để tổng hợp.',
      ),
    ).toEqual(['Sở Y tế']);
  });
});

describe('a page of news run together', () => {
  it('a headline without a stop, and places before the one spoken to', () => {
    expect(
      leadsOf(`Siết quản lý tôm giống

Phó Thủ tướng yêu cầu Bộ Công an khẩn trương báo cáo kết quả điều tra các đường dây buôn tôm giống lậu.

Tăng cường kiểm tra các trại tôm giống Phó Thủ tướng yêu cầu UBND các tỉnh ven biển rà soát các trại tôm trên địa bàn.

Trên cơ sở quy chế phối hợp đã ký, chỉ đạo các lực lượng chức năng tổ chức tuần tra chung trên biển.

Bên cạnh đó, chỉ đạo vận động các trại tôm ký cam kết không dùng chất cấm trong chăn nuôi. Đối với các tỉnh trọng điểm: Hương Sơn, Hòa Bắc, Chủ tịch UBND tỉnh cần tập trung chỉ đạo hoàn thành ký cam kết.
`),
    ).toEqual([
      'Bộ Công an',
      'UBND các tỉnh ven biển',
      'UBND các tỉnh ven biển',
      'UBND các tỉnh ven biển',
      'Chủ tịch UBND tỉnh',
    ]);
  });

  it('what a leader is only said to ask is no order of its own', () => {
    expect(
      official(
        '1. Sở Y tế rà soát, tổng hợp các nội dung Chủ tịch UBND tỉnh yêu cầu Sở Tài chính báo cáo trong quý trước.',
      ),
    ).toEqual(['Sở Y tế']);
  });
});
