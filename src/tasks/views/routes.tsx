import { isFault, notFound } from '../../kernel/errors.ts';
import { parseId } from '../../kernel/ids.ts';
import type { Tx } from '../../platform/db/access.ts';
import { writeOnce } from '../../platform/db/writeOnce.ts';
import { statusOfFault } from '../../platform/http/failure.tsx';
import {
  type AppContext,
  type Form,
  page,
  principalOf,
  type RouteTable,
  readForm,
  redirectWith,
} from '../../platform/http/index.ts';
import { listHref, PAGE_SIZE, parseFilter } from '../filter.ts';
import { scopesOf } from '../pages/routes.tsx';
import { readTasks } from '../policy.ts';
import { type TaskRoom, todayOf } from '../room.ts';
import { dropView, openFirst, saveView } from './saveView.ts';
import { followedCount, followedTasks } from './store.ts';
import { FOLLOWED_PATH, FollowedPage, VIEWS_PATH, ViewsPage } from './viewPages.tsx';

export const viewRoutes = (room: TaskRoom): RouteTable => [
  { method: 'get', path: FOLLOWED_PATH, may: readTasks, handle: (c) => showFollowed(c, room) },
  { method: 'get', path: VIEWS_PATH, may: readTasks, handle: (c) => showViews(c, room) },
  { method: 'post', path: VIEWS_PATH, may: readTasks, handle: (c) => save(c, room) },
  { method: 'post', path: `${VIEWS_PATH}/:bo-loc`, may: readTasks, handle: (c) => change(c, room) },
];

/** The filter of a query in its one form, without the page: what is kept never holds what the list does not know. */
const queryOf = (c: AppContext, query: Record<string, string>): string =>
  listHref(parseFilter(query, principalOf(c)), {}, '').slice(1);

async function showFollowed(c: AppContext, room: TaskRoom): Promise<Response> {
  const { db } = c.get('services');
  const by = principalOf(c);
  const asked = Number(c.req.query('trang') ?? '1');
  const current = Number.isInteger(asked) && asked >= 1 && asked <= 1000 ? asked : 1;
  const [rows, counts] = await db.read(
    by,
    followedTasks(db.build, by, PAGE_SIZE, (current - 1) * PAGE_SIZE),
    followedCount(db.build, by),
  );
  return page(
    c,
    { title: 'Nhiệm vụ đang theo dõi' },
    <FollowedPage
      rows={rows}
      total={counts[0]?.count ?? 0}
      scopes={scopesOf(by)}
      page={current}
      pageSize={PAGE_SIZE}
      today={todayOf(c)}
      organName={room.organName}
    />,
  );
}

function showViews(
  c: AppContext,
  room: TaskRoom,
  query: string | null = c.req.query('pham-vi') === undefined ? null : queryOf(c, c.req.query()),
  failed?: Parameters<typeof ViewsPage>[0]['failed'],
  status?: 409 | 422,
): Promise<Response> {
  const views = room.views.of(principalOf(c).personId);
  return page(c, { title: 'Bộ lọc đã lưu', status }, <ViewsPage {...{ views, query, failed }} />);
}

async function once(c: AppContext, form: Form, purpose: string, work: (tx: Tx) => Promise<unknown>): Promise<void> {
  const by = principalOf(c);
  await c
    .get('services')
    .db.write(by, (tx) => writeOnce(tx, { key: form.key, purpose, personId: by.personId }, () => work(tx)));
}

async function save(c: AppContext, room: TaskRoom): Promise<Response> {
  const by = principalOf(c);
  const form = await readForm(c);
  const query = queryOf(c, Object.fromEntries(new URLSearchParams(form.values.loc ?? '')));
  try {
    await once(c, form, 'task.view', (tx) =>
      saveView(tx, by, { name: form.values.ten ?? '', query, isDefault: form.values['mac-dinh'] === 'co' }),
    );
  } catch (error) {
    if (!isFault(error) || !['invalid', 'conflict'].includes(error.kind)) throw error;
    return showViews(c, room, query, { sent: form, fault: error }, statusOfFault(error) as 409 | 422);
  }
  await room.views.changed(by.personId);
  return redirectWith(c, `/nhiem-vu?${query}`, { tone: 'success', text: 'Đã lưu bộ lọc.' });
}

async function change(c: AppContext, room: TaskRoom): Promise<Response> {
  const by = principalOf(c);
  const id = parseId(c.req.param('bo-loc'));
  if (!id) throw notFound('bộ lọc này');
  const form = await readForm(c);
  await once(c, form, `task.view.${id}`, (tx) => {
    switch (form.values.viec) {
      case 'mo-truoc':
        return openFirst(tx, by, id);
      case 'khong-mo-truoc':
        return openFirst(tx, by, null);
      case 'bo':
        return dropView(tx, by, id);
      default:
        throw notFound('việc này');
    }
  });
  await room.views.changed(by.personId);
  return redirectWith(c, VIEWS_PATH, { tone: 'success', text: 'Đã ghi.' });
}
