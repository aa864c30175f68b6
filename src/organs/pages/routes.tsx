import { parseDay } from '../../kernel/day.ts';
import { notFound } from '../../kernel/errors.ts';
import { parseId } from '../../kernel/ids.ts';
import { isValidOn } from '../../kernel/validity.ts';
import { cleanLine } from '../../kernel/vietnamese.ts';
import { NOBODY } from '../../platform/db/access.ts';
import { type AppContext, everybody, page, type RouteTable } from '../../platform/http/index.ts';
import { todayOf } from '../accounts/pages/request.ts';
import type { OrganHooks } from '../endOrgan.ts';
import { keepOrgans, mayKeepOrgan, maySeeHolders } from '../policy.ts';
import { organRegister } from '../register.ts';
import type { OrganRegister } from '../resolve/index.ts';
import { linksOf, namesOf, organById, organsBelow, positionsOn, searchOrgans } from '../store.ts';
import { keepRoutes } from './keepRoutes.tsx';
import { OrganListPage } from './listPage.tsx';
import { PAGE_SIZE, readOrganListQuery } from './listQuery.ts';
import { OrganPage } from './organPage.tsx';

/** /to-chuc: the register is public; who holds a position is shown to those who are signed in. */
export const organRoutes = (hooks: OrganHooks): RouteTable => [
  { method: 'get', path: '/to-chuc', may: everybody, handle: listHandler },
  ...keepRoutes(hooks),
  { method: 'get', path: '/to-chuc/:id{[0-9]+}', may: everybody, handle: organHandler },
];

async function listHandler(c: AppContext): Promise<Response> {
  const services = c.get('services');
  const principal = c.get('principal');
  const register = await organRegister(services);
  const query = readOrganListQuery(c.req.query(), todayOf(c));
  const units = unitsShown(register, services.config.provinceCode);
  const chosen = query.unitId ?? principal?.unitId ?? units[0]?.id;
  const unit = units.find((u) => u.id === chosen) ?? null;
  if (query.unitId !== null && !unit) throw notFound('đơn vị này');
  const window = { offset: (query.page - 1) * PAGE_SIZE, limit: PAGE_SIZE };
  const search = {
    words: query.words,
    day: query.anyTime ? null : query.day,
    near: unit?.id ?? null,
  };
  const [found] = query.words
    ? await services.db.read(principal ?? NOBODY, searchOrgans(services.db.build, search, window))
    : [null];
  const organs = unit ? (register.organsOfUnit.get(unit.id) ?? []).filter((o) => isValidOn(o, query.day)) : [];
  return page(
    c,
    { title: 'Cơ quan, tổ chức' },
    <OrganListPage
      query={{
        ...query,
        values: { ...query.values, 'don-vi': String(unit?.id ?? '') },
      }}
      unit={unit}
      units={units}
      organs={organs}
      found={found}
      mayAdd={keepOrgans.allows(principal)}
    />,
  );
}

/** The province that is run and its communes, by name. */
function unitsShown(register: OrganRegister, provinceCode: string) {
  const province = register.provinces.find((p) => p.code === provinceCode) ?? register.provinces[0];
  if (!province) return [];
  const communes = [...register.organsOfUnit.keys()]
    .flatMap((id) => (id === null ? [] : (register.units.get(id) ?? [])))
    .filter((u) => u.level === 'commune')
    .filter((u) => register.provinceOf(u.id) === province.id);
  const byName = new Intl.Collator('vi').compare;
  return [province, ...communes.sort((a, b) => byName(a.name, b.name))];
}

async function organHandler(c: AppContext): Promise<Response> {
  const { db } = c.get('services');
  const principal = c.get('principal');
  const id = parseId<'organ'>(c.req.param('id'));
  if (!id) throw notFound('cơ quan này');
  const today = todayOf(c);
  const typed = cleanLine(c.req.query('ngay') ?? '').slice(0, 40);
  const asked = parseDay(typed);
  const day = asked ?? today;
  const [[organ], names, links, below, positions] = await db.read(
    principal ?? NOBODY,
    organById(db.build, id),
    namesOf(db.build, id),
    linksOf(db.build, id),
    organsBelow(db.build, id, day),
    positionsOn(db.build, id, day),
  );
  if (!organ) throw notFound('cơ quan này');
  const mayKeep = mayKeepOrgan(principal, organ);
  return page(
    c,
    { title: organ.shortName },
    <OrganPage
      organ={organ}
      names={names}
      links={links}
      below={below}
      positions={maySeeHolders(principal) ? positions : null}
      day={day}
      asOf={asked !== undefined && asked !== today}
      wrongDay={typed && !asked ? typed : null}
      mayKeep={mayKeep}
      mayReadLog={mayKeep}
    />,
  );
}
