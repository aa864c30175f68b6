import type { ComponentChildren, VNode } from 'preact';
import { newWriteKey } from '../kernel/ids.ts';

export type ButtonKind = 'primary' | 'secondary' | 'warning';

const buttonClass = (kind: ButtonKind = 'primary', small?: boolean): string =>
  `govuk-button${kind === 'primary' ? '' : ` govuk-button--${kind}`}${small ? ' ts-button--small' : ''}`;

/** Sends the form it stands in. `name` and `value` tell several buttons of a form apart. */
export function Button(props: {
  kind?: ButtonKind;
  small?: boolean;
  name?: string;
  value?: string;
  /** Read out where the words on the button do not tell which thing they mean. */
  label?: string;
  formAction?: string;
  children: ComponentChildren;
}): VNode {
  return (
    <button
      type="submit"
      class={buttonClass(props.kind, props.small)}
      name={props.name}
      value={props.value}
      aria-label={props.label}
      formAction={props.formAction}
    >
      {props.children}
    </button>
  );
}

/** A link that starts something and therefore looks like a button. */
export function ButtonLink(props: {
  href: string;
  kind?: ButtonKind;
  small?: boolean;
  label?: string;
  children: ComponentChildren;
}): VNode {
  return (
    <a href={props.href} class={buttonClass(props.kind, props.small)} aria-label={props.label}>
      {props.children}
    </a>
  );
}

/** A form of one button: a step that needs nothing typed, such as taking a task on. */
export function PostButton(props: {
  action: string;
  kind?: ButtonKind;
  small?: boolean;
  label?: string;
  /** Hidden fields sent along. */
  fields?: Readonly<Record<string, string>>;
  version?: number;
  children: ComponentChildren;
}): VNode {
  return (
    <form method="post" action={props.action} class="ts-post">
      <input type="hidden" name="khoa" value={newWriteKey()} />
      {props.version !== undefined && <input type="hidden" name="phien-ban" value={props.version} />}
      {props.fields &&
        Object.entries(props.fields).map(([name, value]) => <input type="hidden" name={name} value={value} />)}
      <Button kind={props.kind} small={props.small} label={props.label}>
        {props.children}
      </Button>
    </form>
  );
}
