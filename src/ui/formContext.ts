import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { FormFault, SentForm } from './model.ts';

/** What the fields of a form share: what was sent before, and what was wrong with it. */
export interface FormState {
  sent?: SentForm | null;
  fault?: FormFault | null;
  /** Keeps the ids of two forms on one page apart. */
  prefix: string;
}

export const FormContext = createContext<FormState>({ prefix: '' });

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
export function useField(name: string, initial = ''): FieldState {
  const { sent, fault, prefix } = useContext(FormContext);
  return {
    id: fieldId(name, prefix),
    value: sent ? (sent.values[name] ?? '') : initial,
    sentList: sent ? (sent.lists[name] ?? []) : undefined,
    error: fault?.fields.find((one) => one.field === name)?.message,
  };
}
