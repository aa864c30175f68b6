import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import postgres from 'postgres';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type PostgresOptions, type RunningPostgres, startPostgres } from './embedded.ts';
import { status } from './postmaster.ts';

const folder = realpathSync(mkdtempSync(join(tmpdir(), 'thongsuot-postgres-')));
const data = join(folder, 'data');
const cluster = join(data, 'postgres');
const isRoot = process.getuid?.() === 0;
const running: RunningPostgres[] = [];

const start = async (options?: PostgresOptions, dir = data): Promise<RunningPostgres> => {
  const server = await startPostgres(dir, options);
  running.push(server);
  return server;
};
const ask = async (url: string, query: string): Promise<Record<string, unknown>[]> => {
  const sql = postgres(url, { max: 1, onnotice: () => {}, fetch_types: false, connect_timeout: 5 });
  try {
    return await sql.unsafe(query);
  } finally {
    await sql.end();
  }
};
const fault = (code: string) => expect.objectContaining({ code });

beforeAll(async () => {
  const server = await start();
  await ask(server.url, 'create table kept as select 1 as one');
  await server.stop();
});
afterEach(async () => {
  for (const server of running.splice(0)) await server.stop();
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('our own PostgreSQL', () => {
  it('keeps the data from one start to the next, on the same port, the password for its owner alone', async () => {
    const first = await start();
    await first.stop();
    const second = await start();
    expect(second.url).toBe(first.url);
    expect(await ask(second.url, 'select one from kept')).toEqual([{ one: 1 }]);
    expect(statSync(join(data, 'postgres.json')).mode & 0o777).toBe(0o600);
    await second.stop();
    expect(status(cluster)).toBeUndefined();
  });

  it('knows Vietnamese, whatever the machine speaks', async () => {
    const { url } = await start();
    const [row] = await ask(
      url,
      `select lower('ĐÔNG LỘC Ữ') as low, current_setting('server_encoding') as encoding,
        (select string_agg(x, ' ' order by x collate "vi-x-icu") from unnest(array['dz','đa','ă','â','ab','a']) x) as sorted`,
    );
    expect(row).toEqual({ low: 'đông lộc ữ', encoding: 'UTF8', sorted: 'a ab ă â dz đa' });
  });

  it('lets SQL do nothing to the machine: the program is no superuser, and strangers do not come in', async () => {
    const { url } = await start();
    await expect(ask(url, `copy kept to program 'true'`)).rejects.toThrow(/permission denied/);
    const stranger = new URL(url);
    stranger.username = 'postgres';
    await expect(ask(stranger.href, 'select 1')).rejects.toThrow(/no pg_hba.conf entry/);
  });

  it('refuses a second program on the same data, but lets a command join', async () => {
    const first = await start();
    await expect(startPostgres(data)).rejects.toThrow(/Thông Suốt đang chạy trên thư mục dữ liệu/);
    const joined = await startPostgres(data, { join: true });
    expect(await ask(joined.url, 'select one from kept')).toEqual([{ one: 1 }]);
    await joined.stop();
    expect(await ask(first.url, 'select one from kept')).toEqual([{ one: 1 }]);
  });

  it('lets one of two first starts win, and the other say so', async () => {
    const fresh = join(folder, 'race');
    const results = await Promise.allSettled([start({}, fresh), start({}, fresh)]);
    expect(results.map((result) => result.status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(results.find((result) => result.status === 'rejected')?.reason).toEqual(fault('data.in_use'));
  });

  it('lets one of four starts at the same moment win, with a database that answers and ends with it', async () => {
    for (let round = 0; round < 12; round++) {
      const results = await Promise.allSettled(
        [0, 1, 3, 4].map((after) => wait(after + round).then(() => startPostgres(data))),
      );
      const servers = results.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []));
      running.push(...servers);
      expect(servers).toHaveLength(1);
      for (const result of results)
        if (result.status === 'rejected') expect(result.reason).toEqual(fault('data.in_use'));
      expect(await ask(servers[0]!.url, 'select one from kept')).toEqual([{ one: 1 }]);
      await servers[0]!.stop();
      expect(status(cluster)).toBeUndefined();
    }
  });

  it('sets a new password when the file with it is lost', async () => {
    rmSync(join(data, 'postgres.json'));
    const { url } = await start();
    expect(await ask(url, 'select one from kept')).toEqual([{ one: 1 }]);
  });

  it('refuses data of another version of PostgreSQL instead of harming it', async () => {
    const version = readFileSync(join(cluster, 'PG_VERSION'), 'utf8');
    writeFileSync(join(cluster, 'PG_VERSION'), '17\n');
    await expect(startPostgres(data)).rejects.toThrow(/thuộc PostgreSQL 17/);
    writeFileSync(join(cluster, 'PG_VERSION'), version);
  });
});

describe('after a kill -9', () => {
  it('of the program: the next start takes over, and what was committed is there', async () => {
    const { program, url } = await startElsewhere();
    await ask(url, 'create table committed as select 2 as two');
    program.kill('SIGKILL');
    await once(program, 'exit');
    const left = status(cluster)!;
    expect(left.ready).toBe(true);
    const server = await start();
    expect(await ask(server.url, 'select two from committed')).toEqual([{ two: 2 }]);
    expect(status(cluster)!.pid).not.toBe(left.pid);
  });

  it('of the program and of PostgreSQL: it recovers', async () => {
    const { program, url } = await startElsewhere();
    await ask(url, 'create table survivor as select 3 as three');
    const { pid } = status(cluster)!;
    program.kill('SIGKILL');
    process.kill(pid, 'SIGKILL');
    const server = await start();
    expect(await ask(server.url, 'select three from survivor')).toEqual([{ three: 3 }]);
  });

  it('of PostgreSQL alone: the program starts it again at the same address', async () => {
    const said: string[] = [];
    const { url } = await start({ log: (message) => said.push(message) });
    const { pid } = status(cluster)!;
    process.kill(pid, 'SIGKILL');
    await until(() => status(cluster)?.ready && status(cluster)?.pid !== pid);
    expect(await ask(url, 'select one from kept')).toEqual([{ one: 1 }]);
    expect(said).toEqual(['PostgreSQL ended unexpectedly; starting it again']);
    await until(async () => (await ask(url, `select 1 from pg_locks where locktype = 'advisory'`)).length === 1);
    await expect(startPostgres(data)).rejects.toEqual(fault('data.in_use'));
  });

  it('is not misled by a number that another program has since', async () => {
    writeFileSync(join(cluster, 'postmaster.pid'), `${process.pid}\n${cluster}\n1\n5432\n\n127.0.0.1\n  1 1\nready\n`);
    const { url } = await start();
    expect(await ask(url, 'select one from kept')).toEqual([{ one: 1 }]);
  });
});

describe('a disk that cannot be written', () => {
  it('read-only: says so', async (test) => {
    const place = join(folder, 'readonly');
    mkdirSync(place);
    if (!isRoot) chmodSync(place, 0o500);
    else if (!mount(place, 'ro')) return test.skip('cannot mount here');
    try {
      await expect(startPostgres(join(place, 'data'))).rejects.toThrow(isRoot ? /ổ đĩa chỉ đọc/ : /không được ghi vào/);
    } finally {
      if (isRoot) unmount(place);
    }
  });

  it.each([
    ['too small for the first start', '20m', false],
    ['filled up since', '100m', true],
  ])('full, %s: says so', async (_, size, filled) => {
    const place = join(folder, `full-${size}`);
    mkdirSync(place);
    if (!isRoot || !mount(place, `size=${size}`)) return console.warn('skipped: only root can mount a small disk');
    try {
      if (filled) {
        await (await startPostgres(join(place, 'data'))).stop();
        spawnSync('dd', ['if=/dev/zero', `of=${join(place, 'fill')}`, 'bs=1M']);
      }
      await expect(startPostgres(join(place, 'data'))).rejects.toThrow(/đã đầy/);
    } finally {
      unmount(place);
    }
  });
});

const mount = (place: string, options: string) =>
  spawnSync('mount', ['-t', 'tmpfs', '-o', options, 'tmpfs', place]).status === 0;
const unmount = (place: string) => spawnSync('umount', ['-l', place]);

/** A program of its own, to be killed. */
async function startElsewhere(): Promise<{ program: ChildProcess; url: string }> {
  const code = `const { startPostgres } = await import(${JSON.stringify(join(import.meta.dirname, 'embedded.ts'))});
    console.log((await startPostgres(${JSON.stringify(data)})).url);`;
  const flags = [
    '--experimental-transform-types',
    '--disable-warning=ExperimentalWarning',
    '--input-type=module',
    '-e',
  ];
  const program = spawn(process.execPath, [...flags, code], { stdio: ['ignore', 'pipe', 'inherit'] });
  const [url] = await once(program.stdout!, 'data');
  return { program, url: String(url).trim() };
}

async function until(met: () => unknown): Promise<void> {
  for (let tries = 0; !(await met()); tries++) {
    if (tries > 500) throw new Error('it did not happen within 10 s');
    await wait(20);
  }
}
