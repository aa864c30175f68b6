import { describe, expect, it } from 'vitest';
import { readDirective } from './index.ts';

const tasks = (text: string): [string, string][] =>
  readDirective(text)
    .tasks.filter((task) => !task.optional)
    .map((task) => [task.lead.join(' + '), task.action.slice(0, 24)]);

describe('Pages that retell a document in questions and answers', () => {
  it('a question and the caption of a picture order nothing; each answer stands for itself', () => {
    expect(
      tasks(
        [
          '# Bao giờ xong hướng dẫn trồng quế?',
          '**Giám đốc Sở Công Thương có trách nhiệm chỉ đạo kiểm tra kho hàng đúng không?**',
          'Căn cứ theo Mục 1 Công điện 19/CĐ-TTg năm 2024 có quy định như sau:',
          '1. Bộ trưởng Bộ Công Thương',
          '- Rà soát, sửa đổi các quy định về quản lý vùng trồng quế trên cả nước.',
          '*Bộ trưởng Bộ Công Thương rà soát quy định khi nào? (Hình từ Internet)*',
          '**Bộ Tài chính phải làm gì?**',
          'Căn cứ theo Mục 5 Công điện 19/CĐ-TTg năm 2024 có quy định như sau:',
          '5. Bộ trưởng Bộ Tài chính',
          '- Bố trí kinh phí nghiên cứu giống quế mới cho các viện, trường.',
        ].join('\n\n'),
      ),
    ).toEqual([
      ['Bộ trưởng Bộ Công Thương', 'Rà soát, sửa đổi các quy'],
      ['Bộ trưởng Bộ Tài chính', 'Bố trí kinh phí nghiên c'],
    ]);
  });

  it('the last clause of a lead-in says who; a second list goes on with the same, a quoted law charges nobody', () => {
    expect(
      tasks(
        [
          '# Cắt giảm thủ tục thế nào?',
          'Căn cứ vào Mục 1 Công điện 33/CĐ-TTg năm 2024 về cắt giảm thủ tục, Bộ trưởng Bộ Y tế tập trung thực hiện:',
          'Cắt giảm thủ tục cấp chứng chỉ hành nghề đối với bác sĩ đã có chứng chỉ.',
          'Bên cạnh đó, còn một số nhiệm vụ sau:',
          '- Khẩn trương rà soát các điều kiện kinh doanh dược phẩm.',
          '## Quy trình cấp lại chứng chỉ ra sao?',
          'Căn cứ tại khoản 2 Điều 10 Luật Khám bệnh 2023, quy định về cấp lại chứng chỉ như sau:',
          '2. Quy trình cấp lại được quy định như sau:',
          'a) Chủ đầu tư nộp 02 bộ hồ sơ cho cơ quan có thẩm quyền cấp phép;',
        ].join('\n\n'),
      ),
    ).toEqual([
      ['Bộ trưởng Bộ Y tế', 'Cắt giảm thủ tục cấp chứ'],
      ['Bộ trưởng Bộ Y tế', 'Khẩn trương rà soát các '],
    ]);
  });
});
