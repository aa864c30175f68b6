import { describe, expect, it } from 'vitest';
import { readDirective } from './index.ts';
import { letterWith } from './letter.fixture.ts';

const leads = (text: string): string[][] =>
  readDirective(text)
    .tasks.filter((t) => !t.optional)
    .map((t) => t.lead);

describe('those spoken to by another word than their name', () => {
  it('reads "quý Sở" in a letter as the one to whom it is sent', () => {
    const { tasks } = readDirective(`UBND TỈNH HƯNG HẢI
SỞ NỘI VỤ
Số: 812/SNV-CCHC
Hưng Hải, ngày 03 tháng 11 năm 2025

Kính gửi: Sở Tài chính

Sở Nội vụ đề nghị quý Sở khẩn trương có báo cáo về tình hình sử dụng biên chế.
Trân trọng đề nghị Quý Sở cử một cán bộ làm đầu mối phối hợp trước ngày 10/11/2025.
`);
    expect(tasks.map((t) => [t.lead, t.deadline])).toEqual([
      [['Sở Tài chính'], null],
      [['Sở Tài chính'], '2025-11-10'],
    ]);
  });

  it('reads "quý đơn vị" as all to whom a letter is sent, also over points', () => {
    const { tasks } = readDirective(`SỞ Y TẾ HƯNG HẢI
Số: 88/SYT-KH
Hưng Hải, ngày 03 tháng 11 năm 2025

Kính gửi:
- Trung tâm Kiểm soát bệnh tật;
- Bệnh viện Đa khoa khu vực Hải Đông.

Sở Y tế kính đề nghị Quý đơn vị quan tâm thực hiện các việc sau:
- Rà soát cơ số thuốc dự phòng.

Đề nghị quý đơn vị cử 02 cán bộ dự họp giao ban hằng tuần.
`);
    const both = ['Trung tâm Kiểm soát bệnh tật', 'Bệnh viện Đa khoa khu vực Hải Đông'];
    expect(tasks.map((t) => t.lead)).toEqual([both, both]);
  });

  it('knows a department though the second half of its field is written small', () => {
    expect(
      leads(
        letterWith(`1. Giao Sở Văn hóa và thể thao kiểm tra các nhà văn hóa thôn.
2. Giao Sở Nông nghiệp và môi trường tham mưu phương án trồng rừng.
3. Phòng Giáo dục và đào tạo rà soát các điểm trường.`),
      ),
    ).toEqual([['Sở Văn hóa và thể thao'], ['Sở Nông nghiệp và môi trường'], ['Phòng Giáo dục và đào tạo']]);
  });

  it('reads on a page of news whom it was asked of, and "sở này"', () => {
    expect(
      leads(`Tỉnh Hưng Hải họp về tuyến đường ven biển

Theo thông báo, UBND tỉnh giao Sở Xây dựng chủ trì rà soát hướng tuyến trong tháng 11/2025.

Đối với khu đất đối ứng, các sở, ngành và UBND các xã Hải Đông, Hải Tây được yêu cầu khẩn trương hoàn thành giải phóng mặt bằng.

Cùng với đó, sở này sẽ chủ trì thẩm định quy hoạch chi tiết các khu đô thị dọc tuyến.
`),
    ).toEqual([['Sở Xây dựng'], ['các sở, ngành', 'UBND các xã Hải Đông, Hải Tây'], ['sở này']]);
  });

  it('reads which bodies of a class are meant, up to the word that binds them', () => {
    expect(
      leads(
        letterWith(`1. Đối với các địa phương chưa phê duyệt đề án thì khẩn trương hoàn thiện, gửi Sở Xây dựng.
2. Các cơ quan, đơn vị được bố trí kế hoạch vốn năm 2026 nêu tại Điều 1 Quyết định này chịu trách nhiệm tổ chức lập hồ sơ mời thầu.
3. Các xã đã hoàn thành rà soát hộ nghèo phải công khai kết quả tại trụ sở.
4. Các sở, ngành được giao nhiệm vụ thực hiện công tác chuẩn bị đầu tư phải trình hồ sơ trong tháng 3 năm 2026.`),
      ),
    ).toEqual([
      ['các địa phương chưa phê duyệt đề án'],
      ['Các cơ quan, đơn vị được bố trí kế hoạch vốn năm 2026'],
      ['Các xã đã hoàn thành rà soát hộ nghèo'],
      ['Các sở, ngành được giao nhiệm vụ thực hiện công tác chuẩn bị đầu tư'],
    ]);
  });

  it('reads which of a class by what they have, lack, or where they are', () => {
    expect(
      leads(
        letterWith(`1. Đối với các đơn vị chưa hoàn thành việc kê khai tài sản, khẩn trương hoàn thành trước ngày 15/11/2025.
2. Riêng các xã có tỷ lệ giải ngân dưới 50% phải có văn bản giải trình gửi Sở Tài chính.
3. UBND xã nơi có dự án đi qua phối hợp với Sở Xây dựng kiểm đếm tài sản.
4. Các cơ quan báo chí đóng trên địa bàn tỉnh tăng thời lượng tuyên truyền.
5. Sở Y tế được giao là cơ quan đầu mối theo dõi, đôn đốc.
6. Các địa phương có phương án cụ thể, chủ động bố trí lực lượng.`),
      ),
    ).toEqual([
      ['các đơn vị chưa hoàn thành việc kê khai tài sản'],
      ['các xã có tỷ lệ giải ngân dưới 50%'],
      ['UBND xã nơi có dự án đi qua'],
      ['Các cơ quan báo chí đóng trên địa bàn tỉnh'],
      ['Sở Y tế'],
      ['Các địa phương'],
    ]);
  });

  it('reads an office whose head is written small beside others', () => {
    expect(
      leads(
        letterWith('1. Giao Sở Y tế, phòng Y tế cấp huyện phối hợp với các ban, ngành rà soát đối tượng được hỗ trợ.'),
      ),
    ).toEqual([['Sở Y tế', 'phòng Y tế cấp huyện']]);
  });

  it('goes on with the partners over a semicolon, while nothing is to be done yet', () => {
    const { tasks } = readDirective(
      letterWith(
        '1. Giám đốc Sở Y tế chủ trì, phối hợp với Chủ tịch UBND các xã; thủ trưởng các ngành liên quan hướng dẫn việc tiêm chủng.',
      ),
    );
    expect(tasks.map((t) => [t.lead, t.coordinate])).toEqual([
      [['Giám đốc Sở Y tế'], ['Chủ tịch UBND các xã', 'thủ trưởng các ngành liên quan']],
    ]);
  });

  it('lets what a department must ask of others be its own duty', () => {
    expect(
      leads(
        letterWith(`1. Sở Xây dựng
- Rà soát các công trình đang thi công; yêu cầu chủ đầu tư gia cố cần trục trước khi bão vào.
2. Sở Y tế
- Phân công cấp ủy viên dự sinh hoạt với các chi bộ.`),
      ),
    ).toEqual([['Sở Xây dựng'], ['Sở Y tế']]);
  });

  it('reads a person told to attend', () => {
    expect(
      leads(letterWith('1. Phân công đồng chí Phó Bí thư Thường trực Đảng ủy dự và chỉ đạo kiểm điểm tại chi bộ.')),
    ).toEqual([['đồng chí Phó Bí thư Thường trực Đảng ủy']]);
  });

  it('reads on a page of news what a place asks in its own name', () => {
    expect(
      leads(`Nam Hải siết chặt trật tự vỉa hè

Chủ tịch UBND thành phố vừa ký chỉ thị, yêu cầu Sở Xây dựng kẻ lại vạch vỉa hè. Đáng chú ý, Nam Hải yêu cầu lực lượng an ninh trật tự giải tỏa ngay các quán lấn chiếm.
`),
    ).toEqual([['Sở Xây dựng'], ['lực lượng an ninh trật tự']]);
  });
});

describe('those spoken to in the middle of a sentence', () => {
  it('reads a class by two trades, and takes what an office agrees to in the main for no task', () => {
    expect(
      leads(`Nam Hải siết chặt phòng dịch

Chủ tịch UBND thành phố vừa ký chỉ thị, yêu cầu Sở Xây dựng rà soát các lán trại.

Đối với các cơ sở dịch vụ, kinh doanh, UBND Nam Hải yêu cầu tạm dừng hoạt động quán karaoke cho đến khi có thông báo mới.

Theo thông báo, UBND TP Nam Hải cơ bản thống nhất về phương án cách ly như báo cáo tại cuộc họp.
`),
    ).toEqual([['Sở Xây dựng'], ['các cơ sở dịch vụ, kinh doanh']]);
  });

  it('reads on past "theo chức năng, nhiệm vụ" to those who must act', () => {
    expect(
      leads(
        letterWith(`1. Trách nhiệm của các sở, ngành; Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh
Căn cứ các nội dung phân công tại Kế hoạch này, theo chức năng, nhiệm vụ, các sở, ngành, đoàn thể, đơn vị xây dựng văn bản hướng dẫn, tổ chức triển khai.`),
      ),
    ).toEqual([['các sở, ngành, đoàn thể, đơn vị']]);
  });
});

describe('duties that people on the spot have', () => {
  it('reads telling the neighbours as a duty, and "đơn vị này" as the one just named', () => {
    expect(leads(letterWith('1. Tổ trưởng các tổ dân phố thông báo cho các hộ dân di dời xe.'))).toEqual([
      ['Tổ trưởng các tổ dân phố'],
    ]);
    expect(
      leads(`Hưng Hải giữ sạch vỉa hè

Chủ tịch UBND tỉnh giao Sở Xây dựng rà soát các tuyến đường.

Về phía Sở Tài chính, đơn vị này có trách nhiệm bố trí kinh phí.
`),
    ).toEqual([['Sở Xây dựng'], ['Sở Tài chính']]);
  });
});

describe('sentences that ask nothing of those spoken to', () => {
  it('makes no task of what the writer will do, nor of what a duty is worth', () => {
    expect(
      leads(
        letterWith(`UBND các xã thực hiện các nội dung sau:
1. Tiếp tục xác nhận hồ sơ đã nộp.
Sau khi Nghị định mới được ban hành, Sở sẽ có văn bản hướng dẫn việc bổ sung hồ sơ.
2. Rà soát đối tượng được hưởng chính sách.
Đẩy mạnh chăm sóc người có công là nhiệm vụ cấp bách, thể hiện trách nhiệm của toàn xã hội.`),
      ),
    ).toEqual([['UBND các xã'], ['UBND các xã']]);
  });
});
