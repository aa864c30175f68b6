import type { ComponentChildren, VNode } from 'preact';
import { describedBy, type FieldProps, groupClass, HintAndError, labelText } from './field.tsx';
import { type Around, fieldState } from './formScope.ts';

export interface Choice {
  value: string;
  label: ComponentChildren;
  hint?: ComponentChildren;
}

/** One of a few, all in view. */
export function Radios(
  props: FieldProps & { value?: string; choices: readonly Choice[]; inline?: boolean },
  around?: Around,
): VNode {
  const { value } = fieldState(around, props.name, props.value);
  return <ChoiceList kind="radio" field={props} chosen={[value]} choices={props.choices} inline={props.inline} />;
}

/** Any number of a few; each chosen value is sent under the same name. */
export function Checkboxes(
  props: FieldProps & {
    values?: readonly string[];
    choices: readonly Choice[];
    /** Many short ones: side by side where there is room. */
    columns?: boolean;
  },
  around?: Around,
): VNode {
  const { sentList } = fieldState(around, props.name);
  const chosen = sentList ?? props.values ?? [];
  return <ChoiceList kind="checkbox" field={props} chosen={chosen} choices={props.choices} columns={props.columns} />;
}

/** One yes or no. `value` is what is sent when it is ticked. */
export function Checkbox(
  props: {
    name: string;
    label: ComponentChildren;
    value?: string;
    checked?: boolean;
    hint?: ComponentChildren;
  },
  around?: Around,
): VNode {
  const { id, sentList, error } = fieldState(around, props.name);
  const value = props.value ?? 'co';
  const checked = sentList ? sentList.includes(value) : props.checked === true;
  return (
    <div class={groupClass(error)}>
      <HintAndError id={id} error={error} />
      <div class="govuk-checkboxes govuk-checkboxes--small">
        <ChoiceItem
          kind="checkbox"
          id={id}
          name={props.name}
          choice={{ value, label: props.label, hint: props.hint }}
          checked={checked}
        />
      </div>
    </div>
  );
}

function ChoiceList(
  props: {
    kind: 'radio' | 'checkbox';
    field: FieldProps;
    chosen: readonly string[];
    choices: readonly Choice[];
    inline?: boolean;
    columns?: boolean;
  },
  around?: Around,
): VNode {
  const { kind, field } = props;
  const { id, error } = fieldState(around, field.name);
  const list = kind === 'radio' ? 'radios' : 'checkboxes';
  return (
    <div class={groupClass(error)}>
      <fieldset class="govuk-fieldset" aria-describedby={describedBy(id, field.hint, error)}>
        <legend class="govuk-fieldset__legend">{labelText(field)}</legend>
        <HintAndError id={id} hint={field.hint} error={error} />
        <div
          class={`govuk-${list} govuk-${list}--small${props.inline ? ` govuk-${list}--inline` : ''}${props.columns ? ' ts-choice-columns' : ''}`}
        >
          {props.choices.map((choice, i) => (
            <ChoiceItem
              kind={kind}
              // The error summary leads to the first choice.
              id={i === 0 ? id : `${id}-${i + 1}`}
              name={field.name}
              choice={choice}
              checked={props.chosen.includes(choice.value)}
            />
          ))}
        </div>
      </fieldset>
    </div>
  );
}

function ChoiceItem(props: {
  kind: 'radio' | 'checkbox';
  id: string;
  name: string;
  choice: Choice;
  checked: boolean;
}): VNode {
  const { kind, id, choice } = props;
  const list = kind === 'radio' ? 'govuk-radios' : 'govuk-checkboxes';
  return (
    <div class={`${list}__item`}>
      <input
        class={`${list}__input`}
        id={id}
        name={props.name}
        type={kind}
        value={choice.value}
        checked={props.checked}
        aria-describedby={choice.hint ? `${id}-nghia` : undefined}
      />
      <label class={`govuk-label ${list}__label`} for={id}>
        {choice.label}
      </label>
      {choice.hint && (
        <div id={`${id}-nghia`} class={`govuk-hint ${list}__hint`}>
          {choice.hint}
        </div>
      )}
    </div>
  );
}
