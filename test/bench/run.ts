import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startPostgres } from '../../src/platform/postgres/embedded.ts';
import { dossierFigures } from './dossiers.ts';
import { type Figure, isOk, jsonLine, table } from './figure.ts';
import { importFigures } from './importPetitions.ts';
import { learnedFigures } from './learned.ts';
import { fillPetitions, similarPage } from './petitions.ts';
import { printFigure } from './print.ts';
import { sizeFigures } from './province.ts';
import { corpusFigures, fileFigures, readerFigures } from './reading.ts';
import { fillReport, rollUpPage } from './reports.ts';
import { listWhileReading } from './scan.ts';
import { type BenchServer, startServer } from './server.ts';
import { fillTasks, load } from './tasks.ts';
import { signIn, weigh } from './visit.ts';

const LIST = '/nhiem-vu?pham-vi=giao&trang-thai=qua-han';
const COUNT = 10_000;
const MANY = 100_000;
const PETITIONS = 20_000;
const SECONDS = 8;
/** The demonstration's. */
const PROVINCE = '40';

/** `--only reading`, `tasks`, `steering` or `dossiers` measures one part; without it all are measured, in this order. */
const only = process.argv[process.argv.indexOf('--only') + 1];
const wanted = (part: 'reading' | 'tasks' | 'steering' | 'dossiers'): boolean =>
  !process.argv.includes('--only') || only === part;

const figures: Figure[] = [];
const data = mkdtempSync(join(tmpdir(), 'thongsuot-bench-'));
try {
  if (wanted('reading'))
    figures.push(...readerFigures(), ...corpusFigures(), ...(await fileFigures()), await printFigure());
  await (await startServer(data)).stop();
  const postgres = await startPostgres(data);
  if (wanted('reading')) figures.push(...(await learnedFigures(process.env.THONGSUOT_LEARNED ?? postgres.url)));
  await fillTasks(postgres.url, COUNT);
  const report = wanted('steering') ? await fillReport(postgres.url) : null;
  if (report) await fillPetitions(postgres.url, PETITIONS);
  await postgres.stop();
  const server = await startServer(data);
  try {
    const cookie = await signIn(server.url, 'vptu');
    if (wanted('tasks')) figures.push(...(await taskFigures(server, cookie)));
    // From here on the world is ten times as large, and at the end a hundred times that.
    if (report) figures.push(...(await steeringFigures(server, cookie, report.periodId)));
    if (wanted('dossiers')) {
      const joined = await startPostgres(data, { join: true });
      figures.push(...(await dossierFigures(server, joined.url, PROVINCE)));
    }
  } finally {
    await server.stop();
  }
} finally {
  rmSync(data, { recursive: true, force: true });
}
console.log(process.argv.includes('--json') ? figures.map(jsonLine).join('\n') : table(figures));
process.exitCode = figures.every(isOk) ? 0 : 1;

async function taskFigures(server: BenchServer, cookie: string): Promise<Figure[]> {
  const list = await load(server.url + LIST, cookie, SECONDS);
  const api = await load(`${server.url}/api${LIST}`, cookie, SECONDS);
  const count = await load(`${server.url}/api/nhiem-vu/thong-ke?pham-vi=giao`, cookie, SECONDS);
  const failed = list.failed + api.failed + count.failed;
  if (failed > 0) throw new Error(`${failed} requests of the load failed`);
  const rss = server.rss();
  const home = await weigh(server.url, '/');
  const signedIn = await weigh(server.url, '/nhiem-vu', cookie);
  return [
    { name: 'server.start', value: server.startSeconds, unit: 's', target: { most: 2 } },
    { name: 'tasks.list.rps', value: list.perSecond, unit: 'pages/s', target: { least: 2000 } },
    { name: 'tasks.list.p99', value: list.p99, unit: 'ms', target: { most: 20 } },
    { name: 'tasks.api.rps', value: api.perSecond, unit: 'requests/s', target: { least: 2900 } },
    { name: 'tasks.count.rps', value: count.perSecond, unit: 'requests/s', target: { least: 2000 } },
    { name: 'server.rss', value: rss, unit: 'MB', target: { most: 250 } },
    { name: 'page.home.bytes', value: home.assets, unit: 'bytes', target: { most: 40_000 } },
    { name: 'page.home.fonts', value: home.fonts, unit: 'bytes', target: { most: 70_000 } },
    { name: 'page.signin.bytes', value: signedIn.assets + signedIn.fonts, unit: 'bytes', target: { most: 300_000 } },
    ...(await listWhileReading(server.url, LIST, cookie)),
  ];
}

/** @param periodId of the report that is rolled up */
async function steeringFigures(server: BenchServer, cookie: string, periodId: number): Promise<Figure[]> {
  const similar = await similarPage(server.url, await signIn(server.url, 'danguy.concuong'));
  const imported = await importFigures(server, cookie);
  const rollUp = await rollUpPage(server.url, await signIn(server.url, 'vpubnd'), periodId);
  const joined = await startPostgres(data, { join: true });
  return [
    { name: 'petition.similar', value: similar, unit: 'ms', target: { most: 30 } },
    ...imported,
    { name: 'report.rollup', value: rollUp, unit: 'ms', target: { most: 300 } },
    ...(await sizeFigures(server.url, cookie, joined.url, MANY)),
  ];
}
