import { sql } from 'kysely';
import type { CalendarYear } from '../kernel/calendar/index.ts';
import { forbidden, invalid, stale } from '../kernel/errors.ts';
import type { Principal } from '../kernel/principal.ts';
import { appendEvent } from '../platform/audit/appendEvent.ts';
import type { Tx } from '../platform/db/access.ts';
import { keepYears } from './policy.ts';

export interface EnteredYear extends Pick<CalendarYear, 'year' | 'holidays' | 'swaps' | 'source'> {
  /** Why it takes the place of what was entered before; empty for the first of a year that nothing was announced for. */
  reason: string;
  /** The entry that the person saw in force; null for none. */
  seenId: number | null;
}

/**
 * Enters the public holidays of a year from the notice. What was entered before is superseded, and stays readable; dates that
 * were promised do not move.
 * @param announced the year was known before: entered, or shipped with the program
 * @throws Fault forbidden, invalid (can-cu, ly-do), stale
 */
export async function enterYear(tx: Tx, by: Principal, entered: EnteredYear, announced: boolean): Promise<number> {
  if (!keepYears.allows(by)) throw forbidden('Chỉ quản trị viên của tỉnh mới nhập được lịch nghỉ lễ.');
  if (entered.source.length < 5) {
    throw invalid('calendar.source', 'Hãy ghi số, ngày của thông báo lịch nghỉ.', 'can-cu');
  }
  if (announced && entered.reason === '') {
    throw invalid('calendar.reason', 'Lịch năm này đã có. Hãy ghi lý do sửa.', 'ly-do');
  }
  const before = await tx
    .selectFrom('calendar_year')
    .where('year', '=', entered.year)
    .where('superseded_at', 'is', null)
    .select('id')
    .forUpdate()
    .executeTakeFirst();
  if ((before?.id ?? null) !== entered.seenId) throw stale('Lịch năm này vừa được người khác nhập. Hãy xem lại.');
  if (before) {
    await tx.updateTable('calendar_year').set({ superseded_at: sql`app_now()` }).where('id', '=', before.id).execute();
  }
  const { id } = await tx
    .insertInto('calendar_year')
    .values({
      year: entered.year,
      holidays: JSON.stringify(entered.holidays),
      swaps: JSON.stringify(entered.swaps),
      source: entered.source,
      reason: entered.reason || null,
      entered_by: by.personId,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  await appendEvent(tx, by, {
    kind: 'calendar.year_entered',
    subjectType: 'calendar_year',
    subjectId: id,
    reason: entered.reason || null,
    data: { year: entered.year, holidays: entered.holidays, swaps: entered.swaps, source: entered.source },
  });
  return id;
}
