import type { VNode } from 'preact';
import { type Day, formatDay } from '../../kernel/day.ts';
import { GRAMMAR, type GrammarTask, shorten, titleOf } from '../../tasks/index.ts';
import {
  Breadcrumbs,
  DataTable,
  DayField,
  EmptyState,
  Facts,
  FilterBar,
  formatNumber,
  formatPercent,
  Heading,
  LinkRow,
  Pagination,
  PostButton,
  Section,
  Select,
  StackedBars,
  Tag,
} from '../../ui/index.ts';
import type { Period } from '../periods.ts';
import {
  type FiguresQuery,
  figuresHref,
  GROUPS,
  type NamedRow,
  narrowedTo,
  periodWords,
  sumOf,
  totalOf,
} from '../taskFigures.ts';

export const LIST = '/bao-cao/nhiem-vu/danh-sach';
const BARS = 15;

export interface FiguresView {
  query: FiguresQuery;
  rows: readonly NamedRow[];
  today: Day;
  /** The conditions in force, named. */
  named: readonly { label: string; change: Partial<FiguresQuery> }[];
  /** Periods offered as one click. */
  periods: readonly Period[];
}

const SEGMENTS = GRAMMAR.map((g) => ({
  label: `${g.done ? 'Xong' : 'Chưa xong'} ${g.label.toLowerCase()}`,
  tone: g.tone,
  hatched: g.key === 'xong-khong-han',
}));

/** How tasks stand, as the State counts them, by organ, unit, directive, leader or month; every number opens its list. */
export function FiguresPage({ query, rows, today, named, periods }: FiguresView): VNode {
  const href = (change: Partial<FiguresQuery>, path?: string) => figuresHref(query, today, change, path);
  const total = totalOf(rows);
  const done = sumOf(total, true);
  const open = sumOf(total, false);
  const timed = done - total['xong-khong-han'];
  const all = [...rows].sort((a, b) => b['qua-han'] - a['qua-han'] || sumOf(b, false) - sumOf(a, false));
  const group = GROUPS[query.by]!;
  return (
    <>
      <Breadcrumbs links={[{ href: '/bao-cao', label: 'Báo cáo' }]} />
      <Heading
        title="Thống kê nhiệm vụ"
        lead={`${periodWords(query)}. Mỗi cơ quan chủ trì của một nhiệm vụ được tính một lần.`}
        actions={
          <LinkRow>
            {(['xlsx', 'docx', 'pdf'] as const).map((kind) => (
              <a class="govuk-link" href={href({}, `/bao-cao/nhiem-vu/tai-ve.${kind}`)}>
                Tải {kind === 'docx' ? 'Word' : kind.toUpperCase()}
              </a>
            ))}
          </LinkRow>
        }
      />
      <FilterBar
        action="/bao-cao/nhiem-vu"
        values={{
          theo: query.by,
          tu: query.from ? formatDay(query.from) : '',
          den: query.asOf === today ? '' : formatDay(query.asOf),
        }}
        keep={{
          ...(query.organId ? { 'co-quan': String(query.organId) } : {}),
          ...(query.unitId ? { 'don-vi': String(query.unitId) } : {}),
          ...(query.directiveId ? { 'van-ban': String(query.directiveId) } : {}),
          ...(query.signer ? { 'nguoi-ky': query.signer } : {}),
        }}
        active={named.map(({ label, change }) => ({ label, href: href(change) }))}
        submit="Xem"
      >
        <Select
          name="theo"
          label="Theo"
          options={Object.entries(GROUPS).map(([value, { label }]) => ({ value, label }))}
        />
        <DayField name="tu" label="Từ ngày" optional hint="" />
        <DayField name="den" label="Đến ngày" optional hint="" />
      </FilterBar>
      <p>
        Xem nhanh:{' '}
        {periods.map((p, i) => (
          <>
            {i > 0 && ' · '}
            <a href={href({ from: p.from, asOf: p.to < today ? p.to : today })}>{p.label}</a>
          </>
        ))}
      </p>
      <Facts
        facts={[
          { label: 'Tổng số', value: formatNumber(done + open), href: href({ cell: null }, LIST) },
          {
            label: 'Đã hoàn thành',
            value: formatNumber(done),
            href: href({ cell: 'xong' }, LIST),
            note: timed > 0 ? `${formatPercent(total['xong-dung-han'] / timed)} đúng hạn` : undefined,
            tone: 'good',
          },
          { label: 'Chưa hoàn thành', value: formatNumber(open), href: href({ cell: 'chua-xong' }, LIST) },
          {
            label: 'Quá hạn chưa xong',
            value: formatNumber(total['qua-han']),
            href: href({ cell: 'qua-han' }, LIST),
            tone: total['qua-han'] > 0 ? 'late' : undefined,
          },
        ]}
      />
      {rows.length > 0 && (
        <StackedBars
          label={`Nhiệm vụ theo ${group.label.toLowerCase()}, xếp theo số quá hạn; số liệu đầy đủ ở bảng dưới`}
          segments={SEGMENTS}
          rows={all.slice(0, BARS).map((row) => {
            const change = narrowedTo(query.by, row.key);
            return { label: row.name, href: change && href(change), values: GRAMMAR.map((g) => row[g.key]) };
          })}
        />
      )}
      <Section title={`Bảng theo ${group.label.toLowerCase()}`}>
        <DataTable
          caption={`Nhiệm vụ theo ${group.label.toLowerCase()}`}
          rows={all.length > 0 ? [...all, { ...total, name: 'Tổng cộng' }] : []}
          empty={<EmptyState title="Không có nhiệm vụ nào trong khoảng này" />}
          columns={[
            {
              title: group.label,
              cell: (row) => {
                const change = narrowedTo(query.by, row.key);
                const by = query.by === 'co-quan' ? 'van-ban' : query.by === 'don-vi' ? 'co-quan' : query.by;
                return change ? <a href={href({ ...change, by })}>{row.name}</a> : <b>{row.name}</b>;
              },
            },
            numberColumn('Tổng', null, (row) => sumOf(row, true) + sumOf(row, false), query, today),
            numberColumn('Đã xong', 'xong', (row) => sumOf(row, true), query, today),
            ...GRAMMAR.filter((g) => g.done).map((g) =>
              numberColumn(`Xong ${g.label.toLowerCase()}`, g.key, (row) => row[g.key], query, today),
            ),
            numberColumn('Chưa xong', 'chua-xong', (row) => sumOf(row, false), query, today),
            ...GRAMMAR.filter((g) => !g.done).map((g) =>
              numberColumn(`Chưa xong ${g.label.toLowerCase()}`, g.key, (row) => row[g.key], query, today),
            ),
          ]}
        />
      </Section>
    </>
  );
}

function numberColumn(
  title: string,
  cell: FiguresQuery['cell'],
  value: (row: NamedRow) => number,
  query: FiguresQuery,
  today: Day,
) {
  return {
    title,
    numeric: true,
    cell: (row: NamedRow) => {
      const count = value(row);
      const change = row.name === 'Tổng cộng' ? {} : narrowedTo(query.by, row.key);
      if (count === 0 || !change) return formatNumber(count);
      return <a href={figuresHref(query, today, { ...change, cell }, LIST)}>{formatNumber(count)}</a>;
    },
  };
}

export interface BehindFigureView {
  query: FiguresQuery;
  rows: readonly GrammarTask[];
  total: number;
  pageSize: number;
  today: Day;
  organName: (id: number) => string;
  named: FiguresView['named'];
}

const cellLabel = (cell: FiguresQuery['cell']): string => {
  if (cell === 'xong') return 'Đã hoàn thành';
  if (cell === 'chua-xong') return 'Chưa hoàn thành';
  const one = GRAMMAR.find((g) => g.key === cell);
  return one ? `${one.done ? 'Hoàn thành' : 'Chưa hoàn thành'} ${one.label.toLowerCase()}` : 'Tất cả nhiệm vụ';
};

/** The tasks behind one figure: as many as the figure says. */
export function BehindFigurePage({ query, rows, total, pageSize, today, organName, named }: BehindFigureView): VNode {
  const from = (query.page - 1) * pageSize + 1;
  const to = from + rows.length - 1;
  const href = (change: Partial<FiguresQuery>) => figuresHref(query, today, { cell: query.cell, ...change }, LIST);
  return (
    <>
      <Breadcrumbs
        links={[
          { href: '/bao-cao', label: 'Báo cáo' },
          { href: figuresHref(query, today, { cell: null }), label: 'Thống kê nhiệm vụ' },
        ]}
      />
      <Heading
        title={cellLabel(query.cell)}
        lead={[
          `${formatNumber(total)} phần việc chủ trì`,
          periodWords(query).toLowerCase(),
          ...named.map((n) => n.label),
        ].join(' · ')}
        actions={
          <PostButton
            action="/bao-cao/xuat"
            kind="secondary"
            small
            fields={{ loai: 'nhiem-vu', loc: href({}).split('?')[1] ?? '' }}
          >
            Xuất XLSX
          </PostButton>
        }
      />
      <DataTable
        caption="Các nhiệm vụ"
        rows={rows}
        empty={<EmptyState title="Không có nhiệm vụ nào" />}
        columns={[
          {
            title: 'Nhiệm vụ',
            cell: (row) => (
              <>
                <a href={`/nhiem-vu/${row.id}`}>{shorten(titleOf(row))}</a>
                <span class="ts-sub">{row.source}</span>
              </>
            ),
          },
          { title: 'Chủ trì', cell: (row) => organName(row.organId) },
          { title: 'Giao', narrow: true, cell: (row) => formatDay(row.startedOn) },
          { title: 'Hạn', narrow: true, cell: (row) => (row.dueOn ? formatDay(row.dueOn) : 'không hạn') },
          {
            title: 'Tình trạng',
            narrow: true,
            cell: (row) => {
              const one = GRAMMAR.find((g) => g.key === row.cell)!;
              return (
                <>
                  <Tag tone={one.tone}>{cellLabel(row.cell)}</Tag>
                  {row.doneOn && <span class="ts-sub">xong {formatDay(row.doneOn)}</span>}
                </>
              );
            },
          },
        ]}
      />
      {rows.length > 0 && (
        <Pagination
          from={from}
          to={to}
          total={total}
          previousHref={query.page > 1 ? href({ page: query.page - 1 }) : undefined}
          nextHref={to < total ? href({ page: query.page + 1 }) : undefined}
        />
      )}
    </>
  );
}
