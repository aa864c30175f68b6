import type { VNode } from 'preact';
import { formatDay } from '../../kernel/day.ts';
import { EmptyState, FilterBar, formatNumber, Heading, Pagination, Select, Tag, TextField } from '../../ui/index.ts';
import { titleName, type Unit } from '../../units/index.ts';
import { FIELDS, type FieldKey, fieldLabel } from '../fields.ts';
import type { PublishedRow } from '../store.ts';

export interface PublishedView {
  rows: readonly PublishedRow[];
  total: number;
  filter: { field: FieldKey | null; text: string; page: number };
  size: number;
}

/** What everybody may read: in the words that the office chose, naming no person. */
export function PublishedPage({ rows, total, filter, size }: PublishedView): VNode {
  const href = (page: number): string => {
    const query = new URLSearchParams();
    if (filter.field) query.set('linh-vuc', filter.field);
    if (filter.text) query.set('q', filter.text);
    if (page > 1) query.set('trang', String(page));
    return `/kien-nghi/cong-khai${query.size ? `?${query}` : ''}`;
  };
  const from = (filter.page - 1) * size + 1;
  const to = from + rows.length - 1;
  return (
    <>
      <Heading
        title="Kiến nghị đã trả lời"
        lead="Kiến nghị của các xã, phường và cơ quan được công khai cùng câu trả lời."
      />
      <FilterBar action="/kien-nghi/cong-khai" values={{ q: filter.text, 'linh-vuc': filter.field ?? '' }}>
        <TextField name="q" label="Tìm trong chủ đề" maxLength={200} />
        <Select
          name="linh-vuc"
          label="Lĩnh vực"
          empty="Tất cả"
          options={FIELDS.map((f) => ({ value: f.key, label: f.label }))}
        />
      </FilterBar>
      {rows.length === 0 ? (
        <EmptyState title="Chưa có kiến nghị nào được công khai ở đây" />
      ) : (
        <>
          <p class="ts-quiet">{formatNumber(total)} kiến nghị</p>
          {rows.map((row) => (
            <article class="ts-panel" id={`kn-${row.id}`}>
              <h2 class="govuk-heading-m">{row.title}</h2>
              <p class="ts-sub">
                {titleName({ type: row.unitType as Unit['type'], name: row.unitName })} · {fieldLabel(row.field)} · gửi{' '}
                {formatDay(row.raisedOn)}
                {row.answeredOn && ` · trả lời ${formatDay(row.answeredOn)}`}
              </p>
              {row.solved !== null && (
                <Tag tone={row.solved ? 'good' : 'soon'}>
                  {row.solved ? 'Nơi kiến nghị: đã giải quyết' : 'Nơi kiến nghị: chưa giải quyết'}
                </Tag>
              )}
              <p class="ts-prose">{row.answer}</p>
            </article>
          ))}
          <Pagination
            from={from}
            to={to}
            total={total}
            previousHref={filter.page > 1 ? href(filter.page - 1) : undefined}
            nextHref={to < total ? href(filter.page + 1) : undefined}
          />
        </>
      )}
    </>
  );
}
