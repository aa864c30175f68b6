import { describe, expect, it } from 'vitest';
import { readDirective } from './index.ts';
import { LETTERHEAD } from './letter.fixture.ts';

const leads = (body: string): string[] =>
  readDirective(`${LETTERHEAD}\n${body}\n`)
    .tasks.filter((t) => !t.optional)
    .map((t) => t.lead.join(' + '));
const order = (body: string): string[] => leads(`Chủ tịch UBND tỉnh yêu cầu:\n\n${body}`);

describe('Ways of the papers that offices issue', () => {
  it('"Tổ chức thực hiện:" opens a part, and is no label of who acts', () => {
    for (const heading of ['4. Tổ chức thực hiện:', 'IV. Tổ chức triển khai:', '4. TỔ CHỨC THỰC HIỆN:'])
      expect(
        leads(`Ban Thường vụ Đảng ủy kết luận như sau:

${heading}

- Giao Chi bộ thôn Suối Mơ hoàn thành việc bàn giao tài chính trước ngày 31/10/2026.

- Giao Ban xây dựng đảng hướng dẫn chi bộ củng cố tổ chức.`),
      ).toEqual(['Chi bộ thôn Suối Mơ', 'Ban xây dựng đảng']);
  });

  it('"hành chính công" ends a name before what it is to do', () => {
    expect(
      order(`1. Trung tâm Phục vụ hành chính công bố trí thêm hai bàn hướng dẫn người dân.

2. Trung tâm Phục vụ hành chính công xã công khai số hồ sơ trễ hạn.

3. Trung tâm Phục vụ hành chính công khai thác cơ sở dữ liệu dân cư.`),
    ).toEqual([
      'Trung tâm Phục vụ hành chính công',
      'Trung tâm Phục vụ hành chính công xã',
      'Trung tâm Phục vụ hành chính công',
    ]);
  });

  it('a heading may say that its office is the focal one', () => {
    for (const role of ['làm đầu mối, có trách nhiệm', 'là cơ quan đầu mối', 'làm cơ quan thường trực, có nhiệm vụ'])
      expect(order(`1. Phòng Văn hóa - Xã hội ${role}:\n\na) Xây dựng dự toán kinh phí số hóa.`)).toEqual([
        'Phòng Văn hóa - Xã hội',
      ]);
  });

  it('thanks at the end are no task', () => {
    for (const thanks of ['trân trọng cảm ơn sự phối hợp của Quý Ủy ban', 'rất mong nhận được sự phối hợp của Quý Sở'])
      expect(order(`1. Sở Y tế rà soát khu cách ly.\n\nBộ Xây dựng ${thanks}.`)).toEqual(['Sở Y tế']);
  });

  it('which of a class may be told by what it is about, or by trades in a row', () => {
    for (const who of [
      'Các sở quản lý nhà nước chuyên ngành về hạ tầng',
      'Các sở quản lý chuyên ngành về du lịch',
      'Các cơ quan, tổ chức, đơn vị được giao quản lý, sử dụng hoặc khai thác hồ chứa',
      'Các đơn vị quản lý, khai thác và vận hành hồ chứa',
      'Các đơn vị được giao chủ trì, thực hiện nhiệm vụ',
      'Các chủ đầu tư dự án hạ tầng kỹ thuật khu, cụm công nghiệp',
    ])
      expect(
        order(
          `1. Sở Y tế rà soát khu cách ly.\n\n2. ${who}\n\na) Lập danh mục hạng mục hư hỏng, gửi Sở Xây dựng trước ngày 15/11/2025.`,
        ),
      ).toEqual(['Sở Y tế', who]);
    expect(
      order(`1. Các sở quản lý chuyên ngành về du lịch và các cơ quan liên quan rà soát bến thuyền.

2. Chủ đầu tư dự án hạ tầng kỹ thuật khu, cụm công nghiệp san tạo mặt bằng sạch.`),
    ).toEqual([
      'Các sở quản lý chuyên ngành về du lịch + các cơ quan liên quan',
      'Chủ đầu tư dự án hạ tầng kỹ thuật khu, cụm công nghiệp',
    ]);
  });

  it('those charged may be listed in points of their own, before what they have to do', () => {
    const points = `- Sở Y tế (đối với thuốc);

- Sở Tư pháp.

Có trách nhiệm:

a) Rà soát văn bản.`;
    expect(order(`1. Giao các cơ quan sau:\n\n${points}`)).toEqual(['Sở Y tế + Sở Tư pháp']);
    expect(order(`Giao các sở chuyên ngành gồm:\n\n${points}`)).toEqual(['các sở chuyên ngành']);
    expect(order(`1. Giao Sở Nội vụ thành lập tổ giúp việc gồm:\n\n- Sở Y tế;\n\n- Sở Tư pháp.`)).toEqual([
      'Sở Nội vụ',
    ]);
  });

  it('the one who asks may follow the circumstance without a comma', () => {
    expect(
      leads(`Sau khi xem xét Chủ tịch UBND tỉnh giao Sở Y tế xác minh, xử lý vi phạm.

Xét đề nghị của Sở Xây dựng tại Tờ trình số 5/TTr-SXD UBND tỉnh giao Sở Tài chính bố trí kinh phí.

Thực hiện nhiệm vụ Chủ tịch UBND tỉnh giao Sở Tư pháp đã rà soát văn bản.`),
    ).toEqual(['Sở Y tế', 'Sở Tài chính']);
  });

  it('what two offices are to agree on is no charge of its own', () => {
    for (const opens of ['theo hướng', 'theo nguyên tắc sau', 'theo phương án'])
      expect(
        order(`1. Sở Tài chính thống nhất với Sở Y tế về phân công ${opens}: Sở Y tế chủ trì quản lý thuốc; \
Sở Tài chính quản lý giá. Sở Tư pháp thẩm định dự thảo.`),
      ).toEqual(['Sở Tài chính', 'Sở Tư pháp']);
  });

  it('officers charged in a row each have their own task', () => {
    expect(
      order(`1. Phân công đồng chí Phó Bí thư Thường trực Đảng ủy trực tiếp chỉ đạo công tác nhân sự, \
đồng chí Chủ tịch UBND xã phụ trách công tác hậu cần phục vụ bầu cử.

2. Giao đồng chí Trưởng Công an xã phụ trách an ninh, đồng chí Bí thư Đoàn xã huy động thanh niên.

3. Giao đồng chí Chủ tịch UBND xã phối hợp với đồng chí Bí thư, đồng chí Phó Bí thư tổ chức hội nghị.`),
    ).toEqual([
      'đồng chí Phó Bí thư Thường trực Đảng ủy',
      'đồng chí Chủ tịch UBND xã',
      'đồng chí Trưởng Công an xã',
      'đồng chí Bí thư Đoàn xã',
      'đồng chí Chủ tịch UBND xã',
    ]);
  });

  it('labels under the last of several points are meant for those before it that nobody else is charged with', () => {
    expect(
      order(`1. Phòng Kinh tế rà soát biểu mẫu.
2. Theo dõi công tác bầu cử
2.1. Tham gia các đoàn kiểm tra do cấp trên tổ chức.
2.2. Tổng hợp, báo cáo kịp thời các khó khăn, vướng mắc.
2.3. Theo dõi, đôn đốc, báo cáo về công tác bầu cử.
- Thời gian thực hiện: Tháng 12/2025.
- Đơn vị chủ trì: Văn phòng Đảng ủy.`),
    ).toEqual(['Phòng Kinh tế', 'Văn phòng Đảng ủy', 'Văn phòng Đảng ủy', 'Văn phòng Đảng ủy']);
  });

  it('labels after several points are meant for each of them', () => {
    for (const label of ['Trách nhiệm chỉ đạo thực hiện', 'Đơn vị chủ trì', 'Phân công thực hiện'])
      expect(
        order(`III. NHIỆM VỤ TRỌNG TÂM

1. Đẩy mạnh phát triển khoa học

- Rà soát, cập nhật bản đồ vùng rủi ro.

- Đào tạo, bồi dưỡng cán bộ làm công tác môi trường.

- Ứng dụng công nghệ viễn thám trong giám sát rừng.

${label}: Sở Y tế.

2. Sửa chữa hồ chứa

- Nạo vét lòng hồ.

Đơn vị chủ trì: Sở Xây dựng.

- Gia cố mái đập.

Đơn vị chủ trì: Sở Công Thương.`),
      ).toEqual(['Sở Y tế', 'Sở Y tế', 'Sở Y tế', 'Sở Xây dựng', 'Sở Công Thương']);
  });

  it('neither an account after its heading nor an enclosure after a full stop is a task', () => {
    expect(
      leads(`Ban Thường vụ Đảng ủy thông báo kết luận kiểm tra đối với Chi bộ thôn Suối Mơ như sau:

1. Ưu điểm: Chi bộ đã quan tâm quán triệt các chủ trương, chấp hành nghiêm quy định của Đảng.

2. Hạn chế, tồn tại: Chưa xây dựng quy chế làm việc của chi bộ.

3. Sở Công Thương triển khai xây dựng chợ, hoàn thành trong năm 2026. (chi tiết Phụ lục 04 đính kèm)`),
    ).toEqual(['Sở Công Thương']);
  });

  it('a field of two parts belongs to the name, whatever its letters', () => {
    expect(
      order(`1. Viện Khí tượng và Biến đổi khí hậu; Viện Chiến lược, Chính sách tài nguyên và môi trường nghiên cứu nhiệm vụ.

2. Trung tâm Truyền thông tài nguyên và môi trường, Báo Tài nguyên và Môi trường có trách nhiệm phản ánh sự kiện.

3. Viện Quy hoạch, Thiết kế nông nghiệp và phát triển nông thôn xây dựng quy hoạch.

4. Trung tâm Y tế, Bệnh viện đa khoa và các trạm y tế rà soát thuốc.`),
    ).toEqual([
      'Viện Khí tượng và Biến đổi khí hậu + Viện Chiến lược, Chính sách tài nguyên và môi trường',
      'Trung tâm Truyền thông tài nguyên và môi trường + Báo Tài nguyên và Môi trường',
      'Viện Quy hoạch, Thiết kế nông nghiệp và phát triển nông thôn',
      'Trung tâm Y tế + Bệnh viện đa khoa + các trạm y tế',
    ]);
  });

  it('a lead-in may say what of it to mind, or guide those who act', () => {
    for (const stress of [
      'trong đó lưu ý các nhiệm vụ trọng tâm sau',
      'trong đó cần tập trung một số nội dung sau đây',
    ])
      expect(
        leads(`Bộ Tài chính đề nghị các Bộ, cơ quan ngang bộ và UBND các tỉnh chỉ đạo triển khai Nghị định; ${stress}:

1. Tổ chức tuyên truyền, phổ biến Nghị định.`),
      ).toEqual(['các Bộ, cơ quan ngang bộ + UBND các tỉnh']);
    expect(
      leads(`Sở Giáo dục và Đào tạo hướng dẫn các trường học thực hiện các nhiệm vụ trọng tâm sau:

1. Thành lập tổ tư vấn hướng nghiệp cấp trường.`),
    ).toEqual(['các trường học']);
    expect(
      order(`1. UBND các xã hướng dẫn các hộ dân thực hiện các nội dung sau:

a) Chằng chống nhà cửa, kê cao tài sản.

2. Các chủ đầu tư khu, cụm công nghiệp và khu đô thị nộp báo cáo môi trường.`),
    ).toEqual(['UBND các xã', 'Các chủ đầu tư khu, cụm công nghiệp và khu đô thị']);
  });

  it('an order before the points that it stresses is a task of its own', () => {
    for (const stress of ['Trong đó chú ý một số nội dung sau', 'Khi thực hiện, cần lưu ý các việc sau'])
      expect(
        order(`1. Sở Tài chính phối hợp với Sở Y tế hoàn thiện dự thảo Đề án, trình trước ngày 20/10/2026. ${stress}:

- Về văn bản quy phạm:

Sở Tư pháp nghiên cứu kỹ quy định của pháp luật.

- Rà soát phân công giữa các ngành.`),
      ).toEqual(['Sở Tài chính', 'Sở Tư pháp', 'Sở Tài chính']);
  });

  it('a table may begin with the column of those who act', () => {
    for (const head of ['Đơn vị | Nội dung | Thời hạn', 'Cơ quan thực hiện | Nhiệm vụ | Thời gian'])
      expect(
        order(`1. Phân công các đơn vị thuộc Sở:

| ${head} |
|---|---|---|
| Chi cục Thủy lợi | Tổng hợp tình hình nguồn nước các hồ | 15/3/2026 |
| Trung tâm Khuyến nông | Xây dựng ba mô hình tưới tiết kiệm | Quý II/2026 |`),
      ).toEqual(['Chi cục Thủy lợi', 'Trung tâm Khuyến nông']);
  });

  it('how often may stand between the name and what it does', () => {
    expect(
      order(`1. Thanh tra huyện mỗi quý tham mưu một cuộc đối thoại với công dân.

2. Sở Y tế, mỗi tháng một lần, kiểm tra các trạm y tế.

3. Sở Nội vụ 6 tháng một lần báo cáo kết quả tuyển dụng.`),
    ).toEqual(['Thanh tra huyện', 'Sở Y tế', 'Sở Nội vụ']);
  });

  it('who reports and in which rounds: the duty, then each round, and none for what is due on demand', () => {
    expect(
      order(`1. Chế độ báo cáo

Các sở quản lý chuyên ngành định kỳ tổng hợp báo cáo kết quả thực hiện gửi Sở Tài chính như sau:

- Báo cáo 6 tháng: Ban Quản lý dự án tỉnh gửi Sở Tài chính trước ngày 05/7.

- Báo cáo đột xuất: Theo yêu cầu của Ủy ban nhân dân tỉnh.`),
    ).toEqual(['Các sở quản lý chuyên ngành', 'Ban Quản lý dự án tỉnh']);
  });

  it('how all should go about it, under the aims, is no task', () => {
    expect(
      leads(`I. MỤC ĐÍCH, YÊU CẦU

2. Yêu cầu

- Các đơn vị chủ trì nhiệm vụ được giao có trách nhiệm hoàn thành đúng tiến độ, bảo đảm chất lượng.

II. TỔ CHỨC THỰC HIỆN

1. Sở Y tế rà soát khu cách ly.`),
    ).toEqual(['Sở Y tế']);
  });
});
