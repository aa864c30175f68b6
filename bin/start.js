/** `npm start`: builds when the sources are newer than dist/, then becomes `thongsuot start` with the options given. */
import { join } from 'node:path';
import { ensureBuilt } from './build.js';
import { onNode24, ROOT } from './node24.js';

/**
 * A province's server shares a small machine: it collects early instead of spreading over memory that happens to be free.
 * These can only be given at the start of a process, so this process becomes that one and keeps its id for signals.
 */
const MEMORY = ['--max-semi-space-size=8', '--heap-growing-percent=70'];

await onNode24(async () => {
  await ensureBuilt();
  const server = join(ROOT, 'dist/server/cli.js');
  process.execve(
    process.execPath,
    [process.execPath, ...MEMORY, server, 'start', ...process.argv.slice(2)],
    process.env,
  );
});
