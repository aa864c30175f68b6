import { type Day, formatDay } from '../../../kernel/day.ts';

/** "từ 1/7/2025", "1/7/2025 – 31/12/2025". */
export const period = ({ from, to }: { from: Day; to: Day | null }): string =>
  to ? `${formatDay(from)} – ${formatDay(to)}` : `từ ${formatDay(from)}`;

/** The way back from the pages of an administrator. */
export const CRUMBS = [{ label: 'Tài khoản của đơn vị', href: '/to-chuc/tai-khoan' }];
