import { sql } from 'kysely';
import type { OfficeHours, Session } from '../kernel/calendar/index.ts';
import { type Day, formatDay } from '../kernel/day.ts';
import { conflict, forbidden, invalid, notFound } from '../kernel/errors.ts';
import type { Principal } from '../kernel/principal.ts';
import { appendEvent } from '../platform/audit/appendEvent.ts';
import type { Tx } from '../platform/db/access.ts';
import { mayKeepHoursOf } from './policy.ts';

export interface EnteredHours {
  organId: number;
  week: OfficeHours['week'];
  season: OfficeHours['season'] | null;
  validFrom: Day;
  validTo: Day | null;
  /** The decision on the hours. */
  source: string;
}

async function ownOrgan(tx: Tx, by: Principal, organId: number): Promise<void> {
  const organ = await tx.selectFrom('organ').where('id', '=', organId).select('unit_id as unitId').executeTakeFirst();
  if (!organ || !mayKeepHoursOf(by, organ)) {
    throw forbidden('Chỉ quản trị viên của đơn vị mới đặt được giờ làm việc của cơ quan này.');
  }
}

/**
 * Sets an organ's week from a day on. Hours entered later hold over earlier ones.
 * @throws Fault forbidden, invalid (can-cu, den-ngay)
 */
export async function enterHours(tx: Tx, by: Principal, entered: EnteredHours): Promise<number> {
  await ownOrgan(tx, by, entered.organId);
  if (entered.validTo && entered.validTo < entered.validFrom) {
    throw invalid('calendar.hours.order', 'Ngày kết thúc không thể trước ngày bắt đầu.', 'den-ngay');
  }
  if (entered.source.length < 3) {
    throw invalid('calendar.source', 'Hãy ghi căn cứ (số quyết định, hoặc ai quyết định).', 'can-cu');
  }
  const { id } = await tx
    .insertInto('office_hours')
    .values({
      organ_id: entered.organId,
      week: JSON.stringify(entered.week),
      season_from: entered.season?.from ?? null,
      season_to: entered.season?.to ?? null,
      valid_from: entered.validFrom,
      valid_to: entered.validTo,
      source: entered.source,
      entered_by: by.personId,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  await appendEvent(tx, by, {
    kind: 'calendar.hours_entered',
    subjectType: 'organ',
    subjectId: entered.organId,
    data: { ...entered },
  });
  return id;
}

/**
 * Sets what an organ does differently on one day.
 * @throws Fault forbidden, invalid (ly-do), conflict (ngay)
 */
export async function enterDay(
  tx: Tx,
  by: Principal,
  entered: { organId: number; day: Day; sessions: readonly Session[]; reason: string },
): Promise<number> {
  await ownOrgan(tx, by, entered.organId);
  if (entered.reason.length < 3) throw invalid('calendar.day.reason', 'Hãy ghi lý do, ví dụ “nghỉ do bão”.', 'ly-do');
  const added = await tx
    .insertInto('office_day')
    .values({
      organ_id: entered.organId,
      day: entered.day,
      sessions: JSON.stringify(entered.sessions),
      reason: entered.reason,
      entered_by: by.personId,
    })
    .onConflict((c) => c.columns(['organ_id', 'day']).where('superseded_at', 'is', null).doNothing())
    .returning('id')
    .executeTakeFirst();
  if (!added) {
    const message = `Cơ quan này đã có lịch riêng cho ngày ${formatDay(entered.day)}. Hãy bỏ lịch cũ trước.`;
    throw conflict('calendar.day.twice', message, 'ngay');
  }
  await appendEvent(tx, by, {
    kind: 'calendar.day_entered',
    subjectType: 'organ',
    subjectId: entered.organId,
    reason: entered.reason,
    data: { day: entered.day, sessions: entered.sessions },
  });
  return added.id;
}

/**
 * Takes back hours or a day that were entered, with a reason; they stay readable in the log.
 * @throws Fault notFound, forbidden, invalid (ly-do)
 */
export async function endEntry(
  tx: Tx,
  by: Principal,
  table: 'office_hours' | 'office_day',
  id: number,
  reason: string,
): Promise<void> {
  const held = await tx
    .selectFrom(table)
    .where('id', '=', id)
    .where('superseded_at', 'is', null)
    .select('organ_id')
    .executeTakeFirst();
  if (!held) throw notFound('dòng này; có thể đã được bỏ');
  await ownOrgan(tx, by, held.organ_id);
  if (reason.length < 3) throw invalid('calendar.end.reason', 'Hãy ghi lý do bỏ.', 'ly-do');
  await tx.updateTable(table).set({ superseded_at: sql`app_now()`, end_reason: reason }).where('id', '=', id).execute();
  await appendEvent(tx, by, {
    kind: table === 'office_hours' ? 'calendar.hours_ended' : 'calendar.day_ended',
    subjectType: 'organ',
    subjectId: held.organ_id,
    reason,
    data: { entry: id },
  });
}
