import { describe, expect, it } from 'vitest';
import { type Reading, readDirective } from './index.ts';
import { LETTERHEAD, letterWith } from './letter.fixture.ts';

const said = (reading: Reading): [string, string | null][] =>
  reading.tasks.filter((t) => !t.optional).map((t) => [t.lead.join(' + '), t.deadline]);
const official = (body: string): [string, string | null][] => said(readDirective(letterWith(body)));

describe('who is spoken to', () => {
  it('takes "Lãnh đạo ..." under a Party body as what that body does', () => {
    expect(
      official(`1. Đối với Đảng ủy Công an tỉnh
- Lãnh đạo Công an tỉnh rà soát các điểm đen về giao thông, báo cáo trong tháng 11/2025.
2. Sở Xây dựng
- Lãnh đạo Sở trực tiếp kiểm tra hiện trường.`),
    ).toEqual([
      ['Đảng ủy Công an tỉnh', '2025-11-30'],
      ['Lãnh đạo Sở', null],
    ]);
  });

  it('reads a numbered heading that says which members of a class are meant', () => {
    expect(
      official(`1. Đối với Đảng ủy các xã có tuyến kênh đi qua
- Phân công từng đồng chí phụ trách từng đoạn kênh.`),
    ).toEqual([['Đảng ủy các xã có tuyến kênh đi qua', null]]);
  });

  it('leaves out of the name the words that say how it is to act', () => {
    expect(
      official(`1. Giám đốc Sở Y tế, Giám đốc Sở Tư pháp trong phạm vi chức năng của mình:
- Rà soát các thủ tục còn chậm, công khai kết quả hằng tuần.`),
    ).toEqual([['Giám đốc Sở Y tế + Giám đốc Sở Tư pháp', null]]);
  });

  it('knows heads of offices and of neighbourhoods by any title', () => {
    expect(
      official(`1. Trưởng Thuế tỉnh đôn đốc thu nợ đọng, xong trước ngày 20/10/2025.
2. Các ông, bà Trưởng thôn họp dân lấy ý kiến về hương ước.
3. Tổ trưởng các tổ dân phố:
- Đi từng nhà ghi nhận nguyện vọng của các hộ.
4. Báo và Đài Phát thanh và Truyền hình Hương Sơn: mở chuyên mục hằng tuần về phân loại rác.
5. Các lực lượng cứu hộ, cứu nạn duy trì quân số, sẵn sàng ứng phó.`),
    ).toEqual([
      ['Trưởng Thuế tỉnh', '2025-10-20'],
      ['Các ông, bà Trưởng thôn', null],
      ['Tổ trưởng các tổ dân phố', null],
      ['Báo và Đài Phát thanh và Truyền hình Hương Sơn', null],
      ['Các lực lượng cứu hộ, cứu nạn', null],
    ]);
  });

  it('reads an assignment whose object stands first', () => {
    expect(
      official(`1. Việc cải tạo nhà văn hóa các thôn giao UBND các xã làm chủ đầu tư, xong trước ngày 20/12/2025.
2. Việc cập nhật số liệu được giao cho Sở Nội vụ thực hiện, bảo đảm chính xác.
3. Yêu cầu UBND các xã có tuyến đường đi qua khởi công khu tái định cư trước ngày 30/11/2025.`),
    ).toEqual([
      ['UBND các xã', '2025-12-20'],
      ['Sở Nội vụ', null],
      ['UBND các xã có tuyến đường đi qua', '2025-11-30'],
    ]);
  });
});

describe('names', () => {
  it('reads a list with a shared head although a field in it is also a verb', () => {
    expect(official('1. Các sở: Xây dựng, Tài chính có văn bản tham gia ý kiến trước ngày 20/10/2025.')).toEqual([
      ['Các sở: Xây dựng, Tài chính', '2025-10-20'],
    ]);
  });

  it('does not take "có nhiệm vụ", a role or a class noun in another sense for part of the name', () => {
    expect(
      official(`1. Tổ công tác có nhiệm vụ:
a) Hướng dẫn người dân kê khai đất đai;
b) Ký biên bản bàn giao với từng thôn.
2. Phòng Kinh tế là bộ phận thường trực, bố trí máy tính cho Tổ công tác.
3. Nhà đầu tư (Công ty Cổ phần Hương Sơn):
- Ký quỹ bảo đảm thực hiện dự án trước ngày 31/10/2025.
4. Những vụ việc phức tạp đã được báo cáo.`),
    ).toEqual([
      ['Tổ công tác', null],
      ['Tổ công tác', null],
      ['Phòng Kinh tế', null],
      ['Nhà đầu tư (Công ty Cổ phần Hương Sơn)', '2025-10-31'],
    ]);
  });

  it('goes on by the name that the document gives to all it speaks to', () => {
    expect(
      said(
        readDirective(`${LETTERHEAD}
Sở Y tế đề nghị các bệnh viện, trung tâm y tế (sau đây gọi chung là các đơn vị) thực hiện một số nội dung:
1. Rà soát trang thiết bị, báo cáo trước ngày 31/10/2025.
`),
      ),
    ).toEqual([['các đơn vị', '2025-10-31']]);
  });
});

describe('names that say what a body does', () => {
  it('takes a trade or a field of charge into the name where what is to be done follows', () => {
    expect(
      official(`1. Các đơn vị quản lý đường bộ tăng cường tuần đường, sửa chữa biển báo.
2. Giao đồng chí Phó Chủ tịch UBND xã phụ trách kinh tế trực tiếp chỉ đạo, mỗi tuần kiểm tra một lần.
3. Đảng ủy Mặt trận Tổ quốc và các đoàn thể tỉnh lãnh đạo phát động phong trào khởi nghiệp.`).map(([lead]) => lead),
    ).toEqual([
      'Các đơn vị quản lý đường bộ',
      'đồng chí Phó Chủ tịch UBND xã phụ trách kinh tế',
      'Đảng ủy Mặt trận Tổ quốc và các đoàn thể tỉnh',
    ]);
  });

  it('reads a label block that names who leads before it says what', () => {
    expect(
      official(`2. Hỗ trợ doanh nghiệp
- Chủ trì: Sở Tài chính. Phối hợp: các hiệp hội doanh nghiệp.
- Nội dung: Rà soát quỹ đất sạch trong khu công nghiệp.
- Hoàn thành: tháng 11/2025.`),
    ).toEqual([['Sở Tài chính', '2025-11-30']]);
  });

  it('reads the paragraphs after a sentence of news that ends in "yêu cầu."', () => {
    expect(
      said(
        readDirective(`Thực hiện Công điện của Thủ tướng Chính phủ, UBND tỉnh Hương Sơn yêu cầu.
Sở Xây dựng, Công an tỉnh bố trí lực lượng thường trực trong các ngày nghỉ. Giao Ban An toàn giao thông tỉnh theo dõi, đôn đốc.
`),
      ).map(([lead]) => lead),
    ).toEqual(['Sở Xây dựng + Công an tỉnh', 'Ban An toàn giao thông tỉnh']);
  });
});

describe('heads and feet', () => {
  it('reads the day on the number line of a telegram, a signer whose name looks like the filing note, and past the foot of a page', () => {
    const telegram = readDirective(`CÔNG ĐIỆN
Số: 02/CĐ-UBND hồi 10 giờ 00 ngày 01/02/2026

ỦY BAN NHÂN DÂN TỈNH HƯƠNG SƠN

Chủ tịch UBND tỉnh yêu cầu:
1. Sở Y tế chuẩn bị thuốc men tại các điểm sơ tán.

Văn phòng UBND tỉnh Hương Sơn                         Trang 1/2

2. Công an tỉnh phân luồng giao thông.

Nơi nhận:
- Như trên;
- Lưu: VT.
CHỦ TỊCH
Lưu Văn Mẫu
`);
    expect(telegram.document).toMatchObject({ number: '02', date: '2026-02-01', signer: 'Lưu Văn Mẫu' });
    expect(said(telegram)).toEqual([
      ['Sở Y tế', null],
      ['Công an tỉnh', null],
    ]);
  });
});

describe('limits', () => {
  it('binds a shared limit to the points it names only', () => {
    expect(
      official(`1. Đề nghị Sở Tư pháp:
(1) Rà soát văn bản về hộ tịch.
(2) Lập danh mục thủ tục bãi bỏ.
(3) Duy trì đường dây nóng cho người dân.
Các nội dung (1), (2) hoàn thành trước ngày 30/10/2025.`),
    ).toEqual([
      ['Sở Tư pháp', '2025-10-30'],
      ['Sở Tư pháp', '2025-10-30'],
      ['Sở Tư pháp', null],
    ]);
  });

  it('takes "Hoàn thành kiểm tra ..." for a duty and cuts off the later step with a day of its own', () => {
    expect(
      official(`1. Sở Công Thương:
- Lập danh sách các kho xăng dầu.
- Hoàn thành kiểm tra các kho xăng dầu trước ngày 15/11/2025, báo cáo kết quả về UBND tỉnh trước ngày 25/11/2025.`),
    ).toEqual([
      ['Sở Công Thương', null],
      ['Sở Công Thương', '2025-11-15'],
      ['Sở Công Thương', '2025-11-25'],
    ]);
  });
});

describe('scans', () => {
  it('reads a limit whose words are misread or broken over lines', () => {
    expect(
      official(`1. Sở Y tế có trách nhiệm thay xe cứu thương đã cũ truớc
ngày 30 tháng 11 năm 2025; không để thiếu xe trực.
2. Sở Nội vụ trình phương án trước ngày
9 tháng 10
năm 2025.
3. Sở Tài chính trình phương án trước ngày l5/1O/2025.`),
    ).toEqual([
      ['Sở Y tế', '2025-11-30'],
      ['Sở Nội vụ', '2025-10-09'],
      ['Sở Tài chính', '2025-10-15'],
    ]);
  });
});

describe('lists that a scan has damaged', () => {
  it('goes on without the colon of the lead-in, and with words misread', () => {
    expect(
      official(`1. Đề nghị Sở Y tế tập trung thực hiện một số nhiệm vụ sau
- Rà soát trang thiết bị của các trạm y tế.
- Lập danh mục thuốc thiết yếu, hoàn thành trong thảng 11/2025.
2. Sở Nội vụ có tràch nhiệm báo cáo trong quĩ 4 nầm 2025.`),
    ).toEqual([
      ['Sở Y tế', null],
      ['Sở Y tế', '2025-11-30'],
      ['Sở Nội vụ', '2025-12-31'],
    ]);
  });

  it('keeps labels and symbols at the start of a broken line apart', () => {
    expect(
      official(`1. Tập huấn cho công chức bộ phận một cửa của các xã, phường
Cơ quan chủ trì: Sở Nội vụ, Sở Khoa học và Công nghệ
Thời gian: Tháng 11/2025
2. Ban Chỉ huy Quân sự xã phúc tra nguồn tuyển quân theo Kế hoạch số
31/KH-UBND, hoàn thành trước 15/12/2025.`),
    ).toEqual([
      ['Sở Nội vụ + Sở Khoa học và Công nghệ', '2025-11-30'],
      ['Ban Chỉ huy Quân sự xã', '2025-12-15'],
    ]);
  });
});

describe('records and news', () => {
  it('reads in the record of a meeting what was decided, not what was reported or who presided', () => {
    const minutes = readDirective(`ỦY BAN NHÂN DÂN
XÃ HẠ LÂM

CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc

BIÊN BẢN
Họp giao ban tuần

Chủ trì: Chủ tịch UBND xã. Thư ký: Văn phòng HĐND và UBND xã.
I. Nội dung
- Công an xã báo cáo tình hình trật tự trong tuần.
- Phòng Kinh tế rà soát được 12 hộ thiếu vốn.
II. Kết luận
1. Phòng Kinh tế lập danh sách hộ vay vốn, gửi Văn phòng trước ngày 12/6/2026.
2. Công an xã tuần tra ban đêm ở khu chợ.
`);
    expect(said(minutes)).toEqual([
      ['Phòng Kinh tế', '2026-06-12'],
      ['Công an xã', null],
    ]);
  });

  it('reads what a news page tells in the past or in a quotation', () => {
    expect(
      said(
        readDirective(`UBND tỉnh vừa có Công văn số 12/UBND-NN yêu cầu các ngành khắc phục hậu quả mưa đá. Trong đó, các địa phương vùng núi phải rà soát nhà tốc mái, báo cáo hằng ngày.
UBND tỉnh đã yêu cầu Sở Y tế chuẩn bị đủ thuốc men cho các xã bị chia cắt.
Chủ tịch UBND tỉnh cũng lưu ý các chủ đầu tư chủ động phương án vật liệu thay thế.
“Công an tỉnh phải giữ bằng được trật tự trên các tuyến đường”, Chủ tịch UBND tỉnh nói.
`),
      ),
    ).toEqual([
      ['các ngành', null],
      ['các địa phương vùng núi', null],
      ['Sở Y tế', null],
      ['các chủ đầu tư', null],
      ['Công an tỉnh', null],
    ]);
  });

  it('passes over a heading inside a task table', () => {
    expect(
      official(`1. Thực hiện các nhiệm vụ theo bảng sau:

TT | Nhiệm vụ | Đơn vị chủ trì | Thời hạn
I | Lĩnh vực hộ tịch | |
1 | Chuẩn hóa quy trình số hóa sổ hộ tịch | Sở Tư pháp | 15/11/2025
II | Lĩnh vực đất đai | |
2 | Xây dựng dữ liệu địa chính các xã | Sở Nông nghiệp và Môi trường | 20/12/2025
`),
    ).toEqual([
      ['Sở Tư pháp', '2025-11-15'],
      ['Sở Nông nghiệp và Môi trường', '2025-12-20'],
    ]);
  });

  it('passes over a heading told again in every cell, and takes the last year of a column of years', () => {
    expect(
      official(`1. Thực hiện các nhiệm vụ theo bảng sau:

TT | Đề án, dự án | Cơ quan chủ trì | Cơ quan phối hợp | Thời gian trình | Sản phẩm
I | Hạ tầng số nông thôn | Hạ tầng số nông thôn | Hạ tầng số nông thôn | Hạ tầng số nông thôn | Hạ tầng số nông thôn
1 | Đề án mạng dùng riêng tới cấp xã | Sở Khoa học và Công nghệ | UBND các xã | 2026 | Đề án
2 | Dự án trạm phát sóng vùng lõm | Sở Xây dựng | Sở Tài chính | 2026 - 2028 | Báo cáo
3 | Dự án điện cho trạm phát sóng | - nt - | nt | nt | Báo cáo
`),
    ).toEqual([
      ['Sở Khoa học và Công nghệ', '2026-12-31'],
      ['Sở Xây dựng', '2028-12-31'],
      ['Sở Xây dựng', '2028-12-31'],
    ]);
  });
});

describe('how sure a reading is', () => {
  const sure = (body: string): boolean[] => readDirective(letterWith(body)).tasks.map((t) => t.sure);

  it('leaves to the clerk what a shared limit, an office that asks others, or another name in a later clause leaves open', () => {
    expect(sure('1. Sở Y tế:\n- Rà soát trang thiết bị của các bệnh viện tuyến tỉnh.')).toEqual([true]);
    expect(
      sure(`1. Sở Y tế:
a) Rà soát trang thiết bị của các bệnh viện tuyến tỉnh.
b) Lập danh mục thuốc thiết yếu của mùa mưa lũ.
Hoàn thành trước ngày 30/10/2025.`),
    ).toEqual([false, false]);
    expect(sure('1. Ngân hàng Nhà nước yêu cầu các tổ chức tín dụng rà soát các khoản vay bị ảnh hưởng.')).toEqual([
      false,
    ]);
    expect(
      sure('1. Sở Y tế:\n- Rà soát trang thiết bị; trong đó Hội Chữ thập đỏ vận động hiến máu tại các xã.'),
    ).not.toContain(true);
  });

  it('reads under a heading both what it is to do and what a later clause gives to others', () => {
    expect(
      official(`1. UBND các tỉnh:
- Hoàn thành cấp phép các mỏ vật liệu trước ngày 30/6/2026; riêng các tỉnh Đồng bằng sông Cửu Long hoàn thành trước ngày 31/5/2026.`),
    ).toEqual([
      ['UBND các tỉnh', '2026-06-30'],
      ['các tỉnh Đồng bằng sông Cửu Long', '2026-05-31'],
    ]);
  });

  it('takes the office that a news page speaks of first for the author of all it asks', () => {
    expect(
      said(
        readDirective(`Sở Nông nghiệp và Môi trường đề nghị các địa phương, đơn vị tổ chức Tết trồng cây từ ngày mùng 6 tháng giêng.
Tùy điều kiện thực tế, các xã, phường lựa chọn địa điểm phù hợp, báo cáo kết quả trong quý I.
`),
      ).map(([lead]) => lead),
    ).toEqual(['các địa phương, đơn vị', 'các xã, phường']);
  });

  it('knows the bodies of a neighbourhood by their heads', () => {
    expect(
      official(`+ Ban điều hành các khu phố: vận động mỗi hộ tổng vệ sinh nhà cửa.
+ Ban Thường vụ các đảng ủy trực thuộc tổ chức kiểm điểm đảng viên vi phạm.`).map(([lead]) => lead),
    ).toEqual(['Ban điều hành các khu phố', 'Ban Thường vụ các đảng ủy trực thuộc']);
  });
});
