import { describe, expect, it } from 'vitest';
import { type Reading, readDirective } from './index.ts';

const said = (reading: Reading): [string, string | null][] =>
  reading.tasks.filter((t) => !t.optional).map((t) => [t.lead.join(' + '), t.deadline]);

const decision = (attached: string): string => `ỦY BAN NHÂN DÂN
TỈNH HƯƠNG SƠN
Số: 812/QĐ-UBND

CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Hương Sơn, ngày 03 tháng 10 năm 2025

QUYẾT ĐỊNH
Về việc ban hành Kế hoạch phát triển cây dược liệu

Điều 1. Ban hành kèm theo Quyết định này Kế hoạch phát triển cây dược liệu.
Điều 2. Quyết định này có hiệu lực kể từ ngày ký.

Nơi nhận:
- Như Điều 2;
- Lưu: VT, NN.

TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH

${attached}
`;

describe('what a decision puts into force, after the signature', () => {
  const body = `I. MỤC TIÊU
1. Trồng mới 500 ha vào năm 2030.
II. TỔ CHỨC THỰC HIỆN
1. Đối với Sở Nông nghiệp và Môi trường
- Hướng dẫn kỹ thuật trồng, chăm sóc; cấp giống trước ngày 15/12/2025.
2. Sở Công Thương kết nối tiêu thụ sản phẩm.`;
  const tasks = [
    ['Sở Nông nghiệp và Môi trường', '2025-12-15'],
    ['Sở Công Thương', null],
  ];

  it('is read on, whatever kind of document it is', () => {
    for (const title of [
      'KẾ HOẠCH\nPhát triển cây dược liệu đến năm 2030\n(Ban hành kèm theo Quyết định số 812/QĐ-UBND ngày 03/10/2025 của UBND tỉnh)',
      'CHƯƠNG TRÌNH HÀNH ĐỘNG CỦA ỦY BAN NHÂN DÂN TỈNH\n\nPHÁT TRIỂN CÂY DƯỢC LIỆU ĐẾN NĂM 2030\n\n(Kèm theo Quyết định số 812/QĐ-UBND của UBND tỉnh)',
      'ĐỀ ÁN\nPHÁT TRIỂN CÂY DƯỢC LIỆU\n(Được phê duyệt theo Quyết định số 812/QĐ-UBND ngày 03/10/2025)',
    ])
      expect(said(readDirective(decision(`${title}\n\n${body}`))), title).toEqual(tasks);
  });

  it('is no list of the places to which the decision goes', () => {
    expect(readDirective(decision(`KẾ HOẠCH\n(Kèm theo Quyết định này)\n\n${body}`)).recipients).toEqual([
      '- Như Điều 2;',
      '- Lưu: VT, NN.',
    ]);
  });
});

describe('What a decision puts into force, as copies on the web hold it', () => {
  const PLAN = `1. Công an tỉnh
Tham mưu UBND tỉnh chỉ đạo điều tra các vụ phá rừng.
2. Sở Nội vụ: Phối hợp với Công an tỉnh kiểm tra công vụ.`;

  it.each([
    [
      'says so after the title, in one line',
      'KẾ HOẠCH\n\nBẢO VỆ RỪNG NĂM 2025 (Kèm theo Quyết định số 812/QĐ-UBND ngày 03/10/2025)\n',
    ],
    [
      'has a title in small letters',
      'Kế hoạch\n\nBảo vệ rừng năm 2025\n(Ban hành kèm theo Quyết định số 812/QĐ-UBND)\n',
    ],
    ['was promised in the first article', 'KẾ HOẠCH\n\nBẢO VỆ RỪNG NĂM 2025\n'],
  ])('it is read where it %s', (_, title) => {
    const copy = decision(`${title}\nI. PHÂN CÔNG NHIỆM VỤ\n\n${PLAN}`).replace(
      /Nơi nhận:[\s\S]*CHỦ TỊCH\n/,
      '| Nơi nhận: - Như Điều 2; - Lưu: VT, NN. | CHỦ TỊCH Trần Văn Mẫu |\n|---|---|\n',
    );
    expect(said(readDirective(copy)).map(([lead]) => lead)).toEqual(['Công an tỉnh', 'Sở Nội vụ']);
  });

  it('its label blocks name a person by the field they look after, and a month that is expected', () => {
    const plan = `KẾ HOẠCH
Phát triển cây dược liệu
(Kèm theo Quyết định số 812/QĐ-UBND ngày 03/10/2025)

1. Xây dựng hướng dẫn trồng cây dược liệu dưới tán rừng
- Thời gian hoàn thành: Dự kiến tháng 11/2025 (sau khi tỉnh ban hành hướng dẫn).
- Đơn vị chủ trì: Đồng chí Phó Chủ tịch Thường trực, phụ trách lĩnh vực Giám sát và Phản biện xã hội
- Đơn vị phối hợp: Phòng Kinh tế.`;
    expect(said(readDirective(decision(plan)))).toEqual([
      ['Đồng chí Phó Chủ tịch Thường trực, phụ trách lĩnh vực Giám sát và Phản biện xã hội', '2025-11-30'],
    ]);
  });

  it('its posts are told with what they are in the committee', () => {
    const plan = `KẾ HOẠCH
Tuyên truyền bầu cử
(Kèm theo Quyết định số 812/QĐ-UBND ngày 03/10/2025)

IV. TỔ CHỨC THỰC HIỆN
1. Đồng chí Trưởng Ban xây dựng Đảng - Trưởng Tiểu ban: Phụ trách chung, chịu trách nhiệm về kết quả triển khai.
2. Đồng chí Phó Giám đốc Trung tâm phục vụ hành chính công - Ủy viên: Chủ động tham mưu nội dung khánh tiết.`;
    expect(said(readDirective(decision(plan))).map(([lead]) => lead)).toEqual([
      'Đồng chí Trưởng Ban xây dựng Đảng - Trưởng Tiểu ban',
      'Đồng chí Phó Giám đốc Trung tâm phục vụ hành chính công - Ủy viên',
    ]);
  });
});
