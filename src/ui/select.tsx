import type { VNode } from 'preact';
import { describedBy, type FieldProps, FieldShell } from './field.tsx';
import { type Around, fieldState } from './formScope.ts';

export interface Option {
  value: string;
  label: string;
}
export interface OptionGroup {
  label: string;
  options: readonly Option[];
}

/** One of a list. `empty` is the first line, standing for no choice; options may stand in groups. */
export function Select(
  props: FieldProps & { value?: string; empty?: string; options: readonly (Option | OptionGroup)[] },
  around?: Around,
): VNode {
  const { id, value, error } = fieldState(around, props.name, props.value);
  const option = (one: Option) => (
    <option value={one.value} selected={one.value === value}>
      {one.label}
    </option>
  );
  return (
    <FieldShell field={props} id={id} error={error}>
      <select
        class={error ? 'govuk-select govuk-select--error' : 'govuk-select'}
        id={id}
        name={props.name}
        aria-describedby={describedBy(id, props.hint, error)}
        aria-invalid={error ? 'true' : undefined}
      >
        {props.empty !== undefined && <option value="">{props.empty}</option>}
        {props.options.map((one) =>
          'options' in one ? <optgroup label={one.label}>{one.options.map(option)}</optgroup> : option(one),
        )}
      </select>
    </FieldShell>
  );
}
