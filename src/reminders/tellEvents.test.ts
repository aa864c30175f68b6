import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type PetitionWorld, petitionWorld } from '../../test/petitionWorld.ts';
import type { Principal } from '../kernel/principal.ts';
import { TOLD_KINDS } from './happenings.ts';
import { tellEvents } from './tellEvents.ts';

let world: PetitionWorld;
beforeAll(async () => {
  world = await petitionWorld();
});
afterAll(() => world.close());

const tell = () => tellEvents(world.db.system, Date.now());
const noticesOf = async (who: Principal, id: number) =>
  (
    await world.db.system
      .selectFrom('notice')
      .where('person_id', '=', who.personId)
      .where('subject_id', '=', id)
      .orderBy('id')
      .select('kind')
      .execute()
  ).map((n) => n.kind);

describe('what happened is told', () => {
  it('a petition: to the office when raised, to the answerer when assigned, to all askers when answered; never to whoever did it', async () => {
    const id = await world.raise(world.conSon);
    await tell();
    expect(await noticesOf(world.office, id)).toEqual(['raised']);
    expect(await noticesOf(world.conSon, id)).toEqual([]);
    await world.assign(world.office, id);
    await world.answer(world.finance, id);
    await tell();
    expect(await noticesOf(world.finance, id)).toEqual(['assigned']);
    expect(await noticesOf(world.conSon, id)).toEqual(['answered']);
    expect(await noticesOf(world.construction, id)).toEqual([]);
  });

  it('once, by however many at once', async () => {
    const ids = [];
    for (let i = 0; i < 5; i++) ids.push(await world.raise(world.conSon, { 'chu-de': `Việc ${i}` }));
    await Promise.all([tell(), tell(), tell()]);
    await tell();
    for (const id of ids) expect(await noticesOf(world.office, id)).toEqual(['raised']);
    expect(await world.db.system.selectFrom('event_to_tell').selectAll().execute()).toEqual([]);
  });

  it('what is rolled back is not told, and what is long past is no news', async () => {
    const before = Date.now() - 8 * 86_400_000;
    const past = world.db.simulated(() => before);
    const id = await world.raise(world.hoaBinh);
    const event = {
      unit_id: world.province.unit,
      person_id: world.conSon.personId,
      kind: 'petition.raised',
      subject_type: 'petition',
      subject_id: id,
    };
    const raised = (at: PetitionWorld['db']) =>
      at.write(world.conSon, (tx) => tx.insertInto('event').values(event).execute());
    await tell();
    const { notices } = await count();
    await world.db
      .write(world.conSon, async (tx) => {
        await tx.insertInto('event').values(event).execute();
        throw new Error('half-way');
      })
      .catch(() => {});
    await raised(past);
    await past.close();
    expect(await tell()).toBe(0);
    expect((await count()).notices).toBe(notices);
    await raised(world.db);
    expect(await tell()).toBeGreaterThan(0);
  });

  it('a person sees no notice of another, and may only mark the own ones read', async () => {
    await world.raise(world.conSon);
    await tell();
    const mine = await world.db.write(world.office, (tx) => tx.selectFrom('notice').select('person_id').execute());
    expect(new Set(mine.map((n) => n.person_id))).toEqual(new Set([world.office.personId]));
    await world.db.write(world.hoaBinh, (tx) =>
      tx.updateTable('notice').set({ read_at: new Date().toISOString() }).execute(),
    );
    expect((await count()).unread).toBeGreaterThan(0);
    await expect(
      world.db.write(world.office, (tx) => tx.updateTable('notice').set({ title: 'khác' }).execute()),
    ).rejects.toThrow(/permission denied/);
  });

  it('the database puts in line exactly the events of which somebody is told', () => {
    const sql = readFileSync(join(import.meta.dirname, '../../migrations/0014-notices.sql'), 'utf8');
    const trigger = /create trigger event_is_told[\s\S]*?execute/.exec(sql)![0];
    expect([...trigger.matchAll(/'([a-z_.]+\.[a-z_]+)'/g)].map((m) => m[1]).sort()).toEqual([...TOLD_KINDS].sort());
  });
});

const count = async () => {
  const rows = await world.db.system.selectFrom('notice').select('read_at').execute();
  return { notices: rows.length, unread: rows.filter((n) => n.read_at === null).length };
};
