import { dayOf } from '../kernel/day.ts';
import type { Services } from '../platform/services.ts';
import { startFault } from '../platform/startFault.ts';
import { COMMUNE_SEATS, DEMONSTRATION_PASSWORD, PROVINCE_SEATS, SHOWN_COMMUNE } from './accounts.ts';
import { keepPastStandings, keepSaturdays } from './calendar.ts';
import { tellReminders } from './reminders.ts';
import { communeUsername, createSeats } from './seats.ts';
import { playStory } from './story.ts';
import { rehearseOldSystem } from './takeover.ts';

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

/** The mark of a demonstration being loaded: its result stays null until all of it is there. */
const LOADING = { key: 'de300000-0000-4000-8000-000000000001', purpose: 'demonstration' };

/**
 * Fills an empty installation with the demonstration: accounts named by office, and half a year of work. Nothing where there is
 * any account.
 * @throws Fault when an earlier start was ended half-way: the story cannot go on from there
 */
export async function loadDemonstration(services: Services): Promise<void> {
  const { system } = services.db;
  const mark = await system.selectFrom('write_key').select('result').where('key', '=', LOADING.key).executeTakeFirst();
  if (mark && mark.result === null) throw halfLoaded(services.config.dataDir);
  const someone = await system.selectFrom('person').select('id').limit(1).executeTakeFirst();
  if (someone) return;
  await system.insertInto('write_key').values(LOADING).execute();
  process.stderr.write(
    'Lần đầu: đang dựng nửa năm công việc của tỉnh trình diễn, khoảng nửa phút… (loading the demonstration)\n',
  );
  const seats = await createSeats(services, dayOf(services.clock()));
  await playStory(services, seats);
  await tellReminders(services);
  await keepSaturdays(services, seats);
  await keepPastStandings(services);
  await rehearseOldSystem(services, seats);
  await system.updateTable('write_key').set({ result: 'true' }).where('key', '=', LOADING.key).execute();
}

const halfLoaded = (dataDir: string) =>
  startFault(
    'demonstration.half',
    `Lần khởi động trước bị ngắt khi dữ liệu trình diễn chưa dựng xong. Hãy xóa thư mục ${dataDir} rồi chạy lại; trong đó chưa có việc của ai.`,
    `The last start was ended before the demonstration was complete. Delete the folder ${dataDir} and start again; nobody has worked in it.`,
  );
