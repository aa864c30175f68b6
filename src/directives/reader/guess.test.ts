import { describe, expect, it } from 'vitest';
import { readDirective } from './index.ts';
import { letterWith } from './letter.fixture.ts';

describe('words of doing that no list knows', () => {
  const OFFICES = [
    'Sở Y tế',
    'UBND các xã, phường',
    'Công an tỉnh',
    'Trạm Y tế các xã',
    'Phòng Kinh tế',
    'Chi cục Thủy lợi',
    'Trung tâm Y tế khu vực 2',
    'Bí thư các chi bộ',
    'Đoàn Thanh niên',
    'Các trường học',
  ];
  const DOINGS = ['bứng cây di thực', 'vun gốc cho cây con', 'lợp lại mái lớp học', 'kể chuyện làm theo Bác'];

  it.each(OFFICES.flatMap((office) => DOINGS.map((doing) => [office, doing] as const)))(
    'begin where the name is whole: %s | %s',
    (office, doing) => {
      const { tasks } = readDirective(letterWith(`1. Sở Xây dựng lập hồ sơ gói thầu số 3.\n2. ${office} ${doing}.`));
      expect(tasks.map((t) => t.lead.join(', '))).toEqual(['Sở Xây dựng', office]);
    },
  );

  it('leave with the units what says which of them', () => {
    const { tasks } = readDirective(
      letterWith(
        '1. UBND các xã ven sông gia cố bờ bao.\n2. UBND các xã, phường nơi có dự án đi qua giữ nguyên hiện trạng.',
      ),
    );
    expect(tasks.map((t) => t.lead.join(', '))).toEqual([
      'UBND các xã ven sông',
      'UBND các xã, phường nơi có dự án đi qua',
    ]);
  });
});
