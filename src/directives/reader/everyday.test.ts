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
