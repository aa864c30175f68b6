/**
 * `npm run faults`: counters hand in dossiers without pause while the server or its PostgreSQL is killed (kill -9) at random
 * moments, fifty times unless `--times` says otherwise. Each counter sends one reception again under the same key until it is
 * acknowledged. In the end every acknowledged dossier must be there once, with its events once, and no code twice.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import postgres from 'postgres';
import { signIn } from '../bench/visit.ts';

const asked = process.argv.indexOf('--times');
const TIMES = asked > 0 ? Number(process.argv[asked + 1]) : 50;
const COUNTERS = ['concuong', 'luongminh', 'monson'];
const PROCEDURE = '2.000815';

const data = mkdtempSync(join(tmpdir(), 'thongsuot-faults-'));
const port = await freePort();
const url = `http://127.0.0.1:${port}`;
let server = await start();
let over = false;
const acknowledged = new Map<string, string>();
let sent = 0;

try {
  const cookies = await Promise.all(COUNTERS.map((commune) => signIn(url, `motcua.${commune}`)));
  const counters = cookies.map((cookie, at) => work(at, cookie));
  for (let kill = 1; kill <= TIMES; kill++) {
    await wait(100 + Math.random() * 1500);
    const which = Math.random() < 0.5 ? 'server' : 'PostgreSQL';
    const before = acknowledged.size;
    await killOne(which);
    while (acknowledged.size === before) await wait(50);
    process.stderr.write(`${kill}/${TIMES} ${which}: ${acknowledged.size} acknowledged\n`);
  }
  over = true;
  await Promise.all(counters);
  await report();
} finally {
  server.kill('SIGTERM');
  await ended(server);
  rmSync(data, { recursive: true, force: true });
}

/** One counter: the next reception begins when the last was acknowledged. */
async function work(at: number, cookie: string): Promise<void> {
  for (let n = 0; !over; n++) {
    const idNumber = `7${at}${String(n).padStart(10, '0')}`;
    const form = new URLSearchParams({
      ...{ khoa: randomUUID(), viec: 'nhan', 'ho-ten': `Công Dân Thử ${idNumber}`, 'so-giay-to': idNumber },
      ...{ 'loai-nguoi-nop': 'person', 'du-giay-to': 'co', 'cach-tra': 'counter', 'le-phi': '2000' },
    });
    for (;;) {
      sent += 1;
      const code = await handIn(cookie, form);
      if (code) {
        acknowledged.set(idNumber, code);
        break;
      }
      await wait(50);
    }
  }
}

/** @returns the code on the page that the counter is led to; undefined where the line broke or the server was not there */
async function handIn(cookie: string, form: URLSearchParams): Promise<string | undefined> {
  try {
    const answer = await fetch(`${url}/ho-so/tiep-nhan/${PROCEDURE}`, {
      method: 'POST',
      redirect: 'manual',
      headers: { Cookie: cookie, Origin: url },
      body: form,
      signal: AbortSignal.timeout(20_000),
    });
    await answer.arrayBuffer();
    if (answer.status === 303) return /^\/ho-so\/([^/?]+)/.exec(answer.headers.get('location') ?? '')?.[1];
    if (answer.status < 500) throw new Error(`a reception was answered ${answer.status}`);
  } catch (error) {
    if (error instanceof Error && error.message.startsWith('a reception was answered')) throw error;
  }
  return undefined;
}

async function killOne(which: 'server' | 'PostgreSQL'): Promise<void> {
  if (which === 'PostgreSQL') {
    const pid = Number(readFileSync(join(data, 'postgres/postmaster.pid'), 'utf8').split('\n')[0]);
    process.kill(pid, 'SIGKILL');
  } else server.kill('SIGKILL');
  // A server whose database is gone ends too, or brings it back; either way it is there again before the next kill.
  await wait(200);
  if (!(await healthy())) {
    server.kill('SIGKILL');
    await ended(server);
    server = await start();
  }
}

async function healthy(): Promise<boolean> {
  for (let i = 0; i < 25; i++) {
    const answer = await fetch(`${url}/healthz`, { signal: AbortSignal.timeout(2000) }).catch(() => undefined);
    if (answer?.status === 200) return true;
    if (server.exitCode !== null || server.signalCode !== null) return false;
    await wait(200);
  }
  return false;
}

async function report(): Promise<void> {
  const { password, port: pgPort } = JSON.parse(readFileSync(join(data, 'postgres.json'), 'utf8'));
  const sql = postgres(`postgres://thongsuot:${password}@127.0.0.1:${pgPort}/thongsuot`, {
    max: 1,
    onnotice: () => {},
  });
  try {
    const rows = await sql<{ code: string; idNumber: string; received: number; steps: number }[]>`
      select d.code, a.id_number as "idNumber",
        (select count(*)::int from event e where e.unit_id = d.unit_id and e.subject_type = 'dossier' and e.subject_id = d.id
          and e.kind = 'dossier.received') as received,
        (select count(*)::int from dossier_step s where s.unit_id = d.unit_id and s.dossier_id = d.id) as steps
      from dossier d join dossier_applicant a on a.unit_id = d.unit_id and a.id = d.applicant_id where a.id_number like '7%'`;
    const faults: string[] = [];
    const found = Map.groupBy(rows, (row) => row.idNumber);
    for (const [idNumber, code] of acknowledged) {
      const kept = found.get(idNumber) ?? [];
      if (kept.length !== 1 || kept[0]!.code !== code)
        faults.push(`${idNumber}: ${kept.length} dossiers, ${code} was told`);
    }
    for (const row of rows)
      if (row.received !== 1 || row.steps < 1) faults.push(`${row.code}: ${row.received} receptions told`);
    for (const [idNumber, kept] of found) if (kept.length > 1) faults.push(`${idNumber}: ${kept.length} dossiers`);
    if (new Set(rows.map((row) => row.code)).size !== rows.length) faults.push('a code was used twice');
    const strays = await sql`select 1 from event e where e.subject_type = 'dossier' and not exists
      (select from dossier d where d.unit_id = e.unit_id and d.id = e.subject_id)`;
    if (strays.length > 0) faults.push(`${strays.length} events without a dossier`);
    console.log(
      `${TIMES} kills, ${sent} receptions sent, ${acknowledged.size} acknowledged, ${rows.length} kept: ` +
        (faults.length === 0
          ? 'each once, no code twice.'
          : `${faults.length} FAULTS\n${faults.slice(0, 20).join('\n')}`),
    );
    process.exitCode = faults.length === 0 ? 0 : 1;
  } finally {
    await sql.end();
  }
}

async function start(): Promise<ChildProcess> {
  const child = spawn(process.execPath, ['bin/start.js', '--port', String(port), '--data', data], {
    stdio: ['ignore', 'ignore', 'ignore'],
  });
  for (let i = 0; i < 3000; i++) {
    const answer = await fetch(`${url}/healthz`).catch(() => undefined);
    if (answer?.status === 200) return child;
    if (child.exitCode !== null) throw new Error(`the server ended with code ${child.exitCode}`);
    await wait(100);
  }
  throw new Error('the server did not start within 5 minutes');
}

function ended(child: ChildProcess): Promise<void> {
  return child.exitCode !== null || child.signalCode !== null
    ? Promise.resolve()
    : new Promise((resolve) => child.once('exit', () => resolve()));
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const one = createServer().listen(0, '127.0.0.1', () => {
      const { port: free } = one.address() as { port: number };
      one.close(() => resolve(free));
    });
  });
}
