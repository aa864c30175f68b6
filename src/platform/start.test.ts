import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { pino } from 'pino';
import { beforeEach, describe, expect, it } from 'vitest';
import { testDatabase } from '../../test/database.ts';
import { type Config, readConfig } from './config/index.ts';
import { type Parts, type RunningServer, startServer } from './start.ts';
import { startBanner } from './startBanner.ts';

const log = pino({ level: 'silent' });
let data: string;
let config: Config;
let running: RunningServer | undefined;

beforeEach(async () => {
  data = realpathSync(mkdtempSync(join(tmpdir(), 'thongsuot-start-')));
  const port = await freePort();
  config = readConfig({ data, port: String(port) }, {});
  return async () => {
    await running?.stop();
    running = undefined;
    rmSync(data, { recursive: true, force: true });
  };
});

describe('starting the server', () => {
  it('answers, and finishes a slow answer before it ends', async () => {
    const database = await testDatabase();
    const order: string[] = [];
    running = await startServer({ ...config, databaseUrl: database.url }, log, {
      createServices: async ({ databaseUrl }) => ({ databaseUrl, close: async () => void order.push('closed') }),
      createApp: async (services) => ({
        fetch: async () => {
          order.push('asked');
          await wait(300);
          order.push('answered');
          return new Response(services.databaseUrl === database.url ? 'xong' : 'sai');
        },
      }),
    });
    const answer = fetch(running.url).then((response) => response.text());
    await wait(100);
    await running.stop();
    expect(await answer).toBe('xong');
    expect(order).toEqual(['asked', 'answered', 'closed']);
    await expect(fetch(running.url)).rejects.toThrow();
    running = undefined;
    await database.drop();
  });

  it('asks for patience until it is ready', async () => {
    const database = await testDatabase();
    const { promise: go, resolve: letGo } = Promise.withResolvers<void>();
    const starting = startServer({ ...config, databaseUrl: database.url }, log, { ...parts, prepare: () => go });
    await wait(200);
    const early = await fetch(config.publicUrl);
    expect([early.status, await early.text()]).toEqual([503, expect.stringContaining('đang khởi động')]);
    const kept = Number(/timeout=(\d+)/.exec(early.headers.get('keep-alive') ?? '')?.[1]);
    expect(kept, 'a proxy that keeps its connections for a minute never sends into a closed one').toBeGreaterThan(60);
    expect((await fetch(`${config.publicUrl}/healthz`)).status).toBe(503);
    letGo();
    running = await starting;
    expect((await fetch(config.publicUrl)).status).toBe(200);
    await running.stop();
    running = undefined;
    await database.drop();
  });

  it('says that the port is taken, and which to try', async () => {
    const other = await occupy(config.port);
    await expect(startServer(config, log, parts)).rejects.toThrow(
      new RegExp(`Cổng ${config.port} đang được.*--port ${config.port + 1}`),
    );
    other.close();
  });

  it('gives the port back when the database cannot be reached', async () => {
    const lost = { ...config, databaseUrl: 'postgresql://a:b@127.0.0.1:1/x' };
    await expect(startServer(lost, log, parts)).rejects.toThrow(/Không kết nối được cơ sở dữ liệu/);
    (await occupy(config.port)).close();
  });

  it('says that this machine has no such address', async () => {
    await expect(startServer({ ...config, host: '192.0.2.1' }, log, parts)).rejects.toThrow(
      /không có địa chỉ 192\.0\.2\.1/,
    );
  });
});

describe('the banner', () => {
  it('names the address, the accounts and what to try first', () => {
    const account = { office: 'UBND xã Con Cuông', username: 'ubnd.concuong', password: 'mat-khau', use: 'nhận việc' };
    const text = startBanner({ config, seconds: 1.23, accounts: [account], steps: ['Đăng nhập.'] });
    for (const part of [
      config.publicUrl,
      'UBND xã Con Cuông   ubnd.concuong   mat-khau   nhận việc',
      '1. Đăng nhập.',
      'trình diễn',
    ]) {
      expect(text).toContain(part);
    }
  });
});

const parts: Parts<{ close(): Promise<void> }> = {
  createServices: async () => ({ close: async () => {} }),
  createApp: async () => ({ fetch: () => new Response('xong') }),
};

const occupy = (port: number): Promise<Server> =>
  new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(port, '127.0.0.1', () => resolve(server));
  });

async function freePort(): Promise<number> {
  const server = await occupy(0);
  const { port } = server.address() as { port: number };
  await new Promise((resolve) => server.close(resolve));
  return port;
}
