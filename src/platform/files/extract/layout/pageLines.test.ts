import { describe, expect, test } from 'vitest';
import { pageLines } from './pageLines.ts';
import type { PlacedWord } from './placedWord.ts';

/** A page of 12-point type: a line a string, its cells each at the place named. */
function page(...lines: [place: number, cell: string][][]): PlacedWord[] {
  return lines.flatMap((cells, n) =>
    cells.flatMap(([place, cell]) => {
      let x = place;
      return cell.split(' ').map((text) => {
        const word = { text, x, y: n * 16, w: text.length * 6, h: 12 };
        x += word.w + 3;
        return word;
      });
    }),
  );
}
const read = (words: PlacedWord[]): string[] => pageLines(words).map((line) => line.map((word) => word.text).join(' '));

describe('the lines of a page', () => {
  test('a table without drawn lines is read by rows, its cells between bars', () => {
    const words = page(
      [[180, 'PHỤ LỤC']],
      [[60, 'Danh mục nhiệm vụ của Kế hoạch năm 2026 ban hành kèm theo văn bản này']],
      [
        [40, 'TT'],
        [70, 'Nhiệm vụ'],
        [260, 'Cơ quan'],
        [400, 'Thời hạn'],
      ],
      [[260, 'chủ trì']],
      [
        [40, '1'],
        [70, 'Thống kê sổ hộ tịch còn'],
        [260, 'Sở Tư pháp'],
        [400, '20/11/2025'],
      ],
      [[70, 'lưu tại các xã']],
      [
        [40, '2'],
        [70, 'Quét, nhập sổ khai sinh'],
        [260, 'Trung tâm Phục vụ'],
        [400, 'Quý I/2026'],
      ],
      [[260, 'hành chính công']],
      [[40, 'Các cơ quan chủ trì báo cáo kết quả thực hiện về Sở Tư pháp trước ngày 30 tháng 11']],
    );
    expect(read(words)).toEqual([
      'PHỤ LỤC',
      'Danh mục nhiệm vụ của Kế hoạch năm 2026 ban hành kèm theo văn bản này',
      'TT | Nhiệm vụ | Cơ quan chủ trì | Thời hạn',
      '1 | Thống kê sổ hộ tịch còn lưu tại các xã | Sở Tư pháp | 20/11/2025',
      '2 | Quét, nhập sổ khai sinh | Trung tâm Phục vụ hành chính công | Quý I/2026',
      'Các cơ quan chủ trì báo cáo kết quả thực hiện về Sở Tư pháp trước ngày 30 tháng 11',
    ]);
  });

  test('two columns that are no table are read one after the other', () => {
    const words = page(
      [
        [40, 'Nơi nhận:'],
        [320, 'CHỦ TỊCH'],
      ],
      [
        [40, '- Như trên;'],
        [320, 'Nguyễn Văn Mẫu'],
      ],
    );
    expect(read(words)).toEqual(['Nơi nhận:', '- Như trên;', 'CHỦ TỊCH', 'Nguyễn Văn Mẫu']);
  });
});
