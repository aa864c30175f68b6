import type { VNode } from 'preact';
import type { OrganRegister } from '../../organs/index.ts';
import { Checkboxes, TextField } from '../../ui/index.ts';
import { organName } from './deskView.ts';

const LIST_ID = 'cac-co-quan';
/** More organs than this are folded away. */
const SHOWN = 8;

/** The names that organ fields offer as one types; once a page. */
export const OrganNames = ({ names }: { names: readonly string[] }): VNode => (
  <datalist id={LIST_ID}>
    {names.map((name) => (
      <option value={name} />
    ))}
  </datalist>
);

/** One organ, typed with the list's help; the server asks again where a name is not clear. */
export const OrganField = (props: {
  name: string;
  label: string;
  optional?: boolean;
  hint?: string;
  value?: string;
}): VNode => <TextField {...props} list={LIST_ID} autocomplete="off" maxLength={300} />;

/** Organs found, each of which can be left out. */
export function OrganChecks(props: {
  name: string;
  legend: string;
  ids: readonly number[];
  chosen: readonly number[];
  register: OrganRegister;
}): VNode | null {
  if (props.ids.length === 0) return null;
  const list = (
    <Checkboxes
      name={props.name}
      label={props.legend}
      values={props.chosen.map(String)}
      choices={props.ids.map((id) => ({ value: String(id), label: organName(props.register, id) }))}
    />
  );
  if (props.ids.length <= SHOWN) return list;
  return (
    <details class="desk-many">
      <summary>
        {props.legend}: {props.chosen.length} cơ quan, xem và bỏ bớt
      </summary>
      {list}
    </details>
  );
}
