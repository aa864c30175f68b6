import { sql } from 'kysely';
import { NOBODY } from '../db/access.ts';
import { everybody, type Route } from './route.ts';

/** 200 only when the database answers: what a load balancer and the start command ask. */
export const healthRoute: Route = {
  method: 'get',
  path: '/healthz',
  may: everybody,
  handle: async (c) => {
    const { db } = c.get('services');
    const started = performance.now();
    try {
      await Promise.race([
        db.read(NOBODY, db.build.selectNoFrom(sql<number>`1`.as('one'))),
        new Promise((_, reject) => setTimeout(reject, 3000, new Error('database did not answer in 3 s'))),
      ]);
    } catch {
      return c.json({ status: 'unavailable', database: 'no answer' }, 503);
    }
    return c.json({ status: 'ok', database: 'ok', databaseMs: Math.round((performance.now() - started) * 10) / 10 });
  },
};
