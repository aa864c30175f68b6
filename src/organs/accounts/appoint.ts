import { sql } from 'kysely';
import { type Day, formatDay } from '../../kernel/day.ts';
import { conflict, Fault, invalid, notFound } from '../../kernel/errors.ts';
import type { PositionRole, Principal } from '../../kernel/principal.ts';
import { appendEvent } from '../../platform/audit/appendEvent.ts';
import type { Tx } from '../../platform/db/access.ts';
import { positionsFor } from './createAccounts.ts';
import { type AppointmentKind, delegationFaults, type Terms } from './model.ts';
import { keptUnit } from './policy.ts';
import { accountOf, appointmentById, delegationById } from './store.ts';

export interface NewAppointment {
  personId: number;
  organId: number;
  title: string;
  role: PositionRole;
  kind: AppointmentKind;
  from: Day;
  to: Day | null;
  decision: string;
}

/** Appoints a person of the unit to a position in one of its organs, beside those they hold. */
export async function appoint(tx: Tx, by: Principal, given: NewAppointment): Promise<number> {
  const unitId = keptUnit(by);
  const person = await accountOf(tx, unitId, given.personId).executeTakeFirst();
  if (!person || person.endedAt) throw invalid('appointment.person', 'Hãy chọn một người trong danh sách.', 'nguoi');
  const organ = await tx
    .selectFrom('organ')
    .where('id', '=', given.organId)
    .where('unit_id', '=', unitId)
    .select('id')
    .executeTakeFirst();
  if (!organ) throw invalid('appointment.organ', 'Hãy chọn một cơ quan trong danh sách.', 'co-quan');
  if (given.to && given.to < given.from)
    throw invalid('appointment.days', 'Ngày kết thúc phải từ ngày bắt đầu trở đi.', 'den-ngay');
  const [positionId] = await positionsFor(tx, [given], given.from);
  const same = await tx
    .selectFrom('appointment')
    .where('person_id', '=', given.personId)
    .where('position_id', '=', positionId!)
    .where((eb) => eb.or([eb('valid_to', 'is', null), eb('valid_to', '>=', given.from)]))
    .$if(given.to !== null, (q) => q.where('valid_from', '<=', given.to!))
    .select('valid_from')
    .executeTakeFirst();
  if (same)
    throw conflict(
      'appointment.twice',
      `Người này đã giữ chức danh đó từ ngày ${formatDay(same.valid_from)}.`,
      'chuc-danh',
    );
  const { id } = await tx
    .insertInto('appointment')
    .values({
      person_id: given.personId,
      position_id: positionId!,
      kind: given.kind,
      valid_from: given.from,
      valid_to: given.to,
      decision: given.decision || null,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  await appendEvent(tx, by, {
    kind: 'appointment.made',
    subjectType: 'person',
    subjectId: given.personId,
    data: {
      appointmentId: id,
      organId: given.organId,
      title: given.title,
      kind: given.kind,
      from: given.from,
      to: given.to,
    },
  });
  return id;
}

export interface Ending {
  id: number;
  /** The last day. */
  on: Day;
  reason: string;
}

/** Ends an appointment after a day; who acted by it or for it acts no longer. Returns the persons concerned. */
export async function endAppointment(tx: Tx, by: Principal, { id, on, reason }: Ending): Promise<number[]> {
  const held = await appointmentById(tx, keptUnit(by), id).executeTakeFirst();
  if (!held) throw notFound('chức vụ này');
  if (held.to && held.to < on)
    throw conflict('appointment.ended', `Chức vụ này đã kết thúc ngày ${formatDay(held.to)}.`);
  if (on < held.from)
    throw invalid('appointment.days', `Ngày kết thúc phải từ ngày bắt đầu (${formatDay(held.from)}) trở đi.`, 'ngay');
  if (!reason) throw invalid('appointment.reason', 'Hãy ghi lý do, ví dụ: điều động, hết nhiệm kỳ.', 'ly-do');
  if (held.personId === by.personId && held.role === 'admin' && held.id === by.appointmentId)
    throw conflict(
      'appointment.own',
      'Bạn không thể tự kết thúc chức vụ quản trị đang dùng. Hãy nhờ quản trị viên khác.',
    );
  await tx.updateTable('appointment').set({ valid_to: on, end_reason: reason }).where('id', '=', id).execute();
  const { rows } = await sql<{ person_id: number }>`
    update acting_for f set valid_to = greatest(f.valid_from, ${on}::date), end_reason = ${reason}
    from appointment a where a.id = f.appointment_id and ${id}::bigint in (f.appointment_id, f.for_appointment_id)
      and coalesce(f.valid_to, 'infinity') > ${on}::date
    returning a.person_id`.execute(tx);
  await appendEvent(tx, by, {
    kind: 'appointment.ended',
    subjectType: 'person',
    subjectId: held.personId,
    reason,
    data: { appointmentId: id, on },
  });
  return [held.personId, ...rows.map((row) => row.person_id)];
}

export interface NewDelegation extends Terms {
  appointmentId: number;
  forAppointmentId: number;
}

/** Lets one position act for another between days. Returns the person who acts. */
export async function delegate(tx: Tx, by: Principal, given: NewDelegation): Promise<number> {
  const unitId = keptUnit(by);
  const actor = await appointmentById(tx, unitId, given.appointmentId).executeTakeFirst();
  const principal = await appointmentById(tx, unitId, given.forAppointmentId).executeTakeFirst();
  const missing = [
    ...(actor ? [] : [{ field: 'nguoi-ky', message: 'Hãy chọn người ký trong danh sách.' }]),
    ...(principal ? [] : [{ field: 'thay-cho', message: 'Hãy chọn người được ký thay trong danh sách.' }]),
  ];
  const faults = actor && principal ? delegationFaults(actor, principal, given) : missing;
  if (faults.length > 0) throw new Fault('invalid', 'delegation.invalid', faults[0]!.message, faults);
  const { id } = await tx
    .insertInto('acting_for')
    .values({
      appointment_id: given.appointmentId,
      for_appointment_id: given.forAppointmentId,
      kind: given.kind,
      scope: given.scope,
      valid_from: given.from,
      valid_to: given.to,
      decision: given.decision || null,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  await appendEvent(tx, by, {
    kind: 'delegation.made',
    subjectType: 'person',
    subjectId: actor!.personId,
    data: { delegationId: id, for: given.forAppointmentId, kind: given.kind, from: given.from, to: given.to },
  });
  return actor!.personId;
}

/** Ends acting for another after a day. Returns the person who acted. */
export async function endDelegation(tx: Tx, by: Principal, { id, on, reason }: Ending): Promise<number> {
  const found = await delegationById(tx, keptUnit(by), id).executeTakeFirst();
  if (!found) throw notFound('việc ký thay này');
  if (found.to && found.to < on)
    throw conflict('delegation.ended', `Việc này đã kết thúc ngày ${formatDay(found.to)}.`);
  if (on < found.from)
    throw invalid('delegation.days', `Ngày kết thúc phải từ ngày bắt đầu (${formatDay(found.from)}) trở đi.`, 'ngay');
  if (!reason) throw invalid('delegation.reason', 'Hãy ghi lý do.', 'ly-do');
  await tx.updateTable('acting_for').set({ valid_to: on, end_reason: reason }).where('id', '=', id).execute();
  await appendEvent(tx, by, {
    kind: 'delegation.ended',
    subjectType: 'person',
    subjectId: found.actorId,
    reason,
    data: { delegationId: id, on },
  });
  return found.actorId;
}
