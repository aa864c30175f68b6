import { type Day, formatInstant, parseDay } from '../kernel/day.ts';
import { forbidden, notFound } from '../kernel/errors.ts';
import { parseId } from '../kernel/ids.ts';
import type { Principal } from '../kernel/principal.ts';
import { appendEvent } from '../platform/audit/appendEvent.ts';
import type { Query } from '../platform/db/access.ts';
import { type AppContext, page, principalOf, type RouteTable } from '../platform/http/index.ts';
import { DataTable, DayField, EmptyState, FilterBar, Heading, Pagination } from '../ui/index.ts';
import { mayReadLogOf, readOwnLog } from './policy.ts';

/** Words for each kind of event, from the rooms in which they happen. */
export type EventWords = Readonly<Record<string, string>>;

interface LoggedEvent {
  id: number;
  at: number;
  kind: string;
  personName: string | null;
  organName: string | null;
  subjectType: string;
  subjectId: number;
  reason: string | null;
}

const PAGE = 50;

export const auditRoutes = (words: EventWords): RouteTable => [
  { method: 'get', path: '/nhat-ky', may: readOwnLog, handle: (c) => unitOrOwn(c, words) },
  { method: 'get', path: '/nhat-ky/nguoi/:id', may: readOwnLog, handle: (c) => ofPerson(c, words) },
  { method: 'get', path: '/nhat-ky/:loai/:id', may: readOwnLog, handle: (c) => ofThing(c, words) },
];

/** An administrator sees what happened in the unit; everybody else what they did themselves. */
async function unitOrOwn(c: AppContext, words: EventWords): Promise<Response> {
  const p = principalOf(c);
  return p.adminUnitId !== null
    ? show(c, words, 'Nhật ký của đơn vị', (q) => q.where('e.unit_id', '=', p.adminUnitId!), '/nhat-ky')
    : show(c, words, 'Việc tôi đã làm', (q) => q.where('e.person_id', '=', p.personId), '/nhat-ky');
}

async function ofPerson(c: AppContext, words: EventWords): Promise<Response> {
  const { db } = c.get('services');
  const principal = principalOf(c);
  const id = parseId(c.req.param('id'));
  if (!id) throw notFound('người này');
  const [people] = await db.read(
    principal,
    db.build.selectFrom('person').where('id', '=', id).select(['id', 'name', 'unit_id as unitId']),
  );
  const person = people[0];
  if (!person) throw notFound('người này');
  if (!mayReadLogOf(principal, person))
    throw forbidden('Chỉ người đó và người quản trị của đơn vị được xem nhật ký này.');
  if (person.id !== principal.personId) {
    await db.write(principal, (tx) =>
      appendEvent(tx, principal, {
        kind: 'audit.read',
        subjectType: 'person',
        subjectId: person.id,
        unitId: person.unitId,
      }),
    );
  }
  return show(c, words, `Việc ${person.name} đã làm`, (q) => q.where('e.person_id', '=', id), `/nhat-ky/nguoi/${id}`);
}

const THINGS: Record<string, { type: string; name: string }> = {
  'van-ban': { type: 'directive', name: 'văn bản' },
  'nhiem-vu': { type: 'task', name: 'nhiệm vụ' },
  'co-quan': { type: 'organ', name: 'cơ quan' },
  'don-vi': { type: 'unit', name: 'đơn vị' },
};

async function ofThing(c: AppContext, words: EventWords): Promise<Response> {
  const kind = c.req.param('loai') ?? '';
  const thing = THINGS[kind];
  const id = parseId(c.req.param('id'));
  if (!thing || !id) throw notFound();
  const title = `Nhật ký ${thing.name}`;
  return show(
    c,
    words,
    title,
    (q) => q.where('e.subject_type', '=', thing.type).where('e.subject_id', '=', id),
    `/nhat-ky/${kind}/${id}`,
  );
}

type EventQuery = ReturnType<typeof events>;

const events = (c: AppContext) =>
  c
    .get('services')
    .db.build.selectFrom('event as e')
    .leftJoin('person as p', 'p.id', 'e.person_id')
    .leftJoin('organ as o', 'o.id', 'e.organ_id')
    .select([
      'e.id',
      'e.at',
      'e.kind',
      'p.name as personName',
      'o.short_name as organName',
      'e.subject_type as subjectType',
      'e.subject_id as subjectId',
      'e.reason',
    ]);

async function show(
  c: AppContext,
  words: EventWords,
  title: string,
  narrow: (q: EventQuery) => EventQuery,
  path: string,
): Promise<Response> {
  const { db } = c.get('services');
  const principal: Principal = principalOf(c);
  const before = parseId(c.req.query('truoc'));
  const day = parseDay(c.req.query('ngay')) ?? null;
  const query = narrow(events(c))
    .$if(before !== undefined, (q) => q.where('e.id', '<', before as number))
    .$if(day !== null, (q) =>
      q.where('e.at', '>=', dayStart(day!) as never).where('e.at', '<', (dayStart(day!) + 86_400_000) as never),
    )
    .orderBy('e.id', 'desc')
    .limit(PAGE + 1) as unknown as Query<LoggedEvent>;
  const [rows] = await db.read(principal, query);
  const shown = rows.slice(0, PAGE);
  return page(
    c,
    { title },
    <>
      <Heading title={title} lead="Mỗi việc được ghi một lần, không ai sửa hoặc xóa được." />
      <FilterBar action={path} values={{ ngay: c.req.query('ngay') ?? '' }}>
        <DayField name="ngay" label="Ngày" />
      </FilterBar>
      <DataTable
        caption={title}
        rows={shown}
        empty={<EmptyState title="Chưa có việc nào được ghi" />}
        columns={[
          { title: 'Lúc', narrow: true, cell: (e) => formatInstant(e.at) },
          { title: 'Việc', cell: (e) => <Subject event={e} words={words} /> },
          { title: 'Người làm', cell: (e) => [e.personName ?? 'Hệ thống', e.organName].filter(Boolean).join(', ') },
          { title: 'Lý do', cell: (e) => e.reason ?? '' },
        ]}
      />
      {rows.length > PAGE && (
        <Pagination
          from={1}
          to={shown.length}
          nextHref={`${path}?truoc=${shown.at(-1)!.id}${day ? `&ngay=${day}` : ''}`}
        />
      )}
    </>,
  );
}

const dayStart = (day: Day): number => Date.parse(`${day}T00:00:00+07:00`);

const PATHS: Record<string, string> = {
  directive: '/van-ban/',
  task: '/nhiem-vu/',
  organ: '/to-chuc/',
  unit: '/don-vi/',
};

function Subject({ event, words }: { event: LoggedEvent; words: EventWords }) {
  const text = words[event.kind] ?? event.kind;
  const path = PATHS[event.subjectType];
  return path ? <a href={`${path}${event.subjectId}`}>{text}</a> : <span>{text}</span>;
}
