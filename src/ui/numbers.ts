const whole = new Intl.NumberFormat('vi-VN', { maximumFractionDigits: 0 });
const oneDigit = new Intl.NumberFormat('vi-VN', { maximumFractionDigits: 1 });

/** `10.000`; decimals (at most one) after a comma. */
export const formatNumber = (value: number): string =>
  // Most counts on a page are small, and formatting them the long way costs more than the rest of their cell.
  Number.isInteger(value) && value >= 0 && value < 1000
    ? String(value)
    : (Number.isInteger(value) ? whole : oneDigit).format(value);

/** A share between 0 and 1 as `94,2 %`, its sign kept on the line by a no-break space. */
export const formatPercent = (share: number): string => `${oneDigit.format(share * 100)}\u00a0%`;

/** A size in bytes as people say it: `380 kB`, `2,4 MB`. */
export function formatSize(bytes: number): string {
  if (bytes < 1000) return `${whole.format(bytes)}\u00a0byte`;
  if (bytes < 999_500) return `${whole.format(bytes / 1000)}\u00a0kB`;
  return `${oneDigit.format(bytes / 1_000_000)}\u00a0MB`;
}
