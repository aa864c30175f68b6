import type { VNode } from 'preact';
import { describedBy, type FieldProps, FieldShell } from './field.tsx';
import { type Around, fieldState } from './formScope.ts';

export interface TextFieldProps extends FieldProps {
  value?: string;
  type?: 'text' | 'email' | 'tel' | 'search' | 'url';
  /** How many characters the box is wide; the width of the column without it. */
  width?: 4 | 5 | 10 | 20 | 30;
  maxLength?: number;
  autocomplete?: string;
  inputMode?: 'numeric' | 'decimal' | 'tel' | 'email';
  /** Words before or after the box: "ngày". */
  suffix?: string;
  /** The id of a datalist on the page, from which the box offers what fits. */
  list?: string;
}

/** One line of text. */
export function TextField(props: TextFieldProps, around?: Around): VNode {
  const { id, value, error } = fieldState(around, props.name, props.value);
  const input = (
    <input
      class={inputClass(props.width, error)}
      id={id}
      name={props.name}
      // The element types tell each input type apart; all of these take the same attributes.
      type={(props.type ?? 'text') as 'text'}
      value={value}
      maxLength={props.maxLength}
      autocomplete={props.autocomplete}
      inputMode={props.inputMode}
      list={props.list}
      aria-describedby={describedBy(id, props.hint, error)}
      aria-invalid={error ? 'true' : undefined}
    />
  );
  return (
    <FieldShell field={props} id={id} error={error}>
      {props.suffix ? (
        <div class="govuk-input__wrapper">
          {input}
          <div class="govuk-input__suffix" aria-hidden="true">
            {props.suffix}
          </div>
        </div>
      ) : (
        input
      )}
    </FieldShell>
  );
}

/** One day, typed as an office writes it; read with `parseDay`. `value` is what the box shows: `5/9/2026`. */
export function DayField(props: FieldProps & { value?: string }): VNode {
  return (
    <TextField
      name={props.name}
      label={props.label}
      optional={props.optional}
      hint={props.hint ?? 'Ví dụ: 5/9/2026'}
      value={props.value}
      width={10}
      maxLength={10}
      inputMode="numeric"
      autocomplete="off"
    />
  );
}

/** A password: never shown again after it was sent, never kept by the page. */
export function PasswordField(
  props: FieldProps & { autocomplete: 'current-password' | 'new-password' },
  around?: Around,
): VNode {
  const { id, error } = fieldState(around, props.name);
  return (
    <FieldShell field={props} id={id} error={error}>
      <input
        class={inputClass(30, error)}
        id={id}
        name={props.name}
        type="password"
        autocomplete={props.autocomplete}
        spellcheck={false}
        autocapitalize="none"
        aria-describedby={describedBy(id, props.hint, error)}
        aria-invalid={error ? 'true' : undefined}
      />
    </FieldShell>
  );
}

function inputClass(width: TextFieldProps['width'], error: string | undefined): string {
  const size = width ? ` govuk-input--width-${width}` : '';
  return `govuk-input${size}${error ? ' govuk-input--error' : ''}`;
}
