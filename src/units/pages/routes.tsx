import { type Day, dayOf, parseDay } from '../../kernel/day.ts';
import { notFound } from '../../kernel/errors.ts';
import { parseId } from '../../kernel/ids.ts';
import { isValidOn } from '../../kernel/validity.ts';
import { cleanLine } from '../../kernel/vietnamese.ts';
import { NOBODY } from '../../platform/db/access.ts';
import { type AppContext, everybody, page, type RouteTable } from '../../platform/http/index.ts';
import { timeWalker, titleName, type Unit } from '../model.ts';
import {
  countByType,
  linksInLine,
  listUnits,
  provincesOn,
  unitById,
  unitsAbove,
  unitsInLine,
  unitsStandingNow,
  unitsUnder,
} from '../store.ts';
import { ListPage } from './listPage.tsx';
import { PAGE_SIZE, readListQuery } from './listQuery.ts';
import { UnitPage } from './unitPage.tsx';

/** /don-vi: the register is public, so that anybody finds what became of a place. */
export const unitRoutes: RouteTable = [
  { method: 'get', path: '/don-vi', may: everybody, handle: listHandler },
  { method: 'get', path: '/don-vi/:id', may: everybody, handle: unitHandler },
];

async function listHandler(c: AppContext): Promise<Response> {
  const { db, config, clock } = c.get('services');
  const today = dayOf(clock());
  const query = readListQuery(c.req.query(), config.provinceCode, today);
  const window = { offset: (query.page - 1) * PAGE_SIZE, limit: PAGE_SIZE };
  const [rows, counts, provinces] = await db.read(
    NOBODY,
    listUnits(db.build, query.filter, window),
    countByType(db.build, query.filter),
    provincesOn(db.build, query.filter.day),
  );
  const former = rows.filter((u) => !isValidOn(u, today)).map((u) => u.id);
  const [now] = former.length > 0 ? await db.read(NOBODY, unitsStandingNow(db.build, former, today)) : [[]];
  const standing = Map.groupBy(now, (u) => u.formerId);
  return page(
    c,
    { title: 'Đơn vị hành chính' },
    <ListPage query={query} rows={rows} counts={counts} provinces={provinces} standing={standing} />,
  );
}

async function unitHandler(c: AppContext): Promise<Response> {
  const { db, clock } = c.get('services');
  const id = parseId<'unit'>(c.req.param('id'));
  if (!id) throw notFound('đơn vị này');
  const [[unit], above, under, line, links] = await db.read(
    NOBODY,
    unitById(db.build, id),
    unitsAbove(db.build, id),
    unitsUnder(db.build, id),
    unitsInLine(db.build, id),
    linksInLine(db.build, id),
  );
  if (!unit) throw notFound('đơn vị này');
  const typed = cleanLine(c.req.query('ngay') ?? '').slice(0, 40);
  const day = parseDay(typed) ?? null;
  // Seen on the day asked for, else today, else on the unit's last day.
  const today = dayOf(clock());
  const seen = day && isValidOn(unit, day) ? day : isValidOn(unit, today) ? today : (unit.validTo ?? today);
  const standingOn = timeWalker({ units: line, links });
  return page(
    c,
    { title: titleName(unit) },
    <UnitPage
      unit={unit}
      above={nearestOn(above, seen)}
      under={under}
      line={line}
      links={links}
      day={day}
      wrongDay={typed && !day ? typed : null}
      standing={day && !isValidOn(unit, day) ? standingOn(id, day) : []}
      now={unit.level === 'district' && !isValidOn(unit, today) ? standingOn(id, today) : []}
    />,
  );
}

/** Of the units above, one a level: the one that was valid on the day, where a level changed its type meanwhile. */
function nearestOn(above: readonly Unit[], day: Day): Unit[] {
  return [...Map.groupBy(above, (u) => u.level).values()].map(
    (same) => same.find((u) => isValidOn(u, day)) ?? same[0]!,
  );
}
