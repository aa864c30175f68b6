import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, openSync, readdirSync, readFileSync, readlinkSync, renameSync, rmSync, statSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { PostgresBinaries } from './binaries.ts';
import type { RunAs } from './runAs.ts';

/** What PostgreSQL writes of itself into postmaster.pid. */
export interface Postmaster {
  pid: number;
  port: number;
  ready: boolean;
}

/** Settings for one small machine; each start passes them, so a new version of the program changes them. */
const SETTINGS: Readonly<Record<string, string>> = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: '60',
  shared_buffers: '128MB',
  effective_cache_size: '1GB',
  maintenance_work_mem: '64MB',
  random_page_cost: '1.1',
  // Pages are many small queries on two cores: compiling or splitting one costs more than it gives.
  jit: 'off',
  max_parallel_workers_per_gather: '0',
  max_worker_processes: '4',
  max_logical_replication_workers: '0',
  io_method: 'sync',
  synchronous_commit: 'on',
  wal_compression: 'on',
  idle_in_transaction_session_timeout: '60s',
  timezone: 'Asia/Ho_Chi_Minh',
  log_timezone: 'Asia/Ho_Chi_Minh',
  // The log names what went wrong, never the values: they may be somebody's data.
  log_min_messages: 'warning',
  log_checkpoints: 'off',
  log_error_verbosity: 'terse',
  log_min_error_statement: 'panic',
};
const LOG_LIMIT = 5_000_000;

/** Starts the server and returns at once; `status` tells when it is ready. Its words go to the end of `logFile`. */
export function spawnPostmaster(
  cluster: string,
  port: number,
  how: { binaries: PostgresBinaries; runAs: RunAs; logFile: string; settings: Readonly<Record<string, string>> },
): ChildProcess {
  const settings = Object.entries({ ...SETTINGS, ...how.settings }).flatMap(([name, value]) => [
    '-c',
    `${name}=${value}`,
  ]);
  const { program, args, ...account } = how.runAs.command(how.binaries.postgres, [
    '-D',
    cluster,
    '-p',
    String(port),
    ...settings,
  ]);
  const log = openSync(how.logFile, 'a', 0o600);
  try {
    // In its own session: Ctrl-C at the terminal reaches us, and we stop it in good order.
    const env = { PATH: '/usr/bin:/bin', LC_ALL: 'C' };
    return spawn(program, args, { ...account, detached: true, cwd: '/', stdio: ['ignore', log, log], env });
  } finally {
    closeSync(log);
  }
}

/** The server that runs on this cluster, if one does. A file left by a crash, its number since given to another program, counts as none. */
export function status(cluster: string): Postmaster | undefined {
  const lines = readIfThere(join(cluster, 'postmaster.pid'))?.split('\n');
  const pid = Number(lines?.[0]);
  if (!lines || !pid || !isAlive(pid)) return undefined;
  const folder = workingFolder(pid);
  if (folder !== undefined && folder !== cluster) return undefined;
  return { pid, port: Number(lines[3]), ready: lines[7]?.trim() === 'ready' };
}

/** Processes of PostgreSQL that still hold the cluster, also after the death of their postmaster. */
function holders(cluster: string): number[] {
  const pids = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  return pids
    .map(Number)
    .filter((pid) => workingFolder(pid) === cluster && readIfThere(`/proc/${pid}/comm`)?.trim() === 'postgres');
}

/**
 * Takes away the file that a crash left: its number may since belong to another program, which PostgreSQL would take for
 * a server, and an empty one keeps PostgreSQL from starting. Known on Linux only.
 */
export function dropStaleLock(cluster: string): void {
  const file = join(cluster, 'postmaster.pid');
  const left = readIfThere(file);
  if (process.platform !== 'linux' || left === undefined || status(cluster) || holders(cluster).length > 0) return;
  // Looking at all processes takes a while, in which another start may have put its own file there.
  if (readIfThere(file) === left) rmSync(file, { force: true });
}

/** Stops it the fast way: open transactions are rolled back. After 20 s without an end, the hard way; the next start recovers. */
export async function stopPostmaster(pid: number): Promise<void> {
  signal(pid, 'SIGINT');
  if (await gone(pid, 20_000)) return;
  signal(pid, 'SIGQUIT');
  await gone(pid, 5_000);
}

export function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch {
    // It is gone already.
  }
}

/** A dead process that nobody has buried yet (containers without an init leave such) counts as dead. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return !/\) Z /.test(readIfThere(`/proc/${pid}/stat`) ?? '');
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

async function gone(pid: number, milliseconds: number): Promise<boolean> {
  for (const end = Date.now() + milliseconds; isAlive(pid); await wait(10)) if (Date.now() > end) return false;
  return true;
}

/** The remembered port when it is free, else any free one; 0 remembers none. */
export async function freePort(remembered: number): Promise<number> {
  return (
    (remembered && (await tryPort(remembered))) ||
    (await tryPort(0)) ||
    Promise.reject(new Error('no free port on 127.0.0.1'))
  );
}

const tryPort = (port: number): Promise<number | undefined> =>
  new Promise((resolve) => {
    // Another start may knock at this very moment: an open line would keep the trial from ending.
    const server = createServer((line) => line.destroy());
    server.once('error', () => resolve(undefined));
    server.listen({ port, host: '127.0.0.1', exclusive: true }, () => {
      const address = server.address();
      server.close(() => resolve(address && typeof address === 'object' ? address.port : undefined));
    });
  });

/** Makes room when the log has grown, and says where the next words will begin. */
export function turnLog(logFile: string): number {
  const size = statSync(logFile, { throwIfNoEntry: false })?.size ?? 0;
  if (size < LOG_LIMIT) return size;
  renameSync(logFile, `${logFile}.1`);
  return 0;
}

function workingFolder(pid: number): string | undefined {
  try {
    return readlinkSync(`/proc/${pid}/cwd`);
  } catch {
    return undefined;
  }
}

function readIfThere(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if (['ENOENT', 'ESRCH'].includes((error as NodeJS.ErrnoException).code ?? '')) return undefined;
    throw error;
  }
}
