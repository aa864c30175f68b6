import { describe, expect, test } from 'vitest';
import type { Day } from '../../kernel/day.ts';
import { periodBefore, periodOf, stretches, stretchesThrough, stretchesUntil, untilNow } from './period.ts';

describe('periods', () => {
  test.each([
    ['2026-09', '2026-12-31', '2026-09-01', '2026-09-30', 'Tháng 9/2026'],
    ['2026-09', '2026-09-12', '2026-09-01', '2026-09-12', 'Tháng 9/2026'],
    ['2026-q1', '2026-12-31', '2026-01-01', '2026-03-31', 'Quý 1/2026'],
    ['2026', '2026-11-22', '2026-01-01', '2026-11-22', 'Năm 2026'],
    ['2028-02', '2028-12-31', '2028-02-01', '2028-02-29', 'Tháng 2/2028'],
  ])('%s as of %s', (key, asOf, from, to, label) => {
    expect(periodOf(key, asOf as Day)).toMatchObject({ from, to, label });
  });
  test.each(['', '2026-13', '2026-q5', '26', 'tháng 9', '2027'])('%s is none', (key) => {
    expect(periodOf(key, '2026-11-22' as Day)).toBeUndefined();
  });
  test('the one before', () => {
    const before = (key: string) => periodBefore(periodOf(key, '2026-12-31' as Day)!).key;
    expect(['2026-01', '2026-q1', '2026', '2026-12'].map(before)).toEqual(['2025-12', '2025-q4', '2025', '2026-11']);
  });
});

describe('the fewest rows that tell the days', () => {
  const told = (from: string, to: string) =>
    stretches(from as Day, to as Day).map((s) => `${s.grain} ${s.from} ${s.to}`);
  test.each([
    ['2026-01-01', '2026-12-31', ['y 2026-01-01 2026-01-01']],
    ['2026-04-01', '2026-06-30', ['m 2026-04-01 2026-06-30']],
    ['2026-01-01', '2026-03-17', ['m 2026-01-01 2026-02-28', 'd 2026-03-01 2026-03-17']],
    ['2026-09-01', '2026-09-01', ['d 2026-09-01 2026-09-01']],
  ])('%s to %s', (from, to, rows) => {
    expect(told(from, to)).toEqual(rows);
  });
  test('all that came until a day', () => {
    expect(stretchesUntil('2026-03-17' as Day)).toEqual([
      { grain: 'y', from: '0001-01-01', to: '2025-12-31' },
      { grain: 'm', from: '2026-01-01', to: '2026-02-28' },
      { grain: 'd', from: '2026-03-01', to: '2026-03-17' },
    ]);
    expect(stretchesUntil('2026-12-31' as Day)).toHaveLength(2);
  });
  test('a running period of which all has been counted, and what stood before it', () => {
    const through = (key: string) =>
      stretchesThrough(untilNow(periodOf(key, '2026-11-22' as Day)!)).map((s) => `${s.grain} ${s.from} ${s.to}`);
    expect(through('2026')).toEqual(['y 0001-01-01 2025-12-31', 'y 2026-01-01 2026-01-01']);
    expect(through('2026-q4')).toEqual(['y 0001-01-01 2025-12-31', 'm 2026-01-01 2026-12-31']);
  });
});
