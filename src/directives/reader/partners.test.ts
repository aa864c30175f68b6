import { describe, expect, it } from 'vitest';
import { readDirective } from './index.ts';
import { letterWith } from './letter.fixture.ts';

const partnersIn = (body: string): string[] => readDirective(letterWith(body)).tasks.flatMap((t) => t.coordinate);

describe('who works with the lead', () => {
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
