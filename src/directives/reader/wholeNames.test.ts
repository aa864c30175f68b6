import { describe, expect, it } from 'vitest';
import { readDirective } from './index.ts';
import { letterWith } from './letter.fixture.ts';

describe('where a name ends and what is to be done begins', () => {
  it.each([
    ['Sở Thông tin và Truyền thông', ' giám sát chất lượng dịch vụ theo hợp đồng.'],
    ['Cục Quản lý đầu tư xây dựng', ' thẩm định trong vòng 10 ngày kể từ ngày nhận đủ hồ sơ.'],
    [
      'Tổ công tác về vật liệu xây dựng thông thường',
      ' do Giám đốc Sở Xây dựng làm Tổ trưởng đối chiếu khối lượng cát.',
    ],
    ['Chủ tịch UBND các xã Đông Hà, Tây Hà', ' cấm người không có nhiệm vụ vào rừng.'],
    ['Lãnh đạo Công ty Hưng Hải', ' có mặt tại công trường cho đến khi bù đủ khối lượng chậm.'],
    [
      'Văn phòng Ban Chỉ huy Phòng, chống thiên tai, Tìm kiếm cứu nạn và Phòng thủ dân sự tỉnh',
      ' trực ban 24/24 giờ, tổng hợp báo cáo nhanh.',
    ],
    ['Mặt trận Tổ quốc và các tổ chức chính trị - xã hội tỉnh', ' mỗi tổ chức nhận đỡ đầu một điểm du lịch.'],
    ['Giám đốc Sở Y tế', ' phân công lãnh đạo Sở, lãnh đạo các phòng phụ trách từng cụm xã.'],
    ['Các cơ quan truyền thông, báo chí', ' tích cực chủ động cập nhật thông tin.'],
    ['Các bến xe khách', ' vẫn tiếp tục phối hợp với các nhà xe dán thẻ.'],
    ['Phòng Quản lý vận tải, phương tiện và người lái', ' kiểm tra giấy phép.'],
    ['Chủ đầu tư các dự án', ' phải hoàn tất thủ tục và khởi công trong 12 tháng.'],
    ['Các Tập đoàn EVN, VNPT, Viettel', ' phối hợp với các địa phương di dời công trình.'],
    ['Ban Quản lý dự án đầu tư xây dựng các công trình dân dụng và công nghiệp', ' thông xe kỹ thuật tuyến tránh.'],
    ['Ban Quản lý khai thác công trình thủy lợi', ' có phương án thay thế máy bơm.'],
    ['Trung tâm Xúc tiến đầu tư, thương mại và du lịch', ' rà soát các gian hàng mẫu.'],
    ['Hội đồng thẩm định quy hoạch', ' rà soát hồ sơ còn thiếu.'],
    ['Chi cục Biển, Hải đảo và Kiểm ngư', ' kiểm tra giấy phép các tàu.'],
    ['Ban Giám sát đầu tư của cộng đồng', ' ghi chép khối lượng từng ngày.'],
    ['Hợp tác xã Nông nghiệp Môn Hạ', ' khẩn trương lập danh sách các hộ.'],
    ['Hợp tác xã dịch vụ nông nghiệp các thôn', ' nạo vét kênh.'],
    ['Các Cục: Hàng hải Việt Nam, Đường thủy nội địa Việt Nam', ' chỉ đạo các Cảng vụ không cho tàu rời bến.'],
    ['Ban Thường trực Ủy ban MTTQ Việt Nam xã', ', chịu trách nhiệm tổng hợp, báo cáo tình hình.'],
    ['Các cơ sở giáo dục, đào tạo', ' lồng ghép nội dung về bảo vệ môi trường.'],
    ['Vụ Giáo dục Chính trị và Công tác học sinh, sinh viên', ' kiểm tra các bể bơi.'],
    ['Đội Quản lý trật tự đô thị', ' dỡ bỏ các mái che lấn lòng đường.'],
    ['Chi nhánh Điện lực khu vực 3', ' vớt rác tại kênh dẫn.'],
    ['Trung tâm Bảo trợ xã hội', ': Rà soát, thống kê số liệu.'],
    ['Các chi, đảng bộ trực thuộc', ' rà soát, báo cáo kết quả.'],
    ['Các đơn vị tại các khu công nghiệp', ' rà soát hồ sơ.'],
    ['Các hộ gia đình dọc các tuyến đường nêu trên', ' treo cờ Tổ quốc từ ngày 09/5/2026.'],
    ['Các cơ quan truyền thông khác', ' tăng thời lượng tuyên truyền.'],
    ['Bộ trưởng Bộ Công Thương', ', thừa ủy quyền Thủ tướng Chính phủ, thay mặt Chính phủ báo cáo Quốc hội.'],
  ])('%s |%s', (lead, rest) => {
    expect(readDirective(letterWith(lead + rest)).tasks[0]?.lead).toEqual([lead]);
  });

  it('reads names begun in small letters, and centres of a field in small letters', () => {
    const leads = (order: string): string[] | undefined => readDirective(letterWith(order)).tasks[0]?.lead;
    expect(leads('Đề nghị phòng giáo dục và đào tạo, các nhà trường cần tập trung ôn tập.')).toEqual([
      'phòng giáo dục và đào tạo',
      'các nhà trường',
    ]);
    expect(leads('Trung tâm đăng kiểm phương tiện thủy bộ phối hợp với các nhà cung cấp dịch vụ.')).toEqual([
      'Trung tâm đăng kiểm phương tiện thủy bộ',
    ]);
    expect(leads('Giao Thanh tra giao thông (Sở GTVT) tăng cường kiểm tra xe chở quá tải.')).toEqual([
      'Thanh tra giao thông (Sở GTVT)',
    ]);
  });

  it('reads each of those set apart before a comma', () => {
    const [task] = readDirective(
      letterWith(
        'Riêng Bệnh viện Nhi Trung ương và Bệnh viện Đông Hà, cử đội điều trị cơ động hỗ trợ các xã vùng cao.',
      ),
    ).tasks;
    expect(task?.lead).toEqual(['Bệnh viện Nhi Trung ương', 'Bệnh viện Đông Hà']);
  });

  it.each([
    ['Trong thời gian xác minh, UBND xã Đông Hà không tổ chức cưỡng chế thu hồi đất.', 'UBND xã Đông Hà'],
    ['Quá thời hạn trên, Thanh tra tỉnh kiểm tra, kiến nghị xử lý theo quy định.', 'Thanh tra tỉnh'],
    ['Riêng 16 trụ nằm trong đất của công ty cà phê, Sở Y tế được giao chủ trì xác định nguồn gốc.', 'Sở Y tế'],
    ['Ở cơ sở, Chủ tịch UBND xã An Hòa phải ký cam kết.', 'Chủ tịch UBND xã An Hòa'],
    ['Cùng lúc, Thuế tỉnh đối chiếu hóa đơn điện tử.', 'Thuế tỉnh'],
    ['Còn 04 việc quá hạn. Sở Y tế lập danh sách.', 'Sở Y tế'],
    [
      'Đến ngày 20, UBND các xã nơi dự kiến bố trí trụ sở mới có trách nhiệm cân đối ngân sách.',
      'UBND các xã nơi dự kiến bố trí trụ sở mới',
    ],
  ])('after words of time, place or account: %s', (sentence, lead) => {
    expect(readDirective(letterWith(sentence)).tasks[0]?.lead).toEqual([lead]);
  });
});

describe('names and duties of every day', () => {
  it.each([
    [
      'Việc giải tỏa lồng bè do Chủ tịch UBND tỉnh trực tiếp chỉ đạo, xong chậm nhất là ngày 20/12/2025.',
      'Chủ tịch UBND tỉnh',
    ],
    [
      'Phương án dừng khai thác cầu khi gió mạnh do Công an tỉnh chủ trì, Sở Xây dựng phối hợp thực hiện.',
      'Công an tỉnh',
    ],
    [
      'UBND các xã: An Hòa, Đông Hà, do còn nhiều đất rừng phải chuyển đổi, trình hồ sơ trước 20/4/2026.',
      'UBND các xã: An Hòa, Đông Hà',
    ],
    ['09 tỉnh chưa gửi phương án (danh sách kèm theo) phải gửi về Bộ Y tế.', '09 tỉnh chưa gửi phương án'],
    ['Sở Y tế ngoài nội dung trên còn rà soát định mức bác sĩ.', 'Sở Y tế'],
    [
      'Tổng công ty Đầu tư phát triển đường cao tốc Việt Nam tăng làn, xả trạm.',
      'Tổng công ty Đầu tư phát triển đường cao tốc Việt Nam',
    ],
    [
      'Hiệu trưởng các trường được chọn làm nơi sơ tán mở cửa trường đón dân.',
      'Hiệu trưởng các trường được chọn làm nơi sơ tán',
    ],
    [
      'Các đồng chí bí thư huyện ủy nơi có vụ việc đích thân tiếp công dân.',
      'Các đồng chí bí thư huyện ủy nơi có vụ việc',
    ],
    ['Đảng ủy các phường phân công từng đồng chí cấp ủy viên bám địa bàn.', 'Đảng ủy các phường'],
    [
      'Báo và Phát thanh, Truyền hình Đông Hà đã mở chuyên mục, cần duy trì thường xuyên.',
      'Báo và Phát thanh, Truyền hình Đông Hà',
    ],
    [
      'Chủ tịch UBND các xã được giao làm chủ đầu tư hoàn tất hồ sơ thanh toán.',
      'Chủ tịch UBND các xã được giao làm chủ đầu tư',
    ],
    ['Các địa phương có dự án thuộc nhóm này quyết định theo thẩm quyền.', 'Các địa phương có dự án thuộc nhóm này'],
  ])('%s', (sentence, lead) => {
    expect(readDirective(letterWith(sentence)).tasks[0]?.lead).toEqual([lead]);
  });

  it.each([
    ['Hồ chỉ còn đủ nước đến giữa tháng 4, do đó Sở Xây dựng phải tính lại lịch lấy nước.', ['Sở Xây dựng']],
    [
      'Đường vào các điểm trường vẫn ách tắc và UBND xã An Hòa phải thông đường trước ngày khai giảng.',
      ['UBND xã An Hòa'],
    ],
    [
      'Sở Nội vụ chủ trì tham mưu phương án điều tiết chỉ tiêu, còn Sở Y tế lo việc biệt phái bác sĩ.',
      ['Sở Nội vụ', 'Sở Y tế'],
    ],
    [
      'Công ty Điện lực Đông Hà phải di dời xong đường dây, UBND xã An Hòa phối hợp giữ mặt bằng.',
      ['Công ty Điện lực Đông Hà'],
    ],
    [
      'Giao Sở Y tế lập hồ sơ từng vụ, chuyển cơ quan điều tra, Sở Nội vụ kiểm điểm cán bộ phụ trách.',
      ['Sở Y tế', 'Sở Nội vụ'],
    ],
    ['Bộ Y tế sửa đổi thông tư. Trong lúc chờ sửa đổi, Bộ hướng dẫn các địa phương áp dụng.', ['Bộ Y tế', 'Bộ']],
  ])('who is charged behind what is told, and who only helps: %s', (sentence, leads) => {
    expect(readDirective(letterWith(sentence)).tasks.flatMap((task) => task.lead)).toEqual(leads);
  });

  it('charges nobody of whom it is not yet known who he is', () => {
    expect(readDirective(letterWith('Nhà đầu tư nào không thực hiện thì xử lý theo hợp đồng.')).tasks).toEqual([]);
  });

  it('keeps a day of one year beside what recurs', () => {
    const [first] = readDirective(
      letterWith('Sở Y tế di dời xong kho thuốc chậm nhất ngày 30 tháng 6 năm 2026, hằng tuần báo cáo UBND tỉnh.'),
    ).tasks;
    expect(first?.deadline).toBe('2026-06-30');
  });

  it('reads a table of work and time under the heading of a body', () => {
    const { tasks } = readDirective(
      letterWith(
        '1. Sở Y tế lập kế hoạch.\n\n2. UBND các xã, phường:\n\n| TT | Nội dung | Thời gian |\n|---|---|---|\n| 1 | Kiện toàn tổ bảo vệ rừng ở các bản | Tháng 9/2026 |\n| 2 | Ký cam kết không phát nương với từng hộ | Trước 15/10/2026 |',
      ),
    );
    expect(tasks.slice(1).map((task) => [task.lead, task.deadline])).toEqual([
      [['UBND các xã, phường'], '2026-09-30'],
      [['UBND các xã, phường'], '2026-10-15'],
    ]);
  });
});
