import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, type Day, daysBetween } from '../day.ts';
import { addCalendarTime, addWorkingDays, dueWithSuspensions, nextWorkingDay, workingDaysBetween } from './days.ts';
import type { Suspension } from './suspension.ts';
import type { OfficeHours } from './types.ts';
import { workingCalendar } from './workingCalendar.ts';
import { STANDARD_HOURS } from './years.ts';

const d = (text: string) => text as Day;
const calendar = workingCalendar();
const saturdayMorning = (duty: boolean): OfficeHours => ({
  week: { ...STANDARD_HOURS.week, 6: [{ from: '07:30', to: '11:30', duty }] },
});

describe('adding working days, counted on a wall calendar', () => {
  it.each([
    // 2025
    ['2024-12-31', 1, '2025-01-02', 'New Year'],
    ['2025-01-24', 1, '2025-02-03', 'over Tết'],
    ['2025-01-20', 10, '2025-02-10', 'over Tết'],
    ['2025-04-04', 1, '2025-04-08', 'Giỗ Tổ on a Monday'],
    ['2025-04-25', 1, '2025-04-26', 'the worked Saturday'],
    ['2025-04-25', 4, '2025-05-05', '26/4, 28/4, 29/4, then 5/5'],
    ['2025-04-29', 1, '2025-05-05', 'the swapped Friday 2/5'],
    ['2025-08-29', 1, '2025-09-03', 'National Day'],
    ['2025-11-21', 2, '2025-11-25', '24/11/2025 is an ordinary Monday'],
    // 2026
    ['2025-12-31', 1, '2026-01-05', 'the swapped Friday 2/1'],
    ['2026-01-09', 1, '2026-01-10', 'the worked Saturday'],
    ['2026-02-13', 1, '2026-02-23', 'over Tết'],
    ['2026-02-10', 5, '2026-02-24', 'over Tết'],
    ['2026-04-24', 1, '2026-04-28', 'Giỗ Tổ on a Sunday'],
    ['2026-04-29', 1, '2026-05-04', 'the Day of Victory and Labour Day'],
    ['2026-08-21', 1, '2026-08-22', 'the worked Saturday'],
    ['2026-08-21', 6, '2026-08-28', '22/8 and the week after'],
    ['2026-08-28', 1, '2026-09-03', 'National Day with the swapped Monday'],
    ['2026-11-23', 1, '2026-11-25', 'the Day of Vietnamese Culture'],
    ['2026-12-31', 1, '2027-01-04', 'New Year on a Friday'],
    // The start is not counted, also where it is a day of rest.
    ['2026-06-06', 1, '2026-06-08', 'received on a Saturday'],
    ['2026-06-05', 0, '2026-06-05', 'no days on a working day'],
    ['2026-06-06', 0, '2026-06-08', 'no days on a day of rest'],
  ])('%s and %i working days: %s (%s)', (start, days, due) => {
    expect(addWorkingDays(calendar, d(start), days).day).toBe(due);
  });

  it('tells line by line why', () => {
    expect(addWorkingDays(calendar, d('2026-08-21'), 7).lines).toEqual([
      'tính 7 ngày làm việc, kể từ ngày sau thứ Sáu 21/8/2026',
      'thứ Bảy 22/8 làm bù (thay thứ Hai 31/8)',
      'thứ Hai 31/8 nghỉ hoán đổi (làm bù thứ Bảy 22/8)',
      'nghỉ 1/9-2/9 Quốc khánh',
      'không tính 3 ngày nghỉ hằng tuần',
      'hạn: thứ Năm 3/9/2026',
    ]);
    expect(addWorkingDays(calendar, d('2026-11-23'), 1).lines).toContain('nghỉ 24/11 Ngày Văn hóa Việt Nam');
    expect(addWorkingDays(calendar, d('2026-04-24'), 1).lines).toContain(
      'nghỉ bù thứ Hai 27/4 (Giỗ Tổ Hùng Vương 26/4 trùng ngày nghỉ hằng tuần)',
    );
    expect(addWorkingDays(calendar, d('2026-12-31'), 1).lines).toContain(
      'lịch nghỉ năm 2027 là dự kiến theo luật, chờ thông báo chính thức',
    );
  });

  it('refuses an amount that is no number of days', () => {
    for (const wrong of [-1, 0.3, Number.NaN]) {
      expect(() => addWorkingDays(calendar, d('2026-06-01'), wrong)).toThrow('Số ngày phải là số không âm');
    }
  });

  it('says so where an organ has no working time at all', () => {
    const never = workingCalendar({ hours: [{ week: {} }] });
    expect(() => addWorkingDays(never, d('2026-06-01'), 1)).toThrow('không có ngày làm việc nào');
    expect(() => nextWorkingDay(never, d('2026-06-01'))).toThrow('không có ngày làm việc nào');
  });
});

describe("an organ's own days", () => {
  it('Saturday duty moves no deadline', () => {
    const duty = workingCalendar({ hours: [saturdayMorning(true)] });
    expect(addWorkingDays(duty, d('2026-06-05'), 1).day).toBe('2026-06-08');
  });

  it('a Saturday morning declared as working time counts half a day', () => {
    const declared = workingCalendar({ hours: [saturdayMorning(false)] });
    const due = addWorkingDays(declared, d('2026-06-05'), 0.5);
    expect(due.day).toBe('2026-06-06');
    expect(due.lines).toContain('1 ngày chỉ làm việc một buổi, mỗi ngày tính nửa ngày');
    expect(addWorkingDays(declared, d('2026-06-05'), 1).day).toBe('2026-06-08');
    expect(workingDaysBetween(declared, d('2026-06-05'), d('2026-06-12'))).toBe(5.5);
  });

  it('a day closed by a storm does not count and is told', () => {
    const storm = workingCalendar({ overrides: [{ day: d('2026-06-08'), sessions: [], reason: 'tránh bão' }] });
    const due = addWorkingDays(storm, d('2026-06-05'), 1);
    expect(due.day).toBe('2026-06-09');
    expect(due.lines).toContain('nghỉ 8/6: tránh bão');
  });

  it('a half day ordered for one day counts half', () => {
    const half = workingCalendar({
      overrides: [{ day: d('2026-02-13'), sessions: [{ from: '07:30', to: '11:30' }], reason: 'nghỉ chiều cuối năm' }],
    });
    expect(workingDaysBetween(half, d('2026-02-11'), d('2026-02-13'))).toBe(1.5);
    expect(addWorkingDays(half, d('2026-02-12'), 1).lines).toContain('làm việc nửa ngày 13/2: nghỉ chiều cuối năm');
  });
});

describe('suspensions', () => {
  const pause = (from: string, to: string | null): Suspension => ({
    from: d(from),
    to: to === null ? null : d(to),
    reason: 'chờ bổ sung hồ sơ',
  });

  // Five working days from Monday 1/6/2026 end on Monday 8/6.
  it.each([
    ['none', [], '2026-06-08'],
    ['Wednesday to Friday: Thursday and Friday do not count', [pause('2026-06-03', '2026-06-05')], '2026-06-10'],
    ['asked and answered on one day', [pause('2026-06-03', '2026-06-03')], '2026-06-08'],
    ['over a weekend only', [pause('2026-06-05', '2026-06-07')], '2026-06-08'],
    [
      'three times',
      [pause('2026-06-01', '2026-06-02'), pause('2026-06-03', '2026-06-04'), pause('2026-06-05', '2026-06-08')],
      '2026-06-11',
    ],
    [
      'overlapping ones count once',
      [pause('2026-06-02', '2026-06-04'), pause('2026-06-03', '2026-06-05')],
      '2026-06-11',
    ],
    ['after the due day changes nothing', [pause('2026-06-09', '2026-06-20')], '2026-06-08'],
  ])('%s', (_, suspensions, due) => {
    expect(dueWithSuspensions(calendar, d('2026-06-01'), 5, suspensions)).toMatchObject({ state: 'running', day: due });
  });

  it('while the clock stands there is no due day, only what is left', () => {
    const due = dueWithSuspensions(calendar, d('2026-06-01'), 5, [pause('2026-06-03', null)]);
    expect(due).toMatchObject({ state: 'suspended', since: '2026-06-03', left: 3 });
    expect(due.lines).toContain('tạm dừng 1 ngày làm việc từ 3/6, chưa chạy lại: chờ bổ sung hồ sơ');
  });

  it('is told with the working days it took', () => {
    const due = dueWithSuspensions(calendar, d('2026-06-01'), 5, [pause('2026-06-03', '2026-06-08')]);
    expect(due.lines).toContain('tạm dừng 3 ngày làm việc từ 3/6 đến 8/6: chờ bổ sung hồ sơ');
  });
});

describe('limits in calendar days and months', () => {
  it.each([
    ['2026-06-01', { days: 30 }, '2026-07-01'],
    ['2026-06-01', { days: 5 }, '2026-06-08'],
    ['2026-01-30', { days: 15 }, '2026-02-23'],
    ['2026-01-31', { months: 1 }, '2026-03-02'],
    ['2026-07-31', { months: 1 }, '2026-09-03'],
    ['2025-07-22', { days: 4 }, '2025-07-28'],
  ])('%s and %o: %s', (start, amount, due) => {
    expect(addCalendarTime(calendar, d(start), amount).day).toBe(due);
  });

  it('tells that the last day was moved', () => {
    expect(addCalendarTime(calendar, d('2026-06-01'), { days: 5 }).lines).toEqual([
      'tính 5 ngày liên tục, kể từ ngày sau thứ Hai 1/6/2026',
      'thứ Bảy 6/6/2026 là ngày nghỉ: lùi sang ngày làm việc tiếp theo',
      'không tính 2 ngày nghỉ hằng tuần',
      'hạn: thứ Hai 8/6/2026',
    ]);
  });
});

describe('whatever the days', () => {
  const calendars = [
    calendar,
    workingCalendar({ hours: [saturdayMorning(false)] }),
    workingCalendar({ overrides: [{ day: d('2026-03-04'), sessions: [], reason: 'x' }] }),
  ];
  const anyCalendar = fc.constantFrom(...calendars);
  const day = fc.integer({ min: 0, max: 1095 }).map((n) => addDays(d('2025-01-01'), n));
  const halves = fc.integer({ min: 1, max: 120 }).map((n) => n / 2);
  const suspensions = fc.array(
    fc.record({ from: day, length: fc.integer({ min: 0, max: 40 }) }).map(
      ({ from, length }): Suspension => ({
        from,
        to: addDays(from, length),
        reason: 'x',
      }),
    ),
    { maxLength: 4 },
  );

  it('adding then counting agrees', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: 1, max: 200 }), (start, n) => {
        expect(workingDaysBetween(calendar, start, addWorkingDays(calendar, start, n).day)).toBe(n);
      }),
    );
    fc.assert(
      fc.property(anyCalendar, day, halves, (cal, start, n) => {
        // A half that ends inside a whole day leaves that day's other half over.
        const over = workingDaysBetween(cal, start, addWorkingDays(cal, start, n).day) - n;
        expect([0, 0.5]).toContain(over);
      }),
    );
  });

  it('a later start or a longer limit is never due earlier', () => {
    fc.assert(
      fc.property(anyCalendar, day, fc.nat(30), halves, fc.nat(20), (cal, start, later, n, more) => {
        const due = addWorkingDays(cal, start, n).day;
        expect(addWorkingDays(cal, addDays(start, later), n).day >= due).toBe(true);
        expect(addWorkingDays(cal, start, n + more).day >= due).toBe(true);
      }),
    );
  });

  it('a suspension never shortens, and lengthens by the working days it took', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: 1, max: 60 }), suspensions, (start, n, stops) => {
        const due = dueWithSuspensions(calendar, start, n, stops);
        if (due.state !== 'running') throw new Error('all of them end');
        expect(due.day >= addWorkingDays(calendar, start, n).day).toBe(true);
        expect(workingDaysBetween(calendar, start, due.day, stops)).toBe(n);
      }),
    );
  });

  it('a due day is a working day after the start', () => {
    fc.assert(
      fc.property(anyCalendar, day, halves, (cal, start, n) => {
        const due = addWorkingDays(cal, start, n).day;
        expect(cal.status(due).share).toBeGreaterThan(0);
        expect(daysBetween(start, due)).toBeGreaterThan(0);
      }),
    );
  });

  it('counting forth and back differs only in sign', () => {
    fc.assert(
      fc.property(day, day, (a, b) => {
        expect(workingDaysBetween(calendar, a, b) + workingDaysBetween(calendar, b, a)).toBe(0);
      }),
    );
  });
});
