import { describe, expect, it } from 'vitest';
import { directiveName, titleWithType } from './list.tsx';

describe('how a directive is called', () => {
  it.each([
    ['Thông báo', 'Thông báo về việc mời tư vấn', 'Thông báo về việc mời tư vấn'],
    ['Kế hoạch', 'KẾ HOẠCH triển khai năm 2026', 'KẾ HOẠCH triển khai năm 2026'],
    ['Thông báo', 'kết luận của Thường trực Tỉnh ủy', 'Thông báo kết luận của Thường trực Tỉnh ủy'],
    ['Kế hoạch', 'Kế hoạchvề nước sạch', 'Kế hoạch Kế hoạchvề nước sạch'],
    ['Chỉ thị', 'Về rà soát trụ sở', 'Chỉ thị về rà soát trụ sở'],
    [null, 'về nước sạch', 'Văn bản về nước sạch'],
  ])('%s + "%s" is said as "%s"', (type, title, said) => {
    expect(titleWithType({ type, title })).toBe(said);
    expect(directiveName({ type, symbol: null, title })).toBe(said);
  });

  it('is called by its number where it has one', () => {
    expect(directiveName({ type: 'Thông báo', symbol: '12-TB/TU', title: 'Thông báo về nước' })).toBe(
      'Thông báo 12-TB/TU',
    );
  });
});
