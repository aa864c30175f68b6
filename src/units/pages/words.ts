import { formatDay } from '../../kernel/day.ts';
import type { Validity } from '../../kernel/validity.ts';
import type { Link, Share } from '../model.ts';

/** "từ 1/7/2025", "đến 30/6/2025", "từ 1/7/2025 đến 29/4/2026". */
export function validityWords({ validFrom, validTo }: Validity): string {
  const from = validFrom ? `từ ${formatDay(validFrom)}` : '';
  const to = validTo ? `đến ${formatDay(validTo)}` : '';
  return [from, to].filter(Boolean).join(' ') || 'không ghi ngày';
}

/** `29,32 km²`: two decimals as the resolutions give them. */
export const areaWords = (km2: number): string =>
  `${new Intl.NumberFormat('vi-VN', { maximumFractionDigits: 2 }).format(km2)} km²`;

const SHARES: Record<Share, string> = { all: 'toàn bộ', some: 'một phần', none: 'không' };
export const shareWords = (share: Share | null): string => (share ? SHARES[share] : 'không ghi');

const KINDS: Record<Link['kind'], string> = {
  merged: 'nhập',
  split: 'tách ra để nhập',
  unchanged: 'giữ nguyên',
  renamed: 'đổi tên',
  retyped: 'đổi loại',
};
export const kindWords = (kind: Link['kind']): string => KINDS[kind];

/** "Nghị quyết 1678/NQ-UBTVQH15, khoản 51". */
export function basisWords(resolution: string | null, clause: string | null): string | null {
  if (!resolution) return null;
  return `Nghị quyết ${resolution}${clause ? `, khoản ${clause}` : ''}`;
}
