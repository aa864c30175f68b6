import type { MiddlewareHandler } from 'hono';
import { collectDefaultMetrics, Histogram, Registry } from 'prom-client';
import type { AppEnv } from './context.ts';
import type { Permission, Route } from './route.ts';

/** Only from this machine or by the operator's scraper behind the proxy: no account, no personal data in it. */
const operator: Permission = { name: 'public-metrics', allows: () => true };

/** Counts and times requests by method and status, never by address, which may hold a name. */
export function openMetrics(): { measure: MiddlewareHandler<AppEnv>; route: Route } {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const seconds = new Histogram({
    name: 'http_request_seconds',
    help: 'Time to answer, by method and status class',
    labelNames: ['method', 'status'],
    buckets: [0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.5, 2],
    registers: [registry],
  });
  return {
    measure: async (c, next) => {
      const started = performance.now();
      await next();
      seconds.observe(
        { method: c.req.method, status: `${Math.floor(c.res.status / 100)}xx` },
        (performance.now() - started) / 1000,
      );
    },
    route: {
      method: 'get',
      path: '/metrics',
      may: operator,
      handle: async (c) => c.text(await registry.metrics(), 200, { 'Content-Type': registry.contentType }),
    },
  };
}
