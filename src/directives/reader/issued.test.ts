import { describe, expect, it } from 'vitest';
import { readDirective } from './index.ts';
import { LETTERHEAD } from './letter.fixture.ts';

const leads = (body: string): string[] =>
  readDirective(`${LETTERHEAD}\n${body}\n`)
    .tasks.filter((t) => !t.optional)
    .map((t) => t.lead.join(' + '));
const order = (body: string): string[] => leads(`Chủ tịch UBND tỉnh yêu cầu:\n\n${body}`);

describe('Ways of the papers that offices issue', () => {
  it('"Tổ chức thực hiện:" opens a part, and is no label of who acts', () => {
    for (const heading of ['4. Tổ chức thực hiện:', 'IV. Tổ chức triển khai:', '4. TỔ CHỨC THỰC HIỆN:'])
      expect(
        leads(`Ban Thường vụ Đảng ủy kết luận như sau:

${heading}

- Giao Chi bộ thôn Suối Mơ hoàn thành việc bàn giao tài chính trước ngày 31/10/2026.

- Giao Ban xây dựng đảng hướng dẫn chi bộ củng cố tổ chức.`),
      ).toEqual(['Chi bộ thôn Suối Mơ', 'Ban xây dựng đảng']);
  });

  it('"hành chính công" ends a name before what it is to do', () => {
    expect(
      order(`1. Trung tâm Phục vụ hành chính công bố trí thêm hai bàn hướng dẫn người dân.

2. Trung tâm Phục vụ hành chính công xã công khai số hồ sơ trễ hạn.

3. Trung tâm Phục vụ hành chính công khai thác cơ sở dữ liệu dân cư.`),
    ).toEqual([
      'Trung tâm Phục vụ hành chính công',
      'Trung tâm Phục vụ hành chính công xã',
      'Trung tâm Phục vụ hành chính công',
    ]);
  });

  it('a heading may say that its office is the focal one', () => {
    for (const role of ['làm đầu mối, có trách nhiệm', 'là cơ quan đầu mối', 'làm cơ quan thường trực, có nhiệm vụ'])
      expect(order(`1. Phòng Văn hóa - Xã hội ${role}:\n\na) Xây dựng dự toán kinh phí số hóa.`)).toEqual([
        'Phòng Văn hóa - Xã hội',
      ]);
  });

  it('thanks at the end are no task', () => {
    for (const thanks of ['trân trọng cảm ơn sự phối hợp của Quý Ủy ban', 'rất mong nhận được sự phối hợp của Quý Sở'])
      expect(order(`1. Sở Y tế rà soát khu cách ly.\n\nBộ Xây dựng ${thanks}.`)).toEqual(['Sở Y tế']);
  });

  it('which of a class may be told by what it is about, or by trades in a row', () => {
    for (const who of [
      'Các sở quản lý nhà nước chuyên ngành về hạ tầng',
      'Các sở quản lý chuyên ngành về du lịch',
      'Các cơ quan, tổ chức, đơn vị được giao quản lý, sử dụng hoặc khai thác hồ chứa',
      'Các đơn vị quản lý, khai thác và vận hành hồ chứa',
      'Các đơn vị được giao chủ trì, thực hiện nhiệm vụ',
      'Các chủ đầu tư dự án hạ tầng kỹ thuật khu, cụm công nghiệp',
    ])
      expect(
        order(
          `1. Sở Y tế rà soát khu cách ly.\n\n2. ${who}\n\na) Lập danh mục hạng mục hư hỏng, gửi Sở Xây dựng trước ngày 15/11/2025.`,
        ),
      ).toEqual(['Sở Y tế', who]);
    expect(
      order(`1. Các sở quản lý chuyên ngành về du lịch và các cơ quan liên quan rà soát bến thuyền.

2. Chủ đầu tư dự án hạ tầng kỹ thuật khu, cụm công nghiệp san tạo mặt bằng sạch.`),
    ).toEqual([
      'Các sở quản lý chuyên ngành về du lịch + các cơ quan liên quan',
      'Chủ đầu tư dự án hạ tầng kỹ thuật khu, cụm công nghiệp',
    ]);
  });

  it('those charged may be listed in points of their own, before what they have to do', () => {
    const points = `- Sở Y tế (đối với thuốc);

- Sở Tư pháp.

Có trách nhiệm:

a) Rà soát văn bản.`;
    expect(order(`1. Giao các cơ quan sau:\n\n${points}`)).toEqual(['Sở Y tế + Sở Tư pháp']);
    expect(order(`Giao các sở chuyên ngành gồm:\n\n${points}`)).toEqual(['các sở chuyên ngành']);
    expect(order(`1. Giao Sở Nội vụ thành lập tổ giúp việc gồm:\n\n- Sở Y tế;\n\n- Sở Tư pháp.`)).toEqual([
      'Sở Nội vụ',
    ]);
  });
});
