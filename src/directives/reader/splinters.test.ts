import { describe, expect, it } from 'vitest';
import { readDirective } from './index.ts';
import { letterWith } from './letter.fixture.ts';
import { repair } from './repair.ts';
import { joinSplinters } from './splinters.ts';

describe('syllables that a conversion broke with spaces', () => {
  it('reads who is spoken to and by when, and leads back to the broken words', () => {
    const text = letterWith(
      `Thủ trưởng các cơ quan thực hiện chính sách năm 2025 như sau:
1. Yêu cầu các đ ồ ng chí Giám đốc Sở rà soát ch í nh sách t ạ i địa phương, gửi Sở Tài chính trước ngày 15/10/2025.
2. Sở Tà i chính tổng h ợ p kinh phí n ă m 2026, xong tr ước ngày 20/10/2025. Các đơn vị phối hợp tại chỗ.`,
    );
    const { tasks } = readDirective(text);
    expect(tasks.slice(0, 2).map((t) => [t.lead, t.deadline])).toEqual([
      [['các đồng chí Giám đốc Sở'], '2025-10-15'],
      [['Sở Tài chính'], '2025-10-20'],
    ]);
    expect(text.slice(...tasks[1]!.evidence)).toMatch(/^Sở Tà i chính tổng h ợ p kinh phí/u);
    expect(text.slice(...tasks[0]!.leadSpans[0]!)).toBe('các đ ồ ng chí Giám đốc Sở');
  });

  it('leaves points, units and single letters as they are', () => {
    const text =
      'Theo điểm c khoản 2, điểm d khoản 3, điểm đ và điểm g khoản 4, nhiệt độ 40 độ C kéo dài, chất độc, dài 50 m mỗi bên; ý kiến ở xã.';
    expect(joinSplinters(repair(text)).text).toBe(text);
  });

  it('leaves a text with a broken word or two alone', () => {
    expect(joinSplinters(repair('Sở Tà i chính báo cáo tài chính')).text).toBe('Sở Tà i chính báo cáo tài chính');
  });
});
