import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { TODAY, type TwoUnits, twoUnits } from '../../../test/accounts.ts';
import { type AccountsApp, accountsApp, type Browser, browser } from '../../../test/accountsApp.ts';
import type { Principal } from '../../kernel/principal.ts';
import type { Reader } from '../../platform/db/access.ts';
import { appoint, delegate, endAppointment } from './appoint.ts';
import { accountRoutes } from './index.ts';
import { endAccount, giveAccounts, makePassword, readAccount, resetAccount } from './keepAccount.ts';
import { administer, mayKeep } from './policy.ts';
import { loadPrincipal } from './principal.ts';

let world: TwoUnits;
let house: AccountsApp;
const principals = {} as Record<'conAdmin' | 'conHead' | 'dongAdmin', Principal>;
beforeAll(async () => {
  world = await twoUnits();
  house = accountsApp(world, Date.now);
  for (const who of ['conAdmin', 'conHead', 'dongAdmin'] as const)
    principals[who] = (await loadPrincipal(world.db, world.people[who].personId, null, TODAY))!;
});
afterAll(() => world.close());

const kind = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (e) => e.kind ?? e.code,
  );
const write = <T>(who: Principal, work: Parameters<typeof world.db.write<T>>[1]) => world.db.write(who, work);

describe('the policy', () => {
  it('lets an administrator keep the own unit and no other; nobody else keeps any', () => {
    const { conAdmin, conHead, dongAdmin } = principals;
    const { con, dong } = world.units;
    expect([conAdmin, conHead, dongAdmin].map((who) => [mayKeep(who, con), mayKeep(who, dong)])).toEqual([
      [true, false],
      [false, false],
      [false, true],
    ]);
    expect([null, conHead, conAdmin].map((who) => administer.allows(who))).toEqual([false, false, true]);
  });
});

describe('pages of accounts', () => {
  const kept = accountRoutes.filter((route) => route.path.startsWith('/to-chuc/'));
  const address = (path: string, id: number) => path.replace(/:id\{[^}]*\}/, String(id));
  const ask = (who: Browser, route: (typeof kept)[number], id: number) =>
    route.method === 'get'
      ? who.get(address(route.path, id))
      : who.post(address(route.path, id), { 'ly-do': 'thử', ngay: '2/3/2026' });

  it('are all behind the same permission', () => {
    expect(kept.length).toBeGreaterThan(15);
    for (const route of kept) expect(route.may, route.path).toBe(administer);
  });

  it('answer 403 to whoever is no administrator, and lead the public to the sign-in', async () => {
    const head = browser(house);
    await head.signIn('ct.concuong');
    const guest = browser(house);
    for (const route of kept) {
      expect((await ask(head, route, world.people.conHead.personId)).status, `${route.method} ${route.path}`).toBe(403);
      expect((await ask(guest, route, 1)).status, route.path).toBe(route.method === 'get' ? 303 : 401);
    }
  });

  it('know nothing of a person, position or delegation of another unit', async () => {
    const other = browser(house);
    await other.signIn('qt.dongloc');
    const { personId, appointmentId } = world.people.conHead;
    for (const route of kept.filter((one) => one.path.includes(':id'))) {
      const answer = await ask(other, route, route.path.includes('bo-nhiem') ? appointmentId : personId);
      expect(answer.status, `${route.method} ${route.path}`).toBe(404);
      expect(answer.text).not.toContain('Chủ tịch Con Cuông');
    }
    for (const list of ['/to-chuc/tai-khoan', '/to-chuc/bo-nhiem', '/to-chuc/bo-nhiem/moi', '/to-chuc/thay-mat/moi'])
      expect((await other.get(list)).text, list).not.toContain('Con Cuông');
  });
});

describe('each use case', () => {
  it('refuses an administrator of another unit, and whoever is none', async () => {
    const { personId, appointmentId } = world.people.conHead;
    const made = await makePassword();
    const account = {
      name: 'X',
      username: 'nguoi.la',
      organId: world.organs.conOffice,
      title: 'Y',
      role: 'officer' as const,
    };
    const appointment = {
      personId,
      organId: world.organs.conOffice,
      title: 'Y',
      role: 'head' as const,
      kind: 'main' as const,
      from: TODAY,
      to: null,
      decision: '',
    };
    const terms = { kind: 'KT' as const, from: TODAY, to: null, scope: '', decision: '' };
    for (const [who, answers] of [
      [principals.dongAdmin, ['notFound', 'invalid']],
      [principals.conHead, ['forbidden']],
    ] as const) {
      const results = [
        await kind(write(who, (tx) => readAccount(tx, who, personId))),
        await kind(write(who, (tx) => resetAccount(tx, who, personId, made.hash))),
        await kind(write(who, (tx) => endAccount(tx, who, personId, 'x', TODAY))),
        await kind(write(who, (tx) => giveAccounts(tx, who, [account], [made], TODAY))),
        await kind(write(who, (tx) => appoint(tx, who, appointment))),
        await kind(write(who, (tx) => endAppointment(tx, who, { id: appointmentId, on: TODAY, reason: 'x' }))),
        await kind(
          write(who, (tx) =>
            delegate(tx, who, {
              ...terms,
              appointmentId: world.people.conDeputy.appointmentId,
              forAppointmentId: appointmentId,
            }),
          ),
        ),
      ];
      for (const result of results) expect(answers).toContain(result);
    }
  });
});

describe('the database alone, with the checks of the code off', () => {
  const REFUSED = '42501';
  const foreign = (): Reader => principals.dongAdmin;
  const code = (work: Promise<unknown>) =>
    work.then(
      () => 'done',
      (e) => e.code,
    );

  it('shows an administrator no account of another unit, and nobody a way to reach people', async () => {
    const { db } = world;
    const [rows] = await db.read(foreign(), db.build.selectFrom('account_of_unit').select('unit_id'));
    expect(new Set(rows.map((row) => row.unit_id))).toEqual(new Set([world.units.dong]));
    const [own] = await db.read(principals.conHead, db.build.selectFrom('account_of_unit').select('person_id'));
    expect(own).toEqual([{ person_id: world.people.conHead.personId }]);
    expect(await code(db.read(foreign(), db.build.selectFrom('person').select('email')))).toBe(REFUSED);
  });

  it('refuses people, positions, appointments, delegations and passwords of another unit', async () => {
    const { db, units, organs, people } = world;
    const conHead = people.conHead;
    for (const reader of [foreign(), principals.conHead]) {
      const as = (query: ReturnType<typeof sql>) => code(db.write(reader, (tx) => query.execute(tx)));
      expect(await as(sql`insert into person (unit_id, name, search_key) values (${units.con}, 'X', 'x')`)).toBe(
        REFUSED,
      );
      expect(
        await as(sql`insert into position (organ_id, title, role) values (${organs.conOffice}, 'X', 'admin')`),
      ).toBe(REFUSED);
      expect(
        await as(sql`insert into appointment (person_id, position_id, valid_from)
          select ${conHead.personId}, position_id, '2026-01-01' from appointment where id = ${people.conAdmin.appointmentId}`),
      ).toBe(REFUSED);
      expect(
        await as(sql`insert into acting_for (appointment_id, for_appointment_id, kind, valid_from)
          values (${people.conDeputy.appointmentId}, ${conHead.appointmentId}, 'KT', '2026-01-01')`),
      ).toBe(REFUSED);
      expect(await as(sql`select account_reset(${conHead.personId}::bigint, 'x')`)).toBe(REFUSED);
      expect(await as(sql`select account_add(array[${conHead.personId}]::bigint[], array['x'], array['x'])`)).toBe(
        REFUSED,
      );
    }
    await db.write(foreign(), async (tx) => {
      const changed = await tx
        .updateTable('person')
        .set({ name: 'X' })
        .where('unit_id', '=', units.con)
        .executeTakeFirst();
      const ended = await tx
        .updateTable('appointment')
        .set({ valid_to: TODAY })
        .where('person_id', '=', conHead.personId)
        .executeTakeFirst();
      expect([changed.numUpdatedRows, ended.numUpdatedRows]).toEqual([0n, 0n]);
    });
  });

  it('refuses that anybody makes themselves an administrator elsewhere', async () => {
    const { db, organs, people } = world;
    const own = await code(
      db.write(foreign(), async (tx) => {
        const position = await tx
          .selectFrom('position')
          .where('organ_id', '=', organs.conOffice)
          .where('role', '=', 'admin')
          .select('id')
          .executeTakeFirstOrThrow();
        await tx
          .insertInto('appointment')
          .values({ person_id: people.dongAdmin.personId, position_id: position.id, valid_from: TODAY })
          .execute();
      }),
    );
    expect(own).toBe(REFUSED);
  });
});
