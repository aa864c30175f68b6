import { sql } from 'kysely';
import { NOBODY } from '../db/access.ts';
import { everybody, type Route } from './route.ts';

const PATIENCE_MS = 3000;

/** 200 only when the database answers: what a load balancer and the start command ask. */
export const healthRoute: Route = {
  method: 'get',
  path: '/healthz',
  may: everybody,
  handle: async (c) => {
    const { db } = c.get('services');
    const started = performance.now();
    let patience: NodeJS.Timeout | undefined;
    try {
      await Promise.race([
        db.read(NOBODY, db.build.selectNoFrom(sql<number>`1`.as('one'))),
        new Promise((_, reject) => {
          patience = setTimeout(reject, PATIENCE_MS, new Error('no answer'));
        }),
      ]);
    } catch {
      return c.json({ status: 'unavailable', database: 'no answer' }, 503);
    } finally {
      clearTimeout(patience);
    }
    return c.json({ status: 'ok', database: 'ok', databaseMs: Math.round((performance.now() - started) * 10) / 10 });
  },
};
