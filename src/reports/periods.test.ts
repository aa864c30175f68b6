import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { workingCalendar } from '../kernel/calendar/index.ts';
import { addDays, type Day } from '../kernel/day.ts';
import { dueOf, type Periodicity, periodAfter, periodBefore, periodNamed, periodOf } from './periods.ts';

const day = (text: string) => text as Day;
const kinds = fc.constantFrom<Periodicity>('month', 'quarter', 'half', 'year');
const days = fc.integer({ min: 0, max: 12_000 }).map((n) => addDays(day('2019-06-01'), n));

describe('the periods of decree 09/2019', () => {
  it.each([
    ['month', '2026-11-20', '2026-12', 'Tháng 12 năm 2026', '2026-11-15', '2026-12-14'],
    ['month', '2026-12-15', '2027-01', 'Tháng 1 năm 2027', '2026-12-15', '2027-01-14'],
    ['quarter', '2026-11-23', '2026-Q4', 'Quý IV năm 2026', '2026-09-15', '2026-12-14'],
    ['quarter', '2026-12-14', '2026-Q4', 'Quý IV năm 2026', '2026-09-15', '2026-12-14'],
    ['half', '2025-12-15', '2026-H1', '6 tháng đầu năm 2026', '2025-12-15', '2026-06-14'],
    ['half', '2026-06-15', '2026-H2', '6 tháng cuối năm 2026', '2026-06-15', '2026-12-14'],
    ['year', '2026-12-14', '2026', 'Năm 2026', '2025-12-15', '2026-12-14'],
    ['year', '2026-12-15', '2027', 'Năm 2027', '2026-12-15', '2027-12-14'],
  ] as const)('%s that holds %s is %s', (kind, on, key, label, from, to) => {
    expect(periodOf(kind, day(on))).toMatchObject({ key, label, from, to });
  });

  it('a period is found again by its key, and holds the day it was found by', () => {
    fc.assert(
      fc.property(kinds, days, (kind, on) => {
        const period = periodOf(kind, on);
        expect(period.from <= on && on <= period.to).toBe(true);
        expect(periodNamed(kind, period.key)).toEqual(period);
      }),
    );
  });

  it('periods follow one another without a gap and without a day twice', () => {
    fc.assert(
      fc.property(kinds, days, (kind, on) => {
        const period = periodOf(kind, on);
        const next = periodAfter(kind, period);
        expect(next.from).toBe(addDays(period.to, 1));
        expect(periodBefore(kind, next)).toEqual(period);
      }),
    );
  });

  it.each(['2026-13', '2026-00', '2026-Q4', 'x', '', '1999-01'])('knows no month %s', (key) => {
    expect(periodNamed('month', key)).toBeUndefined();
  });

  it('is due so many working days after the cut-off, holidays told', () => {
    const due = dueOf(workingCalendar(), periodOf('month', day('2026-09-01')), 5);
    expect(due.day).toBe('2026-09-21');
    expect(due.lines.join('\n')).toContain('Nghị định 09/2019/NĐ-CP');
    const newYear = dueOf(workingCalendar(), periodOf('month', day('2026-02-10')), 5);
    expect(newYear.day).toBe('2026-02-27');
    expect(newYear.lines.join('\n')).toContain('Tết');
  });
});
