import type { ComponentChildren, VNode } from 'preact';
import { Details } from './details.tsx';
import { formatNumber } from './numbers.ts';

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

/** As many are in view; the rest is folded away below them. */
const IN_VIEW = 10;

/** What happened to a thing (the newest first), or the steps it goes through. */
export function Timeline({ label, items }: { label: string; items: readonly TimelineItem[] }): VNode {
  const rest = items.slice(IN_VIEW);
  return (
    <>
      <ol class="ts-timeline" aria-label={label}>
        {items.slice(0, IN_VIEW).map(step)}
      </ol>
      {rest.length > 0 && (
        <Details summary={`Xem ${formatNumber(rest.length)} mục nữa`}>
          <ol class="ts-timeline" aria-label={`${label}, phần còn lại`} start={IN_VIEW + 1}>
            {rest.map(step)}
          </ol>
        </Details>
      )}
    </>
  );
}

function step({ state = 'done', ...item }: TimelineItem): VNode {
  return (
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
  );
}
