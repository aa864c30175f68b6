import type { VNode } from 'preact';
import { formatInstant } from '../../kernel/day.ts';
import {
  Breadcrumbs,
  ButtonLink,
  DataTable,
  EmptyState,
  formatNumber,
  formatPercent,
  formatSize,
  Heading,
  LinkRow,
  Notice,
  Tag,
} from '../../ui/index.ts';
import type { ExportRow } from '../exports/store.ts';

const STATES = {
  waiting: { label: 'Chờ đến lượt', tone: 'wait' },
  making: { label: 'Đang xuất', tone: 'wait' },
  ready: { label: 'Đã xong', tone: 'good' },
  failed: { label: 'Không xuất được', tone: 'late' },
} as const;

/** The files that a person has asked for; nobody else sees them. */
export function ExportsPage({ exports }: { exports: readonly ExportRow[] }): VNode {
  return (
    <>
      <Breadcrumbs links={[{ href: '/bao-cao', label: 'Báo cáo' }]} />
      <Heading title="Tệp đã xuất" lead="Chỉ người yêu cầu xuất mới thấy và tải được." />
      <DataTable
        caption="Tệp đã xuất"
        rows={exports}
        empty={<EmptyState title="Bạn chưa xuất tệp nào" />}
        columns={[
          { title: 'Tệp', cell: (e) => <a href={`/bao-cao/xuat/${e.id}`}>{e.name}</a> },
          { title: 'Yêu cầu lúc', narrow: true, cell: (e) => formatInstant(e.askedAt) },
          {
            title: 'Tình trạng',
            narrow: true,
            cell: (e) => <Tag tone={STATES[e.state].tone}>{STATES[e.state].label}</Tag>,
          },
        ]}
      />
    </>
  );
}

export function ExportPage({ one }: { one: ExportRow }): VNode {
  const waits = one.state === 'waiting' || one.state === 'making';
  return (
    <>
      <Breadcrumbs
        links={[
          { href: '/bao-cao', label: 'Báo cáo' },
          { href: '/bao-cao/xuat', label: 'Tệp đã xuất' },
        ]}
      />
      <Heading title={one.name} caption="Xuất tệp" lead={STATES[one.state].label} />
      {waits && (
        <>
          <p role="status">
            {one.state === 'waiting'
              ? 'Tệp đang chờ đến lượt.'
              : `Đã ghi ${formatNumber(one.done)} dòng${one.total > 0 ? ` trong ${formatNumber(one.total)} (${formatPercent(Math.min(1, one.done / one.total))})` : ''}.`}{' '}
            Trang tự tải lại; bạn có thể làm việc khác rồi quay lại, tệp vẫn được xuất.
          </p>
          <LinkRow>
            <a class="govuk-link" href={`/bao-cao/xuat/${one.id}`}>
              Xem lại tiến độ
            </a>
          </LinkRow>
        </>
      )}
      {one.state === 'ready' && (
        <>
          <p>
            {formatNumber(one.done)} dòng, {formatSize(one.size ?? 0)}.
          </p>
          <ButtonLink href={`/bao-cao/xuat/${one.id}/tep`}>Tải tệp</ButtonLink>
        </>
      )}
      {one.state === 'failed' && <Notice tone="warning" text={one.failure ?? ''} />}
    </>
  );
}
