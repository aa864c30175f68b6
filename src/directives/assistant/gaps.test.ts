import { describe, expect, it } from 'vitest';
import { readDirective } from '../reader/index.ts';
import { gapsIn } from './gaps.ts';
import { isClassified } from './secrecy.ts';
import { withoutPersons } from './withoutPersons.ts';

describe('persons are blotted out before anything leaves', () => {
  it.each([
    ['Giao đồng chí Nguyễn Văn An chủ trì.', 'Giao đồng chí ██████ ███ ██ chủ trì.'],
    ['Đồng chí Trần Thị Bình phụ trách', 'Đồng chí ████ ███ ████ phụ trách'],
    ['Giao ông Lê Văn C, số 0912 345 678', 'Giao ông ██ ███ █, số ████ ███ ███'],
    ['Giao đồng chí Chủ tịch UBND tỉnh chỉ đạo', 'Giao đồng chí Chủ tịch UBND tỉnh chỉ đạo'],
    ['Giao đồng chí Phó Chủ tịch Thường trực', 'Giao đồng chí Phó Chủ tịch Thường trực'],
    ['Giao Công an tỉnh, Sở Xây dựng', 'Giao Công an tỉnh, Sở Xây dựng'],
    ['như Phạm Văn Ký đã nêu', 'như ████ ███ ██ đã nêu'],
  ])('%s', (text, shown) => {
    expect(withoutPersons(text, 'Phạm Văn Ký')).toBe(shown);
    expect(shown).toHaveLength(text.length);
  });
});

describe('a text bears a grade of secrecy', () => {
  const of = (text: string) => isClassified(readDirective(`Số 1-TB/TU\n${text}\nGiao Sở Tài chính rà soát.`));
  it.each(['MẬT', 'Tuyệt mật', '[TỐI MẬT]', 'A\t| MẬT |', 'Mức độ mật: Mật'])('where it says “%s”', (line) => {
    expect(of(line)).toBe(true);
  });
  it.each(['Giữ bí mật thông tin', 'bảo mật', 'Nuôi ong lấy mật', 'Rà soát danh mục độ mật của văn bản'])(
    'but not where it says “%s”',
    (line) => {
      expect(of(line)).toBe(false);
    },
  );
});

describe('the assistant is asked', () => {
  it('about at most twenty paragraphs of a document, none of them half a document long', () => {
    const unclear = 'Nội dung này trong thời gian tới cần phải được quan tâm thực hiện cho tốt hơn nữa.';
    const many = readDirective(Array.from({ length: 60 }, (_, i) => `${i + 1}. ${unclear}`).join('\n'));
    expect(gapsIn(many)).toHaveLength(20);
    expect(gapsIn(readDirective(`1. ${`${unclear} `.repeat(60)}`))).toEqual([]);
  });

  it('about nothing in a text without obligations', () => {
    expect(gapsIn(readDirective('1. Hội nghị đánh giá cao kết quả đạt được trong tháng 10.'))).toEqual([]);
  });
});
