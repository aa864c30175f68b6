import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Hono } from 'hono';
import { addClient, tokenFor } from '../src/dossiers/exchange/keepClients.ts';
import { apiCallers, dossierRoutes } from '../src/dossiers/index.ts';
import { dayOf } from '../src/kernel/day.ts';
import { newWriteKey } from '../src/kernel/ids.ts';
import type { Principal } from '../src/kernel/principal.ts';
import { openFileStore } from '../src/platform/files/index.ts';
import { failurePage } from '../src/platform/http/failure.tsx';
import { type AppEnv, mountRoutes } from '../src/platform/http/index.ts';
import { setAssets } from '../src/ui/index.ts';
import { connection } from './apiClient.ts';
import { dossierWorld } from './dossierWorld.ts';

const SECRET = 'bi-mat-cua-the-gioi-thu-0123456789abcdef';

/** The world of dossiers with its API, and the administrators who open centres to other systems. */
export async function exchangeWorld() {
  const w = await dossierWorld();
  setAssets({ 'src/ui/client.ts': { file: 'c.js' } } as never);
  const folder = mkdtempSync(join(tmpdir(), 'thongsuot-trao-doi-'));
  const services = {
    ...w.services,
    files: openFileStore(folder),
    config: {
      ...w.services.config,
      secret: SECRET,
      trustedProxies: [],
      demo: true,
      webhookInternal: false,
      apiRate: 600,
      publicUrl: 'http://127.0.0.1',
    },
  };
  const people: Record<string, Principal> = {
    admin: await w.person(w.organs.conSon.office, 'admin'),
    provinceAdmin: await w.person(w.organs.provinceOffice, 'admin'),
    centre: w.centre,
    other: w.other,
    office: w.officer,
    head: w.head,
  };
  const app = new Hono<AppEnv>();
  app.onError((error, c) => failurePage(error, c));
  app.use(async (c, next) => {
    c.set('services', services as never);
    c.set('principal', people[c.req.header('x-who') ?? ''] ?? null);
    c.set('requestId', 'thu');
    c.set('frame', () => ({ provinceName: 'Tỉnh thử', demo: true, nav: [] }));
    await next();
  });
  app.use('/api/v1/*', apiCallers);
  mountRoutes(app, dossierRoutes);

  const document = (await (await app.request('/api/openapi.json')).json()) as Record<string, unknown>;
  const callAs = (token: string | null) => connection(document, (path, init) => app.request(path, init), token);
  /** Another system, with its token, made by an administrator. */
  const connect = async (system: string, centreIds: number[], by = people.admin!) => {
    const key = newWriteKey();
    const token = tokenFor(SECRET, key);
    const offered = centreIds.map((organId) => ({ organId }));
    await w.as(by, (tx, who) =>
      addClient(tx, who, { system, name: `Cổng ${system}`, centreIds }, { token, offered, today: dayOf(w.now()) }),
    );
    return { token, ...callAs(token) };
  };
  const page = async (who: string, path: string, fields?: Record<string, string | File>) => {
    const body = new FormData();
    for (const [name, value] of Object.entries({ khoa: newWriteKey(), ...fields })) body.append(name, value);
    const headers = { 'x-who': who };
    const answer = await app.request(path, fields ? { method: 'POST', body, headers } : { headers });
    return { status: answer.status, text: await answer.text(), to: answer.headers.get('location') };
  };
  const close = async () => {
    await w.close();
    rmSync(folder, { recursive: true, force: true });
  };
  return { ...w, services, people, app, document, callAs, connect, page, close };
}
export type ExchangeWorld = Awaited<ReturnType<typeof exchangeWorld>>;
