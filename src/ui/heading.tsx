import type { ComponentChildren, VNode } from 'preact';

/** The page's one `h1`, with what it belongs to above, what it says below, and what can be done at its side. */
export function Heading(props: {
  title: ComponentChildren;
  /** Above the title: the kind of thing, its number. */
  caption?: ComponentChildren;
  /** Below the title: one quiet line. */
  lead?: ComponentChildren;
  actions?: ComponentChildren;
}): VNode {
  return (
    <div class="ts-heading">
      <div>
        {props.caption && <p class="ts-caption">{props.caption}</p>}
        <h1>{props.title}</h1>
        {props.lead && <p class="ts-lead">{props.lead}</p>}
      </div>
      {props.actions && <div class="ts-actions">{props.actions}</div>}
    </div>
  );
}

/** A part of the page under its `h2`. */
export function Section(props: {
  title: ComponentChildren;
  id?: string;
  actions?: ComponentChildren;
  children: ComponentChildren;
}): VNode {
  return (
    <section class="ts-section" id={props.id}>
      <div class="ts-section-head">
        <h2>{props.title}</h2>
        {props.actions && <div class="ts-actions">{props.actions}</div>}
      </div>
      {props.children}
    </section>
  );
}

/** A broad column and a narrow one beside it; one under the other on a narrow screen. */
export function Columns(props: { main: ComponentChildren; side: ComponentChildren }): VNode {
  return (
    <div class="ts-columns">
      <div>{props.main}</div>
      <div>{props.side}</div>
    </div>
  );
}
