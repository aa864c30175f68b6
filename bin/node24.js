import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export const ROOT = fileURLToPath(new URL('..', import.meta.url));
const NEEDED = 24;
/** The npm package `node`, a dependency, brings this one along. */
const BROUGHT = `${ROOT}node_modules/node/bin/${process.platform === 'win32' ? 'node.exe' : 'node'}`;

/**
 * Runs `work` on Node 24 or later: here when this is one, else by starting this same script anew with the Node that npm
 * brought, passing signals and the exit code on.
 */
export async function onNode24(work) {
  if (Number(process.versions.node.split('.')[0]) >= NEEDED) return work();
  if (!existsSync(BROUGHT)) {
    console.error(
      [
        `Cần Node ${NEEDED}; máy này có Node ${process.versions.node}, và npm chưa đặt được bản Node đi kèm.`,
        'Hãy chạy "npm rebuild node" (hoặc "npm install" lại), hoặc cài Node 24, rồi chạy lại.',
        `Node ${NEEDED} is needed; this is ${process.versions.node}, and npm has not put the one that comes with the program in its place.`,
        'Run "npm rebuild node" (or "npm install" again), or install Node 24, then run this again.',
      ].join('\n'),
    );
    process.exit(1);
  }
  const child = spawn(BROUGHT, process.argv.slice(1), { stdio: 'inherit' });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.on('exit', (code, signal) => process.exit(code ?? (signal ? 1 : 0)));
}
