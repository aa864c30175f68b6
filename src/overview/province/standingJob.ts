import { addDays, dayOf } from '../../kernel/day.ts';
import type { Job } from '../../platform/jobs/index.ts';
import type { Services } from '../../platform/services.ts';
import { keepStandings } from './store.ts';

/** Weeks of which the leaders' page tells. */
export const WEEKS = 12;

/** Every night how the province stood on the day before, and whatever days are still missing. */
export const standingJob = ({ db, clock }: Pick<Services, 'db' | 'clock'>): Job => ({
  name: 'standing.keep',
  // A quarter past midnight in Việt Nam.
  cron: '15 17 * * *',
  work: () => {
    const today = dayOf(clock());
    return keepStandings(db.system, addDays(today, -7 * WEEKS), addDays(today, -1));
  },
});
