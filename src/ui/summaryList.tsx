import type { ComponentChildren, VNode } from 'preact';

export interface SummaryRow {
  key: ComponentChildren;
  /** `chưa có` is shown where there is none. */
  value: ComponentChildren;
  action?: { href: string; label: string /** What is changed, read out: "Sửa hạn". */; about: string };
}

/** What is known of one thing, line by line. */
export function SummaryList({ rows }: { rows: readonly SummaryRow[] }): VNode {
  const anyAction = rows.some((row) => row.action);
  return (
    <dl class="govuk-summary-list">
      {rows.map((row) => (
        <div
          class={
            anyAction && !row.action
              ? 'govuk-summary-list__row govuk-summary-list__row--no-actions'
              : 'govuk-summary-list__row'
          }
        >
          <dt class="govuk-summary-list__key">{row.key}</dt>
          <dd class="govuk-summary-list__value">{row.value ?? <span class="ts-quiet">chưa có</span>}</dd>
          {row.action && (
            <dd class="govuk-summary-list__actions">
              <a class="govuk-link" href={row.action.href}>
                {row.action.label}
                <span class="govuk-visually-hidden"> {row.action.about}</span>
              </a>
            </dd>
          )}
        </div>
      ))}
    </dl>
  );
}
