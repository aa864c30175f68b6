import { formatDay } from '../../kernel/day.ts';
import type { Validity } from '../../kernel/validity.ts';

/** "từ 1/7/2025", "đến 28/2/2025", "từ 1/3/2025 đến 30/6/2025". */
export function validityWords({ validFrom, validTo }: Validity): string {
  const from = validFrom ? `từ ${formatDay(validFrom)}` : '';
  const to = validTo ? `đến ${formatDay(validTo)}` : '';
  return [from, to].filter(Boolean).join(' ') || 'không ghi ngày';
}
