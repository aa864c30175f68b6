import type { ComponentChildren, VNode } from 'preact';
import { FormScope } from './formScope.ts';

/**
 * Narrows a list: a GET form, so that what it shows has an address. `values` are those of the address now; `active`
 * are the conditions in force, each with the address without it.
 */
export function FilterBar(props: {
  action: string;
  values: Readonly<Record<string, string>>;
  active?: readonly { label: string; href: string }[];
  /** Sent along without being shown: the sort, the tab. */
  keep?: Readonly<Record<string, string>>;
  submit?: string;
  children: ComponentChildren;
}): VNode {
  const lists = Object.fromEntries(Object.entries(props.values).map(([name, value]) => [name, [value]]));
  return (
    <search class="ts-filter" aria-label="Lọc danh sách">
      <form action={props.action}>
        {props.keep &&
          Object.entries(props.keep).map(([name, value]) => <input type="hidden" name={name} value={value} />)}
        <div class="ts-filter-fields">
          <FormScope sent={{ values: props.values, lists }} prefix="loc-">
            {props.children}
          </FormScope>
          <button type="submit" class="govuk-button govuk-button--secondary">
            {props.submit ?? 'Lọc'}
          </button>
        </div>
        {props.active && props.active.length > 0 && (
          <p class="ts-filter-active">
            Đang lọc:{' '}
            {props.active.map((one) => (
              <a href={one.href}>
                <span class="govuk-visually-hidden">Bỏ điều kiện </span>
                {one.label}
              </a>
            ))}
            <a class="ts-filter-clear" href={props.action}>
              Bỏ hết
            </a>
          </p>
        )}
      </form>
    </search>
  );
}
