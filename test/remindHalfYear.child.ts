/**
 * Lives through days as a server does, under a clock that jumps: what people do on a day (table fate_*), then the product's own
 * job at three hours of it. Goes on where the last process stopped. DATABASE_URL, FIRST_DAY, LAST_DAY, DOWN (days without a server).
 */
import { sql } from 'kysely';
import { addDays, type Day } from '../src/kernel/day.ts';
import { openDatabase } from '../src/platform/db/access.ts';
import type { Services } from '../src/platform/services.ts';
import { reminderJobs } from '../src/reminders/jobs.ts';
import { play } from './halfYear.ts';

const { DATABASE_URL, FIRST_DAY, LAST_DAY, DOWN } = process.env;
const db = openDatabase(DATABASE_URL!, { connections: 1 });
let now = 0;
const job = reminderJobs({
  config: { smtpUrl: 'smtp://127.0.0.1:9', mailSender: 'nhac@example.vn', publicUrl: 'http://127.0.0.1:8080' },
  db,
  log: { info() {}, warn() {} },
  clock: () => now,
} as unknown as Services).find((j) => j.name === 'reminder.day')!;

const { rows } = await sql<{ last: Day | null }>`select max(day) as last from reminder_run`.execute(db.system);
const first = rows[0]!.last ? addDays(rows[0]!.last, 1) : (FIRST_DAY as Day);
for (let day = first; day <= LAST_DAY!; day = addDays(day, 1)) {
  await play(db.system, day);
  if (DOWN!.split(',').includes(day)) continue;
  process.stdout.write(`${day}\n`);
  for (const time of ['06:55', '07:05', '15:00']) {
    now = Date.parse(`${day}T${time}:00+07:00`);
    await job.work(undefined);
  }
}
await db.close();
