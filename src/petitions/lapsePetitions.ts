import { sql } from 'kysely';
import { calendarsNow } from '../calendar/index.ts';
import { addWorkingDays, type WorkingCalendar } from '../kernel/calendar/index.ts';
import { addDays, type Day, dayOf } from '../kernel/day.ts';
import { appendSystemEvent } from '../platform/audit/appendEvent.ts';
import type { Database } from '../platform/db/access.ts';
import type { Job } from '../platform/jobs/index.ts';
import type { Services } from '../platform/services.ts';
import { columnsOf, lockPetition } from './lockPetition.ts';
import { afterStep, stepAllowed } from './model.ts';
import { petitionsChanged } from './tally.ts';

const AT_ONCE = 200;

/** The last day on which askers judge an answer before the petition closes by itself. */
export const judgedBy = (calendar: WorkingCalendar, answeredOn: Day, days: number): Day =>
  addWorkingDays(calendar, answeredOn, days).day;

/**
 * Closes what was answered and has not been judged within `days` working days. Run again it finds nothing more; cut off it goes
 * on with the rest. Askers may still judge or reopen what nobody judged.
 * @returns how many were closed
 */
export async function lapsePetitions(db: Database, today: Day, days: number): Promise<number> {
  const { state: calendar } = await calendarsNow(db.system);
  let lapsed = 0;
  let after = 0;
  for (;;) {
    // Working days are never more than calendar days, so that nothing answered later can be due.
    const waiting = await db.system
      .selectFrom('petition')
      .where('state', 'in', ['answered', 'refused'])
      .where('answered_on', '<', addDays(today, -days))
      .where('id', '>', after)
      .orderBy('id')
      .limit(AT_ONCE)
      .select(['id', 'answered_on as answeredOn'])
      .execute();
    for (const { id, answeredOn } of waiting) {
      if (judgedBy(calendar, answeredOn as Day, days) < today && (await lapse(db, id, answeredOn as Day, days))) {
        lapsed += 1;
      }
    }
    if (waiting.length < AT_ONCE) return lapsed;
    after = waiting.at(-1)!.id;
  }
}

/** @returns false where somebody has judged or reopened it meanwhile */
const lapse = (db: Database, id: number, answeredOn: Day, days: number): Promise<boolean> =>
  db.system.transaction().execute(async (tx) => {
    const petition = await lockPetition(tx, id, null);
    if (!stepAllowed('lapsed', petition.state) || petition.answeredOn !== answeredOn) return false;
    const standing = afterStep(petition, { kind: 'lapsed', days });
    await appendSystemEvent(tx, {
      kind: 'petition.lapsed',
      subjectType: 'petition',
      subjectId: id,
      unitId: petition.unitId,
      data: { days },
    });
    await tx
      .updateTable('petition')
      .set({ ...columnsOf(standing), version: petition.version + 1, changed_at: sql`app_now()` } as never)
      .where('id', '=', id)
      .execute();
    return true;
  });

/** Looks every hour for answers that nobody judged in time. */
export const lapseJob = ({ db, config, clock }: Pick<Services, 'db' | 'config' | 'clock'>): Job => ({
  name: 'petition.lapse',
  cron: '20 * * * *',
  work: async () => {
    if ((await lapsePetitions(db, dayOf(clock()), config.petitionJudgeDays)) > 0) await petitionsChanged(db);
  },
});
