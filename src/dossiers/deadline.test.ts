import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type OfficeHours, STANDARD_HOURS, workingCalendar } from '../kernel/calendar/index.ts';
import { type Day, dayOf } from '../kernel/day.ts';
import { type ClockStop, earliestExtension, lateAfter, reckonDue, reckonTarget } from './deadline.ts';
import type { Limit, LimitUnit } from './procedures/model.ts';

const calendar = workingCalendar();
const ms = (local: string) => Date.parse(`${local.replace(' ', 'T')}:00+07:00`);
const shown = (epochMs: number) => new Date(epochMs + 7 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ');
const UNITS: Record<string, LimitUnit> = { S: 'sameDay', H: 'hours', D: 'days', W: 'workingDays', M: 'months' };
/** `W3`: three working days; S same day, H hours, D days, M months. */
const limitOf = (short: string): Limit => ({ unit: UNITS[short[0]!]!, amount: Number(short.slice(1)) });
const stop = (from: string, to: string | null): ClockStop => ({
  from: ms(from),
  to: to === null ? null : ms(to),
  reason: 'chờ bổ sung',
});
const due = (received: string, limit: string, stops: ClockStop[] = [], own = calendar) =>
  reckonDue(own, { receivedAt: ms(received), limit: limitOf(limit), extension: null }, stops);
const dueAt = (...args: Parameters<typeof due>) => {
  const reckoned = due(...args);
  return reckoned.state === 'running' ? shown(reckoned.at) : 'suspended';
};

// Every date below was counted by hand on a wall calendar of 2025 and 2026, whose holidays and swaps are:
// 2025: 1/1, 27-31/1, 7/4, 30/4, 1/5, 2/5 (for Saturday 26/4), 1-2/9. 2026: 1/1, 2/1 (for Saturday 10/1), 16-20/2, 27/4,
// 30/4, 1/5, 31/8 (for Saturday 22/8), 1-2/9, 24/11. Hours 7:30-12:00 and 13:30-17:00. 1/6/2026 is a Monday.
describe('done within the day', () => {
  it.each([
    ['2026-06-01 08:00', '2026-06-01 17:00', 'in the morning'],
    ['2026-06-01 06:30', '2026-06-01 17:00', 'before the office opens'],
    ['2026-06-01 12:30', '2026-06-01 17:00', 'in the noon rest'],
    ['2026-06-01 15:00', '2026-06-01 17:00', 'at 15:00 sharp'],
    ['2026-06-01 15:01', '2026-06-02 17:00', 'a minute later'],
    ['2026-06-05 15:30', '2026-06-08 17:00', 'on a Friday afternoon'],
    ['2026-06-06 09:00', '2026-06-08 17:00', 'online on a Saturday'],
    ['2026-08-21 16:00', '2026-08-22 17:00', 'before the worked Saturday'],
    ['2026-08-28 15:30', '2026-09-03 17:00', 'before National Day with its swap'],
    ['2026-11-23 15:30', '2026-11-25 17:00', 'before the Day of Vietnamese Culture'],
    ['2025-04-25 15:30', '2025-04-26 17:00', 'before the worked Saturday of 2025'],
    ['2025-04-29 15:30', '2025-05-05 17:00', 'before the long rest of 2025'],
    ['2025-01-24 16:00', '2025-02-03 17:00', 'before Tết'],
  ])('received %s: %s (%s)', (received, expected) => expect(dueAt(received, 'S0')).toBe(expected));

  it.each([
    [[stop('2026-06-01 09:00', '2026-06-01 10:00')], '2026-06-01 17:00', 'answered the same morning'],
    [[stop('2026-06-01 09:00', '2026-06-03 10:00')], '2026-06-03 17:00', 'answered two days later'],
    [[stop('2026-06-01 09:00', '2026-06-03 15:30')], '2026-06-04 17:00', 'answered after 15:00'],
    [
      [stop('2026-06-01 09:00', '2026-06-01 11:00'), stop('2026-06-01 13:30', '2026-06-02 09:00')],
      '2026-06-02 17:00',
      'asked twice',
    ],
  ])('with supplements %#: %s (%s)', (stops, expected) =>
    expect(dueAt('2026-06-01 08:00', 'S0', stops)).toBe(expected),
  );
});

describe('hours, to the minute', () => {
  it.each([
    ['2026-06-01 07:30', 'H8', '2026-06-01 17:00', 'a whole day'],
    ['2026-06-01 08:00', 'H4', '2026-06-01 12:00', 'ends with the morning'],
    ['2026-06-01 10:00', 'H4', '2026-06-01 15:30', 'over the noon rest'],
    ['2026-06-01 16:00', 'H4', '2026-06-02 10:30', 'over the night'],
    ['2026-06-05 16:30', 'H8', '2026-06-08 16:30', 'over the weekend'],
    ['2026-06-01 12:30', 'H2', '2026-06-01 15:30', 'received in the noon rest'],
    ['2026-11-23 16:00', 'H2', '2026-11-25 08:30', 'over a holiday'],
    ['2025-12-31 16:00', 'H4', '2026-01-05 10:30', 'over New Year with its swap'],
    ['2026-01-09 16:00', 'H4', '2026-01-10 10:30', 'into the worked Saturday'],
    ['2026-06-06 09:00', 'H1', '2026-06-08 08:30', 'received on a Saturday'],
    ['2026-06-01 11:00', 'H1.5', '2026-06-01 14:00', 'an hour and a half'],
  ])('%s and %s: %s (%s)', (received, limit, expected) => expect(dueAt(received, limit)).toBe(expected));

  it.each([
    ['H4', [stop('2026-06-01 09:00', '2026-06-01 10:00')], '2026-06-01 14:30', 'one stop'],
    [
      'H8',
      [stop('2026-06-01 09:00', '2026-06-01 15:00'), stop('2026-06-02 08:00', '2026-06-02 09:00')],
      '2026-06-02 15:00',
      'two stops over a night',
    ],
    ['H4', [stop('2026-06-01 09:00', null)], 'suspended', 'still waiting'],
  ])('%s with stops %#: %s (%s)', (limit, stops, expected) =>
    expect(dueAt('2026-06-01 08:00', limit as string, stops as ClockStop[])).toBe(expected),
  );
});

describe('working days; the day of reception does not count', () => {
  it.each([
    ['2026-06-01 08:00', 'W3', '2026-06-04 17:00', 'within a week'],
    ['2026-06-01 16:59', 'W3', '2026-06-04 17:00', 'received at the last minute'],
    ['2026-06-01 23:00', 'W3', '2026-06-04 17:00', 'received online at night'],
    ['2026-06-05 08:00', 'W1', '2026-06-08 17:00', 'over the weekend'],
    ['2026-06-06 09:00', 'W1', '2026-06-08 17:00', 'received on a Saturday'],
    ['2026-06-01 08:00', 'W5', '2026-06-08 17:00', 'five'],
    ['2026-06-01 08:00', 'W10', '2026-06-15 17:00', 'ten'],
    ['2026-06-01 08:00', 'W20', '2026-06-29 17:00', 'twenty'],
    ['2026-02-10 08:00', 'W5', '2026-02-24 17:00', 'over Tết 2026'],
    ['2026-04-22 08:00', 'W5', '2026-05-04 17:00', 'over Giỗ Tổ and 30/4-1/5 2026'],
    ['2026-08-20 08:00', 'W3', '2026-08-24 17:00', 'with the worked Saturday'],
    ['2026-08-27 08:00', 'W2', '2026-09-03 17:00', 'over National Day 2026'],
    ['2026-11-20 08:00', 'W3', '2026-11-26 17:00', 'over 24/11/2026'],
    ['2026-12-31 08:00', 'W1', '2027-01-04 17:00', 'into a year not yet announced'],
    ['2025-07-01 08:00', 'W3', '2025-07-04 17:00', 'the first day of the two tiers'],
    ['2025-08-28 08:00', 'W3', '2025-09-04 17:00', 'over National Day 2025'],
    ['2025-04-24 08:00', 'W5', '2025-05-05 17:00', 'over the swap of 2025'],
    ['2025-01-22 08:00', 'W5', '2025-02-05 17:00', 'over Tết 2025'],
    ['2025-04-03 08:00', 'W3', '2025-04-09 17:00', 'over Giỗ Tổ 2025'],
    ['2025-11-21 08:00', 'W2', '2025-11-25 17:00', '24/11/2025 was an ordinary day'],
    ['2026-06-01 08:00', 'W0.5', '2026-06-02 12:00', 'half a day ends at noon'],
    ['2026-06-01 08:00', 'W2.5', '2026-06-04 12:00', 'two and a half'],
    ['2026-06-04 08:00', 'W1.5', '2026-06-08 12:00', 'a half over the weekend'],
  ])('%s and %s: %s (%s)', (received, limit, expected) => expect(dueAt(received, limit)).toBe(expected));

  it.each([
    ['W5', [stop('2026-06-03 10:00', '2026-06-05 09:00')], '2026-06-10 17:00', 'two days waited'],
    ['W5', [stop('2026-06-03 08:00', '2026-06-03 16:00')], '2026-06-08 17:00', 'asked and answered on one day'],
    ['W5', [stop('2026-06-05 16:00', '2026-06-07 08:00')], '2026-06-08 17:00', 'over a weekend only'],
    ['W10', [stop('2026-06-03 08:00', '2026-06-05 08:00')], '2026-06-17 17:00', 'a financial duty'],
    [
      'W10',
      [stop('2026-06-02 08:00', '2026-06-04 08:00'), stop('2026-06-08 08:00', '2026-06-10 08:00')],
      '2026-06-19 17:00',
      'two supplements',
    ],
    [
      'W3',
      [
        stop('2026-06-01 09:00', '2026-06-02 08:00'),
        stop('2026-06-03 08:00', '2026-06-04 08:00'),
        stop('2026-06-05 08:00', '2026-06-08 08:00'),
      ],
      '2026-06-09 17:00',
      'three supplements',
    ],
    [
      'W5',
      [stop('2026-06-02 08:00', '2026-06-04 08:00'), stop('2026-06-03 08:00', '2026-06-05 08:00')],
      '2026-06-11 17:00',
      'a supplement and a duty at once count once',
    ],
    ['W3', [stop('2026-06-08 08:00', '2026-06-20 08:00')], '2026-06-04 17:00', 'asked after the date has passed'],
    ['W3', [stop('2026-06-02 08:00', null)], 'suspended', 'still waiting'],
  ])('%s with stops %#: %s (%s)', (limit, stops, expected) =>
    expect(dueAt('2026-06-01 08:00', limit as string, stops as ClockStop[])).toBe(expected),
  );

  it('a stop over National Day', () => {
    const waited = [stop('2026-08-27 08:00', '2026-09-03 08:00')];
    expect(dueAt('2026-08-26 08:00', 'W5', waited)).toBe('2026-09-09 17:00');
  });
});

describe('calendar days and months', () => {
  it.each([
    ['2026-06-01 08:00', 'D30', '2026-07-01 17:00', 'thirty days'],
    ['2026-06-01 08:00', 'D22', '2026-06-23 17:00', 'twenty-two'],
    ['2026-06-01 08:00', 'D5', '2026-06-08 17:00', 'ends on a Saturday'],
    ['2026-01-30 08:00', 'D15', '2026-02-23 17:00', 'ends in Tết'],
    ['2025-07-22 08:00', 'D4', '2025-07-28 17:00', 'ends on a Saturday of 2025'],
    ['2026-01-31 08:00', 'M1', '2026-03-02 17:00', 'a short month, and a Saturday'],
    ['2026-07-31 08:00', 'M1', '2026-09-03 17:00', 'ends on a swapped day'],
    ['2026-06-01 08:00', 'M3', '2026-09-03 17:00', 'ends on a holiday'],
    ['2025-11-24 08:00', 'M1', '2025-12-24 17:00', 'one month'],
  ])('%s and %s: %s (%s)', (received, limit, expected) => expect(dueAt(received, limit)).toBe(expected));

  it.each([
    ['D10', [stop('2026-06-03 08:00', '2026-06-08 08:00')], '2026-06-16 17:00', 'five days waited'],
    [
      'D10',
      [stop('2026-06-03 08:00', '2026-06-05 08:00'), stop('2026-06-08 08:00', '2026-06-09 08:00')],
      '2026-06-15 17:00',
      'two stops, then a Sunday',
    ],
    ['M1', [stop('2026-06-10 08:00', '2026-06-20 08:00')], '2026-07-13 17:00', 'a month and ten days, then a Saturday'],
    ['D5', [stop('2026-06-10 08:00', '2026-06-20 08:00')], '2026-06-08 17:00', 'asked after the date has passed'],
    ['M1', [stop('2026-06-10 08:00', null)], 'suspended', 'still waiting'],
  ])('%s with stops %#: %s (%s)', (limit, stops, expected) =>
    expect(dueAt('2026-06-01 08:00', limit as string, stops as ClockStop[])).toBe(expected),
  );
});

describe('Saturday mornings', () => {
  const saturday = (duty: boolean): OfficeHours => ({
    week: { ...STANDARD_HOURS.week, 6: [{ from: '07:30', to: '11:30', duty }] },
  });
  const duty = workingCalendar({ hours: [saturday(true)] });
  const declared = workingCalendar({ hours: [saturday(false)] });
  it.each([
    ['duty', duty, '2026-06-05 08:00', 'W1', '2026-06-08 17:00'],
    ['duty', duty, '2026-06-06 08:00', 'S0', '2026-06-08 17:00'],
    ['declared', declared, '2026-06-05 08:00', 'W0.5', '2026-06-06 11:30'],
    ['declared', declared, '2026-06-05 08:00', 'W1', '2026-06-08 12:00'],
    ['declared', declared, '2026-06-06 09:00', 'S0', '2026-06-06 11:30'],
    ['declared', declared, '2026-06-06 09:00', 'H1', '2026-06-06 10:00'],
  ] as const)('%s: %s%s and %s: %s', (_, own, received, limit, expected) =>
    expect(dueAt(received, limit, [], own)).toBe(expected),
  );
});

describe('a date promised anew', () => {
  const base = { receivedAt: ms('2026-06-01 08:00'), limit: limitOf('W3') };
  const extension = { at: ms('2026-06-04 09:00'), to: '2026-06-09' as Day };
  const anew = (stops: ClockStop[]) => {
    const reckoned = reckonDue(calendar, { ...base, extension }, stops);
    return reckoned.state === 'running' ? shown(reckoned.at) : 'suspended';
  };
  it.each([
    [[], '2026-06-09 17:00', 'holds'],
    [[stop('2026-06-02 08:00', '2026-06-03 08:00')], '2026-06-09 17:00', 'what stood before it was counted in it'],
    [[stop('2026-06-08 08:00', '2026-06-11 08:00')], '2026-06-12 17:00', 'what stands later lengthens it'],
    [[stop('2026-06-08 08:00', null)], 'suspended', 'and while it stands there is none'],
  ] as [ClockStop[], string, string][])('%# %s (%s)', (stops, expected) => expect(anew(stops)).toBe(expected));

  it('is the working day after today and the old date, at the earliest', () => {
    expect(earliestExtension(calendar, ms('2026-06-02 08:00'), ms('2026-06-05 17:00'))).toBe('2026-06-08');
    expect(earliestExtension(calendar, ms('2026-08-27 08:00'), ms('2026-08-28 17:00'))).toBe('2026-09-03');
  });
});

it('tells why, line by line', () => {
  const reckoned = due('2026-08-26 08:00', 'W5', [stop('2026-08-27 08:00', '2026-09-03 08:00')]);
  expect(reckoned.lines).toEqual([
    'tính 5 ngày làm việc, kể từ ngày sau thứ Tư 26/8/2026',
    'tạm dừng 2 ngày làm việc từ 27/8 đến 3/9: chờ bổ sung',
    'thứ Hai 31/8 nghỉ hoán đổi (làm bù thứ Bảy 22/8)',
    'nghỉ 1/9-2/9 Quốc khánh',
    'không tính 4 ngày nghỉ hằng tuần',
    'hạn: thứ Tư 9/9/2026',
  ]);
  expect(due('2026-06-01 15:30', 'S0').lines).toContain('nhận sau 15:00: tính sang ngày làm việc tiếp theo');
});

it('is late after the day, or after the minute where the limit is one of hours', () => {
  expect(shown(lateAfter(ms('2026-06-04 17:00'), false))).toBe('2026-06-05 00:00');
  expect(shown(lateAfter(ms('2026-06-04 10:30'), true))).toBe('2026-06-04 10:30');
});

it("a stage's target never lies after the dossier's own date", () => {
  const now = ms('2026-06-01 08:00');
  expect(shown(reckonTarget(calendar, now, 4, null)!)).toBe('2026-06-01 12:00');
  expect(reckonTarget(calendar, now, 40, ms('2026-06-02 17:00'))).toBe(ms('2026-06-02 17:00'));
});

describe('whatever the limit', () => {
  const minutes = fc.integer({ min: 0, max: 700 * 24 * 60 }).map((n) => ms('2025-01-01 00:00') + n * 60_000);
  const limit: fc.Arbitrary<Limit> = fc.oneof(
    fc.constant<Limit>({ unit: 'sameDay', amount: 0 }),
    fc.integer({ min: 1, max: 40 }).map((n): Limit => ({ unit: 'hours', amount: n / 2 })),
    fc.integer({ min: 1, max: 60 }).map((n): Limit => ({ unit: 'workingDays', amount: n / 2 })),
    fc.integer({ min: 1, max: 45 }).map((amount): Limit => ({ unit: 'days', amount })),
    fc.integer({ min: 1, max: 3 }).map((amount): Limit => ({ unit: 'months', amount })),
  );
  const stopsFrom = (receivedAt: number) =>
    fc
      .array(
        fc.record({ after: fc.integer({ min: 0, max: 30 * 1440 }), length: fc.integer({ min: 0, max: 20 * 1440 }) }),
        {
          maxLength: 4,
        },
      )
      .map((list) =>
        list.map(({ after, length }): ClockStop => {
          const from = receivedAt + after * 60_000;
          return { from, to: from + length * 60_000, reason: 'x' };
        }),
      );
  const running = (receivedAt: number, of: Limit, stops: ClockStop[]) => {
    const reckoned = reckonDue(calendar, { receivedAt, limit: of, extension: null }, stops);
    if (reckoned.state !== 'running') throw new Error('every stop ended');
    return reckoned;
  };

  it('it is due after reception, on a day on which the office works, and not late by itself', () => {
    fc.assert(
      fc.property(minutes, limit, (receivedAt, of) => {
        const { at, exact } = running(receivedAt, of, []);
        expect(at).toBeGreaterThan(receivedAt);
        expect(calendar.status(dayOf(at - 1)).share).toBeGreaterThan(0);
        expect(lateAfter(at, exact)).toBeGreaterThanOrEqual(at);
      }),
    );
  });

  it('waiting for the applicant never shortens it', () => {
    const cases = minutes.chain((receivedAt) => fc.tuple(fc.constant(receivedAt), limit, stopsFrom(receivedAt)));
    fc.assert(
      fc.property(cases, ([receivedAt, of, stops]) => {
        expect(running(receivedAt, of, stops).at).toBeGreaterThanOrEqual(running(receivedAt, of, []).at);
      }),
    );
  });

  it('who comes later is never due earlier', () => {
    fc.assert(
      fc.property(minutes, limit, fc.integer({ min: 0, max: 10 * 1440 }), (receivedAt, of, later) => {
        const after = running(receivedAt + later * 60_000, of, []).at;
        expect(after).toBeGreaterThanOrEqual(running(receivedAt, of, []).at);
      }),
    );
  });

  it('it does not matter in what order the stops are told', () => {
    const cases = minutes.chain((receivedAt) => fc.tuple(fc.constant(receivedAt), limit, stopsFrom(receivedAt)));
    fc.assert(
      fc.property(cases, ([receivedAt, of, stops]) => {
        expect(running(receivedAt, of, [...stops].reverse()).at).toBe(running(receivedAt, of, stops).at);
      }),
    );
  });
});
