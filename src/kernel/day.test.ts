import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { addDays, type Day, dayOf, daysBetween, formatDay, formatInstant, parseDay, plain } from './day.ts';

const anyDay = fc
  .integer({ min: -25_000, max: 60_000 })
  .map((days) => Temporal.PlainDate.from('1970-01-01').add({ days }).toString() as Day);

describe('a day', () => {
  it.each([
    ['2026-02-28', '2026-02-28'],
    ['5/9/2026', '2026-09-05'],
    [' 05-09-2026 ', '2026-09-05'],
    ['29/2/2024', '2024-02-29'],
  ])('typed as "%s" is %s', (typed, day) => expect(parseDay(typed)).toBe(day));
  it.each(['30/2/2026', '2026-13-01', '9/2026', 'mai', '', '29/2/2026', '1/1/26'])('"%s" is none', (typed) => {
    expect(parseDay(typed)).toBeUndefined();
  });
  it('is told as an office writes it', () => expect(formatDay('2026-09-05' as Day)).toBe('5/9/2026'));
  it('begins at midnight in Việt Nam, seven hours before UTC', () => {
    expect(dayOf(Date.parse('2026-11-22T16:59:59Z'))).toBe('2026-11-22');
    expect(dayOf(Date.parse('2026-11-22T17:00:00Z'))).toBe('2026-11-23');
    expect(formatInstant(Date.parse('2026-11-22T17:05:00Z'))).toBe('00:05 ngày 23/11/2026');
  });
});

describe('days between', () => {
  it('agree with the calendar, over leap years and centuries', () => {
    fc.assert(
      fc.property(anyDay, anyDay, (a, b) => {
        expect(daysBetween(a, b)).toBe(plain(a).until(plain(b), { largestUnit: 'days' }).days);
      }),
    );
  });
  it('undo adding days', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -4000, max: 4000 }), (day, n) => {
        expect(daysBetween(day, addDays(day, n)) - n).toBe(0);
      }),
    );
  });
});
