/** `npm run bench`: builds, measures the built product on this machine, prints a table, or JSON lines with `--json`. */
import { spawn } from 'node:child_process';
import { ensureBuilt } from './build.js';
import { onNode24, ROOT } from './node24.js';

await onNode24(async () => {
  await ensureBuilt();
  const env = { ...process.env, THONGSUOT_BUILD: 'bench' };
  const built = await run(['node_modules/vite/bin/vite.js', 'build', '--ssr', '--logLevel', 'warn'], env);
  process.exitCode = built || (await run(['dist/bench/run.js', ...process.argv.slice(2)], process.env));
});

function run(args, env) {
  const child = spawn(process.execPath, args, { cwd: ROOT, stdio: ['ignore', 'inherit', 'inherit'], env });
  return new Promise((resolve) => child.on('exit', (code) => resolve(code ?? 1)));
}
