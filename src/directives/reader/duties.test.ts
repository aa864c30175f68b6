import { describe, expect, it } from 'vitest';
import { readDirective } from './index.ts';
import { LETTERHEAD_OF_MAY, letterWith } from './letter.fixture.ts';

const said = (text: string): [string, string | null][] =>
  readDirective(text)
    .tasks.filter((t) => !t.optional)
    .map((t) => [t.lead.join(' + '), t.deadline]);
const official = (body: string): [string, string | null][] => said(letterWith(body, LETTERHEAD_OF_MAY));

describe('who is charged, and by when', () => {
  it.each([
    ['in the passive', '1. Sở Du lịch được giao làm đầu mối đón các đoàn khảo sát.', 'Sở Du lịch'],
    [
      'as the standing body',
      '1. Văn phòng UBND xã là cơ quan thường trực, có nhiệm vụ đôn đốc các bộ phận.',
      'Văn phòng UBND xã',
    ],
    [
      'by a label',
      '1. Đóng cọc tiêu hai bên ngầm tràn\nNgười phụ trách: Trưởng thôn Nà Pó\nThời hạn: 10/6/2026',
      'Trưởng thôn Nà Pó',
    ],
    [
      'by an abbreviation before a verb no list knows',
      '1. Sở TT&VHCS kiện lại tổ đọc báo ở các nhà văn hóa thôn.',
      'Sở TT&VHCS',
    ],
    ['after a count', '1. Thứ ba, Sở Xây dựng kẻ lại vạch sơn ở các nút giao.', 'Sở Xây dựng'],
    ['after a count in words', '1. Hai là, Sở Nội vụ xếp lại kho lưu trữ của các xã cũ.', 'Sở Nội vụ'],
    ['by who does it, named last', '1. Việc bơm tát ruộng úng do UBND các xã đảm nhiệm.', 'UBND các xã'],
    ['by whom it belongs to', '1. Nhiệm vụ gác đê thuộc về UBND phường Bến Đá.', 'UBND phường Bến Đá'],
    ['with a partner between', '1. Giao Sở Y tế, phối hợp với Sở Nội vụ, luân phiên bác sĩ.', 'Sở Y tế'],
    [
      'under a head that says it is their duty',
      '1. Các tổ hợp tác nuôi cá có nhiệm vụ:\n- Neo chặt lồng bè.',
      'Các tổ hợp tác nuôi cá',
    ],
    [
      'a council known by what it is for',
      '1. Yêu cầu Hội đồng bồi thường, giải phóng mặt bằng và UBND xã Yên Lạc công khai đơn giá.',
      'Hội đồng bồi thường, giải phóng mặt bằng + UBND xã Yên Lạc',
    ],
    [
      'a front and the mass organisations beside it',
      '1. Đề nghị Ủy ban Mặt trận Tổ quốc và các đoàn thể xã vận động hiến đất.',
      'Ủy ban Mặt trận Tổ quốc + các đoàn thể xã',
    ],
    ['with a verb no list knows', '1. Giao Sở Xây dựng thông xe cầu tạm bắc qua suối đã bị cuốn trôi.', 'Sở Xây dựng'],
    [
      'a numbered unit before a short verb',
      '1. Đội Quản lý thị trường số 4 bám các chợ đầu mối, lập biên bản hàng lậu.',
      'Đội Quản lý thị trường số 4',
    ],
  ])('%s', (_, body, lead) => expect(official(body).map(([who]) => who)).toEqual([lead]));

  it('passes on nothing that the lead itself shares out, and takes no praise for a task', () => {
    expect(
      official(`1. Thường trực Tỉnh ủy đánh giá cao kết quả của các xã.
2. UBND xã Tân Lập chống rét cho trâu bò; phân công cán bộ xuống từng thôn.
3. Trước đó, tỉnh đã giao Sở Tài chính mua 500 tấm bạt.`),
    ).toEqual([['UBND xã Tân Lập', null]]);
  });

  it('whoever fails to answer is nobody yet', () => {
    expect(official('1. Sở Xây dựng thu hồ sơ. Quá hạn này, đơn vị nào không gửi xem như đồng ý.')).toEqual([
      ['Sở Xây dựng', null],
    ]);
  });

  it('an order taken up by "nay yêu cầu"', () => {
    expect(
      official(
        '1. Việc thống kê giếng khoan đã nêu tại Công văn số 12/UBND, nay yêu cầu UBND các xã gửi trước 20/5/2026.',
      ),
    ).toEqual([['UBND các xã', '2026-05-20']]);
  });

  it('a ban for a time sets no limit', () => {
    expect(official('1. UBND các xã không tổ chức liên hoan, tiệc mừng trong năm 2026.')).toEqual([
      ['UBND các xã', null],
    ]);
  });

  it('a limit for points named by their numbers', () => {
    expect(
      official(`1. Về bến đò: Giao UBND xã An Phú kiểm tra phao cứu sinh.
2. Về cầu tạm: Giao Sở Xây dựng gia cố mố cầu.
3. Giao Sở Y tế cấp thuốc khử trùng.
4. Các nhiệm vụ tại điểm 1, 2 nêu trên phải hoàn thành trước ngày 20/6/2026.`),
    ).toEqual([
      ['UBND xã An Phú', '2026-06-20'],
      ['Sở Xây dựng', '2026-06-20'],
      ['Sở Y tế', null],
    ]);
  });
});

describe('how a document names those it charges', () => {
  it('goes on by the short names it has given', () => {
    expect(
      official(`1. Trung tâm Phát triển quỹ đất (TTPTQĐ) rà soát các lô đất trống.
2. TTPTQĐ niêm yết bảng giá, xong trước 01/6/2026.
3. Giao TTPTQĐ phối hợp UBND các xã cắm mốc.`),
    ).toEqual([
      ['Trung tâm Phát triển quỹ đất (TTPTQĐ)', null],
      ['TTPTQĐ', '2026-06-01'],
      ['TTPTQĐ', null],
    ]);
  });

  it('in capitals without a number, once orders have begun', () => {
    expect(
      said(`${LETTERHEAD_OF_MAY}
KẾ HOẠCH
Phòng, chống dịch bệnh mùa hè

UBND tỉnh ban hành Kế hoạch như sau:

I. MỤC ĐÍCH
Chủ động ứng phó mọi tình huống.

II. PHÂN CÔNG NHIỆM VỤ

SỞ Y TẾ
1. Dự trữ đủ hóa chất, vật tư, xong trước ngày 20/5/2026.
2. Mỗi tuần cập nhật bản đồ ổ dịch.

CÁC TRƯỜNG HỌC
Tổng vệ sinh lớp học trước ngày khai giảng.
`),
    ).toEqual([
      ['SỞ Y TẾ', '2026-05-20'],
      ['SỞ Y TẾ', null],
      ['CÁC TRƯỜNG HỌC', null],
    ]);
  });

  it('on a page, after a paragraph that opens with an order', () => {
    expect(
      said(`Tỉnh Hương Sơn chấn chỉnh hoạt động bến thủy nội địa

UBND tỉnh Hương Sơn vừa ban hành văn bản về quản lý bến thủy nội địa. Cụ thể:

Giao Sở Xây dựng kiểm tra điều kiện an toàn của 46 bến khách, báo cáo UBND tỉnh trước ngày 20/6/2026.

Công an tỉnh tuần tra các tuyến sông, xử lý phương tiện không đăng kiểm.

Trước đó, tỉnh đã giao Sở Tài chính bố trí 4 tỷ đồng mua áo phao.
`),
    ).toEqual([
      ['Sở Xây dựng', '2026-06-20'],
      ['Công an tỉnh', null],
    ]);
  });
});
