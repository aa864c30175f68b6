import { sql } from 'kysely';
import type { Day } from '../../kernel/day.ts';
import { conflict, invalid, notFound } from '../../kernel/errors.ts';
import type { Principal } from '../../kernel/principal.ts';
import { hashInitialPassword, hashPassword, initialPassword } from '../../platform/accounts/index.ts';
import { appendEvent } from '../../platform/audit/appendEvent.ts';
import type { Tx } from '../../platform/db/access.ts';
import { addAccounts, type CreatedAccount, type NewAccount } from './createAccounts.ts';
import { keptUnit } from './policy.ts';
import { accountOf } from './store.ts';

/** A password made for somebody: told once, changed at its first use, kept nowhere but as its hash. */
export interface MadePassword {
  password: string;
  hash: string;
}
export async function makePassword(): Promise<MadePassword> {
  const password = initialPassword();
  return { password, hash: await hashInitialPassword(password) };
}

/** Gives people of the administrator's unit accounts; all of them or none. The passwords stand beside the rows. */
export async function giveAccounts(
  tx: Tx,
  by: Principal,
  rows: readonly NewAccount[],
  passwords: readonly MadePassword[],
  today: Day,
): Promise<CreatedAccount[]> {
  const unitId = keptUnit(by);
  const organs = new Set(rows.map((row) => row.organId));
  const ours = await tx
    .selectFrom('organ')
    .where('id', 'in', [...organs])
    .where('unit_id', '=', unitId)
    .select('id')
    .execute();
  if (ours.length !== organs.size)
    throw invalid('account.organ', 'Cơ quan này không thuộc đơn vị bạn quản trị. Hãy chọn lại.', 'co-quan');
  const hashes = passwords.map((one) => one.hash);
  const created = await addAccounts(tx, unitId, rows, hashes, today);
  for (const one of created)
    await appendEvent(tx, by, { kind: 'account.created', subjectType: 'person', subjectId: one.personId });
  return created;
}

/** Another password, no second factor, no session: for somebody who has lost the way in. */
export async function resetAccount(tx: Tx, by: Principal, personId: number, hash: string): Promise<void> {
  const account = await inUse(tx, by, personId);
  if (account.personId === by.personId)
    throw conflict('account.own', 'Đây là tài khoản của chính bạn. Hãy đổi mật khẩu ở trang Tài khoản.');
  await sql`select account_reset(${personId}::bigint, ${hash})`.execute(tx);
  await appendEvent(tx, by, { kind: 'account.reset', subjectType: 'person', subjectId: personId });
}

/** Ends an account with its appointments and sessions. What the person did stays under their name. */
export async function endAccount(tx: Tx, by: Principal, personId: number, reason: string, today: Day): Promise<void> {
  await inUse(tx, by, personId);
  if (personId === by.personId)
    throw conflict('account.own', 'Bạn không thể kết thúc tài khoản của chính mình. Hãy nhờ quản trị viên khác.');
  if (!reason) throw invalid('account.reason', 'Hãy ghi lý do, ví dụ: nghỉ hưu, chuyển công tác.', 'ly-do');
  await sql`update person set ended_at = now(), end_reason = ${reason} where id = ${personId}::bigint`.execute(tx);
  await sql`update appointment set valid_to = greatest(valid_from, ${today}::date), end_reason = ${reason}
    where person_id = ${personId}::bigint and coalesce(valid_to, 'infinity') > ${today}::date`.execute(tx);
  // Nobody knows this password; signing in takes as long as with any other.
  await sql`select account_reset(${personId}::bigint, ${await hashPassword(initialPassword())})`.execute(tx);
  await appendEvent(tx, by, { kind: 'account.ended', subjectType: 'person', subjectId: personId, reason });
}

async function inUse(tx: Tx, by: Principal, personId: number) {
  const account = await accountOf(tx, keptUnit(by), personId).executeTakeFirst();
  if (!account) throw notFound('tài khoản này');
  if (account.endedAt) throw conflict('account.ended', 'Tài khoản này đã kết thúc.');
  return account;
}

/** How to reach a person, shown to their administrator; the look itself is on the record. */
export async function readAccount(tx: Tx, by: Principal, personId: number) {
  const account = await accountOf(tx, keptUnit(by), personId).executeTakeFirst();
  if (!account) throw notFound('tài khoản này');
  await appendEvent(tx, by, { kind: 'person.read', subjectType: 'person', subjectId: personId });
  return account;
}
