import type { VNode } from 'preact';
import { describedBy, type FieldProps, FieldShell } from './field.tsx';
import { type Around, fieldState } from './formScope.ts';

/** Several lines of text. */
export function TextArea(
  props: FieldProps & { value?: string; rows?: number; maxLength?: number },
  around?: Around,
): VNode {
  const { id, value, error } = fieldState(around, props.name, props.value);
  return (
    <FieldShell field={props} id={id} error={error}>
      <textarea
        class={error ? 'govuk-textarea govuk-textarea--error' : 'govuk-textarea'}
        id={id}
        name={props.name}
        rows={props.rows ?? 5}
        maxLength={props.maxLength}
        aria-describedby={describedBy(id, props.hint, error)}
        aria-invalid={error ? 'true' : undefined}
      >
        {value}
      </textarea>
    </FieldShell>
  );
}
