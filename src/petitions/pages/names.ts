import { type Day, dayOf } from '../../kernel/day.ts';
import { notFound } from '../../kernel/errors.ts';
import { parseId } from '../../kernel/ids.ts';
import type { OrganRegister } from '../../organs/index.ts';
import { type AppContext, principalOf } from '../../platform/http/index.ts';
import { titleName, type Unit } from '../../units/index.ts';
import { type Dialogue, dialogueById } from '../dialogues.ts';

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

/** The dialogue whose number stands in the address. @throws Fault notFound */
export async function dialogueOf(c: AppContext): Promise<Dialogue> {
  const { db } = c.get('services');
  const [rows] = await db.read(principalOf(c), dialogueById(db.build, parseId(c.req.param('id')) ?? 0));
  if (!rows[0]) throw notFound('chương trình đối thoại này');
  return rows[0];
}
