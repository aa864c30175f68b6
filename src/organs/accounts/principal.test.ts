import { Hono } from 'hono';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  accountsFor,
  cookieHeader,
  PASSWORD,
  SETTINGS,
  TODAY,
  type TwoUnits,
  twoUnits,
} from '../../../test/accounts.ts';
import type { Day } from '../../kernel/day.ts';
import type { Principal } from '../../kernel/principal.ts';
import { accountsOf } from '../../platform/accounts/index.ts';
import type { AppEnv } from '../../platform/http/index.ts';
import type { Services } from '../../platform/services.ts';
import { createAdministrator } from './createAccounts.ts';
import { principalMiddleware } from './middleware.ts';
import { loadPrincipal } from './principal.ts';

let world: TwoUnits;
beforeAll(async () => {
  world = await twoUnits();
});
afterAll(() => world.close());

const load = (personId: number, chosen: Parameters<typeof loadPrincipal>[2] = null, day: Day = TODAY) =>
  loadPrincipal(world.db, personId, chosen, day);
const appoint = async (personId: number, organId: number, title: string, from: string, to: string | null = null) => {
  const position = await world.db.system
    .insertInto('position')
    .values({ organ_id: organId, title, role: 'officer' })
    .returning('id')
    .executeTakeFirstOrThrow();
  const appointment = await world.db.system
    .insertInto('appointment')
    .values({
      person_id: personId,
      position_id: position.id,
      kind: 'concurrent',
      valid_from: from as Day,
      valid_to: to as Day | null,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return appointment.id;
};

describe('a person in a position', () => {
  it('sees the matters of the own organ and of those below it', async () => {
    const { conCommittee, conOffice, conCulture } = world.organs;
    const head = (await load(world.people.conHead.personId))!;
    expect(head).toMatchObject({
      role: 'head',
      organId: conCommittee,
      unitName: 'Xã Con Cuông',
      adminUnitId: null,
      positionCount: 1,
    });
    expect(head.organIds).toEqual([conCommittee, conOffice, conCulture]);
  });

  it('of an office sees the matters of the body it serves, and an administrator keeps the unit', async () => {
    const admin = (await load(world.people.conAdmin.personId))!;
    expect(admin.organIds).toContain(world.organs.conCommittee);
    expect(admin.organIds).not.toContain(world.organs.dongCommittee);
    expect(admin.adminUnitId).toBe(world.units.con);
    expect(admin.servesId).toBe(world.organs.conCommittee);
  });

  it('may hold several at once, each while it is valid', async () => {
    const { personId } = world.people.conDeputy;
    const second = await appoint(personId, world.organs.conCulture, 'Trưởng phòng', '2026-01-01', '2026-06-30');
    expect(await load(personId)).toMatchObject({ role: 'deputy', positionCount: 2 });
    expect(await load(personId, { appointmentId: second })).toMatchObject({
      organIds: [world.organs.conCulture],
      positionTitle: 'Trưởng phòng',
    });
    expect(await load(personId, { appointmentId: second }, '2026-06-30' as Day)).not.toBeNull();
    expect(await load(personId, { appointmentId: second }, '2026-07-01' as Day)).toBeNull();
    expect(await load(personId, null, '2026-07-01' as Day)).toMatchObject({ positionCount: 1 });
  });

  it('acts for another with the organ and role of the other, between the dates only', async () => {
    const { conDeputy, conHead, dongHead } = world.people;
    const { id } = await world.db.system
      .insertInto('acting_for')
      .values({
        appointment_id: conDeputy.appointmentId,
        for_appointment_id: conHead.appointmentId,
        kind: 'KT',
        valid_from: '2026-03-01' as Day,
        valid_to: '2026-03-10' as Day,
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    const acting = (await load(conDeputy.personId, { actingForId: id }))!;
    expect(acting).toMatchObject({
      role: 'head',
      positionTitle: 'Phó Chủ tịch',
      appointmentId: conDeputy.appointmentId,
      actingFor: { appointmentId: conHead.appointmentId, kind: 'KT', title: 'Chủ tịch' },
    });
    expect(await load(conDeputy.personId, { actingForId: id }, '2026-03-11' as Day)).toBeNull();
    expect(await load(dongHead.personId, { actingForId: id }), 'not somebody else').toBeNull();
  });

  it('cannot choose the position of another, and is nobody without one', async () => {
    expect(
      await load(world.people.dongHead.personId, { appointmentId: world.people.conHead.appointmentId }),
    ).toBeNull();
    expect(await load(world.people.dongHead.personId, null, '2020-01-01' as Day)).toBeNull();
    expect(await load(999_999)).toBeNull();
  });
});

describe('the first administrator', () => {
  it('is made in the office of the unit and keeps its accounts', async () => {
    const made = await createAdministrator(
      world.db,
      { username: 'admin.dongloc', password: PASSWORD, name: 'Quản trị', unitCode: '17971' },
      TODAY,
    );
    expect(await load(made.personId)).toMatchObject({ adminUnitId: world.units.dong, role: 'admin' });
    const weak = { username: 'admin.moi', password: '1234567890', name: 'Quản trị', unitCode: '17971' };
    await expect(createAdministrator(world.db, weak, TODAY)).rejects.toMatchObject({ code: 'password.weak' });
    await expect(
      createAdministrator(world.db, { ...weak, password: PASSWORD, unitCode: '00000' }, TODAY),
    ).rejects.toMatchObject({ kind: 'notFound' });
  });
});

describe('each request', () => {
  it('carries the principal from memory, until the appointment or session changes', async () => {
    const services = {
      db: world.db,
      clock: () => Date.now(),
      config: { secret: SETTINGS.secret, publicUrl: SETTINGS.url, sessionHours: 12, sessionIdleMinutes: 120 },
    } as unknown as Services;
    const accounts = accountsOf(services);
    const app = new Hono<AppEnv>();
    app.use(principalMiddleware(services));
    app.get('/', (c) => c.json(c.get('principal')));
    const { cookies, personId } = await accountsFor(world.db, Date.now).signIn(
      { username: 'ct.dongloc', password: PASSWORD, address: '10.0.0.3' },
      new Headers(),
    );
    const ask = async (cookie = cookieHeader(cookies)) =>
      (await (await app.request('/', { headers: { cookie } })).json()) as Principal | null;
    expect(await ask('')).toBeNull();
    expect(await ask()).toMatchObject({ role: 'head' });

    await world.db.system
      .updateTable('appointment')
      .set({ valid_to: '2025-01-02' as Day, valid_from: '2025-01-01' as Day })
      .where('person_id', '=', personId!)
      .execute();
    expect(await ask(), 'remembered').toMatchObject({ role: 'head' });
    await accounts.changed(personId!);
    expect(await ask()).toBeNull();
  });
});
