import type { ComponentChildren, VNode } from 'preact';

/** The one thing a reader came for, large: when it will be ready. The children say why (`Details`). */
export function KeyFact(props: {
  label: string;
  /** `Thứ Tư, 25/11`. */
  value: string;
  /** After the value, in the size of the text: `trước 11:30`. */
  tail?: string;
  children?: ComponentChildren;
}): VNode {
  return (
    <div class="ts-key-fact">
      <p>{props.label}</p>
      <p class="ts-key-fact-value">
        <b>{props.value}</b> {props.tail}
      </p>
      {props.children}
    </div>
  );
}
