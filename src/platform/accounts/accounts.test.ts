import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { accountsFor, cookieHeader, PASSWORD, type TwoUnits, totp, twoUnits } from '../../../test/accounts.ts';
import type { Accounts } from './accounts.ts';
import { verifyPassword } from './password.ts';

let world: TwoUnits;
let accounts: Accounts;
let now = Date.now();
const clock = () => now;

beforeAll(async () => {
  world = await twoUnits();
  accounts = accountsFor(world.db, clock);
});
afterAll(() => world.close());
beforeEach(async () => {
  now = Date.now();
  await world.db.system.deleteFrom('sign_in_attempt').execute();
});

const headersWith = (cookies: readonly string[]) => new Headers({ cookie: cookieHeader(cookies) });
const signIn = (username: string, password = PASSWORD, address = '10.0.0.1') =>
  accounts.signIn({ username, password, address }, new Headers());
describe('signing in', () => {
  it('opens a session, found again by its cookie without asking the database', async () => {
    const step = await signIn('CT.ConCuong ');
    expect(step.personId).toBe(world.people.conHead.personId);
    expect(step.cookies.join()).toMatch(/HttpOnly/i);
    expect(step.cookies.join()).toMatch(/SameSite=Lax/i);
    const cookie = cookieHeader(step.cookies);
    expect(await accounts.sessionOf(cookie)).toMatchObject({
      personId: world.people.conHead.personId,
      mustChangePassword: false,
    });
    expect(accounts.sessionOf(`a=b; ${cookie}; c=d`)).not.toBeInstanceOf(Promise);
  });

  it('gives an unknown account and a wrong password the same answer', async () => {
    const unknown = await signIn('khong.co.ai').catch((e) => e);
    const wrong = await signIn('ct.concuong', 'sai mật khẩu rồi').catch((e) => e);
    expect(wrong).toMatchObject({ kind: 'invalid', code: 'sign_in.wrong' });
    expect(unknown.message).toBe(wrong.message);
    expect(await signIn("' or 1=1 --", 'x').catch((e) => e.message)).toBe(wrong.message);
  });

  it('makes an account wait after five failures, longer each time, and lets nobody guess meanwhile', async () => {
    for (let i = 0; i < 5; i++) await signIn('ct.dongloc', 'sai').catch(() => {});
    const waits: string[] = [];
    for (let i = 0; i < 3; i++) {
      const fault = await signIn('ct.dongloc').catch((e) => e);
      expect(fault.kind).toBe('tooMany');
      waits.push(/đợi (\d+) phút/.exec(fault.message)![1]!);
      now += Number(waits.at(-1)) * 60_000 + 1;
      await signIn('ct.dongloc', 'sai').catch(() => {});
    }
    expect(waits).toEqual(['1', '2', '4']);
    await expect(signIn('ct.concuong')).resolves.toBeTruthy();
  });

  it('does not let a burst of tries at once slip through', async () => {
    const tries = await Promise.all(
      Array.from({ length: 12 }, () => signIn('pct.concuong', 'sai').catch((e) => e.kind)),
    );
    expect(tries.filter((kind) => kind === 'invalid').length).toBeLessThanOrEqual(5);
  });

  it('makes an address wait that tries many names', async () => {
    await Promise.all(Array.from({ length: 50 }, (_, i) => signIn(`ten.${i}`, 'sai', '10.9.9.9').catch(() => {})));
    expect(await signIn('ct.concuong', PASSWORD, '10.9.9.9').catch((e) => e.kind)).toBe('tooMany');
    await expect(signIn('ct.concuong', PASSWORD, '10.9.9.8')).resolves.toBeTruthy();
  });
});

describe('a session', () => {
  it('ends when its person signs out, in every process', async () => {
    const other = accountsFor(world.db, clock);
    const { cookies } = await signIn('ct.concuong');
    const cookie = cookieHeader(cookies);
    expect(await other.sessionOf(cookie)).not.toBeNull();
    expect(await accounts.sessionOf(cookie)).not.toBeNull();
    await accounts.signOut(headersWith(cookies));
    expect(await accounts.sessionOf(cookie)).toBeNull();
    await expect.poll(() => other.sessionOf(cookie)).toBeNull();
  });

  it('ends two hours after the last page and twelve hours after signing in', async () => {
    const { cookies } = await signIn('ct.concuong');
    const cookie = cookieHeader(cookies);
    for (let hour = 1; hour <= 11; hour++) {
      now += 60 * 60_000;
      expect(await accounts.sessionOf(cookie), `after ${hour} h`).not.toBeNull();
    }
    now += 61 * 60_000;
    expect(await accounts.sessionOf(cookie)).toBeNull();
    now = Date.now();
    const idle = cookieHeader((await signIn('ct.concuong')).cookies);
    expect(await accounts.sessionOf(idle)).not.toBeNull();
    now += 121 * 60_000;
    expect(await accounts.sessionOf(idle)).toBeNull();
  });

  it('is not opened by a cookie that was tampered with', async () => {
    const cookie = cookieHeader((await signIn('ct.concuong')).cookies);
    const [name, value] = cookie.split('=') as [string, string];
    const other = value[3] === 'X' ? 'Y' : 'X';
    for (const bad of [
      '',
      'x',
      '%E0%A4%A',
      `${value.slice(0, 3)}${other}${value.slice(4)}`,
      `${value.slice(0, -4)}AAAA`,
    ])
      expect(await accounts.sessionOf(`${name}=${bad}`)).toBeNull();
  });

  it('can be ended from the list of sessions, by its own person only', async () => {
    const here = cookieHeader((await signIn('ct.concuong')).cookies);
    const there = cookieHeader((await signIn('ct.concuong', PASSWORD, '10.0.0.7')).cookies);
    const current = (await accounts.sessionOf(here))!;
    const list = await accounts.sessionsOf(current.personId, current.id);
    const far = list.find((one) => one.address === '10.0.0.7')!;
    expect(list.filter((one) => one.current)).toHaveLength(1);
    await accounts.endSession(far.id, world.people.dongHead.personId);
    expect(await accounts.sessionOf(there)).not.toBeNull();
    await accounts.endSession(far.id, current.personId);
    expect(await accounts.sessionOf(there)).toBeNull();
    expect(await accounts.sessionOf(here)).not.toBeNull();
  });
});

describe('the password', () => {
  it('changes only with the present one, and ends the other sessions', async () => {
    const here = cookieHeader((await signIn('pct.concuong')).cookies);
    const there = cookieHeader((await signIn('pct.concuong')).cookies);
    const { id, personId } = (await accounts.sessionOf(here))!;
    const change = {
      personId,
      sessionId: id,
      current: PASSWORD,
      next: 'mưa rào trên sông 9',
      again: 'mưa rào trên sông 9',
    };
    const field = (promise: Promise<void>) =>
      promise.then(
        () => 'ok',
        (e) => e.fields[0].field,
      );
    expect(await field(accounts.changePassword({ ...change, current: 'sai' }))).toBe('cu');
    expect(await field(accounts.changePassword({ ...change, next: 'ngắn' }))).toBe('moi');
    expect(await field(accounts.changePassword({ ...change, again: 'khác' }))).toBe('lai');
    expect(await field(accounts.changePassword(change))).toBe('ok');
    expect(await accounts.sessionOf(here)).not.toBeNull();
    expect(await accounts.sessionOf(there)).toBeNull();
    await expect(signIn('pct.concuong')).rejects.toMatchObject({ code: 'sign_in.wrong' });
    await expect(signIn('pct.concuong', change.next)).resolves.toBeTruthy();
  });

  it('is kept as a slow hash with its own salt', async () => {
    const rows = await world.db.system.selectFrom('account_credential').select('password').execute();
    expect(rows.every((row) => row.password!.startsWith('s1$16384$16$'))).toBe(true);
    expect(await verifyPassword(PASSWORD, 'plain')).toBe(false);
  });
});

describe('the second factor', () => {
  it('is asked for after the password, takes the code or one spare code once, and can be turned off', async () => {
    const first = await signIn('qt.dongloc');
    const personId = first.personId!;
    const session = (await accounts.sessionOf(cookieHeader(first.cookies)))!;
    await accounts.choose(session.id, personId, { appointmentId: world.people.dongAdmin.appointmentId });
    await expect(accounts.startTwoFactor('sai', headersWith(first.cookies))).rejects.toMatchObject({
      fields: [{ field: 'mat-khau' }],
    });
    const { uri, backupCodes } = await accounts.startTwoFactor(PASSWORD, headersWith(first.cookies));
    const secret = new URL(uri).searchParams.get('secret')!;
    expect((await signIn('qt.dongloc')).personId, 'not on before the first code').not.toBeNull();
    await expect(accounts.confirmTwoFactor('000000', personId, headersWith(first.cookies))).rejects.toMatchObject({
      fields: [{ field: 'ma' }],
    });
    const renewed = await accounts.confirmTwoFactor(totp(secret), personId, headersWith(first.cookies));
    expect(await accounts.sessionOf(cookieHeader(first.cookies))).toBeNull();
    const after = (await accounts.sessionOf(cookieHeader(renewed)))!;
    expect(after.appointmentId).toBe(world.people.dongAdmin.appointmentId);

    const half = await signIn('qt.dongloc');
    expect(half.personId).toBeNull();
    expect(await accounts.sessionOf(cookieHeader(half.cookies))).toBeNull();
    const code = (text: string, cookies = half.cookies) =>
      accounts.signInCode({ code: text, address: '10.0.0.2' }, headersWith(cookies));
    await expect(code('123')).rejects.toMatchObject({ kind: 'invalid' });
    const full = await code(totp(secret));
    expect(full.personId).toBe(personId);
    expect(await accounts.sessionOf(cookieHeader(full.cookies))).not.toBeNull();
    await expect(code(totp(secret)), 'the step is spent').rejects.toMatchObject({ kind: 'signedOut' });

    const open = async () => (await accounts.sessionsOf(personId, after.id)).length;
    const before = await open();
    const watched = await signIn('qt.dongloc');
    await expect(code(totp(secret), watched.cookies), 'seen over a shoulder').rejects.toMatchObject({
      kind: 'signedOut',
      message: expect.stringMatching(/đã được dùng.*đăng nhập lại/),
    });
    expect(await open(), 'and it has opened nothing').toBe(before);

    const again = await signIn('qt.dongloc');
    expect((await code(backupCodes[0]!, again.cookies)).personId).toBe(personId);
    const third = await signIn('qt.dongloc');
    await expect(code(backupCodes[0]!, third.cookies)).rejects.toMatchObject({ kind: 'invalid' });

    expect(await accounts.newBackupCodes(PASSWORD, headersWith(renewed))).not.toContain(backupCodes[1]);
    const off = await accounts.stopTwoFactor(PASSWORD, personId, headersWith(renewed));
    expect(await accounts.sessionOf(cookieHeader(off))).not.toBeNull();
    expect((await signIn('qt.dongloc')).personId).toBe(personId);
  });
});

it('keeps the sign-in tables out of the reach of the application role', async () => {
  for (const table of [
    'account_user',
    'account_credential',
    'account_session',
    'account_verification',
    'account_two_factor',
    'sign_in_attempt',
  ] as const)
    await expect(world.db.build.selectFrom(table).selectAll().execute(), table).rejects.toThrow(/permission denied/);
});
