import { describe, expect, it } from 'vitest';
import { agencyGrammar } from './agencies.ts';

const grammar = agencyGrammar();

/** The name that is read before each of three ways to go on, charged by an assigning word and as a subject. */
function readBefore(name: string): string[] {
  const tails = [' chủ trì, phối hợp với Sở Tài chính rà soát.', ' khẩn trương rà soát lại.', ' tổ chức trực ban.'];
  const found = tails.flatMap((tail) =>
    ['', 'Giao '].map((order) => {
      const text = order + name + tail;
      const { items } = grammar.list(text, order.length, text.length, order === '', order ? 'assigned' : 'alone');
      return text.slice(order.length, items.at(-1)?.end ?? order.length);
    }),
  );
  return [...new Set(found)];
}

describe('names whose commas, "và" and words of doing are part of them', () => {
  it.each([
    'Ban Chỉ đạo phát triển khoa học, công nghệ, đổi mới sáng tạo và chuyển đổi số tỉnh',
    'Ban Chỉ đạo Trung ương về phát triển khoa học, công nghệ, đổi mới sáng tạo và chuyển đổi số',
    'Ban Chỉ đạo phòng, chống tham nhũng, lãng phí, tiêu cực tỉnh',
    'Ban Chỉ đạo phòng, chống tội phạm, tệ nạn xã hội và xây dựng phong trào toàn dân bảo vệ an ninh Tổ quốc tỉnh',
    'Ban Chỉ đạo các Chương trình mục tiêu quốc gia tỉnh',
    'Ban Chỉ đạo chống buôn lậu, gian lận thương mại và hàng giả tỉnh',
    'Ban Chỉ đạo xóa nhà tạm, nhà dột nát tỉnh',
    'Trưởng Ban Chỉ huy PCTT, TKCN và phòng thủ dân sự thành phố',
    'Ban Quản lý các khu chế xuất và khu công nghiệp Thành phố',
    'Ban Quản lý các KCN tỉnh',
    'Ban Quản lý các KCX-KCN TPHCM',
    'Ban Quản lý Khu kinh tế, các KCN tỉnh',
    'Trung tâm Dịch vụ tổng hợp xã',
    'Trung tâm dữ liệu quốc gia về dân cư',
    'Phòng Cảnh sát phòng cháy, chữa cháy và cứu nạn, cứu hộ Công an tỉnh',
    'Phòng Cảnh sát điều tra tội phạm về kinh tế, tham nhũng, buôn lậu, môi trường',
    'Cơ quan Cảnh sát điều tra Công an tỉnh',
    'Cục An ninh mạng và phòng, chống tội phạm sử dụng công nghệ cao',
    'Phòng Cảnh sát quản lý hành chính về trật tự xã hội Công an tỉnh',
    'Cục Quản lý Khám, chữa bệnh',
    'Cục Kinh tế hợp tác và Phát triển nông thôn',
    'Chi cục An toàn vệ sinh thực phẩm tỉnh',
    'Ban phát triển các thôn',
    'Tổ bảo vệ an ninh trật tự các thôn',
    'Các chủ đập, hồ chứa',
    'Ban Chính sách, chiến lược Trung ương',
    'Trung tâm Giám sát, điều hành đô thị thông minh',
    'Trung tâm Giống cây trồng, vật nuôi',
    'Trung tâm Giáo dục nghề nghiệp - Giáo dục thường xuyên',
    'Trung tâm Hỗ trợ đầu tư',
    'Ban Quản lý Khu bảo tồn biển Hải Vân',
    'Ban Giải phóng mặt bằng tỉnh',
    'Hội đồng bồi thường, hỗ trợ, tái định cư xã',
    'Hội đồng Phối hợp phổ biến, giáo dục pháp luật tỉnh',
    'Hội Cựu Thanh niên xung phong',
    'Các chi ủy, chi bộ trực thuộc',
    'Sư đoàn 311',
    'Tổ Đề án 06 xã',
  ])('%s', (name) => expect(readBefore(name)).toEqual([name]));

  it.each([
    'Các đơn vị được giao vốn đầu tư công',
    'Các cơ quan, đơn vị được giao làm chủ đầu tư',
    'Các đơn vị còn lại',
    'Các doanh nghiệp khai thác khoáng sản trên địa bàn tỉnh',
    'Các Ban Quản lý rừng phòng hộ, đặc dụng',
    'Các đồng chí lãnh đạo UBND tỉnh',
    'Các tỉnh miền núi phía Bắc',
    'Các tổ chức, cá nhân nuôi trồng thủy sản',
    'Ban Giám hiệu các nhà trường',
    'Thành viên BCĐ giảm nghèo xã',
    'Các Tổng công ty xây dựng',
    'Các nhà máy sản xuất xi măng',
    'Ủy ban nhân dân các Quận, Huyện, Thị xã',
    'UBND các Xã, Phường',
    'Các thương nhân kinh doanh xăng dầu',
    'Các siêu thị, trung tâm thương mại',
    'Hội đồng giáo dục quốc phòng và an ninh',
    'BCĐ phòng chống dịch các cấp',
    'Cục Quản lý, giám sát bảo hiểm',
    'Trung tâm dịch vụ đấu giá tài sản',
    'Thuyền trưởng các tàu cá',
    'Chủ nhiệm các hợp tác xã',
    '100% cán bộ, công chức',
  ])('which of a class: %s', (name) => expect(readBefore(name)).toEqual([name]));

  it.each([
    ['Ban Chỉ đạo rà soát các chương trình, dự án', 'Ban Chỉ đạo'],
    ['Ban Quản lý rà soát các khu công nghiệp', 'Ban Quản lý'],
    ['Cơ quan Cảnh sát biển kiểm tra', 'Cơ quan Cảnh sát biển'],
  ])('goes no further than the name: %s', (text, name) => {
    const { items } = grammar.list(`Giao ${text}.`, 5, text.length + 5, false, 'assigned');
    expect(text.slice(0, items.at(-1)!.end - 5)).toBe(name);
  });
});
