import { describe, expect, it } from 'vitest';
import { readDirective } from './index.ts';
import { LETTERHEAD, letterWith } from './letter.fixture.ts';

const said = (text: string): string[] =>
  readDirective(text)
    .tasks.filter((t) => !t.optional)
    .map(
      (t) =>
        `${t.lead.join(' + ')}${t.coordinate.length ? ` / ${t.coordinate.join(' + ')}` : ''} | ${t.deadline ?? t.recurrence ?? '-'}`,
    );
const order = (body: string): string[] => said(letterWith(body));

describe('Who must do it, in the layouts of different offices', () => {
  it('a page of news lets the document itself ask', () => {
    expect(
      said(`UBND tỉnh Hương Sơn chỉ đạo phòng, chống rét
Chủ tịch UBND tỉnh vừa ký ban hành Chỉ thị số 12/CT-UBND ngày 12/12/2025 về phòng, chống rét.
Chỉ thị nêu rõ, Sở Y tế chủ trì, phối hợp với các địa phương theo dõi chặt chẽ tình hình dịch bệnh.
Ngoài ra, Chỉ thị cũng yêu cầu Sở Công Thương chủ trì triển khai các giải pháp bình ổn thị trường.
Chỉ thị của Chủ tịch UBND tỉnh yêu cầu Sở Nội vụ chủ trì hướng dẫn các xã phân công trực Tết.`),
    ).toEqual(['Sở Y tế / các địa phương | -', 'Sở Công Thương | -', 'Sở Nội vụ | -']);
  });

  it('a circumstance may stand between the names and what they must do', () => {
    expect(
      order(
        '1. Giao Sở Y tế, Sở Nội vụ và cơ quan liên quan trong quá trình chuẩn bị các đề án, chủ động rà soát, đề xuất sửa đổi quy định.',
      ),
    ).toEqual(['Sở Y tế + Sở Nội vụ + cơ quan liên quan | -']);
  });

  it('"quản lý ngành, lĩnh vực" says which bodies, with its comma', () => {
    expect(order('1. Các Sở quản lý ngành, lĩnh vực quyết liệt thực hiện các giải pháp bảo đảm tăng trưởng.')).toEqual([
      'Các Sở quản lý ngành, lĩnh vực | -',
    ]);
  });

  it('"được giao" before what is to be done is no part of the name', () => {
    expect(order('1. Sở Y tế, các đoàn thể Tỉnh được giao nghiên cứu sửa đổi các quy định về tổ chức hội.')).toEqual([
      'Sở Y tế + các đoàn thể Tỉnh | -',
    ]);
  });

  it('"đối với Sở A như sau:" speaks to Sở A', () => {
    expect(
      said(`${LETTERHEAD}\nChủ tịch UBND tỉnh có yêu cầu sau đây đối với Sở Nông nghiệp và Môi trường như sau:

Khẩn trương hoàn thành cơ sở dữ liệu giá đất đến từng thửa đất trên địa bàn tỉnh.`),
    ).toEqual(['Sở Nông nghiệp và Môi trường | -']);
  });

  it('a name on a line of its own heads the bullets under it', () => {
    expect(
      said(`${LETTERHEAD}\nVăn phòng UBND xã thông báo kết luận giao ban, đề nghị các đ/c thực hiện:

Phòng Kinh tế
  + Rà soát diện tích lúa bị ngập, lập hồ sơ hỗ trợ. Gửi hồ sơ về Sở Tài chính chậm nhất 15/12
  + Phối hợp Ban QLDA khu vực nghiệm thu đường bê tông thôn Đông
Phòng Văn hóa - Xã hội
  + Chốt danh sách hộ nghèo năm 2025`),
    ).toEqual(['Phòng Kinh tế | 2025-12-15', 'Phòng Kinh tế / Ban QLDA khu vực | -', 'Phòng Văn hóa - Xã hội | -']);
  });

  it('a numbered heading without a colon may name partners too', () => {
    expect(
      order(`**3. Sở Công Thương chủ trì, phối hợp với Chi cục Quản lý thị trường**
- Kiểm soát việc kinh doanh sản phẩm động vật tại chợ.
- Xây dựng phương án bình ổn thị trường, trình UBND tỉnh trong tháng 12 năm 2025.`),
    ).toEqual([
      'Sở Công Thương / Chi cục Quản lý thị trường | -',
      'Sở Công Thương / Chi cục Quản lý thị trường | 2025-12-31',
    ]);
  });

  it('a name in bold may run over the end of a line', () => {
    expect(
      order(`**5. Đài Phát thanh và Truyền hình tỉnh, Báo Hương
Sơn** tăng thời lượng tin, bài về phòng, chống dịch bệnh.`),
    ).toEqual(['Đài Phát thanh và Truyền hình tỉnh + Báo Hương Sơn | -']);
  });

  it('what an office must ask of those under it is its own duty', () => {
    expect(
      order(
        '2. Sở Giáo dục và Đào tạo yêu cầu 100% cơ sở giáo dục ký cam kết; gửi kết quả về Sở Y tế trước ngày 30/10/2025.',
      ),
    ).toEqual(['Sở Giáo dục và Đào tạo | 2025-10-30']);
  });

  it('"theo lĩnh vực được phân công:" after the names heads their points', () => {
    expect(
      order(`3. Sở Nông nghiệp và Môi trường, Sở Công Thương theo lĩnh vực được phân công:
- Lấy mẫu giám sát nguyên liệu đưa vào trường học;
- Truy xuất nguồn gốc thực phẩm.`),
    ).toEqual([
      'Sở Nông nghiệp và Môi trường + Sở Công Thương | -',
      'Sở Nông nghiệp và Môi trường + Sở Công Thương | -',
    ]);
  });

  it('whom an office must put in charge among its own people does not lead', () => {
    expect(
      order(`5. UBND các xã, phường:
a) Kiểm tra việc bán hàng rong trước cổng trường.
b) Phân công đồng chí Phó Chủ tịch phụ trách văn xã trực tiếp chỉ đạo, gửi danh sách về Sở Y tế chậm nhất ngày 10/10/2025.`),
    ).toEqual(['UBND các xã, phường | -', 'UBND các xã, phường | 2025-10-10']);
  });

  it('a word of doing inside a name that another name follows', () => {
    expect(
      order('2.3. Viện Kinh tế xây dựng, Trung tâm Thông tin công bố chỉ số giá chậm nhất ngày 31/10/2025.'),
    ).toEqual(['Viện Kinh tế xây dựng + Trung tâm Thông tin | 2025-10-31']);
  });

  it('"...; hoàn thành việc ... trước ngày" after joint work is a work of its own', () => {
    expect(
      order(
        '1. Sở Y tế chủ trì, phối hợp với UBND các xã tổ chức triển khai Kế hoạch này; hoàn thành việc mua vắc xin trước ngày 20/11/2025.',
      ),
    ).toEqual(['Sở Y tế / UBND các xã | -', 'Sở Y tế | 2025-11-20']);
  });

  it('a place set apart from the others leads its own part', () => {
    expect(
      order(
        '1. Trưởng các thôn: vận động dân dọn vệ sinh; riêng thôn Hạ xử lý dứt điểm bãi rác tự phát, xong trong tháng 12.',
      ),
    ).toEqual(['Trưởng các thôn | -', 'thôn Hạ | 2025-12-31']);
  });

  it('what comes round, and seeing to the document, are duties of their own', () => {
    expect(
      order(`1. Ban QLDA giao thông rà soát lại hệ thống thoát nước của 03 khu; hằng tuần (vào thứ Sáu) báo cáo tiến độ về Văn phòng UBND tỉnh.
2. Văn phòng UBND tỉnh khắc phục đường truyền, báo cáo kết quả trước ngày 05/11; theo dõi, đôn đốc việc thực hiện Thông báo này.`),
    ).toEqual([
      'Ban QLDA giao thông | -',
      'Ban QLDA giao thông | regular',
      'Văn phòng UBND tỉnh | 2025-11-05',
      'Văn phòng UBND tỉnh | -',
    ]);
  });
});
