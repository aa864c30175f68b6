import { workingCalendars } from '../calendar/index.ts';
import type { WorkingCalendar } from '../kernel/calendar/index.ts';
import { addDays, type Day, dayOf, formatDay } from '../kernel/day.ts';
import type { Principal } from '../kernel/principal.ts';
import { petitionCounts } from '../petitions/index.ts';
import { type AppContext, page, type RouteTable } from '../platform/http/index.ts';
import {
  listTasks,
  ownSubtaskIds,
  ownSubtasks,
  parseFilter,
  soonFrom,
  type TaskFilter,
  type TaskRoom,
} from '../tasks/index.ts';
import type { Unit } from '../units/index.ts';
import { byUnit } from './model.ts';
import { OfficePage } from './pages/office.tsx';
import { OrganPage } from './pages/organ.tsx';
import { PublicPage } from './pages/public.tsx';
import { openHome, overseesProvince } from './policy.ts';
import { provinceFigures } from './province/figures.ts';
import { toAcknowledge } from './store.ts';
import { zonesOf } from './zones.ts';

/** What the room is given by the others. */
export interface OverviewRoom extends TaskRoom {
  provinceName: string;
  /** The communes of the province on a day. */
  communes: (day: Day) => Promise<readonly Unit[]>;
}

const SHOWN = 8;

export const homeRoutes = (room: OverviewRoom): RouteTable => [
  { method: 'get', path: '/', may: openHome, handle: (c) => home(c, room) },
];

async function home(c: AppContext, room: OverviewRoom): Promise<Response> {
  const principal = c.get('principal');
  const today = dayOf(c.get('services').clock());
  if (!principal) {
    const communes = await room.communes(today);
    return page(
      c,
      { title: 'Trang chính' },
      <PublicPage provinceName={room.provinceName} communes={communes.length} />,
    );
  }
  if (principal.role === 'admin') return c.redirect('/to-chuc/tai-khoan', 303);
  return overseesProvince(principal) ? office(c, room, principal, today) : organ(c, room, principal, today);
}

async function office(c: AppContext, room: OverviewRoom, principal: Principal, today: Day): Promise<Response> {
  const { db, clock } = c.get('services');
  const { state: calendar } = await workingCalendars(c.get('services'));
  const base: TaskFilter = { ...parseFilter({}, principal), scope: 'giao' };
  const soon = soonFrom(today);
  const list = (status: TaskFilter['status']) =>
    listTasks(db.build, { ...base, status }, principal, today, { limit: SHOWN, offset: 0 });
  const [[late, inTime, partIds], province, tally, communes] = await Promise.all([
    db.read(principal, list('qua-han'), list('trong-han'), openParts(c, principal)),
    provinceFigures(db, principal, today, clock()),
    room.tallies.of(principal, base, today),
    room.communes(today),
  ]);
  const { standing } = province;
  const chase = [...late, ...inTime.filter((t) => t.dueOn !== null && t.dueOn <= soon)].slice(0, SHOWN);
  const lateCount = tally.byStatus['qua-han'] ?? 0;
  const lateParts = standing.reduce((sum, s) => sum + s.late, 0);
  return page(
    c,
    { title: 'Hôm nay' },
    <OfficePage
      today={today}
      lead={`${communes.length} xã, phường${calendarWords(calendar, today)}`}
      petitions={province.waiting}
      parts={await ownSubtasks(db, principal, partIds, SHOWN)}
      counts={{
        late: lateCount,
        awaiting: tally.byStatus['cho-xac-nhan'] ?? 0,
        unacknowledged: standing.reduce((sum, s) => sum + s.unacknowledged, 0),
      }}
      lateOrgans={standing.filter((s) => s.late > 0).length}
      punctuality={province.punctuality}
      lateTrend={[...province.weeks.map((w) => w.late), lateParts]}
      chase={chase}
      chaseTotal={lateCount}
      figures={province}
      zones={() => zonesOf(communes, byUnit(standing, province.petitions, today), today)}
      provincial={standing.filter((s) => s.level === 'province')}
      organName={room.organName}
    />,
  );
}

async function organ(c: AppContext, room: OverviewRoom, principal: Principal, today: Day): Promise<Response> {
  const { db } = c.get('services');
  const { state: calendar } = await workingCalendars(c.get('services'));
  const base: TaskFilter = { ...parseFilter({}, principal), scope: 'toi' };
  const list = (status: TaskFilter['status'], limit = SHOWN) =>
    listTasks(db.build, { ...base, status }, principal, today, { limit, offset: 0 });
  const [[late, returned, inTime, unread, petitions, partIds], tally] = await Promise.all([
    db.read(
      principal,
      list('qua-han'),
      list('tra-lai'),
      list('trong-han'),
      toAcknowledge(db.build, principal),
      petitionCounts(db.build, principal, today),
      openParts(c, principal),
    ),
    room.tallies.of(principal, base, today),
  ]);
  return page(
    c,
    { title: 'Hôm nay' },
    <OrganPage
      today={today}
      lead={`${principal.organName}${calendarWords(calendar, today)}`}
      petitions={petitions[0]}
      counts={{
        late: tally.byStatus['qua-han'] ?? 0,
        soon: 0,
        returned: tally.byStatus['tra-lai'] ?? 0,
        open: tally.open,
      }}
      work={[...late, ...returned, ...inTime].slice(0, SHOWN)}
      toAcknowledge={unread}
      parts={await ownSubtasks(db, principal, partIds, SHOWN)}
      organName={room.organName}
    />,
  );
}

/** What was passed down to the reader and is not done. */
const openParts = (c: AppContext, principal: Principal) =>
  ownSubtaskIds(c.get('services').db.build, principal, { open: true });

/** What the working calendar says of tomorrow, where it is not an ordinary day. */
function calendarWords(calendar: WorkingCalendar, today: Day): string {
  const tomorrow = calendar.status(addDays(today, 1));
  if (tomorrow.reason === 'holiday' || tomorrow.reason === 'compensation') {
    return ` · mai ${formatDay(tomorrow.day).replace(/\/\d+$/, '')} nghỉ${tomorrow.label ? ` ${tomorrow.label}` : ' bù'}`;
  }
  if (tomorrow.reason === 'swappedOff') return ' · mai nghỉ hoán đổi';
  if (tomorrow.reason === 'swappedWork') return ' · mai làm bù';
  return '';
}
