import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './node24.js';

const STAMP = join(ROOT, 'dist/built');
const BUILT = join(ROOT, 'dist/server/cli.js');
const BESIDE = ['vite.config.ts', 'tsconfig.json', 'package-lock.json'];

/** Builds dist/ unless it is there and of these sources. With `missingOnly`, what is there is good enough. */
export async function ensureBuilt({ missingOnly = false } = {}) {
  const there = existsSync(BUILT);
  if (there && missingOnly) return;
  const sources = stampOf();
  if (there && existsSync(STAMP) && readFileSync(STAMP, 'utf8') === sources) return;
  if (!existsSync(join(ROOT, 'node_modules/vite/bin/vite.js'))) {
    fail('Chưa cài các gói cần dùng. Hãy chạy "npm install" rồi chạy lại. (Run "npm install" first.)');
  }
  console.error('Đang dựng chương trình, mất khoảng nửa phút… (building)');
  const codes = await Promise.all([vite('build'), vite('build', '--ssr')]);
  if (codes.some((code) => code !== 0)) {
    fail('Không dựng được chương trình; lý do ở các dòng trên. (The build failed; see above.)');
  }
  mkdirSync(join(ROOT, 'dist'), { recursive: true });
  writeFileSync(STAMP, sources);
}

/** Name, size and time of every source: quick to take, and different after any change. */
function stampOf() {
  const files = readdirSync(join(ROOT, 'src'), { recursive: true, encoding: 'utf8' })
    .filter((name) => !/\.test\.tsx?$/.test(name))
    .map((name) => join('src', name));
  const hash = createHash('sha256');
  for (const name of [...files.sort(), ...BESIDE]) {
    const found = statSync(join(ROOT, name), { throwIfNoEntry: false });
    if (found?.isFile()) hash.update(`${name} ${found.size} ${found.mtimeMs}\n`);
  }
  return hash.digest('hex');
}

function vite(...args) {
  const command = [join(ROOT, 'node_modules/vite/bin/vite.js'), ...args, '--logLevel', 'warn'];
  const child = spawn(process.execPath, command, { cwd: ROOT, stdio: ['ignore', 2, 2] });
  return new Promise((resolve) => child.on('exit', (code) => resolve(code ?? 1)));
}

function fail(sentence) {
  console.error(sentence);
  process.exit(1);
}
