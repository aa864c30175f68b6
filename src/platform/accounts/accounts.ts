import { APIError } from 'better-auth/api';
import { type Kysely, sql } from 'kysely';
import { Fault, invalid } from '../../kernel/errors.ts';
import type { AppointmentId, PersonId } from '../../kernel/ids.ts';
import type { Database } from '../db/access.ts';
import type { DB } from '../db/schema.generated.ts';
import type { Services } from '../services.ts';
import { type AccountSettings, createAuth } from './auth.ts';
import { hashPassword, verifyPassword } from './password.ts';
import { passwordFault } from './passwordRules.ts';
import { openSessions, type Sessions } from './sessions.ts';
import { countAttempt, forgetAttempts } from './throttle.ts';

/** What a step of signing in leaves: cookies for the browser, and whether it is in or still owes a code. */
export interface SignInStep {
  cookies: string[];
  /** null: the second factor is still to come. */
  personId: PersonId | null;
}

/** The headers of the request that a step answers; they carry the cookies. */
type RequestHeaders = Headers;

export interface SessionLine {
  id: string;
  current: boolean;
  address: string | null;
  browser: string | null;
  /** Epoch milliseconds. */
  since: number;
  seen: number;
}

export interface OwnAccount {
  username: string;
  twoFactor: boolean;
  mustChangePassword: boolean;
}

export interface Accounts extends Sessions {
  /** @throws Fault invalid for a wrong name or password (one and the same answer), tooMany with the minutes to wait */
  signIn(try_: { username: string; password: string; address: string }, headers: RequestHeaders): Promise<SignInStep>;
  /** The code of the telephone, or one of the spare codes. @throws Fault invalid, signedOut when the step has expired */
  signInCode(try_: { code: string; address: string }, headers: RequestHeaders): Promise<SignInStep>;
  /** Ends the session of these headers. */
  signOut(headers: RequestHeaders): Promise<string[]>;
  /** Acts from now on in this position, or under this delegation; the caller has checked that it is the person's. */
  choose(sessionId: string, personId: number, choice: Choice): Promise<void>;
  ownAccount(personId: number): Promise<OwnAccount>;
  /** Every other session of the person ends. @throws Fault invalid at `cu`, `moi` or `lai` */
  changePassword(change: PasswordChange): Promise<void>;
  startTwoFactor(password: string, headers: RequestHeaders): Promise<{ uri: string; backupCodes: string[] }>;
  /** Turns it on once the telephone shows the right code. */
  confirmTwoFactor(code: string, personId: number, headers: RequestHeaders): Promise<string[]>;
  stopTwoFactor(password: string, personId: number, headers: RequestHeaders): Promise<string[]>;
  newBackupCodes(password: string, headers: RequestHeaders): Promise<string[]>;
  sessionsOf(personId: number, currentId: string): Promise<SessionLine[]>;
  endSession(id: string, personId: number): Promise<void>;
}

export type Choice = { appointmentId: AppointmentId } | { actingForId: number; appointmentId: AppointmentId };

export interface PasswordChange {
  personId: number;
  sessionId: string;
  current: string;
  next: string;
  again: string;
}

const WRONG = 'Tên đăng nhập hoặc mật khẩu không đúng. Hãy kiểm tra phím CapsLock và bộ gõ tiếng Việt rồi nhập lại.';
const wrong = () => new Fault('invalid', 'sign_in.wrong', WRONG);
const CODE = 'Mã không đúng hoặc đã hết hạn. Hãy nhập mã 6 số đang hiện trên ứng dụng xác thực.';
const SPENT = 'Mã này đã được dùng. Hãy đăng nhập lại từ đầu và nhập mã mới đang hiện trên ứng dụng xác thực.';
const PASSWORD = 'Mật khẩu hiện tại không đúng. Hãy nhập lại.';
/** A wrong try answers no sooner than this, so that its time tells nothing about the account. */
const WRONG_AFTER_MS = 400;

const opened = new WeakMap<Services, Accounts>();

/** The accounts of a running server, opened at first use. */
export function accountsOf(services: Services): Accounts {
  let accounts = opened.get(services);
  if (!accounts) {
    accounts = openAccounts(services.db, settingsOf(services), services.clock);
    opened.set(services, accounts);
  }
  return accounts;
}

const settingsOf = ({ config }: Services): AccountSettings => ({
  secret: config.secret,
  url: config.publicUrl,
  sessionHours: config.sessionHours,
  idleMinutes: config.sessionIdleMinutes,
});

export function openAccounts(db: Database, settings: AccountSettings, clock: () => number): Accounts {
  const auth = createAuth(db.system, settings);
  const sessions = openSessions(db, settings, clock);

  return {
    ...sessions,
    async signIn({ username, password, address }, headers) {
      const name = username.trim().toLowerCase();
      await countAttempt(db, name, address, clock());
      const started = performance.now();
      try {
        const step = await auth.api.signInUsername({
          body: { username: name, password },
          headers,
          returnHeaders: true,
        });
        await forgetAttempts(db, name, address);
        return await admit(db, step, address, clock());
      } catch (error) {
        if (!(error instanceof APIError)) throw error;
        await new Promise((go) => setTimeout(go, Math.max(0, WRONG_AFTER_MS - (performance.now() - started))));
        throw wrong();
      }
    },
    async signInCode({ code, address }, headers) {
      const digits = code.replace(/\s+/g, '');
      if (!/^\d{6}$/.test(digits)) {
        const spare = { body: { code: code.trim() }, headers, returnHeaders: true } as const;
        return admit(db, await codeFaults(() => auth.api.verifyBackupCode(spare)), address, clock());
      }
      const step = await codeFaults(() =>
        auth.api.verifyTOTP({ body: { code: digits }, headers, returnHeaders: true }),
      );
      // The library has used up this sign-in's step with the code, so that a new code needs a new step.
      if (!(await spendCode(db, step.response.token, digits, clock())))
        throw new Fault('signedOut', 'two_factor.spent', SPENT);
      return admit(db, step, address, clock());
    },
    async signOut(headers) {
      const session = await sessions.sessionOf(headers.get('cookie'));
      const { headers: answer } = await auth.api.signOut({ headers, returnHeaders: true });
      if (session) await sessions.changed(session.personId);
      return answer.getSetCookie();
    },
    async choose(sessionId, personId, choice) {
      await db.system
        .updateTable('account_session')
        .set({
          appointment_id: choice.appointmentId,
          acting_for_id: 'actingForId' in choice ? choice.actingForId : null,
        })
        .where('id', '=', sessionId)
        .execute();
      await sessions.changed(personId);
    },
    ownAccount: (personId) => ownAccount(db, personId),
    async changePassword({ personId, sessionId, current, next, again }) {
      const own = await db.system
        .selectFrom('account_user as u')
        .innerJoin('account_credential as c', 'c.user_id', 'u.id')
        .where('u.person_id', '=', personId)
        .where('c.provider_id', '=', 'credential')
        .select(['u.id', 'u.username', 'c.password'])
        .executeTakeFirstOrThrow();
      const from = `session:${sessionId}`;
      await countAttempt(db, own.username, from, clock());
      if (!(await verifyPassword(current, own.password ?? ''))) throw invalid('password.current', PASSWORD, 'cu');
      await forgetAttempts(db, own.username, from);
      const fault = passwordFault(next, own.username);
      if (fault) throw invalid('password.weak', fault, 'moi');
      if (next === current)
        throw invalid('password.same', 'Mật khẩu mới trùng mật khẩu cũ. Hãy chọn mật khẩu khác.', 'moi');
      if (next !== again) throw invalid('password.again', 'Hai lần nhập mật khẩu mới không giống nhau.', 'lai');
      const hash = await hashPassword(next);
      await db.system.transaction().execute(async (tx) => {
        await tx
          .updateTable('account_credential')
          .set({ password: hash })
          .where('user_id', '=', own.id)
          .where('provider_id', '=', 'credential')
          .execute();
        await tx.updateTable('account_user').set({ must_change_password: false }).where('id', '=', own.id).execute();
        await tx.deleteFrom('account_session').where('user_id', '=', own.id).where('id', '<>', sessionId).execute();
        await record(tx, personId, 'account.password_changed');
      });
      await sessions.changed(personId);
    },
    async startTwoFactor(password, headers) {
      const started = await passwordFaults(() => auth.api.enableTwoFactor({ body: { password }, headers }));
      if (started.method !== 'totp') throw new Error('the second factor is a TOTP');
      // The telephone shows the user name, not the address made up for the library.
      return { uri: started.totpURI.replace('%40tai-khoan.invalid', ''), backupCodes: started.backupCodes };
    },
    async confirmTwoFactor(code, personId, headers) {
      const { headers: answer } = await codeFaults(() =>
        auth.api.verifyTOTP({ body: { code: code.replace(/\s+/g, '') }, headers, returnHeaders: true }),
      );
      await record(db.system, personId, 'account.two_factor_on');
      await sessions.changed(personId);
      return answer.getSetCookie();
    },
    async stopTwoFactor(password, personId, headers) {
      const { headers: answer } = await passwordFaults(() =>
        auth.api.disableTwoFactor({ body: { password }, headers, returnHeaders: true }),
      );
      await record(db.system, personId, 'account.two_factor_off');
      await sessions.changed(personId);
      return answer.getSetCookie();
    },
    async newBackupCodes(password, headers) {
      return (await passwordFaults(() => auth.api.generateBackupCodes({ body: { password }, headers }))).backupCodes;
    },
    async sessionsOf(personId, currentId) {
      const rows = await db.system
        .selectFrom('account_session as s')
        .innerJoin('account_user as u', 'u.id', 's.user_id')
        .where('u.person_id', '=', personId)
        .where('s.expires_at', '>', clock())
        .orderBy('s.seen_at', 'desc')
        .select(['s.id', 's.ip_address', 's.user_agent', 's.created_at', 's.seen_at'])
        .execute();
      return rows.map((row) => ({
        id: row.id,
        current: row.id === currentId,
        address: row.ip_address || null,
        browser: row.user_agent || null,
        since: row.created_at,
        seen: row.seen_at,
      }));
    },
    async endSession(id, personId) {
      await db.system.transaction().execute(async (tx) => {
        const ended = await tx
          .deleteFrom('account_session')
          .where('id', '=', id)
          .where('user_id', 'in', (q) => q.selectFrom('account_user').select('id').where('person_id', '=', personId))
          .returning('id')
          .execute();
        if (ended.length > 0) await record(tx, personId, 'account.session_ended');
      });
      await sessions.changed(personId);
    },
  };
}

/** After the last factor: the session is told where it comes from, and sessions long over are swept away. */
async function admit(
  db: Database,
  step: { headers: Headers; response: unknown },
  address: string,
  now: number,
): Promise<SignInStep> {
  const cookies = step.headers.getSetCookie();
  const token = (step.response as { token?: unknown }).token;
  if (typeof token !== 'string') return { cookies, personId: null };
  const at = new Date(now).toISOString();
  const { rows } = await sql<{ person_id: number }>`
    with swept as (delete from account_session where expires_at < ${at}::timestamptz - interval '30 days'),
      spent as (delete from account_verification where expires_at < ${at}::timestamptz - interval '1 day'),
      quiet as (delete from sign_in_attempt where last_at < ${at}::timestamptz - interval '1 day'),
      session as (
        update account_session set ip_address = ${address}, seen_at = ${at}::timestamptz where token = ${token} returning user_id
      )
    update account_user u set signed_in_at = ${at}::timestamptz from session where u.id = session.user_id returning u.person_id
  `.execute(db.system);
  const personId = Number(rows[0]!.person_id) as PersonId;
  await record(db.system, personId, 'account.signed_in');
  return { cookies, personId };
}

/**
 * Takes a code for this once (RFC 6238, 5.2): the library lets it count as long as it is shown, also for who looked over a shoulder.
 * @returns false where it was taken before; the session that the library has opened by it is then gone
 */
async function spendCode(db: Database, token: string, code: string, now: number): Promise<boolean> {
  const at = new Date(now).toISOString();
  const { rows } = await sql<{ taken: boolean }>`
    with session as (select user_id from account_session where token = ${token}),
      taken as (
        update account_two_factor f set spent_code = ${code}, spent_at = ${at}::timestamptz from session
        where f.user_id = session.user_id
          and (f.spent_code is distinct from ${code} or f.spent_at < ${at}::timestamptz - interval '5 minutes')
        returning 1
      ),
      refused as (delete from account_session where token = ${token} and not exists (select from taken))
    select exists (select from taken) as taken`.execute(db.system);
  return rows[0]!.taken;
}

async function ownAccount(db: Database, personId: number): Promise<OwnAccount> {
  const row = await db.system
    .selectFrom('account_user')
    .where('person_id', '=', personId)
    .select(['username', 'two_factor_enabled', 'must_change_password'])
    .executeTakeFirstOrThrow();
  return { username: row.username, twoFactor: row.two_factor_enabled, mustChangePassword: row.must_change_password };
}

/** What a person did with the own account, on the record. */
async function record(db: Kysely<DB>, personId: number, kind: string): Promise<void> {
  await sql`insert into event (unit_id, person_id, kind, subject_type, subject_id)
    select unit_id, id, ${kind}, 'person', id from person where id = ${personId}::bigint`.execute(db);
}

/** The library's refusals as sentences at the form's fields. */
async function refused<T>(work: () => Promise<T>, field: string, sentence: string): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof APIError)) throw error;
    const code = (error.body as { code?: string } | undefined)?.code ?? '';
    if (code === 'ACCOUNT_TEMPORARILY_LOCKED')
      throw new Fault('tooMany', 'two_factor.locked', 'Đã nhập sai mã nhiều lần. Hãy đợi 15 phút rồi thử lại.');
    if (code === 'INVALID_TWO_FACTOR_COOKIE' || code.startsWith('TOO_MANY_ATTEMPTS'))
      throw new Fault('signedOut', 'two_factor.expired', 'Bước xác thực đã hết hạn. Hãy đăng nhập lại từ đầu.');
    if (code === 'TOTP_ALREADY_ENABLED')
      throw new Fault('conflict', 'two_factor.on', 'Xác thực hai bước đã được bật cho tài khoản này.');
    throw invalid(`account.${code.toLowerCase() || 'refused'}`, sentence, field);
  }
}
const codeFaults = <T>(work: () => Promise<T>) => refused(work, 'ma', CODE);
const passwordFaults = <T>(work: () => Promise<T>) => refused(work, 'mat-khau', PASSWORD);
