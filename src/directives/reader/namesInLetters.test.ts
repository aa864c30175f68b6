import { describe, expect, it } from 'vitest';
import { readDirective } from './index.ts';
import { letterWith } from './letter.fixture.ts';

const leadsOf = (body: string): string[][] => readDirective(letterWith(body)).tasks.map((t) => t.lead);

describe('who is charged', () => {
  it.each([
    ['1. Cục Thủy sản và Kiểm lâm có trách nhiệm theo dõi, đôn đốc việc thực hiện.', ['Cục Thủy sản và Kiểm lâm']],
    [
      '1. Giao đồng chí Phó Chủ tịch UBND xã phụ trách văn xã ký văn bản gửi Sở Y tế.',
      ['đồng chí Phó Chủ tịch UBND xã phụ trách văn xã'],
    ],
    [
      '1. Các tổ chức, cá nhân được cấp giấy phép nuôi trồng, khai thác thủy sản có trách nhiệm bảo vệ nguồn lợi thủy sản.',
      ['Các tổ chức, cá nhân được cấp giấy phép nuôi trồng, khai thác thủy sản'],
    ],
  ])('is read to the end of the name: "%s"', (body, lead) => {
    expect(leadsOf(body)).toEqual([lead]);
  });

  it('cites no standard, and no mark of a footnote', () => {
    expect(
      readDirective(letterWith('1. Sở Y tế rà soát theo Luật số 42/2024/QH151 và QCVN 40:2025/BTNMT.')).references,
    ).toEqual(['42/2024/QH15']);
  });
});
