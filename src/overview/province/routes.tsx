import type { VNode } from 'preact';
import { type Day, dayOf } from '../../kernel/day.ts';
import { fieldLabel } from '../../petitions/index.ts';
import { type AppContext, page, principalOf, type RouteTable } from '../../platform/http/index.ts';
import { displayName, type Unit, type UnitBoundary } from '../../units/index.ts';
import { byUnit, reasonsOf } from '../model.ts';
import { overseeProvince } from '../policy.ts';
import type { OverviewRoom } from '../routes.tsx';
import { zonesOf } from '../zones.ts';
import { type ProvinceFigures, provinceFigures } from './figures.ts';
import { FiguresPart } from './keptPart.tsx';
import { type CommuneRow, type FieldRow, ProvincePage } from './page.tsx';

/** The province at a glance, for those who lead it and the offices that serve them. */
export const provinceRoutes = (room: OverviewRoom): RouteTable => [
  { method: 'get', path: '/tinh', may: overseeProvince, handle: (c) => showProvince(c, room) },
];

async function showProvince(c: AppContext, room: OverviewRoom): Promise<Response> {
  const { db, clock } = c.get('services');
  const principal = principalOf(c);
  const now = clock();
  const today = dayOf(now);
  const [figures, communes] = await Promise.all([provinceFigures(db, principal, today, now), room.communes(today)]);
  const bodyName = room.organName(principal.servesId ?? principal.organId);
  return page(
    c,
    { title: 'Toàn tỉnh' },
    <FiguresPart
      figures={figures}
      name={`tinh|${today}|${bodyName}`}
      render={() => whole(figures, communes, today, { provinceName: room.provinceName, bodyName })}
    />,
  );
}

function whole(
  figures: ProvinceFigures,
  communes: readonly Unit[],
  today: Day,
  names: { provinceName: string; bodyName: string },
): VNode {
  const standing = byUnit(figures.standing, figures.petitions, today);
  const outline = new Map<number, UnitBoundary>(figures.boundaries.map((b) => [b.unitId, b]));
  const rows: CommuneRow[] = communes.map((unit) => {
    const s = standing.get(unit.id);
    return {
      name: displayName(unit),
      href: `/nhiem-vu?pham-vi=giao&don-vi=${unit.id}`,
      level: s?.level ?? 0,
      late: s?.late ?? 0,
      unanswered: s?.unanswered ?? 0,
      reasons: s ? reasonsOf(s, today) : ['không có việc tồn'],
      boundary: outline.get(unit.id) ?? null,
    };
  });
  rows.sort((a, b) => b.level - a.level || b.late + b.unanswered - (a.late + a.unanswered));
  return (
    <ProvincePage
      {...{ today, figures, rows }}
      {...names}
      zones={zonesOf(communes, standing, today)}
      departments={figures.standing.filter((s) => s.level === 'province' && s.late + s.unacknowledged > 0)}
      fields={byField(figures)}
    />
  );
}

/** Petitions by field, those that wait longest first. */
function byField({ petitions, answered }: ProvinceFigures): FieldRow[] {
  const rows = new Map<string, FieldRow>();
  const rowOf = (field: string): FieldRow => {
    const row = rows.get(field) ?? { field, label: fieldLabel(field), open: 0, unanswered: 0, answered: 0 };
    rows.set(field, row);
    return row;
  };
  for (const p of petitions) {
    rowOf(p.field).open += p.open;
    rowOf(p.field).unanswered += p.unanswered;
  }
  for (const a of answered) rowOf(a.field).answered += a.answered;
  return [...rows.values()].sort((a, b) => b.unanswered - a.unanswered || b.open - a.open);
}
