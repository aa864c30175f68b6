import { describe, expect, it } from 'vitest';
import { readDirective } from './index.ts';
import { LETTERHEAD, letterWith } from './letter.fixture.ts';

const read = (body: string) =>
  readDirective(letterWith(body))
    .tasks.filter((t) => !t.optional)
    .map((t) => [t.lead.join(' + '), t.deadline]);

describe('everyday turns', () => {
  it('names bodies in small letters, with their members', () => {
    expect(
      read(`1. Đối với ban thường vụ các đảng ủy xã, phường
1.1. Lãnh đạo ủy ban nhân dân cùng cấp hoàn thành số hóa trước ngày 31/12/2025.
2. Trong thời gian chờ bố trí vốn, đảng ủy các xã nêu trên lãnh đạo chính quyền sắp xếp chỗ ở tạm cho cán bộ.
3. Các đơn vị thuộc, trực thuộc Sở
Căn cứ nhiệm vụ được giao, xây dựng kế hoạch chi tiết.
4. Báo và Đài PTTH tỉnh tăng cường tuyên truyền.`),
    ).toEqual([
      ['ban thường vụ các đảng ủy xã, phường', '2025-12-31'],
      ['đảng ủy các xã nêu trên', null],
      ['Các đơn vị thuộc, trực thuộc Sở', null],
      ['Báo và Đài PTTH tỉnh', null],
    ]);
  });

  it('parts a work without a day from the next one that has a day', () => {
    expect(
      read(
        '1. Sở Xây dựng khẩn trương hướng dẫn sử dụng cát biển, tro xỉ làm vật liệu đắp nền đường; chỉ đạo các Ban Quản lý dự án lập lại đường găng tiến độ trước ngày 25/11/2025.',
      ),
    ).toEqual([
      ['Sở Xây dựng', null],
      ['Sở Xây dựng', '2025-11-25'],
    ]);
    expect(
      read('1. Sở Xây dựng rà soát các công trình hư hỏng trên địa bàn tỉnh sau bão; báo cáo trước ngày 25/11/2025.'),
    ).toEqual([['Sở Xây dựng', '2025-11-25']]);
  });

  it('takes a limit in a sentence of its own for the work before it, whatever it is called', () => {
    for (const limit of ['Hạn cuối: 25/11/2025.', 'Hạn: 25/11/2025.', 'Chậm nhất ngày 25/11/2025.'])
      expect(read(`1. Văn phòng Sở:\n- Đôn đốc các phòng nộp báo cáo kiểm điểm. ${limit}`)).toEqual([
        ['Văn phòng Sở', '2025-11-25'],
      ]);
  });

  it('speaks after its points to those a letter is sent to', () => {
    expect(
      readDirective(`${LETTERHEAD}
Kính gửi:
- Các bệnh viện;
- Trung tâm Y tế các khu vực.

Để chủ động phòng dịch, Sở Y tế yêu cầu các đơn vị:

1. Các bệnh viện thu dung, phân luồng, điều trị người bệnh.

2. Phòng Nghiệp vụ Y làm đầu mối theo dõi, tổng hợp.

Báo cáo kết quả gửi về Trung tâm Kiểm soát bệnh tật tỉnh trước ngày 20/11/2025.`).tasks.map((t) => t.lead.join()),
    ).toEqual(['Các bệnh viện', 'Phòng Nghiệp vụ Y', 'các đơn vị']);
  });

  it('keeps with a board what it must ask of its contractors, and its part in brackets out of its name', () => {
    expect(
      read(`c) Ban Quản lý dự án Giao thông tỉnh (Chủ đầu tư)
- Rà soát, cắm lại mốc giải phóng mặt bằng.
- Yêu cầu nhà thầu tăng ca, tăng kíp thi công.`),
    ).toEqual([
      ['Ban Quản lý dự án Giao thông tỉnh', null],
      ['Ban Quản lý dự án Giao thông tỉnh', null],
    ]);
  });

  it('reads who holds an event after "do", and work to be done by all means', () => {
    expect(
      read(`1. Hội nghị đối thoại với công nhân: do Liên đoàn Lao động tỉnh chủ trì tổ chức trong tháng 12/2025.
2. Chủ tịch UBND các xã nêu trên:
a) Bằng mọi biện pháp tiếp cận các khu vực còn bị chia cắt.`),
    ).toEqual([
      ['Liên đoàn Lao động tỉnh', '2025-12-31'],
      ['Chủ tịch UBND các xã nêu trên', null],
    ]);
  });

  it('takes consent, a refusal and an account with its numbers for no task', () => {
    expect(
      read(`1. UBND tỉnh thống nhất nội dung. Giao Sở Tài chính tiếp thu ý kiến.
2. Về đề nghị của Sở Du lịch: UBND tỉnh không thống nhất, do Trung tâm không đủ điều kiện.
3. Sau hai tháng, 124/124 xã đã kiện toàn bộ máy; các sở, ngành cử 412 lượt công chức xuống hỗ trợ; Sở Nội vụ tổ chức 09 lớp tập huấn.`),
    ).toEqual([['Sở Tài chính', null]]);
  });

  it('goes on with a page of news after other news set inside it', () => {
    expect(
      readDirective(`Khẩn cấp khống chế dịch tả lợn
Chủ tịch UBND tỉnh vừa ban hành Công điện số 22/CĐ-UBND về phòng, chống dịch.
Trước tình hình đó, Chủ tịch UBND tỉnh yêu cầu Chủ tịch UBND các xã xử lý dứt điểm các ổ dịch.
Tin liên quan
Phòng dịch trên đàn gia súc dịp đầu hè
Sở Nông nghiệp và Môi trường được giao tổ chức các đoàn công tác hướng dẫn, kiểm tra công tác phòng, chống dịch tại cơ sở.
Về chế độ thông tin, Bộ Nội vụ lưu ý các địa phương phân công một lãnh đạo làm đầu mối, cập nhật số liệu lên phần mềm.
Tin khác
Xã Đông Hải yêu cầu các thôn dọn vệ sinh`).tasks.map((t) => t.lead.join()),
    ).toEqual(['Chủ tịch UBND các xã', 'Sở Nông nghiệp và Môi trường', 'các địa phương']);
  });
});

describe('a topic over a sentence, broken by the width of the page', () => {
  it('stands apart, also where it ends with the word for a figure', () => {
    const body = `2. Về chuyển đổi số
Văn phòng Đảng ủy phối hợp với Phòng Văn hóa - Xã hội triển khai phần
mềm quản lý văn bản của Đảng đến 100% chi bộ; hoàn thành trước ngày
30/11/2025. Các chi bộ trực thuộc bố trí ít nhất 01 đảng viên thành thạo
công nghệ thông tin làm đầu mối, gửi danh sách về Văn phòng Đảng ủy.

4. Về ý kiến của chi bộ thôn Đoài đề nghị giao đất xây nhà văn hóa
Đảng ủy UBND xã chỉ đạo Phòng Kinh tế kiểm tra quỹ đất, trả lời chi
bộ thôn Đoài bằng văn bản. Cùng thời gian trên, Ủy ban Kiểm tra Đảng ủy
hoàn thành dự thảo chương trình kiểm tra, giám sát năm 2026.`;
    expect(read(body).map(([lead]) => lead)).toEqual([
      'Văn phòng Đảng ủy',
      'Các chi bộ trực thuộc',
      'Đảng ủy UBND xã',
      'Ủy ban Kiểm tra Đảng ủy',
    ]);
  });

  it('is an order to those a telegram is sent to, where a copy lost the bullets and the sentence over them', () => {
    const telegram = `CỤC QUẢN LÝ CÔNG TRÌNH THỦY LỢI
Số: 1/CĐ-TL
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Hà Nội, ngày 14 tháng 01 năm 2026

CÔNG ĐIỆN
Về việc lấy nước gieo cấy

CỤC TRƯỞNG điện:
- Giám đốc Sở Nông nghiệp và Môi trường các tỉnh: Đông Hải, Tây Hải.

Theo Văn bản số 730/TB-BNNMT ngày 11/12/2025, lịch lấy nước đã được thông báo.

Khẩn trương di chuyển phương tiện thi công nạo vét ra ngoài hệ thống dẫn nước.
Theo dõi chặt chẽ nguồn nước, vận hành công trình lấy nước ngay khi nguồn nước cho phép.
`;
    expect(readDirective(telegram).tasks.map((t) => t.lead.join())).toEqual([
      'Giám đốc Sở Nông nghiệp và Môi trường các tỉnh: Đông Hải, Tây Hải',
      'Giám đốc Sở Nông nghiệp và Môi trường các tỉnh: Đông Hải, Tây Hải',
    ]);
  });

  it('tells neither of an earlier order nor of what a letter passes on, nor of the World Health Organization', () => {
    expect(
      readDirective(`Gỡ vướng hồ sơ đất đai
Văn phòng Chính phủ có văn bản số 35/VPCP-KGVX truyền đạt ý kiến của Phó Thủ tướng.
Trước đó, tại cuộc họp ngày 3/11, Chủ tịch UBND tỉnh đã giao các sở rà soát nguyên nhân.
Phó Thủ tướng yêu cầu Bộ Y tế hoàn thiện hồ sơ, trình Thủ tướng xem xét.
Tổ chức y tế thế giới (WHO) đã tuyên bố dịch không còn là tình trạng khẩn cấp toàn cầu.`).tasks.map((t) =>
        t.lead.join(),
      ),
    ).toEqual(['Bộ Y tế']);
  });
});

describe('work in everyday words', () => {
  it.each([
    'bơm tiêu úng',
    'tháo nước đệm',
    'trấn an người dân',
    'bốc thăm chọn mẫu',
    'quét mã từng hồ sơ',
    'hẹn lại ngày trả',
    'đào mương',
    'vá lỗ hổng bảo mật',
    'ghi sổ tài sản',
    'kéo điện về thôn',
  ])('knows "%s" for work of an office named after a semicolon', (work) => {
    expect(read(`1. Sở Y tế giám sát ổ dịch; UBND các xã, phường ${work}.`)).toEqual([
      ['Sở Y tế', null],
      ['UBND các xã, phường', null],
    ]);
  });

  it('keeps a work before the call to tell of difficulties', () => {
    expect(
      read(
        '1. Sở Xây dựng lập thủ tục hoàn thiện dự án. Quá trình triển khai nếu có phát sinh, Sở Xây dựng báo cáo UBND tỉnh.',
      ),
    ).toEqual([['Sở Xây dựng', null]]);
    expect(read('1. Quá trình triển khai nếu có vướng mắc, các đơn vị báo cáo UBND tỉnh xem xét.')).toEqual([]);
  });
});
