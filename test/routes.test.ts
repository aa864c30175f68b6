import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Hono } from 'hono';
import { describe, expect, it } from 'vitest';
import type { PositionRole, Principal } from '../src/kernel/principal.ts';
import { type AppEnv, mountRoutes } from '../src/platform/http/index.ts';
import type { Rooms } from '../src/rooms.ts';
import { allRoutes } from '../src/server.ts';

/** Routes only hold on to the rooms; nothing is asked of them before a request comes. */
const routes = allRoutes({} as Rooms);

const someone = (
  role: PositionRole,
  level: 'province' | 'commune',
  serves: 'an office' | 'itself' | 'nobody',
  { branch = 'party', organTemplate = '' }: { branch?: 'party' | 'government'; organTemplate?: string } = {},
): Principal =>
  ({
    personId: 1,
    personName: '',
    appointmentId: 1,
    positionTitle: '',
    role,
    organId: 10,
    organName: '',
    organTemplate,
    level,
    branch,
    unitId: 1,
    unitName: '',
    servesId: serves === 'an office' ? 9 : serves === 'itself' ? 10 : null,
    organIds: [9, 10],
    adminUnitId: role === 'admin' ? 1 : null,
    actingFor: null,
    positionCount: 1,
  }) as Principal;

/** The columns of the table, in order. */
const ROLES: Record<string, Principal | null> = {
  public: null,
  'office clerk': someone('clerk', 'province', 'an office'),
  'office officer': someone('officer', 'province', 'an office'),
  'department head': someone('head', 'province', 'itself', { branch: 'government', organTemplate: 'so-tai-chinh' }),
  'department officer': someone('officer', 'province', 'itself', {
    branch: 'government',
    organTemplate: 'so-tai-chinh',
  }),
  'commune clerk': someone('clerk', 'commune', 'an office'),
  'commune officer': someone('officer', 'commune', 'nobody'),
  'commune government clerk': someone('clerk', 'commune', 'an office', {
    branch: 'government',
    organTemplate: 'van-phong-hdnd-ubnd-xa',
  }),
  'commune committee head': someone('head', 'commune', 'itself', { branch: 'government', organTemplate: 'ubnd-xa' }),
  'service centre clerk': someone('clerk', 'commune', 'nobody', {
    branch: 'government',
    organTemplate: 'trung-tam-phuc-vu-hanh-chinh-cong-xa',
  }),
  'government office clerk': someone('clerk', 'province', 'an office', {
    branch: 'government',
    organTemplate: 'van-phong-ubnd-tinh',
  }),
  administrator: someone('admin', 'commune', 'nobody'),
  'province administrator': someone('admin', 'province', 'nobody'),
};

/** The table as it is kept: one line a route, its permission, and a mark for each role that may use it. */
const KEPT = join(import.meta.dirname, 'routes.table.txt');

const line = (route: (typeof routes)[number]): string =>
  [
    `${route.method.toUpperCase()} ${route.path}`.padEnd(46),
    route.may.name.padEnd(20),
    Object.values(ROLES)
      .map((principal) => (route.may.allows(principal) ? 'x' : '.'))
      .join(' '),
  ].join(' ');

describe('who may use which route', () => {
  const kept = readFileSync(KEPT, 'utf8')
    .split('\n')
    .filter((text) => text && !text.startsWith('#'));

  it('is as the table says: a new route, or one opened to others, must be written there first', () => {
    expect(routes.map(line).sort()).toEqual([...kept].sort());
  });

  it('names every role of the table in its head', () => {
    expect(readFileSync(KEPT, 'utf8').split('\n')[0]).toBe(`# ${Object.keys(ROLES).join(', ')}`);
  });

  it('no route is told twice, and none changes anything by GET alone for the public but reading', () => {
    const named = routes.map((r) => `${r.method} ${r.path}`);
    expect(new Set(named).size).toBe(named.length);
  });

  it('every route that the application answers stands behind a permission', () => {
    const app = new Hono<AppEnv>();
    mountRoutes(app, routes);
    expect(app.routes.length).toBe(routes.length);
  });

  it('the public may change nothing but sign in, look a dossier up and rate it, and take a queue number', () => {
    const open = routes.filter((r) => r.method !== 'get' && r.may.allows(null)).map((r) => r.path);
    // A session that has no position yet is nobody here: these three look at the session themselves.
    const halfSignedIn = ['/chuc-vu', '/dang-xuat', '/tai-khoan/mat-khau'];
    // A POST, so that what is told to look a dossier up stands in no address.
    const citizens = ['/quay/:ma', '/tra-cuu', '/tra-cuu/danh-gia'];
    expect(open.filter((path) => !path.startsWith('/dang-nhap')).sort()).toEqual([...halfSignedIn, ...citizens].sort());
  });
});
