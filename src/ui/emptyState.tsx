import type { ComponentChildren, VNode } from 'preact';

/** Nothing to show: says why, and what to do next. */
export function EmptyState(props: { title: string; children?: ComponentChildren }): VNode {
  return (
    <div class="ts-empty">
      <p class="ts-empty-title">{props.title}</p>
      {props.children}
    </div>
  );
}
