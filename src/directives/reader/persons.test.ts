import { describe, expect, it } from 'vitest';
import { readDirective } from './index.ts';
import { letterWith } from './letter.fixture.ts';

const read = (body: string): [string, string | null][] =>
  readDirective(letterWith(body)).tasks.map((t) => [t.lead.join(' + '), t.deadline]);

describe('persons who are given parts', () => {
  it('are read with name and office up to the colon', () => {
    expect(
      read(`1. Ông Nguyễn Văn Mẫu, Phó Chủ tịch UBND xã - Trưởng đoàn: Chỉ đạo chung hoạt động của Đoàn kiểm tra.
2. Bà Trần Thị Mẫu - Phó Trưởng đoàn: Giúp Trưởng đoàn kiểm tra lĩnh vực hộ tịch trước ngày 20/11/2025.
3. Thầy Lê Văn Mẫu, Hiệu trưởng: Bố trí giáo viên dạy thay.`),
    ).toEqual([
      ['Ông Nguyễn Văn Mẫu, Phó Chủ tịch UBND xã - Trưởng đoàn', null],
      ['Bà Trần Thị Mẫu - Phó Trưởng đoàn', '2025-11-20'],
      ['Thầy Lê Văn Mẫu, Hiệu trưởng', null],
    ]);
  });

  it('are told by name and office in a sentence, each apart', () => {
    for (const who of [
      'Ông Nguyễn Văn Mẫu - Giám đốc Sở Y tế',
      'Đồng chí Nguyễn Văn Mẫu, Phó Chủ tịch UBND tỉnh',
      'Đồng chí Nguyễn Văn Mẫu - Phó Chủ tịch UBND tỉnh + đồng chí Lê Thị Mẫu - Giám đốc Sở Y tế',
    ])
      expect(read(`1. ${who.replace(' + ', ', ')} chỉ đạo rà soát danh mục thuốc.`)).toEqual([[who, null]]);
  });

  it('of a class, or named by the office alone', () => {
    for (const who of ['Ông (bà) Giám đốc các sở', 'Các ông (bà) Trưởng phòng', 'Ông Giám đốc Sở Y tế'])
      expect(read(`1. ${who} chỉ đạo rà soát danh mục thuốc.`)).toEqual([[who, null]]);
  });

  it('head the points under them', () => {
    expect(
      read(`1. Cô Phó Hiệu trưởng Nguyễn Thị Mẫu (Trưởng ban Giáo dục):
- Trực tiếp xây dựng và chỉ đạo thực hiện kế hoạch năm học.
- Chủ trì sơ kết học kỳ I trước ngày 15/01/2026.`),
    ).toEqual([
      ['Cô Phó Hiệu trưởng Nguyễn Thị Mẫu (Trưởng ban Giáo dục)', null],
      ['Cô Phó Hiệu trưởng Nguyễn Thị Mẫu (Trưởng ban Giáo dục)', '2026-01-15'],
    ]);
  });

  it('may be told by their part alone', () => {
    expect(
      read(`1. Tổ trưởng: Điều hành chung hoạt động của Tổ công tác.
2. Phó Trưởng đoàn: Theo dõi việc giải phóng mặt bằng.`),
    ).toEqual([
      ['Tổ trưởng', null],
      ['Phó Trưởng đoàn', null],
    ]);
  });

  it('are no task where nothing is said of what they do', () => {
    expect(read('1. Ông Nguyễn Văn Mẫu, Phó Chủ tịch UBND xã: Trưởng ban.')).toEqual([]);
  });
});
