import type { Day } from '../kernel/day.ts';
import type { CellZone } from '../ui/index.ts';
import { displayName, type Unit } from '../units/index.ts';
import { noteOf, type UnitStanding } from './model.ts';

/** The communes as cells: those recognised as mountainous first, then the others, each in the register's order. */
export function zonesOf(
  communes: readonly Unit[],
  standing: ReadonlyMap<number, UnitStanding>,
  today: Day,
): CellZone[] {
  const cell = (unit: Unit) => {
    const s = standing.get(unit.id);
    return {
      name: displayName(unit),
      href: `/nhiem-vu?pham-vi=giao&don-vi=${unit.id}`,
      level: s?.level ?? 0,
      note: s && noteOf(s, today),
    } as const;
  };
  const zone = (name: string, units: readonly Unit[]) => ({ name, cells: units.map(cell) });
  const highland = communes.filter((u) => u.mountainous === true);
  if (highland.length === 0) {
    return [
      zone(
        'Phường',
        communes.filter((u) => u.type === 'phuong'),
      ),
      zone(
        'Xã',
        communes.filter((u) => u.type !== 'phuong'),
      ),
    ].filter((z) => z.cells.length > 0);
  }
  return [
    zone('Miền núi', highland),
    zone(
      'Đồng bằng, ven biển',
      communes.filter((u) => u.mountainous !== true),
    ),
  ];
}
