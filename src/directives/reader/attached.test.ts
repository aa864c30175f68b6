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
