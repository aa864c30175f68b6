import { describe, expect, it } from 'vitest';
import { readDirective } from './index.ts';
import { letterWith } from './letter.fixture.ts';

const daysIn = (body: string): [string, string | null][] =>
  readDirective(letterWith(body)).tasks.map((t) => [t.lead.join(' + '), t.deadline]);

describe('days that stand apart from their task', () => {
  it('are those of the report asked for before, where the next paragraph says where to send it', () => {
    for (const [asked, sent] of [
      ['báo cáo tình hình lưu trữ', 'Báo cáo gửi về Sở Nội vụ'],
      ['góp ý dự thảo Quy chế', 'Ý kiến góp ý bằng văn bản gửi về Sở Nội vụ'],
      ['lập danh sách người dự lớp tập huấn', 'Danh sách xin gửi về Sở Nội vụ'],
    ])
      expect(
        daysIn(`Đề nghị các sở, ngành ${asked}.\n\n${sent} trước ngày 20/10/2025, địa chỉ: số 5 đường Trần Phú.`),
        sent,
      ).toEqual([['các sở, ngành', '2025-10-20']]);
  });

  it('are those of all the sentences before, where the last one says so', () => {
    for (const last of [
      'Các nhiệm vụ tại khoản này hoàn thành trước ngày 15/11/2025.',
      'Hai việc trên phải xong trước ngày 15/11/2025.',
      'Toàn bộ các công việc nêu trên hoàn thành chậm nhất ngày 15/11/2025.',
    ]) {
      const letter = letterWith(`1. Sở Tài chính\nBố trí kinh phí mua thiết bị. Kiểm tra việc chi trả. ${last}`);
      expect(
        readDirective(letter).tasks.map((t) => [t.deadline, letter.slice(...t.evidence)]),
        last,
      ).toEqual([['2025-11-15', 'Bố trí kinh phí mua thiết bị. Kiểm tra việc chi trả']]);
    }
  });

  it('are two where two works joined by "và" have one each', () => {
    expect(
      daysIn(
        '1. Sở Y tế: Ký cam kết với từng cơ sở xong trước ngày 28/10/2025 và phê duyệt phương án trước ngày 10/11/2025.',
      ),
    ).toEqual([
      ['Sở Y tế', '2025-10-28'],
      ['Sở Y tế', '2025-11-10'],
    ]);
  });

  it('are not those of a report of its own', () => {
    expect(
      daysIn(
        '- Sở Y tế kiểm tra các trạm.\n- Sở Xây dựng sửa chữa mái nhà.\n- Thời hạn hoàn thành báo cáo tiến độ đợt 1 về UBND tỉnh trước ngày 20/10/2025.',
      ).slice(0, 2),
    ).toEqual([
      ['Sở Y tế', null],
      ['Sở Xây dựng', null],
    ]);
  });

  it('come round a number of times', () => {
    for (const [often, recurrence] of [
      ['tối thiểu một tháng một lần', 'monthly'],
      ['02 lần/năm', 'yearly'],
      ['1 quý 1 lần', 'quarterly'],
      ['ba lần mỗi năm', 'yearly'],
    ])
      expect(
        readDirective(letterWith(`1. Sở Công Thương công bố giá vật liệu, ${often}.`)).tasks.map((t) => [
          t.deadlineText,
          t.recurrence,
        ]),
        often,
      ).toEqual([[often, recurrence]]);
  });
});

describe('one sentence with two duties', () => {
  it('is parted where the second is led with partners, though the first had none', () => {
    const { tasks } = readDirective(
      letterWith(
        '1. Sở Y tế chịu trách nhiệm mua vắc xin đúng quy định; chủ trì, phối hợp với Sở Tài chính báo cáo UBND tỉnh.',
      ),
    );
    expect(tasks.map((t) => t.coordinate)).toEqual([[], ['Sở Tài chính']]);
  });

  it('bind each task of a paragraph whose last sentence says so', () => {
    expect(
      daysIn(
        'Đề nghị UBND xã An Hòa chuyển mục đích sử dụng 4,3 ha rừng; đề nghị Tổng công ty Điện lực miền Nam di dời 27 cột điện. Cả hai việc trên đều hoàn thành trước ngày 15/12/2025.',
      ),
    ).toEqual([
      ['UBND xã An Hòa', '2025-12-15'],
      ['Tổng công ty Điện lực miền Nam', '2025-12-15'],
    ]);
  });
});
