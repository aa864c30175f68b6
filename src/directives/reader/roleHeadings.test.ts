import { describe, expect, it } from 'vitest';
import { readDirective } from './index.ts';

const HEAD = `ỦY BAN NHÂN DÂN
TỈNH TRƯỜNG HẢI
Số: 12/CT-UBND
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Trường Hải, ngày 05 tháng 01 năm 2026

CHỈ THỊ
Về việc sắp xếp trường học

Chủ tịch Ủy ban nhân dân tỉnh yêu cầu:
3. Sở Giáo dục và Đào tạo
`;
const read = (points: string) =>
  readDirective(`${HEAD}${points}\n`).tasks.map((t) => [t.lead.join(' + '), t.coordinate.join(' + ')]);
const POINTS = '- Rà soát đội ngũ giáo viên;\n- Điều chuyển giáo viên dôi dư.';
const OWN = 'Sở Giáo dục và Đào tạo';

describe('a heading that tells how the one above it works', () => {
  it.each([
    ['leads', 'a) Chủ trì:', ''],
    ['acts by itself', 'a) Trực tiếp thực hiện:', ''],
    ['leads with another', 'a) Chủ trì, phối hợp với Sở Nội vụ:', 'Sở Nội vụ'],
    [
      'leads with many, some by class',
      'a) Chủ trì, phối hợp với các sở, ngành liên quan và UBND các xã thực hiện các nhiệm vụ sau:',
      'các sở, ngành liên quan + UBND các xã',
    ],
    ['works with another', 'a) Phối hợp với Sở Nội vụ thực hiện:', 'Sở Nội vụ'],
  ])("%s: the points below are the same office's", (_, heading, partners) => {
    expect(read(`${heading}\n${POINTS}`)).toEqual([
      [OWN, partners],
      [OWN, partners],
    ]);
  });

  it('ends with its points', () => {
    expect(read(`a) Chủ trì, phối hợp với Sở Nội vụ:\n${POINTS}\nb) Tổng hợp, báo cáo kết quả.`).at(-1)).toEqual([
      OWN,
      '',
    ]);
  });

  it('names the lead where a name stands there', () => {
    expect(read('a) Chủ trì: Sở Nội vụ.\nb) Rà soát đội ngũ giáo viên.').flat()).not.toEqual([OWN, '', OWN, '']);
  });
});

it('facilities are a topic; the ground of a decision is an account', () => {
  expect(read('a) Về cơ sở vật chất:\n- Sửa chữa phòng học cho các trường vùng cao.')).toEqual([[OWN, '']]);
  expect(read('a) Cơ sở pháp lý:\n- Nghị định số 12/2025/NĐ-CP quy định về trường học.')).toEqual([]);
});
