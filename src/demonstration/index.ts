import { dayOf } from '../kernel/day.ts';
import type { Services } from '../platform/services.ts';
import { COMMUNE_SEATS, DEMONSTRATION_PASSWORD, PROVINCE_SEATS, SHOWN_COMMUNE } from './accounts.ts';
import { communeUsername, createSeats } from './seats.ts';
import { playStory } from './story.ts';

/** The accounts worth trying first, for the terminal and the sign-in page. */
export const DEMONSTRATION_ACCOUNTS: readonly { office: string; username: string; password: string; use: string }[] = [
  ...PROVINCE_SEATS.filter((s) => s.use).map((s) => ({
    username: s.username,
    office: s.office!,
    password: DEMONSTRATION_PASSWORD,
    use: s.use!,
  })),
  ...COMMUNE_SEATS.map((s) => ({
    username: communeUsername(s.username, SHOWN_COMMUNE),
    office: `Xã ${SHOWN_COMMUNE}`,
    password: DEMONSTRATION_PASSWORD,
    use: s.use!,
  })),
];

/** Fills an empty installation with the demonstration: accounts named by office, and half a year of work. Nothing where there is any account. */
export async function loadDemonstration(services: Services): Promise<void> {
  const someone = await services.db.system.selectFrom('person').select('id').limit(1).executeTakeFirst();
  if (someone) return;
  process.stderr.write(
    'Lần đầu: đang dựng nửa năm công việc của tỉnh trình diễn, khoảng nửa phút… (loading the demonstration)\n',
  );
  const seats = await createSeats(services, dayOf(services.clock()));
  await playStory(services, seats);
}
