/** `npm start`: builds when the sources are newer than dist/, then `thongsuot start` with the options given. */
import { ensureBuilt } from './build.js';
import { onNode24 } from './node24.js';

await onNode24(async () => {
  await ensureBuilt();
  process.argv.splice(2, 0, 'start');
  await import('../dist/server/cli.js');
});
