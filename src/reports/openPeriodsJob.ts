import { type Day, dayOf } from '../kernel/day.ts';
import { organRegister } from '../organs/index.ts';
import type { Job } from '../platform/jobs/index.ts';
import type { Services } from '../platform/services.ts';
import { issue } from './openPeriod.ts';
import { opensOn, periodOf } from './periods.ts';
import { versionsInForce } from './store.ts';

type Given = Pick<Services, 'db' | 'log' | 'clock'>;

/** Opens what is due to be opened, each morning at ten past midnight (Việt Nam); run twice, it opens nothing twice. */
export const openPeriodsJob = (services: Given): Job => ({
  name: 'report.open_periods',
  cron: '10 17 * * *',
  work: async () => void (await openDuePeriods(services, dayOf(services.clock()))),
});

/** @returns how many periods were opened */
export async function openDuePeriods(services: Given, today: Day): Promise<number> {
  const { system } = services.db;
  const register = await organRegister(services);
  const inForce = await versionsInForce(system, today).execute();
  let count = 0;
  for (const version of inForce) {
    const period = periodOf(version.periodicity, today);
    if (today < opensOn(period)) continue;
    const form = { ...version, id: version.formId };
    const opened = await system.transaction().execute(async (tx) => {
      const done = await issue(tx, form, version, period, register, today);
      if (done) {
        await tx
          .insertInto('event')
          .values({
            unit_id: version.unitId,
            organ_id: version.officeId,
            kind: 'report.period_opened',
            subject_type: 'report_period',
            subject_id: done.id,
            data: JSON.stringify({ key: period.key, sheets: done.sheets }),
          })
          .execute();
      }
      return done;
    });
    if (opened) count++;
  }
  return count;
}
