import type { Scan } from '../scans/store.ts';

/** How far the reading of a scan has come, in words. */
export function howFar({ state, page, pages }: Pick<Scan, 'state' | 'page' | 'pages'>): string {
  if (state === 'waiting') return 'đang chờ đến lượt';
  return pages > 0 ? `đang nhận dạng trang ${page} trên ${pages}` : 'đang mở tệp';
}

/** 0..100 */
export const percentOf = (scan: Pick<Scan, 'done'>): number => Math.round(Math.min(1, Math.max(0, scan.done)) * 100);
