import { describe, expect, it } from 'vitest';
import { readDirective } from './index.ts';
import { letterWith } from './letter.fixture.ts';
import { mendMarks } from './scanMarks.ts';

const leadsOf = (body: string): string[] => readDirective(letterWith(body)).tasks.map((t) => t.lead.join(' + '));

describe('the numbers of points in a scan', () => {
  it('are mended by those around them', () => {
    expect(mendMarks('8. Sở Y tế\n\n9, Sở Nội vụ\n')).toBe('8. Sở Y tế\n\n9. Sở Nội vụ\n');
    expect(mendMarks('7. Các xã\n8) Rà soát\nb) Báo cáo')).toBe('7. Các xã\na) Rà soát\nb) Báo cáo');
    expect(mendMarks('l. Sở Y tế\n2. Sở Nội vụ')).toBe('1. Sở Y tế\n2. Sở Nội vụ');
    expect(mendMarks('4. Sở Y tế\nŠ. Sở Nội vụ')).toBe('4. Sở Y tế\n5. Sở Nội vụ');
    expect(mendMarks('HI- TỔ CHỨC THỰC HIỆN')).toBe('II- TỔ CHỨC THỰC HIỆN');
  });

  it('are left alone where nothing around them says otherwise', () => {
    for (const text of [
      'theo Điều 8,\n9, Điều 10',
      '8) Rà soát\n9) Báo cáo',
      '3. Sở Y tế\n9, Sở Nội vụ',
      'TH. Hồ Chí Minh',
    ])
      expect(mendMarks(text)).toBe(text);
  });

  it('open their points all the same', () => {
    expect(
      leadsOf(
        '7. Sở Y tế\n\n8) Xây dựng kế hoạch tiêm chủng mở rộng trên địa bàn tỉnh.\n\nb) Kiểm tra các cơ sở khám chữa bệnh tư nhân.\n\n8. Sở Nội vụ\n\na) Rà soát biên chế của các đơn vị sự nghiệp y tế.\n\n9, Sở Tài chính\n\nBố trí kinh phí thực hiện các nhiệm vụ nêu trên.',
      ),
    ).toEqual(['Sở Y tế', 'Sở Y tế', 'Sở Nội vụ', 'Sở Tài chính']);
  });

  it('stand after the name of the file at a page head, which heads nothing', () => {
    expect(
      leadsOf(
        '2. Sở Y tế\n\na) Xây dựng kế hoạch tiêm chủng mở rộng.\n\n18.KHTC31.DOC 9\n\nb) Kiểm tra các cơ sở khám chữa bệnh tư nhân.\n\n18.KHTC31.DOC 1 0\n\nc) Báo cáo kết quả với UBND tỉnh.',
      ),
    ).toEqual(['Sở Y tế', 'Sở Y tế', 'Sở Y tế']);
  });
});

describe('a text whose font shows another letter for ư', () => {
  it('is read like any other', () => {
    expect(leadsOf('1. Đề nghị các địa phƣơng căn cứ địa giới mới để xác định địa điểm cụm công nghiệp.')).toEqual([
      'các địa phƣơng',
    ]);
    expect(leadsOf('1. Giao Sở Công Thƣơng chủ trì, hƣớng dẫn các xã lập hồ sơ.')).toEqual(['Sở Công Thƣơng']);
  });
});
