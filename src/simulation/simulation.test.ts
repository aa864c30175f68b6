import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import { type DossierWorld, dossierWorld } from '../../test/dossierWorld.ts';
import type { Day } from '../kernel/day.ts';
import { seededRandom } from '../kernel/random.ts';
import { simulate } from './simulate.ts';
import { Timeline } from './timeline.ts';
import { dailyLoad, procedureMix } from './traffic.ts';

const UNTIL = '2026-06-20' as Day;

describe('a fortnight of two communes', () => {
  let worlds: DossierWorld[] = [];
  beforeAll(async () => {
    worlds = [await dossierWorld(), await dossierWorld()];
  });
  afterAll(() => Promise.all(worlds.map((w) => w.close())));

  const live = (w: DossierWorld) =>
    simulate(w.services, { communes: 2, days: 14, until: UNTIL, share: 0.05, lanes: 2, seed: 3 });
  const told = async (w: DossierWorld) =>
    (
      await w.db.system
        .selectFrom('dossier')
        .orderBy('code')
        .select(['code', 'status', 'channel', 'received_at', 'due_at', 'finished_at', 'applicant_name'])
        .execute()
    ).map((row) => ({ ...row }));

  it('is lived through the use cases, the same each time, in working hours and before its end', async () => {
    const [one, two] = worlds as [DossierWorld, DossierWorld];
    const counts = await live(one);
    expect(await live(two)).toEqual(counts);
    const dossiers = await told(one);
    expect(await told(two)).toEqual(dossiers);
    expect(dossiers.length).toBeGreaterThan(20);
    expect(dossiers.filter((d) => d.finished_at !== null).length).toBeGreaterThan(dossiers.length / 2);
    expect(new Set(dossiers.map((d) => d.channel)).size).toBeGreaterThan(1);
    for (const { received_at: at } of dossiers.filter((d) => d.received_at !== null)) {
      const local = new Date((at as unknown as number) + 7 * 3_600_000);
      expect([0, 6]).not.toContain(local.getUTCDay());
      expect(local.toISOString() < UNTIL).toBe(true);
      expect(local.getUTCHours()).toBeGreaterThanOrEqual(7);
      expect(local.getUTCHours()).toBeLessThan(17);
    }
    const [{ n }] = (await one.db.system
      .selectFrom('event')
      .where('subject_type', '=', 'dossier')
      .select((e) => e.fn.countAll<number>().as('n'))
      .execute()) as [{ n: number }];
    expect(n).toBeGreaterThanOrEqual(counts.steps);
  }, 60_000);
});

describe('the traffic', () => {
  test.each([
    ['a mountain commune of few', { type: 'xa', mountainous: true, population: 4000 }, 8],
    ['a mountain commune of many', { type: 'xa', mountainous: true, population: 60_000 }, 30],
    ['a commune whose size nobody told', { type: 'xa', mountainous: null, population: null }, 39],
    ['a ward of a town', { type: 'phuong', mountainous: null, population: 50_000 }, 150],
  ])('%s', (_, unit, load) => {
    expect(dailyLoad({ id: 1, code: '1', name: '', ...unit })).toBe(load);
  });

  it('is a third to a half certified copies, whatever else is in force', () => {
    const random = seededRandom(5);
    const choose = procedureMix(['2.000815', '2.000884', '1.001193', '9.999999']);
    const copies = Array.from({ length: 2000 }, () => choose(random)).filter((code) => code === '2.000815').length;
    expect(copies / 2000).toBeGreaterThan(0.3);
    expect(copies / 2000).toBeLessThan(0.6);
  });
});

test('happenings come in the order of time, however they were added', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 1000 })), (times) => {
      const timeline = new Timeline();
      for (const at of times) timeline.add({ at, run: async () => [] });
      const order: number[] = [];
      for (let one = timeline.next(); one; one = timeline.next()) order.push(one.at);
      expect(order).toEqual([...times].sort((a, b) => a - b));
      expect(timeline.length).toBe(0);
    }),
  );
});
