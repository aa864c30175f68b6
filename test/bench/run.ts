import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { schedule } from '../../src/demonstration/schedule.ts';
import { readDirective } from '../../src/directives/reader/index.ts';
import type { Day } from '../../src/kernel/day.ts';
import { startPostgres } from '../../src/platform/postgres/embedded.ts';
import { type Figure, isOk, jsonLine, median, table } from './figure.ts';
import { startServer } from './server.ts';
import { fillTasks, load } from './tasks.ts';
import { signIn, weigh } from './visit.ts';

const LIST = '/nhiem-vu?pham-vi=giao&trang-thai=qua-han';
const COUNT = 10_000;
const SECONDS = 8;

const figures: Figure[] = [];
const data = mkdtempSync(join(tmpdir(), 'thongsuot-bench-'));
try {
  figures.push(...readerFigures());
  await (await startServer(data)).stop();
  const postgres = await startPostgres(data);
  await fillTasks(postgres.url, COUNT);
  await postgres.stop();
  const server = await startServer(data);
  try {
    figures.push({ name: 'server.start', value: server.startSeconds, unit: 's', target: { most: 2 } });
    const cookie = await signIn(server.url, 'vptu');
    const list = await load(server.url + LIST, cookie, SECONDS);
    const api = await load(`${server.url}/api${LIST}`, cookie, SECONDS);
    const count = await load(`${server.url}/api/nhiem-vu/thong-ke?pham-vi=giao`, cookie, SECONDS);
    const failed = list.failed + api.failed + count.failed;
    if (failed > 0) throw new Error(`${failed} requests of the load failed`);
    figures.push(
      { name: 'tasks.list.rps', value: list.perSecond, unit: 'pages/s', target: { least: 2000 } },
      { name: 'tasks.list.p99', value: list.p99, unit: 'ms', target: { most: 20 } },
      { name: 'tasks.api.rps', value: api.perSecond, unit: 'requests/s', target: { least: 2900 } },
      { name: 'tasks.count.rps', value: count.perSecond, unit: 'requests/s', target: { least: 2000 } },
      { name: 'server.rss', value: server.rss(), unit: 'MB', target: { most: 250 } },
    );
    const home = await weigh(server.url, '/');
    const signedIn = await weigh(server.url, '/nhiem-vu', cookie);
    figures.push(
      { name: 'page.home.bytes', value: home.assets, unit: 'bytes', target: { most: 40_000 } },
      { name: 'page.home.fonts', value: home.fonts, unit: 'bytes', target: { most: 70_000 } },
      { name: 'page.signin.bytes', value: signedIn.assets + signedIn.fonts, unit: 'bytes', target: { most: 300_000 } },
    );
  } finally {
    await server.stop();
  }
} finally {
  rmSync(data, { recursive: true, force: true });
}
console.log(process.argv.includes('--json') ? figures.map(jsonLine).join('\n') : table(figures));
process.exitCode = figures.every(isOk) ? 0 : 1;

const FIVE_PAGES = 12_000;

/** Directives of the demonstration, one after the other, up to the length of five pages. */
const ownFivePages = (): string =>
  schedule('2026-11-20' as Day)
    .map((directive) => directive.text)
    .join('\n')
    .slice(0, FIVE_PAGES);

/** Reading a notice of five pages: the shared one where it is there, else one of our own of that length. */
function readerFigures(): Figure[] {
  const shared = join(import.meta.dirname, '../../../shared/corpus/dev/seed-004.txt');
  const text = existsSync(shared)
    ? readFileSync(shared, 'utf8')
    : readFileSync(join(import.meta.dirname, '../fixtures/five-pages.txt'), 'utf8');
  const times = Array.from({ length: 30 }, () => {
    const started = performance.now();
    readDirective(text);
    return performance.now() - started;
  });
  return [{ name: 'read.text', value: median(times), unit: 'ms', target: { most: 20 } }];
}
