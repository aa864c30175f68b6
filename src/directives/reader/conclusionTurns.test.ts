import { describe, expect, it } from 'vitest';
import { readDirective } from './index.ts';
import { letterWith } from './letter.fixture.ts';

const read = (body: string): [string, string | null, boolean][] =>
  readDirective(letterWith(body)).tasks.map((t) => [t.lead.join(' + '), t.deadline, t.optional]);
const required = (body: string): string[] => read(body).flatMap(([lead, , optional]) => (optional ? [] : [lead]));

describe('sentences of a conclusion', () => {
  it('a name in a roll of names may do what no list of words knows, and with nothing after it does nothing', () => {
    expect(
      required(`1. Sở Nội vụ: Kiểm tra biên chế.
2. Sở Y tế: Vun gốc cho cây con mới trồng.
3. Sở Tài chính: Cân đối ngân sách.
4. Sở Xây dựng: `),
    ).toEqual(['Sở Nội vụ', 'Sở Y tế', 'Sở Tài chính']);
  });

  it('praise before what opens a list of orders makes no account of them', () => {
    expect(
      required(`1. Về giải phóng mặt bằng
Ghi nhận sự cố gắng của các chi bộ, đã vận động được 118 hộ nhận tiền. Đối với 37 hộ còn lại:
- Đề nghị Mặt trận Tổ quốc xã vận động đến từng hộ.
- Ủy ban Kiểm tra Đảng ủy nắm tình hình đảng viên.
- Công an xã: Căng dây, cắm biển cảnh báo.`),
    ).toEqual(['Mặt trận Tổ quốc xã', 'Ủy ban Kiểm tra Đảng ủy', 'Công an xã']);
  });

  it.each([
    [
      'Báo và Đài Phát thanh, Truyền hình Hải Sơn biểu dương gương tốt, phê phán sai phạm.',
      'Báo và Đài Phát thanh, Truyền hình Hải Sơn',
    ],
    ['Trạm Y tế xã, phường tham mưu UBND cùng cấp phát động chiến dịch.', 'Trạm Y tế xã, phường'],
    ['Phòng Kinh tế xã, phường rà soát các hộ kinh doanh.', 'Phòng Kinh tế xã, phường'],
    ['Công an xã, phường, đặc khu tuần tra ban đêm.', 'Công an xã, phường, đặc khu'],
    [
      'Giao Chi cục Văn thư - Lưu trữ trong tháng 9/2025 mở 06 lớp tập huấn về quy cách tệp.',
      'Chi cục Văn thư - Lưu trữ',
    ],
    ['Phòng Văn hóa - Xã hội được phân công viết bài, phát trên hệ thống loa.', 'Phòng Văn hóa - Xã hội'],
    [
      'Đo lường kết quả bằng số liệu, hằng quý báo cáo UBND tỉnh: Sở Khoa học và Công nghệ.',
      'Sở Khoa học và Công nghệ',
    ],
    ['Khi có hướng dẫn của Sở Tài chính, Kế toán ngân sách xã tổng hợp hồ sơ hỗ trợ.', 'Kế toán ngân sách xã'],
    ['Vào tuần cuối hằng tháng, Văn phòng HĐND và UBND xã gửi kết quả giải quyết.', 'Văn phòng HĐND và UBND xã'],
    ['Trong quá trình đàm phán, Sở Công Thương thông tin ngay cho doanh nghiệp.', 'Sở Công Thương'],
    [
      'Soạn thảo quy định về thanh toán; đơn vị được giao soạn thảo là Vụ Kế hoạch - Tài chính.',
      'Vụ Kế hoạch - Tài chính',
    ],
    [
      'Đối với nội dung tại điểm 2: “Phối hợp triển khai dự án.” - giao Cục Thống kê chủ trì triển khai.',
      'Cục Thống kê',
    ],
    ['Trạm Y tế các xã phun hóa chất diệt muỗi.', 'Trạm Y tế các xã'],
    ['Tập thể lãnh đạo Sở Nội vụ kiểm điểm trách nhiệm.', 'Tập thể lãnh đạo Sở Nội vụ'],
    ['Hệ thống chính trị các xã tập trung vận động 12 hộ còn lại.', 'Hệ thống chính trị các xã'],
    ['Liên danh nhà đầu tư hoàn thiện hồ sơ đề xuất.', 'Liên danh nhà đầu tư'],
    ['Đơn vị tư vấn giám sát bám công trường, kiểm soát chất lượng.', 'Đơn vị tư vấn giám sát'],
    ['Chủ hồ, đập thủy lợi, thủy điện chấp hành nghiêm lệnh vận hành.', 'Chủ hồ, đập thủy lợi, thủy điện'],
    ['Kể từ ngày 01/11/2025, Sở Tài chính thực hiện chế độ báo cáo tuần.', 'Sở Tài chính'],
    ['Như vậy, Sở Nội vụ còn phải bổ sung 03 báo cáo.', 'Sở Nội vụ'],
    ['Trách nhiệm của Sở Tài chính: bố trí đủ vốn.', 'Sở Tài chính'],
    ['Nhiệm vụ của Sở Nội vụ là rà soát và tham mưu sắp xếp biên chế.', 'Sở Nội vụ'],
    ['Trách nhiệm tổng hợp báo cáo thuộc Sở Tài chính.', 'Sở Tài chính'],
    ['Sở Tài chính - cơ quan thường trực của Ban Chỉ đạo - tổng hợp báo cáo.', 'Sở Tài chính'],
    ['Sở Tài chính là đầu mối tổng hợp, báo cáo.', 'Sở Tài chính'],
    ['Giao chỉ tiêu 1.200 căn nhà ở xã hội cho UBND các xã, phường để tổ chức thực hiện.', 'UBND các xã, phường'],
    ['Trên tinh thần đó, Sở Công Thương làm việc với EVN.', 'Sở Công Thương'],
    ['Sáng thứ Hai, 13/10, Sở Công Thương báo cáo tiến độ.', 'Sở Công Thương'],
    ['Tuần sau, Sở Công Thương làm việc với EVN.', 'Sở Công Thương'],
    ['Đây là nhiệm vụ quan trọng, các sở, ngành phải tập trung cao độ.', 'các sở, ngành'],
    ['Giao trực tiếp đồng chí Giám đốc Sở Du lịch xử lý.', 'đồng chí Giám đốc Sở Du lịch'],
    ['Giao UBND xã Hòa Bình là chủ đầu tư, hoàn thành trong năm 2026.', 'UBND xã Hòa Bình'],
    ['Các Vụ, Cục, Thanh tra Bộ rà soát Đề án.', 'Các Vụ, Cục + Thanh tra Bộ'],
    ['Các công ty quản lý, sửa chữa đường bộ khắc phục hư hỏng mặt đường.', 'Các công ty quản lý, sửa chữa đường bộ'],
    [
      'Hội đồng quản trị các Tổng công ty xây dựng giao thông kiện toàn tổ chức.',
      'Hội đồng quản trị các Tổng công ty xây dựng giao thông',
    ],
    ['Các công ty xây dựng phương án bảo đảm điện.', 'Các công ty'],
    ['Ban Giám đốc các bệnh viện chịu trách nhiệm phân luồng người bệnh.', 'Ban Giám đốc các bệnh viện'],
    ['Ban bảo vệ dân phố tuần tra ban đêm.', 'Ban bảo vệ dân phố'],
    ['Cấp xã, cơ quan, tổ chức bồi dưỡng cho đoàn viên.', 'Cấp xã, cơ quan, tổ chức'],
    ['Công tác tuyên truyền: Sở Văn hóa treo 10 cụm pa nô.', 'Sở Văn hóa'],
    ['Sở Y tế, trong ngày mai (07/12/2025) phải cử thêm một đoàn cán bộ.', 'Sở Y tế'],
  ])('%s', (sentence, lead) => {
    expect(required(`1. Sở Xây dựng lập hồ sơ gói thầu số 3.\n2. ${sentence}`)).toEqual(['Sở Xây dựng', lead]);
  });

  it('charge nobody where a leader stresses, a form praises, or whoever it may be is blamed', () => {
    expect(
      required(
        `1. Sở Xây dựng lập hồ sơ gói thầu số 3.
2. UBND tỉnh biểu dương Sở Nội vụ.
3. Chủ tịch UBND tỉnh nhấn mạnh: Sở Nội vụ phải chủ động hơn trong tham mưu.
4. Đơn vị nào để chậm, thủ trưởng đơn vị giải trình.
5. Mong muốn Công ty A tiếp tục đồng hành cùng tỉnh.
6. Giao các đơn vị: Sở Y tế lập dự toán; Sở Tài chính bố trí vốn.`,
      ),
    ).toEqual(['Sở Xây dựng', 'Sở Nội vụ', 'Sở Y tế', 'Sở Tài chính']);
  });

  it('go on to the order after consent, even where the heading told of the situation', () => {
    expect(
      read(`1. Về tình hình kinh tế - xã hội
Cơ bản thống nhất với báo cáo của Sở Tài chính. Sở Tài chính tiếp thu ý kiến, hoàn thiện báo cáo trước ngày 02/12/2025.
2. Về giá đất
Sở Xây dựng rà soát các thửa đất đấu giá.`),
    ).toEqual([
      ['Sở Tài chính', '2025-12-02', false],
      ['Sở Xây dựng', null, false],
    ]);
  });

  it('say by when with "đến ngày ... phải", and what follows where something is not done', () => {
    expect(
      read(`1. Sở Y tế đến ngày 15/12/2025 phải giải ngân xong kế hoạch vốn.
2. Đến hết ngày 20/12/2025, các chủ đầu tư chưa giải ngân thì Sở Tài chính tham mưu điều chuyển vốn.`),
    ).toEqual([
      ['Sở Y tế', '2025-12-15', false],
      ['Sở Tài chính', '2025-12-20', false],
    ]);
  });
});

describe('points under those spoken to', () => {
  const points = (...lines: string[]): string[] =>
    readDirective(
      letterWith(['Sở Y tế đề nghị các đơn vị thực hiện các nội dung sau:', ...lines].join('\n')),
    ).tasks.map((t) => `${t.lead.join(' + ')}: ${t.action.slice(0, 20)}`);

  it('open with of what they are', () => {
    expect(
      points(
        '1. Công tác truyền thông: Tăng cường tuyên truyền trên loa truyền thanh.',
        '2. Chế độ báo cáo: báo cáo hằng ngày trước 14 giờ.',
        '3. Về kinh phí: Sử dụng nguồn ngân sách được giao.',
      ),
    ).toHaveLength(3);
  });

  it('are no work where they tell of the paper, the address or the money', () => {
    expect(
      points(
        '1. Rà soát nguồn thuốc, vật tư y tế.',
        '2. Kinh phí thực hiện: từ nguồn dự toán được giao.',
        '3. Nơi nhận báo cáo: Phòng Nghiệp vụ Y.',
        '4. Văn bản này thay thế Công văn số 10/SYT ngày 01/9/2025.',
      ),
    ).toHaveLength(1);
  });

  it('may deal out figures to others, which is their own work', () => {
    expect(required('1. UBND các xã\n- Giao chỉ tiêu cho từng thôn, bản.\n- Sơn lại biển báo ở bến đò.')).toEqual([
      'UBND các xã',
      'UBND các xã',
    ]);
  });
});
