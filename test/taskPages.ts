import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Hono } from 'hono';
import { pino } from 'pino';
import type { Principal } from '../src/kernel/principal.ts';
import { openFileStore } from '../src/platform/files/index.ts';
import { failurePage } from '../src/platform/http/failure.tsx';
import { type AppEnv, mountRoutes, type RouteTable } from '../src/platform/http/index.ts';
import type { Services } from '../src/platform/services.ts';
import { openKeptViews, openTallies, type TaskRoom, taskRoutes } from '../src/tasks/index.ts';
import { taskOffice } from './taskOffice.ts';

/**
 * The pages of tasks upon a small province, asked as one of its people, with pages of other rooms where a test needs them.
 * The clock stands at 22 November 2026.
 */
export async function taskPages(beside: (room: TaskRoom) => RouteTable = () => []) {
  const office = await taskOffice();
  const { db } = office;
  const folder = mkdtempSync(join(tmpdir(), 'nhiem-vu-'));
  const files = openFileStore(folder);
  const names = new Map(
    (await db.system.selectFrom('organ').select(['id', 'name']).execute()).map((o) => [o.id, o.name]),
  );
  const services = {
    config: { sessionHours: 12 },
    db,
    files,
    clock: () => Date.parse('2026-11-22T03:00:00Z'),
    log: pino({ level: 'silent' }),
  } as unknown as Services;
  const room = {
    tallies: await openTallies(db),
    views: await openKeptViews(db),
    organName: (id: number) => names.get(id) ?? '?',
    organVersion: () => 1,
  } as unknown as TaskRoom;
  let who: Principal | null = null;
  const app = new Hono<AppEnv>();
  app.onError((error, c) => failurePage(error, c));
  app.use(async (c, next) => {
    c.set('services', services);
    c.set('principal', who);
    c.set('requestId', 'thu');
    c.set('frame', () => ({ provinceName: 'Tỉnh thử', demo: true, nav: [] }));
    await next();
  });
  mountRoutes(app, [...taskRoutes(room), ...beside(room)]);
  const answered = async (answer: Response) => ({
    status: answer.status,
    to: answer.headers.get('location') ?? '',
    type: answer.headers.get('content-type') ?? '',
    bytes: new Uint8Array(await answer.clone().arrayBuffer()),
    html: await answer.text(),
  });
  return {
    ...office,
    services,
    room,
    async get(by: Principal, path: string) {
      who = by;
      return answered(await app.request(path));
    },
    async post(by: Principal, path: string, fields: Record<string, string | readonly string[]>) {
      who = by;
      const body = new FormData();
      for (const [name, value] of Object.entries(fields)) for (const one of [value].flat()) body.append(name, one);
      return answered(await app.request(path, { method: 'POST', body }));
    },
    close: async () => {
      await office.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
export type TaskPages = Awaited<ReturnType<typeof taskPages>>;
