import type { VNode } from 'preact';

/** Text to be taken elsewhere: a dossier code, a link, a letter. Selected by hand, or by the button where scripts run. */
export function CopyBox({ id, label, text }: { id: string; label: string; text: string }): VNode {
  const long = text.includes('\n') || text.length > 80;
  return (
    <div class="ts-copy">
      <label class="govuk-label" for={id}>
        {label}
      </label>
      {long ? (
        <textarea class="govuk-textarea" id={id} rows={Math.min(12, text.split('\n').length + 1)} readOnly>
          {text}
        </textarea>
      ) : (
        <input class="govuk-input" id={id} value={text} readOnly />
      )}
      <button type="button" class="govuk-button govuk-button--secondary ts-button--small" data-copy={id} hidden>
        Chép
      </button>
    </div>
  );
}
