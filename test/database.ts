import { randomUUID } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import postgres from 'postgres';
import { inject } from 'vitest';

export interface TestDatabase {
  /** Signs in as the owner, as the program does. */
  url: string;
  drop(): Promise<void>;
}

/** A fresh, migrated database of the test file's own. Call it in `beforeAll`, and `drop` in `afterAll`. */
export async function testDatabase(): Promise<TestDatabase> {
  const server = await serverUrl();
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  await onServer(server, (sql) => sql.unsafe(`create database ${name} template template strategy file_copy`));
  const url = new URL(server);
  url.pathname = `/${name}`;
  return {
    url: url.href,
    drop: () => dropped(server, name),
  };
}

/** The server's own housekeeping may be at a table: it belongs to nobody who may be sent away, and is done in a moment. */
async function dropped(server: string, name: string): Promise<void> {
  for (let tries = 1; ; tries++) {
    try {
      return await onServer(server, (sql) => sql.unsafe(`drop database ${name} with (force)`));
    } catch (error) {
      if ((error as { code?: string }).code !== '42501' || tries === 50) throw error;
      await wait(200);
    }
  }
}

async function serverUrl(): Promise<string> {
  const file = join(inject('databaseFolder'), 'ready.json');
  for (let tries = 0; !existsSync(file) || readFileSync(file, 'utf8') === ''; tries++) {
    if (tries > 1500) throw new Error('the test database did not start within 30 s');
    await wait(20);
  }
  const { url, error } = JSON.parse(readFileSync(file, 'utf8')) as { url: string; error?: string };
  if (error) throw new Error(error);
  return url;
}

async function onServer(url: string, work: (sql: postgres.Sql) => Promise<unknown>): Promise<void> {
  const sql = postgres(url, { max: 1, onnotice: () => {}, fetch_types: false });
  try {
    await work(sql);
  } finally {
    await sql.end();
  }
}
