import { Hono } from 'hono';
import { accountRoutes, principalMiddleware } from '../src/organs/accounts/index.ts';
import { failurePage } from '../src/platform/http/failure.tsx';
import { type AppEnv, mountRoutes } from '../src/platform/http/index.ts';
import type { Services } from '../src/platform/services.ts';
import { PASSWORD, SETTINGS, type TwoUnits } from './accounts.ts';

/** An application of these rooms alone on a test's database. `clock` may be moved. */
export function accountsApp(world: TwoUnits, clock: () => number) {
  const services = {
    db: world.db,
    clock,
    log: { error: (details: unknown) => console.error(details), warn() {}, info() {} },
    config: {
      secret: SETTINGS.secret,
      publicUrl: SETTINGS.url,
      sessionHours: 12,
      sessionIdleMinutes: 120,
      trustedProxies: [],
    },
  } as unknown as Services;
  const app = new Hono<AppEnv>();
  app.use(async (c, next) => {
    c.set('services', services);
    c.set('requestId', 'test');
    c.set('frame', () => ({ provinceName: 'Tỉnh thử', demo: true, nav: [] }));
    await next();
  });
  app.use(principalMiddleware(services));
  mountRoutes(app, [
    ...accountRoutes,
    {
      method: 'get',
      path: '/',
      may: { name: 'any', allows: (p) => p !== null },
      handle: (c) => c.json(c.get('principal')),
    },
  ]);
  app.onError((error, c) => failurePage(error, c));
  return { app, services };
}
export type AccountsApp = ReturnType<typeof accountsApp>;

export interface Answer {
  status: number;
  text: string;
  /** Where it leads, for a redirection. */
  to: string | null;
  headers: Headers;
}

/** A browser: keeps its cookies, sends forms with the key of the page seen last. */
export function browser({ app }: AccountsApp) {
  const jar = new Map<string, string>();
  const ask = async (path: string, init: RequestInit = {}): Promise<Answer> => {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
    const answer = await app.request(path, { ...init, headers: { ...init.headers, cookie } });
    for (const line of answer.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(line)!;
      if (/max-age=0/i.test(line)) jar.delete(name!);
      else jar.set(name!, value!);
    }
    return {
      status: answer.status,
      text: await answer.text(),
      to: answer.headers.get('location'),
      headers: answer.headers,
    };
  };
  return {
    jar,
    get: (path: string) => ask(path),
    post: (path: string, fields: Record<string, string | File>) => {
      const body = new FormData();
      for (const [name, value] of Object.entries(fields)) body.append(name, value);
      return ask(path, { method: 'POST', body });
    },
    async signIn(username: string, password = PASSWORD, back = '') {
      return this.post(`/dang-nhap${back}`, { 'ten-dang-nhap': username, 'mat-khau': password });
    },
  };
}
export type Browser = ReturnType<typeof browser>;
