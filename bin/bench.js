/** `npm run bench`: builds, measures the built product on this machine, prints a table, or JSON lines with `--json`. */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { ensureBuilt } from './build.js';
import { onNode24, ROOT } from './node24.js';

await onNode24(async () => {
  await ensureBuilt();
  const flags = ['--experimental-transform-types', '--disable-warning=ExperimentalWarning'];
  const child = spawn(process.execPath, [...flags, join(ROOT, 'test/bench/run.ts'), ...process.argv.slice(2)], {
    cwd: ROOT,
    stdio: 'inherit',
  });
  child.on('exit', (code) => {
    process.exitCode = code ?? 1;
  });
});
