import type { VNode } from 'preact';
import type { Day } from '../../kernel/day.ts';
import { formatDay } from '../../kernel/day.ts';
import {
  type Column,
  DataTable,
  EmptyState,
  FilterBar,
  formatNumber,
  Heading,
  Kept,
  LinkRow,
  Pagination,
  Select,
  StatusTabs,
  Tag,
  TextField,
} from '../../ui/index.ts';
import { listHref, PAGE_SIZE, type Scope, SORTS, type TaskFilter } from '../filter.ts';
import { dueWords, RECURRENCES, STATUSES, type StatusKey, titleOf } from '../model.ts';
import { rowKey, type TaskRow } from '../store.ts';
import type { Tally } from '../tally.ts';
import type { ViewRow } from '../views/store.ts';

export interface ListView {
  filter: TaskFilter;
  rows: readonly TaskRow[];
  tally: Tally;
  today: Day;
  /** The short name of an organ. */
  organName: (id: number) => string;
  organVersion: number;
  /** What the filter's ids are called, to say what is filtered. */
  named: { organ?: string; unit?: string; directive?: string };
  scopes: readonly Scope[];
  /** Takes steps on many tasks at once. */
  steers: boolean;
  /** Lists that the reader keeps under a name. */
  views: readonly Pick<ViewRow, 'name' | 'query'>[];
}

export const SCOPE_WORDS: Record<Scope, string> = {
  toi: 'Việc của tôi',
  giao: 'Cơ quan tôi giao',
  'tat-ca': 'Tất cả được xem',
};

export function TaskList(view: ListView): VNode {
  const { filter, rows, tally } = view;
  const total =
    filter.status === null
      ? tally.all
      : filter.status === 'chua-xong'
        ? tally.open
        : (tally.byStatus[filter.status] ?? 0);
  const from = (filter.page - 1) * PAGE_SIZE + 1;
  const to = from + rows.length - 1;
  return (
    <>
      <Kept
        by={`nhiem-vu|${JSON.stringify([filter, tally, view.named, view.scopes, view.steers, view.views])}`}
        render={() => <ListHead {...view} />}
      />
      <DataTable
        caption="Danh sách nhiệm vụ"
        columns={columns(view)}
        rows={rows}
        keyOf={(row) => rowKey(row, view.today, view.organVersion)}
        empty={<NothingThere filter={filter} />}
      />
      {rows.length > 0 && (
        <Pagination
          from={from}
          to={to}
          total={total}
          previousHref={filter.page > 1 ? listHref(filter, { page: filter.page - 1 }) : undefined}
          nextHref={to < total ? listHref(filter, { page: filter.page + 1 }) : undefined}
        />
      )}
    </>
  );
}

/** What stands above the rows: what there is in all, and how to narrow it. */
function ListHead({ filter, tally, named, scopes, steers, views }: ListView): VNode {
  return (
    <>
      <Heading
        title="Nhiệm vụ"
        lead={`${formatNumber(tally.open)} chưa xong trong ${formatNumber(tally.all)} nhiệm vụ`}
        actions={
          <LinkRow>
            {steers && (
              <a class="govuk-link" href={listHref(filter, {}, '/nhiem-vu/chon')}>
                Chọn nhiều nhiệm vụ
              </a>
            )}
            {scopes.includes('giao') && (
              <a class="govuk-link" href="/nhiem-vu/cho-dieu-kien">
                Điều kiện đang chờ
              </a>
            )}
            <a class="govuk-link" href={listHref(filter, {}, '/nhiem-vu/bo-loc')}>
              Lưu bộ lọc
            </a>
            <a class="govuk-link" href={listHref(filter, {}, '/nhiem-vu/tai-ve.xlsx')}>
              Tải XLSX
            </a>
            <a class="govuk-link" href={listHref(filter, {}, '/nhiem-vu/tai-ve.csv')}>
              Tải CSV
            </a>
          </LinkRow>
        }
      />
      {scopes.length > 1 && (
        <StatusTabs
          label="Phạm vi"
          tabs={[
            ...scopes.map((scope) => ({
              href: listHref(filter, { scope, status: null }),
              label: SCOPE_WORDS[scope],
              current: scope === filter.scope,
            })),
            { href: '/nhiem-vu/phan-viec', label: 'Phần việc được giao' },
            { href: '/nhiem-vu/theo-doi', label: 'Đang theo dõi' },
          ]}
        />
      )}
      {views.length > 0 && (
        <StatusTabs
          label="Bộ lọc đã lưu"
          tabs={views.map(({ name, query }) => ({
            href: `/nhiem-vu?${query}`,
            label: name,
            current: listHref(filter, {}, '').slice(1) === query,
          }))}
        />
      )}
      <FilterBar
        action="/nhiem-vu"
        values={{ q: filter.text, sap: filter.sort, 'trang-thai': filter.status ?? '' }}
        keep={{
          'pham-vi': filter.scope,
          ...(filter.organId ? { 'co-quan': String(filter.organId) } : {}),
          ...(filter.unitId ? { 'don-vi': String(filter.unitId) } : {}),
          ...(filter.directiveId ? { 'van-ban': String(filter.directiveId) } : {}),
        }}
        active={activeFilters(filter, named)}
      >
        <TextField name="q" label="Tìm trong nội dung" maxLength={200} />
        <Select
          name="trang-thai"
          label="Trạng thái"
          empty="Tất cả"
          options={[
            { value: 'chua-xong', label: `Chưa xong (${formatNumber(tally.open)})` },
            ...STATUSES.map((s) => ({
              value: s.key,
              label: `${s.label} (${formatNumber(tally.byStatus[s.key] ?? 0)})`,
            })),
          ]}
        />
        <Select name="sap" label="Thứ tự" options={Object.entries(SORTS).map(([value, label]) => ({ value, label }))} />
      </FilterBar>
      <StatusTabs label="Trạng thái" tabs={statusTabs(filter, tally)} />
    </>
  );
}

/** The statuses that hold something, and the one chosen. */
function statusTabs(filter: TaskFilter, tally: Tally) {
  const tab = (status: TaskFilter['status'], label: string, count: number) => ({
    href: listHref(filter, { status }),
    label,
    count,
    current: filter.status === status,
  });
  return [
    tab(null, 'Tất cả', tally.all),
    tab('chua-xong', 'Chưa xong', tally.open),
    ...STATUSES.filter((s) => (tally.byStatus[s.key] ?? 0) > 0 || filter.status === s.key).map((s) =>
      tab(s.key as StatusKey, s.label, tally.byStatus[s.key] ?? 0),
    ),
  ];
}

function activeFilters(filter: TaskFilter, named: ListView['named']) {
  return [
    ...(filter.organId ? [{ label: named.organ ?? 'cơ quan', href: listHref(filter, { organId: null }) }] : []),
    ...(filter.unitId ? [{ label: named.unit ?? 'đơn vị', href: listHref(filter, { unitId: null }) }] : []),
    ...(filter.directiveId
      ? [{ label: named.directive ?? 'văn bản', href: listHref(filter, { directiveId: null }) }]
      : []),
    ...(filter.text ? [{ label: `“${filter.text}”`, href: listHref(filter, { text: '' }) }] : []),
  ];
}

function columns({ filter, today, organName }: ListView): Column<TaskRow>[] {
  return [
    {
      title: 'Nhiệm vụ',
      cell: (row) => (
        <>
          <a href={`/nhiem-vu/${row.id}`}>{shorten(titleOf(row))}</a>
          <span class="ts-sub">
            {row.source}
            {row.topic ? ` · ${shorten(row.action, 90)}` : ''}
          </span>
        </>
      ),
    },
    { title: 'Chủ trì', cell: (row) => <Organs ids={row.leadIds} organName={organName} /> },
    {
      title: 'Hạn',
      narrow: true,
      cell: (row) => {
        const due = dueWords(row, today);
        return (
          <>
            <Tag tone={due.tone}>{due.text}</Tag>
            {row.dueOn && <span class="ts-sub">{formatDay(row.dueOn)}</span>}
            {!row.dueOn && row.recurrence && (
              <span class="ts-sub">{RECURRENCES[row.recurrence] ?? row.recurrence}</span>
            )}
          </>
        );
      },
      sort: {
        href: listHref(filter, { sort: filter.sort === 'han' ? 'han-xa' : 'han' }),
        now: filter.sort === 'han' ? 'ascending' : filter.sort === 'han-xa' ? 'descending' : undefined,
      },
    },
    { title: 'Trạng thái', narrow: true, cell: (row) => STATE_WORDS[row.state] },
  ];
}

const STATE_WORDS = {
  working: 'Đang thực hiện',
  condition: 'Chờ điều kiện',
  awaiting: 'Chờ xác nhận',
  returned: 'Trả lại',
  done: 'Đã xong',
  withdrawn: 'Thôi giao',
} as const;

/** Names the first two; a class of organs is told by how many there are. */
export function Organs({ ids, organName }: { ids: readonly number[]; organName: (id: number) => string }): VNode {
  const shown = ids.length > 3 ? ids.slice(0, 2) : ids;
  return (
    <>
      {shown.map(organName).join(', ')}
      {ids.length > shown.length && <span class="ts-quiet"> và {ids.length - shown.length} cơ quan khác</span>}
    </>
  );
}

function NothingThere({ filter }: { filter: TaskFilter }): VNode {
  const narrowed = filter.status || filter.text || filter.organId || filter.unitId || filter.directiveId;
  return (
    <EmptyState title={narrowed ? 'Không có nhiệm vụ nào khớp điều kiện lọc' : 'Chưa có nhiệm vụ nào'}>
      {narrowed ? (
        <p>
          <a href={listHref({ ...filter, text: '', status: null, organId: null, unitId: null, directiveId: null })}>
            Bỏ các điều kiện lọc
          </a>
        </p>
      ) : (
        <p>Nhiệm vụ xuất hiện ở đây khi một văn bản được ban hành và giao cho cơ quan bạn.</p>
      )}
    </EmptyState>
  );
}

/** A clause of a directive may run over many lines; a list shows its beginning, cut between words. */
export function shorten(text: string, most = 180): string {
  if (text.length <= most) return text;
  const cut = text.lastIndexOf(' ', most);
  return `${text.slice(0, cut > most / 2 ? cut : most)}…`;
}
