import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Day } from '../kernel/day.ts';
import type { ReportField } from './model.ts';
import { type CountedSheet, rollUp } from './rollUp.ts';

const field = (key: string, change: Partial<ReportField> = {}): ReportField => ({
  key,
  label: key,
  unit: '',
  type: 'number',
  rule: 'sum',
  weightBy: null,
  min: null,
  max: null,
  required: false,
  choices: [],
  source: null,
  ...change,
});
const sheet = (unitId: number, values: CountedSheet['values'], change: Partial<CountedSheet> = {}): CountedSheet => ({
  sheetId: unitId,
  unitId,
  to: '2026-12-14' as Day,
  signedOn: '2026-12-18' as Day,
  covers: true,
  values,
  ...change,
});
const FIELDS = [
  field('hs'),
  field('dan', { rule: 'latest' }),
  field('ty-le', { rule: 'weighted', weightBy: 'hs', type: 'percent' }),
  field('ghi-chu', { type: 'text', rule: 'none' }),
];
const totals = (sheets: CountedSheet[], lines: Parameters<typeof rollUp>[2] = []) =>
  Object.fromEntries(rollUp(FIELDS, sheets, lines).fields.map((f) => [f.key, f.total]));

describe('one figure from many reports', () => {
  it('flows add up, stocks add up over units, shares are weighted, text is only listed', () => {
    const sheets = [
      sheet(1, { hs: 100, dan: 5000, 'ty-le': 90, 'ghi-chu': 'a' }),
      sheet(2, { hs: 300, dan: 7000, 'ty-le': 98 }),
    ];
    expect(totals(sheets)).toEqual({ hs: 400, dan: 12_000, 'ty-le': 96, 'ghi-chu': null });
  });

  it('a field nobody answered has no total, which is not zero', () => {
    expect(totals([sheet(1, { hs: 0 })])).toEqual({ hs: 0, dan: null, 'ty-le': null, 'ghi-chu': null });
  });

  it('over several periods a stock is that of the newest report of each unit', () => {
    const earlier = { to: '2026-09-14' as Day };
    const sheets = [
      sheet(1, { hs: 10, dan: 100 }, earlier),
      sheet(1, { hs: 20, dan: 90 }),
      sheet(2, { hs: 1, dan: 50 }, earlier),
    ];
    expect(totals(sheets)).toMatchObject({ hs: 31, dan: 140 });
  });

  it('0,1 and 0,2 are 0,3', () => {
    expect(totals([sheet(1, { hs: 0.1 }), sheet(2, { hs: 0.2 })])).toMatchObject({ hs: 0.3 });
  });
});

describe('over a merger', () => {
  const lines = [
    { predecessorId: 1, successorId: 9 },
    { predecessorId: 2, successorId: 9 },
  ];

  it("the successor's report covers the whole period: those of its predecessors stay out of the sum", () => {
    const sheets = [sheet(1, { hs: 40, dan: 10 }), sheet(9, { hs: 100, dan: 30 })];
    expect(totals(sheets, lines)).toMatchObject({ hs: 100, dan: 30 });
    expect(rollUp(FIELDS, sheets, lines).within.map((w) => [w.sheet.unitId, w.successorId])).toEqual([[1, 9]]);
  });

  it('it tells only of its own time: what happened before adds up, what stands is the newest', () => {
    const sheets = [sheet(1, { hs: 40, dan: 10 }), sheet(9, { hs: 60, dan: 30 }, { covers: false })];
    expect(totals(sheets, lines)).toMatchObject({ hs: 100, dan: 30 });
    expect(rollUp(FIELDS, sheets, lines).counted.every((c) => c.standingId === 9)).toBe(true);
  });

  it('the successor has not reported: its predecessors stand for it, beside each other', () => {
    expect(totals([sheet(1, { hs: 4, dan: 10 }), sheet(2, { hs: 6, dan: 20 })], lines)).toMatchObject({
      hs: 10,
      dan: 30,
    });
  });

  it('a unit divided among several is counted once', () => {
    const split = [
      { predecessorId: 1, successorId: 8 },
      { predecessorId: 1, successorId: 9 },
    ];
    const own = { covers: false };
    const sheets = [sheet(1, { hs: 40 }), sheet(8, { hs: 1 }, own), sheet(9, { hs: 2 }, own)];
    expect(totals(sheets, split)).toMatchObject({ hs: 43 });
    expect(totals([sheet(1, { hs: 40 }), sheet(8, { hs: 1 }, own), sheet(9, { hs: 42 })], split)).toMatchObject({
      hs: 43,
    });
  });

  it('a line in a circle ends', () => {
    const circle = [
      { predecessorId: 1, successorId: 2 },
      { predecessorId: 2, successorId: 1 },
    ];
    expect(
      totals([sheet(1, { hs: 1 }, { covers: false }), sheet(2, { hs: 2 }, { covers: false })], circle),
    ).toMatchObject({
      hs: 3,
    });
  });
});

describe('whatever units report and whatever they become', () => {
  const world = fc.record({
    sheets: fc.uniqueArray(
      fc.record({
        unitId: fc.integer({ min: 1, max: 12 }),
        hs: fc.integer({ min: 0, max: 1000 }),
        covers: fc.boolean(),
      }),
      { selector: (s) => s.unitId, maxLength: 12 },
    ),
    // Units become units of a higher number, as they do in time.
    lines: fc.array(
      fc
        .tuple(fc.integer({ min: 1, max: 11 }), fc.integer({ min: 1, max: 12 }))
        .map(([a, b]) => ({ predecessorId: Math.min(a, b), successorId: Math.max(a, b) + 1 })),
      { maxLength: 10 },
    ),
  });
  const sheetsOf = (given: { unitId: number; hs: number; covers: boolean }[]) =>
    given.map(({ unitId, hs, covers }) => sheet(unitId, { hs, dan: hs, 'ty-le': 50 }, { covers }));

  it('every report is either counted or within another, never both, and the sum is that of the counted', () => {
    fc.assert(
      fc.property(world, ({ sheets, lines }) => {
        const result = rollUp(FIELDS, sheetsOf(sheets), lines);
        const ids = [...result.counted, ...result.within].map(({ sheet: s }) => s.unitId);
        expect(ids.sort()).toEqual(sheets.map((s) => s.unitId).sort());
        const sum = result.counted.reduce((all, { sheet: s }) => all + (s.values.hs as number), 0);
        expect(result.fields[0]!.total).toBe(result.counted.length > 0 ? sum : null);
      }),
    );
  });

  it('no two counted reports of one line both count a stock', () => {
    fc.assert(
      fc.property(world, ({ sheets, lines }) => {
        const result = rollUp(FIELDS, sheetsOf(sheets), lines);
        const own = result.counted.filter((c) => c.sheet.unitId === c.standingId).map((c) => c.standingId);
        const parts = result.counted.filter((c) => c.sheet.unitId !== c.standingId && !own.includes(c.standingId));
        expect(result.fields[1]!.sheets).toBe(own.length + parts.length);
      }),
    );
  });

  it('the order in which reports come does not matter, and a mean lies between its parts', () => {
    fc.assert(
      fc.property(world, ({ sheets, lines }) => {
        const result = rollUp(FIELDS, sheetsOf(sheets), lines);
        expect(rollUp(FIELDS, sheetsOf(sheets).reverse(), [...lines].reverse()).fields).toEqual(result.fields);
        if (result.fields[2]!.total !== null) expect(result.fields[2]!.total).toBeCloseTo(50);
      }),
    );
  });
});
