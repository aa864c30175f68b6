import { existsSync, mkdtempSync, readdirSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { freemem, tmpdir } from 'node:os';
import { join } from 'node:path';
import postgres from 'postgres';
import type { TestProject } from 'vitest/node';
import { migrate } from '../src/platform/db/migrate.ts';
import { startPostgres } from '../src/platform/postgres/embedded.ts';
import { isAlive, signal, status } from '../src/platform/postgres/postmaster.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** The folder in which ready.json appears once the database can be copied. */
    databaseFolder: string;
  }
}

/** Speed before safety: these databases live as long as the tests. */
const UNSAFE = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  wal_level: 'minimal',
  max_wal_senders: '0',
  max_connections: '100',
};
const PREFIX = 'thongsuot-test-';

/**
 * One temporary PostgreSQL for the whole run, with a migrated database for the tests to copy. It starts while the first
 * files load: tests that need no database do not wait for it.
 */
export default function setup(project: TestProject): () => Promise<void> {
  const temporary = temporaryFolder();
  sweep(temporary);
  const folder = mkdtempSync(join(temporary, `${PREFIX}${process.pid}-`));
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

/** Memory where there is plenty, since copying a database is writing a thousand files: 30 ms instead of 400. */
function temporaryFolder(): string {
  const memory = '/dev/shm';
  if (!existsSync(memory)) return tmpdir();
  const { bavail, bsize } = statfsSync(memory);
  return bavail * bsize > 4e9 && freemem() > 4e9 ? memory : tmpdir();
}

/** What runs that were killed left behind. */
function sweep(temporary: string): void {
  for (const name of readdirSync(temporary).filter((each) => each.startsWith(PREFIX))) {
    if (isAlive(Number(name.slice(PREFIX.length).split('-')[0]))) continue;
    const left = status(join(temporary, name, 'postgres'));
    if (left) signal(left.pid, 'SIGQUIT');
    rmSync(join(temporary, name), { recursive: true, force: true });
  }
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
