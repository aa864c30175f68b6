import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { docThayDoi } from '../../../test/apiClient.generated.ts';
import { type ExchangeWorld, exchangeWorld } from '../../../test/exchangeWorld.ts';
import { letWait, secondsToWait } from './quota.ts';

let w: ExchangeWorld;
const RATE = 5;
beforeAll(async () => {
  w = await exchangeWorld();
  w.services.config.apiRate = RATE;
});
afterAll(() => w.close());

type Portal = Awaited<ReturnType<ExchangeWorld['connect']>>;
const call = (by: Portal) => docThayDoi({}, by);
const usedBy = async () =>
  (await sql<{ used: number }>`select sum(used)::int as used from api_quota`.execute(w.db.system)).rows[0]!.used;

it('a system that calls too often waits as long as it is told; another is not slowed', async () => {
  const eager = await w.connect('cong-ban', [w.organs.conSon.centre]);
  const calm = await w.connect('cong-tinh', [w.organs.conSon.centre]);
  const all = await Promise.all(Array.from({ length: 12 }, () => call(eager)));
  expect(all.filter((one) => one.status === 200)).toHaveLength(RATE);
  const refused = all.find((one) => one.status !== 200)!;
  expect(refused).toMatchObject({ status: 429, data: { code: 'api.too_many' } });
  const wait = Number((refused as unknown as { headers: Headers }).headers.get('Retry-After'));
  expect(wait).toBeGreaterThan(0);
  expect(wait).toBeLessThanOrEqual(60);
  expect((await call(calm)).status).toBe(200);

  const before = await usedBy();
  for (let i = 0; i < 50; i++) expect((await call(eager)).status).toBe(429);
  expect(await usedBy(), 'a caller in a loop does not reach the database').toBe(before);

  await sql`update api_quota set started_at = started_at - interval '61 seconds'`.execute(w.db.system);
  w.at('2026-06-01T08:02');
  expect((await call(eager)).status).toBe(200);
});

it('what other server processes have counted counts too', async () => {
  const portal = await w.connect('cong-hai', [w.organs.conSon.centre]);
  expect((await call(portal)).status).toBe(200);
  await sql`update api_quota set used = ${RATE} where client_id = (select id from api_client where system = 'cong-hai')`.execute(
    w.db.system,
  );
  expect((await call(portal)).status).toBe(429);
});

it('who calls on while waiting does not wait for ever', async () => {
  const portal = await w.connect('cong-voi', [w.organs.conSon.centre]);
  const start = w.now();
  const { clock } = w.services;
  for (let i = 0; i <= RATE; i++) await call(portal);
  await sql`update api_quota set started_at = started_at - interval '61 seconds'`.execute(w.db.system);
  const statuses = [];
  for (let s = 0; s < 65; s += 0.3) {
    w.services.clock = () => start + s * 1000;
    statuses.push((await call(portal)).status);
  }
  expect(statuses[100]).toBe(429);
  expect(statuses).toContain(200);
  w.services.clock = clock;
});

it('a clock that was set back keeps nobody waiting for a year', () => {
  const year = 365 * 24 * 3_600_000;
  letWait('x', 30, year);
  expect(secondsToWait('x', year + 1_000)).toBe(29);
  expect(secondsToWait('x', 0)).toBe(0);
});
