import { describe, expect, it } from 'vitest';
import { readDirective } from './index.ts';
import { LETTERHEAD, letterWith } from './letter.fixture.ts';

describe('a point and what it lists', () => {
  const tasksOf = (points: string): [string, string][] => {
    const letter = `${LETTERHEAD}
Kính gửi: Các trường trung học phổ thông.

Sở Giáo dục và Đào tạo yêu cầu các đơn vị:
1. Rà soát số học sinh cần hỗ trợ.
${points}
`;
    return readDirective(letter).tasks.map((t) => [t.lead.join(' + '), letter.slice(...t.evidence)]);
  };
  const first: [string, string] = ['các đơn vị', 'Rà soát số học sinh cần hỗ trợ'];

  it('is one task with the parts of what is to be made, sent or told', () => {
    for (const point of [
      'Hoàn thành biểu mẫu gồm:\n- Phần I: Số học sinh.\n- Phần II: Nhu cầu hỗ trợ',
      'Nộp hồ sơ bao gồm các giấy tờ sau:\na) Đơn đề nghị;\nb) Bản sao học bạ',
      'Báo cáo các nội dung sau:\n- Số lớp;\n- Số học sinh',
      'Lập danh sách có:\n+ Họ và tên;\n+ Năm sinh',
    ])
      expect(tasksOf(`2. ${point}.\n3. Công khai kết quả trên bảng tin.`), point).toEqual([
        first,
        ['các đơn vị', point],
        ['các đơn vị', 'Công khai kết quả trên bảng tin'],
      ]);
  });

  it('heads tasks of their own where its points say what to do', () => {
    expect(tasksOf('2. Triển khai các nội dung sau:\n- Kiểm tra sân chơi.\n- Sửa chữa mái che.')).toEqual([
      first,
      ['các đơn vị', 'Kiểm tra sân chơi'],
      ['các đơn vị', 'Sửa chữa mái che'],
    ]);
  });
});

describe('names of a class by its kinds', () => {
  const leadsIn = (body: string): string[] => readDirective(letterWith(body)).tasks.flatMap((t) => t.lead);

  it('go on over commas from kind to kind', () => {
    for (const name of [
      'Các cơ sở giáo dục mầm non, phổ thông',
      'Các trường mầm non, tiểu học, THCS và THPT',
      'Các cơ quan báo chí, truyền thông',
      'Các xã miền núi, biên giới, hải đảo',
      'UBND các Quận 1, Quận 5, Quận 10',
      'Các thôn 1, 2 và 5',
    ])
      expect(leadsIn(`1. ${name}:\n- Quản lý hồ sơ, bảo mật thông tin.\n- Báo cáo theo quy định.`), name).toEqual([
        name,
        name,
      ]);
  });

  it('are left to a title alone where a point binds it', () => {
    for (const title of ['Người đứng đầu', 'Hiệu trưởng', 'Trưởng phòng'])
      for (const bound of ['chịu trách nhiệm tổ chức lớp học', 'phải bố trí đủ giáo viên'])
        expect(leadsIn(`1. Các cơ sở giáo dục:\na) ${title} ${bound}.\nb) Quản lý hồ sơ.`), title).toEqual([
          title,
          'Các cơ sở giáo dục',
        ]);
  });

  it('run to the end of the value that a label gives', () => {
    const { tasks } = readDirective(
      letterWith(
        '1. Làm sạch dữ liệu đất đai\n- Đơn vị chủ trì: Phòng Kinh tế\n- Đơn vị phối hợp: Chi nhánh Văn phòng đăng ký đất đai\n- Thời gian hoàn thành: Tháng 9/2026',
      ),
    );
    expect(tasks.map((t) => [t.lead, t.coordinate])).toEqual([
      [['Phòng Kinh tế'], ['Chi nhánh Văn phòng đăng ký đất đai']],
    ]);
  });

  it('hear the Front by its short name, and no slip of a pen in two right words', () => {
    const { tasks } = readDirective(
      letterWith(
        '1. Bộ phận Địa chính: Lập phương án thu gom rác, phối hợp Mặt trận dọn dẹp các điểm tồn đọng.\n2. Các doanh nghiệp viễn thông bảo đảm liên lạc.',
      ),
    );
    expect(tasks.map((t) => [t.lead, t.coordinate])).toEqual([
      [['Bộ phận Địa chính'], ['Mặt trận']],
      [['Các doanh nghiệp viễn thông'], []],
    ]);
  });
});
