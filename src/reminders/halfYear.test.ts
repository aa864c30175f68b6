import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as wait } from 'node:timers/promises';
import { sql } from 'kysely';
import { build } from 'vite';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type TestDatabase, testDatabase } from '../../test/database.ts';
import { COMMUNES, halfYearWorld, PETITIONS, TASKS } from '../../test/halfYear.ts';
import { type Database, openDatabase } from '../platform/db/access.ts';

/** 180 days, with the New Year, Tết, Giỗ Tổ, 30/4, 1/5 and a worked Saturday. */
const FIRST = '2026-01-01';
const LAST = '2026-06-29';
/** Three days without a server. */
const DOWN = ['2026-03-10', '2026-03-11', '2026-03-12'];
/** In the middle of each month the server is killed at its work. */
const KILLED = ['2026-01-15', '2026-02-12', '2026-03-16', '2026-04-15', '2026-05-15', '2026-06-15'];

const ROOT = join(import.meta.dirname, '../..');
let testing: TestDatabase;
let db: Database;
let folder: string;

beforeAll(async () => {
  testing = await testDatabase();
  db = openDatabase(testing.url, { connections: 1 });
  // Inside the project, so that the packages are found.
  folder = mkdtempSync(join(ROOT, 'node_modules/.half-year-'));
  const bundle = build({
    configFile: false,
    root: ROOT,
    logLevel: 'error',
    oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
    build: { ssr: join(ROOT, 'test/remindHalfYear.child.ts'), outDir: folder, target: 'node24', minify: false },
  });
  await Promise.all([bundle, halfYearWorld(db.system)]);
});
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await db.close();
  await testing.drop();
});

it('half a year, killed in the middle of each month: no reminder is lost, none is told twice, one mail a person and day', async () => {
  for (const day of KILLED) await runUntilKilledOn(day);
  await runToTheEnd();

  const told = await sql<{ line: string }>`
    select concat_ws(' ', p.name, '|', n.subject_type, n.subject_id, n.kind, n.step, n.about_on, n.day) as line
    from notice n join person p on p.id = n.person_id`.execute(db.system);
  const { notices, mails, days } = await expected();
  // Enough happened for the comparison to mean something.
  expect([COMMUNES, TASKS, PETITIONS, days]).toEqual([130, 5000, 2000, 116]);
  expect(notices.size).toBeGreaterThan(20_000);
  const lines = told.rows.map((r) => r.line);
  expect(lines.filter((line) => !notices.has(line)).slice(0, 5)).toEqual([]);
  const kept = new Set(lines);
  expect([...notices].filter((line) => !kept.has(line)).slice(0, 5)).toEqual([]);
  expect(lines.length).toBe(notices.size);

  const sent = await sql<{ line: string }>`
    select concat_ws(' ', p.name, m.day) as line from mail m join person p on p.id = m.person_id`.execute(db.system);
  expect(sent.rows.map((r) => r.line).sort()).toEqual([...mails].sort());
}, 240_000);

const start = () =>
  spawn(process.execPath, [join(folder, 'remindHalfYear.child.js')], {
    cwd: ROOT,
    env: { ...process.env, DATABASE_URL: testing.url, FIRST_DAY: FIRST, LAST_DAY: LAST, DOWN: DOWN.join(',') },
    stdio: ['ignore', 'pipe', 'inherit'],
  });

/** Lets the server live up to a day, holds it in the middle of that day's reminders, and kills it there. */
async function runUntilKilledOn(day: string): Promise<void> {
  const child = start();
  const ended = once(child, 'exit');
  for await (const line of createInterface({ input: child.stdout })) {
    if (line !== before(day)) continue;
    await db.system.transaction().execute(async (tx) => {
      // Notices can be written, mails cannot: the day's transaction stands half-way.
      await sql`lock table mail in exclusive mode`.execute(tx);
      for (let tries = 0; ; tries++) {
        const { rows } = await sql<{ held: boolean }>`
          select exists (select from pg_locks where relation = 'mail'::regclass and not granted) as held`.execute(tx);
        if (rows[0]!.held) break;
        if (tries > 1000) throw new Error(`no reminders were told after ${line}`);
        await wait(10);
      }
      child.kill('SIGKILL');
      await ended;
    });
    break;
  }
  expect(child.signalCode).toBe('SIGKILL');
}

async function runToTheEnd(): Promise<void> {
  const child = start();
  child.stdout.resume();
  const [code] = await once(child, 'exit');
  expect(code).toBe(0);
}

/*
 * The same once more, plainly: day by day, thing by thing, with a calendar written down by hand and nothing of the product.
 */
const OFF = new Set([
  ...['2026-01-01', '2026-01-02', '2026-04-27', '2026-04-30', '2026-05-01'],
  ...['2026-02-16', '2026-02-17', '2026-02-18', '2026-02-19', '2026-02-20'],
]);
const DAY_MS = 86_400_000;
const plus = (day: string, days: number) => new Date(Date.parse(day) + days * DAY_MS).toISOString().slice(0, 10);
const before = (day: string) => {
  let at = plus(day, -1);
  while (DOWN.includes(at)) at = plus(at, -1);
  return at;
};
const works = (day: string) =>
  day === '2026-01-10' || (!OFF.has(day) && ![0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay()));
const next = (day: string) => {
  let at = day;
  while (!works(at)) at = plus(at, 1);
  return at;
};
const last = (day: string) => {
  let at = day;
  while (!works(at)) at = plus(at, -1);
  return at;
};
const back = (day: string, days: number): string => (days === 0 ? last(day) : back(plus(last(day), -1), days - 1));
const forth = (day: string, days: number): string => (days === 0 ? day : forth(next(plus(day, 1)), days - 1));

type Plain = [kind: string, step: string, on: string][];
const climbing = (due: string): Plain =>
  [3, 7, 15].map((n, i) => ['escalation', `escalation-${i + 1}`, next(plus(due, n))]);
const reminding = (due: string): Plain => [
  ['before', 'before-3', back(due, 3)],
  ['before', 'before-1', back(due, 1)],
  ['due', 'due', last(due)],
  ...Array.from({ length: 30 }, (_, w): Plain[number] => ['late', `late-${1 + 7 * w}`, next(plus(due, 1 + 7 * w))]),
];
const waiting = (kind: string, since: string, days: number[]): Plain => {
  const first = days.map((n): Plain[number] => [kind, `wait-${n}`, forth(since, n)]);
  const from = first.at(-1)![2];
  return [
    ...first,
    ...Array.from({ length: 30 }, (_, w): Plain[number] => [kind, `again-${w + 1}`, next(plus(from, 7 * (w + 1)))]),
  ];
};
const known = new Map<string, Plain>();
const once_ = (key: string, make: () => Plain): Plain => {
  if (!known.has(key)) known.set(key, make());
  return known.get(key)!;
};

async function expected(): Promise<{ notices: Set<string>; mails: Set<string>; days: number }> {
  type Row = Record<string, string | null>;
  const rowsOf = async (text: string) => (await sql.raw<Row>(text).execute(db.system)).rows;
  const tasks =
    await rowsOf(`select t.id::text, o.short_name as organ, o.template, b.short_name as body, f.begins::text, f.moved_on::text,
    f.moved_to::text, f.asked_on::text, f.done_on::text, t.due_on::text as due
    from task t join fate_task f on f.task_id = t.id join organ o on o.id = t.lead_organ_ids[1] join organ b on b.id = t.issuer_organ_id`);
  const petitions =
    await rowsOf(`select p.id::text, o.short_name as organ, f.assigned_on::text, f.due_on::text as due, f.answered_on::text
    from petition p join fate_petition f on f.petition_id = p.id join organ o on o.id = p.lead_organ_id`);
  const directives =
    await rowsOf(`select d.id::text, o.short_name as organ, d.issued_on::text as sent, f.acknowledged_on::text
    from fate_directive f join directive d on d.id = f.directive_id join organ o on o.id = f.organ_id`);
  const written = new Set((await rowsOf('select name from person where email is not null')).map((p) => p.name!));

  const notices = new Set<string>();
  const mails = new Set<string>();
  let told = plus(FIRST, -1);
  let days = 0;
  for (let day = FIRST; day <= LAST; day = plus(day, 1)) {
    if (!works(day) || DOWN.includes(day)) continue;
    // On its first day a server knows of no day before.
    const after = days === 0 ? plus(day, -1) : told;
    told = day;
    days++;
    const inWindow = (steps: Plain) => steps.filter(([, , on]) => on > after && on <= day);
    const add = (people: string[], thing: string, steps: Plain, about: string) => {
      for (const [kind, step] of steps)
        for (const person of people) {
          notices.add(`${person} | ${thing} ${kind} ${step} ${about} ${day}`);
          if (written.has(person)) mails.add(`${person} ${day}`);
        }
    };
    const limit = (doer: string, head: string, office: string[], leader: string[], thing: string, due: string) => {
      add([doer], thing, inWindow(once_(`r${due}`, () => reminding(due))).slice(-1), due);
      for (const one of inWindow(once_(`c${due}`, () => climbing(due)))) {
        const rung = one[1].slice(-1);
        add(rung === '1' ? [head] : rung === '2' ? office : leader, thing, [one], due);
      }
    };
    const doerOf = (organ: string) => (organ.startsWith('so ') ? `clerk ${organ}` : `clerk vp-${organ}`);
    for (const t of tasks) {
      if (t.begins! > day || (t.done_on && t.done_on <= day)) continue;
      if (t.asked_on && t.asked_on <= day) {
        const since = t.asked_on;
        const steps = inWindow(once_(`w${since}`, () => waiting('confirm', since, [2]))).slice(-1);
        add([`clerk vp-${t.body}`], `task ${t.id}`, steps, since);
        continue;
      }
      const due = t.moved_on && t.moved_on <= day ? t.moved_to! : t.due!;
      // A department climbs its own ladder beside that of the Party that asked.
      const both = (of: string) => [...new Set([`${of}${t.body}`, ...(t.template === 'so' ? [`${of}ubnd 1`] : [])])];
      limit(doerOf(t.organ!), `head ${t.organ}`, both('clerk vp-'), both('head '), `task ${t.id}`, due);
    }
    for (const p of petitions) {
      if (p.assigned_on! > day || (p.answered_on && p.answered_on <= day)) continue;
      limit(doerOf(p.organ!), `head ${p.organ}`, ['clerk vp-ubnd 1'], ['head ubnd 1'], `petition ${p.id}`, p.due!);
    }
    for (const d of directives) {
      if (d.sent! > day || (d.acknowledged_on && d.acknowledged_on <= day)) continue;
      const steps = inWindow(once_(`a${d.sent}`, () => waiting('acknowledge', d.sent!, [1, 3]))).slice(-1);
      add([doerOf(d.organ!)], `directive ${d.id}`, steps, d.sent!);
    }
  }
  return { notices, mails, days };
}
