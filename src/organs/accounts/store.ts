import { sql } from 'kysely';
import type { Day } from '../../kernel/day.ts';
import type { PositionRole } from '../../kernel/principal.ts';
import { fold } from '../../kernel/vietnamese.ts';
import type { Database } from '../../platform/db/access.ts';
import type { AppointmentKind, DelegationKind } from './model.ts';

type Build = Database['build'];
export const PAGE_SIZE = 50;

const valid = (alias: string, today: Day) =>
  sql<boolean>`coalesce(${sql.ref(`${alias}.valid_from`)}, '-infinity') <= ${today}::date and coalesce(${sql.ref(`${alias}.valid_to`)}, 'infinity') >= ${today}::date`;

/** "Chánh Văn phòng, VP Tỉnh ủy; ..." of each position that is valid on the day. */
const positionsOf = (today: Day) => sql<string | null>`(
  select string_agg(x.title || ', ' || o.short_name, '; ' order by a.kind = 'main' desc, a.id)
  from appointment a join position x on x.id = a.position_id join organ o on o.id = x.organ_id
  where a.person_id = v.person_id and ${valid('a', today)})`;

export interface AccountFilter {
  /** Part of a name or user name, with or without marks. */
  search: string;
  /** Shows those that have ended instead of those in use. */
  ended: boolean;
  page: number;
}

const accountsIn = (build: Build, unitId: number, filter: AccountFilter) => {
  const key = fold(filter.search).replace(/[%_\\]/g, '');
  return build
    .selectFrom('account_of_unit as v')
    .where('v.unit_id', '=', unitId)
    .where('v.ended_at', filter.ended ? 'is not' : 'is', null)
    .$if(key !== '', (q) =>
      q.where((eb) =>
        eb.or([
          eb('v.search_key', 'like', `%${key}%`),
          eb('v.username', 'like', `%${filter.search.toLowerCase().replace(/[%_\\]/g, '\\$&')}%`),
        ]),
      ),
    );
};

/** One page of the unit's accounts, by name. */
export const listAccounts = (build: Build, unitId: number, filter: AccountFilter, today: Day) =>
  accountsIn(build, unitId, filter)
    .select([
      sql<number>`v.person_id`.as('personId'),
      sql<string>`v.name`.as('name'),
      sql<string>`v.username`.as('username'),
      'v.email',
      'v.two_factor_enabled as twoFactor',
      'v.must_change_password as mustChange',
      'v.signed_in_at as signedInAt',
      positionsOf(today).as('positions'),
    ])
    .orderBy('v.search_key')
    .orderBy('v.person_id')
    .limit(PAGE_SIZE)
    .offset((filter.page - 1) * PAGE_SIZE);

export const countAccounts = (build: Build, unitId: number, filter: AccountFilter) =>
  accountsIn(build, unitId, filter).select((eb) => eb.fn.countAll<number>().as('total'));

/** One account of the unit with what only its administrator may see; showing it is an event. */
export const accountOf = (build: Build, unitId: number, personId: number) =>
  build
    .selectFrom('account_of_unit as v')
    .where('v.unit_id', '=', unitId)
    .where('v.person_id', '=', personId)
    .select([
      sql<number>`v.person_id`.as('personId'),
      sql<string>`v.name`.as('name'),
      sql<string>`v.username`.as('username'),
      'v.email',
      'v.phone',
      'v.two_factor_enabled as twoFactor',
      'v.must_change_password as mustChange',
      'v.signed_in_at as signedInAt',
      'v.created_at as createdAt',
      'v.ended_at as endedAt',
      'v.end_reason as endReason',
    ]);

export interface AppointmentRow {
  id: number;
  personId: number;
  personName: string;
  title: string;
  role: PositionRole;
  organId: number;
  organName: string;
  kind: AppointmentKind;
  from: Day;
  to: Day | null;
  decision: string | null;
  endReason: string | null;
}

const appointments = (build: Build) =>
  build
    .selectFrom('appointment as a')
    .innerJoin('position as x', 'x.id', 'a.position_id')
    .innerJoin('organ as o', 'o.id', 'x.organ_id')
    .innerJoin('person as p', 'p.id', 'a.person_id')
    .select([
      'a.id',
      'p.id as personId',
      'p.name as personName',
      'x.title',
      sql<PositionRole>`x.role`.as('role'),
      'o.id as organId',
      'o.short_name as organName',
      sql<AppointmentKind>`a.kind`.as('kind'),
      'a.valid_from as from',
      'a.valid_to as to',
      'a.decision',
      'a.end_reason as endReason',
    ]);

/** The appointments of the unit's organs that are valid on the day or will be. */
export const unitAppointments = (build: Build, unitId: number, today: Day) =>
  appointments(build)
    .where('o.unit_id', '=', unitId)
    .where('p.ended_at', 'is', null)
    .where((eb) => eb.or([eb('a.valid_to', 'is', null), eb('a.valid_to', '>=', today)]))
    .orderBy('o.search_key')
    .orderBy('p.search_key')
    .orderBy('a.id');

/** All appointments of a person, the latest first. */
export const appointmentsOf = (build: Build, personId: number) =>
  appointments(build).where('p.id', '=', personId).orderBy('a.valid_from', 'desc').orderBy('a.id', 'desc');

export const appointmentById = (build: Build, unitId: number, id: number) =>
  appointments(build).where('o.unit_id', '=', unitId).where('a.id', '=', id);

export interface DelegationRow {
  id: number;
  actor: string;
  actorId: number;
  actorTitle: string;
  principal: string;
  principalTitle: string;
  organName: string;
  kind: DelegationKind;
  scope: string;
  from: Day;
  to: Day | null;
  decision: string | null;
}

const delegations = (build: Build) =>
  build
    .selectFrom('acting_for as f')
    .innerJoin('appointment as a', 'a.id', 'f.appointment_id')
    .innerJoin('position as ax', 'ax.id', 'a.position_id')
    .innerJoin('person as ap', 'ap.id', 'a.person_id')
    .innerJoin('appointment as b', 'b.id', 'f.for_appointment_id')
    .innerJoin('position as bx', 'bx.id', 'b.position_id')
    .innerJoin('person as bp', 'bp.id', 'b.person_id')
    .innerJoin('organ as o', 'o.id', 'bx.organ_id')
    .select([
      'f.id',
      'ap.name as actor',
      'ap.id as actorId',
      'ax.title as actorTitle',
      'bp.name as principal',
      'bx.title as principalTitle',
      'o.short_name as organName',
      sql<DelegationKind>`f.kind`.as('kind'),
      'f.scope',
      'f.valid_from as from',
      'f.valid_to as to',
      'f.decision',
    ]);

/** Who acts for whom in the unit, today or later. */
export const unitDelegations = (build: Build, unitId: number, today: Day) =>
  delegations(build)
    .where('o.unit_id', '=', unitId)
    .where((eb) => eb.or([eb('f.valid_to', 'is', null), eb('f.valid_to', '>=', today)]))
    .orderBy('f.valid_from', 'desc')
    .orderBy('f.id', 'desc');

export const delegationById = (build: Build, unitId: number, id: number) =>
  delegations(build).where('o.unit_id', '=', unitId).where('f.id', '=', id);

/** The positions a person can choose between today: the own ones. */
export const ownPositions = (build: Build, personId: number, today: Day) =>
  appointments(build)
    .where('p.id', '=', personId)
    .where(valid('a', today))
    .where(valid('x', today))
    .orderBy(sql`a.kind = 'main'`, 'desc')
    .orderBy('a.id');

/** And those in which the person acts for another. */
export const ownDelegations = (build: Build, personId: number, today: Day) =>
  delegations(build)
    .where('ap.id', '=', personId)
    .where(valid('f', today))
    .where(valid('a', today))
    .where(valid('b', today))
    .where('bp.ended_at', 'is', null)
    .select('a.id as actorAppointmentId')
    .orderBy('f.id');

/** The unit's organs that exist on the day, for choosing one. */
export const unitOrgans = (build: Build, unitId: number, today: Day) =>
  build
    .selectFrom('organ as o')
    .where('o.unit_id', '=', unitId)
    .where(valid('o', today))
    .select(['o.id', 'o.name', 'o.short_name as shortName'])
    .orderBy('o.id');

/** Every name by which the unit's organs may be called in a sheet. */
export const unitOrganNames = (build: Build, unitId: number, today: Day) =>
  build
    .selectFrom('organ_name as n')
    .innerJoin('organ as o', 'o.id', 'n.organ_id')
    .where('o.unit_id', '=', unitId)
    .where('n.kind', '<>', 'former')
    .where(valid('o', today))
    .where(valid('n', today))
    .select(['n.organ_id as id', 'n.name']);

/** The unit's people with an account in use, for choosing one. */
export const unitPeople = (build: Build, unitId: number) =>
  build
    .selectFrom('account_of_unit as v')
    .where('v.unit_id', '=', unitId)
    .where('v.ended_at', 'is', null)
    .select([sql<number>`v.person_id`.as('id'), sql<string>`v.name`.as('name'), sql<string>`v.username`.as('username')])
    .orderBy('v.search_key');
