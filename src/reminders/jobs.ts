import { calendarsNow } from '../calendar/index.ts';
import { dayOf } from '../kernel/day.ts';
import type { Job } from '../platform/jobs/index.ts';
import { openMailer, sendMailsJob } from '../platform/notify/index.ts';
import type { Services } from '../platform/services.ts';
import { isQuiet } from './model.ts';
import { remindDay } from './remindDay.ts';
import { rulesOn } from './store.ts';
import { tellEvents } from './tellEvents.ts';

type Given = Pick<Services, 'config' | 'db' | 'log' | 'clock'>;

/** What the room does beside the requests: tells events each minute, reminders once a day, and sends the mails. */
export function reminderJobs({ config, db, log, clock }: Given): Job[] {
  const { system } = db;
  const { smtpUrl, mailSender } = config;
  const calendarNow = async () => (await calendarsNow(system)).state;
  const quiet = async (at: number) => isQuiet(at, await rulesOn(system, dayOf(at)), await calendarNow());
  const jobs: Job[] = [
    { name: 'notice.tell', cron: '* * * * *', work: async () => void (await tellEvents(system, clock())) },
    {
      name: 'reminder.day',
      // Tried often, told once: the first time of a working day that is not quiet.
      cron: '*/5 * * * *',
      work: async () => {
        const now = clock();
        if (await quiet(now)) return;
        const mailBaseUrl = smtpUrl && mailSender ? config.publicUrl : undefined;
        const told = await remindDay(system, { day: dayOf(now), now, mailBaseUrl, calendar: await calendarNow() });
        if (told) log.info(told, 'the reminders of the day were told');
      },
    },
  ];
  if (smtpUrl && mailSender) {
    const sending = { system, log, clock, maySend: async (at: number) => !(await quiet(at)) };
    jobs.push(sendMailsJob(sending, () => openMailer({ url: smtpUrl, sender: `Thông Suốt <${mailSender}>` })));
  }
  return jobs;
}
