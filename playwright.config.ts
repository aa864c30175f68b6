import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { defineConfig } from '@playwright/test';
import { findChromium } from './bin/chromium.js';

// Every worker reads this file again: what is chosen once is handed on by the environment.
if (!process.env.THONGSUOT_E2E_DATA) {
  const folder = mkdtempSync(join(tmpdir(), 'thongsuot-e2e-'));
  process.env.THONGSUOT_E2E_DATA = folder;
  process.env.THONGSUOT_E2E_PORT = String(await freePort());
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
}
const address = `http://127.0.0.1:${process.env.THONGSUOT_E2E_PORT}`;

/** The browser tests run against the built server with the demonstration's data, in a folder and on a port of their own. */
export default defineConfig({
  testDir: 'test/e2e',
  outputDir: 'test-results',
  workers: 2,
  fullyParallel: false,
  forbidOnly: true,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  use: {
    baseURL: address,
    locale: 'vi-VN',
    timezoneId: 'Asia/Ho_Chi_Minh',
    trace: 'retain-on-failure',
    launchOptions: {
      executablePath: findChromium(),
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        '--no-first-run',
      ],
    },
  },
  webServer: {
    command: `exec "${process.execPath}" bin/start.js --port ${process.env.THONGSUOT_E2E_PORT} --data "${process.env.THONGSUOT_E2E_DATA}"`,
    url: `${address}/healthz`,
    timeout: 120_000,
    gracefulShutdown: { signal: 'SIGTERM', timeout: 20_000 },
  },
});

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number };
      server.close(() => resolve(port));
    });
  });
}
