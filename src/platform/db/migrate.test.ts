import { randomUUID } from 'node:crypto';
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import postgres from 'postgres';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type TestDatabase, testDatabase } from '../../../test/database.ts';
import { migrate } from './migrate.ts';
import { postgresTypes } from './types.ts';

const MIGRATIONS = join(import.meta.dirname, '../../../migrations');
let database: TestDatabase;

beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.drop());

describe('bringing a database up to date', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'thongsuot-migrations-'));
    cpSync(MIGRATIONS, folder, { recursive: true });
    return () => rmSync(folder, { recursive: true, force: true });
  });
  const fault = (code: string) => expect.objectContaining({ code });

  it('does nothing the second time', async () => {
    expect(await migrate(database.url, MIGRATIONS)).toEqual([]);
  });

  it('refuses a file that was changed after it had been run', async () => {
    writeFileSync(join(folder, '0001-base.sql'), 'select 1;');
    await expect(migrate(database.url, folder)).rejects.toThrow(/0001-base\.sql đã bị sửa/);
  });

  it('refuses a database that is newer than the program', async () => {
    rmSync(join(folder, '0001-base.sql'));
    writeFileSync(join(folder, '0001-other.sql'), 'select 1;');
    await expect(migrate(database.url, folder)).rejects.toEqual(fault('migration.unknown'));
  });

  it('leaves nothing of a file that fails half way, and names it', async () => {
    const own = await testDatabase();
    writeFileSync(join(folder, '9999-x.sql'), 'create table half (id int); select nonsense;');
    await expect(migrate(own.url, folder)).rejects.toThrow(/9999-x\.sql: migrations are numbered/);
    rmSync(join(folder, '9999-x.sql'));
    const next = String((await migrated(own.url)).length + 1).padStart(4, '0');
    writeFileSync(join(folder, `${next}-half.sql`), 'create table half (id int); select nonsense;');
    await expect(migrate(own.url, folder)).rejects.toThrow(`${next}-half.sql: column "nonsense" does not exist`);
    writeFileSync(join(folder, `${next}-half.sql`), 'create table half (id int);');
    expect(await migrate(own.url, folder)).toEqual([`${next}-half.sql`]);
    await own.drop();
  });

  it('lets two servers start at once: one works, the other waits', async () => {
    const own = await testDatabase();
    const next = String((await migrated(own.url)).length + 1).padStart(4, '0');
    writeFileSync(join(folder, `${next}-slow.sql`), 'select pg_sleep(0.3); create table slow (id int);');
    const runs = await Promise.all([migrate(own.url, folder), migrate(own.url, folder), migrate(own.url, folder)]);
    expect(runs.flat()).toEqual([`${next}-slow.sql`]);
    await own.drop();
  });

  it('says in words that the database does not answer, or does not know the password', async () => {
    await expect(migrate('postgresql://a:b@127.0.0.1:1/x', folder)).rejects.toEqual(fault('database.unreachable'));
    const wrong = new URL(database.url);
    wrong.password = 'wrong';
    await expect(migrate(wrong.href, folder)).rejects.toEqual(fault('database.refused'));
  });

  it('says which right the account lacks', async () => {
    const sql = postgres(database.url, { max: 1, onnotice: () => {} });
    const weak = `weak_${randomUUID().slice(0, 8)}`;
    await sql.unsafe(`create role ${weak}`);
    await sql.unsafe(`grant ${weak} to current_user`);
    await sql.unsafe(`create database ${weak} owner ${weak}`);
    const url = new URL(database.url);
    Object.assign(url, { pathname: `/${weak}`, search: `?role=${weak}` });
    await expect(migrate(url.href, MIGRATIONS)).rejects.toThrow(/CREATEROLE/);
    await sql.unsafe(`drop database ${weak}`);
    await sql.end();
  });
});

const migrated = async (url: string): Promise<unknown[]> => {
  const sql = postgres(url, { max: 1 });
  const rows = await sql`select name from migration`;
  await sql.end();
  return rows;
};

describe('values from the database', () => {
  it('come as numbers, days and epoch milliseconds, and go back the same', async () => {
    const sql = postgres(database.url, { max: 1, types: postgresTypes, connection: { role: 'thongsuot_app' } });
    const at = Date.UTC(2026, 5, 30, 17, 0, 0, 123);
    const params = ['9007199254740991', '2026-07-01', at, 12.5, [1, 2], ['2026-07-01'], { a: ['"'] }, '{"b":1}'];
    const [row] = await sql.unsafe(
      `select $1::bigint as big, $2::date as day, $3::timestamptz as at, $4::numeric as amount, $5::bigint[] as ids,
        $6::date[] as days, $7::jsonb as object, $8::jsonb as text, current_user as who`,
      params as never[],
      { prepare: true },
    );
    await sql.end();
    expect(row).toEqual({
      big: 9007199254740991,
      day: '2026-07-01',
      at,
      amount: 12.5,
      ids: [1, 2],
      days: ['2026-07-01'],
      object: { a: ['"'] },
      text: { b: 1 },
      who: 'thongsuot_app',
    });
  });
});
