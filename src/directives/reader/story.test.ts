import { describe, expect, it } from 'vitest';
import { readDirective } from './index.ts';

const facts = (text: string): (string | null)[] => {
  const { number, symbol, type, date, signer } = readDirective(text).document;
  return [number, symbol, type, date, signer];
};

describe('What a page without letterhead says of its document', () => {
  it('the first line may be the number itself', () => {
    expect(
      facts('Thông báo số 76-TB/ĐU\nKết luận của Thường trực Đảng ủy về nhà trọ\n\nGiao Công an phường rà soát.'),
    ).toEqual(['76', '76-TB/ĐU', 'Thông báo', null, null]);
  });

  it('"Theo Thông báo số ... ngày ...," opens a sentence', () => {
    expect(
      facts('Gia hạn lần cuối\n\nTheo Thông báo số 402/TB-UBND ngày 11/9/2026, Ban Quản lý Khu kinh tế phải báo cáo.'),
    ).toEqual(['402', '402/TB-UBND', 'Thông báo', '2026-09-11', null]);
  });

  it('an earlier document told of is not the page’s own', () => {
    expect(
      facts(
        'Thành phố siết đất đai\n\nTrước đó, tại Chỉ thị số 04/CT-UBND ban hành ngày 14/1/2014, thành phố đã quy trách nhiệm.',
      ),
    ).toEqual([null, null, null, null, null]);
    expect(
      facts(
        'Chỉ thị về việc tăng cường kiểm tra vật liệu\n\nNgày 22/12/2009, UBND thành phố đã ban hành Quyết định số 123/2009/QĐ-UBND.',
      ),
    ).toEqual([null, null, 'Chỉ thị', null, null]);
  });

  it('who signed, and the type of a document told without its number', () => {
    expect(
      facts(
        'Chuẩn bị năm học mới\nNgày 16/8, Chủ tịch UBND tỉnh Hương Sơn Trần Văn Mẫu vừa ký công điện yêu cầu Sở Giáo dục và Đào tạo bảo đảm sách giáo khoa.',
      ),
    ).toEqual([null, null, 'Công điện', null, 'Trần Văn Mẫu']);
  });

  it('a number without its code', () => {
    expect(
      facts('Rà soát Điều lệ\n\nTheo kết luận 127 ban hành ngày 28/2, Tỉnh ủy giao Ban Tổ chức Tỉnh ủy rà soát.'),
    ).toEqual(['127', null, 'Kết luận', null, null]);
  });

  it('a scan’s marks before the type, and a day in figures beside the number', () => {
    expect(
      readDirective(
        'THỦ TƯỚNG CHÍNH PHỦ CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n\nDEN i: : _¬ CHỈ THỊ\n\nVề các giải pháp\n\nGiao Sở A rà soát.',
      ).document.type,
    ).toBe('Chỉ thị');
    expect(
      readDirective(
        '**ỦY BAN NHÂN DÂN PHƯỜNG HÒA BẮC**\n\n**Số: 143/KH-UBND** | *Hòa Bắc, ngày 27/02/2026*\n\n# KẾ HOẠCH\n## Chuyển đổi số\n',
      ).document.date,
    ).toBe('2026-02-27');
  });

  it('cites a decree whose code the page leaves out', () => {
    expect(
      readDirective('Tuyển giáo viên\n\nSở Nội vụ hướng dẫn thực hiện Nghị định số 111/2022 của Chính phủ.').references,
    ).toEqual(['111/2022']);
  });

  it('a page that answers a question by a point of the document tells of that document', () => {
    expect(
      facts(
        'Bao giờ xong hướng dẫn trồng quế?\n\nCăn cứ theo Mục 2 Công điện 19/CĐ-TTg năm 2024 có quy định như sau:\n\n2. Bộ Công Thương\n\n- Rà soát quy hoạch.',
      ),
    ).toEqual(['19', '19/CĐ-TTg', 'Công điện', null, null]);
  });

  it('the document as the subject of the sentence goes before one it answers', () => {
    expect(
      facts(
        'Báo cáo vốn\n\nCông văn số 312 /UBND-TH được UBND tỉnh phát hành ngày 2/6/2024, về giải ngân.\n\nTrước đó, Bộ Tài chính có Công văn số 77/BTC-ĐT ngày 1/6/2024 đề nghị báo cáo.',
      ),
    ).toEqual(['312', '312/UBND-TH', 'Công văn', '2024-06-02', null]);
  });

  it('a day written with hyphens', () => {
    expect(
      facts('Chống bão\n\nNgày 9-4-2024, Chủ tịch UBND thành phố ký Chỉ thị số 04/CT-UBND về phòng, chống bão.'),
    ).toEqual(['04', '04/CT-UBND', 'Chỉ thị', '2024-04-09', null]);
  });
});
