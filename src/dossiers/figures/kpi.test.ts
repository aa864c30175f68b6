import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import type { Day } from '../../kernel/day.ts';
import type { InputKey } from './inputs.ts';
import { gradeOf, KPI_VERSIONS, type PeriodSums, type Ratio, scoreOf, versionFor } from './kpi.ts';
import type { Measure } from './measures.ts';

const [v2026, v2022] = KPI_VERSIONS;
const sums = (
  counts: Partial<Record<Measure, number>>,
  more: Partial<Omit<PeriodSums, 'of' | 'input'>> & { inputs?: Partial<Record<InputKey, Ratio>> } = {},
): PeriodSums => ({
  of: (measure) => counts[measure] ?? 0,
  openLate: 0,
  openInTime: 0,
  carried: 0,
  procedures: 0,
  onlineProcedures: 0,
  usedOnline: 0,
  ...more,
  input: (key) => more.inputs?.[key],
});
const pointsOf = (s: PeriodSums, code: string, version = v2026!) =>
  scoreOf(version, s)
    .groups.flatMap((g) => g.indicators)
    .find((i) => i.indicator.code === code)?.points;
const of = (numerator: number, denominator: number): Ratio => ({ numerator, denominator });

describe('the points of decision 766, reckoned by hand', () => {
  test.each<[string, PeriodSums, string, number | undefined]>([
    // 2.1: 20 x in time / (carried + received)
    ['all 200 in time', sums({ received: 180, resolved_on_time: 150 }, { carried: 20 }), '2.1', 20],
    ['10 of 200 resolved late', sums({ received: 180, resolved_late: 10 }, { carried: 20 }), '2.1', 19],
    ['5 open past their date', sums({ received: 100 }, { openLate: 5 }), '2.1', 19],
    ['2 asked twice for papers, still open', sums({ received: 100, open_late: 2 }), '2.1', 19.6],
    ['3 waiting, asked after the date', sums({ received: 100, waiting_late: 3 }), '2.1', 19.4],
    ['1 withdrawn after its date', sums({ received: 100, ended_late: 1 }), '2.1', 19.8],
    ['nothing at all', sums({}), '2.1', 0],
    // 4.1, 4.2
    ['60 of 80 results electronic', sums({ received: 1, resolved_on_time: 80, e_result: 60 }), '4.1', 4.5],
    ['one third digitised', sums({ received: 99, digitised: 33 }), '4.2', 1.33],
    // 4.4: min(2, 2r/0.80)
    ['40 % of data used again', sums({}, { inputs: { reuse: of(40, 100) } }), '4.4', 1],
    ['more than enough used again', sums({}, { inputs: { reuse: of(95, 100) } }), '4.4', 2],
    // 3 payment: 6A, min(2, 2.5B), 2.5C capped at 2
    ['half paid online', sums({}, { inputs: { paidOnline: of(1, 2) } }), '3.4', 3],
    ['60 % of procedures paid online', sums({}, { inputs: { paidOnlineProcedures: of(6, 10) } }), '3.5', 1.5],
    ['all integrated', sums({}, { inputs: { integratedProcedures: of(10, 10) } }), '3.6', 2],
    // 5: none asked means all points; not entered means none told
    ['no complaint came', sums({}, { inputs: { '5.2': of(0, 0) } }), '5.2', 6],
    ['9 of 10 complaints in time', sums({}, { inputs: { '5.2': of(9, 10) } }), '5.2', 5.4],
    ['complaints not entered', sums({}), '5.2', undefined],
    // 5.4: min(6, 6r/0.90), r = 1 - (late + unhappy)
    ['5 late, none unhappy', sums({ received: 100, resolved_late: 5 }), '5.4', 6],
    [
      '10 late, a tenth of the rated unhappy',
      sums({ received: 100, resolved_late: 10 }, { inputs: { complained: of(2, 20) } }),
      '5.4',
      5.33,
    ],
    // Ratings and paper weigh the same: (3 + 1) of (30 + 10) unhappy is a tenth.
    ['a fifth of the ratings unhappy', sums({ received: 100, rated: 20, rated_unhappy: 4 }), '5.4', 5.33],
    [
      'ratings and paper together',
      sums({ received: 100, rated: 30, rated_unhappy: 3 }, { inputs: { complained: of(1, 10) } }),
      '5.4',
      6,
    ],
    ['all who said anything were unhappy', sums({ received: 3, rated: 2, rated_unhappy: 2 }), '5.4', 0],
    ['rated, but nothing to be measured', sums({ rated: 2 }), '5.4', 0],
    // 1.4
    ['half synchronised', sums({ received: 10, synced: 5 }), '1.4', 3],
  ])('%s', (_, s, code, points) => {
    expect(pointsOf(s, code)).toBe(points);
  });

  test('online services: three parts until 2025, one of twelve points since', () => {
    const s = sums(
      { received: 100, received_online: 40, resolved_on_time: 80, online_full: 20 },
      { procedures: 100, onlineProcedures: 60, usedOnline: 15 },
    );
    expect(['3.1', '3.2', '3.3'].map((code) => pointsOf(s, code, v2022))).toEqual([1.5, 1, 4.8]);
    expect(pointsOf(s, '3.1', v2026)).toBe(3);
    expect(versionFor('2025-12-31' as Day)).toBe(v2022);
    expect(versionFor('2026-01-31' as Day)).toBe(v2026);
  });

  test.each(KPI_VERSIONS)('the maxima of version $key add up to 100, group by group', ({ groups }) => {
    expect(groups.map((g) => g.max)).toEqual([18, 20, 22, 22, 18]);
    for (const group of groups) expect(group.indicators.reduce((sum, i) => sum + i.max, 0)).toBe(group.max);
  });

  it('never gives more than the maximum nor less than nothing, and says what could not be counted', () => {
    const count = fc.integer({ min: 0, max: 50 });
    fc.assert(
      fc.property(count, count, count, count, (received, late, online, carried) => {
        const score = scoreOf(
          v2022!,
          sums({ received, resolved_late: late, received_online: online }, { carried, openLate: late, procedures: 3 }),
        );
        for (const { indicator, points } of score.groups.flatMap((g) => g.indicators)) {
          if (points === undefined) continue;
          expect(points).toBeGreaterThanOrEqual(0);
          expect(points).toBeLessThanOrEqual(indicator.max);
        }
        expect(score.missing).toBe(12 + 10 + 12 + 12);
      }),
    );
  });

  test.each([
    [90, 'Xuất sắc'],
    [89.99, 'Tốt'],
    [70, 'Khá'],
    [50, 'Trung bình'],
    [49.99, 'Yếu'],
  ])('%d points read %s', (points, grade) => {
    expect(gradeOf(points)).toBe(grade);
  });
});
