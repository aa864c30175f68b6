import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';

export interface BenchServer {
  url: string;
  /** From the start of the process until the health check answered 200, in seconds. */
  startSeconds: number;
  /** Resident memory of the server process, in megabytes. */
  rss(): number;
  stop(): Promise<void>;
}

/** Starts the built server as an operator does, on a free port. */
export async function startServer(dataDir: string): Promise<BenchServer> {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const started = performance.now();
  const child = spawn(process.execPath, ['bin/start.js', '--port', String(port), '--data', dataDir], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  for (;;) {
    if (child.exitCode !== null) throw new Error(`the server ended with code ${child.exitCode}`);
    const answer = await fetch(`${url}/healthz`).catch(() => undefined);
    if (answer?.status === 200) break;
    if (performance.now() - started > 180_000) throw new Error('the server did not start within 3 minutes');
    await wait(15);
  }
  return {
    url,
    startSeconds: (performance.now() - started) / 1000,
    rss: () => residentMegabytes(child),
    stop: () => stop(child),
  };
}

function residentMegabytes(child: ChildProcess): number {
  const status = readFileSync(`/proc/${child.pid}/status`, 'utf8');
  return Number(/VmRSS:\s+(\d+)/.exec(status)![1]) / 1024;
}

async function stop(child: ChildProcess): Promise<void> {
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  await ended;
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number };
      server.close(() => resolve(port));
    });
  });
}
