import type { VNode } from 'preact';
import { type Day, formatDay } from '../../kernel/day.ts';
import {
  ButtonLink,
  Checkbox,
  type Column,
  DataTable,
  EmptyState,
  FilterBar,
  formatNumber,
  Heading,
  LinkRow,
  Pagination,
  Select,
  StatusTabs,
  Tag,
  TextField,
} from '../../ui/index.ts';
import { FIELDS, fieldLabel } from '../fields.ts';
import { listHref, PAGE_SIZE, type PetitionFilter, SCOPES, type Scope, SORTS } from '../filter.ts';
import { dueWords, isOpen, STATUSES, statusByKey, statusOf } from '../model.ts';
import type { PetitionRow, TallyRow } from '../store.ts';
import type { Names } from './names.ts';
import { shorten } from './similarList.tsx';

export interface ListView {
  filter: PetitionFilter;
  rows: readonly PetitionRow[];
  tally: readonly TallyRow[];
  today: Day;
  names: Names;
  scopes: readonly Scope[];
}

/** How many a status holds, from the rows of the tally. */
function countOf(tally: readonly TallyRow[], status: PetitionFilter['status']): number {
  const sum = (keep: (row: TallyRow) => boolean) => tally.filter(keep).reduce((n, row) => n + row.count, 0);
  if (status === null) return sum(() => true);
  if (status === 'cho-tra-loi') return sum((row) => isOpen(row.state));
  if (status === 'qua-han') return sum((row) => row.late);
  const { state, solved } = statusByKey.get(status)!;
  return sum((row) => row.state === state && (solved === null || row.solved === solved));
}

export function PetitionList(view: ListView): VNode {
  const { filter, rows, tally } = view;
  const total = countOf(tally, filter.status);
  const from = (filter.page - 1) * PAGE_SIZE + 1;
  const to = from + rows.length - 1;
  return (
    <>
      <Heading
        title="Kiến nghị"
        lead={`${formatNumber(countOf(tally, null))} kiến nghị, ${formatNumber(countOf(tally, 'cho-tra-loi'))} chờ trả lời`}
        actions={
          <>
            <ButtonLink href="/kien-nghi/gui">Gửi kiến nghị</ButtonLink>
            <ButtonLink href="/kien-nghi/doi-thoai" kind="secondary">
              Đối thoại
            </ButtonLink>
          </>
        }
      />
      <StatusTabs
        label="Phạm vi"
        tabs={view.scopes.map((scope) => ({
          href: listHref(filter, { scope, status: null }),
          label: SCOPES[scope],
          current: scope === filter.scope,
        }))}
      />
      <FilterBar
        action="/kien-nghi"
        values={{
          q: filter.text,
          sap: filter.sort,
          'linh-vuc': filter.field ?? '',
          'mien-nui': filter.highland ? '1' : '',
          gap: filter.urgent ? '1' : '',
        }}
        keep={{
          'pham-vi': filter.scope,
          ...(filter.status ? { 'trang-thai': filter.status } : {}),
          ...(filter.organId ? { 'co-quan': String(filter.organId) } : {}),
          ...(filter.dialogueId ? { 'doi-thoai': String(filter.dialogueId) } : {}),
          ...(filter.unitId ? { 'don-vi': String(filter.unitId) } : {}),
        }}
        active={activeFilters(view)}
      >
        <TextField name="q" label="Tìm trong nội dung" maxLength={200} />
        <Select
          name="linh-vuc"
          label="Lĩnh vực"
          empty="Tất cả"
          options={FIELDS.map((f) => ({ value: f.key, label: f.label }))}
        />
        <Select name="sap" label="Thứ tự" options={Object.entries(SORTS).map(([value, label]) => ({ value, label }))} />
        <Checkbox name="mien-nui" value="1" label="Miền núi" />
        <Checkbox name="gap" value="1" label="Gấp" />
      </FilterBar>
      <StatusTabs label="Trạng thái" tabs={statusTabs(filter, tally)} />
      <DataTable
        caption="Danh sách kiến nghị"
        columns={columns(view)}
        rows={rows}
        empty={<NothingThere filter={filter} />}
      />
      {rows.length > 0 && (
        <>
          <Pagination
            from={from}
            to={to}
            total={total}
            previousHref={filter.page > 1 ? listHref(filter, { page: filter.page - 1 }) : undefined}
            nextHref={to < total ? listHref(filter, { page: filter.page + 1 }) : undefined}
          />
          <LinkRow>
            <a class="govuk-link" href={listHref(filter, {}, '/kien-nghi/tai-ve.xlsx')}>
              Tải XLSX
            </a>
            <a class="govuk-link" href={listHref(filter, {}, '/kien-nghi/tai-ve.csv')}>
              Tải CSV
            </a>
            <a class="govuk-link" href="/kien-nghi/cong-khai">
              Trang công khai
            </a>
          </LinkRow>
        </>
      )}
    </>
  );
}

/** The statuses that hold something, and the one chosen. */
function statusTabs(filter: PetitionFilter, tally: readonly TallyRow[]) {
  const tab = (status: PetitionFilter['status'], label: string) => ({
    href: listHref(filter, { status }),
    label,
    count: countOf(tally, status),
    current: filter.status === status,
  });
  return [
    tab(null, 'Tất cả'),
    tab('cho-tra-loi', 'Chờ trả lời'),
    tab('qua-han', 'Quá hạn'),
    ...STATUSES.map((s) => tab(s.key, s.label)).filter((t) => t.count > 0 || t.current),
  ];
}

function activeFilters({ filter, names }: ListView) {
  const all: [unknown, string, Partial<PetitionFilter>][] = [
    [filter.organId, `trả lời: ${names.organ(filter.organId ?? 0)}`, { organId: null }],
    [filter.unitId, names.unit(filter.unitId ?? 0), { unitId: null }],
    [filter.field, fieldLabel(filter.field ?? ''), { field: null }],
    [filter.dialogueId, `đối thoại số ${filter.dialogueId}`, { dialogueId: null }],
    [filter.highland, 'miền núi', { highland: false }],
    [filter.urgent, 'gấp', { urgent: false }],
    [filter.text, `“${filter.text}”`, { text: '' }],
  ];
  return all.filter(([on]) => on).map(([, label, change]) => ({ label, href: listHref(filter, change) }));
}

function columns({ today, names }: ListView): Column<PetitionRow>[] {
  return [
    {
      title: 'Kiến nghị',
      cell: (row) => (
        <>
          <a href={`/kien-nghi/${row.id}`}>{shorten(row.topic, 140)}</a>
          <span class="ts-sub">
            {[
              fieldLabel(row.field),
              row.urgency === 'urgent' ? 'gấp' : '',
              row.mountainous ? 'miền núi' : '',
              `gửi ${formatDay(row.raisedOn)}`,
            ]
              .filter(Boolean)
              .join(' · ')}
          </span>
        </>
      ),
    },
    { title: 'Nơi kiến nghị', cell: (row) => <Askers row={row} names={names} /> },
    {
      title: 'Trả lời',
      cell: (row) => (row.leadId ? names.organ(row.leadId) : <span class="ts-quiet">chưa giao</span>),
    },
    {
      title: 'Hạn',
      narrow: true,
      cell: (row) => {
        const due = dueWords(row, today);
        return (
          <div>
            <Tag tone={due.tone}>{due.text}</Tag>
            {row.dueOn && <span class="ts-sub">{formatDay(row.dueOn)}</span>}
          </div>
        );
      },
    },
    { title: 'Trạng thái', narrow: true, cell: (row) => statusOf(row).label },
  ];
}

function Askers({ row, names }: { row: PetitionRow; names: Names }): VNode {
  const [first, ...others] = row.askerIds;
  return (
    <div>
      {first === undefined ? names.unit(row.unitId) : names.organ(first)}
      {others.length > 0 && <span class="ts-quiet"> và {others.length} nơi khác</span>}
    </div>
  );
}

function NothingThere({ filter }: { filter: PetitionFilter }): VNode {
  const narrowed =
    filter.status ||
    filter.text ||
    filter.field ||
    filter.organId ||
    filter.unitId ||
    filter.dialogueId ||
    filter.highland ||
    filter.urgent;
  if (narrowed) {
    return (
      <EmptyState title="Không có kiến nghị nào khớp điều kiện lọc">
        <p>
          <a href={`/kien-nghi?pham-vi=${filter.scope}`}>Bỏ các điều kiện lọc</a>
        </p>
      </EmptyState>
    );
  }
  return (
    <EmptyState title="Chưa có kiến nghị nào ở đây">
      <p>
        Khó khăn, đề xuất của cơ quan bạn: <a href="/kien-nghi/gui">gửi kiến nghị</a>.
      </p>
    </EmptyState>
  );
}
