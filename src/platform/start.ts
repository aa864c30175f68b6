import type { Server } from 'node:http';
import { createAdaptorServer } from '@hono/node-server';
import type { Logger } from 'pino';
import type { Config } from './config/index.ts';
import type { RunningPostgres } from './postgres/embedded.ts';
import { startDatabase } from './startDatabase.ts';
import { startFault } from './startFault.ts';

/** What the program is made of, handed in so that the platform knows no room. */
export interface Parts<S extends { close(): Promise<void> }> {
  createServices(of: { config: Config; databaseUrl: string; log: Logger }): Promise<S>;
  createApp(services: S): Promise<{ fetch: Fetch }>;
  /** Runs before the first request is answered: loads what a first start needs. */
  prepare?(services: S): Promise<void>;
}
type Fetch = (request: Request, env: unknown) => Response | Promise<Response>;

export interface RunningServer {
  url: string;
  /** Finishes what is being answered (10 s at most), then the jobs, the connections and PostgreSQL. */
  stop(): Promise<void>;
}

const FINISH_MS = 10_000;
/** How long an idle connection is kept: longer than reverse proxies keep theirs (60 s), or they send into one just closed. */
const IDLE_CONNECTION_MS = 75_000;

/**
 * Port, database, migrations, services, application, in this order; on failure what was started is stopped again.
 * @throws Fault with a sentence for the operator
 */
export async function startServer<S extends { close(): Promise<void> }>(
  config: Config,
  log: Logger,
  parts: Parts<S>,
): Promise<RunningServer> {
  // The port comes first: when it is taken, nothing else is touched. Until all is ready it asks for patience.
  let fetch: Fetch = stillStarting;
  const server = createAdaptorServer({ fetch: (request, env) => fetch(request, env) }) as Server;
  server.keepAliveTimeout = IDLE_CONNECTION_MS;
  await listen(server, config);
  let database: RunningPostgres | undefined;
  let services: S | undefined;
  const stop = async () => {
    await closeServer(server, fetch === stillStarting ? 0 : FINISH_MS);
    await services?.close();
    await database?.stop();
  };
  try {
    database = await startDatabase(config, log);
    services = await parts.createServices({ config, databaseUrl: database.url, log });
    await parts.prepare?.(services);
    fetch = (await parts.createApp(services)).fetch;
    return { url: config.publicUrl, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/**
 * Resolves with the reason when the program is told to end; further signals change nothing, ending is under way. Run by npm
 * it also ends when npm is gone: a killed npm passes nothing on, and the port would stay taken.
 */
export function toldToEnd(): Promise<string> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => resolve(signal));
    const parent = process.ppid;
    const lookUp = () => process.ppid === parent || resolve('npm is gone');
    if (process.env.npm_lifecycle_event) setInterval(lookUp, 250).unref();
  });
}

const stillStarting: Fetch = (request) =>
  new URL(request.url).pathname === '/healthz'
    ? Response.json({ status: 'starting' }, { status: 503 })
    : new Response('Thông Suốt đang khởi động, xin đợi vài giây rồi tải lại trang.', {
        status: 503,
        headers: { 'Content-Type': 'text/plain; charset=utf-8', 'Retry-After': '2' },
      });

function listen(server: Server, { host, port }: Config): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(listenFault(error, host, port)));
    server.listen(port, host, resolve);
  });
}

function closeServer(server: Server, finishMs: number): Promise<void> {
  return new Promise((resolve) => {
    const late = setTimeout(() => server.closeAllConnections(), finishMs);
    // A browser keeps its connection after the last answer; it must not hold us up.
    const idle = setInterval(() => server.closeIdleConnections(), 50);
    server.close(() => {
      clearTimeout(late);
      clearInterval(idle);
      resolve();
    });
  });
}

function listenFault(error: NodeJS.ErrnoException, host: string, port: number): Error {
  switch (error.code) {
    case 'EADDRINUSE':
      return startFault(
        'port.taken',
        `Cổng ${port} đang được chương trình khác dùng (có thể là chính Thông Suốt đang chạy). Hãy dừng chương trình đó, hoặc chọn cổng khác: npm start -- --port ${port + 1}`,
        `Port ${port} is taken (perhaps by Thông Suốt itself). Stop that program, or choose another port: npm start -- --port ${port + 1}`,
      );
    case 'EACCES':
      return startFault(
        'port.denied',
        `Tài khoản này không được mở cổng ${port}. Hãy chọn cổng từ 1024 trở lên bằng --port.`,
        `This account may not open port ${port}. Choose a port from 1024 on with --port.`,
      );
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return startFault(
        'host.unknown',
        `Máy này không có địa chỉ ${host}. Hãy kiểm tra --host; 127.0.0.1 luôn dùng được.`,
        `This machine has no address ${host}. Check --host; 127.0.0.1 always works.`,
      );
    default:
      return error;
  }
}
