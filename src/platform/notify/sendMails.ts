import type { Kysely } from 'kysely';
import type { Logger } from 'pino';
import type { DB } from '../db/schema.generated.ts';
import type { Job } from '../jobs/index.ts';
import { type Mailer, MailFault } from './mailer.ts';
import {
  delayAfter,
  type HeldMail,
  holdNext,
  noteDelayed,
  noteHanded,
  noteRefused,
  noteSent,
  postponeAll,
} from './outbox.ts';

export interface Sending {
  system: Kysely<DB>;
  mailer: Mailer;
  log: Pick<Logger, 'warn'>;
  clock: () => number;
  /** Whether people may be written to at an instant (epoch milliseconds). */
  maySend: (at: number) => Promise<boolean>;
}

/** A run ends after this, so that the next one of the minute goes on. */
const RUN_MS = 50_000;

/**
 * Sends what is due, one after another, until nothing is left, the server does not take mail, or people want quiet.
 * Killed at any moment, nothing is lost: what was being sent is taken up again once its lease has ended, with the same
 * Message-ID, and is sent a second time only if the process died between the last line and the server's answer.
 * @returns how many were sent
 */
export async function sendMails(sending: Sending): Promise<number> {
  const { system, clock } = sending;
  const start = clock();
  let sent = 0;
  while (clock() - start < RUN_MS && (await sending.maySend(clock()))) {
    const mail = await holdNext(system, clock());
    if (!mail) break;
    const outcome = await sendOne(sending, mail);
    if (outcome === 'sent') sent += 1;
    if (outcome === 'unreachable') break;
  }
  return sent;
}

async function sendOne(
  { system, mailer, log, clock }: Sending,
  mail: HeldMail,
): Promise<'sent' | 'refused' | 'delayed' | 'unreachable'> {
  if (!mail.to) {
    await noteRefused(system, mail, 'no-address');
    return 'refused';
  }
  if (mail.perhapsSent) log.warn({ mailId: mail.id }, 'a mail may be sent twice: its sender died as it ended');
  try {
    await mailer.send(
      {
        to: { name: mail.name, address: mail.to },
        subject: mail.subject,
        text: mail.body,
        messageId: mail.messageId,
        date: mail.createdAt,
      },
      () => noteHanded(system, mail, clock()),
    );
  } catch (error) {
    const fault = error instanceof MailFault ? error : new MailFault('delayed', 'EUNKNOWN');
    log.warn({ mailId: mail.id, code: fault.code, outcome: fault.outcome }, 'a mail was not sent');
    if (fault.outcome === 'refused') await noteRefused(system, mail, fault.code);
    else await noteDelayed(system, mail, fault.code, clock());
    if (fault.outcome === 'unreachable')
      await postponeAll(system, fault.code, clock() + delayAfter(mail.tries), clock());
    return fault.outcome;
  }
  await noteSent(system, mail, clock());
  return 'sent';
}

/** Sends mails each minute, as long as there are any; no connection stays open in between. */
export const sendMailsJob = (sending: Omit<Sending, 'mailer'>, open: () => Mailer): Job => ({
  name: 'mail.send',
  cron: '* * * * *',
  work: async () => {
    const mailer = open();
    try {
      await sendMails({ ...sending, mailer });
    } finally {
      mailer.close();
    }
  },
});
