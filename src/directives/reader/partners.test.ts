import { describe, expect, it } from 'vitest';
import { readDirective } from './index.ts';
import { letterWith } from './letter.fixture.ts';

const partnersIn = (body: string): string[] => readDirective(letterWith(body)).tasks.flatMap((t) => t.coordinate);

describe('who works with the lead', () => {
  it('is nobody with whom those work who are only directed', () => {
    expect(
      partnersIn(
        '1. Sở Nông nghiệp và Môi trường:\n- Chỉ đạo Chi cục Thú y phối hợp với Trung tâm Khuyến nông tiêm phòng.',
      ),
    ).toEqual([]);
  });

  it('is named without "với" as well, all of them', () => {
    expect(
      partnersIn(
        '1. Về nhân sự, Chủ tịch UBND tỉnh giao Sở Nội vụ chủ trì, phối hợp Sở Y tế, Công an tỉnh xây dựng đề án.',
      ),
    ).toEqual(['Sở Y tế', 'Công an tỉnh']);
  });

  it('is who takes part, too, and a department in small letters', () => {
    expect(partnersIn('1. Sở Y tế chủ trì, có sự tham gia của Công an tỉnh, Sở Nội vụ, kiểm tra các cơ sở.')).toEqual([
      'Công an tỉnh',
      'Sở Nội vụ',
    ]);
    expect(
      partnersIn(
        '1. Sở Y tế phối hợp với sở lao động - thương binh và xã hội, sở văn hóa, thể thao và du lịch rà soát.',
      ),
    ).toEqual(['sở lao động - thương binh và xã hội', 'sở văn hóa, thể thao và du lịch']);
  });

  it.each([
    [
      'các sở quản lý nhà nước chuyên ngành về hạ tầng và các cơ quan có liên quan thực hiện rà soát',
      ['các sở quản lý nhà nước chuyên ngành về hạ tầng', 'các cơ quan có liên quan'],
    ],
    ['các cơ quan quản lý chuyên ngành trong quá trình bảo trì', ['các cơ quan quản lý chuyên ngành']],
    ['các cơ quan quản lý nhà nước về đất đai kiểm tra dự án', ['các cơ quan quản lý nhà nước về đất đai']],
    ['các cơ quan chuyên môn về xây dựng thẩm định hồ sơ', ['các cơ quan chuyên môn về xây dựng']],
    ['các cơ quan quản lý nhà nước và các doanh nghiệp kiểm tra', ['các cơ quan quản lý nhà nước', 'các doanh nghiệp']],
    [
      'các Sở, ban ngành, nhà đầu tư thứ cấp hoàn thành giải phóng mặt bằng',
      ['các Sở, ban ngành', 'nhà đầu tư thứ cấp'],
    ],
    [
      'chủ đầu tư hạ tầng các khu, cụm công nghiệp trên địa bàn rà soát',
      ['chủ đầu tư hạ tầng các khu, cụm công nghiệp trên địa bàn'],
    ],
    ['các công chức đã được phân công tiếp nhận lập danh mục', ['các công chức đã được phân công tiếp nhận']],
    ['UBND các Huyện, Thị xã, Thành phố trong tỉnh rà soát', ['UBND các Huyện, Thị xã, Thành phố trong tỉnh']],
  ])('is read to the end of the name: "%s"', (named, partners) => {
    expect(partnersIn(`1. Sở Y tế phối hợp với ${named}.`)).toEqual(partners);
  });

  it('is the one with whom it must come to terms', () => {
    for (const how of [
      'trao đổi, thống nhất với',
      'làm việc cụ thể, thống nhất với',
      'bàn bạc và thống nhất phương án với',
    ])
      expect(partnersIn(`1. Sở Y tế ${how} Công an tỉnh về kế hoạch kiểm tra.`), how).toEqual(['Công an tỉnh']);
  });

  it('is named after any words that say how they work together', () => {
    for (const how of ['chặt chẽ, quyết liệt', 'chặt chẽ và thường xuyên', 'nhịp nhàng', 'chặt chẽ, hiệu quả'])
      expect(partnersIn(`1. Sở Y tế chủ trì, phối hợp ${how} với Công an tỉnh tổ chức kiểm tra.`), how).toEqual([
        'Công an tỉnh',
      ]);
  });

  it('is not named by rules of working together', () => {
    expect(
      partnersIn(
        '1. Sở Y tế trên cơ sở Quy chế phối hợp các cơ quan cấp tỉnh, đẩy mạnh việc phối hợp, hỗ trợ giữa các đơn vị.',
      ),
    ).toEqual([]);
  });
});
