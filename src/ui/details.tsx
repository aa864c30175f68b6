import type { ComponentChildren, VNode } from 'preact';

/** What few need, folded away. */
export function Details(props: { summary: ComponentChildren; open?: boolean; children: ComponentChildren }): VNode {
  return (
    <details class="govuk-details" open={props.open}>
      <summary class="govuk-details__summary">
        <span class="govuk-details__summary-text">{props.summary}</span>
      </summary>
      <div class="govuk-details__text">{props.children}</div>
    </details>
  );
}
