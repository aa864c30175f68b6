import { describe, expect, it } from 'vitest';
import { readDirective } from './index.ts';
import { letterWith } from './letter.fixture.ts';

const told = (body: string): string[] =>
  readDirective(letterWith(body)).tasks.map((task) => `${task.lead.join(' + ')} | ${task.action}`);

describe('lines without marks under a name with a bullet and a colon', () => {
  it.each(['- ', '* ', '+ ', ''])('are what that body must do (bullet %j)', (bullet) => {
    expect(
      told(
        `${bullet}Công an tỉnh:\nTham mưu kế hoạch cao điểm trấn áp tội phạm.\nChủ trì lập danh sách số thuê bao.\n\n${bullet}Sở Y tế:\nGỡ bỏ liên kết độc hại trước ngày 31/12/2025.\n\nVăn phòng UBND tỉnh theo dõi việc thực hiện.`,
      ),
    ).toEqual([
      'Công an tỉnh | Tham mưu kế hoạch cao điểm trấn áp tội phạm',
      'Công an tỉnh | Chủ trì lập danh sách số thuê bao',
      'Sở Y tế | Gỡ bỏ liên kết độc hại trước ngày 31/12/2025',
      'Văn phòng UBND tỉnh | theo dõi việc thực hiện',
    ]);
  });

  it('are not, where the bullet names no body', () => {
    expect(told('- Một số việc cần làm ngay:\nTổng hợp số liệu của các xã.')).toEqual([]);
  });
});

describe('who stands beside, who is told by a short name, what a lead-in recalls', () => {
  it('takes those after "cùng với" for partners of the body in the heading', () => {
    expect(
      told(
        '1. Ngân hàng Chính sách xã hội:\na) Xây dựng kế hoạch tín dụng.\nb) Cùng với Hội Nông dân, Hội Cựu chiến binh lập phương án xử lý nợ quá hạn.',
      ),
    ).toEqual([
      'Ngân hàng Chính sách xã hội | Xây dựng kế hoạch tín dụng',
      'Ngân hàng Chính sách xã hội | Cùng với Hội Nông dân, Hội Cựu chiến binh lập phương án xử lý nợ quá hạn',
    ]);
  });

  it('reads "Sở trình ..." of the department named before', () => {
    const { tasks } = readDirective(
      letterWith('Sở Y tế lập hồ sơ. Sở trình UBND tỉnh quyết định trong tháng 11/2025.'),
    );
    expect(tasks[1]).toMatchObject({ lead: ['Sở'], leadNormalized: ['Sở Y tế'], deadline: '2025-11-30' });
  });

  it('charges nobody whom the lead-in only recalls', () => {
    expect(
      told(
        'Ngày 30/9/2025, Ban Bí thư ban hành Chỉ thị số 39-CT/TW, giao Ban cán sự đảng Chính phủ lãnh đạo việc cụ thể hóa. Chủ tịch UBND tỉnh chỉ thị:\n\n1. Sở Y tế lập kế hoạch.\n\n2. Rà soát các quy định.',
      ).some((one) => one.startsWith('Ban cán sự')),
    ).toBe(false);
  });
});

describe('headings that are no plain names', () => {
  it('may tell what is done with whom before "như sau"', () => {
    expect(
      told(
        '1. Sở Y tế lập kế hoạch.\n\n2. Sở Nội vụ thực hiện chế độ báo cáo với UBND tỉnh bằng văn bản (qua thư: sonoivu@tinh.vn) như sau:\n\na) Báo cáo tình hình biên chế chậm nhất ngày 03/12/2025.\n\nb) Báo cáo tổng kết chậm nhất ngày 18/12/2025.',
      ),
    ).toEqual([
      'Sở Y tế | lập kế hoạch',
      'Sở Nội vụ | Báo cáo tình hình biên chế chậm nhất ngày 03/12/2025',
      'Sở Nội vụ | Báo cáo tổng kết chậm nhất ngày 18/12/2025',
    ]);
  });

  it('stand on their own after a passage that quotes the law', () => {
    const { tasks } = readDirective(
      '4. Quy định về biểu quyết\n\nCăn cứ điểm e khoản 2 Điều 6 Nghị quyết số 101/2025/UBTVQH15:\n\n- Hình thức biểu quyết: do hội nghị quyết định.\n\nIII. TỔ CHỨC THỰC HIỆN\n\n1. Sở Y tế\n\n- Cấp thuốc cho các trạm y tế.\n',
    );
    expect(tasks.map((task) => task.lead)).toEqual([['Sở Y tế']]);
  });
});

describe('who a heading speaks to', () => {
  it.each([
    ['2. Công tác đấu nối hộ gia đình (Sở Xây dựng chủ trì)', 'Sở Xây dựng'],
    [
      '2. Các xã có làng nghề chưa có hệ thống thu gom nước mưa, nước thải',
      'Các xã có làng nghề chưa có hệ thống thu gom nước mưa, nước thải',
    ],
    ['2. Chủ đầu tư Nhà máy xử lý nước thải khu B', 'Chủ đầu tư Nhà máy xử lý nước thải khu B'],
    [
      '2. UBND các xã: An Hòa, Đông Hà kiểm điểm trách nhiệm trong việc chậm kết luận, và:',
      'UBND các xã: An Hòa, Đông Hà',
    ],
  ])('%s', (heading, lead) => {
    const { tasks } = readDirective(
      letterWith(`1. Sở Y tế lập kế hoạch.\n\n${heading}\n\n- Lập danh mục các tuyến phố, xong trước 15/5/2026.`),
    );
    expect(tasks.at(-1)).toMatchObject({ lead: [lead], deadline: '2026-05-15' });
  });

  it('and who in it only sends its own people', () => {
    expect(
      told(
        '2. UBND các xã, phường:\n\n- Phân công một công chức kinh tế đầu mối tiếp nhận phản ánh.\n\n- Đưa chỉ tiêu vào nghị quyết hằng năm; giao trách nhiệm cho từng trưởng thôn vận động.',
      ).every((one) => one.startsWith('UBND các xã, phường |')),
    ).toBe(true);
  });

  it('a class that must give its department work is charged itself', () => {
    expect(
      told('UBND các xã có số chi vượt mức giao Trạm Y tế kiểm tra tình trạng chỉ định.').map(
        (one) => one.split(' | ')[0],
      ),
    ).toEqual(['UBND các xã có số chi vượt mức']);
  });

  it('a month at the start of a line is no point of its number', () => {
    const { tasks } = readDirective(
      letterWith(
        'Sở Y tế quyết toán dứt điểm những trường hợp hai bên đã thống nhất được nguyên nhân; xong trước ngày 31 tháng\n10. Đối với trường hợp chưa thống nhất, Sở Nội vụ lập biên bản.',
      ),
    );
    expect(tasks.map((task) => [task.lead[0], task.deadline])).toEqual([
      ['Sở Y tế', '2025-10-31'],
      ['Sở Nội vụ', null],
    ]);
  });
});
