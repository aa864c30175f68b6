import { describe, expect, it } from 'vitest';
import { readDirective } from './index.ts';
import { letterWith } from './letter.fixture.ts';

const leadsOf = (body: string): string[] => readDirective(letterWith(body)).tasks.flatMap((task) => task.lead);

describe('what somebody has only asked for', () => {
  it.each([
    'Cử tri xã An Hòa đề nghị UBND tỉnh giao Sở Xây dựng sớm sửa chữa tuyến đường liên xã.',
    'Ông Nguyễn Văn T. (thôn Đông, xã An Hòa) phản ánh trạm trộn bê tông gây bụi.',
    'Sở Xây dựng đề xuất UBND tỉnh giao Sở Tài chính làm chủ đầu tư dự án.',
    'Có ý kiến đề nghị thành phố giao Sở Tài chính lập quỹ cho thanh niên.',
  ])('charges nobody: %s', (sentence) => {
    expect(leadsOf(sentence)).toEqual([]);
  });

  it.each([
    'UBND tỉnh tiếp thu toàn bộ kiến nghị; phê bình các cơ quan tham mưu chậm.',
    'Hội đồng nhân dân tỉnh thấy chưa đủ cơ sở.',
    'Ban Thường vụ Đảng ủy thống nhất cho các chi bộ được sử dụng tối đa 15% kinh phí để mua tài liệu.',
    'Chủ tịch UBND xã đồng ý chỉ thuê đối với các cơ sở sẽ đấu giá.',
    'Ban Thường vụ Thành ủy đồng ý chủ trương thí điểm điều trị nghiện ma túy.',
    'Chi cục Thủy sản phối hợp với các đồn Biên phòng đã lập hồ sơ xử phạt 148 vụ.',
    'Các hộ dân nuôi sát cống số 2 có thể tạm di dời lồng bè.',
    'Thành phố Đông Hà đã giao Sở An toàn thực phẩm chủ trì giám sát.',
    'Các chủ đập được phép thuê tư vấn đủ năng lực lập quy trình vận hành.',
    'Hội đồng nhân dân tỉnh sẽ xem xét chính sách hỗ trợ bổ sung tại kỳ họp chuyên đề.',
    'Vướng mắc xin liên hệ Phòng Nghiệp vụ Y để được hướng dẫn.',
    'Các nhà thầu phản ánh phải chờ 5 tháng mới được cấp bản xác nhận.',
  ])('nor does what has been agreed, done or allowed: %s', (sentence) => {
    expect(leadsOf(sentence)).toEqual([]);
  });

  it('keeps the charge that follows consent, and leaves out to whom a thing is handed', () => {
    expect(leadsOf('Ban Thường vụ Tỉnh ủy đồng ý chủ trương và giao Đảng ủy Sở Y tế thí điểm điều trị.')).toEqual([
      'Đảng ủy Sở Y tế',
    ]);
    expect(leadsOf('UBND xã An Hòa thu hồi đất, giao cho địa phương quản lý, ưu tiên hộ nghèo.')).toEqual([
      'UBND xã An Hòa',
    ]);
  });

  it('leaves the answer after it as it is', () => {
    expect(
      leadsOf(
        'Cử tri xã An Hòa đề nghị UBND tỉnh sửa đường. Giao Sở Xây dựng khảo sát, báo cáo trước ngày 15/11/2025.',
      ),
    ).toEqual(['Sở Xây dựng']);
  });

  it('is not what a department must propose', () => {
    expect(leadsOf('Sở Nội vụ rà soát, đề xuất UBND tỉnh giao bổ sung biên chế.')).toEqual(['Sở Nội vụ']);
  });
});
