import type { ComponentChildren, VNode } from 'preact';

const TITLES = { success: 'Đã xong', info: 'Thông tin', warning: 'Lưu ý' };

/** A message beside the flow of the page. `announce` has it read out as the page opens. */
export function Notice(props: {
  tone: 'success' | 'info' | 'warning';
  title?: string;
  text?: string;
  announce?: boolean;
  children?: ComponentChildren;
}): VNode {
  const { tone, announce } = props;
  return (
    <div
      class={`ts-notice ts-notice--${tone}${announce ? ' ts-notice--line' : ''}`}
      role={announce ? (tone === 'warning' ? 'alert' : 'status') : undefined}
    >
      <p class="ts-notice-title">{props.title ?? TITLES[tone]}</p>
      {props.text && <p>{props.text}</p>}
      {props.children}
    </div>
  );
}
