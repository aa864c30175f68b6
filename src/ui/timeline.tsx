import type { ComponentChildren, VNode } from 'preact';

export interface TimelineItem {
  title: ComponentChildren;
  /** `09:41 ngày 23/11/2026`. */
  when?: string;
  /** Who did it, in which position. */
  by?: ComponentChildren;
  /** Done (as history is), happening now, or still to come. */
  state?: 'done' | 'now' | 'later';
  children?: ComponentChildren;
}

const SPOKEN = { done: '', now: 'Đang làm: ', later: 'Sắp tới: ' };

/** What happened to a thing, or the steps it goes through. */
export function Timeline({ label, items }: { label: string; items: readonly TimelineItem[] }): VNode {
  return (
    <ol class="ts-timeline" aria-label={label}>
      {items.map(({ state = 'done', ...item }) => (
        <li class={`ts-step ts-step--${state}`} aria-current={state === 'now' ? 'step' : undefined}>
          <p class="ts-step-title">
            {SPOKEN[state] && <span class="govuk-visually-hidden">{SPOKEN[state]}</span>}
            {item.title}
          </p>
          {(item.when || item.by) && (
            <p class="ts-step-when">
              {item.when}
              {item.when && item.by ? ' · ' : ''}
              {item.by}
            </p>
          )}
          {item.children}
        </li>
      ))}
    </ol>
  );
}
