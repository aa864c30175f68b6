import type { ComponentChildren, VNode } from 'preact';

/** Buttons and links in one row, the first the most wanted. */
export function LinkRow({ children }: { children: ComponentChildren }): VNode {
  return <div class="ts-link-row">{children}</div>;
}
