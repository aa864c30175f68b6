import type { VNode } from 'preact';
import { formatDay } from '../../kernel/day.ts';
import {
  ButtonLink,
  DataTable,
  EmptyState,
  FilterBar,
  Heading,
  Notice,
  Pagination,
  Select,
  StatusTabs,
  Tag,
  TextField,
} from '../../ui/index.ts';
import { type DirectiveFilter, listHref, PAGE_SIZE, slugOf } from '../filter.ts';
import { DIRECTIVE_STATES, type DirectiveState } from '../model.ts';
import type { Scan } from '../scans/store.ts';
import type { ListRow } from '../store/directive.ts';
import { howFar } from './scanWords.ts';

export interface ListView {
  filter: DirectiveFilter;
  rows: readonly ListRow[];
  counts: readonly { state: DirectiveState; count: number }[];
  choices: readonly { issuerId: number; issuerName: string; year: number }[];
  /** Files that are being recognised, or could not be, for those who take documents in. */
  scans: readonly Scan[];
  mayPrepare: boolean;
}

export function DirectiveList({ filter, rows, counts, choices, scans, mayPrepare }: ListView): VNode {
  const countOf = (state: DirectiveState | null): number =>
    counts.filter((c) => (state ? c.state === state : c.state !== 'discarded')).reduce((sum, c) => sum + c.count, 0);
  const total = countOf(filter.state);
  const from = (filter.page - 1) * PAGE_SIZE;
  const states = Object.keys(DIRECTIVE_STATES) as DirectiveState[];
  const issuers = new Map(choices.map((c) => [c.issuerId, c.issuerName]));
  const years = [...new Set(choices.map((c) => c.year))].sort((a, b) => b - a);
  return (
    <>
      <Heading
        title="Văn bản chỉ đạo"
        actions={mayPrepare ? <ButtonLink href="/van-ban/moi">Nhận văn bản mới</ButtonLink> : undefined}
      />
      {scans.length > 0 && <ScansInLine scans={scans} />}
      <StatusTabs
        label="Theo trạng thái"
        tabs={[
          { href: listHref(filter, { state: null }), label: 'Tất cả', count: countOf(null), current: !filter.state },
          ...states
            .filter((state) => countOf(state) > 0 || state === filter.state)
            .map((state) => ({
              href: listHref(filter, { state }),
              label: DIRECTIVE_STATES[state].label,
              count: countOf(state),
              current: filter.state === state,
            })),
        ]}
      />
      <FilterBar
        action="/van-ban"
        values={{
          q: filter.text,
          'co-quan': filter.issuerId ? String(filter.issuerId) : '',
          nam: filter.year ? String(filter.year) : '',
        }}
        keep={filter.state ? { 'trang-thai': slugOf(filter.state) } : {}}
        active={activeFilters(filter, issuers)}
      >
        <TextField name="q" label="Số, trích yếu" type="search" optional />
        <Select
          name="co-quan"
          label="Cơ quan ban hành"
          empty="Tất cả"
          options={[...issuers].map(([id, name]) => ({ value: String(id), label: name }))}
        />
        <Select
          name="nam"
          label="Năm"
          empty="Tất cả"
          options={years.map((year) => ({ value: String(year), label: String(year) }))}
        />
      </FilterBar>
      <DataTable
        caption="Các văn bản"
        rows={rows}
        empty={
          <EmptyState title="Không có văn bản nào ở đây.">
            <p>
              {mayPrepare
                ? 'Bấm “Nhận văn bản mới” để đưa một văn bản vào.'
                : 'Văn bản gửi cho cơ quan bạn sẽ hiện ở đây.'}
            </p>
          </EmptyState>
        }
        columns={[
          { title: 'Văn bản', cell: (d) => <DirectiveCell d={d} /> },
          { title: 'Cơ quan ban hành', cell: (d) => d.issuerName },
          {
            title: 'Ngày',
            narrow: true,
            cell: (d) => (d.issuedOn ? formatDay(d.issuedOn) : <span class="ts-quiet">chưa có</span>),
          },
          { title: 'Trạng thái', narrow: true, cell: (d) => <StateCell d={d} /> },
        ]}
      />
      {total > 0 && (
        <Pagination
          from={Math.min(from + 1, total)}
          to={Math.min(from + PAGE_SIZE, total)}
          total={total}
          previousHref={filter.page > 1 ? listHref(filter, { page: filter.page - 1 }) : undefined}
          nextHref={from + PAGE_SIZE < total ? listHref(filter, { page: filter.page + 1 }) : undefined}
        />
      )}
    </>
  );
}

const ScansInLine = ({ scans }: { scans: readonly Scan[] }): VNode => (
  <Notice tone="info" title="Tệp chưa vào bàn đọc">
    {scans.map((scan) => (
      <p>
        <a href={`/van-ban/nhan-dang/${scan.id}`}>{scan.name}</a>:{' '}
        {scan.state === 'failed' ? <Tag tone="late">không nhận dạng được</Tag> : howFar(scan)}
      </p>
    ))}
  </Notice>
);

function activeFilters(filter: DirectiveFilter, issuers: ReadonlyMap<number, string>) {
  const active = [];
  if (filter.text) active.push({ label: `“${filter.text}”`, href: listHref(filter, { text: '' }) });
  if (filter.issuerId) {
    active.push({ label: issuers.get(filter.issuerId) ?? 'cơ quan khác', href: listHref(filter, { issuerId: null }) });
  }
  if (filter.year) active.push({ label: `năm ${filter.year}`, href: listHref(filter, { year: null }) });
  return active;
}

const DirectiveCell = ({ d }: { d: ListRow }): VNode => (
  <>
    <a href={`/van-ban/${d.id}`}>{directiveName(d)}</a>
    {d.symbol && d.title && <div class="ts-quiet">{d.title}</div>}
  </>
);

function StateCell({ d }: { d: ListRow }): VNode {
  const { label, tone } = DIRECTIVE_STATES[d.state];
  return (
    <>
      <Tag tone={tone}>{label}</Tag>
      {d.state === 'reading' && d.undecided > 0 && <div class="ts-quiet">{d.undecided} nhiệm vụ chưa xác nhận</div>}
      {d.state === 'issued' && d.sent > 0 && (
        <div class="ts-quiet">
          {d.sent - d.unacknowledged}/{d.sent} nơi đã nhận
        </div>
      )}
    </>
  );
}

/** How people call a directive: "Thông báo 2040-TB/TU", or by its type and title while it has no number. */
export function directiveName(d: { type: string | null; symbol: string | null; title: string }): string {
  const type = d.type ?? 'Văn bản';
  if (d.symbol) return `${type} ${d.symbol}`;
  return d.title ? titleWithType(d).slice(0, 160) : `${type} chưa có số`;
}

/** "Thông báo về việc mời thầu": the type, then what the directive is about; said once where the title already opens with the type. */
export function titleWithType({ type, title }: { type: string | null; title: string }): string {
  const name = type ?? 'Văn bản';
  if (title.toLowerCase().startsWith(`${name.toLowerCase()} `)) return title;
  return `${name} ${title.replace(/^Về /, 'về ')}`;
}
