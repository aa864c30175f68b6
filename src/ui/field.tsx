import type { ComponentChildren, VNode } from 'preact';

/** What every field has. */
export interface FieldProps {
  name: string;
  label: string;
  hint?: ComponentChildren;
  /** Marked "không bắt buộc"; a field without it must be filled in. */
  optional?: boolean;
}

const OPTIONAL = <span class="ts-optional"> (không bắt buộc)</span>;

export const labelText = ({ label, optional }: FieldProps): ComponentChildren =>
  optional ? (
    <>
      {label}
      {OPTIONAL}
    </>
  ) : (
    label
  );

export const groupClass = (error: string | undefined): string =>
  error ? 'govuk-form-group govuk-form-group--error' : 'govuk-form-group';

/** The ids of hint and error, for aria-describedby. */
export function describedBy(id: string, hint: unknown, error: string | undefined): string | undefined {
  const ids = [hint ? `${id}-goi-y` : '', error ? `${id}-loi` : ''].filter(Boolean);
  return ids.length > 0 ? ids.join(' ') : undefined;
}

export function HintAndError({ id, hint, error }: { id: string; hint?: ComponentChildren; error?: string }): VNode {
  return (
    <>
      {hint && (
        <div id={`${id}-goi-y`} class="govuk-hint">
          {hint}
        </div>
      )}
      {error && (
        <p id={`${id}-loi`} class="govuk-error-message">
          <span class="govuk-visually-hidden">Lỗi: </span>
          {error}
        </p>
      )}
    </>
  );
}

/** Label, hint and error around one control. */
export function FieldShell(props: {
  field: FieldProps;
  id: string;
  error?: string;
  children: ComponentChildren;
}): VNode {
  const { field, id, error } = props;
  return (
    <div class={groupClass(error)}>
      <label class="govuk-label" for={id}>
        {labelText(field)}
      </label>
      <HintAndError id={id} hint={field.hint} error={error} />
      {props.children}
    </div>
  );
}
