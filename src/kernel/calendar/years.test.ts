import { describe, expect, it } from 'vitest';
import { addDays, type Day } from '../day.ts';
import { compensations, proposedYear } from './proposal.ts';
import type { CalendarYear } from './types.ts';
import { workingCalendar } from './workingCalendar.ts';
import { YEAR_2025, YEAR_2026 } from './years.ts';

const d = (text: string) => text as Day;
const calendar = workingCalendar();

/** Monday to Friday days that are off, and weekend days that are worked, in a year. */
function exceptions(year: number, of = calendar) {
  const off: string[] = [];
  const worked: string[] = [];
  for (let day = d(`${year}-01-01`); day <= `${year}-12-31`; day = addDays(day, 1)) {
    const weekend = new Date(`${day}T00:00:00Z`).getUTCDay() % 6 === 0;
    const works = of.status(day).share > 0;
    if (!weekend && !works) off.push(day.slice(5));
    if (weekend && works) worked.push(day.slice(5));
  }
  return { off: off.join(' '), worked: worked.join(' ') };
}

describe('the announced years', () => {
  it('2025: which weekdays are off and which Saturday is worked', () => {
    expect(exceptions(2025)).toEqual({
      off: '01-01 01-27 01-28 01-29 01-30 01-31 04-07 04-30 05-01 05-02 09-01 09-02',
      worked: '04-26',
    });
  });

  it('2026: which weekdays are off and which Saturdays are worked', () => {
    expect(exceptions(2026)).toEqual({
      off: '01-01 01-02 02-16 02-17 02-18 02-19 02-20 04-27 04-30 05-01 08-31 09-01 09-02 11-24',
      worked: '01-10 08-22',
    });
  });

  // The unbroken rests as they were announced, first and last day.
  it.each([
    ['2025-01-01', '2025-01-01'],
    ['2025-01-25', '2025-02-02'],
    ['2025-04-05', '2025-04-07'],
    ['2025-04-30', '2025-05-04'],
    ['2025-08-30', '2025-09-02'],
    ['2026-01-01', '2026-01-04'],
    ['2026-02-14', '2026-02-22'],
    ['2026-04-25', '2026-04-27'],
    ['2026-04-30', '2026-05-03'],
    ['2026-08-29', '2026-09-02'],
    ['2026-11-24', '2026-11-24'],
  ])('rest from %s to %s', (from, to) => {
    for (let day = d(from); day <= to; day = addDays(day, 1))
      expect([day, calendar.status(day).share]).toEqual([day, 0]);
    expect(calendar.status(addDays(d(from), -1)).share).toBe(1);
    expect(calendar.status(addDays(d(to), 1)).share).toBe(1);
  });

  it('says why a day is off or worked', () => {
    const why = (day: string) => {
      const { reason, label, other } = calendar.status(d(day));
      return [reason, label, other];
    };
    expect(why('2026-11-24')).toEqual(['holiday', 'Ngày Văn hóa Việt Nam', undefined]);
    expect(why('2026-04-27')).toEqual(['compensation', 'Giỗ Tổ Hùng Vương', '2026-04-26']);
    expect(why('2026-08-31')).toEqual(['swappedOff', undefined, '2026-08-22']);
    expect(why('2026-08-22')).toEqual(['swappedWork', undefined, '2026-08-31']);
    expect(why('2025-11-24')).toEqual(['week', undefined, undefined]);
  });
});

describe('a year proposed from the law', () => {
  it.each([YEAR_2025, YEAR_2026])('gives the holidays that were announced for $year, but no swaps', (announced) => {
    const plainList = (y: CalendarYear) => y.holidays.map((h) => `${h.day} ${h.name} ${h.insteadOf ?? ''}`);
    expect(plainList(proposedYear(announced.year))).toEqual(plainList(announced));
    expect(proposedYear(announced.year).swaps).toEqual([]);
  });

  it('2023: Giỗ Tổ on Saturday 29/4 and the Day of Victory on Sunday are made up on 2/5 and 3/5', () => {
    const spring = proposedYear(2023).holidays.filter((h) => h.day > '2023-04-01' && h.day < '2023-06-01');
    expect(spring.map((h) => [h.day, h.insteadOf])).toEqual([
      ['2023-04-29', undefined],
      ['2023-04-30', undefined],
      ['2023-05-01', undefined],
      ['2023-05-02', '2023-04-29'],
      ['2023-05-03', '2023-04-30'],
    ]);
  });

  it('knows no Day of Vietnamese Culture before 2026', () => {
    expect(proposedYear(2025).holidays.some((h) => h.day.endsWith('11-24'))).toBe(false);
    expect(proposedYear(2027).holidays.some((h) => h.day.endsWith('11-24'))).toBe(true);
  });

  it('gives two days for two holidays on one weekend', () => {
    const both = compensations([
      { day: d('2027-05-01'), name: 'a' },
      { day: d('2027-05-02'), name: 'b' },
    ]);
    expect(both.map((h) => h.day)).toEqual(['2027-05-03', '2027-05-04']);
  });

  it('is used, and marked as provisional, for a year that nobody has entered', () => {
    expect(calendar.status(d('2027-02-08'))).toMatchObject({ share: 0, label: 'Tết Nguyên đán', provisional: true });
    expect(calendar.status(d('2026-02-17')).provisional).toBe(false);
  });

  it("gives way to the administrator's entry", () => {
    const entered: CalendarYear = {
      year: 2027,
      holidays: [{ day: d('2027-01-01'), name: 'Tết Dương lịch' }],
      swaps: [{ off: d('2027-11-22'), work: d('2027-11-20') }],
      source: 'Thông báo của Bộ Nội vụ',
    };
    const of2027 = workingCalendar({ years: [YEAR_2026, entered] });
    expect(exceptions(2027, of2027)).toEqual({ off: '01-01 11-22', worked: '11-20' });
    expect(of2027.status(d('2027-03-01')).provisional).toBe(false);
  });
});

describe('years that contradict themselves are refused with a sentence', () => {
  it('the same year twice', () => {
    expect(() => workingCalendar({ years: [YEAR_2026, YEAR_2026] })).toThrow('Lịch nghỉ năm 2026 có hai lần');
  });
  it('a swap that takes off a holiday', () => {
    const wrong = { ...YEAR_2026, swaps: [{ off: d('2026-09-01'), work: d('2026-09-05') }] };
    expect(() => workingCalendar({ years: [wrong] })).toThrow('Ngày 1/9/2026 có hai lần');
  });
});
