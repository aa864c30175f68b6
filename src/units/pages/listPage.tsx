import type { VNode } from 'preact';
import { formatDay } from '../../kernel/day.ts';
import {
  Checkbox,
  type Column,
  DataTable,
  DayField,
  EmptyState,
  FilterBar,
  formatNumber,
  Heading,
  Notice,
  Pagination,
  Select,
  StatusTabs,
  Tag,
  TextField,
} from '../../ui/index.ts';
import { displayName, TYPES_OF_LEVEL, titleName, typeName, type Unit, type UnitType } from '../model.ts';
import type { ListedUnit, TypeCount } from '../store.ts';
import { type ListQuery, listHref, PAGE_SIZE } from './listQuery.ts';
import { areaWords, validityWords } from './words.ts';

export interface ListPageProps {
  query: ListQuery;
  rows: readonly ListedUnit[];
  counts: readonly TypeCount[];
  provinces: readonly Unit[];
  /** For each former unit of the page, the units that stand for it today. */
  standing: ReadonlyMap<number, readonly Unit[]>;
}

const LEVELS = [
  { value: 'xa', label: 'Xã, phường, đặc khu' },
  { value: 'huyen', label: 'Quận, huyện (đến 30/6/2025)' },
  { value: 'tinh', label: 'Tỉnh, thành phố' },
];

const capital = (text: string): string => text[0]!.toUpperCase() + text.slice(1);

export function ListPage({ query, rows, counts, provinces, standing }: ListPageProps): VNode {
  const { filter, page } = query;
  const total = rows[0]?.total ?? 0;
  const from = (page - 1) * PAGE_SIZE;
  const last = from + rows.length;
  return (
    <>
      <Heading
        title="Đơn vị hành chính"
        lead={filter.atAnyTime ? 'Tên đang dùng và tên cũ' : `Theo ngày ${formatDay(filter.day)}`}
      />
      {query.wrongDay !== null && (
        <Notice
          tone="warning"
          text={`“${query.wrongDay}” không phải một ngày có thật nên danh sách lấy theo hôm nay. Hãy viết ngày như 30/6/2025.`}
        />
      )}
      <FilterBar action="/don-vi" values={query.values} active={activeConditions(query)} submit="Tìm">
        <TextField name="tu-khoa" label="Tên đơn vị, cũ hoặc mới" type="search" maxLength={80} />
        <Select
          name="tinh"
          label="Tỉnh, thành phố"
          options={[
            ...provinces.map((p) => ({ value: p.code, label: titleName(p) })),
            { value: 'tat-ca', label: 'Tất cả' },
          ]}
        />
        <Select name="cap" label="Cấp" options={LEVELS} />
        <Select
          name="loai"
          label="Loại"
          empty="Mọi loại"
          options={TYPES_OF_LEVEL[filter.level].map((type) => ({ value: type, label: capital(typeName(type)) }))}
        />
        <DayField name="ngay" label="Theo ngày" hint="Ví dụ: 30/6/2025" />
        <Checkbox name="mien-nui" label="Miền núi" value="co" />
      </FilterBar>
      {counts.length > 1 && <StatusTabs label="Theo loại" tabs={typeTabs(query, counts)} />}
      <DataTable
        caption="Các đơn vị hành chính"
        columns={columns(query, standing)}
        rows={rows}
        empty={
          <EmptyState title={page > 1 ? 'Trang này không có đơn vị nào' : 'Không có đơn vị nào như vậy'}>
            <p>
              Hãy bớt điều kiện, kiểm tra lại chính tả (dấu không bắt buộc), hoặc chọn tất cả các tỉnh.{' '}
              <a class="govuk-link" href="/don-vi">
                Xem lại từ đầu
              </a>
            </p>
          </EmptyState>
        }
      />
      {total > PAGE_SIZE && (
        <Pagination
          from={from + 1}
          to={last}
          total={total}
          {...(page > 1 ? { previousHref: listHref(query, { trang: String(page - 1) }) } : {})}
          {...(last < total ? { nextHref: listHref(query, { trang: String(page + 1) }) } : {})}
        />
      )}
    </>
  );
}

function activeConditions(query: ListQuery) {
  const { values, filter } = query;
  const condition = (name: string, label: string) => ({ label, href: listHref(query, { [name]: '' }) });
  return [
    ...(values['tu-khoa'] ? [condition('tu-khoa', `“${values['tu-khoa']}”`)] : []),
    ...(filter.type ? [condition('loai', capital(typeName(filter.type)))] : []),
    ...(filter.mountainous ? [condition('mien-nui', 'Miền núi')] : []),
    ...(query.asOf ? [condition('ngay', `Ngày ${formatDay(filter.day)}`)] : []),
  ];
}

function typeTabs(query: ListQuery, counts: readonly TypeCount[]) {
  const all = counts.reduce((sum, c) => sum + c.count, 0);
  const tab = (type: UnitType | '', label: string, count: number) => ({
    href: listHref(query, { loai: type }),
    label,
    count,
    current: query.values.loai === type,
  });
  return [tab('', 'Tất cả', all), ...counts.map((c) => tab(c.type, capital(typeName(c.type)), c.count))];
}

/** Where a former unit's page is asked for, it stands as on its last day. */
const unitHref = (unit: Unit, query: ListQuery): string =>
  query.asOf ? `/don-vi/${unit.id}?ngay=${query.filter.day}` : `/don-vi/${unit.id}`;

const ABOVE: Column<ListedUnit> = {
  title: 'Thuộc',
  cell: (unit) =>
    unit.parentName && unit.parentType ? displayName({ type: unit.parentType, name: unit.parentName }) : 'cả nước',
};

function columns(query: ListQuery, standing: ListPageProps['standing']): Column<ListedUnit>[] {
  const inTime = query.filter.atAnyTime || query.asOf;
  return [
    {
      title: 'Đơn vị',
      cell: (unit) => (
        <>
          <a class="govuk-link" href={unitHref(unit, query)}>
            {titleName(unit)}
          </a>
          {unit.mountainous && (
            <>
              {' '}
              <Tag>miền núi</Tag>
            </>
          )}
        </>
      ),
    },
    ...(inTime || query.filter.provinceCode === null ? [ABOVE] : []),
    ...(inTime
      ? [
          {
            title: 'Hiệu lực',
            cell: (unit: ListedUnit) => (
              <>
                {validityWords(unit)}
                <Now units={standing.get(unit.id) ?? []} />
              </>
            ),
          },
        ]
      : []),
    { title: 'Mã', cell: (unit) => unit.code, narrow: true },
    { title: 'Diện tích', cell: (unit) => (unit.areaKm2 === null ? '' : areaWords(unit.areaKm2)), numeric: true },
    { title: 'Dân số', cell: (unit) => (unit.population === null ? '' : formatNumber(unit.population)), numeric: true },
  ];
}

/** "nay là xã Đông Lộc", each a link. */
function Now({ units }: { units: readonly Unit[] }): VNode | null {
  if (units.length === 0) return null;
  return (
    <>
      , nay là{' '}
      {units.map((unit, i) => (
        <>
          {i > 0 && (i === units.length - 1 ? ' và ' : ', ')}
          <a class="govuk-link" href={`/don-vi/${unit.id}`}>
            {displayName(unit)}
          </a>
        </>
      ))}
    </>
  );
}
