import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type DossierWorld, dossierWorld } from '../../../test/dossierWorld.ts';
import { type Day, dayOf } from '../../kernel/day.ts';
import { newWriteKey } from '../../kernel/ids.ts';
import type { Principal } from '../../kernel/principal.ts';
import { callAgain, callNext, endNumber } from './callNumber.ts';
import { onScreen, type Ticket, usualWait, waiting } from './model.ts';
import { renewLink } from './renewLink.ts';
import { roomOf, ticketsOf, waitDays } from './store.ts';
import { takeNumber } from './takeNumber.ts';

let w: DossierWorld;
let token: string;
let second: Principal;
beforeAll(async () => {
  w = await dossierWorld();
  second = await w.person(w.organs.conSon.centre, 'clerk');
  token = await w.as(w.centre, renewLink);
});
afterAll(() => w.close());

let day = 0;
// Each test has a day of its own, on which numbers begin anew.
beforeEach(() => {
  day += 1;
  w.at(`2026-06-${String(day).padStart(2, '0')}T08:00`);
});

const take = (kind = 'submit', key = newWriteKey()) => takeNumber(w.db, { token, kind, key }, w.now());
const next = (who: Principal, serving: number | null = null, counter = '1') =>
  w.as(who, (tx, by) => callNext(tx, by, w.now(), { counter, serving }));
const room = async () => (await roomOf(w.db, token, dayOf(w.now())))!;

describe('a visitor', () => {
  it('gets the next number of the day, from 1 each day, and a double press counts once', async () => {
    const key = newWriteKey();
    expect(await take('submit', key)).toBe(1);
    expect(await take('submit', key)).toBe(1);
    expect(await take('result')).toBe(2);
    day += 1;
    w.at(`2026-06-${String(day).padStart(2, '0')}T07:30`);
    expect((await room()).tickets).toEqual([]);
    expect(await take()).toBe(1);
  });

  it('who presses at the same moment as others gets a number of one’s own', async () => {
    const numbers = await Promise.all(Array.from({ length: 12 }, () => take()));
    expect(numbers.sort((a, b) => a - b)).toEqual(Array.from({ length: 12 }, (_, i) => i + 1));
  });

  it('is told what to do where the kind is none, the link was changed, or the numbers are out', async () => {
    await expect(take('khac')).rejects.toMatchObject({ code: 'kiosk.kind' });
    const old = { token: 'x'.repeat(16), kind: 'submit', key: newWriteKey() };
    await expect(takeNumber(w.db, old, w.now())).rejects.toMatchObject({ code: 'kiosk.out' });
    const full = { number: 999, kind: 'submit', day: dayOf(w.now()), organ_id: w.centre.organId };
    await w.db.system
      .insertInto('kiosk_ticket')
      .values({ ...full, taken_at: new Date(w.now()).toISOString() })
      .execute();
    await expect(take()).rejects.toMatchObject({ code: 'kiosk.out' });
  });
});

describe('the counters', () => {
  it('that call at once never call the same number', async () => {
    const clerks = [w.centre, second, await w.person(w.organs.conSon.centre), await w.person(w.organs.conSon.centre)];
    for (let i = 0; i < 16; i++) await take();
    const called: (number | null)[] = [];
    let serving: (number | null)[] = clerks.map(() => null);
    for (let round = 0; round < 4; round++) {
      serving = await Promise.all(clerks.map((who, i) => next(who, serving[i]!, String(i + 1))));
      called.push(...serving);
    }
    expect([...called].sort((a, b) => a! - b!)).toEqual(Array.from({ length: 16 }, (_, i) => i + 1));
    expect(await next(w.centre, serving[0]!)).toBeNull();
  });

  it('two windows of one clerk do not drop a visitor: the second is told that the page is old', async () => {
    await take();
    await take();
    expect(await next(w.centre)).toBe(1);
    await expect(next(w.centre)).rejects.toMatchObject({ kind: 'stale' });
    expect(await next(w.centre, 1)).toBe(2);
    await expect(next(w.centre, 1)).rejects.toMatchObject({ kind: 'stale' });
  });

  it('an absent visitor leaves the screen and may be called again, at another counter too; one who is done may not', async () => {
    await take();
    await next(w.centre, null, 'Quầy số 3');
    expect(onScreen((await room()).tickets)).toMatchObject([{ number: 1, counter: '3' }]);
    await w.as(w.centre, (tx, by) => endNumber(tx, by, w.now(), 1, 'absent'));
    expect(onScreen((await room()).tickets)).toEqual([]);
    const again = (who: Principal) =>
      w.as(who, (tx, by) => callAgain(tx, by, w.now(), 1, { counter: '4', serving: null }));
    await again(second);
    expect(onScreen((await room()).tickets)).toMatchObject([{ number: 1, counter: '4' }]);
    await expect(again(w.centre)).rejects.toMatchObject({ code: 'kiosk.taken' });
    await w.as(second, (tx, by) => endNumber(tx, by, w.now(), 1, 'done'));
    await expect(again(second)).rejects.toMatchObject({ code: 'kiosk.taken' });
    await expect(w.as(second, (tx, by) => endNumber(tx, by, w.now(), 1, 'done'))).rejects.toMatchObject({
      kind: 'stale',
    });
  });

  it('a counter without a number is asked for it', async () => {
    await take();
    await expect(next(w.centre, null, '  ')).rejects.toMatchObject({ code: 'kiosk.counter' });
  });
});

describe('what happened to the numbers', () => {
  const eventsOf = async () =>
    (
      await w.db.system
        .selectFrom('event')
        .where('subject_type', '=', 'kiosk')
        .where('subject_id', '=', w.centre.organId)
        .orderBy('id')
        .select(['kind', 'person_id as personId', 'organ_id as organId', 'data'])
        .execute()
    ).filter((e) => (e.data as { day: Day }).day === dayOf(w.now()));
  const told = async () =>
    (await eventsOf()).map(({ kind, personId, data }) => {
      const { number, counter } = data as { number: number; counter: string };
      return `${kind} ${number} ${counter} ${personId === second.personId ? 'second' : 'first'}`;
    });

  it('is on record: called, missed, recalled, done; who, at which counter, when', async () => {
    for (let i = 0; i < 3; i++) await take();
    await next(w.centre, null, 'Quầy 1');
    await w.as(w.centre, (tx, by) => endNumber(tx, by, w.now(), 1, 'absent'));
    await next(second, null, '2');
    await next(w.centre, null, '1');
    const again = { counter: '2', serving: 2 };
    await w.as(second, (tx, by) => callAgain(tx, by, w.now(), 1, again));
    expect(await told()).toEqual([
      'kiosk.called 1 1 first',
      'kiosk.missed 1 1 first',
      'kiosk.called 2 2 second',
      'kiosk.called 3 1 first',
      'kiosk.done 2 2 second',
      'kiosk.recalled 1 2 second',
    ]);
    expect((await eventsOf())[0]).toMatchObject({ organId: w.centre.organId, data: { at: w.now() } });
  });
  it('is not told where it did not happen: nobody waits, the page was old, a double click', async () => {
    await take();
    const key = newWriteKey();
    const call = () => w.as(w.centre, (tx, by) => callNext(tx, by, w.now(), { counter: '1', serving: null }), key);
    await Promise.all([call(), call()]);
    await expect(next(w.centre)).rejects.toMatchObject({ kind: 'stale' });
    expect(await next(second)).toBeNull();
    expect(await told()).toEqual(['kiosk.called 1 1 first']);
  });
  it('gives the minutes waited of each day: the middle, the longest; to the centre’s own people alone', async () => {
    const start = dayOf(w.now());
    const at = (minutes: string) => w.at(`${start}T08:${minutes}`);
    for (let i = 0; i < 4; i++) await take();
    let serving: number | null = null;
    for (const minutes of ['02', '10', '31']) {
      at(minutes);
      serving = await next(w.centre, serving);
    }
    const days = async (who: Principal) =>
      (await w.db.read(who, waitDays(w.db.build, w.centre.organId, start, start)))[0];
    expect(await days(w.centre)).toEqual([{ day: start, taken: 4, missed: 0, median: 10, longest: 31 }]);
    for (const who of [w.other, w.economy]) expect(await days(who)).toEqual([]);
  });
});

describe('another commune', () => {
  it('neither reads nor calls these numbers, and an office that is no centre may not try', async () => {
    await take();
    const [tickets] = await w.db.read(w.other, ticketsOf(w.db.build, w.centre.organId, dayOf(w.now())));
    expect(tickets).toEqual([]);
    const [links] = await w.db.read(w.other, w.db.build.selectFrom('kiosk').selectAll());
    expect(links).toEqual([]);
    expect(await next(w.other)).toBeNull();
    const changed = await w.db.write(w.other, (tx) =>
      tx.updateTable('kiosk_ticket').set({ kind: 'advice' }).executeTakeFirst(),
    );
    expect(changed.numUpdatedRows).toBe(0n);
    expect(waiting((await room()).tickets)).toHaveLength(1);
    await expect(next(w.economy)).rejects.toMatchObject({ kind: 'forbidden' });
    await expect(w.as(w.economy, renewLink)).rejects.toMatchObject({ kind: 'forbidden' });
  });

  it('a changed link opens nothing any more, and the change is on record', async () => {
    await take();
    const old = token;
    token = await w.as(w.centre, renewLink);
    expect(await roomOf(w.db, old, dayOf(w.now()))).toBeUndefined();
    expect((await room()).tickets).toHaveLength(1);
    const events = await w.db.system.selectFrom('event').where('kind', '=', 'kiosk.linked').selectAll().execute();
    expect(events).toHaveLength(2);
    expect(JSON.stringify(events)).not.toContain(token);
  });
});

describe('how long one waits', () => {
  const minute = 60_000;
  const now = Date.parse('2026-06-01T09:00:00+07:00');
  const called = (waited: number, ago: number): Ticket => ({
    ...{ number: 1, kind: 'submit', counter: '1', personId: 1, outcome: 'done' },
    takenAt: now - (ago + waited) * minute,
    calledAt: now - ago * minute,
    lastCalledAt: now,
  });
  it.each([
    ['nobody was called', [], null],
    ['two calls say nothing', [called(5, 1), called(7, 2)], null],
    ['the middle of three', [called(2, 1), called(30, 2), called(8, 3)], 8],
    ['between the two in the middle, rounded up', [called(2, 1), called(4, 2), called(7, 3), called(9, 4)], 6],
    ['calls of more than an hour ago do not count', [called(2, 1), called(4, 2), called(90, 61)], null],
  ] as const)('%s', (_, tickets, minutes) => {
    expect(usualWait(tickets as unknown as Ticket[], now)).toBe(minutes);
  });
});

it('a day that nobody took a number is empty', async () => {
  expect((await roomOf(w.db, token, '2026-05-31' as Day))!.tickets).toEqual([]);
});
