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

/**
 * A broad column and a narrow one beside it; one under the other on a narrow screen. With `sideFirst` what stands at the side comes
 * first there, and to who hears the page: it must be known before the rest is done.
 */
export function Columns(props: { main: ComponentChildren; side: ComponentChildren; sideFirst?: boolean }): VNode {
  const main = <div>{props.main}</div>;
  const side = <div>{props.side}</div>;
  return props.sideFirst ? (
    <div class="ts-columns ts-columns--side-first">
      {side}
      {main}
    </div>
  ) : (
    <div class="ts-columns">
      {main}
      {side}
    </div>
  );
}
