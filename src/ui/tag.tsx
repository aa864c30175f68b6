import type { ComponentChildren, VNode } from 'preact';
import type { Tone } from './model.ts';

/** A state in a word or two. The words say it; the colour only helps. */
export function Tag({ tone = 'none', children }: { tone?: Tone; children: ComponentChildren }): VNode {
  return <strong class={`govuk-tag ts-tag--${tone}`}>{children}</strong>;
}
