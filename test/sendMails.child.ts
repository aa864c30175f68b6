/**
 * Sends what is due on a database, as the server's job does, until it is killed or done: DATABASE_URL, SMTP_URL. With
 * HOLD=1 it stays for ever before the last line.
 */
import { openDatabase } from '../src/platform/db/access.ts';
import { openMailer, sendMails } from '../src/platform/notify/index.ts';

const db = openDatabase(process.env.DATABASE_URL!, { connections: 1 });
const mailer = openMailer({ url: process.env.SMTP_URL!, sender: 'Thông Suốt <khong-tra-loi@example.vn>' });
const held: typeof mailer =
  process.env.HOLD === '1' ? { ...mailer, send: (letter) => mailer.send(letter, () => new Promise(() => {})) } : mailer;
await sendMails({ system: db.system, mailer: held, log: { warn() {} }, clock: Date.now, maySend: async () => true });
mailer.close();
await db.close();
