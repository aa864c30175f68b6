import { enterHours, weekFrom } from '../calendar/index.ts';
import { addDays, dayOf } from '../kernel/day.ts';
import { standingJob } from '../overview/index.ts';
import type { Services } from '../platform/services.ts';
import type { Seats } from './seats.ts';

/** The office of the province's committee has somebody on duty on Saturday mornings, which moves no deadline. */
export async function keepSaturdays({ db, clock }: Services, seats: Seats): Promise<void> {
  const keeper = await seats.byUsername('quantri');
  await db.write(keeper, (tx) =>
    enterHours(tx, keeper, {
      organId: keeper.organId,
      week: weekFrom({ weekdays: '7:30-12:00, 13:30-17:00', saturday: '7:30-11:30', saturdayIsDuty: true }),
      season: null,
      validFrom: addDays(dayOf(clock()), -30),
      validTo: null,
      source: 'Thông báo phân công trực thứ Bảy của Văn phòng',
    }),
  );
}

/** How the province stood in the weeks that were played, as the nightly job would have kept it. */
export const keepPastStandings = (services: Services): Promise<void> => standingJob(services).work(null);
