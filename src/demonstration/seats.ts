import { type Day, dayOf } from '../kernel/day.ts';
import type { Principal } from '../kernel/principal.ts';
import { fold } from '../kernel/vietnamese.ts';
import { createAccounts, loadPrincipal, type NewAccount } from '../organs/index.ts';
import type { Services } from '../platform/services.ts';
import {
  COMMUNE_SEATS,
  DEMONSTRATION_PASSWORD,
  type DemonstrationSeat,
  PROVINCE_SEATS,
  SHOWN_COMMUNE,
  SHOWN_COMMUNE_SEATS,
} from './accounts.ts';

/** Who acts for an organ in the story. */
export interface Seats {
  byUsername(username: string): Promise<Principal>;
  /** Whoever works for the organ: its own people, or those of the office that serves it; none for organs without a seat. */
  forOrgan(organId: number): Promise<Principal | undefined>;
}

interface OrganRow {
  id: number;
  template: string;
  level: string;
  shortName: string;
  servesId: number | null;
  unitId: number | null;
  unitName: string | null;
}

/** The user name of a commune's seat: "danguy.concuong". */
export const communeUsername = (seat: string, commune: string): string => `${seat}.${fold(commune).replace(/ /g, '')}`;

/** Creates the accounts of all offices: the named ones, one officer for every other provincial organ, three for each commune. */
export async function createSeats(services: Services, today: Day): Promise<Seats> {
  const { db } = services;
  const organs = (await db.system
    .selectFrom('organ as o')
    .leftJoin('unit as u', 'u.id', 'o.unit_id')
    .where('o.valid_to', 'is', null)
    .where('o.level', '!=', 'central')
    .orderBy('o.id')
    .select([
      'o.id',
      'o.template',
      'o.level',
      'o.short_name as shortName',
      'o.serves_id as servesId',
      'o.unit_id as unitId',
      'u.name as unitName',
    ])
    .execute()) as OrganRow[];
  const rows = seatRows(organs);
  const created = await createAccounts(
    db,
    rows.map((row) => ({ ...row, password: DEMONSTRATION_PASSWORD })),
    today,
  );
  const personByUsername = new Map(created.map((account) => [account.username, account.personId]));
  const seatOfOrgan = new Map<number, number>();
  for (const [i, row] of rows.entries()) {
    if (row.role === 'admin') continue;
    const organ = organs.find((o) => o.id === row.organId)!;
    const personId = created[i]!.personId;
    if (!seatOfOrgan.has(organ.id)) seatOfOrgan.set(organ.id, personId);
    if (organ.servesId && row.role === 'clerk') seatOfOrgan.set(organ.servesId, personId);
  }
  const principals = new Map<number, Promise<Principal>>();
  const principal = (personId: number): Promise<Principal> => {
    const known =
      principals.get(personId) ?? loadPrincipal(db, personId as never, null, dayOf(services.clock())).then((p) => p!);
    principals.set(personId, known);
    return known;
  };
  return {
    byUsername: (username) => principal(personByUsername.get(username)!),
    forOrgan: async (organId) => {
      const personId = seatOfOrgan.get(organId);
      return personId === undefined ? undefined : principal(personId);
    },
  };
}

function seatRows(organs: readonly OrganRow[]): NewAccount[] {
  const seat = (s: DemonstrationSeat, organ: OrganRow, username = s.username): NewAccount => ({
    username,
    organId: organ.id,
    title: s.title,
    role: s.role,
    // An office, never a person: nobody in a demonstration has a name.
    name: s.title,
  });
  const provincial = organs.filter((o) => o.level === 'province');
  const named = PROVINCE_SEATS.flatMap((s) => provincial.filter((o) => o.template === s.organ).map((o) => seat(s, o)));
  const seated = new Set(named.map((row) => row.organId));
  const others = provincial
    .filter((o) => !seated.has(o.id))
    .map((o) =>
      seat(
        { username: fold(o.template).replace(/ /g, ''), organ: o.template, title: 'Chuyên viên', role: 'officer' },
        o,
      ),
    );
  const communes = COMMUNE_SEATS.flatMap((s) =>
    organs
      .filter((o) => o.template === s.organ && o.unitName)
      .map((o) => seat(s, o, communeUsername(s.username, o.unitName!))),
  );
  const shown = SHOWN_COMMUNE_SEATS.flatMap((s) =>
    organs
      .filter((o) => o.template === s.organ && o.unitName === SHOWN_COMMUNE)
      .map((o) => seat(s, o, communeUsername(s.username, SHOWN_COMMUNE))),
  );
  return [...named, ...others, ...communes, ...shown];
}
