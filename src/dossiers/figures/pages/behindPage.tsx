import type { VNode } from 'preact';
import { dayOf, formatDay } from '../../../kernel/day.ts';
import { Breadcrumbs, DataTable, EmptyState, formatNumber, Heading, Pagination, Tag } from '../../../ui/index.ts';
import { statusTone, statusWords } from '../../status.ts';
import type { BehindRow } from '../behind.ts';
import { type Asked, behindHref, figuresHref } from './asked.ts';

export const BEHIND_PAGE_SIZE = 50;

const LATE_WORDS = { supplements: 'Yêu cầu bổ sung từ hai lần', date: 'Quá ngày hẹn trả' } as const;

/** The dossiers behind one figure. Who may not open a dossier sees its code alone. */
export function BehindPage(props: {
  asked: Asked;
  figure: string;
  label: string;
  unitName: string;
  rows: readonly BehindRow[];
  total: number;
  page: number;
  procedureName: (versionId: number) => string;
  organName: (organId: number) => string;
  mayOpen: boolean;
}): VNode {
  const { asked, rows, total, page } = props;
  const from = (page - 1) * BEHIND_PAGE_SIZE + 1;
  const href = (to: number) => `${behindHref(asked, props.figure)}&trang=${to}`;
  return (
    <>
      <Breadcrumbs links={[{ href: figuresHref(asked), label: `Số liệu ${props.unitName}` }]} />
      <Heading
        caption={`${props.unitName}, ${asked.period.label}`}
        title={props.label}
        lead={`${formatNumber(total)} hồ sơ${asked.period.running ? `, tính đến hết ngày ${formatDay(asked.period.to)}` : ''}`}
      />
      <DataTable
        caption={props.label}
        columns={[
          {
            title: 'Hồ sơ',
            cell: (row) => (
              <>
                {props.mayOpen ? <a href={`/ho-so/${encodeURIComponent(row.code)}`}>{row.code}</a> : row.code}
                <span class="ts-sub">{props.procedureName(row.procedureVersionId)}</span>
              </>
            ),
          },
          { title: 'Cơ quan giải quyết', cell: (row) => props.organName(row.authorityId) },
          { title: 'Tiếp nhận', narrow: true, cell: (row) => formatDay(dayOf(row.receivedAt)) },
          { title: 'Hẹn trả', narrow: true, cell: (row) => (row.dueAt === null ? '–' : formatDay(dayOf(row.dueAt))) },
          {
            title: 'Kết thúc',
            narrow: true,
            cell: (row) => (row.finishedAt === null ? '–' : formatDay(dayOf(row.finishedAt))),
          },
          {
            title: 'Hiện nay',
            cell: (row) => (
              <>
                <Tag tone={statusTone(row.status)}>{statusWords(row.status)}</Tag>
                {row.stars !== undefined && <span class="ts-sub">Đánh giá: {row.stars} / 5</span>}
                {row.late && <span class="ts-sub">Tính trễ: {LATE_WORDS[row.late]}</span>}
              </>
            ),
          },
        ]}
        rows={rows}
        empty={<EmptyState title="Không có hồ sơ nào sau con số này" />}
      />
      {total > BEHIND_PAGE_SIZE && (
        <Pagination
          from={from}
          to={from + rows.length - 1}
          total={total}
          previousHref={page > 1 ? href(page - 1) : undefined}
          nextHref={from + rows.length - 1 < total ? href(page + 1) : undefined}
        />
      )}
    </>
  );
}
