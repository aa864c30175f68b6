import { describe, expect, it } from 'vitest';
import { readDirective } from './index.ts';

/** A page of news whose first lines are the same; each task as its lead and the words of its clause. */
const told = (body: string): [string, string][] => {
  const page = `Siết quản lý bến bãi ven sông\n\nUBND tỉnh Hương Sơn vừa ban hành kế hoạch quản lý bến bãi ven sông năm 2026.\n\n${body}\n`;
  return readDirective(page).tasks.map((t) => [t.lead.join(' + '), page.slice(...t.evidence)]);
};

describe('a page that retells a plan in its own words', () => {
  it('has begun with the orders once it tells what the plan demands, though of nobody', () => {
    for (const demand of [
      'Cụ thể, tỉnh yêu cầu tăng cường kiểm tra các bến đò.',
      'Chủ tịch UBND tỉnh chỉ đạo rà soát toàn bộ bến bãi.',
      'Kế hoạch nêu rõ nguyên tắc quản lý thống nhất trên toàn tuyến.',
    ])
      expect(
        told(`${demand}\n\nLực lượng công an sẽ chủ trì tuần tra ban đêm. Các trường học phải nhắc nhở học sinh.`),
        demand,
      ).toEqual([
        ['Lực lượng công an', 'Lực lượng công an sẽ chủ trì tuần tra ban đêm'],
        ['Các trường học', 'Các trường học phải nhắc nhở học sinh'],
      ]);
  });

  it('hears an office that asks others first, whoever demanded what before', () => {
    expect(
      told(
        'Kế hoạch nêu rõ nguyên tắc quản lý thống nhất.\n\nĐể có số liệu, Chi cục Đường thủy đề nghị các chủ phương tiện đăng ký lại số hiệu.',
      ).map(([lead]) => lead),
    ).toEqual(['các chủ phương tiện']);
  });

  it('ties the next sentence on by other words, which belong to neither task', () => {
    const clauses = ['Sở Xây dựng phải kiểm tra các bến đò', 'các xã ven sông phải thống kê số bến không phép'];
    for (const tie of ['Đáng chú ý', 'Song song với đó', 'Cùng với đó', 'Tương tự', 'Trong khi đó'])
      expect(
        told(`Theo kế hoạch, ${clauses[0]}. ${tie}, ${clauses[1]}.`).map(([, words]) => words),
        tie,
      ).toEqual(clauses);
  });

  it('goes back to telling in the same paragraph, which is no part of the task', () => {
    for (const telling of [
      'Được biết, tỉnh có 120 bến đò ngang.',
      'Năm ngoái, toàn tỉnh đã xử phạt 45 trường hợp.',
      'Điểm mới của kế hoạch là việc dùng camera giám sát.',
      'Theo thống kê, một nửa số bến không có phép.',
    ])
      expect(told(`Chủ tịch UBND tỉnh giao Sở Xây dựng kiểm tra các bến đò. ${telling}`), telling).toEqual([
        ['Sở Xây dựng', 'Chủ tịch UBND tỉnh giao Sở Xây dựng kiểm tra các bến đò'],
      ]);
    expect(
      told('Chủ tịch UBND tỉnh giao Sở Xây dựng kiểm tra các bến đò. Kết quả được báo cáo trước ngày 15/4/2026.'),
    ).toEqual([
      [
        'Sở Xây dựng',
        'Chủ tịch UBND tỉnh giao Sở Xây dựng kiểm tra các bến đò. Kết quả được báo cáo trước ngày 15/4/2026',
      ],
    ]);
  });

  it('goes on with those of the paragraph before where it first says on what occasion', () => {
    expect(
      told(
        'Chủ tịch UBND tỉnh yêu cầu UBND các xã kiểm tra các bến đò.\n\nTrước khi cấp phép cho một bến mới phải khảo sát luồng lạch, lấy ý kiến của người dân hai bên bờ.',
      ).map(([lead]) => lead),
    ).toEqual(['UBND các xã', 'UBND các xã']);
  });

  it('sets off where and on whose word the next sentence speaks', () => {
    expect(
      told(
        'Theo kế hoạch, các sở rà soát bến bãi hư hỏng. Theo chỉ đạo của Chủ tịch UBND tỉnh, các xã ven sông sửa chữa cầu bến. Trước ngày 15/4/2026, Sở Xây dựng báo cáo kết quả.',
      ).map(([, words]) => words.slice(0, 60)),
    ).toEqual(['các sở rà soát bến bãi hư hỏng', 'các xã ven sông sửa chữa cầu bến', 'Sở Xây dựng báo cáo kết quả']);
  });

  it('tells orders by a letter of somebody, and where to send the figures', () => {
    expect(
      readDirective(
        'Sắp xếp thôn: gửi số liệu trước 30/8/2026\n\nTheo công văn của Sở Nội vụ, UBND cấp xã rà soát diện tích của từng thôn. Số liệu phải được gửi về Sở Nội vụ trước 30/8/2026. Sở Nội vụ sẽ tổng hợp, báo cáo UBND tỉnh trước 30/9/2026.\n',
      ).tasks.map((t) => [t.lead.join(), t.deadline]),
    ).toEqual([
      ['UBND cấp xã', '2026-08-30'],
      ['Sở Nội vụ', '2026-09-30'],
    ]);
  });

  it('may say it all behind the name of the paper', () => {
    for (const paper of ['(Website Văn phòng) – ', 'HSN - ', '(Chinhphu.vn) - '])
      expect(
        readDirective(
          `Quản lý lòng đường\n${paper}UBND tỉnh đã giao Sở Xây dựng, UBND các phường 1 và 3 hoàn thành phương án xử lý vi phạm.\n`,
        ).tasks.map((t) => t.lead),
        paper,
      ).toEqual([['Sở Xây dựng', 'UBND các phường 1 và 3']]);
  });

  it('speaks of provinces and cities in short, and of days without a figure', () => {
    expect(
      told(
        'Chủ tịch UBND tỉnh yêu cầu UBND các xã trong hai ngày tới tạm hoãn các hội họp. Các tỉnh, thành phải chủ động di dời dân.',
      ).map(([lead]) => lead),
    ).toEqual(['UBND các xã', 'Các tỉnh, thành']);
  });

  it('says of whom something was asked after a phrase and a comma, also in small letters', () => {
    expect(
      told(
        'Tỉnh yêu cầu rà soát bến bãi.\n\nĐể ngăn ngừa từ gốc, ngành giáo dục được yêu cầu dạy bơi cho học sinh.\n\nNhằm giữ trật tự, chính quyền cơ sở phải dẹp các bến tự phát.\n\nVới những bến do tư nhân mở, chủ đầu tư chịu trách nhiệm kiểm định phao cứu sinh.',
      ).map(([lead]) => lead),
    ).toEqual(['ngành giáo dục', 'chính quyền cơ sở', 'chủ đầu tư']);
  });

  it('writes the titles of deputies with a small letter, and loses a full stop', () => {
    for (const deputy of ['Phó thủ tướng', 'Phó chủ tịch UBND tỉnh'])
      expect(
        told(
          `${deputy} Trần Văn Mẫu giao Bộ Y tế nghiên cứu tiêm mũi nhắc lại. Ngày 2/3, tiến độ còn chậm Để đạt mục tiêu, Bộ Y tế cần phối hợp với Bộ Tài chính rà soát số người chưa tiêm.`,
        ).map(([lead, words]) => [lead, words.slice(0, 24)]),
        deputy,
      ).toEqual([
        ['Bộ Y tế', `${deputy} Trần Văn Mẫu giao`.slice(0, 24)],
        ['Bộ Y tế', 'Bộ Y tế cần phối hợp với'],
      ]);
  });

  it('tells of a visit: what the one who came asks of a commune opens the orders', () => {
    for (const asker of ['Đồng chí', 'Ông', 'Phó Chủ tịch UBND tỉnh'])
      expect(
        readDirective(
          `Kiểm tra tiến độ đường ven biển\n\nSáng 14/5, đồng chí Phó Chủ tịch UBND tỉnh đi kiểm tra tiến độ đường ven biển.\n\nBan Quản lý dự án cho biết đã thi công được 8 km.\n\nSau khi nghe ý kiến các bên, đồng chí Phó Chủ tịch UBND tỉnh đánh giá cao nỗ lực của nhà thầu. ${asker} yêu cầu xã Hải Lộc vận động 23 hộ dân bàn giao mặt bằng.\n\nNhà thầu phải tăng ca, bù tiến độ. Ban Quản lý dự án bố trí cán bộ bám công trường.\n\nCũng trong sáng cùng ngày, đoàn đã thăm gia đình chính sách.\n`,
        ).tasks.map((t) => t.lead.join()),
        asker,
      ).toEqual(['xã Hải Lộc', 'Nhà thầu', 'Ban Quản lý dự án']);
  });
});
