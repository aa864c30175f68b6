import { describe, expect, it } from 'vitest';
import { readDirective } from './index.ts';

const decision = (word: string) => `ỦY BAN NHÂN DÂN
TỈNH TRƯỜNG HẢI
Số: 12/QĐ-UBND
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Trường Hải, ngày 05 tháng 01 năm 2026

QUYẾT ĐỊNH
Về việc phê duyệt Đề án Trung tâm dữ liệu tỉnh

CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH
Căn cứ Luật Tổ chức chính quyền địa phương ngày 16/6/2025;
Theo đề nghị của Giám đốc Sở Khoa học và Công nghệ.

${word}:
Điều 1. Phê duyệt Đề án Trung tâm dữ liệu tỉnh kèm theo Quyết định này.
Điều 2. Sở Khoa học và Công nghệ có trách nhiệm hướng dẫn, theo dõi việc thực hiện Đề án.
Điều 3. Sở Tài chính bố trí kinh phí trước ngày 31/3/2026.
Điều 4. Chánh Văn phòng UBND tỉnh và các tổ chức, cá nhân có liên quan chịu trách nhiệm thi hành Quyết định này.

Nơi nhận:
- Như Điều 4;
- Lưu: VT.
KT. CHỦ TỊCH
PHÓ CHỦ TỊCH
`;

describe('a short decision', () => {
  it.each(['QUYẾT ĐỊNH', 'QUYẾT NGHỊ'])('charges after "%s:", who acts in its head has not signed there', (word) => {
    const { tasks, document } = readDirective(decision(word));
    expect(tasks.map((t) => [t.lead.join(), t.deadline, t.optional])).toEqual([
      ['Sở Khoa học và Công nghệ', null, false],
      ['Sở Tài chính', '2026-03-31', false],
      [expect.stringContaining('Chánh Văn phòng UBND tỉnh'), null, true],
    ]);
    expect(document.signerTitle).toBe('KT. CHỦ TỊCH PHÓ CHỦ TỊCH');
  });
});
