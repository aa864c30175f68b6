import { describe, expect, it } from 'vitest';
import { readDirective } from './index.ts';
import { letterWith } from './letter.fixture.ts';

const order = (body: string): string[] =>
  readDirective(letterWith(body)).tasks.map((t) => `${t.lead.join(' + ')} | ${t.deadline ?? t.recurrence ?? '-'}`);

describe('What stands between two pages parts no order from its agency', () => {
  it('nor does a short line at a page’s foot before a name at the next page’s head', () => {
    expect(
      order(`1. Sở Tài nguyên và Môi trường chủ trì kiểm tra, đánh giá hiện trạng ô nhiễm tại
bãi rác
                                       2

Trường Hạ, tham mưu phương án xử lý nước rỉ rác, báo cáo UBND tỉnh trước ngày 30/11/2025.`),
    ).toEqual(['Sở Tài nguyên và Môi trường | 2025-11-30']);
  });

  it.each(['2\n\n\n--- PAGE BREAK ---\n', '=== Page 3 of 7 ===', '[Trang 3]', '<!-- page 3 -->'])(
    'the mark %j between two pages is no text',
    (edge) => {
      expect(
        order(`a) Sở Tài chính:

- Chủ trì cân đối nguồn lực bảo đảm cho công tác phòng, chống bão, báo cáo Thường trực

${edge}

Tỉnh ủy trước ngày 20/10/2025.

- Rà soát giá dịch vụ trên địa bàn.

b) Sở Y tế

- Bảo đảm đủ thuốc cho các trạm y tế.`),
      ).toEqual(['Sở Tài chính | 2025-10-20', 'Sở Tài chính | -', 'Sở Y tế | -']);
    },
  );

  it('a point after a page that lost its number begins a new one, not a point of the dash before it', () => {
    expect(
      order(`PHẦN NHIỆM VỤ CỤ THỂ

- Rà soát các điểm có nguy cơ sạt lở.

b) Sở Xây dựng

- Kiểm tra các tuyến đường đèo.

- Bố trí máy xúc tại các điểm xung yếu.

2. Sở Công Thương

- Dự trữ lương thực tại các xã vùng cao.`),
    ).toEqual(['Sở Xây dựng | -', 'Sở Xây dựng | -', 'Sở Công Thương | -']);
  });

  it('a number or a dash may stand on a line of its own above its words', () => {
    expect(
      order(`1.
Sở Nội vụ

-
Rà soát biên chế của các xã
trước ngày 25/10/2025.

-
Hướng dẫn các xã tuyển dụng.`),
    ).toEqual(['Sở Nội vụ | 2025-10-25', 'Sở Nội vụ | -']);
  });
});

describe('What a page that tells of a document adds', () => {
  const page = (body: string): string[] =>
    readDirective(`Hương Sơn siết quản lý bến bãi

Chủ tịch UBND tỉnh Hương Sơn vừa có Văn bản số 85/UBND-XD về quản lý bến bãi.

${body}`).tasks.map((t) => t.lead.join(' + '));

  it('"Theo văn bản, ..." opens its orders', () => {
    expect(page('Theo văn bản, Ban Quản lý các khu công nghiệp lập biểu tổng hợp bến bãi từng khu.')).toEqual([
      'Ban Quản lý các khu công nghiệp',
    ]);
  });

  it('a paragraph without a name goes on with what the one before assigned', () => {
    expect(
      page(`Chủ tịch UBND tỉnh yêu cầu các xã ven sông rà soát bến bãi trái phép.

Khẩn trương khắc phục tình trạng tập kết cát sỏi lấn chiếm hành lang đê điều trên địa bàn.

Khẳng định công tác quản lý bến bãi là việc làm thường xuyên của các cấp chính quyền.`),
    ).toEqual(['các xã ven sông', 'các xã ven sông']);
  });
});

describe('How a copy was broken into lines', () => {
  it('where lines break anywhere, a sentence that ends with its line ends its paragraph', () => {
    expect(
      order(`Sở Nội vụ rà soát biên chế của các xã, tổng hợp nhu cầu tuyển dụng
viên chức của ngành giáo dục và
ngành y tế, báo cáo
Ủy ban nhân dân tỉnh xem xét trước ngày
25/10/2025.
Sở Tài chính cân đối nguồn chi trả cho những người nghỉ việc theo chế độ,
hướng dẫn các xã lập
dự toán và thanh toán kịp thời, không để
chậm.
Sở Y tế kiểm tra
các trạm y tế về thuốc, vật tư và nhân lực; tổ chức
tiêm chủng bù cho trẻ em
vùng cao trong mùa mưa lũ năm nay.`),
    ).toEqual(['Sở Nội vụ | 2025-10-25', 'Sở Tài chính | -', 'Sở Y tế | -']);
  });

  it('the angle of a quotation is no text', () => {
    expect(order('> 1. Sở Nội vụ:\n>\n> - Rà soát biên chế của các xã.\n> - Hướng dẫn các xã tuyển dụng.')).toEqual([
      'Sở Nội vụ | -',
      'Sở Nội vụ | -',
    ]);
  });

  it('a space left out after a comma, a colon or a full stop parts the words all the same', () => {
    expect(
      order('1. Sở Tài chính,Sở Y tế:chủ trì rà soát viện phí,báo cáo trước ngày 20/10/2025.Sở Nội vụ kiểm tra.'),
    ).toEqual(['Sở Tài chính + Sở Y tế | 2025-10-20', 'Sở Nội vụ | -']);
  });

  it('a space of a web page is a space', () => {
    expect(order('1. Sở Tài chính:\n&nbsp;\n- Rà soát&nbsp;ngân sách của các xã.')).toEqual(['Sở Tài chính | -']);
  });

  it('a stop that a scan read for a comma ends no sentence', () => {
    expect(
      order('1. UBND các xã. phường ven sông chủ động rà soát. kiểm tra kè, hoàn thành trước ngày 20/10/2025.'),
    ).toEqual(['UBND các xã. phường ven sông | 2025-10-20']);
  });

  it('slips of a scan in the first words of an order are mended', () => {
    expect(
      order('1. Sở Công Thương:\n\n- Tap trung dự trữ hàng hóa tại các xã vùng cao.\n\n- Tiêp tục kiểm tra giá.'),
    ).toEqual(['Sở Công Thương | -', 'Sở Công Thương | -']);
  });
});
