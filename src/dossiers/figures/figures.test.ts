import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type DossierWorld, dossierWorld } from '../../../test/dossierWorld.ts';
import { addDays, type Day, dayOf } from '../../kernel/day.ts';
import type { Principal } from '../../kernel/principal.ts';
import { apologise } from '../apologise.ts';
import { correctDossier } from '../correctDossier.ts';
import { refuseDossier, stopDossier, withdrawDossier } from '../endDossier.ts';
import { rate } from '../lookup/lookUp.ts';
import { passDossier } from '../passDossier.ts';
import { deliverResult, resolveDossier } from '../resolveDossier.ts';
import { askPayment, askSupplement, notePayment, receiveSupplement } from '../suspendDossier.ts';
import { dossiersBehind } from './behind.ts';
import { type Period, periodOf, untilNow } from './period.ts';
import { recount } from './recount.ts';
import { SHOWN } from './shown.ts';
import { flowsIn, stocksIn } from './store.ts';
import { sumUp } from './sumUp.ts';

let w: DossierWorld;
beforeAll(async () => {
  w = await dossierWorld();
});
afterAll(() => w.close());

type Use = (tx: never, by: Principal, rules: never, input: never) => Promise<unknown>;
const RESULT = { title: 'Giấy chứng nhận', number: '12/GCN', issuedOn: null, granted: true };
const noon = (day: Day) => `${day}T10:00`;

/** What can be done to a dossier in this story; whoever holds it does it, and what its status refuses changes nothing. */
const MOVES: Record<string, (holder: Principal) => [Use, Principal, object]> = {
  pass: (holder) => [passDossier as Use, holder, { toOrganId: null, note: '' }],
  supplement: (holder) => [askSupplement as Use, holder, { reason: 'thiếu giấy tờ', answerBy: null }],
  supplemented: () => [receiveSupplement as Use, w.centre, { note: 'đã nộp đủ' }],
  payment: (holder) => [askPayment as Use, holder, { reason: 'lệ phí', fee: 20000, answerBy: null }],
  paid: () => [notePayment as Use, w.centre, { note: '' }],
  apologise: (holder) => [apologise as Use, holder, { reason: 'cần xác minh', to: addDays(dayOf(w.now()), 9) }],
  resolve: (holder) => [resolveDossier as Use, holder, { ...RESULT, signed: true }],
  resolveUnsigned: (holder) => [resolveDossier as Use, holder, { ...RESULT, signed: false }],
  deliver: () => [deliverResult as Use, w.centre, { way: 'counter', receiver: 'Người nộp' }],
  withdraw: () => [withdrawDossier as Use, w.centre, { reason: 'không cần nữa' }],
  stop: (holder) => [stopDossier as Use, holder, { reason: 'người nộp không bổ sung' }],
  refuse: (holder) => [refuseDossier as Use, holder, { reason: 'không thuộc thẩm quyền' }],
};

async function move(code: string, kind: string): Promise<boolean> {
  const dossier = (await w.seen(w.centre, code))!;
  const holders = [w.centre, w.economy, w.head, w.officer];
  const holder = holders.find((p) => p.organId === dossier.holderId) ?? w.centre;
  const [use, who, input] = MOVES[kind]!(holder);
  return w
    .as(who, (tx, by, rules) => use(tx as never, by, rules as never, { code, version: null, ...input } as never))
    .then(
      () => true,
      () => false,
    );
}

const story = fc.array(
  fc.record({
    procedure: fc.constantFrom('1.001612', '2.000815'),
    channel: fc.constantFrom('direct' as const, 'online' as const, 'post' as const),
    moves: fc.array(fc.tuple(fc.integer({ min: 0, max: 6 }), fc.constantFrom(...Object.keys(MOVES))), { maxLength: 6 }),
  }),
  { minLength: 1, maxLength: 4 },
);

const LAST_DAY = '2026-12-20' as Day;

it('the figures kept with each step are those of a full recount, whatever happened', async () => {
  let day = '2026-06-01' as Day;
  let took = 0;
  await fc.assert(
    fc.asyncProperty(story, async (dossiers) => {
      for (const { procedure, channel, moves } of dossiers) {
        w.at(noon(day));
        const { code } = await w.receive({ procedure, channel, passOn: channel === 'direct' });
        for (const [days, kind] of moves) {
          // The stories stay within the year that the tests below ask for.
          if (addDays(day, days) <= LAST_DAY) day = addDays(day, days);
          w.at(noon(day));
          if (await move(code, kind)) took += 1;
        }
        if (moves.length > 2) await rate(w.db, code, moves.length - 1, '');
      }
      expect(await recount(w.db.system)).toEqual([]);
    }),
    { numRuns: 25 },
  );
  expect(took, 'the stories went somewhere').toBeGreaterThan(40);
}, 60_000);

it('a rating counts at once on the day it is given, and opens its dossier; who may not see the figures sees no rating', async () => {
  w.at('2026-05-04T09:00');
  const made: string[] = [];
  for (const stars of [1, 2, 5, 0]) {
    const { code } = await w.receive({ procedure: '2.000815' });
    await move(code, 'resolve');
    if (stars > 0) expect(await rate(w.db, code, stars, 'ý kiến riêng')).toBe(true);
    if (stars > 0) expect(await rate(w.db, code, 3, 'lần hai'), 'once a dossier').toBe(false);
    made.push(code);
  }
  expect(await recount(w.db.system)).toEqual([]);
  // Ratings bear the database's own time.
  const { day } = await w.db.system
    .selectFrom('dossier_rating')
    .select((e) => e.fn.max(sql<Day>`(at at time zone 'Asia/Ho_Chi_Minh')::date`).as('day'))
    .executeTakeFirstOrThrow();
  const opened = async (key: string, asOf: Day, who = w.centre) => {
    const period = periodOf(day.slice(0, 4), asOf)!;
    const [flows] = await w.db.read(who, flowsIn(w.db.build, [w.units.conSon], period));
    const sums = sumUp({ flows, stocks: [], inputs: [], usedOnline: [] }, { all: 0, online: 0 });
    const rows = await dossiersBehind(w.db, who, w.units.conSon, period, SHOWN[key]!);
    expect(rows.length).toBe(SHOWN[key]!.value(sums));
    expect(JSON.stringify(rows)).not.toContain('ý kiến');
    return rows.map((row) => row.code).filter((code) => made.includes(code));
  };
  expect(await opened('danh-gia', day)).toEqual(made.slice(0, 3));
  expect(await opened('khong-hai-long', day)).toEqual(made.slice(0, 2));
  expect(await opened('danh-gia', addDays(day, -1)), 'as of the day before').toEqual([]);
  expect(await opened('danh-gia', day, w.other)).toEqual([]);
});

it('each number of a month opens as many dossiers as it counts, also as of a day within it', async () => {
  for (const [month, asOf] of [
    ['2026-06', '2026-12-31'],
    ['2026-06', '2026-06-17'],
    ['2026-07', '2026-12-31'],
  ] as const) {
    const period = periodOf(month, asOf as Day)!;
    const units = [w.units.conSon];
    const [flows, stocks] = await w.db.read(
      w.centre,
      flowsIn(w.db.build, units, period),
      stocksIn(w.db.build, units, period),
    );
    const sums = sumUp({ flows, stocks, inputs: [], usedOnline: [] }, { all: 0, online: 0 });
    const counted = Object.entries(SHOWN).map(([key, shown]) => [key, shown.value(sums)]);
    const opened = [];
    for (const [key, shown] of Object.entries(SHOWN))
      opened.push([key, (await dossiersBehind(w.db, w.centre, w.units.conSon, period, shown)).length]);
    expect(opened).toEqual(counted);
    expect(Object.fromEntries(counted)['nhan-moi']).toBeGreaterThan(0);
    expect(await dossiersBehind(w.db, w.other, w.units.conSon, period, SHOWN['nhan-moi']!)).toEqual([]);
  }
});

it('what has been counted until now is the same by whole months and years as by days', async () => {
  const today = '2026-12-30' as Day;
  const units = [w.units.conSon, w.units.hoaBinh];
  const counted = async (period: Period) => {
    const { build } = w.db;
    const rows = await w.db.read(w.centre, flowsIn(build, units, period), stocksIn(build, units, period));
    // A count that came back to nothing may stand as a row of nothing by days.
    const told = (row: (typeof rows)[0][number] | (typeof rows)[1][number]) =>
      row.amount !== 0 || ('carried' in row && row.carried !== 0);
    return rows.map((part) =>
      part
        .filter(told)
        .map((row) => JSON.stringify(row))
        .sort(),
    );
  };
  for (const key of ['2026', '2026-q4', '2026-12', '2026-q2']) {
    const byDays = periodOf(key, today)!;
    const told = await counted(byDays);
    if (key === '2026') expect(told[0]!.length).toBeGreaterThan(3);
    expect(await counted(untilNow(byDays))).toEqual(told);
  }
});

it('what stood at the end of a past day is told as it was known then', async () => {
  w.at('2027-03-01T09:00');
  const authorityUnitId = w.units.hoaBinh;
  // Three working days from Monday 1/3: due on Thursday.
  const { code } = await w.receive({ procedure: '1.001612', authorityUnitId }, w.other);
  w.at('2027-03-10T09:00');
  const paper = { code, version: null, reason: 'thiếu giấy tờ', answerBy: null };
  await w.as(w.other, (tx, by, rules) => askSupplement(tx, by, rules, paper));
  w.at('2027-03-20T09:00');
  const on = async (day: string) => {
    const period = periodOf(day.slice(0, 7), day as Day)!;
    const [rows] = await w.db.read(w.other, stocksIn(w.db.build, [w.units.hoaBinh], period));
    return rows.filter((r) => r.amount !== 0).map((r) => [r.measure, r.late]);
  };
  expect(await on('2027-02-28')).toEqual([]);
  expect(await on('2027-03-01')).toEqual([['open', false]]);
  expect(await on('2027-03-04')).toEqual([['open', false]]);
  expect(await on('2027-03-05')).toEqual([['open', true]]);
  expect(await on('2027-03-09')).toEqual([['open', true]]);
  expect(await on('2027-03-10')).toEqual([['waiting_late', false]]);
});

it('a corrected paper moves the digitised count back', async () => {
  w.at('2027-04-01T09:00');
  const digitised = async () => {
    const period = periodOf('2027-04', '2027-04-30' as Day)!;
    const [rows] = await w.db.read(w.centre, flowsIn(w.db.build, [w.units.conSon], period));
    return rows.find((r) => r.measure === 'digitised')?.amount ?? 0;
  };
  const before = await digitised();
  const papers = w.input().papers.map((paper) => ({ ...paper, electronic: 1 }));
  const { code } = await w.receive({ procedure: '2.000815', papers });
  expect(await digitised()).toBe(before + 1);
  const dossier = (await w.seen(w.centre, code))!;
  const applicant = await w.db.system
    .selectFrom('dossier_applicant')
    .selectAll()
    .where('id', '=', dossier.applicantId)
    .executeTakeFirstOrThrow();
  await w.as(w.centre, (tx, by, rules) =>
    correctDossier(tx, by, rules, {
      code,
      version: null,
      reason: 'ghi nhầm',
      applicant: {
        kind: 'person',
        name: applicant.name,
        idNumber: applicant.id_number,
        birthDay: applicant.birth_day as Day | null,
        address: applicant.address,
        phone: applicant.phone,
        email: applicant.email,
      },
      proxy: '',
      summary: dossier.summary,
      papers: papers.map((paper) => ({ ...paper, electronic: 0 })),
      copies: 1,
      deliveryWay: 'counter',
      returnId: dossier.returnId,
    }),
  );
  expect(await digitised()).toBe(before);
  expect(await recount(w.db.system)).toEqual([]);
});

it('another commune sees none of them, the province’s office all, a department those that it answers for', async () => {
  const seenBy = async (who: Principal) =>
    (await w.db.read(who, flowsIn(w.db.build, [w.units.conSon], periodOf('2026', '2026-12-31' as Day)!)))[0].length;
  expect(await seenBy(w.centre)).toBeGreaterThan(0);
  expect(await seenBy(w.other)).toBe(0);
  expect(await seenBy(await w.person(w.organs.provinceOffice))).toBeGreaterThan(0);
  expect(await seenBy(w.departmentOfficer)).toBe(0);
});

it('a figure that was spoilt is found, and mended when asked', async () => {
  await w.db.system
    .updateTable('dossier_figure')
    .set({ amount: 99 })
    .where('measure', '=', 'received')
    .where('grain', '=', 'y')
    .execute();
  const found = await recount(w.db.system, { mend: true });
  expect(found.length).toBeGreaterThan(0);
  expect(found[0]).toMatchObject({ measure: 'received', grain: 'y', kept: 99 });
  expect(await recount(w.db.system)).toEqual([]);
});
