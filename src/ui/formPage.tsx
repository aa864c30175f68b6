import type { ComponentChildren, VNode } from 'preact';
import { isFault } from '../kernel/errors.ts';
import { newWriteKey } from '../kernel/ids.ts';
import { Button, type ButtonKind } from './button.tsx';
import { ErrorSummary } from './errorSummary.tsx';
import { FormScope } from './formScope.ts';
import { LinkRow } from './linkRow.tsx';
import type { FormFault, SentForm } from './model.ts';

export interface FormProps {
  action: string;
  /** The form as it was sent, after it failed: every field shows again what was typed. */
  sent?: SentForm | null;
  /** What was wrong: summed up above, and said again at each field. */
  fault?: FormFault | null;
  /** The thing's newest version. The server answers "stale" when it has moved on since the form was opened. */
  version?: number;
  /** The form carries files. */
  files?: boolean;
  /** The words on the one button; without it the children bring their own buttons. */
  submit?: string;
  submitKind?: ButtonKind;
  /** Beside the button: where to go without sending. */
  cancelHref?: string;
  /** Keeps ids apart where a page has several forms. */
  prefix?: string;
  /** False for forms whose text must not be kept in the browser until it has arrived (sign-in). */
  keep?: boolean;
  children?: ComponentChildren;
}

/**
 * A form that changes something. It carries the key of the write (`khoa`), the same again after a failure, so that a
 * second sending counts once.
 */
export function FormPage(props: FormProps): VNode {
  const { sent, fault, prefix = '' } = props;
  return (
    <FormScope sent={sent} fault={fault} prefix={prefix}>
      {fault && <ErrorSummary fault={fault} prefix={prefix} />}
      <form
        method="post"
        action={props.action}
        enctype={props.files ? 'multipart/form-data' : undefined}
        class="ts-form"
        noValidate
        data-keep={props.keep === false ? undefined : prefix}
      >
        {/* The key that the page had: what was typed in this browser is known by it. */}
        <input type="hidden" name="khoa" value={sent?.values.khoa ?? sent?.key ?? newWriteKey()} />
        {props.version !== undefined && <input type="hidden" name="phien-ban" value={comparedWith(props)} />}
        {props.children}
        {props.submit && (
          <LinkRow>
            <Button kind={props.submitKind}>{props.submit}</Button>
            {props.cancelHref && (
              <a class="govuk-link" href={props.cancelHref}>
                Thôi, quay lại
              </a>
            )}
          </LinkRow>
        )}
      </form>
    </FormScope>
  );
}

/**
 * The version that the next sending is compared with: the one the form was opened on, also after a mistake in it, for the fields
 * hide what has changed meanwhile. Only a page that has told of the change ("stale") goes on with the newest.
 */
function comparedWith({ version, sent, fault }: FormProps): number | undefined {
  const opened = sent?.values['phien-ban'];
  const told = isFault(fault) && fault.kind === 'stale';
  return opened && /^\d{1,9}$/.test(opened) && !told ? Number(opened) : version;
}
