import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, it, test } from 'vitest';
import { type ExchangeWorld, exchangeWorld } from '../../../../test/exchangeWorld.ts';
import { newWriteKey } from '../../../kernel/ids.ts';
import { takeDossier } from '../../passDossier.ts';
import { guardedLookup, isInternal, webhookUrl } from './address.ts';
import { deliverWebhooks } from './deliver.ts';
import { addWebhook } from './keepWebhooks.ts';
import { NOTICE } from './notice.ts';
import { isGenuine, SIGNATURE_AGE, signatureOf } from './signature.ts';

interface Got {
  key: string;
  genuine: boolean;
  body: { SuKien: string; MaHoSo: string; TrangThaiHoSoId: number };
}
const SECRET = 'bi-mat-webhook';
let w: ExchangeWorld;
let server: Server;
let got: Got[] = [];
let answer: (no: number) => number = () => 200;
let url = '';
let clientId = 0;

beforeAll(async () => {
  w = await exchangeWorld();
  server = createServer((request, response) => {
    let body = '';
    request.on('data', (part) => {
      body += part;
    });
    request.on('end', () => {
      const timestamp = String(request.headers['x-thongsuot-thoidiem']);
      const signature = String(request.headers['x-thongsuot-chuky']);
      got.push({
        key: String(request.headers['x-thongsuot-ma']),
        genuine: isGenuine(SECRET, { timestamp, signature, body }, w.now()),
        body: JSON.parse(body),
      });
      response.writeHead(answer(got.length), { Location: 'http://127.0.0.1:9/' }).end();
    });
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/nhan`;
  await w.connect('cong-nghe', [w.organs.conSon.centre]);
  const row = await w.db.system.selectFrom('api_client').select('id').executeTakeFirstOrThrow();
  clientId = Number(row.id);
  await w.as(w.people.admin!, (tx, by) =>
    addWebhook(tx, by, { clientId, url, kinds: '' }, { secret: SECRET, rules: { demo: true, internal: false } }),
  );
});
afterAll(async () => {
  server.close();
  await w.close();
});
beforeEach(() => {
  got = [];
  answer = () => 200;
});

let day = 0;
const later = (minutes: number) =>
  w.at(new Date(w.now() + 7 * 3_600_000 + minutes * 60_000).toISOString().slice(0, 16));
const run = () =>
  deliverWebhooks({
    system: w.db.system,
    clock: w.now,
    log: w.services.log,
    config: { ...w.services.config, demo: true, webhookInternal: false },
  } as never);
/** Rows carry the real instants of the database; they are moved to the story's. */
const align = () =>
  w.db.system
    .updateTable('webhook_delivery')
    .set({ created_at: new Date(w.now()).toISOString() as never, next_at: new Date(w.now()).toISOString() as never })
    .where('state', '=', 'queued')
    .where('tries', '=', 0)
    .execute();
const story = async () => {
  w.at(`2026-06-${String(++day).padStart(2, '0')}T08:00`);
  const { code } = await w.receive({ procedure: '1.001612', passOn: true });
  later(1);
  await w.as(w.economy, (tx, by, rules) => takeDossier(tx, by, rules, { code, version: null }));
  await align();
  return code;
};
const states = async () =>
  (await w.db.system.selectFrom('webhook_delivery').select('state').orderBy('id').execute()).map((row) => row.state);

describe('another system is told of changes', () => {
  it('in their order, signed, each once, and of nothing that was rolled back', async () => {
    await w.db
      .write(w.centre, async (tx) => {
        const { receiveDossier } = await import('../../receiveDossier.ts');
        await receiveDossier(tx, w.centre, w.rules, w.input());
        throw new Error('undone');
      })
      .catch(() => {});
    const code = await story();
    await w.receive({ authorityUnitId: w.units.hoaBinh }, w.other);
    expect(await run()).toBe(3);
    expect(got.map((one) => one.body.SuKien)).toEqual(['received', 'passed', 'taken']);
    expect(got.every((one) => one.genuine && one.body.MaHoSo === code)).toBe(true);
    for (const { key, body } of got) expect(NOTICE.parse(body), 'as the document tells it').toMatchObject({ Ma: key });
    expect(await run()).toBe(0);
  });

  it('again later where it failed, under the same id, and those after it wait', async () => {
    await story();
    answer = (no) => (no === 1 ? 500 : no === 2 ? 302 : 200);
    expect(await run()).toBe(0);
    expect(got).toHaveLength(1);
    later(1);
    await run();
    later(2);
    expect(await run()).toBe(3);
    expect(got.map((one) => one.body.SuKien)).toEqual(['received', 'received', 'received', 'passed', 'taken']);
    expect(new Set(got.slice(0, 3).map((one) => one.key)).size).toBe(1);
    expect(new Set(got.map((one) => one.key)).size).toBe(3);
  });

  it('also where the sender was killed half-way: taken up after its lease, none lost, the same id', async () => {
    await story();
    const first = await w.db.system
      .updateTable('webhook_delivery')
      .set({ state: 'sending', tries: 1, held_until: new Date(w.now() + 120_000).toISOString() as never })
      .where('state', '=', 'queued')
      .where('kind', '=', 'received')
      .returning('key')
      .executeTakeFirstOrThrow();
    expect(await run(), 'another may still be sending').toBe(0);
    later(3);
    expect(await run()).toBe(3);
    expect(got[0]!.key).toBe(first.key);
    expect(new Set(await states())).toEqual(new Set(['sent']));
  });

  it('by two processes at once never twice', async () => {
    await story();
    const counts = await Promise.all([run(), run(), run()]);
    await run();
    expect(got).toHaveLength(3);
    expect(counts.reduce((a, b) => a + b, 0)).toBeLessThanOrEqual(3);
  });

  it('is given up after a day, stands on the page, and is tried again at the administrator’s word', async () => {
    await story();
    answer = () => 503;
    for (let tries = 0; tries < 60 && !(await states()).includes('dead'); tries++) {
      await run();
      later(60);
    }
    expect(got.length, 'tries within the day').toBeGreaterThan(20);
    const page = await w.page('admin', '/to-chuc/he-thong');
    expect(page.text).toContain('HTTP 503');
    const dead = await w.db.system
      .selectFrom('webhook_delivery')
      .where('state', '=', 'dead')
      .select(['unit_id', 'id'])
      .execute();
    const press = async (who: string) => {
      for (const one of dead) await w.page(who, `/to-chuc/he-thong/gui-lai/${one.unit_id}/${one.id}`, {});
    };
    await press('provinceAdmin');
    expect(await states(), 'not an administrator of another unit').toContain('dead');
    await press('admin');
    expect(await states()).not.toContain('dead');
    await w.db.system.updateTable('webhook_delivery').set({ tries: 0 }).where('state', '=', 'queued').execute();
    later(60);
    await align();
    got = [];
    answer = () => 200;
    expect(await run()).toBe(dead.length);
    expect(new Set(await states())).toEqual(new Set(['sent']));
  });
});

describe('a receiver tells what is genuine', () => {
  const now = Date.parse('2026-06-01T08:00:00+07:00');
  const at = now / 1000;
  const signature = signatureOf('s', at, '{}');
  test.each([
    ['fresh and signed', String(at), signature, '{}', 's', 0, true],
    ['another body', String(at), signature, '{"a":1}', 's', 0, false],
    ['another secret', String(at), signature, '{}', 'x', 0, false],
    ['replayed later', String(at), signature, '{}', 's', SIGNATURE_AGE + 1000, false],
    ['moved to now', String(at + 600), signature, '{}', 's', 600_000, false],
    ['no number', 'x', signature, '{}', 's', 0, false],
    ['no signature', String(at), '', '{}', 's', 0, false],
  ])('%s', (_, timestamp, sent, body, secret, age, good) => {
    expect(isGenuine(secret, { timestamp, signature: sent, body }, now + age)).toBe(good);
  });
});

describe('where webhooks may go', () => {
  const RULES = { demo: false, internal: false };
  test.each([
    ['http://vidu.vn/', false],
    ['https://vidu.vn/nhan', true],
    ['https://ten:mk@vidu.vn/', false],
    ['https://127.0.0.1/', false],
    ['https://2130706433/', false],
    ['https://0x7f.1/', false],
    ['https://10.1.2.3/', false],
    ['https://169.254.169.254/', false],
    ['https://[::1]/', false],
    ['https://[::ffff:10.0.0.1]/', false],
    ['https://[fd00::1]/', false],
    ['http://127.0.0.1:8080/', false],
    ['ftp://vidu.vn/', false],
    ['không phải', false],
  ])('%s in production: %s', (text, good) => {
    const judge = () => webhookUrl(text, RULES);
    if (good) expect(judge().href).toBe(text);
    else expect(judge).toThrow(/Địa chỉ/);
  });

  it('this machine in a demonstration only, and the internal network where the operator said so', () => {
    expect(webhookUrl('http://127.0.0.1:8080/x', { ...RULES, demo: true }).port).toBe('8080');
    expect(webhookUrl('https://10.1.2.3/', { ...RULES, internal: true }).hostname).toBe('10.1.2.3');
    expect(isInternal('203.162.0.11')).toBe(false);
  });

  it('a name that leads inwards is refused as it is looked up', async () => {
    const found = (rules: typeof RULES) =>
      new Promise((done) => guardedLookup(rules)('localhost', {}, (error, address) => done(error?.code ?? address)));
    expect(await found(RULES)).toBe('EINTERNAL');
    expect(await found({ ...RULES, internal: true })).toMatch(/127\.0\.0\.1|::1/);
  });

  it('an administrator adds an address on the page, sees its secret once, and ends it', async () => {
    const fields = { 'dia-chi': 'https://10.0.0.1/', 'su-kien': '', khoa: newWriteKey() };
    const refused = await w.page('admin', `/to-chuc/he-thong/${clientId}/bao`, fields);
    expect(refused.status).toBe(422);
    expect(refused.text).toContain('value="https://10.0.0.1/"');
    const wrongKind = { ...fields, 'dia-chi': 'https://vidu.vn/nhan', 'su-kien': 'xong', khoa: newWriteKey() };
    expect((await w.page('admin', `/to-chuc/he-thong/${clientId}/bao`, wrongKind)).text).toContain('Không có sự kiện');
    const good = { ...wrongKind, 'su-kien': 'received, resolved', khoa: newWriteKey() };
    const made = await w.page('admin', `/to-chuc/he-thong/${clientId}/bao`, good);
    expect(made.text).toMatch(/tsw_[\w-]{43}/);
    expect(
      (await w.page('provinceAdmin', `/to-chuc/he-thong/${clientId}/bao`, { ...good, khoa: newWriteKey() })).status,
    ).toBe(404);
    const row = await w.db.system
      .selectFrom('webhook')
      .where('url', '=', 'https://vidu.vn/nhan')
      .selectAll()
      .executeTakeFirstOrThrow();
    expect(row.kinds).toEqual(['received', 'resolved']);
    expect((await w.page('admin', `/to-chuc/he-thong/bao/${row.id}/ngung`, {})).status).toBe(303);
  });
});
