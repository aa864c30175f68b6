import { notFound } from '../../kernel/errors.ts';
import { parseId } from '../../kernel/ids.ts';
import { cleanLine } from '../../kernel/vietnamese.ts';
import { organRegister } from '../../organs/index.ts';
import { NOBODY } from '../../platform/db/access.ts';
import { attachment } from '../../platform/http/attachment.ts';
import { type AppContext, page, principalOf, type RouteTable } from '../../platform/http/index.ts';
import { listTasks, parseFilter as parseTaskFilter } from '../../tasks/index.ts';
import { isField } from '../fields.ts';
import { parseFilter, scopesOf } from '../filter.ts';
import { maySteer, readPetitions, readPublished, steerPetitions } from '../policy.ts';
import { pairsOf } from '../shingles.ts';
import { filesOf, listPetitions, listPublished, petitionById } from '../store.ts';
import { countPetitions } from '../tally.ts';
import { ChooseTaskPage } from './chooseTask.tsx';
import { dialogueRoutes } from './dialogueRoutes.tsx';
import { exportPetitions } from './export.ts';
import { limitRoutes } from './limitRoutes.tsx';
import { PetitionList } from './list.tsx';
import { namesFrom, petitionIdOf, todayOf } from './names.ts';
import { PublishedPage } from './published.tsx';
import { raiseRoutes } from './raiseRoutes.tsx';
import { showPetition } from './show.tsx';
import { stepRoutes } from './stepRoutes.ts';

export const petitionPages: RouteTable = [
  { method: 'get', path: '/kien-nghi', may: readPetitions, handle: showList },
  { method: 'get', path: '/kien-nghi/tai-ve.xlsx', may: readPetitions, handle: (c) => exportPetitions(c, 'xlsx') },
  { method: 'get', path: '/kien-nghi/tai-ve.csv', may: readPetitions, handle: (c) => exportPetitions(c, 'csv') },
  { method: 'get', path: '/kien-nghi/cong-khai', may: readPublished, handle: showPublished },
  ...raiseRoutes,
  ...dialogueRoutes,
  { method: 'get', path: '/kien-nghi/:id', may: readPetitions, handle: (c) => showPetition(c, petitionIdOf(c)) },
  { method: 'get', path: '/kien-nghi/:id/nhiem-vu', may: steerPetitions, handle: chooseTask },
  { method: 'get', path: '/kien-nghi/:id/tep/:tep', may: readPetitions, handle: download },
  ...stepRoutes,
  ...limitRoutes,
];

async function showList(c: AppContext): Promise<Response> {
  const { db } = c.get('services');
  const principal = principalOf(c);
  const today = todayOf(c);
  const filter = parseFilter(c.req.query(), principal);
  const [[rows], tally] = await Promise.all([
    db.read(principal, listPetitions(db.build, filter, principal, today)),
    countPetitions(db, principal, filter, today),
  ]);
  const names = namesFrom(await organRegister(c.get('services')));
  return page(
    c,
    { title: 'Kiến nghị' },
    <PetitionList {...{ filter, rows, tally, today, names }} scopes={scopesOf(principal)} />,
  );
}

const PUBLISHED_SIZE = 20;

async function showPublished(c: AppContext): Promise<Response> {
  const { db } = c.get('services');
  const field = c.req.query('linh-vuc');
  const wanted = Number(c.req.query('trang') ?? '1');
  const filter = {
    field: isField(field) ? field : null,
    text: cleanLine(c.req.query('q') ?? '').slice(0, 200),
    page: Number.isInteger(wanted) && wanted >= 1 && wanted <= 4000 ? wanted : 1,
  };
  const [rows] = await db.read(NOBODY, listPublished(db.build, filter, PUBLISHED_SIZE));
  return page(
    c,
    { title: 'Kiến nghị đã trả lời' },
    <PublishedPage {...{ rows, filter }} total={rows[0]?.total ?? 0} size={PUBLISHED_SIZE} />,
  );
}

const MOST_PAIRS = 6;
const MOST_TASKS = 10;

/**
 * The open tasks that the office has given out, found by what is typed; at first by the words of the petition's topic, those
 * with the most of them first.
 */
async function chooseTask(c: AppContext): Promise<Response> {
  const { db } = c.get('services');
  const principal = principalOf(c);
  const [petitions] = await db.read(principal, petitionById(db.build, petitionIdOf(c)));
  const petition = petitions[0];
  if (!petition || !maySteer(principal, petition)) throw notFound('kiến nghị này');
  const text = cleanLine(c.req.query('q') ?? '').slice(0, 200);
  const wanted = text === '' ? pairsOf(petition.topic).slice(0, MOST_PAIRS) : [text];
  const found = await db.read(
    principal,
    ...wanted.map((q) => {
      const filter = { ...parseTaskFilter({ 'pham-vi': 'giao', q }, principal), status: 'chua-xong' as const };
      return listTasks(db.build, filter, principal, todayOf(c), { limit: 20, offset: 0 });
    }),
  );
  const tasks = new Map(found.flat().map((task) => [task.id, task]));
  const matched = (id: number) => found.filter((rows) => rows.some((row) => row.id === id)).length;
  // One pair of words alone is chance, where the topic has several.
  const least = wanted.length > 2 ? 2 : 1;
  const likest = [...tasks.values()]
    .filter((task) => matched(task.id) >= least)
    .sort((a, b) => matched(b.id) - matched(a.id))
    .slice(0, MOST_TASKS);
  const names = namesFrom(await organRegister(c.get('services')));
  return page(c, { title: 'Giao theo nhiệm vụ' }, <ChooseTaskPage {...{ petition, text, names }} tasks={likest} />);
}

async function download(c: AppContext): Promise<Response> {
  const { db } = c.get('services');
  const fileId = parseId(c.req.param('tep'));
  const [rows] = await db.read(principalOf(c), filesOf(db.build, petitionIdOf(c)));
  const file = rows.find((f) => f.id === fileId);
  if (!file) throw notFound('tệp này');
  return attachment(c, file);
}
