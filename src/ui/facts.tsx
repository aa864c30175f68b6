import type { ComponentChildren, VNode } from 'preact';
import type { Tone } from './model.ts';
import { Sparkline } from './sparkline.tsx';

export interface Fact {
  label: string;
  /** Already in Vietnamese form: `10.000`, `94,2 %`. */
  value: string;
  /** What the figure counts, in a few words. */
  note?: ComponentChildren;
  href?: string;
  tone?: Tone;
  /** Oldest first. */
  trend?: readonly number[];
}

/** A few figures that matter, ruled off rather than boxed. Two to four. */
export function Facts({ facts }: { facts: readonly Fact[] }): VNode {
  return (
    <dl class="ts-facts">
      {facts.map((fact) => (
        <div class={fact.tone ? `ts-fact ts-fact--${fact.tone}` : 'ts-fact'}>
          <dt>{fact.label}</dt>
          <dd class="ts-fact-value">{fact.href ? <a href={fact.href}>{fact.value}</a> : fact.value}</dd>
          {fact.note && <dd class="ts-fact-note">{fact.note}</dd>}
          {fact.trend && fact.trend.length > 1 && (
            <dd>
              <Sparkline values={fact.trend} />
            </dd>
          )}
        </div>
      ))}
    </dl>
  );
}
