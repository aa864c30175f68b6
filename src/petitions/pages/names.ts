import { type Day, dayOf } from '../../kernel/day.ts';
import { notFound } from '../../kernel/errors.ts';
import { parseId } from '../../kernel/ids.ts';
import type { OrganRegister } from '../../organs/index.ts';
import type { AppContext } from '../../platform/http/index.ts';
import { titleName, type Unit } from '../../units/index.ts';

/** What pages call organs and units. */
export interface Names {
  organ: (id: number) => string;
  unit: (id: number) => string;
}

export const namesFrom = (register: OrganRegister): Names => ({
  organ: (id) => register.shortName(id),
  unit: (id) => {
    const unit = register.units.get(id as never);
    return unit ? titleName(unit as Pick<Unit, 'type' | 'name'>) : '';
  },
});

export const todayOf = (c: AppContext): Day => dayOf(c.get('services').clock());

/** @throws Fault notFound */
export function petitionIdOf(c: AppContext): number {
  const id = parseId(c.req.param('id'));
  if (!id) throw notFound('kiến nghị này');
  return id;
}
