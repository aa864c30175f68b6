import type { VNode } from 'preact';

const WIDTH = 120;
const HEIGHT = 28;
const PAD = 3;

/**
 * A small line of the last values, oldest first, drawn on the server. It repeats what words beside it say, so it is
 * hidden from readers unless `label` is given. Fewer than two values draw nothing.
 */
export function Sparkline({ values, label }: { values: readonly number[]; label?: string }): VNode | null {
  if (values.length < 2) return null;
  const low = Math.min(...values);
  const span = Math.max(...values) - low;
  const x = (i: number) => Math.round((PAD + (i * (WIDTH - 2 * PAD)) / (values.length - 1)) * 10) / 10;
  const y = (value: number) =>
    span === 0 ? HEIGHT / 2 : Math.round((HEIGHT - PAD - ((value - low) / span) * (HEIGHT - 2 * PAD)) * 10) / 10;
  const last = values.length - 1;
  return (
    <svg
      class="ts-spark"
      width={WIDTH}
      height={HEIGHT}
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      role={label ? 'img' : undefined}
      aria-label={label}
      aria-hidden={label ? undefined : 'true'}
    >
      <polyline points={values.map((value, i) => `${x(i)},${y(value)}`).join(' ')} />
      <circle cx={x(last)} cy={y(values[last]!)} r="2.5" />
    </svg>
  );
}
