import { describe, expect, it } from 'vitest';
import { readDirective } from './index.ts';

const leads = (body: string): string[] =>
  readDirective(`Hoàn thành đường dây\n\nThủ tướng yêu cầu các địa phương khẩn trương bàn giao mặt bằng.\n\n${body}`)
    .tasks.map((t) => t.lead.join(' + '))
    .slice(1);

describe('What a page tells of leaders', () => {
  it.each([
    'Chủ tịch UBND tỉnh chấp thuận điều chỉnh tiến độ dự án từ năm 2019 thành năm 2024.',
    'Thủ tướng Phạm Văn Mẫu trao đổi với các đơn vị tại vị trí móng cột.',
    'Phó Chủ tịch UBND tỉnh kiểm tra thực địa tại xã Bản Lìm. Ảnh: PV',
    'Thủ tướng thăm hỏi công nhân trên công trường.',
  ])('is no task of theirs: %s', (sentence) => {
    expect(leads(sentence)).toEqual([]);
  });

  it('whom another document charges is charged: the chair of a named province', () => {
    expect(leads('Chủ tịch UBND tỉnh Hương Sơn chỉ đạo lực lượng chức năng kiểm tra bến bãi.')).toEqual([
      'Chủ tịch UBND tỉnh Hương Sơn',
    ]);
  });

  it.each([
    ['"Chỉ bàn làm", Thủ tướng nói, yêu cầu nhà thầu tổ chức thi công ba ca.', 'nhà thầu'],
    ['"Không để dân thiếu điện", ông nhấn mạnh, đề nghị Sở Công Thương bố trí máy phát.', 'Sở Công Thương'],
    ['Chủ tịch UBND tỉnh khẳng định quyết tâm và yêu cầu Sở Xây dựng kiểm tra công trường.', 'Sở Xây dựng'],
  ])('after what he said comes whom he asks: %s', (sentence, lead) => {
    expect(leads(sentence)).toEqual([lead]);
  });
});

describe('What is said at a meeting', () => {
  it('is told under "Ý kiến phát biểu", not ordered', () => {
    const read = readDirective(`ỦY BAN NHÂN DÂN XÃ LŨNG CAO
Số: 5/BB-UBND

BIÊN BẢN
Cuộc họp giao ban

Ý kiến phát biểu thảo luận:
- Công chức Tư pháp kiến nghị nâng cấp phòng tiếp dân.
KẾT LUẬN CỦA CHỦ TRÌ
1. Giao Văn phòng lắp đặt mạng trước ngày 20/5/2026.`);
    expect(read.tasks.map((t) => t.lead.join())).toEqual(['Văn phòng']);
  });
});
