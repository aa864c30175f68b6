import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ReportWorld, reportWorld, today } from '../../test/reportWorld.ts';
import type { Day } from '../kernel/day.ts';
import { GRAMMAR, type GrammarFilter, taskGrammar, tasksBehind } from '../tasks/index.ts';
import { figuresHref, readFigures } from './taskFigures.ts';

let world: ReportWorld;
/** State, due, done and asked day of a lead's part, and the cell in which it is counted on 23/11/2026. */
const PARTS = [
  ['done', '2026-10-10', '2026-10-10', null, 'xong-dung-han'],
  ['done', '2026-10-10', '2026-10-11', null, 'xong-qua-han'],
  ['done', null, '2026-10-11', null, 'xong-khong-han'],
  ['working', '2026-11-23', null, null, 'trong-han'],
  ['working', '2026-11-22', null, null, 'qua-han'],
  ['working', null, null, null, 'khong-han'],
  ['condition', null, null, null, 'khong-han'],
  ['returned', '2026-11-01', null, null, 'qua-han'],
  // Reported as done in time: waiting for the office does not make it overdue.
  ['awaiting', '2026-11-01', null, '2026-10-30', 'trong-han'],
  ['awaiting', '2026-11-01', null, '2026-11-05', 'qua-han'],
  ['withdrawn', '2026-01-01', null, null, null],
] as const;

beforeAll(async () => {
  world = await reportWorld();
  const { tinhUy, vanPhong, taiChinh, xayDung } = world.province.organs;
  const unit = world.province.unit;
  for (const [i, [state, due, done, asked]] of PARTS.entries()) {
    await sql`with t as (
      insert into task (unit_id, issuer_organ_id, owner_organ_id, lead_organ_ids, ordinal, source, action, state, due_on, done_on,
        started_on, organ_ids, search_key)
      values (${unit}, ${tinhUy}, ${vanPhong}, array[${taiChinh}]::bigint[], ${i + 1}, '1-TB/TU', ${`việc ${i}`}, ${state}, ${due}, ${done},
        '2026-09-01', ${sql`array[${vanPhong}, ${tinhUy}, ${taiChinh}, ${xayDung}]::bigint[]`}, 'x') returning id)
    insert into charge (task_id, organ_id, role, state, due_on, done_on, asked_on)
    select id, ${taiChinh}::bigint, 'lead', ${state}, ${due}::date, ${done}::date, ${asked}::date from t
    union all select id, ${xayDung}::bigint, 'coordinate', 'working', ${due}::date, null, null from t`.execute(
      world.db.system,
    );
  }
});
afterAll(() => world.close());

const filter = (change: Partial<GrammarFilter> = {}): GrammarFilter => ({
  asOf: today,
  from: null,
  organId: null,
  unitId: null,
  directiveId: null,
  signer: null,
  ...change,
});
const counts = async (f: GrammarFilter) => {
  const [rows] = await world.db.read(world.office, taskGrammar(world.db.build, f, 'all'));
  return Object.fromEntries(GRAMMAR.map(({ key }) => [key, rows[0]?.[key] ?? 0]));
};

describe('the national grammar of tasks', () => {
  it('counts each lead once, by its limit and its day of completion; coordinators and what was withdrawn are not counted', async () => {
    const expected = Object.fromEntries(GRAMMAR.map(({ key }) => [key, PARTS.filter((p) => p[4] === key).length]));
    expect(await counts(filter())).toEqual(expected);
  });

  it('stands as of a day: what was done later was still open then', async () => {
    expect(await counts(filter({ asOf: '2026-10-10' as Day }))).toMatchObject({
      'xong-dung-han': 1,
      'xong-qua-han': 0,
      'qua-han': 0,
    });
    expect(await counts(filter({ asOf: '2026-08-31' as Day }))).toMatchObject({
      'xong-dung-han': 0,
      'trong-han': 0,
      'khong-han': 0,
    });
  });

  it('a period leaves out what was finished before it began', async () => {
    const counted = await counts(filter({ from: '2026-10-11' as Day }));
    expect(counted).toMatchObject({ 'xong-dung-han': 0, 'xong-qua-han': 1, 'xong-khong-han': 1, 'qua-han': 3 });
  });

  it.each(['organ', 'unit', 'directive', 'signer', 'month'] as const)(
    'by %s the cells add up to the same',
    async (group) => {
      const [rows] = await world.db.read(world.office, taskGrammar(world.db.build, filter(), group));
      const all = await counts(filter());
      for (const { key } of GRAMMAR) expect(rows.reduce((sum, row) => sum + row[key], 0)).toBe(all[key]);
    },
  );

  it('the list behind a number has as many rows as the number says', async () => {
    const all = await counts(filter());
    for (const { key } of GRAMMAR) {
      const [rows] = await world.db.read(
        world.office,
        tasksBehind(world.db.build, filter(), key, { limit: 100, offset: 0 }),
      );
      expect(rows.map((r) => r.cell)).toEqual(new Array(all[key]!).fill(key));
    }
    const [open] = await world.db.read(
      world.office,
      tasksBehind(world.db.build, filter(), 'chua-xong', { limit: 100, offset: 0 }),
    );
    expect(open).toHaveLength(7);
  });

  it('nobody counts what they may not see', async () => {
    const [rows] = await world.db.read(world.conSonClerk, taskGrammar(world.db.build, filter(), 'organ'));
    expect(rows).toEqual([]);
  });
});

describe('the address of the figures', () => {
  it('reads back what it was made of, and a broken one falls back', () => {
    const q = readFigures(
      { theo: 'nguoi-ky', tu: '2026-09-15', den: '2026-10-01', o: 'qua-han', 'nguoi-ky': 'Chánh Văn phòng' },
      today,
    );
    const again = readFigures(Object.fromEntries(new URL(figuresHref(q, today), 'http://x').searchParams), today);
    expect(again).toEqual(q);
    expect(readFigures({ theo: 'x', tu: 'hôm nào', den: '2999-01-01', trang: '-1', o: 'zzz' }, today)).toMatchObject({
      by: 'co-quan',
      from: null,
      asOf: today,
      page: 1,
      cell: null,
    });
  });
});
