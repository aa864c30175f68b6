import { workingCalendar } from '../kernel/calendar/index.ts';
import { addDays, dayOf } from '../kernel/day.ts';
import type { Services } from '../platform/services.ts';
import { remindDay } from '../reminders/index.ts';

/** How many days' reminders are told at once, as after a server that was down so long. */
const DAYS = 7;

/** Everybody finds what they would have been reminded of this week; the server goes on from tomorrow. */
export async function tellReminders({ db, clock }: Services): Promise<void> {
  const now = clock();
  const today = dayOf(now);
  for (const day of [addDays(today, -DAYS), today]) {
    await remindDay(db.system, { day, now, mailBaseUrl: undefined, calendar: workingCalendar() });
  }
}
