import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestDatabase, testDatabase } from '../../test/database.ts';
import { type SmallProvince, smallProvince } from '../../test/smallProvince.ts';
import type { Principal } from '../kernel/principal.ts';
import { appendEvent } from '../platform/audit/appendEvent.ts';
import { type Database, openDatabase } from '../platform/db/access.ts';
import { mayReadLogOf } from './policy.ts';
import { sealEvents, verifyChains } from './seal.ts';

let database: TestDatabase;
let db: Database;
let province: SmallProvince;
let clerk: Principal;

beforeAll(async () => {
  database = await testDatabase();
  db = openDatabase(database.url);
  province = await smallProvince(db);
  clerk = await province.person('vanPhong', 'clerk');
});
afterAll(async () => {
  await db.close();
  await database.drop();
});

const happen = (n: number) =>
  db.write(clerk, async (tx) => {
    for (let i = 0; i < n; i++)
      await appendEvent(tx, clerk, { kind: 'thing.done', subjectType: 'organ', subjectId: i + 1, data: { i } });
  });

describe('the record of events', () => {
  it('cannot be altered or emptied by the application, whatever it tries', async () => {
    await happen(1);
    for (const attempt of [
      'update event set kind = $$x$$',
      'delete from event',
      'truncate event',
      'update event_seal set seq = 0',
      'delete from event_seal',
    ]) {
      await expect(
        db.write(clerk, (tx) => sql.raw(attempt).execute(tx)),
        attempt,
      ).rejects.toThrow(/permission denied|never changed/);
    }
  });
  it('nor by the owner of the tables without taking the trigger away', async () => {
    await expect(sql`update event set kind = 'x'`.execute(db.system)).rejects.toThrow(/never changed/);
  });
  it('cannot be written in the name of another person', async () => {
    const other = await province.person('taiChinh');
    await expect(
      db.write(clerk, (tx) => appendEvent(tx, other, { kind: 'x', subjectType: 'organ', subjectId: 1 })),
    ).rejects.toThrow(/row-level security/);
  });
});

describe('the chain of seals', () => {
  it('covers every event once, goes on where it stopped, and is whole', async () => {
    await happen(20);
    await sealEvents(db.system);
    await happen(5);
    expect(await sealEvents(db.system)).toBe(5);
    expect(await sealEvents(db.system)).toBe(0);
    expect(await verifyChains(db.system)).toMatchObject({ unsealed: 0, faults: [] });
  });
  it('shows an event that somebody with the owner’s right has changed, and a seal taken out', async () => {
    await happen(3);
    await sealEvents(db.system);
    const [target] = await db.system
      .selectFrom('event')
      .select('id')
      .orderBy('id', 'desc')
      .limit(1)
      .offset(1)
      .execute();
    await db.system.transaction().execute(async (tx) => {
      await sql`alter table event disable trigger event_never_changes`.execute(tx);
      await sql`update event set data = '{"i": 99}' where id = ${target!.id}`.execute(tx);
      await sql`alter table event enable trigger event_never_changes`.execute(tx);
    });
    expect((await verifyChains(db.system)).faults).toMatchObject([{ eventId: target!.id, what: 'changed' }]);
  });
});

describe('who may read what a person did', () => {
  it('the person, and the administrator of the unit; nobody else', async () => {
    const admin = await province.person('vanPhong', 'admin');
    const person = { id: clerk.personId, unitId: province.unit };
    expect(mayReadLogOf(clerk, person)).toBe(true);
    expect(mayReadLogOf(admin, person)).toBe(true);
    expect(mayReadLogOf(await province.person('taiChinh', 'head'), person)).toBe(false);
    const elsewhere = { ...admin, adminUnitId: province.communes.conSon };
    expect(mayReadLogOf(elsewhere, person)).toBe(false);
  });
});
