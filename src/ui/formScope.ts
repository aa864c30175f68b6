import { Component, type ComponentChildren } from 'preact';
import type { FormFault, SentForm } from './model.ts';

/** What the fields of a form share: what was sent before, and what was wrong with it. */
interface FormState {
  sent?: SentForm | null;
  fault?: FormFault | null;
  /** Keeps the ids of two forms on one page apart. */
  prefix: string;
}

/** What Preact gives every component as its second argument: of the nearest form around it, where there is one. */
export interface Around {
  form?: FormState;
}

/**
 * Tells the fields within of their form. The provider of Preact's `createContext` writes functions into properties for each page,
 * which V8 puts among the old objects together with the page: see docs/adr/0002.
 */
export class FormScope extends Component<FormState & { children?: ComponentChildren }> {
  override getChildContext(): Around {
    return { form: this.props };
  }
  override render(): ComponentChildren {
    return this.props.children;
  }
}

/** The id of the control for a field, where the error summary leads. */
export const fieldId = (name: string, prefix = ''): string => `o-${prefix}${name.replaceAll('.', '-')}`;

export interface FieldState {
  id: string;
  /** What was sent, or else `initial`. */
  value: string;
  /** All values sent under the name, or undefined where the form was not sent yet. */
  sentList: readonly string[] | undefined;
  error: string | undefined;
}

/** The state of one field in the form around it. */
export function fieldState(around: Around | undefined, name: string, initial = ''): FieldState {
  const { sent, fault, prefix } = around?.form ?? { prefix: '' };
  return {
    id: fieldId(name, prefix),
    value: sent ? (sent.values[name] ?? '') : initial,
    sentList: sent ? (sent.lists[name] ?? []) : undefined,
    error: fault?.fields.find((one) => one.field === name)?.message,
  };
}
