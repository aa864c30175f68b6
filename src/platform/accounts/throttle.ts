import { Fault } from '../../kernel/errors.ts';
import type { Database } from '../db/access.ts';
import { countTry, forgetTries } from '../tries/index.ts';

/** How many failures are free. */
const FREE = { account: 5, address: 50 } as const;

/** Names are counted as typed, known or not, so that the waiting tells nothing about which accounts exist. */
const accountSubject = (username: string) => `account:${username.trim().toLowerCase().slice(0, 100)}`;
const addressSubject = (address: string) => `address:${address.slice(0, 60)}`;

/**
 * Counts one try before the password is looked at.
 * @throws Fault tooMany with the minutes to wait
 */
export async function countAttempt(db: Database, username: string, address: string, now: number): Promise<void> {
  const wait = await countTry(
    db,
    [
      { subject: accountSubject(username), free: FREE.account },
      { subject: addressSubject(address), free: FREE.address },
    ],
    now,
  );
  if (wait > 0)
    throw new Fault(
      'tooMany',
      'sign_in.wait',
      `Đã thử đăng nhập sai nhiều lần. Hãy đợi ${wait} phút rồi thử lại, hoặc nhờ quản trị viên của đơn vị đặt lại mật khẩu.`,
    );
}

/** A success forgets the failures of the account, and takes its own try off the address. */
export const forgetAttempts = (db: Database, username: string, address: string): Promise<void> =>
  forgetTries(db, accountSubject(username), addressSubject(address));
