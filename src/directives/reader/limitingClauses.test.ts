import { describe, expect, it } from 'vitest';
import { readDirective } from './index.ts';
import { letterWith } from './letter.fixture.ts';

const leadOf = (order: string): string | undefined => readDirective(letterWith(order)).tasks[0]?.lead[0];

describe('a clause that says which of them', () => {
  it.each([
    ['Chủ tịch UBND các xã, phường chưa ghi nhận ổ dịch', ' rà soát lại tổng đàn, ký cam kết với hộ nuôi.'],
    ['Các đơn vị chủ rừng chưa được phê duyệt phương án phòng cháy, chữa cháy rừng', ' phải gửi hồ sơ thẩm định.'],
    ['UBND các xã nơi có khu công nghiệp và trường học dùng chung bếp ăn', ' lập danh sách, ký quy chế phối hợp.'],
    ['Bí thư chi bộ các ấp chưa phủ sóng ổn định', ' tổ chức điểm học chung tại nhà văn hóa ấp.'],
    ['UBND các phường, xã ven biển còn tàu “ba không”', ' phải phân công cán bộ theo dõi.'],
    ['Ban thường vụ đảng ủy các xã, phường trọng điểm, phức tạp về ma túy', ' ban hành nghị quyết chuyên đề.'],
    ['Chủ tịch UBND các xã còn vụ việc tồn đọng từ quý I/2026', ' kiểm điểm trách nhiệm, báo cáo nguyên nhân.'],
    ['Các đảng ủy xã, phường còn trụ sở bỏ trống', ' phân công cấp ủy viên phụ trách từng cơ sở.'],
    ['Chủ tịch UBND các xã có tên trong Phụ lục', ' trả lời cử tri bằng văn bản.'],
    ['Các cơ quan, đơn vị có tên ở phần Kính gửi', ' báo cáo kết quả thực hiện về UBND tỉnh.'],
    ['Hai đơn vị có việc quá hạn nêu trên', ' giải trình bằng văn bản.'],
    ['Các địa phương ghi nhận từ 100 ca nghi sởi trở lên trong một tuần', ' báo cáo số mắc về Sở Y tế.'],
    ['Các chủ đầu tư khu đô thị chưa đấu nối theo cam kết', ' hoàn thành đấu nối trong 60 ngày.'],
    ['UBND các xã, phường đã kiểm kê xong', ' lập phương án giao đất trước ngày 30/9/2026.'],
    ['Các công ty lâm nghiệp nêu trên', ' ký lại hợp đồng khoán, không thu thêm của hộ nhận khoán.'],
    ['Các đồng chí thành viên Ban Chỉ đạo phụ trách địa bàn', ' mỗi quý xuống kiểm tra ít nhất 02 xã.'],
    ['Trưởng các thôn có trụ sở bỏ trống', ' dọn vệ sinh hằng tuần.'],
    ['Các xã, phường mới thành lập sau sắp xếp', ' khẩn trương lập danh sách tài sản.'],
    ['Chủ tịch UBND các xã chậm giải ngân', ' khẩn trương kiểm điểm trách nhiệm.'],
    ['UBND các xã liên quan đến dự án', ' tổ chức tuyên truyền đến từng thôn.'],
    ['Các địa phương có cơ sở giết mổ tập trung', ' rà soát điều kiện vệ sinh.'],
    ['Các doanh nghiệp tham gia mô hình thí điểm', ' báo cáo kết quả trước ngày 15/10/2026.'],
    ['Các doanh nghiệp vi phạm quy định về môi trường', ' phải khắc phục hậu quả.'],
    ['Các sở, ngành không đạt chỉ tiêu quý I', ' báo cáo nguyên nhân.'],
    ['Các đơn vị nêu tại khoản 2', ' lập kế hoạch khắc phục.'],
    ['Các sở giáo dục và đào tạo chưa báo cáo về kho học bạ của Bộ', ' khẩn trương chỉ đạo các trường ký số.'],
    ['UBND các xã có khu tái định cư chậm tiến độ', ' lập lại đường găng tiến độ từng hạng mục.'],
    ['Các chủ rừng là tổ chức', ' cử người canh gác 24/24 giờ.'],
    ['Các sở, ngành theo danh sách kèm theo', ' tổ chức tuyên truyền đến từng thôn.'],
    ['Các đơn vị được Thanh tra tỉnh kết luận có sai phạm', ' khẩn trương khắc phục.'],
    ['Các phường có đường cao tốc đang thi công', ' báo cáo kết quả trước ngày 15/10/2025.'],
    ['UBND các xã đăng ký về đích nông thôn mới năm 2025', ' rà soát, thống kê các hộ dân.'],
    ['Các trường có bệnh nhân nhập viện do ngộ độc', ' chủ động bố trí lực lượng trực.'],
    ['Các sở, ngành chậm nộp báo cáo quý III', ' khẩn trương lập danh sách.'],
    ['Các doanh nghiệp có từ hai tổ chức đảng trở lên', ' khẩn trương lập danh sách.'],
    ['Các doanh nghiệp được giao thực hiện Đề án 06', ' khẩn trương lập danh sách.'],
    ['Các đơn vị không nộp báo cáo đúng hạn', ' khẩn trương giải trình.'],
    ['Các doanh nghiệp nhận khoán bảo vệ rừng', ' chủ động bố trí lực lượng trực.'],
    ['Các sở, ngành có người lao động mất việc', ' khẩn trương lập danh sách.'],
    ['Các đảng ủy xã chưa có trụ sở làm việc tập trung', ' xây dựng phương án bố trí.'],
    ['Chủ tịch UBND các xã bị chia cắt (Sơn Hạ, Hưng Hạ)', ' chủ động phương án tiếp tế lương thực.'],
    ['UBND các xã có nhà bị sập, trôi, vùi lấp', ' dựng lều bạt, bố trí chỗ ở tạm.'],
    ['Các địa phương có điểm du lịch hoạt động trên đất rừng', ' được yêu cầu lập danh sách, phân loại.'],
    ['Các chi bộ khu phố có tỷ lệ đảng viên dưới 3% dân số', ' mỗi quý phải giới thiệu ít nhất 02 quần chúng.'],
    ['Các sở, ngành có đại diện tham gia đoàn công tác', ' thường xuyên cử cán bộ xuống bản.'],
    ['Các sở, ngành sử dụng vốn vay nước ngoài', ' phải đối chiếu số dư.'],
  ])('%s | %s', (lead, rest) => {
    expect(leadOf(lead + rest)).toBe(lead);
  });

  it('what they may as well be told to do is what they must do', () => {
    expect(leadOf('Các sở, ngành sử dụng vốn vay nước ngoài đúng mục đích.')).toBe('Các sở, ngành');
    expect(leadOf('Các đơn vị quản lý hồ sơ theo quy định, lập danh mục.')).toBe('Các đơn vị');
    expect(leadOf('Các sở, ngành tiếp nhận hồ sơ từ huyện cũ, khẩn trương lập danh mục.')).toBe('Các sở, ngành');
    expect(leadOf('Các Hạt Kiểm lâm kết thúc việc bàn giao trước ngày 30/9/2026, thất lạc phải lập biên bản.')).toBe(
      'Các Hạt Kiểm lâm',
    );
    expect(leadOf('UBND các xã còn tình trạng chôn cất tự phát chấm dứt việc này ngay trong năm 2026.')).toBe(
      'UBND các xã còn tình trạng chôn cất tự phát',
    );
  });

  it.each([
    'Các đơn vị chưa chủ động tham mưu UBND tỉnh ban hành kế hoạch.',
    'Các địa phương chưa quan tâm chỉ đạo công tác tiêm phòng.',
    'Một số xã chưa hoàn thành kiểm kê rà soát đất đai theo kế hoạch.',
    'Các xã chưa hoàn thành báo cáo tổng hợp.',
    'Các địa phương đã cử cán bộ hướng dẫn người dân kê khai.',
    'Các xã đã tổ chức hội nghị triển khai kế hoạch đến thôn.',
    'UBND các xã còn nhiều hồ sơ quá hạn.',
    'Các đơn vị chưa ban hành kế hoạch triển khai thực hiện.',
  ])('how they have worked charges nobody: %s', (sentence) => {
    expect(leadOf(sentence)).toBeUndefined();
  });
});
