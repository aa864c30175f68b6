import type { VNode } from 'preact';
import { workingCalendars } from '../../calendar/index.ts';
import { type Day, dayOf } from '../../kernel/day.ts';
import { type AppContext, page, principalOf, type RouteTable } from '../../platform/http/index.ts';
import { Breadcrumbs, DataTable, EmptyState, formatNumber, Heading, Section } from '../../ui/index.ts';
import { seeMoved } from '../policy.ts';
import { type DayOff, daysOff, dayWords, dueNow, type Limited } from './model.ts';
import { type DueThen, limitedPetitions, petitionsDueOn, tasksDueOn } from './store.ts';

/** What a change of the calendar does to promised dates: nothing by itself; they are listed for the offices to decide. */
export const movedRoutes: RouteTable = [
  { method: 'get', path: '/to-chuc/lich/anh-huong', may: seeMoved, handle: showMoved },
];

/** Two years ahead: farther limits are counted again in time. */
const AHEAD_DAYS = 731;

async function showMoved(c: AppContext): Promise<Response> {
  const services = c.get('services');
  const { db } = services;
  const { state: calendar } = await workingCalendars(services);
  const today = dayOf(services.clock());
  const off = daysOff(calendar, today, AHEAD_DAYS);
  const days = off.map((d) => d.day);
  const [tasks, petitions, limited] = await db.read(
    principalOf(c),
    tasksDueOn(db.build, days),
    petitionsDueOn(db.build, days),
    limitedPetitions(db.build, today),
  );
  const other = limited.flatMap((p) => {
    const now = dueNow(calendar, p);
    return now ? [{ ...p, now }] : [];
  });
  return page(c, { title: 'Hạn cần xem lại theo lịch' }, <MovedPage {...{ off, tasks, petitions, other }} />);
}

interface MovedView {
  off: readonly DayOff[];
  tasks: readonly DueThen[];
  petitions: readonly DueThen[];
  other: readonly (Limited & { now: Day })[];
}

function MovedPage({ off, tasks, petitions, other }: MovedView): VNode {
  const why = new Map(off.map((d) => [d.day, d.why]));
  return (
    <>
      <Breadcrumbs
        links={[
          { href: '/to-chuc', label: 'Cơ quan, tổ chức' },
          { href: '/to-chuc/lich', label: 'Lịch làm việc' },
        ]}
      />
      <Heading
        title="Hạn cần xem lại theo lịch"
        lead="Hạn đã giao không tự đổi khi lịch thay đổi. Mở từng việc để quyết định: giữ nguyên, hoặc đổi hạn và ghi lý do."
      />
      <Section title={`Kiến nghị tính theo lịch hiện nay sẽ có hạn khác (${formatNumber(other.length)})`}>
        <DataTable
          caption="Kiến nghị có hạn khác theo lịch hiện nay"
          rows={other}
          empty={<EmptyState title="Mọi hạn theo ngày làm việc đều khớp với lịch hiện nay" />}
          columns={[
            { title: 'Kiến nghị', cell: (p) => <a href={`/kien-nghi/${p.id}`}>{p.topic}</a> },
            { title: 'Hạn đã giao', cell: (p) => dayWords(p.dueOn) },
            { title: 'Tính lại', cell: (p) => dayWords(p.now) },
          ]}
        />
      </Section>
      <OnDayOff title="Nhiệm vụ có hạn vào ngày nghỉ" path="/nhiem-vu" rows={tasks} why={why} />
      <OnDayOff title="Kiến nghị có hạn vào ngày nghỉ" path="/kien-nghi" rows={petitions} why={why} />
    </>
  );
}

const OnDayOff = (props: {
  title: string;
  path: string;
  rows: readonly DueThen[];
  why: ReadonlyMap<Day, string>;
}): VNode => (
  <Section title={`${props.title} (${formatNumber(props.rows.length)})`}>
    <DataTable
      caption={props.title}
      rows={props.rows}
      empty={<EmptyState title="Không có" />}
      columns={[
        { title: 'Việc', cell: (r) => <a href={`${props.path}/${r.id}`}>{r.label}</a> },
        { title: 'Hạn', cell: (r) => dayWords(r.dueOn) },
        { title: 'Vì sao nghỉ', cell: (r) => props.why.get(r.dueOn) ?? '' },
      ]}
    />
  </Section>
);
