import { describe, expect, it } from 'vitest';
import { readDirective } from './index.ts';

const LETTER = `UBND TỈNH TRƯỜNG HẢI
SỞ NÔNG NGHIỆP VÀ MÔI TRƯỜNG
Số: 12/SNNMT-KH
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Trường Hải, ngày 05 tháng 01 năm 2026

Kính gửi: Sở Công Thương.

Sở Nông nghiệp và Môi trường có ý kiến như sau:
`;
const read = (point: string) =>
  readDirective(`${LETTER}${point}\n`).tasks.map((t) => [t.lead.join(' + '), t.deadline, t.optional]);

describe('in a letter to one office', () => {
  it.each([
    ['what is asked after what was told', 'Hồ sơ còn thiếu bản vẽ, đề nghị Sở Xây dựng bổ sung bản vẽ.', 'Sở Xây dựng'],
    ['what follows from it', 'Hồ sơ còn thiếu bản vẽ, vì vậy đề nghị Sở Xây dựng bổ sung.', 'Sở Xây dựng'],
    ['a competence first', 'Việc này thuộc thẩm quyền của Bộ Xây dựng, đề nghị Sở Xây dựng xin ý kiến.', 'Sở Xây dựng'],
    ['those who own something', 'Chủ cơ sở lập báo cáo hiện trạng gửi về Sở.', 'Chủ cơ sở'],
    ['the same, asked', 'Yêu cầu chủ dự án lập báo cáo đánh giá tác động.', 'chủ dự án'],
    [
      'a second ground before the names',
      'Trên cơ sở kế hoạch này, căn cứ chức năng, nhiệm vụ được giao, các sở, ngành xây dựng kế hoạch.',
      'các sở, ngành',
    ],
    ['one more duty', 'Sở Nội vụ còn phải thẩm định đề án vị trí việc làm.', 'Sở Nội vụ'],
  ])('%s is a task of who is named, not of who is written to', (_, point, lead) => {
    expect(read(`1. ${point}`)).toEqual([[lead, null, false]]);
  });

  it('what it does before it asks others stays its own', () => {
    expect(read('1. Rà soát hồ sơ, hướng dẫn, đề nghị các đơn vị bổ sung bản vẽ.')).toEqual([
      ['Sở Công Thương', null, false],
    ]);
  });
});

describe('a point of a document', () => {
  it('that names its work after "thực hiện" is no closing call; one that names none is', () => {
    expect(read('1. Tòa án nhân dân tỉnh thực hiện kiểm kê.')).toEqual([['Tòa án nhân dân tỉnh', null, false]]);
    expect(read('1. Các cơ quan, đơn vị nghiêm túc triển khai thực hiện.')).toEqual([
      ['Các cơ quan, đơn vị', null, true],
    ]);
  });

  it('tells its limit before the name, from now on too', () => {
    expect(read('1. Từ nay đến hết ngày 28/02/2026, Sở Tài chính cập nhật số liệu.')).toEqual([
      ['Sở Tài chính', '2026-02-28', false],
    ]);
  });

  it('gives each name after a comma its own work, also after who owns the project', () => {
    expect(read('1. Giao Sở Y tế làm chủ đầu tư dự án, Sở Tài chính bố trí vốn.').map(([lead]) => lead)).toEqual([
      'Sở Y tế',
      'Sở Tài chính',
    ]);
  });
});

describe('partners listed after a colon', () => {
  it.each([
    ['phối hợp với: Sở Tài chính, Sở Nội vụ và UBND các xã', ['Sở Tài chính', 'Sở Nội vụ', 'UBND các xã']],
    ['phối hợp với các cơ quan: Sở Tài chính, Sở Nội vụ', ['các cơ quan', 'Sở Tài chính', 'Sở Nội vụ']],
  ])('"%s" work with the lead and have no task of their own', (partners, names) => {
    const { tasks } = readDirective(`${LETTER}1. Sở Y tế chủ trì, ${partners} tổ chức tiêm chủng.\n`);
    expect(tasks.map((t) => [t.lead, t.coordinate])).toEqual([[['Sở Y tế'], names]]);
  });
});

describe('a name that holds a word of doing', () => {
  it.each([
    ['Giao Ban Quản lý quy hoạch là cơ quan lập Quy hoạch thoát nước.', 'Ban Quản lý quy hoạch'],
    ['Giao Vụ Vật liệu xây dựng là cơ quan tham mưu về khoáng sản.', 'Vụ Vật liệu xây dựng'],
    ['Ban QLDA đầu tư xây dựng số 2 tổ chức thi công.', 'Ban QLDA đầu tư xây dựng số 2'],
  ])('"%s" is read to its end', (point, lead) => expect(read(`1. ${point}`)).toEqual([[lead, null, false]]));
});
