import { existsSync, globSync } from 'node:fs';
import { basename } from 'node:path';
import { defineConfig } from 'vite';

/** What browsers load: the common entry, and one island for each `*.client.ts` of a room's pages. */
const clientEntries = ['src/ui/client.ts', ...globSync('src/*/pages/**/*.client.{ts,tsx}').sort()];

/** What Node starts: the command line, and the threads that platform code starts by file name. */
const serverEntries = ['src/cli.ts', ...globSync('src/**/*.worker.ts').sort()].filter((file) => existsSync(file));

/** `npm run bench` measures with the product's own modules, built as the server is; it asks for this by the environment. */
const bench = process.env.THONGSUOT_BUILD === 'bench';

/** Keys by file name, so that an entry keeps its name in dist: src/cli.ts becomes dist/server/cli.js. */
const byName = (files: string[]) =>
  Object.fromEntries(files.map((file) => [basename(file).replace(/\.tsx?$/, ''), file]));

/** Which plugin took how long tells an operator nothing. */
const checks = { bundlerTimings: false };

export default defineConfig(({ isSsrBuild }) => ({
  publicDir: false,
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  css: {
    preprocessorOptions: { scss: { loadPaths: ['node_modules'], quietDeps: true } },
  },
  build: isSsrBuild
    ? {
        outDir: bench ? 'dist/bench' : 'dist/server',
        emptyOutDir: true,
        target: 'node24',
        minify: false,
        sourcemap: true,
        rolldownOptions: {
          checks,
          input: byName(
            bench
              ? ['test/bench/run.ts', ...serverEntries.filter((file) => file.endsWith('.worker.ts'))]
              : serverEntries,
          ),
          output: { format: 'esm', entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
        },
      }
    : {
        outDir: 'dist/client',
        emptyOutDir: true,
        // Counters run old machines: what browsers of 2020 do not know is rewritten.
        target: ['chrome87', 'firefox78', 'safari14'],
        manifest: true,
        modulePreload: false,
        assetsInlineLimit: 2048,
        rolldownOptions: { checks, input: clientEntries },
      },
}));
