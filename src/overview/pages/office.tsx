import type { VNode } from 'preact';
import { type Day, formatDay, formatDayLong, plain } from '../../kernel/day.ts';
import type { PetitionCounts } from '../../petitions/index.ts';
import { dueWords, type OwnSubtask, shorten, type TaskRow, titleOf } from '../../tasks/index.ts';
import {
  CellGrid,
  type CellZone,
  Columns,
  DataTable,
  EmptyState,
  Facts,
  formatNumber,
  formatPercent,
  Heading,
  Section,
  Tag,
} from '../../ui/index.ts';
import type { OrganStanding } from '../model.ts';
import type { ProvinceFigures } from '../province/figures.ts';
import { FiguresPart } from '../province/keptPart.tsx';
import { PetitionLine } from './petitionLine.tsx';

export interface OfficeDay {
  today: Day;
  /** `130 xã, phường` and what the calendar says of the next days. */
  lead: string;
  petitions: PetitionCounts | undefined;
  /** What was passed down to the reader themselves, the nearest day first. */
  parts: readonly OwnSubtask[];
  counts: { late: number; awaiting: number; unacknowledged: number };
  lateOrgans: number;
  punctuality: { limited: number; kept: number };
  lateTrend: readonly number[];
  /** Overdue first, then soon due. */
  chase: readonly TaskRow[];
  chaseTotal: number;
  /** What the communes and the provincial organs are shown from. */
  figures: ProvinceFigures;
  zones: () => readonly CellZone[];
  provincial: readonly OrganStanding[];
  organName: (id: number) => string;
}

/** The day of a provincial office: what is late, whom to chase, how the communes stand. */
export function OfficePage(day: OfficeDay): VNode {
  const { counts, punctuality } = day;
  return (
    <>
      <Heading title={formatDayLong(day.today, plain(day.today).year)} lead={day.lead} />
      <PetitionLine counts={day.petitions} />
      <PartsLine parts={day.parts} />
      <Facts
        facts={[
          {
            label: 'Quá hạn',
            value: formatNumber(counts.late),
            note:
              counts.late > 0 ? `nhiệm vụ của ${formatNumber(day.lateOrgans)} cơ quan` : 'không có nhiệm vụ quá hạn',
            href: '/nhiem-vu?pham-vi=giao&trang-thai=qua-han',
            tone: counts.late > 0 ? 'late' : undefined,
            trend: day.lateTrend,
          },
          {
            label: 'Chưa ai nhận',
            value: formatNumber(counts.unacknowledged),
            note: 'lượt gửi văn bản quá 24 giờ',
            href: '/van-ban?chua-nhan=co',
          },
          {
            label: 'Chờ xác nhận',
            value: formatNumber(counts.awaiting),
            note: 'nhiệm vụ đã báo xong',
            href: '/nhiem-vu?pham-vi=giao&trang-thai=cho-xac-nhan',
          },
          {
            label: 'Xong đúng hạn, 30 ngày',
            value: punctuality.limited > 0 ? formatPercent(punctuality.kept / punctuality.limited) : '–',
            note:
              punctuality.limited > 0
                ? `${formatNumber(punctuality.kept)} trên ${formatNumber(punctuality.limited)} nhiệm vụ có hạn`
                : 'chưa có nhiệm vụ có hạn nào xong',
          },
        ]}
      />
      <Columns
        main={<Chase day={day} />}
        side={<FiguresPart figures={day.figures} name={`xa|${day.today}`} render={() => <Communes day={day} />} />}
      />
      <FiguresPart figures={day.figures} name="cap-tinh" render={() => <Provincial rows={day.provincial} />} />
    </>
  );
}

/** The nearest part of a task that was passed down to the reader, and the way to the others; nothing where none was. */
function PartsLine({ parts: [first, ...others] }: { parts: readonly OwnSubtask[] }): VNode | null {
  if (!first) return null;
  return (
    <p>
      Phần việc được giao: <a href={`/nhiem-vu/${first.taskId}/viec/${first.id}`}>{shorten(first.title, 80)}</a>
      {first.dueOn ? `, hạn ${formatDay(first.dueOn)}` : ''}
      {others.length > 0 && (
        <>
          {' '}
          · <a href="/nhiem-vu/phan-viec">các phần việc khác</a>
        </>
      )}
    </p>
  );
}

function Chase({ day }: { day: OfficeDay }): VNode {
  return (
    <Section title="Cần đôn đốc">
      <DataTable
        caption="Nhiệm vụ quá hạn và sắp đến hạn"
        rows={day.chase}
        empty={<EmptyState title="Không có nhiệm vụ nào quá hạn hoặc sắp đến hạn" />}
        columns={[
          {
            title: 'Nhiệm vụ',
            cell: (row) => (
              <>
                <a href={`/nhiem-vu/${row.id}`}>{shorten(titleOf(row), 120)}</a>
                <span class="ts-sub">
                  {row.source}
                  {row.dueOn ? ` · hạn ${formatDay(row.dueOn)}` : ''}
                </span>
              </>
            ),
          },
          {
            title: 'Chủ trì',
            cell: (row) =>
              row.leadIds.length > 2
                ? `${formatNumber(row.leadIds.length)} cơ quan`
                : row.leadIds.map(day.organName).join(', '),
          },
          {
            title: 'Hạn',
            narrow: true,
            cell: (row) => {
              const due = dueWords(row, day.today);
              return <Tag tone={due.tone}>{due.text}</Tag>;
            },
          },
        ]}
      />
      {day.chaseTotal > day.chase.length && (
        <p>
          <a href="/nhiem-vu?pham-vi=giao&trang-thai=qua-han">Tất cả {formatNumber(day.chaseTotal)} nhiệm vụ quá hạn</a>
        </p>
      )}
    </Section>
  );
}

const Provincial = ({ rows }: { rows: readonly OrganStanding[] }): VNode => (
  <Section title="Cơ quan cấp tỉnh">
    <DataTable
      caption="Nhiệm vụ theo cơ quan cấp tỉnh"
      rows={rows}
      empty={<EmptyState title="Chưa giao nhiệm vụ nào cho cơ quan cấp tỉnh" />}
      columns={[
        {
          title: 'Cơ quan',
          cell: (s) => <a href={`/nhiem-vu?pham-vi=giao&co-quan=${s.organId}`}>{s.organName}</a>,
        },
        { title: 'Đang làm', numeric: true, cell: (s) => formatNumber(s.open) },
        {
          title: 'Quá hạn',
          numeric: true,
          cell: (s) => (s.late > 0 ? <Tag tone="late">{formatNumber(s.late)}</Tag> : '0'),
        },
        { title: 'Sắp đến hạn', numeric: true, cell: (s) => formatNumber(s.soon) },
        { title: 'Chờ xác nhận', numeric: true, cell: (s) => formatNumber(s.awaiting) },
        { title: 'Văn bản chưa nhận', numeric: true, cell: (s) => formatNumber(s.unacknowledged) },
      ]}
    />
  </Section>
);

function Communes({ day }: { day: OfficeDay }): VNode {
  const zones = day.zones();
  const count = zones.reduce((sum, zone) => sum + zone.cells.length, 0);
  return (
    <Section title={`${formatNumber(count)} xã, phường`}>
      <CellGrid zones={zones} />
    </Section>
  );
}
