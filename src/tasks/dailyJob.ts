import { dayOf } from '../kernel/day.ts';
import type { Job } from '../platform/jobs/index.ts';
import type { Services } from '../platform/services.ts';
import { takeOverFromEnded } from './handover/takeOver.ts';
import { createPeriods } from './periods/createPeriods.ts';
import { tasksChanged } from './tally.ts';

/**
 * What a new day brings to tasks: the report duties of a period that begins, and what organs left open whose last day was
 * yesterday. Each hour, so that a server that was off at midnight is late by an hour at most; a second run finds nothing to do.
 */
export const taskDailyJob = ({ db, clock }: Pick<Services, 'db' | 'clock'>): Job => ({
  name: 'task.daily',
  cron: '4 * * * *',
  work: async () => {
    const today = dayOf(clock());
    const touched = (await createPeriods(db, today)) + (await takeOverFromEnded(db, today));
    if (touched > 0) await tasksChanged(db);
  },
});
