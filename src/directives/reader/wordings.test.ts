import { describe, expect, it } from 'vitest';
import { type Reading, readDirective } from './index.ts';
import { LETTERHEAD_OF_MAY, letterWith } from './letter.fixture.ts';

const said = ({ tasks }: Reading): [string, string | null][] =>
  tasks.filter((t) => !t.optional).map((t) => [t.lead.join(' + '), t.deadline]);
const official = (body: string): [string, string | null][] => said(readDirective(letterWith(body, LETTERHEAD_OF_MAY)));

describe('who is named', () => {
  it.each([
    [
      'units in capitals',
      '1. Ủy ban nhân dân các Xã, Phường, Đặc khu:\n- Kiểm tra các bến khách ngang sông.',
      'Ủy ban nhân dân các Xã, Phường, Đặc khu',
    ],
    [
      'a chain of trades before what binds',
      '1. Các tổ tuần tra, kiểm soát cần bám sát địa bàn được giao.',
      'Các tổ tuần tra, kiểm soát',
    ],
    [
      'an occasion between the name and what binds',
      '1. Sở Xây dựng khi thẩm định thiết kế, cấp giấy phép các công trình ven biển phải đối chiếu bản đồ ngập.',
      'Sở Xây dựng',
    ],
    ['a number of them', '1. 08 Chi cục Thuế rà soát các hộ khoán, báo cáo Thuế tỉnh.', '08 Chi cục Thuế'],
    [
      'an aside after the name',
      '1. Sở Công Thương (cơ quan thường trực Tổ công tác)\n- Kiểm tra hàng dự trữ tại các kho.',
      'Sở Công Thương',
    ],
    [
      'an office in small letters',
      '1. Đối với hiệu trưởng các trường trung học phổ thông:\n- Niêm yết mức thu tại cổng trường.',
      'hiệu trưởng các trường trung học phổ thông',
    ],
    [
      'the rest of a field in small letters',
      '1. Sở Văn hóa, thông tin và du lịch kiểm tra các điểm bán vé.',
      'Sở Văn hóa, thông tin và du lịch',
    ],
    [
      'a dash before what to do',
      '1. Trung tâm Y tế khu vực - tổ chức trực cấp cứu tại các bến.',
      'Trung tâm Y tế khu vực',
    ],
    ['what to do that is a field too', '1. Giao UBND các xã: Xây dựng phương án sơ tán dân.', 'UBND các xã'],
    ['one place of learning for all', '1. Cơ sở đào tạo kiểm tra kết quả đồng bộ.', 'Cơ sở đào tạo'],
    [
      'one for all, told on what occasion',
      '1. Sau mỗi đợt đồng bộ, cơ sở đào tạo kiểm tra kết quả tiếp nhận dữ liệu.',
      'cơ sở đào tạo',
    ],
    [
      'one for all, by what rule they must',
      '1. Khi có thông báo vi phạm, cơ quan quản lý căn cứ quy định phải xử lý người vi phạm.',
      'cơ quan quản lý',
    ],
    ['a teacher that stands for all', '1. Giáo viên chủ nhiệm lập danh sách học sinh.', 'Giáo viên chủ nhiệm'],
    [
      'who speaks for it, in brackets',
      '1. Tổ văn phòng (do đồng chí Tổ trưởng làm đầu mối) có trách nhiệm chuẩn bị phòng học.',
      'Tổ văn phòng',
    ],
    [
      'a field with an adverb in it',
      '1. Cục Giáo dục nghề nghiệp và Giáo dục thường xuyên hướng dẫn các trung tâm.',
      'Cục Giáo dục nghề nghiệp và Giáo dục thường xuyên',
    ],
    [
      'an organisation by that word',
      '1. Tổ chức Đoàn Thanh niên:\n- Mở sân chơi cho học sinh.',
      'Tổ chức Đoàn Thanh niên',
    ],
    [
      'two kinds of learning',
      '1. Các cơ sở đào tạo, bồi dưỡng giáo viên:\n- Cập nhật nội dung vào chương trình đào tạo.',
      'Các cơ sở đào tạo, bồi dưỡng giáo viên',
    ],
    ['a cooperative that stands for all', '1. Hợp tác xã kê khai diện tích nuôi trồng.', 'Hợp tác xã'],
    ['points glued to their numbers', '1. Công an tỉnh: (1)Triển khai lực lượng; (2)Hỗ trợ dân.', 'Công an tỉnh'],
    [
      'air traffic, which denies nothing',
      '1. Các đơn vị cung cấp dịch vụ hàng không thực hiện nghiêm việc xét nghiệm.',
      'Các đơn vị cung cấp dịch vụ hàng không',
    ],
    [
      'whom they manage directly',
      '1. Đề nghị các cơ quan quản lý trực tiếp cơ sở giáo dục đại học phối hợp kiểm tra việc thu.',
      'các cơ quan quản lý trực tiếp cơ sở giáo dục đại học',
    ],
    [
      'a comma between those asked and what of them',
      '1. Đề nghị Chủ tịch UBND các xã và các cơ quan chức năng, chỉ đạo triển khai nghiêm các biện pháp.',
      'Chủ tịch UBND các xã + các cơ quan chức năng',
    ],
    [
      'branches of the police with commas in their names',
      '1. Cục Cảnh sát quản lý trại giam, cơ sở giáo dục bắt buộc, trường giáo dưỡng rà soát phương án.',
      'Cục Cảnh sát quản lý trại giam, cơ sở giáo dục bắt buộc, trường giáo dưỡng',
    ],
    [
      'units by what befell them',
      '1. UBND các xã bị ảnh hưởng bởi thiên tai rà soát, thống kê các hộ dân.',
      'UBND các xã bị ảnh hưởng bởi thiên tai',
    ],
    [
      'units by what they were given',
      '1. Đề nghị UBND các xã được phân bổ gạo cứu trợ tổ chức cấp phát tại thôn.',
      'UBND các xã được phân bổ gạo cứu trợ',
    ],
    [
      'units by what is still undone',
      '1. Giao UBND các xã có bến khách ngang sông chưa được cấp phép chủ động bố trí kinh phí.',
      'UBND các xã có bến khách ngang sông chưa được cấp phép',
    ],
    [
      'units by a figure and an aside',
      '1. Giao UBND các xã có tỷ lệ giải ngân thấp (dưới 50%) rà soát nguyên nhân.',
      'UBND các xã có tỷ lệ giải ngân thấp (dưới 50%)',
    ],
    ['those spoken to, set off by a comma', '1. Với Sở Y tế, tiếp tục luân phiên bác sĩ về các trạm.', 'Sở Y tế'],
    [
      'a heading that ends in the duty',
      '1. Trưởng đoàn các đội tuyển có trách nhiệm\n- Quản lý vận động viên trong thời gian thi đấu.',
      'Trưởng đoàn các đội tuyển',
    ],
    [
      'another name after "theo đó"',
      '1. Đẩy nhanh tiến độ giải ngân các dự án trọng điểm của tỉnh. Theo đó, Sở Tài chính phải giao ban hằng tuần.',
      'Sở Tài chính',
    ],
    [
      'a topic that no comma sets off',
      '1. Về tinh giản biên chế Sở Nội vụ khẩn trương thẩm định danh sách đợt 2.',
      'Sở Nội vụ',
    ],
    [
      'a time that no comma sets off',
      '1. Trong tuần này Sở Công Thương làm việc với các đầu mối xăng dầu.',
      'Sở Công Thương',
    ],
    [
      'what a class of units does for a living',
      '1. Các đơn vị quản lý, vận hành lưới điện kiểm tra hành lang an toàn.',
      'Các đơn vị quản lý, vận hành lưới điện',
    ],
    [
      'a name that holds a word of doing',
      '1. Văn phòng Đăng ký tàu thuyền tỉnh chỉnh lý hồ sơ tàu cá.',
      'Văn phòng Đăng ký tàu thuyền tỉnh',
    ],
    [
      'those that are left',
      '1. Các địa phương còn lại: theo điều kiện thực tế hỗ trợ giống.',
      'Các địa phương còn lại',
    ],
    [
      'who is the focal point after the work',
      '1. Tiếp tục sắp xếp trụ sở dôi dư, Sở Tài chính làm đầu mối tổng hợp phương án.',
      'Sở Tài chính',
    ],
  ])('reads %s', (_habit, body, lead) => {
    expect(official(body).at(-1)?.[0]).toBe(lead);
  });
});

describe('articles of a resolution', () => {
  it('keeps to those asked in the article through its sections', () => {
    expect(
      said(
        readDirective(`${LETTERHEAD_OF_MAY}
Điều 1. Thông qua kết quả giám sát.
Điều 2. Hội đồng nhân dân tỉnh yêu cầu Ủy ban nhân dân tỉnh tập trung thực hiện các nội dung sau:
1. Về giao thông
a) Hoàn thành đăng kiểm lại toàn bộ tàu khách trước ngày 30 tháng 6 năm 2026.
b) Công bố danh mục bến không phép.
2. Về môi trường
Đóng cửa các bãi rác lộ thiên trong năm 2026.
Điều 3. Thường trực Hội đồng nhân dân tỉnh giám sát việc thực hiện Nghị quyết này.
`),
      ),
    ).toEqual([
      ['Ủy ban nhân dân tỉnh', '2026-06-30'],
      ['Ủy ban nhân dân tỉnh', null],
      ['Ủy ban nhân dân tỉnh', '2026-12-31'],
      ['Thường trực Hội đồng nhân dân tỉnh', null],
    ]);
  });
});

describe('a document that never says where its orders begin', () => {
  it('has them in its numbered points', () => {
    expect(
      said(
        readDirective(`${LETTERHEAD_OF_MAY}
THÔNG BÁO KẾT LUẬN
1. Về tiến độ dự án kè biển: đồng chí Giám đốc Ban Quản lý dự án rút kinh nghiệm; hoàn thiện hồ sơ trước ngày 20/5/2026.
2. Về vệ sinh môi trường: Thống nhất tổ chức ra quân. Các thôn huy động mỗi hộ một người tham gia.
`),
      ),
    ).toEqual([
      ['đồng chí Giám đốc Ban Quản lý dự án', '2026-05-20'],
      ['Các thôn', null],
    ]);
  });
});

describe('who and when in brackets', () => {
  it('reads names and limits without labels', () => {
    const { tasks } = readDirective(
      `${LETTERHEAD_OF_MAY}\nII. NHIỆM VỤ CỤ THỂ\n1. Tổ chức phiên chợ nông sản sạch (Phòng Kinh tế; Quý III/2026).\n2. Lắp đặt đèn năng lượng mặt trời tại các ngõ (Công an xã chủ trì, Hội Nông dân xã phối hợp; trước 30/9/2026).\n3. Duy trì đội bóng thiếu niên (Đoàn Thanh niên xã, thường xuyên).\n`,
    );
    expect(tasks.map((t) => [t.lead.join(), t.coordinate.join(), t.deadline])).toEqual([
      ['Phòng Kinh tế', '', '2026-09-30'],
      ['Công an xã', 'Hội Nông dân xã', '2026-09-30'],
      ['Đoàn Thanh niên xã', '', null],
    ]);
  });

  it('reads a line of labels in brackets under its work', () => {
    expect(
      official(`1. Chuẩn hóa dữ liệu
a) Số hóa sổ đăng ký tàu cá
(Chủ trì: Sở Nông nghiệp và Môi trường; phối hợp: Công an tỉnh; hoàn thành: 31/8/2026)
b) Đối soát dữ liệu thuyền viên
(Chủ trì: Sở Nội vụ; thực hiện: hằng quý)`),
    ).toEqual([
      ['Sở Nông nghiệp và Môi trường', '2026-08-31'],
      ['Sở Nội vụ', null],
    ]);
  });
});

describe('when', () => {
  it('leaves the later day to those the work is done for', () => {
    expect(
      official(
        '1. UBND xã Đông Hải nộp hồ sơ trước ngày 12/6/2026 để Sở Xây dựng thẩm định, trình trước ngày 30/6/2026.',
      ),
    ).toEqual([['UBND xã Đông Hải', '2026-06-12']]);
  });

  it('gives a sentence its own day, and none to the one beside it', () => {
    expect(
      official(
        '1. Sở Nội vụ tăng cường kiểm tra kỷ luật công vụ. Mở hai lớp bồi dưỡng kế toán xã trong tháng 6/2026.\n2. Sở Tư pháp lập danh mục văn bản hết hiệu lực. Báo cáo kết quả trước ngày 20/6/2026.',
      ),
    ).toEqual([
      ['Sở Nội vụ', null],
      ['Sở Nội vụ', '2026-06-30'],
      ['Sở Tư pháp', '2026-06-20'],
    ]);
  });

  it('reads the day after the name of an event', () => {
    expect(official('1. Sở Y tế kiểm tra các điểm tiêm trước ngày khai mạc hội chợ 20/6/2026.')).toEqual([
      ['Sở Y tế', '2026-06-20'],
    ]);
  });
});

describe('clauses after others', () => {
  it('reads the order that follows an assigning sentence', () => {
    expect(
      said(
        readDirective(
          `${LETTERHEAD_OF_MAY}\nGIẤY MỜI\nUBND tỉnh mời Giám đốc Sở Y tế dự họp.\nGiao Văn phòng UBND tỉnh in tài liệu; Sở Y tế chuẩn bị báo cáo, gửi trước ngày 10/5/2026.\n`,
        ),
      ),
    ).toEqual([
      ['Văn phòng UBND tỉnh', null],
      ['Sở Y tế', '2026-05-10'],
    ]);
  });

  it('charges nobody with what must be done to them', () => {
    expect(official('1. Các xã cần phải được Sở Tài chính hướng dẫn quyết toán.')).toEqual([]);
  });

  it('keeps "mỗi sở" out of the names', () => {
    expect(official('1. Giao Sở Y tế và Sở Công Thương, mỗi sở thành lập 02 đoàn kiểm tra.')).toEqual([
      ['Sở Y tế + Sở Công Thương', null],
    ]);
  });
});

describe('roles beside the names', () => {
  const roles = (body: string): [string, string][] =>
    readDirective(letterWith(body, LETTERHEAD_OF_MAY)).tasks.map((t) => [t.lead.join(), t.coordinate.join(' + ')]);

  it('takes who leads and who joins from brackets', () => {
    expect(roles('1. Thuế tỉnh (chủ trì), Kho bạc Nhà nước khu vực IX (phối hợp) rà soát các khoản tạm thu.')).toEqual([
      ['Thuế tỉnh', 'Kho bạc Nhà nước khu vực IX'],
    ]);
  });

  it('knows partners in an aside and by a noun', () => {
    expect(
      roles(
        '1. Sở Tư pháp (phối hợp với Sở Nội vụ) rà soát văn bản.\n2. Sở Du lịch chủ trì với sự phối hợp của Sở Ngoại vụ tổ chức đón đoàn.',
      ),
    ).toEqual([
      ['Sở Tư pháp', 'Sở Nội vụ'],
      ['Sở Du lịch', 'Sở Ngoại vụ'],
    ]);
  });

  it('knows partners after a semicolon', () => {
    expect(roles('1. Sở Nội vụ chủ trì; Sở Tài chính, Công an tỉnh phối hợp kiểm tra kỷ luật công vụ.')).toEqual([
      ['Sở Nội vụ', 'Sở Tài chính + Công an tỉnh'],
    ]);
  });
});

describe('a page that tells of a directive', () => {
  const page = (body: string): [string, string | null][] =>
    said(readDirective(`Hương Sơn bàn cách giữ rừng\n\nSáng 5/5, UBND tỉnh họp về phòng cháy rừng.\n\n${body}\n`));

  it.each([
    ['Về phía các chủ rừng, ông đề nghị phát dọn thực bì, làm đường băng cản lửa.', 'các chủ rừng'],
    ['Chủ tịch UBND tỉnh nhấn mạnh: Các hạt kiểm lâm cần trực 24/24 giờ.', 'Các hạt kiểm lâm'],
    ['Thành phố giao Sở Tài chính bố trí kinh phí mua máy thổi gió.', 'Sở Tài chính'],
  ])('reads "%s"', (body, lead) => {
    expect(page(body).map(([name]) => name)).toEqual([lead]);
  });

  it('does not take its headline for a task once its text gives it', () => {
    expect(
      said(
        readDirective(
          'Bộ Xây dựng đề nghị các địa phương kiểm tra bến thủy\n\nBộ Xây dựng đề nghị UBND các tỉnh rà soát toàn bộ bến khách trong tháng 6/2026; thu hồi giấy phép các bến không đạt.\n',
        ),
      ),
    ).toEqual([
      ['UBND các tỉnh', '2026-06-30'],
      ['UBND các tỉnh', null],
    ]);
  });

  it('knows the author by one word', () => {
    expect(
      said(
        readDirective(
          'Siết chặt kiểm tra bến thủy\n\nBộ Xây dựng vừa gửi văn bản tới các địa phương.\n\nTheo văn bản, Bộ yêu cầu Giám đốc Sở Xây dựng Hương Sơn kiểm tra toàn bộ bến khách trước ngày 20/6/2026.\n',
        ),
      ),
    ).toEqual([['Giám đốc Sở Xây dựng Hương Sơn', '2026-06-20']]);
  });
});
