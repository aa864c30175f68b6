import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readLines } from './lines.ts';
import { joinLines } from './paragraphs.ts';
import { repair } from './repair.ts';

const flowOf = (text: string) => {
  const repaired = repair(text);
  return joinLines(repaired, readLines(repaired));
};
const paragraphs = (text: string): string[] => {
  const flow = flowOf(text);
  return flow.paragraphs.map((p) => flow.shown.slice(p.start, p.end));
};

describe('lines become paragraphs', () => {
  it('a name alone and the work below it stay apart, with a dash or without', () => {
    const wide = 'Giám đốc các sở, Chủ tịch UBND các xã rà soát việc sử dụng trụ sở sau sắp xếp trên địa bàn được giao';
    for (const work of [
      'Chủ trì, phối hợp với các xã kiểm kê tài sản',
      '- Chủ trì, phối hợp với các xã kiểm kê tài sản',
    ])
      expect(paragraphs([wide, wide, 'Sở Tài chính', work].join('\n')).slice(-2)).toEqual(['Sở Tài chính', work]);
  });

  it('a name broken after its first syllable goes on, under a topic too', () => {
    const first = 'a) Đối với 04 mỏ đất đã cấp phép nhưng chủ mỏ nâng giá, găm hàng, giao Ủy';
    const second = 'ban nhân dân tỉnh Hưng Hải chủ trì, phối hợp với các cơ quan liên quan kiểm';
    const third = 'tra, xử lý nghiêm theo quy định của pháp luật về giá và về khoáng sản.';
    expect(paragraphs([first, second, third].join('\n'))).toEqual([`${first} ${second} ${third}`]);
  });

  it('a page typed or scanned with an empty line after every line is read as if there were none', () => {
    const lines = [
      '1. Sở Nội vụ rà soát, thống kê số cán bộ, công chức tại các',
      'xã, phường; tổng hợp nhu cầu bồi dưỡng của từng đơn vị trên',
      'địa bàn tỉnh và báo cáo Chủ tịch UBND tỉnh, Văn phòng',
      'Tỉnh ủy xem xét, cho ý kiến về các lớp sẽ mở',
      'trong năm 2026 và kinh phí của từng lớp theo quy định hiện',
      'hành, hoàn thành trước ngày 15/9/2025.',
      '2. Sở Tài chính thẩm định, tham mưu bố trí kinh phí thực hiện',
      'kế hoạch trên, hoàn thành trước ngày 30/9/2025.',
    ];
    for (const gap of ['\n\n', '\n\n\n'])
      expect(paragraphs(lines.join(gap))).toEqual([lines.slice(0, 6).join(' '), lines.slice(6).join(' ')]);
  });

  it('a hard-wrapped sentence is one', () => {
    const text = `1. Sở Nội vụ rà soát, thống kê số cán bộ, công chức tại các xã,
phường; tổng hợp nhu cầu bồi dưỡng của từng đơn vị trên địa bàn
tỉnh và báo cáo Chủ tịch Ủy ban nhân dân tỉnh xem xét, quyết
định trước ngày 15/9/2025.
2. Sở Tài chính thẩm định, tham mưu bố trí kinh phí thực hiện.`;
    expect(paragraphs(text)).toHaveLength(2);
  });

  it('a text without hard wraps has one a line', () => {
    expect(paragraphs('Sở Nội vụ rà soát\nSở Tài chính thẩm định\nSở Y tế hướng dẫn')).toHaveLength(3);
  });

  it('a page number between two halves of a sentence vanishes', () => {
    expect(
      paragraphs('- Rà soát các cơ sở sản xuất, kinh\n                                   2\n\ndoanh trên địa bàn.'),
    ).toEqual(['- Rà soát các cơ sở sản xuất, kinh doanh trên địa bàn.']);
  });

  it('a symbol cut at the hyphen is whole again', () => {
    expect(paragraphs('Thực hiện Kết luận số 77-\nKL/TW của Bộ Chính trị.')[0]).toContain('77-KL/TW');
  });

  it('Markdown marks and table rules are gone', () => {
    expect(paragraphs('## **I. NHIỆM VỤ**\n|---|---|\n*Giao* Sở Y tế')).toEqual(['I. NHIỆM VỤ', 'Giao Sở Y tế']);
  });
});

it('every letter of the flow leads back to the letter it came from', () => {
  fc.assert(
    fc.property(
      fc.array(
        fc.oneof(
          fc.string({ unit: 'grapheme' }),
          fc.constantFrom('\n', '\r\n', '**', '1. ', '- ', 'ế', 'ở\u0323', '\u00a0', '\f'),
        ),
        { maxLength: 60 },
      ),
      (parts) => {
        const text = parts.join('');
        const flow = flowOf(text);
        expect(flow.text.length).toBe(flow.shown.length);
        for (let i = 0; i < flow.shown.length; i++) {
          expect(flow.from[i]! >= 0 && flow.to[i]! <= text.length && flow.from[i]! <= flow.to[i]!).toBe(true);
          const letter = flow.shown[i]!;
          if (/[\p{L}\p{N}]/u.test(letter))
            expect(text.slice(flow.from[i], flow.to[i]).normalize('NFC')).toContain(letter.normalize('NFC'));
        }
      },
    ),
  );
});
