import { describe, expect, it } from 'vitest';
import { readDirective } from './index.ts';
import { letterWith } from './letter.fixture.ts';

const leadsOf = (body: string): string[] => readDirective(letterWith(body)).tasks.flatMap((task) => task.lead);

describe('what somebody has only asked for', () => {
  it.each([
    'Cử tri xã An Hòa đề nghị UBND tỉnh giao Sở Xây dựng sớm sửa chữa tuyến đường liên xã.',
    'Ông Nguyễn Văn T. (thôn Đông, xã An Hòa) phản ánh trạm trộn bê tông gây bụi.',
    'Sở Xây dựng đề xuất UBND tỉnh giao Sở Tài chính làm chủ đầu tư dự án.',
    'Có ý kiến đề nghị thành phố giao Sở Tài chính lập quỹ cho thanh niên.',
  ])('charges nobody: %s', (sentence) => {
    expect(leadsOf(sentence)).toEqual([]);
  });

  it('leaves the answer after it as it is', () => {
    expect(
      leadsOf(
        'Cử tri xã An Hòa đề nghị UBND tỉnh sửa đường. Giao Sở Xây dựng khảo sát, báo cáo trước ngày 15/11/2025.',
      ),
    ).toEqual(['Sở Xây dựng']);
  });

  it('is not what a department must propose', () => {
    expect(leadsOf('Sở Nội vụ rà soát, đề xuất UBND tỉnh giao bổ sung biên chế.')).toEqual(['Sở Nội vụ']);
  });
});
