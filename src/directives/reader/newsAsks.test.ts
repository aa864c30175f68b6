import { describe, expect, it } from 'vitest';
import { readDirective } from './index.ts';

const page = (headline: string, ...paragraphs: string[]): string =>
  [
    headline,
    ...paragraphs,
    'Cuộc họp kết thúc vào chiều cùng ngày, sau khi các đại biểu đi kiểm tra hiện trường.',
  ].join('\n');
const told = (text: string): string[] => readDirective(text).tasks.map((t) => t.lead.join(' + '));

const PAGE = (body: string): string =>
  `BÁO HƯNG HẢI ĐIỆN TỬ\nThứ Hai, 20/4/2026\n\nĐẩy nhanh giải phóng mặt bằng\n\n(Báo Hưng Hải) - Chiều 20/4, Chủ tịch UBND tỉnh chủ trì cuộc họp về dự án đường ven biển.\n\n${body}\n`;

describe('a page of news', () => {
  it('goes over to orders where it says that tasks were given', () => {
    expect(
      told(
        PAGE(`Trong Công điện vừa ban hành, Chủ tịch UBND tỉnh giao nhiệm vụ khá cụ thể. Sở Công Thương giám sát chặt chẽ việc vận hành các hồ thủy điện.

Văn phòng UBND tỉnh theo dõi, đôn đốc việc thực hiện Công điện, báo cáo kịp thời Chủ tịch UBND tỉnh.`),
      ),
    ).toEqual(['Sở Công Thương', 'Văn phòng UBND tỉnh']);
  });

  it('its headings and what stands under pictures give nobody a task', () => {
    expect(
      told(
        PAGE(`Chủ tịch UBND tỉnh yêu cầu Sở Xây dựng tổ chức đối thoại với từng hộ trước ngày 30/6/2026.

Sở Công Thương khẩn trương sửa quy chuẩn trạm sạc, trình trước 30/4

Tham dự cuộc họp có Phó Chủ tịch UBND tỉnh, lãnh đạo các sở, ngành: Xây dựng, Tài chính; Công an tỉnh; lãnh đạo các xã nơi dự án đi qua.

Sở Nội vụ phải báo cáo kết quả.`),
      ),
    ).toEqual(['Sở Xây dựng', 'Sở Nội vụ']);
  });

  it('a heading inside it that ends in "điện" is no telegram’s addressee', () => {
    expect(
      told(
        PAGE(`Từ thực tế đó, Chủ tịch UBND tỉnh yêu cầu Sở Xây dựng tổ chức đối thoại với từng hộ trước ngày 30/6/2026.

Nỗi lo trụ điện

Vì vậy, Công ty Điện lực Hưng Hải phải di dời xong các trụ điện trong tháng 5 năm 2026.`),
      ),
    ).toEqual(['Sở Xây dựng', 'Công ty Điện lực Hưng Hải']);
  });
});

describe('who asks on a page of news', () => {
  it('is found where told by name, by office alone or as a steering body', () => {
    expect(
      told(
        page(
          'Hải Sơn siết phòng dịch',
          'Ngày 26/11, Chủ tịch UBND tỉnh đã ký Công điện số 25/CĐ-UBND về phòng, chống dịch.',
          'Theo đó, Chủ tịch UBND tỉnh yêu cầu UBND các xã, phường tăng cường rà soát các khu vực có nguy cơ cao.',
          'Ông Trần Văn Mẫu cũng yêu cầu Sở Y tế chủ trì, bố trí nhân lực lấy mẫu xét nghiệm.',
          'Thứ trưởng cũng yêu cầu ngành Y tế các địa phương phải tập trung kiểm tra các cơ sở khám bệnh.',
          'Để chủ động, Trưởng Ban Chỉ huy PCTT, TKCN và phòng thủ dân sự tỉnh đề nghị các sở, ban, ngành theo dõi sát bản tin dự báo.',
        ),
      ),
    ).toEqual(['UBND các xã, phường', 'Sở Y tế', 'ngành Y tế các địa phương', 'các sở, ban, ngành']);
  });

  it('opens the orders with what was just directed, and goes on with those named after it', () => {
    expect(
      told(
        page(
          'Hải Sơn: phòng dịch từ sớm',
          'UBND tỉnh vừa chỉ đạo các sở, ngành và UBND các xã tuyệt đối không chủ quan trong phòng dịch. Theo đó, Sở Y tế tỉnh tiếp tục giám sát, lấy mẫu các trường hợp có triệu chứng. Các cơ sở bán lẻ thuốc cần nhắc nhở người mua thuốc đi khám.',
        ),
      ),
    ).toEqual(['các sở, ngành + UBND các xã', 'Sở Y tế tỉnh', 'Các cơ sở bán lẻ thuốc']);
  });

  it('is found behind an aim of several doings, and where the title has a small letter', () => {
    expect(
      told(
        page(
          'Hải Sơn ứng phó áp thấp',
          'Theo đó, để chủ động ứng phó với áp thấp, giảm thiểu thiệt hại do thiên tai, Trưởng Ban Chỉ huy phòng thủ dân sự tỉnh đề nghị các sở, ban, ngành tổ chức trực ban.',
          'Để kiểm soát giá, Phó thủ tướng Trần Văn Mẫu đề nghị các bộ ngành, địa phương không chủ quan trong điều hành.',
        ),
      ),
    ).toEqual(['các sở, ban, ngành', 'các bộ ngành, địa phương']);
  });

  it('reads one task where the words that open the orders stand inside it', () => {
    expect(
      told(
        page(
          'Đẩy nhanh đường dây 500 kV',
          'Thủ tướng yêu cầu lãnh đạo bộ ngành, địa phương và Tập đoàn Điện lực giải quyết khó khăn để hoàn thành dự án.',
        ),
      ),
    ).toEqual(['lãnh đạo bộ ngành, địa phương + Tập đoàn Điện lực']);
  });

  it('goes on with those asked before where a paragraph only names a field', () => {
    expect(
      told(
        page(
          'Bảo đảm an toàn thực phẩm',
          'Bộ trưởng vừa có Chỉ thị số 10/CT-BNN về phòng, chống dịch bệnh.',
          'Bộ trưởng đề nghị Chủ tịch UBND các tỉnh chỉ đạo tuyên truyền để người chăn nuôi phòng, chống dịch bệnh.',
          'Về bảo vệ thực vật, chỉ đạo các sở phân công cán bộ trực ban, giám sát sinh vật gây hại trên đồng ruộng.',
        ),
      ),
    ).toEqual(['Chủ tịch UBND các tỉnh', 'Chủ tịch UBND các tỉnh']);
  });

  it('parts sentences that lost the space between them, and points that open with a picture', () => {
    expect(
      told(
        page(
          'Họp về giá điện',
          'Giá điện chưa có phương án cụ thể.Tại cuộc họp ngày 12/6, Phó Thủ tướng yêu cầu Bộ Công Thương lập kịch bản điều hành.Trước đó, giá đã tăng 5%.',
          '📋 Bộ Tài chính được giao nghiên cứu tác động đến chỉ số giá.',
        ),
      ),
    ).toEqual(['Bộ Công Thương', 'Bộ Tài chính']);
  });

  it('takes steps, addresses and the second half of a name for nobody', () => {
    expect(
      told(
        page(
          'Phó Thủ tướng họp về điện',
          'Phó Thủ tướng giao cụ thể các mốc tiến độ cần hoàn thành về các dự án điện.',
          'Bộ trưởng yêu cầu Cục Thú y chỉ đạo các Chi cục Thú y các tỉnh, thành phố trực thuộc Trung ương thường xuyên nắm chắc diễn biến.',
          'Điện thoại: 024.38000000; Email: vanthu@mau.vn',
        ),
      ),
    ).toEqual(['Cục Thú y']);
  });

  it('goes on with "Theo đó, ..." inside the paragraph that tells of the paper, one office after the other', () => {
    expect(
      told(
        page(
          'Hải Sơn tăng cường phòng dịch',
          'UBND tỉnh vừa có công văn về phòng, chống dịch bệnh. Theo đó, Sở Y tế chủ trì giám sát dịch; UBND các xã, phường phun khử khuẩn; Công an tỉnh bố trí lực lượng.',
        ),
      ),
    ).toEqual(['Sở Y tế', 'UBND các xã, phường', 'Công an tỉnh']);
  });

  it('is one named before who also asks', () => {
    expect(
      told(
        page(
          'Hải Sơn đẩy nhanh dự án',
          'Chủ tịch UBND tỉnh yêu cầu các ngành khẩn trương giải phóng mặt bằng. Đồng thời, đồng chí cũng đề nghị UBND các xã rà soát lại hồ sơ bồi thường.',
        ),
      ),
    ).toEqual(['các ngành', 'UBND các xã']);
  });

  it.each([
    [
      'Theo chỉ đạo của UBND tỉnh, Sở Nông nghiệp và Môi trường rà soát nguồn nước; Công ty Điện lực ưu tiên cấp điện cho trạm bơm; UBND các xã vận động người dân tích trữ nước.',
      ['Sở Nông nghiệp và Môi trường', 'Công ty Điện lực', 'UBND các xã'],
    ],
    [
      'UBND tỉnh có văn bản chỉ đạo về hồ đập. Trong đó, trách nhiệm kiểm tra thuộc về chủ đập; Sở Xây dựng đôn đốc, giám sát; UBND các xã cảnh báo người dân vùng hạ du.',
      ['Sở Xây dựng', 'UBND các xã'],
    ],
    [
      'Sau khi nghe báo cáo, Phó Chủ tịch UBND tỉnh thống nhất chủ trương đầu tư, đồng thời giao Sở Tài chính thẩm định nguồn vốn, Sở Xây dựng hướng dẫn thủ tục, UBND phường Hòa An hoàn thành kiểm đếm trước ngày 10/12/2025.',
      ['Sở Tài chính', 'Sở Xây dựng', 'UBND phường Hòa An'],
    ],
    [
      'Công an tỉnh được giao bảo đảm an ninh trật tự. Sở Y tế có nhiệm vụ bố trí xe cấp cứu.',
      ['Công an tỉnh', 'Sở Y tế'],
    ],
    [
      'Chủ tịch UBND tỉnh giao Sở Xây dựng khảo sát tuyến đường. Sở Xây dựng cho biết sẽ sửa chữa trong quý II/2026.',
      ['Sở Xây dựng'],
    ],
  ])('goes from the telling into the orders: %s', (sentences, leads) => {
    expect(told(page('Hải Sơn chỉ đạo trong tuần', sentences))).toEqual(leads);
  });

  it('is told nothing: who speaks, and an office whose past year is told', () => {
    expect(
      told(
        page(
          'Bí thư Tỉnh ủy làm việc với xã',
          'Bí thư Tỉnh ủy yêu cầu UBND xã Bình Minh kiện toàn bộ máy. Đồng chí lưu ý xã quan tâm bố trí cán bộ.',
        ),
      ),
    ).toEqual(['UBND xã Bình Minh']);
    expect(
      told(
        page(
          'Sở Tài chính nâng cao chất lượng công vụ',
          'Thời gian qua, Sở Tài chính đã rút ngắn thời gian giải quyết. Sở phối hợp với Bưu điện tỉnh trả kết quả tại nhà.',
        ),
      ),
    ).toEqual([]);
  });
});

describe('one sentence of a page of news', () => {
  const charges = (sentence: string): [string, string | null][] =>
    readDirective(page('Hải Sơn đẩy nhanh các dự án', '05-06-25 15:22', sentence)).tasks.map((t) => [
      t.lead.join(' + '),
      t.deadline,
    ]);

  it.each([
    ['UBND tỉnh Hải Sơn vừa có ý kiến giao Sở Xây dựng chủ trì xem xét đề nghị của chủ đầu tư.', 'Sở Xây dựng'],
    [
      'Tổng cục Thuế vừa ban hành công văn chỉ đạo cục thuế các tỉnh, thành phố đẩy mạnh hoàn thuế.',
      'cục thuế các tỉnh, thành phố',
    ],
    [
      'Phó Thủ tướng Trần Văn Mẫu đã ký Quyết định số 20/QĐ-TTg chỉ đạo Bộ Tài chính xuất cấp 48 tấn gạo.',
      'Bộ Tài chính',
    ],
    ['Quyền Bộ trưởng giao Vụ KHCN là đầu mối về chuyển đổi số.', 'Vụ KHCN'],
    [
      'Bộ trưởng chỉ đạo các bệnh viện tuyến Trung ương phải cử chuyên gia đến các tỉnh.',
      'các bệnh viện tuyến Trung ương',
    ],
    ['Bộ Nội vụ đốc thúc các địa phương khẩn trương sắp xếp đơn vị sự nghiệp.', 'các địa phương'],
    [
      'Cục trưởng Cục Hàng không cũng yêu cầu các hãng hàng không tăng cường kiểm soát hành khách.',
      'các hãng hàng không',
    ],
    ['Trên cơ sở đó, Tổng Bí thư đề nghị Đảng ủy Quốc hội nghiên cứu việc tổng kết.', 'Đảng ủy Quốc hội'],
    ['Chủ tịch UBND tỉnh đề nghị các cơ quan soạn thảo tiếp thu ý kiến đại biểu.', 'các cơ quan soạn thảo'],
    ['Bí thư Thành ủy cho rằng UBND thành phố phải sâu sát, chỉ đạo hoàn thiện công trình.', 'UBND thành phố'],
    [
      'Bộ Y tế có công văn gửi sở y tế các tỉnh, thành phố yêu cầu tăng cường giám sát dịch.',
      'sở y tế các tỉnh, thành phố',
    ],
    [
      'UBND tỉnh Hải Sơn chỉ đạo Sở Nông nghiệp và Môi trường tăng cường kiểm tra rừng.',
      'Sở Nông nghiệp và Môi trường',
    ],
    ['Đối với Sở Xây dựng, UBND tỉnh yêu cầu xây dựng phương án phân luồng.', 'Sở Xây dựng'],
    ['Đối với cấp xã, Chủ tịch UBND các phường, xã phải kiểm tra chợ, bếp ăn tập thể.', 'Chủ tịch UBND các phường, xã'],
    ['TP.HCM giao Sở Xây dựng kiểm tra các chung cư cũ.', 'Sở Xây dựng'],
    ['Ban chỉ đạo phòng chống dịch thành phố đề nghị Sở Y tế chuẩn bị vật tư xét nghiệm.', 'Sở Y tế'],
    ['UBND xã Hòa Bình phải bàn giao mặt bằng trước ngày 30/6/2025.', 'UBND xã Hòa Bình'],
    ['(Hải Sơn) - Thủ tướng Chính phủ yêu cầu Bộ Xây dựng rà soát các cầu treo dân sinh.', 'Bộ Xây dựng'],
  ])('%s', (sentence, lead) => {
    expect(charges(sentence).map(([who]) => who)).toEqual([lead]);
  });

  it('is for the clerk to check, unless the page gives the order itself', () => {
    const sure = (sentence: string) =>
      readDirective(page('Hải Sơn đẩy nhanh các dự án', '05-06-25 15:22', sentence)).tasks.map((t) => t.sure);
    expect(sure('Chủ tịch UBND tỉnh vừa giao Sở Tài chính chủ trì rà soát kinh phí.')).toEqual([false]);
    expect(sure('Giao Sở Tài chính chủ trì rà soát kinh phí, báo cáo trước ngày 30/11/2025.')).toEqual([true]);
  });

  it('takes the year of a day from when the page appeared', () => {
    expect(charges('Phó Thủ tướng vừa giao Bộ Xây dựng chủ trì nghiên cứu, báo cáo Thủ tướng trước 31/3.')).toEqual([
      ['Bộ Xây dựng', '2026-03-31'],
    ]);
  });

  it('charges each of those named after a colon', () => {
    expect(
      charges('Thủ tướng Chính phủ giao: Bộ Công an điều tra; Bộ Tài chính rà soát thuế.').map(([who]) => who),
    ).toEqual(['Bộ Công an', 'Bộ Tài chính']);
  });

  it('charges nobody where the page only goes on to say what', () => {
    expect(charges('Sở Y tế đánh giá tỷ lệ nhiễm giảm đáng kể.')).toEqual([]);
    expect(charges('Phòng Kinh tế kiến nghị UBND huyện theo dõi việc khắc phục.')).toEqual([]);
    expect(charges('Trước tình hình ấy, UBND tỉnh vừa ban hành công văn chỉ đạo các đơn vị vào cuộc.')).toEqual([]);
    expect(charges('Sở Xây dựng đề nghị Bộ Xây dựng bổ sung quy hoạch.')).toEqual([]);
  });
});
