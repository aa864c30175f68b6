import { dayOf, formatDay } from '../kernel/day.ts';
import { cleanLine, fold } from '../kernel/vietnamese.ts';
import type { Query } from '../platform/db/access.ts';
import { type AppContext, page, principalOf, type RouteTable } from '../platform/http/index.ts';
import { dueWords, listHref, listTasks, parseFilter, type TaskFilter, titleOf } from '../tasks/index.ts';
import { EmptyState, Heading, Section, Tag } from '../ui/index.ts';
import { openHome } from './policy.ts';
import type { OverviewRoom } from './routes.tsx';

const SHOWN = 6;

interface Found {
  id: number;
  symbol: string | null;
  title: string;
  issuedOn: string | null;
}
interface Place {
  id: number;
  name: string;
  level: string;
  ended: boolean;
}

/** One box for everything a person may see: directives, tasks, organs, communes; words without marks will do. */
export const searchRoutes = (room: OverviewRoom): RouteTable => [
  {
    method: 'get',
    path: '/tim',
    may: openHome,
    handle: (c) => {
      const q = cleanLine(c.req.query('q') ?? '').slice(0, 200);
      if (!c.get('principal')) return c.redirect(`/don-vi?q=${encodeURIComponent(q)}`, 303);
      return search(c, room, q);
    },
  },
];

async function search(c: AppContext, room: OverviewRoom, q: string): Promise<Response> {
  const { db, clock } = c.get('services');
  const principal = principalOf(c);
  const today = dayOf(clock());
  const key = fold(q);
  const filter: TaskFilter = { ...parseFilter({}, principal), scope: 'tat-ca', text: q, sort: 'moi' };
  const like = `%${key}%`;
  const [directives, tasks, organs, units] =
    key === ''
      ? [[], [], [], []]
      : await db.read(
          principal,
          db.build
            .selectFrom('directive')
            .where('search_key', 'like', like)
            .where('state', '!=', 'discarded')
            .orderBy('id', 'desc')
            .limit(SHOWN)
            .select(['id', 'symbol', 'title', 'issued_on as issuedOn']) as unknown as Query<Found>,
          listTasks(db.build, filter, principal, today, { limit: SHOWN, offset: 0 }),
          db.build
            .selectFrom('organ')
            .where('search_key', 'like', like)
            .orderBy('valid_to', (o) => o.desc().nullsFirst())
            .orderBy('level', 'desc')
            .orderBy('id')
            .limit(SHOWN)
            .select((e) => [
              'id',
              'short_name as name',
              'level',
              e('valid_to', 'is not', null).as('ended'),
            ]) as unknown as Query<Place>,
          db.build
            .selectFrom('unit')
            .where('search_key', 'like', like)
            .orderBy('valid_to', (o) => o.desc().nullsFirst())
            .orderBy('id')
            .limit(SHOWN)
            .select((e) => [
              'id',
              'name',
              'level',
              e('valid_to', 'is not', null).as('ended'),
            ]) as unknown as Query<Place>,
        );
  const nothing = directives.length + tasks.length + organs.length + units.length === 0;
  return page(
    c,
    { title: q ? `Tìm “${q}”` : 'Tìm' },
    <>
      <Heading title={q ? `Tìm “${q}”` : 'Tìm'} lead="Gõ có dấu hay không dấu đều được." />
      {nothing && (
        <EmptyState title={q ? 'Không thấy gì khớp' : 'Hãy gõ từ cần tìm vào ô ở đầu trang'}>
          {q && <p>Thử ít từ hơn, hoặc số của văn bản, ví dụ 2040-TB/TU.</p>}
        </EmptyState>
      )}
      {directives.length > 0 && (
        <Section title="Văn bản">
          <ul class="govuk-list ts-stack">
            {directives.map((d) => (
              <li>
                <a href={`/van-ban/${d.id}`}>{d.title || d.symbol}</a>
                <span class="ts-sub">
                  {d.symbol ?? 'chưa có số'}
                  {d.issuedOn ? ` · ${formatDay(d.issuedOn as never)}` : ''}
                </span>
              </li>
            ))}
          </ul>
        </Section>
      )}
      {tasks.length > 0 && (
        <Section title="Nhiệm vụ" actions={<a href={listHref(filter)}>Xem tất cả trong danh sách</a>}>
          <ul class="govuk-list ts-stack">
            {tasks.map((t) => {
              const due = dueWords(t, today);
              return (
                <li>
                  <a href={`/nhiem-vu/${t.id}`}>{titleOf(t)}</a> <Tag tone={due.tone}>{due.text}</Tag>
                  <span class="ts-sub">
                    {t.source} · {t.leadIds.slice(0, 3).map(room.organName).join(', ')}
                  </span>
                </li>
              );
            })}
          </ul>
        </Section>
      )}
      {organs.length > 0 && <Places title="Cơ quan" path="/to-chuc" places={organs} />}
      {units.length > 0 && <Places title="Đơn vị hành chính" path="/don-vi" places={units} />}
    </>,
  );
}

function Places({ title, path, places }: { title: string; path: string; places: readonly Place[] }) {
  return (
    <Section title={title}>
      <ul class="govuk-list">
        {places.map((place) => (
          <li>
            <a href={`${path}/${place.id}`}>{place.name}</a>
            {place.ended && <span class="ts-quiet"> (không còn)</span>}
          </li>
        ))}
      </ul>
    </Section>
  );
}
