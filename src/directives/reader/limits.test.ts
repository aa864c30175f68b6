import { describe, expect, it } from 'vitest';
import { readDirective } from './index.ts';
import { letterWith } from './letter.fixture.ts';

const read = (body: string): string[] =>
  readDirective(letterWith(body)).tasks.map((t) => `${t.lead.join(' + ')} | ${t.deadline ?? '-'}`);

describe('A limit binds what it stands with, wherever the clerk wrote it', () => {
  it.each([
    ['after a label inside the point, a month', 'Thời gian: Tháng 11/2025.', '2025-11-30'],
    ['after a label inside the point, a quarter', 'Thời gian thực hiện: Quý IV năm 2025.', '2025-12-31'],
    ['a year of two figures', 'Xong trước ngày 15/11/25.', '2025-11-15'],
    ['a month in short', 'Xong trong T11/2025.', '2025-11-30'],
    ['a quarter in short', 'Xong trong Q4/2025.', '2025-12-31'],
    ['a letter read for a figure', 'Xong trong tháng l1/2025.', '2025-11-30'],
    ['on a line of its own', '\nHạn hoàn thành: 15/11/2025.', '2025-11-15'],
    ['after an arrow', '\n=> Hoàn thành trước ngày 15/11/2025.', '2025-11-15'],
  ])('%s', (_, words, day) => {
    expect(read(`1. Sở Y tế rà soát cơ sở dữ liệu của toàn ngành. ${words}`)).toEqual([`Sở Y tế | ${day}`]);
  });

  it.each([
    ['từ nay đến ngày 15/11/2025', '2025-11-15'],
    ['trước thứ Bảy, ngày 15/11/2025', '2025-11-15'],
    ['trước 17h00 ngày 15/11/2025', '2025-11-15'],
    ['trước ngày 15.11.2025', '2025-11-15'],
    ['trước cuối quý IV/2025', '2025-12-31'],
  ])('between the name and what is to be done: %s', (words, day) => {
    expect(read(`1. Sở Y tế ${words} rà soát cơ sở dữ liệu, gửi Sở Nội vụ.`)).toEqual([`Sở Y tế | ${day}`]);
  });

  it.each([
    '1. Trước ngày 15/11/2025:',
    '1. Các nhiệm vụ phải hoàn thành trước ngày 15/11/2025:',
    'II. NHIỆM VỤ, GIẢI PHÁP (hoàn thành trước ngày 15/11/2025)',
    'A. Việc trước mắt (đến 15/11/2025)',
    'I. Nhiệm vụ trước mắt (đến 15/11/2025)',
    '1. Các việc cần làm xong trước ngày 15/11/2025',
  ])('%s binds those named under it', (heading) => {
    expect(
      read(`${heading}\n- Sở Y tế rà soát cơ sở dữ liệu của toàn ngành.\n- Sở Nội vụ kiểm tra 05 đơn vị trực thuộc.`),
    ).toEqual(['Sở Y tế | 2025-11-15', 'Sở Nội vụ | 2025-11-15']);
  });

  it('a limit in brackets after a list binds the list', () => {
    expect(
      read(
        '1. Sở Y tế:\n- Rà soát cơ sở dữ liệu của toàn ngành;\n- Kiểm tra 05 bệnh viện.\n(Thời gian hoàn thành: trước ngày 15/11/2025)',
      ),
    ).toEqual(['Sở Y tế | 2025-11-15', 'Sở Y tế | 2025-11-15']);
  });

  it('"Các đơn vị hoàn thành các nhiệm vụ nêu trên trước ngày ..." binds all before', () => {
    expect(
      read(
        '1. Sở Y tế:\n- Rà soát đối tượng tiêm.\n2. Sở Nội vụ:\n- Bố trí nhân lực.\nCác đơn vị hoàn thành các nhiệm vụ nêu trên trước ngày 15/11/2025.',
      ),
    ).toEqual(['Sở Y tế | 2025-11-15', 'Sở Nội vụ | 2025-11-15']);
  });

  it('lines "Thời gian / Thành phần / Đơn vị chủ trì" under a content belong together', () => {
    const meeting = (n: number, day: string, lead: string): string =>
      `${n}.1. Nội dung: Thống nhất danh sách lần ${n}.\n- Thời gian: Dự kiến ngày 05/10/2025 (Chậm nhất ngày ${day}).\n- Thành phần: Thường trực HĐND xã; đại diện các thôn.\n- Đơn vị chủ trì: ${lead}.\n`;
    expect(
      read(
        `1. Lần thứ nhất\n${meeting(1, '10/12/2025', 'Phòng Kinh tế')}2. Lần thứ hai\n${meeting(2, '03/02/2026', 'Công an xã')}`,
      ),
    ).toEqual(['Phòng Kinh tế | 2025-12-10', 'Công an xã | 2026-02-03']);
  });

  it('"Nội dung này cần báo cáo trước ..." in the next paragraph dates the task before', () => {
    expect(
      read(
        'Giao Sở Nội vụ rà soát, đề xuất sửa đổi quy định về tuyển dụng công chức cấp xã.\n\nNội dung sửa đổi gồm tiêu chuẩn và hồ sơ. Nội dung này cần báo cáo Ban Thường vụ Tỉnh ủy trước 09/11.',
      ),
    ).toEqual(['Sở Nội vụ | 2025-11-09']);
  });

  it('"Hoàn thành việc đưa ..." is a duty of its own, not the limit of the list', () => {
    expect(
      read(
        '1. UBND các xã:\na) Lập danh sách hộ chăn nuôi.\nb) Hoàn thành việc di dời các hộ ven sông chậm nhất đến hết Quý IV/2025.',
      ),
    ).toEqual(['UBND các xã | -', 'UBND các xã | 2025-12-31']);
  });

  it('"Yêu cầu trước ngày ... Sở A" names the day before the agency', () => {
    expect(read('1. Yêu cầu trước ngày 15/11/2025 Sở Y tế rà soát xong cơ sở dữ liệu của toàn ngành.')).toEqual([
      'Sở Y tế | 2025-11-15',
    ]);
  });
});

describe('A day that is not the day by which something is due', () => {
  it.each([
    'rà soát các dự án đã được phê duyệt trước ngày 01/01/2025',
    'xử lý dứt điểm các vụ việc tồn đọng từ trước ngày 01/7/2025',
    'giải quyết số hồ sơ tiếp nhận trong tháng 9/2025',
    'báo cáo tình hình cung ứng điện trong tháng 9/2025',
    'quyết toán các dự án hoàn thành trong năm 2024',
    'chuẩn bị kỳ họp thứ 10 (diễn ra trong tháng 12/2025)',
    'phục vụ Hội nghị từ ngày 20/11/2025 đến ngày 22/11/2025',
    'trình kỳ họp thường lệ cuối năm 2025 của HĐND tỉnh',
    'đàm phán, ký kết các hợp đồng mới trong cuối năm 2025 và đầu năm 2026',
  ])('Sở Y tế %s', (words) => {
    expect(read(`1. Sở Y tế ${words}.`)).toEqual(['Sở Y tế | -']);
  });

  it.each([
    ['xây dựng kế hoạch hoạt động trong năm 2026, trình UBND tỉnh trước ngày 15/12/2025', '2025-12-15'],
    ['ra quân vệ sinh môi trường vào ngày 01/12/2025', '2025-12-01'],
    ['rà soát cơ sở dữ liệu, đến 30/11/2025 phải xong', '2025-11-30'],
    ['triển khai chiến dịch tiêm chủng từ ngày 15/10/2025 đến ngày 30/11/2025', '2025-11-30'],
  ])('but Sở Y tế %s', (words, day) => {
    expect(read(`1. Sở Y tế ${words}.`)).toEqual([`Sở Y tế | ${day}`]);
  });
});

describe('What comes round after a dated work', () => {
  it('is a task of its own, without that day', () => {
    expect(
      read(
        '1. Sở Nội vụ tham mưu biệt phái công chức, trình trước ngày 31/10/2025; định kỳ tổ chức tập huấn cho công chức cấp xã.\n2. Sở Y tế mua vắc xin xong trước ngày 15/11/2025; 06 tháng một lần tổ chức khảo sát sự hài lòng của người bệnh.',
      ),
    ).toEqual(['Sở Nội vụ | 2025-10-31', 'Sở Nội vụ | -', 'Sở Y tế | 2025-11-15', 'Sở Y tế | -']);
  });
});
