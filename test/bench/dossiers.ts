import { randomUUID } from 'node:crypto';
import autocannon from 'autocannon';
import { sql } from 'kysely';
import postgres from 'postgres';
import { recount } from '../../src/dossiers/figures/recount.ts';
import { type DossierRules, dossierRules, receiveDossier } from '../../src/dossiers/index.ts';
import type { Day } from '../../src/kernel/day.ts';
import { dayOf } from '../../src/kernel/day.ts';
import type { Principal } from '../../src/kernel/principal.ts';
import { loadPrincipal } from '../../src/organs/index.ts';
import { type Database, openDatabase } from '../../src/platform/db/access.ts';
import { writeOnce } from '../../src/platform/db/writeOnce.ts';
import type { Services } from '../../src/platform/services.ts';
import { type Figure, median } from './figure.ts';
import { fillDossiers } from './fillDossiers.ts';
import { type RawCentre, rawReception } from './rawReception.ts';
import { signIn } from './visit.ts';

const FEW = 10_000;
const MANY = 1_000_000;
const WRITERS = 10;
const SECONDS = 5;
const MEASURED = 2000;
const COPY = '2.000815';

/** The service centre: receptions beside the same statements sent raw, then pages at ten thousand and at a million dossiers. */
export async function dossierFigures(
  server: { url: string; rss(): number },
  databaseUrl: string,
  provinceCode: string,
): Promise<Figure[]> {
  const db = openDatabase(databaseUrl, { connections: WRITERS });
  try {
    // Receptions too: into tables as empty as on the first day, the plans that PostgreSQL keeps are those for empty tables.
    await fillDossiers(databaseUrl, FEW);
    await mended(db);
    const receptions = await receptionFigures(db, databaseUrl, provinceCode);
    const cookie = await signIn(server.url, 'motcua.concuong');
    const office = await signIn(server.url, 'vpubnd');
    const few = await pages(server.url, cookie, db);
    const before = server.rss();
    await fillDossiers(databaseUrl, MANY);
    await mended(db);
    const started = performance.now();
    const differences = await recount(db.system);
    const seconds = (performance.now() - started) / 1000;
    if (differences.length > 0) throw new Error(`the recount differs in ${differences.length} rows`);
    const many = await pages(server.url, cookie, db);
    const kpi = await pageTime(`${server.url}/ho-so/so-lieu?ky=${String(new Date().getFullYear())}`, office);
    return [
      ...receptions,
      { name: 'dossier.queue.p99', value: many.queue, unit: 'ms', target: { most: 40 } },
      { name: 'dossier.queue.growth', value: many.queueTime / few.queueTime, unit: 'times', target: { most: 1.5 } },
      { name: 'dossier.lookup.p99', value: many.lookup, unit: 'ms', target: { most: 20 } },
      { name: 'dossier.lookup.growth', value: many.lookupTime / few.lookupTime, unit: 'times', target: { most: 1.5 } },
      { name: 'dossier.kpi', value: kpi, unit: 'ms', target: { most: 60 } },
      { name: 'dossier.recount', value: seconds, unit: 's', target: { most: 20 } },
      { name: 'dossier.rss.growth', value: server.rss() / before, unit: 'times', target: { most: 1.25 } },
    ];
  } finally {
    await db.close();
  }
}

/** Figures for what was filled in past the use cases, as the daily work would have left them. */
async function mended(db: Database): Promise<void> {
  await recount(db.system, { mend: true });
  await sql`analyze dossier_figure`.execute(db.system);
}

async function receptionFigures(db: Database, databaseUrl: string, provinceCode: string): Promise<Figure[]> {
  const log = { error: console.error, warn() {}, info() {} };
  const rules = await dossierRules({ db, log, config: { provinceCode }, clock: Date.now } as unknown as Services);
  const clerks = await clerksOf(db, WRITERS);
  const raw = postgres(databaseUrl, { max: WRITERS, onnotice: () => {}, connection: { role: 'thongsuot_app' } });
  try {
    const centres = clerks.map((p) => rawCentre(rules, p));
    let number = 0;
    const useCase = (lane: number) => receive(db, rules, clerks[lane]!, number++);
    const statements = (lane: number) => rawReception(raw, centres[lane]!, number++);
    // Each warms up first; then they take turns, so that what else the machine does falls on both.
    await rate(useCase, 1);
    await rate(statements, 1);
    const rates = { useCase: [] as number[], raw: [] as number[] };
    for (let round = 0; round < 3; round++) {
      rates.useCase.push(await rate(useCase, SECONDS));
      rates.raw.push(await rate(statements, SECONDS));
    }
    const perSecond = median(rates.useCase);
    return [
      { name: 'dossier.receive.rps', value: perSecond, unit: 'dossiers/s', target: { least: 400 } },
      { name: 'dossier.receive.raw', value: median(rates.raw), unit: 'dossiers/s' },
      { name: 'dossier.receive.share', value: perSecond / median(rates.raw), unit: 'of raw', target: { least: 0.6 } },
    ];
  } finally {
    await raw.end();
  }
}

/** How often a second `WRITERS` lanes do it, each without pause. */
async function rate(once: (lane: number) => Promise<unknown>, seconds: number): Promise<number> {
  const until = performance.now() + seconds * 1000;
  let done = 0;
  const started = performance.now();
  await Promise.all(
    Array.from({ length: WRITERS }, async (_, lane) => {
      while (performance.now() < until) {
        await once(lane);
        done++;
      }
    }),
  );
  return done / ((performance.now() - started) / 1000);
}

async function receive(db: Database, rules: DossierRules, by: Principal, number: number): Promise<void> {
  const version = rules.book.byCode(COPY, dayOf(rules.now()))!;
  await db.write(by, (tx) =>
    writeOnce(tx, { key: randomUUID(), purpose: 'bench', personId: by.personId }, () =>
      receiveDossier(tx, by, rules, {
        procedureCode: COPY,
        authorityUnitId: by.unitId,
        channel: 'direct',
        applicant: {
          ...{ kind: 'person', name: `Công Dân Đo ${number}`, idNumber: `8${String(number).padStart(11, '0')}` },
          ...{ birthDay: null, address: 'Xóm 1', phone: null, email: null },
        },
        papers: version.components.map(({ no, original, copy, electronic }) => ({ no, original, copy, electronic })),
        passOn: true,
      }),
    ),
  );
}

/** Clerks of as many centres. */
async function clerksOf(db: Database, count: number): Promise<Principal[]> {
  const rows = await db.system
    .selectFrom('appointment as a')
    .innerJoin('position as p', 'p.id', 'a.position_id')
    .innerJoin('organ as o', 'o.id', 'p.organ_id')
    .where('o.template', '=', 'trung-tam-phuc-vu-hanh-chinh-cong-xa')
    .where('p.role', '=', 'clerk')
    .orderBy('o.id')
    .limit(count)
    .select('a.person_id as personId')
    .execute();
  return Promise.all(rows.map(async (r) => (await loadPrincipal(db, r.personId as never, null, dayOf(Date.now())))!));
}

function rawCentre(rules: DossierRules, p: Principal): RawCentre {
  const day = dayOf(Date.now());
  const version = rules.book.byCode(COPY, day)!;
  const authorityId = rules.places.authorityOf(version, p.unitId, day);
  const officeId = rules.places.stageOrgan(version.steps[0]!, { authorityId, receptionId: p.organId }, day);
  return {
    ...{
      unitId: p.unitId,
      centreId: p.organId,
      officeId,
      authorityId,
      personId: p.personId,
      appointmentId: p.appointmentId,
    },
    ...{
      versionId: version.id,
      agency: rules.codeFor(p.organId, '2026-01-01' as Day, 1).split('-')[0]!,
      organIds: p.organIds,
    },
  };
}

/** Milliseconds of the queue's page and of a citizen's look-up: the worst of a hundred with ten at once, and the middle one by one. */
async function pages(url: string, cookie: string, db: Database) {
  const queueUrl = `${url}/ho-so?xem=co-quan`;
  const found = await db.system
    .selectFrom('dossier as d')
    .innerJoin('dossier_applicant as a', (j) =>
      j.onRef('a.unit_id', '=', 'd.unit_id').onRef('a.id', '=', 'd.applicant_id'),
    )
    .where('a.id_number', 'like', '9%')
    .orderBy('d.id')
    .limit(200)
    .select(['d.code', 'a.id_number as fact'])
    .execute();
  const form = (n: number) =>
    new URLSearchParams({ ma: found[n % found.length]!.code, 'xac-nhan': found[n % found.length]!.fact! }).toString();
  const headers = { 'Content-Type': 'application/x-www-form-urlencoded', Origin: url };
  let asked = 0;
  const lookups = (amount: number) =>
    autocannon({
      url: `${url}/tra-cuu`,
      connections: 10,
      amount,
      requests: [{ method: 'POST', headers, setupRequest: (request) => ({ ...request, body: form(asked++) }) }],
    });
  const queue = (amount: number) => autocannon({ url: queueUrl, connections: 10, amount, headers: { Cookie: cookie } });
  // Each warms up as long as it is measured.
  await queue(MEASURED);
  const queued = await queue(MEASURED);
  await lookups(MEASURED);
  const looked = await lookups(MEASURED);
  if (queued.non2xx + looked.non2xx + queued.errors + looked.errors > 0)
    throw new Error(`requests failed: ${queued.non2xx} of the queue, ${looked.non2xx} look-ups`);
  return {
    queue: queued.latency.p99,
    queueTime: await pageTime(queueUrl, cookie),
    lookup: looked.latency.p99,
    lookupTime: await lookupTime(url, form),
  };
}

async function pageTime(address: string, cookie: string): Promise<number> {
  return timed(() => fetch(address, { headers: { Cookie: cookie } }), address);
}
const lookupTime = (url: string, form: (n: number) => string): Promise<number> => {
  let asked = 0;
  return timed(
    () =>
      fetch(`${url}/tra-cuu`, {
        method: 'POST',
        headers: { Origin: url, 'Content-Type': 'application/x-www-form-urlencoded' },
        body: form(asked++),
      }),
    'look-up',
  );
};

async function timed(ask: () => Promise<Response>, what: string): Promise<number> {
  const times: number[] = [];
  for (let i = 0; i < 70; i++) {
    const started = performance.now();
    const answer = await ask();
    if (!answer.ok) throw new Error(`${what}: ${answer.status}`);
    await answer.arrayBuffer();
    if (i >= 10) times.push(performance.now() - started);
  }
  return median(times);
}
