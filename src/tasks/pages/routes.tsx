import { notFound } from '../../kernel/errors.ts';
import { parseId } from '../../kernel/ids.ts';
import type { Principal } from '../../kernel/principal.ts';
import { attachment } from '../../platform/http/attachment.ts';
import { type AppContext, page, principalOf, type RouteTable } from '../../platform/http/index.ts';
import { defaultScope, parseFilter, type Scope } from '../filter.ts';
import { readTasks, steerTasks } from '../policy.ts';
import { type TaskRoom, todayOf } from '../room.ts';
import { filesOf, listTasks } from '../store.ts';
import { awaitedRoutes } from './awaitedRoutes.tsx';
import { exportTasks } from './export.ts';
import { TaskList } from './list.tsx';
import { showTask, taskIdOf } from './show.tsx';
import { taskStepRoutes } from './stepRoutes.ts';
import { subtaskRoutes } from './subtaskRoutes.tsx';

export function taskPages(room: TaskRoom): RouteTable {
  return [
    { method: 'get', path: '/nhiem-vu', may: readTasks, handle: (c) => showList(c, room) },
    { method: 'get', path: '/nhiem-vu/tai-ve.xlsx', may: readTasks, handle: (c) => exportTasks(c, room, 'xlsx') },
    { method: 'get', path: '/nhiem-vu/tai-ve.csv', may: readTasks, handle: (c) => exportTasks(c, room, 'csv') },
    ...awaitedRoutes(room),
    ...subtaskRoutes(room),
    { method: 'get', path: '/nhiem-vu/:id', may: readTasks, handle: (c) => showTask(c, room, taskIdOf(c)) },
    { method: 'get', path: '/nhiem-vu/:id/tep/:tep', may: readTasks, handle: download },
    ...taskStepRoutes(room),
  ];
}

export const scopesOf = (p: Principal): Scope[] =>
  steerTasks.allows(p) || defaultScope(p) === 'giao' ? ['toi', 'giao', 'tat-ca'] : ['toi', 'tat-ca'];

async function showList(c: AppContext, room: TaskRoom): Promise<Response> {
  const { db } = c.get('services');
  const principal = principalOf(c);
  const views = room.views.of(principal.personId);
  const first = views.find((view) => view.isDefault);
  // Who comes without saying which list gets the one they open first.
  if (first && !c.req.url.includes('?')) return c.redirect(`/nhiem-vu?${first.query}`, 302);
  const today = todayOf(c);
  const filter = parseFilter(c.req.query(), principal);
  const [[rows], tally, named] = await Promise.all([
    db.read(principal, listTasks(db.build, filter, principal, today)),
    room.tallies.of(principal, filter, today),
    namesOf(c, room, filter),
  ]);
  return page(
    c,
    { title: 'Nhiệm vụ' },
    <TaskList
      filter={filter}
      rows={rows}
      tally={tally}
      today={today}
      organName={room.organName}
      organVersion={room.organVersion()}
      named={named}
      scopes={scopesOf(principal)}
      steers={steerTasks.allows(principal)}
      views={views}
    />,
  );
}

/** What the ids in the filter are called; asked only where there are any. */
async function namesOf(c: AppContext, room: TaskRoom, filter: ReturnType<typeof parseFilter>) {
  if (!filter.organId && !filter.unitId && !filter.directiveId) return {};
  const { db } = c.get('services');
  const [units, directives] = await db.read(
    principalOf(c),
    db.build
      .selectFrom('unit')
      .select(['type', 'name'])
      .where('id', '=', filter.unitId ?? 0),
    db.build
      .selectFrom('directive')
      .select('symbol')
      .where('id', '=', filter.directiveId ?? 0),
  );
  return {
    organ: filter.organId ? room.organName(filter.organId) : undefined,
    unit: units[0]?.name,
    directive: directives[0]?.symbol ?? undefined,
  };
}

async function download(c: AppContext): Promise<Response> {
  const { db } = c.get('services');
  const fileId = parseId(c.req.param('tep'));
  const [rows] = await db.read(principalOf(c), filesOf(db.build, taskIdOf(c)));
  const file = rows.find((f) => f.id === fileId);
  if (!file) throw notFound('tệp này');
  return attachment(c, file);
}
