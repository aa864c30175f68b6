import { describe, expect, it } from 'vitest';
import { readDirective } from './index.ts';

const HEAD = `ỦY BAN NHÂN DÂN          CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
TỈNH HƯƠNG SƠN                Độc lập - Tự do - Hạnh phúc
Số: 15/KH-UBND           Hương Sơn, ngày 03 tháng 10 năm 2025

KẾ HOẠCH
Chuẩn hóa dữ liệu hộ tịch năm 2026

I. NỘI DUNG
1. Sở Tư pháp hướng dẫn nghiệp vụ cho cấp xã.

PHỤ LỤC
DANH MỤC NHIỆM VỤ
(Kèm theo Kế hoạch số 15/KH-UBND)

`;
const said = (text: string): [string, string, string | null][] =>
  readDirective(text)
    .tasks.filter((t) => t.rule === 'table')
    .map((t) => [t.action, [t.lead.join(' + '), t.coordinate.join(' + ')].join(' / '), t.deadline]);

describe('task tables set in columns of spaces', () => {
  it('reads rows whose cells run over several lines', () => {
    const text = `${HEAD}TT   Nhiệm vụ                        Cơ quan chủ trì      Cơ quan phối hợp     Thời hạn
1    Thống kê sổ hộ tịch còn         Sở Tư pháp           UBND các xã,         20/11/2025
     lưu tại các xã                                       phường
2    Quét, nhập sổ khai sinh giai    Trung tâm Phục vụ    Sở Tư pháp           Tháng 3/2026
     đoạn 1990 - 2007                hành chính công
                                     tỉnh

Nơi nhận:
- Như trên;
- Lưu: VT.
`;
    expect(said(text)).toEqual([
      ['Thống kê sổ hộ tịch còn lưu tại các xã', 'Sở Tư pháp / UBND các xã, phường', '2025-11-20'],
      [
        'Quét, nhập sổ khai sinh giai đoạn 1990 - 2007',
        'Trung tâm Phục vụ hành chính công tỉnh / Sở Tư pháp',
        '2026-03-31',
      ],
    ]);
    expect(readDirective(text).recipients).toEqual(['- Như trên;', '- Lưu: VT.']);
  });

  it('knows a head of several lines, numbers set in the middle of their rows, and headings inside', () => {
    const text = `${HEAD}                                     Cơ quan           Thời gian
 STT   Nội dung nhiệm vụ
                                     chủ trì           hoàn thành

 I     Lĩnh vực hộ tịch

       Chuẩn hóa quy trình số
 1     hóa tại bộ phận một cửa       Sở Tư pháp        15/11/2025
       của các xã

       Tập huấn cho công chức
 2     cấp xã về phần mềm mới        Sở Nội vụ         30/11/2025
       dùng chung
`;
    expect(said(text)).toEqual([
      ['Chuẩn hóa quy trình số hóa tại bộ phận một cửa của các xã', 'Sở Tư pháp / ', '2025-11-15'],
      ['Tập huấn cho công chức cấp xã về phần mềm mới dùng chung', 'Sở Nội vụ / ', '2025-11-30'],
    ]);
  });

  it('keeps every place true to the text it was given', () => {
    const text = `${HEAD}TT   Nhiệm vụ                        Cơ quan chủ trì      Thời hạn
1    Thống kê sổ hộ tịch còn         Sở Tư pháp           20/11/2025
     lưu tại các xã
`;
    const task = readDirective(text).tasks.find((t) => t.rule === 'table')!;
    expect(text.slice(...task.leadSpans[0]!)).toBe('Sở Tư pháp');
    expect(text.slice(...task.deadlineSpan!)).toBe('20/11/2025');
    expect(text.slice(...task.evidence)).toMatch(/^Thống kê[\s\S]*20\/11\/2025/);
  });

  it('leaves a text alone that only speaks of columns', () => {
    const text = `${HEAD}TT  là viết tắt của Thường trực; cơ quan chủ trì thực hiện nhiệm vụ theo quy định.\n1. Sở Y tế kiểm tra bếp ăn.`;
    expect(said(text)).toEqual([]);
  });
});
