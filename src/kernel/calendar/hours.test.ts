import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import type { Day } from '../day.ts';
import { dueState } from './dueState.ts';
import { addWorkingHours, hoursWithPauses, sameDayDue, workingMinutesBetween } from './hours.ts';
import type { OfficeHours } from './types.ts';
import { workingCalendar } from './workingCalendar.ts';
import { STANDARD_HOURS } from './years.ts';

const at = (text: string) => Temporal.PlainDateTime.from(text);
const calendar = workingCalendar();
const written = (moment: Temporal.PlainDateTime) => moment.toString({ smallestUnit: 'minute' }).replace('T', ' ');

describe('adding working hours', () => {
  it.each([
    ['2026-06-01 07:30', 8, '2026-06-01 17:00', 'a whole day ends with the day'],
    ['2026-06-01 07:30', 4.5, '2026-06-01 12:00', 'the morning'],
    ['2026-06-01 11:00', 2, '2026-06-01 14:30', 'over the noon rest'],
    ['2026-06-01 12:30', 1, '2026-06-01 14:30', 'received in the noon rest'],
    ['2026-06-01 16:00', 2, '2026-06-02 08:30', 'over the night'],
    ['2026-06-05 16:00', 8, '2026-06-08 16:00', 'over a weekend'],
    ['2026-06-06 09:00', 1, '2026-06-08 08:30', 'received on a Saturday'],
    ['2026-06-01 18:00', 0.5, '2026-06-02 08:00', 'received in the evening'],
    ['2026-08-21 16:00', 2, '2026-08-22 08:30', 'the worked Saturday'],
    ['2026-11-23 16:30', 1, '2026-11-25 08:00', 'the Day of Vietnamese Culture'],
    ['2026-08-28 16:30', 1, '2026-09-03 08:00', 'National Day'],
  ])('%s and %d hours: %s (%s)', (start, hours, due) => {
    expect(written(addWorkingHours(calendar, at(start), hours).at)).toBe(due);
  });

  it('follows the season', () => {
    const summer: OfficeHours = {
      season: { from: '04-16', to: '10-15' },
      week: Object.fromEntries(
        [1, 2, 3, 4, 5].map((weekday) => [
          weekday,
          [
            { from: '07:00', to: '11:30' },
            { from: '13:30', to: '17:00' },
          ],
        ]),
      ),
    };
    const seasonal = workingCalendar({ hours: [summer, STANDARD_HOURS] });
    expect(written(addWorkingHours(seasonal, at('2026-06-01 06:00'), 1).at)).toBe('2026-06-01 08:00');
    expect(written(addWorkingHours(seasonal, at('2026-03-02 06:00'), 1).at)).toBe('2026-03-02 08:30');
    const winter: OfficeHours = { ...summer, season: { from: '10-16', to: '04-15' } };
    const overNewYear = workingCalendar({ hours: [winter, STANDARD_HOURS] });
    expect(written(addWorkingHours(overNewYear, at('2026-01-05 06:00'), 1).at)).toBe('2026-01-05 08:00');
  });

  it('hours changed by a decision hold from their day on', () => {
    const from = '2026-06-02' as Day;
    const changed = workingCalendar({
      hours: [
        { week: { 1: [{ from: '08:00', to: '16:00' }], 2: [{ from: '08:00', to: '16:00' }] }, validFrom: from },
        STANDARD_HOURS,
      ],
    });
    expect(written(addWorkingHours(changed, at('2026-06-01 16:30'), 1).at)).toBe('2026-06-02 08:30');
  });

  it('stands still in a pause, to the minute, any number of times', () => {
    const pauses = [
      { from: at('2026-06-01 09:00'), to: at('2026-06-01 10:00'), reason: 'chờ nộp phí' },
      { from: at('2026-06-01 11:30'), to: at('2026-06-02 08:00'), reason: 'chờ bổ sung hồ sơ' },
    ];
    const due = hoursWithPauses(calendar, at('2026-06-01 08:00'), 4, pauses);
    // 08:00-09:00, 10:00-11:30, then 08:00-09:30 of the next day.
    if (due.state !== 'running') throw new Error('it runs');
    expect(written(due.at)).toBe('2026-06-02 09:30');
    expect(due.lines).toContain('tạm dừng từ 09:00 ngày 1/6/2026 đến 10:00 ngày 1/6/2026: chờ nộp phí');
  });

  it('has no end while the clock stands', () => {
    const pauses = [{ from: at('2026-06-01 09:00'), to: null, reason: 'chờ bổ sung hồ sơ' }];
    expect(hoursWithPauses(calendar, at('2026-06-01 08:00'), 4, pauses)).toMatchObject({
      state: 'suspended',
      leftMinutes: 180,
    });
  });

  it('refuses sessions and amounts that make no sense', () => {
    const wrong = (from: string, to: string) => () => workingCalendar({ hours: [{ week: { 1: [{ from, to }] } }] });
    expect(wrong('12:00', '07:30')).toThrow('Giờ làm việc 12:00-07:30 không đúng');
    expect(wrong('7h30', '12:00')).toThrow('Giờ “7h30” không đúng');
    expect(() => addWorkingHours(calendar, at('2026-06-01 08:00'), 0)).toThrow('Số giờ phải lớn hơn 0');
  });
});

describe('procedures done within the day', () => {
  it.each([
    ['2026-06-01 08:00', '2026-06-01', 'in the morning'],
    ['2026-06-01 15:00', '2026-06-01', 'at the cutoff'],
    ['2026-06-01 15:01', '2026-06-02', 'after the cutoff'],
    ['2026-06-05 15:30', '2026-06-08', 'after the cutoff of a Friday'],
    ['2026-06-06 09:00', '2026-06-08', 'online on a Saturday'],
    ['2026-08-21 16:00', '2026-08-22', 'before the worked Saturday'],
    ['2026-11-23 15:30', '2026-11-25', 'before the Day of Vietnamese Culture'],
  ])('received %s: due %s (%s)', (received, due) => expect(sameDayDue(calendar, at(received)).day).toBe(due));

  it('takes the cutoff as the rule gives it, and tells it', () => {
    expect(sameDayDue(calendar, at('2026-06-01 15:30'), '16:00').day).toBe('2026-06-01');
    expect(sameDayDue(calendar, at('2026-06-01 16:30'), '16:00').lines).toEqual([
      'nhận lúc 16:30 ngày 1/6/2026, giải quyết trong ngày',
      'nhận sau 16:00: tính sang ngày làm việc tiếp theo',
      'hạn: thứ Ba 2/6/2026',
    ]);
  });

  it('on a declared Saturday morning only while it lasts', () => {
    const declared = workingCalendar({
      hours: [{ week: { ...STANDARD_HOURS.week, 6: [{ from: '07:30', to: '11:30' }] } }],
    });
    expect(sameDayDue(declared, at('2026-06-06 09:00')).day).toBe('2026-06-06');
    const late = sameDayDue(declared, at('2026-06-06 11:45'));
    expect(late.day).toBe('2026-06-08');
    expect(late.lines).toContain('nhận khi đã hết giờ làm việc: tính sang ngày làm việc tiếp theo');
  });
});

describe('whatever the moment', () => {
  const moment = fc
    .integer({ min: 0, max: 2 * 365 * 24 * 60 })
    .map((minutes) => at('2025-01-01 00:00').add({ minutes }));
  const pauses = fc.array(
    fc
      .record({ from: moment, minutes: fc.integer({ min: 0, max: 20_000 }) })
      .map(({ from, minutes }) => ({ from, to: from.add({ minutes }), reason: 'x' })),
    { maxLength: 4 },
  );

  it('adding hours then counting minutes agrees, with and without pauses; a pause never shortens', () => {
    fc.assert(
      fc.property(moment, fc.integer({ min: 1, max: 6000 }), pauses, (start, minutes, stops) => {
        const without = addWorkingHours(calendar, start, minutes / 60).at;
        expect(workingMinutesBetween(calendar, start, without)).toBe(minutes);
        const due = hoursWithPauses(calendar, start, minutes / 60, stops);
        if (due.state !== 'running') throw new Error('all pauses end');
        expect(workingMinutesBetween(calendar, start, due.at, stops)).toBe(minutes);
        expect(Temporal.PlainDateTime.compare(due.at, without)).toBeGreaterThanOrEqual(0);
      }),
    );
  });
});

describe('how a due day stands', () => {
  it.each([
    ['2026-06-01', 'overdue', 4, 'quá 4 ngày'],
    ['2026-06-05', 'today', 0, 'hôm nay'],
    ['2026-06-06', 'left', 1, 'còn 1 ngày'],
    ['2026-07-05', 'left', 30, 'còn 30 ngày'],
  ])('due %s, seen on 2026-06-05: %s', (due, kind, days, text) => {
    expect(dueState(due as Day, '2026-06-05' as Day)).toEqual({ kind, days, text });
  });
});
