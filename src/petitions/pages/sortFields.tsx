import type { VNode } from 'preact';
import { formatDay } from '../../kernel/day.ts';
import {
  Breadcrumbs,
  EmptyState,
  FilterBar,
  type FormFault,
  FormPage,
  formatNumber,
  Heading,
  Select,
  type SentForm,
} from '../../ui/index.ts';
import type { Dialogue } from '../dialogues.ts';
import { FIELDS, type FieldKey, fieldLabel } from '../fields.ts';
import type { PetitionRow } from '../store.ts';
import { dialogueCrumbs } from './dialogueCrumbs.ts';
import type { Names } from './names.ts';
import { shorten } from './similarList.tsx';

export const SORTED_AT_ONCE = 25;
const OPTIONS = FIELDS.map((f) => ({ value: f.key, label: f.label }));

/** Petitions of one field, each with the field under which it belongs: sorted many at once before they are given out. */
export function SortFieldsPage(props: {
  dialogue: Dialogue;
  field: FieldKey;
  rows: readonly PetitionRow[];
  total: number;
  names: Names;
  sent?: SentForm;
  fault?: FormFault;
}): VNode {
  const { dialogue, field, rows, total, names } = props;
  const address = `/kien-nghi/doi-thoai/${dialogue.id}/phan-loai`;
  return (
    <>
      <Breadcrumbs links={dialogueCrumbs(dialogue)} />
      <Heading
        title="Phân loại kiến nghị"
        lead={`${fieldLabel(field)}: ${formatNumber(total)} kiến nghị chưa trả lời${total > rows.length ? `, đang xem ${formatNumber(rows.length)}` : ''}.`}
      />
      <FilterBar action={address} submit="Xem" values={{ 'linh-vuc': field }}>
        <Select name="linh-vuc" label="Lĩnh vực đang xem" options={OPTIONS} />
      </FilterBar>
      {rows.length === 0 ? (
        <EmptyState title="Không còn kiến nghị nào cần phân loại ở lĩnh vực này" />
      ) : (
        <FormPage action={address} submit="Lưu phân loại" sent={props.sent} fault={props.fault}>
          <input type="hidden" name="dang-xem" value={field} />
          {rows.map((row) => (
            <div class="ts-panel">
              <p>
                <a href={`/kien-nghi/${row.id}`}>{shorten(row.topic, 200)}</a>
              </p>
              <p class="ts-sub">
                {row.askerIds.map(names.organ).join(', ')}, {formatDay(row.raisedOn)}
              </p>
              <Select
                name={`kn-${row.id}`}
                label={`Lĩnh vực của kiến nghị số ${row.id}`}
                value={field}
                options={OPTIONS}
              />
            </div>
          ))}
        </FormPage>
      )}
    </>
  );
}
