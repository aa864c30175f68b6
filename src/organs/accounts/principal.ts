import { sql } from 'kysely';
import type { Day } from '../../kernel/day.ts';
import type { AppointmentId, OrganId, PersonId, UnitId } from '../../kernel/ids.ts';
import type { Branch, PositionRole, Principal } from '../../kernel/principal.ts';
import type { Database } from '../../platform/db/access.ts';

/** The position in which a person chose to act: one of their own, or one for whose holder they act. None: their main one. */
export type ChosenPosition = { appointmentId: number } | { actingForId: number } | null;

interface Row {
  person_name: string;
  appointment_id: number;
  title: string;
  role: PositionRole;
  for_id: number | null;
  for_kind: 'KT' | 'TL' | 'TUQ' | null;
  for_title: string | null;
  organ_id: number;
  organ_name: string;
  template: string;
  level: Principal['level'];
  branch: Branch;
  unit_id: number;
  unit_name: string;
  serves_id: number | null;
  organ_ids: number[];
  positions: number;
  unread: number;
}

/**
 * The person in the position chosen, as far as it is valid on the day; null when it is not, or when the person has none.
 * Acting for another, the organ and the role are the other's. One round trip.
 */
export async function loadPrincipal(
  db: Database,
  personId: number,
  chosen: ChosenPosition,
  today: Day,
): Promise<Principal | null> {
  const appointmentId = chosen && 'appointmentId' in chosen ? chosen.appointmentId : null;
  const actingForId = chosen && 'actingForId' in chosen ? chosen.actingForId : null;
  const { rows } = await sql<Row>`
    with recursive held as (
      select a.id, a.kind, a.person_id, x.title, x.role, x.organ_id
      from appointment a join position x on x.id = a.position_id join person p on p.id = a.person_id
      where p.ended_at is null
        and a.valid_from <= ${today}::date and coalesce(a.valid_to, 'infinity') >= ${today}::date
        and coalesce(x.valid_from, '-infinity') <= ${today}::date and coalesce(x.valid_to, 'infinity') >= ${today}::date
        and (a.person_id = ${personId}::bigint or a.id in (
          select f.for_appointment_id from acting_for f join appointment o on o.id = f.appointment_id
          where o.person_id = ${personId}::bigint))
    ), choices as (
      select h.id as appointment_id, h.title, null::bigint as acting_id, null::bigint as for_id, null::text as for_kind,
        null::text as for_title, h.role, h.organ_id, h.kind
      from held h where h.person_id = ${personId}::bigint
      union all
      select h.id, h.title, f.id, o.id, f.kind, o.title, o.role, o.organ_id, h.kind
      from acting_for f join held h on h.id = f.appointment_id and h.person_id = ${personId}::bigint
        join held o on o.id = f.for_appointment_id
      where f.valid_from <= ${today}::date and coalesce(f.valid_to, 'infinity') >= ${today}::date
    ), chosen as (
      select * from choices
      where case when ${actingForId}::bigint is not null then acting_id = ${actingForId}::bigint
                 when ${appointmentId}::bigint is not null then acting_id is null and appointment_id = ${appointmentId}::bigint
                 else acting_id is null end
      order by kind = 'main' desc, appointment_id limit 1
    ), below as (
      select o.id, o.unit_id from chosen c join organ own on own.id = c.organ_id
        join organ o on o.id in (own.id, own.serves_id)
      union
      select o.id, o.unit_id from below b join organ o on o.parent_id = b.id and o.unit_id = b.unit_id
    )
    select p.name as person_name, c.appointment_id, c.title, c.role, c.for_id, c.for_kind, c.for_title,
      o.id as organ_id, o.short_name as organ_name, o.template, o.level, o.branch, o.unit_id, u.name as unit_name,
      coalesce(o.serves_id, case when o.issues then o.id end) as serves_id,
      (select array_agg(distinct b.id order by b.id) from below b) as organ_ids,
      (select count(*)::int from choices) as positions,
      (select count(*)::int from (
        select from notice n where n.person_id = ${personId}::bigint and n.read_at is null limit 99) few) as unread
    from chosen c join person p on p.id = ${personId}::bigint join organ o on o.id = c.organ_id join unit u on u.id = o.unit_id
  `.execute(db.system);
  const row = rows[0];
  if (!row) return null;
  const unitId = Number(row.unit_id) as UnitId;
  return {
    personId: personId as PersonId,
    personName: row.person_name,
    appointmentId: Number(row.appointment_id) as AppointmentId,
    positionTitle: row.title,
    role: row.role,
    organId: Number(row.organ_id) as OrganId,
    organName: row.organ_name,
    organTemplate: row.template,
    level: row.level,
    branch: row.branch,
    unitId,
    unitName: row.unit_name,
    servesId: row.serves_id === null ? null : (Number(row.serves_id) as OrganId),
    organIds: row.organ_ids.map((id) => Number(id) as OrganId),
    adminUnitId: row.role === 'admin' ? unitId : null,
    actingFor:
      row.for_id === null
        ? null
        : { appointmentId: Number(row.for_id) as AppointmentId, kind: row.for_kind!, title: row.for_title! },
    positionCount: row.positions,
    unread: row.unread,
  };
}
