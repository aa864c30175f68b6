import { describe, expect, it } from 'vitest';
import { readMoment } from './readMoment.ts';

const told = (text: string) => {
  const moment = readMoment(text);
  if (!moment) return undefined;
  const shown = new Date(moment.at + 7 * 3_600_000).toISOString().slice(0, 19);
  return moment.timed ? shown : shown.slice(0, 10);
};

describe('a moment of an export', () => {
  it.each([
    ['5/6/2026', '2026-06-05'],
    ['05-06-2026', '2026-06-05'],
    ['05.06.2026', '2026-06-05'],
    ['05/06/2026 08:30', '2026-06-05T08:30:00'],
    ['05/06/2026 8:30:15', '2026-06-05T08:30:15'],
    ['05/06/2026 16h45', '2026-06-05T16:45:00'],
    ['08:30 05/06/2026', '2026-06-05T08:30:00'],
    ['08:30:01 - 05/06/2026', '2026-06-05T08:30:01'],
    ['20260605', '2026-06-05'],
    ['20260605083000', '2026-06-05T08:30:00'],
    ['202606050830', '2026-06-05T08:30:00'],
    ['2026-06-05', '2026-06-05'],
    ['2026-06-05 08:30:00', '2026-06-05T08:30:00'],
    ['2026-06-05T08:30:00.000', '2026-06-05T08:30:00'],
    ['2026-06-05T01:30:00Z', '2026-06-05T08:30:00'],
    ['2026-06-05T08:30:00+07:00', '2026-06-05T08:30:00'],
    ['2026-06-05T08:30:00+0700', '2026-06-05T08:30:00'],
    ['46178', '2026-06-05'],
    ['46178.3541666667', '2026-06-05T08:30:00'],
    ['46178,3541666667', '2026-06-05T08:30:00'],
  ])('%s is %s', (text, expected) => expect(told(text)).toBe(expected));

  it.each([
    ['nothing', ''],
    ['a month before its day', '06/25/2026'],
    ['a day that no month has', '31/4/2026'],
    ['29 February of a common year', '29/02/2026'],
    ['an hour that no day has', '05/06/2026 25:00'],
    ['a year of two figures', '05/06/26'],
    ['a year of long ago', '05/06/0206'],
    ['words', 'hôm qua'],
    ['a run with a month too many', '20261305'],
    ['an offset that the world does not have', '2026-06-05T08:30:00+99:00'],
  ])('%s is none', (_, text) => expect(told(text)).toBeUndefined());
});
