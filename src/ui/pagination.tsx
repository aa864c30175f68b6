import type { VNode } from 'preact';
import { formatNumber } from './numbers.ts';

/**
 * Where one stands in a long list: "1–25 trong 10.000", with the page before and after. `total` is left out where
 * counting would cost more than it tells.
 */
export function Pagination(props: {
  from: number;
  to: number;
  total?: number;
  previousHref?: string;
  nextHref?: string;
}): VNode {
  const { from, to, total, previousHref, nextHref } = props;
  return (
    <nav class="ts-pages" aria-label="Các trang của danh sách">
      <p>
        {formatNumber(from)}–{formatNumber(to)}
        {total !== undefined && <> trong {formatNumber(total)}</>}
      </p>
      {previousHref && (
        <a href={previousHref} rel="prev">
          Trang trước
        </a>
      )}
      {nextHref && (
        <a href={nextHref} rel="next">
          Trang sau
        </a>
      )}
    </nav>
  );
}
