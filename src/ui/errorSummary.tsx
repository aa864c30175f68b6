import type { VNode } from 'preact';
import { fieldId } from './formScope.ts';
import type { FormFault } from './model.ts';

/** Everything that was wrong with a form, each line leading to its field. `prefix` as in `FormPage`. */
export function ErrorSummary({ fault, prefix }: { fault: FormFault; prefix?: string }): VNode {
  return (
    <div class="govuk-error-summary" tabIndex={-1}>
      <div role="alert">
        <h2 class="govuk-error-summary__title">{fault.fields.length > 0 ? 'Có chỗ cần sửa' : 'Chưa làm được'}</h2>
        <div class="govuk-error-summary__body">
          {fault.fields.length > 0 ? (
            <ul class="govuk-list govuk-error-summary__list">
              {fault.fields.map((one) => (
                <li>
                  <a href={`#${fieldId(one.field, prefix)}`}>{one.message}</a>
                </li>
              ))}
            </ul>
          ) : (
            <p>{fault.message}</p>
          )}
        </div>
      </div>
    </div>
  );
}
