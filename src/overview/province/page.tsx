import type { VNode } from 'preact';
import { type Day, formatDay, formatDayLong, formatInstant, plain } from '../../kernel/day.ts';
import {
  CellGrid,
  type CellZone,
  Columns,
  DataTable,
  Details,
  EmptyState,
  Facts,
  formatNumber,
  Heading,
  type Level,
  Section,
  Tag,
  type Tone,
} from '../../ui/index.ts';
import type { UnitBoundary } from '../../units/index.ts';
import { type OrganStanding, RULE } from '../model.ts';
import type { ProvinceFigures } from './figures.ts';
import { type MapUnit, ProvinceMap } from './map.tsx';

export interface CommuneRow {
  name: string;
  href: string;
  level: Level;
  late: number;
  unanswered: number;
  reasons: readonly string[];
  boundary: UnitBoundary | null;
}
export interface FieldRow {
  field: string;
  label: string;
  open: number;
  unanswered: number;
  answered: number;
}
export interface ProvinceView {
  today: Day;
  provinceName: string;
  /** In whose name work is assigned and petitions are asked. */
  bodyName: string;
  figures: ProvinceFigures;
  /** Those that need help first. */
  rows: readonly CommuneRow[];
  zones: readonly CellZone[];
  departments: readonly OrganStanding[];
  fields: readonly FieldRow[];
}

const LEVEL_WORDS = ['Thông suốt', 'Cần để ý', 'Vướng', 'Cần hỗ trợ ngay'] as const;
const LEVEL_TONES: readonly Tone[] = ['good', 'soon', 'soon', 'late'];
/** What fits beside the map, and on one sheet of paper. */
const SHOWN = 8;

const total = <T,>(rows: readonly T[], of: (row: T) => number): number => rows.reduce((sum, row) => sum + of(row), 0);

/** What is late, unacknowledged and unanswered; which communes need help and why. One screen, one sheet of A4. */
export function ProvincePage(view: ProvinceView): VNode {
  const { figures, rows } = view;
  const help = rows.filter((r) => r.level === 3);
  return (
    <div class="ts-province">
      <Heading
        title="Toàn tỉnh hôm nay"
        caption={`${view.provinceName} · việc của ${view.bodyName}`}
        lead={`${formatDayLong(view.today, plain(view.today).year)} · số liệu lúc ${formatInstant(figures.at)}`}
      />
      <Glance view={view} help={help.length} />
      <Columns
        main={
          <Section title={`${formatNumber(rows.length)} xã, phường`}>
            <Communes view={view} />
          </Section>
        }
        side={<Help rows={rows} />}
      />
      <div class="ts-province-tables">
        <Departments rows={view.departments} />
        <Fields rows={view.fields} />
      </div>
      <p class="ts-sub">{RULE.join(' ')}</p>
      <Details summary={`Bảng ${formatNumber(rows.length)} xã, phường, nơi cần hỗ trợ xếp trước`}>
        <CommuneTable rows={rows} />
      </Details>
      <Weeks figures={figures} />
    </div>
  );
}

const lateNow = (f: ProvinceFigures): number => total(f.standing, (s) => s.late);
const unreadNow = (f: ProvinceFigures): number => total(f.standing, (s) => s.unacknowledged);
const unansweredNow = (f: ProvinceFigures): number => total(f.petitions, (p) => p.unanswered);

function Glance({ view: { figures, rows }, help }: { view: ProvinceView; help: number }): VNode {
  const late = lateNow(figures);
  const unanswered = unansweredNow(figures);
  const { weeks } = figures;
  return (
    <Facts
      facts={[
        {
          label: 'Nhiệm vụ quá hạn',
          value: formatNumber(late),
          note: change(late, weeks.at(-1)?.late) || `${figures.standing.filter((s) => s.late > 0).length} cơ quan`,
          href: '/nhiem-vu?pham-vi=giao&trang-thai=qua-han',
          tone: late > 0 ? 'late' : 'good',
          trend: [...weeks.map((w) => w.late), late],
        },
        {
          label: 'Văn bản chưa ai nhận',
          value: formatNumber(unreadNow(figures)),
          note: change(unreadNow(figures), weeks.at(-1)?.unacknowledged) || 'lượt gửi quá 24 giờ',
          href: '/van-ban?chua-nhan=co',
          trend: [...weeks.map((w) => w.unacknowledged), unreadNow(figures)],
        },
        {
          label: 'Kiến nghị quá hạn trả lời',
          value: formatNumber(unanswered),
          note:
            change(unanswered, weeks.at(-1)?.unanswered) || `trên ${total(figures.petitions, (p) => p.open)} đang chờ`,
          href: '/kien-nghi?trang-thai=qua-han',
          tone: unanswered > 0 ? 'late' : 'good',
          trend: [...weeks.map((w) => w.unanswered), unanswered],
        },
        {
          label: 'Xã, phường cần hỗ trợ ngay',
          value: formatNumber(help),
          note: `${formatNumber(rows.filter((r) => r.level === 2).length)} nơi khác đang vướng`,
          tone: help > 0 ? 'late' : 'good',
        },
      ]}
    />
  );
}

function change(now: number, before: number | undefined): string {
  if (before === undefined) return '';
  if (now === before) return 'như tuần trước';
  return `${now > before ? 'tăng' : 'giảm'} ${formatNumber(Math.abs(now - before))} so với tuần trước`;
}

/** The map where outlines are loaded, else the grid by area. */
function Communes({ view: { rows, zones } }: { view: ProvinceView }): VNode {
  const drawn = rows.flatMap((r): MapUnit[] =>
    r.boundary ? [{ ...r, boundary: r.boundary, note: r.reasons.join('; ') }] : [],
  );
  if (drawn.length === 0) return <CellGrid zones={zones} />;
  return (
    <>
      <ProvinceMap units={drawn} />
      {drawn.length < rows.length && (
        <p class="ts-sub">
          Chưa có ranh giới của {formatNumber(rows.length - drawn.length)} xã, phường; xem trong bảng.
        </p>
      )}
    </>
  );
}

/** The communes that need help with the reasons, then those that are held up, as many as fit. */
function Help({ rows }: { rows: readonly CommuneRow[] }): VNode {
  const help = rows.filter((r) => r.level === 3);
  const held = rows.filter((r) => r.level === 2);
  return (
    <>
      <Section title="Cần hỗ trợ ngay">
        {help.length === 0 && <EmptyState title="Không xã, phường nào cần hỗ trợ ngay" />}
        <Reasons rows={help} most={SHOWN} />
      </Section>
      {held.length > 0 && help.length < SHOWN && (
        <Section title="Đang vướng">
          <Reasons rows={held} most={SHOWN - help.length} />
        </Section>
      )}
    </>
  );
}

const Reasons = ({ rows, most }: { rows: readonly CommuneRow[]; most: number }): VNode => (
  <>
    <ol class="ts-help">
      {rows.slice(0, most).map((r) => (
        <li>
          <a href={r.href}>{r.name}</a>
          <span class="ts-sub">{r.reasons.join('; ')}</span>
        </li>
      ))}
    </ol>
    {rows.length > most && <p class="ts-sub">và {formatNumber(rows.length - most)} nơi nữa, xem trong bảng.</p>}
  </>
);

const Departments = ({ rows }: { rows: readonly OrganStanding[] }): VNode => (
  <Section title="Cơ quan cấp tỉnh có việc chậm">
    <DataTable
      caption="Cơ quan cấp tỉnh có việc chậm"
      rows={rows.slice(0, SHOWN)}
      empty={<EmptyState title="Không cơ quan cấp tỉnh nào có việc chậm" />}
      columns={[
        { title: 'Cơ quan', cell: (s) => <a href={`/nhiem-vu?pham-vi=giao&co-quan=${s.organId}`}>{s.organName}</a> },
        { title: 'Quá hạn', numeric: true, cell: (s) => formatNumber(s.late) },
        { title: 'Chưa nhận', numeric: true, cell: (s) => formatNumber(s.unacknowledged) },
        { title: 'Đang làm', numeric: true, cell: (s) => formatNumber(s.open) },
      ]}
    />
  </Section>
);

const Fields = ({ rows }: { rows: readonly FieldRow[] }): VNode => (
  <Section title="Kiến nghị theo lĩnh vực">
    <DataTable
      caption="Kiến nghị theo lĩnh vực"
      rows={rows.slice(0, SHOWN)}
      empty={<EmptyState title="Chưa có kiến nghị nào" />}
      columns={[
        { title: 'Lĩnh vực', cell: (f) => <a href={`/kien-nghi?linh-vuc=${f.field}`}>{f.label}</a> },
        { title: 'Quá hạn', numeric: true, cell: (f) => formatNumber(f.unanswered) },
        { title: 'Đang chờ', numeric: true, cell: (f) => formatNumber(f.open) },
        { title: 'Trả lời 30 ngày', numeric: true, cell: (f) => formatNumber(f.answered) },
      ]}
    />
  </Section>
);

const CommuneTable = ({ rows }: { rows: readonly CommuneRow[] }): VNode => (
  <DataTable
    caption="Tình hình các xã, phường"
    rows={rows}
    columns={[
      { title: 'Xã, phường', cell: (r) => <a href={r.href}>{r.name}</a> },
      { title: 'Tình hình', cell: (r) => <Tag tone={LEVEL_TONES[r.level]}>{LEVEL_WORDS[r.level]}</Tag> },
      { title: 'Vì sao', cell: (r) => r.reasons.join('; ') },
    ]}
  />
);

/** The lines of the figures as numbers. */
function Weeks({ figures }: { figures: ProvinceFigures }): VNode | null {
  if (figures.weeks.length === 0) return null;
  return (
    <Details summary="Diễn biến theo tuần">
      <DataTable
        caption="Cuối mỗi tuần"
        rows={figures.weeks.toReversed()}
        columns={[
          { title: 'Ngày', cell: (w) => formatDay(w.day) },
          { title: 'Nhiệm vụ quá hạn', numeric: true, cell: (w) => formatNumber(w.late) },
          { title: 'Văn bản chưa ai nhận', numeric: true, cell: (w) => formatNumber(w.unacknowledged) },
          { title: 'Kiến nghị quá hạn', numeric: true, cell: (w) => formatNumber(w.unanswered) },
        ]}
      />
    </Details>
  );
}
