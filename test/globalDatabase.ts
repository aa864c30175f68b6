import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import postgres from 'postgres';
import type { TestProject } from 'vitest/node';
import { migrate } from '../src/platform/db/migrate.ts';
import { startPostgres } from '../src/platform/postgres/embedded.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** The folder in which ready.json appears once the database can be copied. */
    databaseFolder: string;
  }
}

/** Speed before safety: these databases live as long as the tests. */
const UNSAFE = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_connections: '100' };

/**
 * One temporary PostgreSQL for the whole run, with a migrated database for the tests to copy. It starts while the first
 * files load: tests that need no database do not wait for it.
 */
export default function setup(project: TestProject): () => Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'thongsuot-test-'));
  project.provide('databaseFolder', folder);
  const ready = join(folder, 'ready.json');
  const starting = prepare(folder).then(
    ({ url, stop }) => {
      writeFileSync(ready, JSON.stringify({ url }));
      return stop;
    },
    (error: Error) => {
      writeFileSync(ready, JSON.stringify({ error: error.stack }));
      return async () => {};
    },
  );
  return async () => {
    const stop = await starting;
    await stop();
    rmSync(folder, { recursive: true, force: true });
  };
}

async function prepare(folder: string) {
  const running = await startPostgres(folder, { settings: UNSAFE });
  const template = new URL(running.url);
  template.pathname = '/template';
  const sql = postgres(running.url, { max: 1, onnotice: () => {} });
  await sql`create database template`;
  await sql.end();
  await migrate(template.href, join(import.meta.dirname, '../migrations'));
  return running;
}
