import type { Day } from '../kernel/day.ts';
import type { PositionRole, Principal } from '../kernel/principal.ts';
import { fold } from '../kernel/vietnamese.ts';
import { createAccounts, loadPrincipal } from '../organs/index.ts';
import type { Database } from '../platform/db/access.ts';

/** Who acts for organs in a simulation: those who are there, else positions made for it, named by office. */
export interface People {
  of(organId: number, role: PositionRole): Principal;
}

interface Wanted {
  organId: number;
  role: PositionRole;
  title: string;
}

/** Finds or makes one person for each organ and role, once, and keeps them. */
export async function simulationPeople(db: Database, wanted: readonly Wanted[], day: Day): Promise<People> {
  const key = (organId: number, role: string) => `${organId}|${role}`;
  const seats = await db.system
    .selectFrom('appointment as a')
    .innerJoin('position as p', 'p.id', 'a.position_id')
    .where('p.organ_id', 'in', [...new Set(wanted.map((w) => w.organId))])
    .where('a.valid_to', 'is', null)
    .select(['a.id', 'a.person_id as personId', 'p.organ_id as organId', 'p.role', 'a.valid_from as validFrom'])
    .execute();
  const known = new Map<string, { personId: number; appointmentId: number }>();
  for (const s of seats)
    if (!s.validFrom || s.validFrom <= day)
      known.set(key(s.organId, s.role), { personId: s.personId, appointmentId: s.id });
  const missing = wanted.filter((w) => !known.has(key(w.organId, w.role)));
  const made = await createAccounts(
    db,
    missing.map((w) => ({ ...w, name: w.title, username: `mo-phong.${fold(w.role)}.${w.organId}` })),
    day,
  );
  for (const [i, { organId, role }] of missing.entries()) known.set(key(organId, role), made[i]!);
  const people = new Map<string, Principal>();
  for (const { organId, role } of wanted) {
    const { personId, appointmentId } = known.get(key(organId, role))!;
    const principal = await loadPrincipal(db, personId as never, { appointmentId: appointmentId as never }, day);
    if (!principal) throw new Error(`nobody can act for organ ${organId} on ${day}`);
    people.set(key(organId, role), principal);
  }
  return {
    of(organId, role) {
      const person = people.get(key(organId, role));
      if (!person) throw new Error(`nobody was foreseen for organ ${organId} as ${role}`);
      return person;
    },
  };
}
