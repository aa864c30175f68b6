import { describe, expect, it } from 'vitest';
import { proposedYear, YEAR_2025, YEAR_2026 } from '../kernel/calendar/index.ts';
import { Fault } from '../kernel/errors.ts';
import { linesOfYear, monthDayFrom, sessionsFrom, weekFrom, wordsOfMonthDay, yearFromLines } from './model.ts';

const faultOf = (work: () => unknown): Fault => {
  try {
    work();
  } catch (error) {
    if (error instanceof Fault) return error;
    throw error;
  }
  throw new Error('no fault');
};

describe('a year typed line by line', () => {
  it.each([YEAR_2025, YEAR_2026, proposedYear(2027), proposedYear(2028)])('reads what it shows, year $year', (year) => {
    expect(yearFromLines(year.year, linesOfYear(year))).toEqual({ holidays: year.holidays, swaps: year.swaps });
  });
  it.each([
    ['1/1/2027', '', 'ngay-nghi', 'Dòng 1: hãy ghi ngày rồi tên'],
    ['1/1/2027 Tết\n30/2/2027 Lễ', '', 'ngay-nghi', 'Dòng 2: không có ngày 30/2/2027.'],
    ['1/1/2026 Tết', '', 'ngay-nghi', 'không thuộc năm 2027'],
    ['', '', 'ngay-nghi', 'ít nhất một ngày'],
    ['1/1/2027 Tết\n1/1/2027 Tết', '', 'ngay-nghi', 'có hai lần'],
    ['1/1/2027 Tết', 'hai ngày', 'hoan-doi', 'Dòng 1: hãy ghi ngày nghỉ rồi ngày làm bù'],
    ['1/1/2027 Tết', '2/1/2027 làm bù 9/1/2027', 'hoan-doi', 'vốn đã là ngày nghỉ'],
    ['1/1/2027 Tết', '4/1/2027 làm bù 5/1/2027', 'hoan-doi', 'vốn là ngày làm việc'],
  ])('refuses %j with %j', (holidays, swaps, field, words) => {
    const fault = faultOf(() => yearFromLines(2027, { holidays, swaps }));
    expect(fault.fields[0]).toMatchObject({ field, message: expect.stringContaining(words) });
  });
  it('names every wrong line at once', () => {
    expect(faultOf(() => yearFromLines(2027, { holidays: 'a\n1/1/2027 Tết\nb', swaps: 'c' })).fields).toHaveLength(3);
  });
});

describe('hours as people write them', () => {
  it.each([
    ['7:30-12:00, 13:30-17:00', 2],
    ['7h30 – 12h; 13h30-17h', 2],
    ['', 0],
  ])('%j are %i sessions', (text, count) => {
    expect(sessionsFrom(text, 'x')).toHaveLength(count);
  });
  it.each(['12:00-7:00', '7:30', '25:00-26:00', '7:00-9:00, 8:00-10:00'])('%j are refused at their field', (text) => {
    expect(faultOf(() => sessionsFrom(text, 'thu-7')).fields[0]?.field).toBe('thu-7');
  });
  it('want hours on weekdays', () => {
    const typed = { weekdays: '', saturday: '7:30-11:30', saturdayIsDuty: false };
    expect(faultOf(() => weekFrom(typed)).fields[0]?.field).toBe('thu-2-6');
  });
  it('have seasons by day and month', () => {
    expect(wordsOfMonthDay(monthDayFrom('16/4', 'x'))).toBe('16/4');
    expect(faultOf(() => monthDayFrom('31/4', 'x')).kind).toBe('invalid');
  });
});
