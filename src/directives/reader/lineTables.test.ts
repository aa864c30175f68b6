import { describe, expect, it } from 'vitest';
import { readDirective } from './index.ts';

const HEAD = `ỦY BAN NHÂN DÂN
XÃ ĐỒNG HẠ
Số: 12/KH-UBND

CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Đồng Hạ, ngày 05 tháng 01 năm 2026

KẾ HOẠCH
Chuẩn bị lễ hội đền làng năm 2026

II. PHÂN CÔNG NHIỆM VỤ
`;
const ROWS = [
  ['STT', 'Nội dung công việc', 'Đơn vị thực hiện', 'Thời gian'],
  ['1', 'Tu sửa cổng đền', 'Ban Quản lý di tích', 'Xong trước 20/01/2026'],
  ['2', 'Tập luyện đội rước kiệu', 'Hội Người cao tuổi xã', 'Tháng 2/2026'],
  ['3', 'Dọn vệ sinh đường làng', 'Các thôn', 'Hằng tuần'],
];
const TASKS = [
  ['Ban Quản lý di tích', 'Tu sửa cổng đền', '2026-01-20', null],
  ['Hội Người cao tuổi xã', 'Tập luyện đội rước kiệu', '2026-02-28', null],
  ['Các thôn', 'Dọn vệ sinh đường làng', null, 'regular'],
];
const read = (table: string) =>
  readDirective(`${HEAD}${table}\n`).tasks.map((t) => [
    t.lead.join(),
    t.action.replace(/\s+/g, ' '),
    t.deadline,
    t.recurrence,
  ]);

describe('a table of tasks that lost its frame', () => {
  it('is read where tabs part its cells', () => {
    expect(read(ROWS.map((cells) => cells.join('\t')).join('\n'))).toEqual(TASKS);
  });

  it('is read by tabs where who does it stands first', () => {
    const rows = ROWS.map(([, work, who, when]) => [who, work, when].join('\t'));
    expect(read(rows.join('\n'))).toEqual(TASKS);
  });

  it('is read where each cell stands on a line of its own, with empty lines between or not', () => {
    expect(read(ROWS.flat().join('\n'))).toEqual(TASKS);
    expect(read(ROWS.flat().join('\n\n'))).toEqual(TASKS);
  });

  it('is read where a cell was broken, and goes over to the text below', () => {
    const broken = ROWS.flat().join('\n').replace('đội rước kiệu', '\nđội rước kiệu');
    const letter = `${broken}\nIII. TỔ CHỨC THỰC HIỆN\n1. Công an xã giữ gìn trật tự.`;
    expect(read(letter)).toEqual([...TASKS, ['Công an xã', 'giữ gìn trật tự', null, null]]);
  });

  it.each([
    [
      'with the first heads in a row that kept its bars',
      '| TT | Nội dung hoạt động | Cơ quan chủ trì |\n| --- | --- | --- |\nCơ quan phối hợp\nThời gian thực hiện',
    ],
    ['with each head on its line', 'TT\nNội dung hoạt động\nCơ quan chủ trì\nCơ quan phối hợp\nThời gian thực hiện'],
  ])('is read with parts, letters under a number, nobody beside the lead, and a row cut by the page: %s', (_, head) => {
    const rows = `I
Chuẩn bị
1
Tuyên truyền về việc trùng tu đình làng
a)
Phát tờ gấp tới từng hộ dân.
Phòng Văn hóa - Xã hội,
Trung tâm Phục vụ hành chính công
Các thôn
Quý II, III/2026
b)
Nói chuyện ở nhà văn hóa thôn.
Phòng Văn hóa - Xã hội
Tháng 5/2026
2
Đo vẽ hiện trạng đình, giếng
Phòng Kinh tế, Trung tâm
Các thôn
Quý IV/2026
và sân gạch
Dịch vụ tổng hợp
II
Thi công
1
Đấu thầu hạng mục mái ngói
Phòng Kinh tế
Các thôn
Năm 2027`;
    const tasks = readDirective(`${HEAD}${head}\n${rows}\n`).tasks.map((t) => [
      t.lead.join(' + '),
      t.coordinate.join(),
      t.action.replace(/\s+/g, ' '),
      t.deadline,
    ]);
    expect(tasks).toEqual([
      [
        'Phòng Văn hóa - Xã hội + Trung tâm Phục vụ hành chính công',
        'Các thôn',
        'Phát tờ gấp tới từng hộ dân',
        '2026-09-30',
      ],
      ['Phòng Văn hóa - Xã hội', '', 'Nói chuyện ở nhà văn hóa thôn', '2026-05-31'],
      [
        'Phòng Kinh tế + Trung tâm Dịch vụ tổng hợp',
        'Các thôn',
        'Đo vẽ hiện trạng đình, giếng và sân gạch',
        '2026-12-31',
      ],
      ['Phòng Kinh tế', 'Các thôn', 'Đấu thầu hạng mục mái ngói', '2027-12-31'],
    ]);
  });

  it('keeps the places of its letters', () => {
    const text = `${HEAD}${ROWS.flat().join('\n')}\n`;
    for (const task of readDirective(text).tasks) expect(text.slice(...task.leadSpans[0]!)).toBe(task.lead[0]);
  });

  it('is read where two heads stand under one, a row has no time of its own, and no bar frames the rows', () => {
    const rows = `Thời gian | Nội dung công việc | Cơ quan chịu trách nhiệm theo luật | Thực hiện
 |  |  | Đơn vị chủ trì | Đơn vị phối hợp
I | GIAI ĐOẠN 1: CHUẨN BỊ
3-4/2026 | Đo vẽ hiện trạng đình làng. | Cơ quan lập dự án | Phòng Kinh tế | - Các thôn; - Đội thợ mộc làng.
 | Lập dự toán trùng tu đình làng. | Cơ quan lập dự án | Phòng Văn hóa - Xã hội | - Phòng Kinh tế.`;
    const { tasks } = readDirective(`${HEAD}${rows}\n`);
    expect(tasks.map((t) => [t.lead.join(), t.coordinate, t.deadline])).toEqual([
      ['Phòng Kinh tế', ['Các thôn', 'Đội thợ mộc làng'], '2026-04-30'],
      ['Phòng Văn hóa - Xã hội', ['Phòng Kinh tế'], '2026-04-30'],
    ]);
  });

  it('is no list of numbers whose head names neither work nor who does it', () => {
    expect(read('STT\nHọ và tên\nChức vụ\n1\nTrần Văn Mẫu\nTrưởng thôn\n2\nLê Thị Mẫu\nBí thư chi bộ')).toEqual([]);
  });
});
