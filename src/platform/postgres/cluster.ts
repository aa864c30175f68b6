import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  existsSync,
  linkSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { diskFaultInLog, startFault } from '../startFault.ts';
import type { PostgresBinaries } from './binaries.ts';
import { isAlive } from './postmaster.ts';
import type { RunAs } from './runAs.ts';

/** The role that the program signs in as: it owns the database and is no superuser, so SQL never reaches the machine. */
export const OWNER = 'thongsuot';
const MAJOR = '18';
const ENVIRONMENT = { PATH: '/usr/bin:/bin', LC_ALL: 'C' };

/**
 * Makes the cluster unless it is there. It is made beside its place and moved in whole, so a power cut leaves either
 * nothing or all of it.
 */
export async function ensureCluster(
  folder: string,
  binaries: PostgresBinaries,
  runAs: RunAs,
  password: string,
): Promise<void> {
  sweep(folder);
  if (existsSync(join(folder, 'PG_VERSION'))) {
    const found = readFileSync(join(folder, 'PG_VERSION'), 'utf8').trim();
    if (found !== MAJOR) throw wrongVersion(folder, found);
    if (runAs.account && statSync(folder).uid === 0) own(folder, runAs.account);
    return;
  }
  const making = mkdtempSync(`${folder}.new-${process.pid}-`);
  if (runAs.account) chownSync(making, runAs.account.uid, runAs.account.gid);
  try {
    // The superuser has no password, and nobody but the owner's role comes in: by password, from this machine.
    const options = ['--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'];
    await run(runAs, binaries.initdb, [
      `--pgdata=${making}`,
      ...options,
      '--username=postgres',
      '--auth=trust',
      '--no-instructions',
    ]);
    writeFileSync(join(making, 'pg_hba.conf'), `host all ${OWNER} 127.0.0.1/32 scram-sha-256\n`);
    await single(making, binaries, runAs, [
      `create role ${OWNER} login createdb createrole password '${password}'`,
      `create database ${OWNER} owner ${OWNER}`,
    ]);
    renameSync(making, folder);
  } catch (error) {
    rmSync(making, { recursive: true, force: true });
    if (!existsSync(join(folder, 'PG_VERSION'))) throw error; // else another start was quicker
  }
}

/** Gives the owner's role a new password, with the server stopped. */
export const resetPassword = (
  folder: string,
  binaries: PostgresBinaries,
  runAs: RunAs,
  password: string,
): Promise<void> => single(folder, binaries, runAs, [`alter role ${OWNER} password '${password}'`]);

/** What an earlier start left half made. */
function sweep(folder: string): void {
  const parent = join(folder, '..');
  for (const name of readdirSync(parent)) {
    const pid = /^postgres\.new-(\d+)-/.exec(name)?.[1];
    if (pid && !isAlive(Number(pid))) rmSync(join(parent, name), { recursive: true, force: true });
  }
}

/** Data copied or restored by root belongs to root; PostgreSQL wants it for its own account alone. */
function own(folder: string, { uid, gid }: { uid: number; gid: number }): void {
  for (const entry of readdirSync(folder, { recursive: true, encoding: 'utf8' }))
    chownSync(join(folder, entry), uid, gid);
  chownSync(folder, uid, gid);
  chmodSync(folder, 0o700);
}

async function single(
  folder: string,
  binaries: PostgresBinaries,
  runAs: RunAs,
  statements: readonly string[],
): Promise<void> {
  const output = await run(
    runAs,
    binaries.postgres,
    ['--single', '-D', folder, 'postgres'],
    `${statements.join(';\n')};\n`,
  );
  if (/^.*(ERROR|FATAL|PANIC): /m.test(output)) throw failed(output, folder);
}

/** Runs a program to its end and returns what it said. */
function run(runAs: RunAs, program: string, args: readonly string[], input = ''): Promise<string> {
  const { program: command, args: words, ...account } = runAs.command(program, args);
  return new Promise((resolve, reject) => {
    const child = spawn(command, words, { ...account, env: ENVIRONMENT, cwd: '/', stdio: 'pipe' });
    let output = '';
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk: Buffer) => {
        output += chunk;
      });
    child.stdin.on('error', () => {}); // it died before reading; its exit code tells
    child.stdin.end(input);
    child.on('error', reject);
    child.on('close', (code) => (code === 0 ? resolve(output) : reject(failed(output, words.join(' ')))));
  });
}

function failed(output: string, where: string): Error {
  const reason = output.trim().split('\n').slice(-5).join('\n');
  return (
    diskFaultInLog(output, where) ??
    startFault(
      'postgres.init_failed',
      `Không tạo được cơ sở dữ liệu. PostgreSQL báo:\n${reason}`,
      'The database could not be made; PostgreSQL said the above.',
    )
  );
}

const wrongVersion = (folder: string, found: string) =>
  startFault(
    'postgres.wrong_version',
    `Dữ liệu trong ${folder} thuộc PostgreSQL ${found}, còn chương trình này chạy PostgreSQL ${MAJOR}. Hãy dùng đúng bản chương trình cũ, hoặc chuyển dữ liệu bằng pg_upgrade.`,
    `The data in ${folder} is of PostgreSQL ${found}; this program runs PostgreSQL ${MAJOR}. Use the earlier version of the program, or carry the data over with pg_upgrade.`,
  );

/** Kept beside the cluster, readable by its owner alone. */
export interface ClusterSecret {
  password: string;
  /** The TCP port on 127.0.0.1 that served last. */
  port: number;
}

/** The secret of the cluster; made on the first call, and the same for two programs that start at once. */
export function keepSecret(file: string): ClusterSecret {
  const kept = readSecret(file);
  if (kept) return kept;
  const fresh = `${file}.${process.pid}`;
  writeFileSync(fresh, JSON.stringify({ password: randomBytes(24).toString('base64url'), port: 0 }), { mode: 0o600 });
  try {
    if (!existsSync(file)) linkSync(fresh, file);
    else renameSync(fresh, file); // cut short by a power failure
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error; // else another start was quicker
  } finally {
    rmSync(fresh, { force: true });
  }
  return readSecret(file)!;
}

function readSecret(file: string): ClusterSecret | undefined {
  if (!existsSync(file)) return undefined;
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as ClusterSecret;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

export function writeSecret(file: string, secret: ClusterSecret): void {
  const fresh = `${file}.${process.pid}`;
  writeFileSync(fresh, JSON.stringify(secret), { mode: 0o600, flush: true });
  renameSync(fresh, file);
}
