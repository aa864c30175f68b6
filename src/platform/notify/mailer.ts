import { Readable } from 'node:stream';
import { createTransport } from 'nodemailer';
import MailComposer from 'nodemailer/lib/mail-composer';

/** One mail as it goes out. */
export interface Letter {
  to: { name: string; address: string };
  subject: string;
  text: string;
  messageId: string;
  /** Epoch milliseconds. */
  date: number;
}

/**
 * How a try ended, where not well.
 *   refused: this mail will never be taken; delayed: this mail perhaps later; unreachable: the server takes no mail at all now
 * `code` names the cause and holds no address.
 */
export class MailFault extends Error {
  override readonly name = 'MailFault';
  readonly outcome: 'refused' | 'delayed' | 'unreachable';
  readonly code: string;
  constructor(outcome: MailFault['outcome'], code: string) {
    super(`mail ${outcome}: ${code}`);
    this.outcome = outcome;
    this.code = code;
  }
}

export interface Mailer {
  /**
   * Sends one mail. `beforeLastLine` is waited for after the server has taken all but the last line: a process that dies
   * before it has certainly not sent the mail. Where it gives false, the mail is not ended.
   * @throws MailFault
   */
  send(letter: Letter, beforeLastLine: () => Promise<boolean>): Promise<void>;
  close(): void;
}

/** No server is waited for longer than this at any step. */
const PATIENCE_MS = 30_000;

/**
 * The way to a mail server.
 * @param url smtp://user:password@host:port, or smtps://
 * @param sender `Tên <địa-chỉ@máy>` or an address
 */
export function openMailer({ url, sender }: { url: string; sender: string }): Mailer {
  const transport = createTransport({
    url,
    pool: true,
    maxConnections: 1,
    connectionTimeout: PATIENCE_MS,
    greetingTimeout: PATIENCE_MS,
    socketTimeout: 2 * PATIENCE_MS,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return {
    async send(letter, beforeLastLine) {
      const composed = new MailComposer({
        from: sender,
        to: letter.to,
        subject: letter.subject,
        text: letter.text,
        messageId: letter.messageId,
        date: new Date(letter.date),
        // Nobody's absence note answers it (RFC 3834).
        headers: { 'Auto-Submitted': 'auto-generated' },
      }).compile();
      const envelope = composed.getEnvelope();
      const raw = Readable.from(heldBack(await composed.build(), beforeLastLine), { objectMode: false });
      try {
        await transport.sendMail({ envelope: { from: envelope.from || '', to: envelope.to }, raw });
      } catch (error) {
        throw faultOf(error);
      }
    },
    close: () => transport.close(),
  };
}

async function* heldBack(message: Buffer, beforeLastLine: () => Promise<boolean>) {
  const at = message.length - 1;
  yield message.subarray(0, at);
  if (!(await beforeLastLine())) throw new MailFault('delayed', 'taken-over');
  yield message.subarray(at);
}

/** What an error of the transport means for the mail and for those that wait behind it. */
function faultOf(error: unknown): MailFault {
  if (error instanceof MailFault) return error;
  const {
    code = 'EUNKNOWN',
    responseCode,
    command,
  } = error as { code?: string; responseCode?: number; command?: string };
  const name = responseCode ? `${code} ${responseCode}` : code;
  // Whatever comes before the recipient is about us, not about this mail.
  const ours =
    !responseCode || responseCode === 421 || code === 'EAUTH' || command === 'CONN' || command === 'MAIL FROM';
  if (ours) return new MailFault('unreachable', name);
  return new MailFault(responseCode >= 500 && responseCode !== 503 ? 'refused' : 'delayed', name);
}
