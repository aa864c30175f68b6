import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type TestDatabase, testDatabase } from '../../../test/database.ts';
import { mailServer } from '../../../test/mailServer.ts';
import { addDays, type Day } from '../../kernel/day.ts';
import { type Database, openDatabase } from '../db/access.ts';
import { isMailAddress } from './address.ts';
import { openMailer, sendMails } from './index.ts';
import { delayAfter, enqueueMails, LEASE_MS } from './outbox.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const day = '2026-03-02' as Day;
const start = Date.parse(`${day}T08:00:00+07:00`);

let testing: TestDatabase;
let db: Database;
let server: Awaited<ReturnType<typeof mailServer>>;
let mailer: ReturnType<typeof openMailer>;
let now = start;
const warnings: unknown[] = [];

beforeAll(async () => {
  testing = await testDatabase();
  db = openDatabase(testing.url, { connections: 2 });
  server = await mailServer();
  mailer = openMailer({ url: server.url(), sender: 'Thông Suốt <khong-tra-loi@example.vn>' });
  await db.system
    .insertInto('unit')
    .values({ code: '90', level: 'province', type: 'tinh', name: 'Thử', search_key: 'thu' })
    .execute();
});
beforeEach(async () => {
  await db.system.deleteFrom('mail').execute();
  await db.system.deleteFrom('person').execute();
  server.received.length = 0;
  server.behaviour.refuse.clear();
  warnings.length = 0;
  now = start;
});
afterAll(async () => {
  mailer.close();
  await server.close();
  await db.close();
  await testing.drop();
});

async function person(email: string | null): Promise<number> {
  const { id: unitId } = await db.system.selectFrom('unit').select('id').executeTakeFirstOrThrow();
  const { id } = await db.system
    .insertInto('person')
    .values({ unit_id: unitId, name: 'Văn thư', search_key: 'van thu', email })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}
const write = (personId: number, on = day, subject = 'Việc hôm nay: 3 việc quá hạn') =>
  enqueueMails(
    db.system,
    [{ personId, kind: 'digest', day: on, subject, body: 'Quá hạn:\n- Báo cáo kết quả' }],
    now,
    'example.vn',
  );
const send = (maySend = async () => true) =>
  sendMails({
    system: db.system,
    mailer,
    log: { warn: (details: unknown) => void warnings.push(details) },
    clock: () => now,
    maySend,
  });
const states = async () =>
  (await db.system.selectFrom('mail').select(['state', 'failure']).orderBy('id').execute()).map((m) => [
    m.state,
    m.failure,
  ]);

describe('sending mails', () => {
  it('a mail goes out once, in Vietnamese, under its own Message-ID', async () => {
    await write(await person('a@example.vn'));
    expect(await send()).toBe(1);
    expect(await send()).toBe(0);
    expect(server.received).toHaveLength(1);
    const [mail] = server.received;
    expect(mail!.to).toBe('a@example.vn');
    expect(mail!.text).toContain('Auto-Submitted: auto-generated');
    const subject = /^Subject: (.*(?:\r\n .*)*)/m.exec(mail!.text)![1]!;
    const words = subject
      .split(/\s+/)
      .map((w) => Buffer.from(/=\?UTF-8\?B\?(.*)\?=/.exec(w)?.[1] ?? '', 'base64').toString());
    expect(subject.includes('?Q?') || words.join('') === 'Việc hôm nay: 3 việc quá hạn').toBe(true);
    const { message_id } = await db.system.selectFrom('mail').select('message_id').executeTakeFirstOrThrow();
    expect(mail!.messageId).toBe(message_id);
  });

  it('what is rolled back is not sent, and a second mail of the same kind and day is none', async () => {
    const id = await person('a@example.vn');
    await db.system
      .transaction()
      .execute(async (tx) => {
        await enqueueMails(tx, [{ personId: id, kind: 'digest', day, subject: 'x', body: 'x' }], now, 'example.vn');
        throw new Error('the reminders could not be kept');
      })
      .catch(() => {});
    expect(await send()).toBe(0);
    expect(await write(id)).toBe(1);
    expect(await write(id)).toBe(0);
    expect(await send()).toBe(1);
  });

  it('a server down for a day: nothing is lost, nothing is sent twice', async () => {
    const people = [await person('a@example.vn'), await person('b@example.vn'), await person('c@example.vn')];
    for (const id of people) await write(id);
    await server.down();
    let tries = 0;
    for (; now < start + 24 * HOUR; now += MINUTE) {
      const before = warnings.length;
      expect(await send()).toBe(0);
      tries += warnings.length - before;
    }
    await server.up();
    // It was asked seldom, not each minute for each mail.
    expect(tries).toBeGreaterThan(20);
    expect(tries).toBeLessThan(80);
    for (const id of people) await write(id, addDays(day, 1));
    for (let i = 0; i < 31; i++, now += MINUTE) await send();
    expect(server.received.map((m) => m.to).sort()).toEqual(
      people.flatMap((_, i) => Array(2).fill(`${'abc'[i]}@example.vn`)),
    );
    expect(new Set(server.received.map((m) => m.messageId)).size).toBe(6);
  });

  it('a server that never comes back: given up after three days, and told', async () => {
    await write(await person('a@example.vn'));
    await write(await person('b@example.vn'));
    await server.down();
    for (; now < start + 74 * HOUR; now += 10 * MINUTE) await send();
    await server.up();
    const [a, b] = await states();
    expect([a![0], b![0]]).toEqual(['failed', 'failed']);
    expect(a![1]).toMatch(/^E[A-Z]+$/);
  });

  it('a refused address fails at once without its address being kept or logged; the others go out', async () => {
    await write(await person('wrong@example.vn'));
    await write(await person(null));
    await write(await person('b@example.vn'));
    server.behaviour.refuse.set('wrong@example.vn', 550);
    expect(await send()).toBe(1);
    expect(await states()).toEqual([
      ['failed', 'EENVELOPE 550'],
      ['failed', 'no-address'],
      ['sent', null],
    ]);
    expect(JSON.stringify(warnings)).not.toContain('@');
  });

  it('a recipient who cannot be served now is tried again later', async () => {
    await write(await person('busy@example.vn'));
    server.behaviour.refuse.set('busy@example.vn', 451);
    await send();
    expect(await states()).toEqual([['queued', 'EENVELOPE 451']]);
    server.behaviour.refuse.clear();
    expect(await send()).toBe(0);
    now += delayAfter(1);
    expect(await send()).toBe(1);
  });

  it('nobody is written to in quiet hours', async () => {
    await write(await person('a@example.vn'));
    expect(await send(async () => false)).toBe(0);
    expect(await states()).toEqual([['queued', null]]);
  });

  it('two servers at once send each mail once', async () => {
    for (let i = 0; i < 20; i++) await write(await person(`p${i}@example.vn`));
    await Promise.all([send(), send(), send()]);
    expect(new Set(server.received.map((m) => m.to)).size).toBe(20);
    expect(server.received).toHaveLength(20);
  });

  it('who was taken for dead does not end a mail that another has taken', async () => {
    await write(await person('a@example.vn'));
    let second: Promise<number> | undefined;
    const slow = {
      ...mailer,
      send: async (letter: Parameters<typeof mailer.send>[0], last: () => Promise<boolean>) => {
        now += LEASE_MS + MINUTE;
        second = send();
        await second;
        return mailer.send(letter, last);
      },
    };
    const sent = await sendMails({
      system: db.system,
      mailer: slow,
      log: { warn() {} },
      clock: () => now,
      maySend: async () => true,
    });
    expect([sent, await second]).toEqual([0, 1]);
    expect(server.received).toHaveLength(1);
  });
});

describe('a sender killed by kill -9', () => {
  const later = Date.now() + LEASE_MS + HOUR;
  const killedAt = async (moment: 'onText' | 'beforeAnswer') => {
    const child = spawn(
      process.execPath,
      [
        '--experimental-transform-types',
        '--disable-warning=ExperimentalWarning',
        join(import.meta.dirname, '../../../test/sendMails.child.ts'),
      ],
      {
        env: {
          ...process.env,
          DATABASE_URL: testing.url,
          SMTP_URL: server.url(),
          HOLD: moment === 'onText' ? '1' : '',
        },
        stdio: ['ignore', 'ignore', 'inherit'],
      },
    );
    const ended = new Promise<void>((resolve) => child.on('exit', () => resolve()));
    await new Promise<void>((resolve) => {
      const kill = async () => {
        child.kill('SIGKILL');
        await ended;
        resolve();
      };
      server.behaviour[moment] = kill;
      child.on('exit', () => resolve());
    });
    server.behaviour[moment] = undefined;
    expect(child.signalCode).toBe('SIGKILL');
  };

  it('while the server takes the text: sent again, once', async () => {
    await write(await person('a@example.vn'));
    await killedAt('onText');
    now = later;
    await send();
    expect(server.received).toHaveLength(1);
    expect(await states()).toEqual([['sent', null]]);
    expect(warnings).toEqual([]);
  });

  it('after the last line and before the answer: nobody can know; it is sent again under the same Message-ID, and told', async () => {
    await write(await person('a@example.vn'));
    await killedAt('beforeAnswer');
    now = start;
    expect(await send()).toBe(0);
    now = later;
    expect(await send()).toBe(1);
    expect(server.received).toHaveLength(2);
    expect(server.received[1]!.messageId).toBe(server.received[0]!.messageId);
    expect(warnings).toHaveLength(1);
  });
});

it.each([
  ['vanthu@example.gov.vn', true],
  ['a.b+c@x.vn', true],
  ['a@b', false],
  ['a b@c.vn', false],
  ['a@b.vn, c@d.vn', false],
  ['Tên <a@b.vn>', false],
  [`${'x'.repeat(250)}@b.vn`, false],
  ['', false],
])('%s as a mail address: %s', (text, ok) => expect(isMailAddress(text)).toBe(ok));
