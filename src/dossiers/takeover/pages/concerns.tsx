import type { VNode } from 'preact';
import {
  Breadcrumbs,
  type Column,
  DataTable,
  EmptyState,
  formatNumber,
  Heading,
  Pagination,
  Section,
} from '../../../ui/index.ts';
import { CONCERNS, concernOf } from '../concern.ts';
import type { ConcernGroup, Sums } from '../report.ts';
import type { AskedConcern, Takeover, TakeoverRow } from '../store.ts';

export const CONCERN_PAGE_SIZE = 50;

export const LINE: Column<TakeoverRow> = {
  title: 'Trong tệp',
  narrow: true,
  cell: (r) => `Dòng ${formatNumber(r.line)}`,
};
const ROW: readonly Column<TakeoverRow>[] = [
  LINE,
  { title: 'Hồ sơ', narrow: true, cell: (r) => (r.ownCode ? <a href={`/ho-so/${r.ownCode}`}>{r.ownCode}</a> : r.code) },
  { title: 'Khác ở đâu', cell: (r) => r.difference },
];

function hrefOf(t: Pick<Takeover, 'id'>, { kind, procedure }: AskedConcern, page = 1): string {
  const query = new URLSearchParams({ 'ly-do': concernOf(kind).slug });
  if (procedure !== null) query.set('thu-tuc', procedure);
  if (page > 1) query.set('trang', String(page));
  return `/ho-so/nhap/${t.id}/can-xem?${query}`;
}

/** What somebody has to decide about: by reason with how many, because a file may have nothing else; a few rows at once. */
export function Concerns(props: {
  t: Takeover;
  all: Sums;
  groups: readonly ConcernGroup[];
  /** The first of them. */
  differing: readonly TakeoverRow[];
  procedureName: (code: string) => string;
}): VNode | null {
  const { t, all, groups, differing, procedureName } = props;
  if (all.differing === 0) return null;
  const ordered = CONCERNS.flatMap(({ kind }) => groups.filter((group) => group.kind === kind));
  return (
    <Section title={`${formatNumber(all.differing)} dòng cần xem, quyết định`}>
      <p>Các dòng này vẫn được nhận. Lời hẹn của hệ thống cũ được giữ, hồ sơ đã có không bị ghi đè.</p>
      <DataTable
        caption="Số dòng cần xem theo lý do"
        rows={ordered}
        columns={[
          {
            title: 'Vì sao',
            cell: (group) => (
              <>
                <a href={hrefOf(t, group)}>
                  {concernOf(group.kind).title}
                  {group.procedure !== null && (
                    <span class="govuk-visually-hidden">: {procedureName(group.procedure)}</span>
                  )}
                </a>
                {group.procedure !== null && (
                  <span class="ts-sub">
                    {procedureName(group.procedure)} ({group.procedure})
                  </span>
                )}
              </>
            ),
          },
          { title: 'Số dòng', numeric: true, cell: (group) => formatNumber(group.rows) },
        ]}
      />
      {all.differing <= differing.length && (
        <DataTable caption="Dòng cần xem, quyết định" rows={differing} columns={ROW} />
      )}
    </Section>
  );
}

/** The rows with one reason, fifty at a time. */
export function ConcernPage(props: {
  t: Takeover;
  asked: AskedConcern;
  rows: readonly TakeoverRow[];
  total: number;
  page: number;
  procedureName: (code: string) => string;
}): VNode {
  const { t, asked, rows, total, page } = props;
  const { title, advice } = concernOf(asked.kind);
  const from = (page - 1) * CONCERN_PAGE_SIZE + 1;
  const to = from + rows.length - 1;
  return (
    <>
      <Breadcrumbs
        links={[
          { label: 'Hồ sơ', href: '/ho-so' },
          { label: 'Chuyển từ hệ thống khác', href: '/ho-so/nhap' },
          { label: t.trial ? 'Kết quả chạy thử' : 'Kết quả nhập hồ sơ', href: `/ho-so/nhap/${t.id}` },
        ]}
      />
      <Heading
        title={title}
        caption={asked.procedure === null ? undefined : `${props.procedureName(asked.procedure)} · ${asked.procedure}`}
        lead={advice}
      />
      <DataTable
        caption={`${formatNumber(total)} dòng`}
        rows={rows}
        columns={ROW}
        empty={<EmptyState title="Không có dòng nào như vậy" />}
      />
      {total > CONCERN_PAGE_SIZE && rows.length > 0 && (
        <Pagination
          {...{ from, to, total }}
          previousHref={page > 1 ? hrefOf(t, asked, page - 1) : undefined}
          nextHref={to < total ? hrefOf(t, asked, page + 1) : undefined}
        />
      )}
      <p class="ts-quiet">
        Tất cả các dòng có trong <a href={`/ho-so/nhap/${t.id}/tung-dong.xlsx`}>báo cáo từng dòng (Excel)</a>.
      </p>
    </>
  );
}
