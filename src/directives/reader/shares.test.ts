import { describe, expect, it } from 'vitest';
import { readDirective } from './index.ts';
import { letterWith } from './letter.fixture.ts';

const read = (body: string): string[] =>
  readDirective(letterWith(body)).tasks.map((t) => {
    const partners = t.coordinate.length > 0 ? ` <- ${t.coordinate.join(' + ')}` : '';
    return `${t.lead.join(' + ')}${partners} | ${t.deadline ?? '-'}`;
  });

describe('Several bodies in one sentence', () => {
  it('each after a comma with a duty of its own is charged by itself', () => {
    expect(
      read('1. Giao Sở Y tế chuẩn bị cơ số thuốc, Sở Công Thương dự trữ lương thực, UBND xã Hòa Bắc mở điểm sơ tán.'),
    ).toEqual(['Sở Y tế | -', 'Sở Công Thương | -', 'UBND xã Hòa Bắc | -']);
  });

  it('after a day another body has a duty of its own', () => {
    expect(
      read(
        '1. Các sở, ngành rà soát 05 quy trình, xong trước ngày 15/11/2025, Sở Nội vụ tổng hợp trước ngày 30/11/2025.',
      ),
    ).toEqual(['Các sở, ngành | 2025-11-15', 'Sở Nội vụ | 2025-11-30']);
  });

  it('a limit after a semicolon binds each of them', () => {
    expect(
      read('1. Giao Sở Y tế bố trí vốn, Sở Xây dựng thẩm định thiết kế; hoàn thành trước ngày 15/12/2025.'),
    ).toEqual(['Sở Y tế | 2025-12-15', 'Sở Xây dựng | 2025-12-15']);
  });

  it.each([
    '1. Giao Sở Nội vụ phối hợp với Sở Y tế, Sở Tư pháp thẩm định 05 đề án.',
    '1. Giao Sở Nội vụ lấy ý kiến các sở, Công an tỉnh rà soát 05 đề án.',
  ])('%s charges one', (body) => {
    expect(read(body)).toHaveLength(1);
  });

  it('who presides in brackets leads, the others are partners', () => {
    expect(read('1. Sở Y tế (chủ trì), Công an tỉnh, Sở Nội vụ kiểm tra 05 cơ sở hành nghề.')).toEqual([
      'Sở Y tế <- Công an tỉnh + Sở Nội vụ | -',
    ]);
    expect(read('1. Giao Sở Y tế (chủ trì) và Công an tỉnh kiểm tra 05 cơ sở hành nghề.')).toEqual([
      'Sở Y tế <- Công an tỉnh | -',
    ]);
  });
});

describe('What is to be done stands before who is to do it', () => {
  it.each([
    ['1. Lập 03 chốt kiểm dịch tại các tuyến giáp ranh. Giao Sở Y tế chủ trì thực hiện.', 'Sở Y tế | -'],
    ['1. Tổ chức lễ phát động trong tháng 12/2025, giao Sở Y tế chủ trì.', 'Sở Y tế | 2025-12-31'],
    ['1. Xây dựng quy chế họp giao ban trực tuyến; giao Sở Y tế thực hiện.', 'Sở Y tế | -'],
  ])('%s', (body, task) => {
    const [read1] = readDirective(letterWith(body)).tasks;
    expect(read(body)).toEqual([task]);
    expect(read1).toMatchObject({ optional: false });
    expect(letterWith(body).slice(...read1!.evidence)).toMatch(/^(?:Lập|Tổ chức|Xây dựng)/u);
  });
});

describe('Labels under what is to be done', () => {
  it('take its limit where none of them says when', () => {
    expect(
      read(
        '1. Nước sạch\n- Mở rộng 05 trạm cấp nước, xong thiết kế trước ngày 15/12/2025.\n+ Cơ quan thực hiện: Sở Y tế.',
      ),
    ).toEqual(['Sở Y tế | 2025-12-15']);
  });

  it('"X chủ trì; Y, Z phối hợp" are one lead and two partners', () => {
    expect(
      read(
        '1. Việc làm\n- Đào tạo nghề cho 500 người.\n+ Cơ quan thực hiện: Sở Nội vụ chủ trì; Hội Nông dân tỉnh, Tỉnh đoàn phối hợp.',
      ),
    ).toEqual(['Sở Nội vụ <- Hội Nông dân tỉnh + Tỉnh đoàn | -']);
  });
});

describe('Companies whose name is their work', () => {
  it('are named whole', () => {
    expect(read('1. Công ty TNHH MTV Quản lý khai thác công trình thủy lợi vận hành 05 hồ chứa.')).toEqual([
      'Công ty TNHH MTV Quản lý khai thác công trình thủy lợi | -',
    ]);
  });
});
