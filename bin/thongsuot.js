#!/usr/bin/env node
import { ensureBuilt } from './build.js';
import { onNode24 } from './node24.js';

await onNode24(async () => {
  await ensureBuilt({ missingOnly: true });
  await import('../dist/server/cli.js');
});
