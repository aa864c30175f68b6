import type { VNode } from 'preact';
import { describedBy, type FieldProps, FieldShell } from './field.tsx';
import { type Around, fieldState } from './formScope.ts';
import { formatSize } from './numbers.ts';

/**
 * Files from the person's machine. `maxBytes` is told in the hint and checked before sending where scripts run;
 * the server checks again. A form that failed asks for the files again: browsers give none back.
 */
export function FileField(
  props: FieldProps & {
    /** As in HTML: `.pdf,.docx`. */
    accept?: string;
    multiple?: boolean;
    /** Of all files together. */
    maxBytes?: number;
  },
  around?: Around,
): VNode {
  const { id, error } = fieldState(around, props.name);
  const limit = props.maxBytes ? `Tối đa ${formatSize(props.maxBytes)}.` : '';
  const hint =
    props.hint || limit ? (
      <>
        {props.hint}
        {props.hint && limit ? ' ' : ''}
        {limit}
      </>
    ) : undefined;
  return (
    <FieldShell field={{ ...props, hint }} id={id} error={error}>
      <input
        class={error ? 'govuk-file-upload govuk-file-upload--error' : 'govuk-file-upload'}
        id={id}
        name={props.name}
        type="file"
        accept={props.accept}
        multiple={props.multiple}
        data-max-bytes={props.maxBytes}
        aria-describedby={describedBy(id, hint, error)}
        aria-invalid={error ? 'true' : undefined}
      />
    </FieldShell>
  );
}
