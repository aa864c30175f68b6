import { describe, expect, it } from 'vitest';
import { readDirective } from './index.ts';

const HEAD = `ỦY BAN NHÂN DÂN
XÃ HƯƠNG SƠN
Số: 15/KH-UBND

CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Hương Sơn, ngày 03 tháng 10 năm 2025

KẾ HOẠCH
Tổ chức ngày hội đọc sách

`;
const leads = (body: string): string[] => readDirective(HEAD + body).tasks.map((t) => t.lead.join(' + '));

describe('Who a heading over points that say what to do speaks to', () => {
  it.each([
    ['Sở Thông tin và Truyền thông (Giao Phòng Bưu chính Viễn thông)', 'Sở Thông tin và Truyền thông'],
    ['Ban Thường vụ Đảng ủy các xã chú trọng thực hiện:', 'Ban Thường vụ Đảng ủy các xã'],
  ])('"%s" is %s', (heading, name) => {
    expect(leads(`III. TỔ CHỨC THỰC HIỆN\n\n1. ${heading}\n\n- Rà soát biểu mẫu.\n- Báo cáo kết quả.`)).toEqual([
      name,
      name,
    ]);
  });

  it.each([
    'Cán bộ phụ trách lĩnh vực giám sát và phản biện xã hội',
    'Chuyên viên phụ trách lĩnh vực Hành chính, Văn phòng',
    'Bộ phận tiếp nhận và xử lý đơn thư, tiếp công dân',
    'Kế toán, thủ quỹ nhà trường',
  ])('%j under "Tổ chức thực hiện" is a name as it stands', (name) => {
    expect(
      leads(`III. TỔ CHỨC THỰC HIỆN

1. Phòng Văn hóa - Xã hội

- Chuẩn bị địa điểm và tài liệu.

2. ${name}

- Bố trí kinh phí cho ngày hội.`),
    ).toEqual(['Phòng Văn hóa - Xã hội', name]);
  });

  it('what a heading tells after the names is no part of them', () => {
    expect(
      leads(`Chủ tịch UBND xã yêu cầu:

a) Trạm Y tế xã, Bảo hiểm xã hội cơ sở phối hợp

- Rà soát hồ sơ khám bệnh.

b) Phòng Kinh tế trong phạm vi chức năng, nhiệm vụ được giao

- Rà soát hàng hóa.`),
    ).toEqual(['Trạm Y tế xã + Bảo hiểm xã hội cơ sở', 'Phòng Kinh tế']);
  });

  it('a field of work is nobody', () => {
    expect(
      leads(`III. TỔ CHỨC THỰC HIỆN

1. Kinh phí thực hiện

- Bố trí từ nguồn xã hội hóa.

2. Lĩnh vực văn hóa, thể thao

- Xây dựng các tủ sách ở thôn.`),
    ).toEqual([]);
  });

  it('a name on a line of its own heads what follows, though a copy lost its number', () => {
    expect(
      leads(`III. TỔ CHỨC THỰC HIỆN

Phòng Văn hóa - Xã hội (cơ quan thường trực)
Chuẩn bị địa điểm và tài liệu trước ngày 10/10/2025.

Đối với Công an xã
- Tuần tra khu vực tổ chức ngày hội.
- Phân luồng giao thông.

Trạm Y tế xã, Hội Chữ thập đỏ xã
Bố trí một tổ cấp cứu lưu động.`),
    ).toEqual(['Phòng Văn hóa - Xã hội', 'Công an xã', 'Công an xã', 'Trạm Y tế xã + Hội Chữ thập đỏ xã']);
  });

  it('"có trách nhiệm" and the name of the capital head what follows too', () => {
    expect(
      leads(`III. TỔ CHỨC THỰC HIỆN

Các trường học có trách nhiệm
Lưu trữ phiếu mượn sách của bạn đọc.
Là đầu mối nhận sách tặng của các nhà hảo tâm.

Thủ đô Hà Nội
Tập trung chỉ đạo các phường mở phố sách.`),
    ).toEqual(['Các trường học', 'Các trường học', 'Thủ đô Hà Nội']);
  });

  it.each([
    ['Giao cho Sở Xây dựng một số việc sau đây:', 'Sở Xây dựng'],
    ['Sở Xây dựng, gồm các nhiệm vụ:', 'Sở Xây dựng'],
    ['Riêng Sở Xây dựng:', 'Sở Xây dựng'],
    ['Sở Xây dựng.', 'Sở Xây dựng'],
    ['Sở Xây dựng -', 'Sở Xây dựng'],
    ['Cơ quan chủ trì: Sở Xây dựng', 'Sở Xây dựng'],
    // Words of doing that no list knows, beside words that tell which of them.
    ['Sở Xây dựng vun đắp phong trào:', 'Sở Xây dựng'],
    ['Đảng ủy các xã dồn sức lãnh đạo, chỉ đạo:', 'Đảng ủy các xã'],
    ['UBND các xã ven sông:', 'UBND các xã ven sông'],
  ])('1. %s', (heading, lead) => {
    expect(
      leads(`Chủ tịch UBND xã yêu cầu:
1. ${heading}
- Rà soát các điểm đọc sách cũ.
- Nung nấu thêm ý tưởng cho ngày hội.`),
    ).toEqual([lead, lead]);
  });

  it('a number over a name alone, with its full stop, heads the paragraph below it', () => {
    expect(leads('Chủ tịch UBND xã yêu cầu:\n\n1. Sở Y tế.\n\nTập trung hướng dẫn các trạm.\n')).toEqual(['Sở Y tế']);
  });

  it('what a department named without a number must ask of others is its own duty', () => {
    expect(
      leads(`Chủ tịch UBND xã yêu cầu:
Sở Xây dựng
Rà soát bến bãi, yêu cầu các chủ bến tháo dỡ công trình trái phép.`),
    ).toEqual(['Sở Xây dựng']);
  });
});
