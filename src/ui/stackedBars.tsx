import type { VNode } from 'preact';
import type { Tone } from './model.ts';
import { formatNumber } from './numbers.ts';

export interface BarSegment {
  label: string;
  tone: Tone;
  /** Drawn hatched, so that two segments of one tone are told apart without colour. */
  hatched?: boolean;
}
export interface BarRow {
  label: string;
  href?: string;
  /** One value a segment. */
  values: readonly number[];
}

const WIDTH = 600;
const HEIGHT = 18;

/**
 * One bar a row, as long as its sum is beside the longest, divided by segments; drawn on the server. It repeats a table that
 * stands beside it, so that readers are told each row in words only.
 */
export function StackedBars(props: { label: string; segments: readonly BarSegment[]; rows: readonly BarRow[] }): VNode {
  const { label, segments, rows } = props;
  const sum = (row: BarRow) => row.values.reduce((all, value) => all + value, 0);
  const most = Math.max(1, ...rows.map(sum));
  return (
    <figure class="ts-bars">
      <figcaption class="govuk-visually-hidden">{label}</figcaption>
      <ul class="ts-bar-legend" aria-hidden="true">
        {segments.map((segment) => (
          <li>
            <svg width="14" height="14" viewBox="0 0 14 14" aria-hidden="true">
              <rect class={barClass(segment)} width="14" height="14" />
            </svg>{' '}
            {segment.label}
          </li>
        ))}
      </ul>
      <dl>
        {rows.map((row) => (
          <div>
            <dt>{row.href ? <a href={row.href}>{row.label}</a> : row.label}</dt>
            <dd>
              <Bar row={row} segments={segments} most={most} />
              <span>{formatNumber(sum(row))}</span>
            </dd>
          </div>
        ))}
      </dl>
    </figure>
  );
}

function Bar({ row, segments, most }: { row: BarRow; segments: readonly BarSegment[]; most: number }): VNode {
  let x = 0;
  return (
    <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} preserveAspectRatio="none" aria-hidden="true">
      {row.values.map((value, i) => {
        const width = (value / most) * WIDTH;
        const from = x;
        x += width;
        return value > 0 ? (
          <rect class={barClass(segments[i]!)} x={round(from)} y="0" width={round(width)} height={HEIGHT}>
            <title>{`${segments[i]!.label}: ${formatNumber(value)}`}</title>
          </rect>
        ) : null;
      })}
    </svg>
  );
}

const round = (n: number): number => Math.round(n * 10) / 10;
const barClass = ({ tone, hatched }: BarSegment): string => `ts-bar ts-bar--${tone}${hatched ? ' ts-bar--pale' : ''}`;
