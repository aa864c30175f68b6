import type { Kysely } from 'kysely';
import type { Day } from '../../kernel/day.ts';
import type { DB } from '../../platform/db/schema.generated.ts';
import { squeezed } from './columns.ts';

/** People in office, as an export may name them. */
export interface Officials {
  /**
   * The one of an organ with this user name or full name. `none` and `several`: nobody is picked by guess.
   * @param text as the row tells it, with or without marks
   */
  of(organId: number, text: string): number | 'none' | 'several';
}

/** Those who are in a position on the day; administrators keep accounts and hold no dossiers. */
export async function officialsOn(system: Kysely<DB>, day: Day): Promise<Officials> {
  const people = await system
    .selectFrom('position as x')
    .innerJoin('appointment as a', 'a.position_id', 'x.id')
    .innerJoin('person as p', 'p.id', 'a.person_id')
    .leftJoin('account_user as u', 'u.person_id', 'p.id')
    .where('x.role', '<>', 'admin')
    .where('p.ended_at', 'is', null)
    .where('a.valid_from', '<=', day as never)
    .where((e) => e.or([e('a.valid_to', 'is', null), e('a.valid_to', '>=', day as never)]))
    .where((e) => e.or([e('x.valid_to', 'is', null), e('x.valid_to', '>=', day as never)]))
    .select(['x.organ_id as organId', 'p.id', 'p.name', 'u.username'])
    .execute();
  const ofOrgan = Map.groupBy(people, (one) => one.organId);
  return {
    of(organId, text) {
      const here = ofOrgan.get(organId) ?? [];
      const byUser = here.filter((one) => one.username === text.trim().toLowerCase());
      const found = byUser.length > 0 ? byUser : here.filter((one) => squeezed(one.name) === squeezed(text));
      // A person in two positions of one organ is one person.
      const ids = [...new Set(found.map((one) => one.id))];
      return ids.length === 1 ? ids[0]! : ids.length === 0 ? 'none' : 'several';
    },
  };
}
